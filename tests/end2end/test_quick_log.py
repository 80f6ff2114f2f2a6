"""The quick log and the timer in the window: a line in seconds, by keys alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from tests.pages.journal import asked, offered
from tests.pages.keys import click
from tracker.domain.timer import started, written
from tracker.ui.idle_question import IdleQuestion
from tracker.ui.quick_log import QuickLogDialog
from tracker.workspace import Workspace


def stored(running):
    (entry,) = running.journeying.workspace.store.reader.entries("", "9", 9)
    return entry


def chips(dialog):
    return [view.chip.text for view in dialog.chips.chips]


class TestQuickLog:
    def test_a_line_is_logged_from_anywhere_by_keys_alone(self, running):
        asked(running)
        running.write("1h30 wrote the login tests #unit-tests @login-system yesterday")
        running.press("Return")
        assert running.toast == "Logged “wrote the login tests”"
        (entry,) = running.journeying.workspace.store.reader.entries("", "9", 9)
        today = running.journeying.workspace.journal.today()
        assert (entry.day, entry.minutes) == (today - timedelta(days=1), 90)
        assert set(entry.links) == {"skill:unit-tests", "project:login-system"}

    def test_what_is_understood_is_shown_while_typing(self, running):
        dialog = asked(running)
        running.write("45m fixed it yesterday #unit-tests")
        assert dialog.minutes.value() == 45
        today = running.journeying.workspace.journal.today()
        assert dialog.day.day == today - timedelta(days=1)
        assert dialog.links == ("skill:unit-tests",)
        assert "fixed it" in dialog.said.text()

    def test_a_part_put_right_by_hand_stays_so(self, running):
        dialog = asked(running)
        running.write("45m fixed it #unit-tests")
        dialog.minutes.setValue(50)
        cross = dialog.chips.chips[0].cross
        running.qtbot.waitUntil(lambda: not cross.visibleRegion().isEmpty())
        click(cross)
        dialog.line.setFocus()
        running.press("End")
        assert dialog.links == ()
        running.press("Return")
        (entry,) = running.journeying.workspace.store.reader.entries("", "9", 9)
        assert (entry.minutes, entry.links, entry.text) == (50, (), "fixed it")

    def test_an_unknown_tag_is_kept_and_said(self, running):
        dialog = asked(running)
        running.write("1h #nosuchthing")
        assert "kept as text: #nosuchthing" in dialog.said.text()

    def test_nothing_said_keeps_the_dialog_open_and_says_why(self, running):
        dialog = asked(running)
        running.press("Return")
        assert "Write what you did" in dialog.said.text()
        assert dialog.isVisible()
        running.press("Escape")
        assert running.journeying.workspace.store.reader.entries("", "9", 9) == []


class TestChips:
    def test_a_chip_is_exchanged_by_keys_and_the_line_says_so(self, running):
        dialog = asked(running)
        running.write("1h wrote tests #unit-tests today")
        dialog.chips.chips[0].name.setFocus()
        running.press("Return")
        offered(running)
        running.write("sql quer")
        running.press("Return")
        assert dialog.line.text() == "1h wrote tests #sql-queries today"
        assert QApplication.focusWidget() is dialog.line
        running.press("Return")
        assert stored(running).links == ("skill:sql-queries",)
        assert stored(running).text == "wrote tests"

    def test_a_chip_is_exchanged_by_the_mouse(self, running):
        dialog = asked(running)
        running.write("built @login-system")
        click(dialog.chips.chips[0].name)
        offered(running)
        running.write("unit tests")
        running.press("Return")
        assert dialog.links == ("skill:unit-tests",)

    def test_delete_takes_a_chip_off_and_typing_on_does_not_bring_it_back(
        self, running
    ):
        dialog = asked(running)
        running.write("🎉 read #unit-tests @login-system")
        dialog.chips.chips[0].name.setFocus()
        running.press("Delete")
        assert dialog.line.text() == "🎉 read @login-system"
        assert QApplication.focusWidget() is dialog.chips.chips[0].name
        dialog.line.setFocus()
        running.press("End")
        running.write(" and more")
        assert dialog.links == ("project:login-system",)

    def test_ctrl_z_in_the_line_brings_a_chip_back(self, running):
        dialog = asked(running)
        running.write("read #unit-tests")
        dialog.chips.chips[0].name.setFocus()
        running.press("Delete")
        assert dialog.links == ()
        dialog.line.setFocus()
        running.press("Ctrl+Z")
        assert dialog.links == ("skill:unit-tests",)

    def test_one_is_added_by_keys(self, running):
        dialog = asked(running)
        running.write("1h wrote tests yesterday")
        dialog.chips.add.setFocus()
        running.press("Space")
        offered(running)
        running.write("login system")
        running.press("Return")
        assert dialog.links == ("project:login-system",)
        running.press("Return")
        entry = stored(running)
        assert (entry.text, entry.minutes) == ("wrote tests", 60)
        assert entry.day == running.journeying.workspace.journal.today() - timedelta(1)

    def test_escape_leaves_the_list_and_not_the_dialog(self, running):
        dialog = asked(running)
        running.write("1h wrote tests #unit-tests")
        dialog.chips.chips[0].name.setFocus()
        running.press("Return")
        offered(running)
        running.press("Escape")
        assert dialog.isVisible()
        assert QApplication.focusWidget() is dialog.chips.chips[0].name
        assert dialog.links == ("skill:unit-tests",)

    def test_an_unknown_tag_is_a_chip_and_what_is_near_comes_first(self, running):
        dialog = asked(running)
        running.write("1h wrote #unittsets")
        assert "Did you mean “Unit tests”?" in dialog.said.text()
        assert "not known" in dialog.chips.chips[0].name.text()
        dialog.chips.chips[0].name.setFocus()
        running.press("Return")
        offered(running)
        running.press("Return")
        assert dialog.links == ("skill:unit-tests",)
        assert dialog.line.text() == "1h wrote #unit-tests"

    def test_what_a_timer_was_about_can_be_exchanged_and_taken_off(self, running):
        dialog = asked(running)
        dialog.fill_in("read", 25, ("skill:unit-tests", "project:login-system"))
        dialog.chips.chips[0].name.setFocus()
        running.press("Return")
        offered(running)
        running.write("sql quer")
        running.press("Return")
        assert dialog.links == ("skill:sql-queries", "project:login-system")
        dialog.chips.chips[1].name.setFocus()
        running.press("Delete")
        assert dialog.links == ("skill:sql-queries",)

    def test_a_thing_named_twice_is_taken_off_twice(self, running):
        dialog = asked(running)
        running.write("#unit-tests wrote #unit-tests")
        assert chips(dialog) == ["Unit tests"]
        click(dialog.chips.chips[0].cross)
        assert dialog.links == ()
        assert "wrote" in dialog.line.text()

    def test_the_dialog_grows_with_its_chips(self, running):
        dialog = asked(running)
        low = dialog.height()
        running.write("#unit-tests @login-system #sql-queries #a1 #b2 #c3 #d4 #e5 #f6 ")
        running.write("#nosuchthing #nosuchthing2 #nosuchthing3 #nosuchthing4 ")
        last = dialog.chips.add
        running.qtbot.waitUntil(
            lambda: last.geometry().bottom() < last.parent().height()
        )
        assert dialog.height() > low
        assert dialog.said.geometry().top() >= dialog.chips.geometry().bottom()


class TestOddLines:
    def test_hours_of_more_than_a_day_are_kept_as_text_and_said(self, running):
        dialog = asked(running)
        running.write("25h marathon #unit-tests")
        assert "25h (more than a day)" in dialog.said.text()
        running.press("Return")
        entry = stored(running)
        assert (entry.minutes, entry.text) == (0, "25h marathon")

    def test_any_order_and_a_typo_are_understood(self, running):
        asked(running)
        running.write("yesterday @login-systm #unit-tets 1h30 wrote it")
        running.press("Return")
        entry = stored(running)
        assert (entry.minutes, entry.text) == (90, "wrote it")
        assert set(entry.links) == {"skill:unit-tests", "project:login-system"}

    def test_a_tag_behind_an_emoji_is_completed_in_its_place(self, running):
        dialog = asked(running)
        running.write("🎉🎉 done #unit-te")
        running.press("Tab")
        assert dialog.line.text() == "🎉🎉 done #unit-tests "
        assert dialog.line.cursorPosition() == len("🎉🎉 done #unit-tests ") + 2

    def test_a_chip_in_a_line_from_right_to_left_is_exchanged_in_its_place(
        self, running
    ):
        dialog = asked(running)
        running.write("قرأت #unit-tests عن الاختبارات 45m")
        assert (dialog.minutes.value(), dialog.links) == (45, ("skill:unit-tests",))
        dialog.chips.chips[0].name.setFocus()
        running.press("Return")
        offered(running)
        running.write("sql quer")
        running.press("Return")
        assert dialog.line.text() == "قرأت #sql-queries عن الاختبارات 45m"
        running.press("Return")
        assert stored(running).text == "قرأت sql-queries عن الاختبارات"


@pytest.mark.parametrize("keys", ["Ctrl+Shift+J", "Ctrl+Shift+B", "Ctrl+G", "Ctrl+,"])
def test_ctrl_l_asks_from_other_pages_too(running, keys):
    running.press(keys)
    asked(running)
    running.write("5m stretched")
    running.press("Return")
    assert stored(running).text == "stretched"


class TestTagOffers:
    def test_a_tag_is_completed_by_keys_and_enter_then_saves(self, running):
        dialog = asked(running)
        running.write("1h tests #unit-te")
        assert dialog.offers.isVisible()
        running.press("Down")
        running.press("Return")
        assert dialog.line.text() == "1h tests #unit-tests "
        assert dialog.links == ("skill:unit-tests",)
        running.press("Return")
        assert running.toast == "Logged “tests”"

    def test_tab_takes_the_first_and_escape_leaves_the_line(self, running):
        dialog = asked(running)
        running.write("built @login-sys")
        running.press("Escape")
        assert dialog.offers.isHidden()
        assert dialog.isVisible()
        running.press("Backspace")
        running.press("Tab")
        assert dialog.links == ("project:login-system",)

    def test_enter_saves_a_line_where_nothing_was_chosen(self, running):
        asked(running)
        running.write("1h tests #unit-te")
        running.press("Return")
        assert running.toast == "Logged “tests”"


class TestTimer:
    def test_it_is_started_paused_and_stopped_into_a_line_by_keys(self, running):
        seen = running.window.navigation.timer
        assert not seen.isVisible()
        running.press("Ctrl+T")
        assert seen.text() == "Timer · 0 min"
        running.press("Ctrl+T")
        assert seen.text() == "Paused · 0 min"
        counted(running, minutes=25)
        running.press("Ctrl+Shift+S")
        dialog = running.window.findChild(QuickLogDialog)
        running.qtbot.waitUntil(dialog.line.hasFocus)
        assert dialog.minutes.value() == 25
        running.write("read")
        running.press("Return")
        (entry,) = running.journeying.workspace.store.reader.entries("", "9", 9)
        assert (entry.minutes, entry.text) == (25, "read")
        assert not seen.isVisible()

    def test_leaving_the_dialog_keeps_the_time(self, running):
        counted(running, minutes=25)
        running.press("Ctrl+Shift+S")
        dialog = running.window.findChild(QuickLogDialog)
        running.qtbot.waitUntil(dialog.line.hasFocus)
        running.press("Escape")
        assert running.window.navigation.timer.text() == "Paused · 25 min"

    def test_hours_without_a_sign_are_asked_about(self, running):
        counted(running, minutes=300)
        running.press("Ctrl+Shift+S")
        question = running.window.findChild(IdleQuestion)
        assert "5 h" in question.keep.text()
        click(question.trim)
        dialog = running.window.findChild(QuickLogDialog)
        assert dialog.minutes.value() == 0
        assert not running.journeying.workspace.timers.current().runs

    def test_hours_without_a_sign_can_be_discarded(self, running):
        counted(running, minutes=300)
        running.press("Ctrl+T")
        click(running.window.findChild(IdleQuestion).discard)
        assert running.journeying.workspace.timers.current() is None
        assert not running.window.navigation.timer.isVisible()

    def test_one_that_the_terminal_started_is_shown(self, running):
        other = Workspace(running.folder, lambda _stored: None)
        other.timers.start("elsewhere")
        other.close()
        running.journeying.timing.look()
        assert running.window.navigation.timer.isVisible()


def counted(running, *, minutes):
    """Let a timer have run for so many minutes, without a sign meanwhile."""
    timers = running.journeying.workspace.timers
    begun = timers.now() - timedelta(minutes=minutes)
    with running.journeying.workspace.store.begin() as work:
        work.set_setting("timer", written(started(begun)))
    running.journeying.timing.look()


class TestHalfALine:
    def test_a_line_left_with_escape_is_there_again_the_next_time(self, running):
        dialog = asked(running)
        running.write("1h30 wrote the login tests")
        running.press("Escape")
        running.qtbot.waitUntil(
            lambda: running.window.findChild(QuickLogDialog) is None
        )
        assert running.toast == "Not logged. Ctrl+L goes on with what you typed."
        running.window.activateWindow()  # after a dialog the screen would do it
        running.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        dialog = asked(running)
        assert dialog.line.text() == "1h30 wrote the login tests"
        assert dialog.minutes.value() == 90
        running.press("Return")
        running.qtbot.waitUntil(
            lambda: running.window.findChild(QuickLogDialog) is None
        )
        assert running.journeying.half_logged == "", "it was logged"

    @pytest.mark.parametrize("text", ["word " * 1000, "x" * 5000, "#" + "y" * 5000])
    def test_a_very_long_line_leaves_the_dialog_within_the_window(self, running, text):
        dialog = asked(running)
        dialog.line.setText(text)
        dialog.line.textEdited.emit(text)
        running.qtbot.wait(1)
        assert dialog.width() <= running.window.width()
        assert dialog.height() <= running.window.height() * 0.6
        assert dialog.said.height() >= dialog.said.heightForWidth(dialog.said.width())
