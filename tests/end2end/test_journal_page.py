"""The journal in the window: lines are shown, found, changed and undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from tests.pages.journal import asked, offered
from tests.pages.keys import click
from tracker.domain.edit import DUE, Change, Edit, Label, State
from tracker.services.stamps import stamp
from tracker.workspace import Workspace


def journal(running):
    """Return the journal page, opened by its keys."""
    running.press("Ctrl+Shift+J")
    return running.window.pages.currentWidget()


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
        logged.press("Shift+Down")
        assert page.editor.join.isEnabled()
        logged.press("J")
        assert shown(page) == ["Wrote the tests", "Read about joins"]
        assert page.editor.entry.minutes == 110
        assert page.editor.entry.text == "Wrote the tests\n\nFixed a bug"

    def test_lines_of_two_days_cannot_be_joined(self, logged):
        page = journal(logged)
        logged.press("Ctrl+A")
        assert not page.editor.join.isEnabled()

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

    def test_a_text_written_from_two_sides_is_told_and_comes_back(self, logged):
        page = journal(logged)
        text = page.editor.text.text
        text.setFocus()
        text.insertPlainText("Yours: ")
        other = Workspace(logged.folder, lambda _stored: None)
        other.journal.change(replace(page.editor.entry, text="Theirs", minutes=25))
        other.close()
        page.editor.save()
        said = "changed elsewhere while you typed"
        assert said in logged.window.messages.text.text()
        stored = page.editor.entry
        assert (stored.text, stored.minutes) == ("Yours: Fixed a bug", 25)
        page.lines.setFocus()
        logged.press("Ctrl+Z")
        assert page.editor.entry.text == "Theirs"

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


class TestFinding:
    def test_f_chooses_by_typing_what_the_lines_are_about(self, logged):
        page = journal(logged)
        logged.press("F")
        offered(logged)
        logged.write("unit te")
        logged.press("Return")
        assert shown(page) == ["Wrote the tests"]
        assert "Unit tests" in page.filters.only.text()

    def test_only_what_lines_are_about_is_offered(self, logged):
        journal(logged)
        logged.press("F")
        titles = {entry.title for entry in offered(logged)._model._entries}
        assert len(titles) == 3
        assert "All lines" in titles

    def test_g_goes_to_a_month_by_its_year_and_the_chip_leads_back(self, logged):
        write = logged.journeying.workspace.journal
        write.add(date(2024, 2, 29), 10, "Leapt")
        write.add(date(2024, 1, 5), 10, "Began")
        page = journal(logged)
        logged.press("G")
        offered(logged)
        logged.write("february 2024")
        logged.press("Return")
        assert shown(page) == ["Leapt", "Began"]
        assert page.editor.entry.text == "Leapt"
        click(page.filters.until)
        assert shown(page)[0] == "Fixed a bug"

    def test_a_month_and_what_lines_are_about_go_together(self, logged):
        write = logged.journeying.workspace.journal
        write.add(date(2024, 2, 29), 10, "Leapt", ["skill:unit-tests"])
        write.add(date(2024, 2, 28), 10, "Walked")
        page = journal(logged)
        page.show_month("2024-02")
        page.show_about("skill:unit-tests")
        assert shown(page) == ["Leapt"]
        page.show_month("2023-01")
        assert shown(page) == []
        assert "No line is like this" in page._hint.text()

    def test_words_of_a_brief_lead_to_the_project(self, logged):
        made = logged.journeying.workspace.projects.create(
            "Recipe finder", brief="Finds what is in the fridge"
        )
        page = journal(logged)
        page.focus_search()
        logged.write("fridge")
        assert shown(page) == ["Finds what is in the fridge"]
        logged.press("Down")
        assert "Brief of “Recipe finder”" in page.editor._empty.text()
        logged.press("Return")
        projects = logged.window.pages.currentWidget()
        assert projects.current_subject() == made.edit.changes[0].subject

    def test_a_found_proof_leads_to_its_skill_by_the_mouse(self, logged):
        proofs = logged.journeying.workspace.proofs
        proofs.add_note("skill:sql-queries", "Explained windows in a talk")
        page = journal(logged)
        page.search.setText("windows")
        click(page.editor.open_found)
        assert logged.journey.item == "skill:sql-queries"

    def test_a_found_proof_of_a_line_opens_the_line(self, logged):
        workspace = logged.journeying.workspace
        line = workspace.journal.add(date(2024, 2, 29), 10, "Leapt").edit.changes[0]
        workspace.proofs.add_note(line.subject, "With a stopwatch")
        page = journal(logged)
        page.focus_search()
        logged.write("stopwatch")
        logged.press("Down")
        logged.press("Return")
        assert page.editor.entry.text == "Leapt"
        assert page.search.text() == ""

    def test_what_was_removed_is_found_but_not_opened(self, logged):
        projects = logged.journeying.workspace.projects
        made = projects.create("Recipe finder").edit.changes[0].subject
        projects.remove(made)
        page = journal(logged)
        page.search.setText("recipe")
        assert "removed" in page.editor._empty.text()
        assert not page.editor.open_found.isVisible()

    def test_a_new_name_is_shown_on_the_lines_about_it(self, logged):
        workspace = logged.journeying.workspace
        made = workspace.projects.create("Recipe finder").edit.changes[0].subject
        workspace.journal.add(workspace.journal.today(), 5, "Cooked", [made])
        page = journal(logged)
        assert page.model.titles[made] == "Recipe finder"
        workspace.projects.set_field(made, "title", "Cook book")
        assert page.model.titles[made] == "Cook book"


class TestEditing:
    def test_a_found_line_stays_open_while_its_words_are_changed(self, logged):
        """What is typed next would go into another line."""
        page = journal(logged)
        page.search.setText("wrote")
        logged.journeying.workspace.journal.add(date(2024, 1, 1), 5, "Wrote a letter")
        page.go_to(page.model.row_of(page.model.row(1).subject))
        opened = page.editor.entry.subject
        page.editor.text.text.setFocus()
        page.editor.text.text.setPlainText("Ran the tests")
        page.save()
        assert shown(page) == ["Wrote a letter"]
        assert page.editor.entry.subject == opened
        logged.press("Ctrl+End")
        logged.write(" twice")
        page.save()
        entry = logged.journeying.current.reader.entry(opened)
        assert entry.text == "Ran the tests twice"
        click(page.editor.remove)
        assert logged.toast == "“Ran the tests twice” deleted from the journal"

    def test_several_lines_are_deleted_and_brought_back_at_once(self, logged):
        page = journal(logged)
        logged.press("Shift+Down")
        assert page.editor.remove.text() == "Delete the 2 chosen"
        logged.press("Delete")
        assert shown(page) == ["Read about joins"]
        assert logged.toast == "2 lines deleted from the journal"
        logged.press("Ctrl+Z")
        assert len(shown(page)) == 3

    def test_the_next_line_is_chosen_where_one_was_deleted(self, logged):
        page = journal(logged)
        logged.press("Down")
        logged.press("Delete")
        assert page.editor.entry.text == "Read about joins"

    def test_lines_are_joined_by_the_mouse_and_parted_by_undo(self, logged):
        page = journal(logged)
        click(page.editor.join)
        assert shown(page) == ["Wrote the tests", "Read about joins"]
        logged.press("Ctrl+Z")
        assert shown(page) == ["Fixed a bug", "Wrote the tests", "Read about joins"]

    def test_lines_of_two_days_are_not_offered_to_be_joined(self, logged):
        page = journal(logged)
        logged.press("Down")
        assert not page.editor.join.isEnabled()

    def test_what_is_being_typed_is_part_of_the_joined_line(self, logged):
        page = journal(logged)
        page.editor.text.text.setFocus()
        page.editor.text.text.setPlainText("Fixed two bugs")
        click(page.editor.join)
        assert page.editor.entry.text == "Wrote the tests\n\nFixed two bugs"

    def test_s_splits_a_line_and_undo_makes_it_whole(self, logged):
        page = journal(logged)
        logged.press("S")
        assert shown(page).count("Fixed a bug") == 2
        logged.press("Ctrl+Z")
        assert shown(page).count("Fixed a bug") == 1
        assert page.model.row(1).minutes == 20

    def test_a_line_is_deleted_by_the_mouse(self, logged):
        page = journal(logged)
        click(page.editor.remove)
        assert shown(page) == ["Wrote the tests", "Read about joins"]

    def test_a_line_gets_one_more_thing_that_it_is_about(self, logged):
        page = journal(logged)
        page.editor.add_link.setFocus()
        logged.press("Return")
        offered(logged)
        logged.write("sql quer")
        logged.press("Return")
        assert page.editor.entry.links == ("skill:sql-queries",)
        logged.press("Ctrl+Z")
        assert page.editor.entry.links == ()

    def test_a_change_far_down_keeps_the_place(self, running):
        write = running.journeying.workspace.journal
        for number in range(230):
            write.add(write.today(), 2, f"Line {number}")
        page = journal(running)
        page.model.fetchMore(page.lines.rootIndex())
        page.go_to(page.model.rowCount() - 1)
        click(page.editor.split)
        assert page.editor.entry.text == "Line 0"
        assert len(shown(page)) == 231

    def test_proof_is_added_to_a_line_and_shown_on_it(self, logged):
        page = journal(logged)
        evidence = page.editor.evidence
        given = ["https://example.org/pull/4"]
        evidence.data_given.emit(evidence.target, given)
        assert [row.proof.value for row in evidence.rows] == given
        assert logged.toast.endswith("added to “Fixed a bug”")
        logged.press("Down")
        assert evidence.rows == []
        logged.press("Up")
        assert len(evidence.rows) == 1

    def test_a_line_of_a_new_day_keeps_its_day(self, running, monkeypatch):
        """The window was open at midnight."""
        page = journal(running)
        tomorrow = page.editor._today() + timedelta(days=1)
        write = running.journeying.workspace.journal
        monkeypatch.setattr(write, "today", lambda: tomorrow)
        page.editor._today = lambda: tomorrow
        write.add(tomorrow, 5, "After midnight")
        assert page.editor.day.day == tomorrow


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
