"""The journal in the window: a line in seconds, by keys; changed, found, undone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from tests.pages.keys import click
from tracker.domain.edit import DUE, Change, Edit, Label, State
from tracker.domain.timer import started, written
from tracker.services.stamps import stamp
from tracker.ui.idle_question import IdleQuestion
from tracker.ui.quick_log import QuickLogDialog
from tracker.workspace import Workspace


def journal(running):
    """Return the journal page, opened by its keys."""
    running.press("Ctrl+Shift+J")
    return running.window.pages.currentWidget()


def asked(running):
    """Return the dialog of the quick log, opened by its keys."""
    running.press("Ctrl+L")
    running.qtbot.waitUntil(
        lambda: running.window.findChild(QuickLogDialog) is not None
    )
    dialog = running.window.findChild(QuickLogDialog)
    running.qtbot.waitUntil(dialog.line.hasFocus)
    return dialog


def shown(page):
    return [
        page.model.index(n, 0).data()
        for n in range(page.model.rowCount())
        if page.model.index(n, 0).flags().value
    ]


@pytest.fixture
def logged(running):
    """Return the window after three lines on two days."""
    write = running.journeying.workspace.journal
    today = write.today()
    write.add(today - timedelta(days=1), 30, "Read about joins", ["skill:sql-queries"])
    write.add(today, 90, "Wrote the tests", ["skill:unit-tests"])
    write.add(today, 20, "Fixed a bug")
    return running


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
        chip = next(
            b for b in dialog.findChildren(type(dialog.save)) if b.property("subject")
        )
        running.qtbot.waitUntil(lambda: not chip.visibleRegion().isEmpty())
        click(chip)
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


class TestPage:
    def test_an_empty_journal_says_how_to_begin(self, running):
        page = journal(running)
        assert "Ctrl+L" in page._hint.text()
        assert page._hint.isVisible()

    def test_lines_stand_under_their_days_the_newest_first(self, logged):
        page = journal(logged)
        assert shown(page) == ["Fixed a bug", "Wrote the tests", "Read about joins"]
        assert page.model.row(0).minutes == 110
        assert QApplication.focusWidget() is page.lines

    def test_weeks_add_up(self, logged):
        page = journal(logged)
        page.periods.chosen.emit(1)
        weeks = [row for row in page.model._rows if hasattr(row, "title")]
        assert sum(week.minutes for week in weeks) == 140

    def test_a_new_line_appears_while_the_page_is_open(self, logged):
        page = journal(logged)
        asked(logged)
        logged.write("5m stretched")
        logged.press("Return")
        assert "stretched" in shown(page)

    def test_delete_removes_a_line_and_undo_brings_it_back(self, logged):
        page = journal(logged)
        logged.press("Delete")
        assert shown(page) == ["Wrote the tests", "Read about joins"]
        logged.press("Ctrl+Z")
        assert shown(page) == ["Fixed a bug", "Wrote the tests", "Read about joins"]

    def test_j_joins_the_lines_that_are_chosen(self, logged):
        page = journal(logged)
        assert not page.join.isEnabled()
        logged.press("Shift+Down")
        assert page.join.isEnabled()
        logged.press("J")
        assert shown(page) == ["Wrote the tests", "Read about joins"]
        assert page.editor.entry.minutes == 110
        assert page.editor.entry.text == "Wrote the tests\n\nFixed a bug"

    def test_j_with_one_line_chosen_says_what_it_needs(self, logged):
        page = journal(logged)
        logged.press("J")
        assert logged.toast.startswith("Choose two or more lines of one day")
        assert len(shown(page)) == 3

    def test_lines_of_two_days_cannot_be_joined(self, logged):
        page = journal(logged)
        logged.press("Ctrl+A")
        assert not page.join.isEnabled()

    def test_delete_takes_all_that_are_chosen_and_one_undo_brings_them_back(
        self, logged
    ):
        page = journal(logged)
        logged.press("Shift+Down")
        assert page.editor.remove.text() == "Delete the 2 chosen"
        logged.press("Delete")
        assert shown(page) == ["Read about joins"]
        assert logged.toast == "2 lines deleted from the journal"
        logged.press("Ctrl+Z")
        assert sorted(shown(page)) == [
            "Fixed a bug",
            "Read about joins",
            "Wrote the tests",
        ]

    def test_each_chosen_line_looks_chosen(self, logged):
        page = journal(logged)
        at = [page.lines.visualRect(page.model.index(row, 0)) for row in (1, 2)]
        plain = [page.lines.grab(area).toImage() for area in at]
        logged.press("Shift+Down")
        page.search.setFocus()  # chosen without the keyboard on it
        chosen = [page.lines.grab(area).toImage() for area in at]
        middle = at[0].width() // 2, at[0].height() // 2
        assert chosen[1].pixelColor(*middle) != plain[1].pixelColor(*middle)
        assert chosen[0].pixelColor(*middle) == chosen[1].pixelColor(*middle)

    def test_a_line_is_split_where_the_text_cursor_is(self, logged):
        page = journal(logged)
        page.go_to(2)
        page.editor.text.text.setFocus()
        logged.press("Ctrl+Home")
        logged.press("Ctrl+Right")
        click(page.editor.split)
        assert shown(page) == ["Fixed a bug", "the tests", "Wrote", "Read about joins"]
        minutes = [page.model.row(n).minutes for n in (2, 3)]
        assert minutes == [45, 45]

    def test_a_line_with_nothing_behind_the_cursor_stays_whole(self, logged):
        page = journal(logged)
        click(page.editor.split)
        assert "Put the text cursor between two words" in logged.message
        assert len(shown(page)) == 3

    def test_text_is_stored_when_the_typing_ends(self, logged):
        page = journal(logged)
        logged.press("Return")
        assert QApplication.focusWidget() is page.editor.text.text
        logged.press("Ctrl+End")
        logged.write(" in the parser")
        page.lines.setFocus()
        assert shown(page)[0] == "Fixed a bug in the parser"
        assert logged.saved == "All changes saved"

    def test_time_and_day_are_changed_in_place(self, logged):
        page = journal(logged)
        page.editor.minutes.setFocus()
        page.editor.minutes.setValue(25)
        page.lines.setFocus()
        assert page.model.row(0).minutes == 115

    def test_words_are_found_in_lines_and_notes(self, logged):
        logged.journeying.commands.write_note("skill:sql-queries", "Joins on paper")
        page = journal(logged)
        page.focus_search()
        logged.write("join")
        assert shown(page) == ["Joins on paper", "Read about joins"]
        logged.press("Down")
        logged.press("Return")
        assert logged.journey.item == "skill:sql-queries"

    def test_lines_about_one_thing_alone(self, logged):
        page = journal(logged)
        page.show_about("skill:unit-tests")
        assert shown(page) == ["Wrote the tests"]
        assert page.model.row(0).minutes == 90, "of these lines, not of the whole day"
        click(page.only)
        assert len(shown(page)) == 3

    def test_a_link_leads_onto_the_road_and_can_be_taken_off(self, logged):
        page = journal(logged)
        page.go_to(page.model.row_of(page.model.row(2).subject))
        page.editor.opened.emit("skill:unit-tests")
        assert logged.journey.item == "skill:unit-tests"

    def test_what_the_terminal_logs_is_shown(self, logged):
        page = journal(logged)
        other = Workspace(logged.folder, lambda _stored: None)
        other.journal.add(other.journal.today(), 10, "From the terminal")
        other.close()
        logged.journeying.current.look_for_changes()
        assert shown(page)[0] == "From the terminal"

    def test_a_long_journal_is_read_page_by_page(self, running):
        write = running.journeying.workspace.journal
        for number in range(230):
            write.add(write.today(), 1, f"Line {number}")
        page = journal(running)
        assert len(shown(page)) == 200
        page.model.fetchMore(page.lines.rootIndex())
        assert len(shown(page)) == 230
        assert not page.model.canFetchMore(page.lines.rootIndex())

    def test_lines_about_one_thing_are_read_page_by_page_too(self, running):
        write = running.journeying.workspace.journal
        for number in range(205):
            write.add(write.today(), 1, f"Line {number}", ["skill:unit-tests"])
        page = journal(running)
        page.show_about("skill:unit-tests")
        assert len(shown(page)) == 200
        page.model.fetchMore(page.lines.rootIndex())
        assert shown(page)[-1] == "Line 0"


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


def test_what_is_due_is_said_on_the_journey_page_and_no_more_once_done(running):
    line = running.journeying.page.due
    assert not line.isVisible()
    workspace = running.journeying.workspace
    today = workspace.journal.today().isoformat()
    edit = Edit(Label.PROJECT, (Change("project:login-system", DUE, None, today),))
    with workspace.store.begin() as work:
        stored = work.append(edit, stamp(workspace.now()))
    running.journeying.current.changed.emit(stored, frozenset())
    assert line.isVisible()
    assert line.text().startswith("Due today: ")
    running.set_state("project:login-system", State.DONE)
    assert not line.isVisible()


def test_undo_in_the_minutes_that_were_just_changed_is_that_of_the_window(logged):
    page = journal(logged)
    page.editor.minutes.setFocus()
    page.editor.minutes.selectAll()
    logged.write("35")
    logged.press("Return")
    assert page.editor.entry.minutes == 35
    logged.press("Ctrl+Z")
    assert page.editor.entry.minutes == 20
