"""What is due, while the window stays open: said once a day, true after midnight."""

from __future__ import annotations

import sys
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from tests.pages.keys import click, press
from tracker.domain.edit import DUE, State
from tracker.ui import notices
from tracker.ui.navigation import PROJECTS
from tracker.ui.settings.reminder_card import ReminderCard

MINE = "project:my-recipe-finder"
PART = "milestone:my-recipe-finder/my-search"


@pytest.fixture
def desktop(monkeypatch):
    """Return what a desktop with a tray was asked to show."""
    shown = []

    class Tray(notices.QSystemTrayIcon):
        in_tray = False

        def show(self):
            self.in_tray = True

        def hide(self):
            self.in_tray = False

        def showMessage(self, title, text, *_):  # noqa: N802  # Qt's name
            shown.append((self, title, text))

    monkeypatch.setattr(notices, "QSystemTrayIcon", Tray)
    monkeypatch.setattr(Tray, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(Tray, "supportsMessages", staticmethod(lambda: True))
    return shown


@pytest.fixture
def due(running):
    """Return a window with a milestone that is due today."""
    projects = running.journeying.workspace.projects
    projects.create("Recipe finder")
    projects.add_part(MINE, "Search")
    projects.set_field(PART, DUE, projects.today().isoformat())
    return running


def card_of(running) -> ReminderCard:
    running.show_settings()
    return running.window.pages.currentWidget().findChild(ReminderCard)


def switch_on(running) -> None:
    card = card_of(running)
    click(card._wanted._group.button(1))


def sleep(running, monkeypatch, days: int) -> None:
    """Let days go by, as in a computer that sleeps, and wake up."""
    workspace = running.journeying.workspace
    later = workspace.now() + timedelta(days=days)
    for each in (workspace.journal, workspace.projects):
        monkeypatch.setattr(each, "_now", lambda: later)
    running.journeying.reminding._on_state(Qt.ApplicationState.ApplicationActive)


class TestTheLine:
    def test_a_click_leads_to_the_milestone_that_it_names(self, due):
        click(due.journeying.page.due.link)
        assert due.window.pages.currentWidget() is due.journeying.projects
        assert due.journeying.projects.chosen == MINE
        tree = due.journeying.projects.detail.milestones.tree
        assert tree.current_subject() == PART

    def test_enter_does_so_too(self, due):
        link = due.journeying.page.due.link
        link.setFocus()
        press("Return", link)
        assert due.journeying.projects.chosen == MINE

    def test_it_is_true_after_midnight(self, due, monkeypatch):
        line = due.journeying.page.due
        assert line.text() == "Due today: Search"
        sleep(due, monkeypatch, 1)
        assert line.text().startswith("Overdue since ")

    def test_the_projects_page_is_true_after_midnight(self, due, monkeypatch):
        due.journeying.show_page(PROJECTS)
        page = due.journeying.projects
        page.go_to(MINE)
        assert page._cards[MINE].due == "Due today"
        sleep(due, monkeypatch, 1)
        assert page._cards[MINE].due.startswith("Overdue since ")
        assert "overdue since" in due.status
        row = page.detail.milestones.tree._items()[PART]
        assert "Overdue since" in row.toolTip(0)


class TestTheNotice:
    def test_until_it_is_wanted_nothing_of_it_is_even_loaded(
        self, due, milepost, data, monkeypatch
    ):
        due.quit()
        monkeypatch.delitem(sys.modules, notices.__name__)
        again = milepost(data)
        assert again.journeying.page.due.text() == "Due today: Search"
        assert notices.__name__ not in sys.modules

    def test_nothing_is_shown_until_it_is_wanted(self, due, desktop):
        due.journeying.reminding.notify()
        assert desktop == []

    def test_it_says_once_a_day_what_is_due(self, due, desktop, monkeypatch):
        switch_on(due)
        ((_, title, text),) = desktop
        assert (title, text) == ("Milepost", "Due today: Search")
        due.journeying.reminding.notify()
        assert len(desktop) == 1
        sleep(due, monkeypatch, 1)
        assert len(desktop) == 2
        assert desktop[1][2].startswith("Overdue since ")

    def test_another_window_on_the_same_day_stays_silent(
        self, due, desktop, milepost, data
    ):
        switch_on(due)
        due.quit()
        again = milepost(data)
        assert again.journeying.reminding is not None
        assert len(desktop) == 1

    def test_nothing_is_said_where_nothing_is_due(self, due, desktop, monkeypatch):
        due.set_state(PART, State.DONE)
        switch_on(due)
        sleep(due, monkeypatch, 1)
        assert desktop == []

    def test_a_click_on_it_leads_to_what_is_due(self, due, desktop):
        switch_on(due)
        tray = desktop[0][0]
        assert tray.in_tray
        tray.messageClicked.emit()
        assert due.journeying.projects.chosen == MINE
        assert not tray.in_tray, "the icon is there only as long as it is needed"

    def test_it_is_switched_off_again(self, due, desktop, monkeypatch):
        switch_on(due)
        click(card_of(due)._wanted._group.button(0))
        sleep(due, monkeypatch, 1)
        assert len(desktop) == 1


def test_the_setting_says_where_a_desktop_shows_no_notices(running, monkeypatch):
    monkeypatch.setattr(notices, "can_notify", lambda: False)
    card = card_of(running)
    card.refresh()
    assert "no tray" in card._row.hint.text()
    assert not card._wanted.isEnabled()
