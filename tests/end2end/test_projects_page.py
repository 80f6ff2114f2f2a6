"""Projects in the window: made, planned, moved and finished, by keys and by mouse."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from tests.pages.keys import click
from tests.pages.projects import MINE, Board, with_own_project
from tracker.domain.edit import BRIEF, DUE, REPOSITORY, State
from tracker.ui.projects.new_dialog import NewProjectDialog
from tracker.workspace import Workspace

FIRST = "Quiz game in the terminal"


@pytest.fixture
def board(running):
    """Return the page on which a project of one's own is chosen."""
    return with_own_project(running)


def asked(running):
    """Return the dialog for a new project, opened by its keys."""
    running.press("Ctrl+Shift+N")
    running.qtbot.waitUntil(
        lambda: running.window.findChild(NewProjectDialog) is not None
    )
    dialog = running.window.findChild(NewProjectDialog)
    running.qtbot.waitUntil(dialog.title.hasFocus)
    return dialog


class TestMaking:
    def test_a_project_is_made_and_filled_by_keys_alone(self, running):
        asked(running)
        running.write("Recipe finder")
        running.press("Return")
        board = Board(running)
        assert running.toast == "Project “Recipe finder” made"
        assert board.column_of("Recipe finder") == "Planned"
        assert board.detail.title.text() == "Recipe finder"
        running.press("Return")  # into what adds the first milestone
        running.write("Import")
        running.press("Return")
        running.write("Search")
        running.press("Return")
        assert board.milestones == ["Import", "Search"]

    def test_a_title_that_says_nothing_is_told_in_the_dialog(self, running):
        dialog = asked(running)
        running.press("Return")
        assert dialog.said.text() == "Give it a title."
        assert dialog.isVisible()
        running.press("Escape")
        assert running.edits() == 0

    def test_a_day_can_be_said_in_words(self, running):
        dialog = asked(running)
        running.write("Recipe finder")
        dialog.due.line.setText("+7")
        running.press("Return")
        workspace = running.journeying.workspace
        stored = workspace.store.reader.all_values(DUE)
        day = workspace.projects.today() + timedelta(days=7)
        assert stored == {MINE: day.isoformat()}


class TestBoard:
    def test_arrows_go_from_card_to_card_and_past_empty_columns(self, board):
        board.running.journeying.commands.set_state(MINE, State.DONE)
        board.page.go_to("project:quiz-game")
        assert board.focused == FIRST
        board.running.press("Down")
        assert board.focused != FIRST
        board.running.press("Right")
        assert board.focused == "Recipe finder"
        board.running.press("Left")
        assert board.focused == board.titles(State.TODO)[0]

    def test_ctrl_and_an_arrow_move_a_card_and_undo_takes_it_back(self, board):
        board.running.press("Ctrl+Right")
        assert board.column_of("Recipe finder") == "Active"
        assert board.focused == "Recipe finder"
        board.running.press("Ctrl+Right")
        assert board.column_of("Recipe finder") == "Done"
        board.running.press("Ctrl+Z")
        board.running.press("Ctrl+Z")
        assert board.column_of("Recipe finder") == "Planned"

    def test_a_card_is_dragged_to_another_column(self, board):
        board.drag(MINE, State.LEARNING)
        assert board.column_of("Recipe finder") == "Active"
        assert board.running.stored_state(MINE) == "learning"

    def test_the_filter_finds_words_of_titles_and_milestones(self, board):
        board.running.press("Ctrl+F")
        board.running.write("deploy recipe")
        assert board.titles(State.TODO) == ["Recipe finder"]
        board.running.press("Down")
        assert board.focused == "Recipe finder"

    def test_the_list_shows_the_same_and_sorts(self, board):
        click(board.page.ways._group.button(1))
        table = board.page.table
        table.sortByColumn(0, table.horizontalHeader().sortIndicatorOrder())
        rows = range(table.sorted.rowCount())
        titles = [table.sorted.index(n, 0).data() for n in rows]
        assert titles == sorted(titles, key=str.casefold)
        assert "Recipe finder" in titles

    def test_what_is_overdue_says_so_in_words(self, board):
        projects = board.running.journeying.workspace.projects
        yesterday = projects.today() - timedelta(days=1)
        part = "milestone:my-recipe-finder/my-search"
        projects.set_field(part, DUE, yesterday.isoformat())
        (card,) = [c for c in board.page._cards.values() if c.work.subject == MINE]
        assert card.due.startswith("Overdue since")
        assert "Overdue since" in card.spoken
        assert "next: Search (Recipe finder), overdue since" in board.running.status

    def test_what_is_set_aside_is_shown_when_asked_for(self, board):
        board.running.journeying.commands.set_state(MINE, State.ASIDE)
        assert board.column_of("Recipe finder") == ""
        click(board.page.aside)
        assert board.column_of("Recipe finder") == "Set aside"

    def test_what_another_program_did_is_shown(self, board):
        other = Workspace(board.running.folder, lambda _stored: None)
        other.projects.create("From the terminal")
        other.close()
        board.running.look_for_changes()
        assert board.column_of("From the terminal") == "Planned"


class TestMilestones:
    def test_space_checks_off_and_the_last_one_finishes_the_project(self, board):
        board.running.press("Return")
        assert QApplication.focusWidget() is board.tree
        for _ in range(3):
            board.running.press("Space")
            board.running.press("Down")
        assert board.column_of("Recipe finder") == "Done"
        assert board.running.stored_state(MINE) == "done"

    def test_alt_and_an_arrow_move_one(self, board):
        board.running.press("Return")
        board.running.press("Alt+Down")
        assert board.milestones == ["Search", "Import", "Deploy"]
        assert board.tree.current_subject() == "milestone:my-recipe-finder/my-import"
        board.running.press("Alt+Down")
        board.running.press("Alt+Down")
        assert board.milestones == ["Search", "Deploy", "Import"]
        board.running.press("Alt+Up")
        assert board.milestones == ["Search", "Import", "Deploy"]

    def test_f2_renames_in_place(self, board):
        board.running.press("Return")
        board.running.press("F2")
        board.running.press("Ctrl+A")
        board.running.write("Import of recipes")
        board.running.press("Return")
        board.running.qtbot.waitUntil(
            lambda: board.milestones[0] == "Import of recipes"
        )

    def test_an_empty_name_is_refused_and_the_old_one_stays(self, board):
        board.running.press("Return")
        board.running.press("F2")
        board.running.press("Ctrl+A")
        board.running.press("Delete")
        board.running.press("Return")
        board.running.qtbot.waitUntil(lambda: board.running.message != "")
        assert "Give it a title" in board.running.message
        assert board.milestones[0] == "Import"

    def test_delete_removes_and_undo_brings_back(self, board):
        board.running.press("Return")
        board.running.press("Delete")
        assert board.milestones == ["Search", "Deploy"]
        assert board.detail.milestones.removed.isVisible()
        board.running.press("Ctrl+Z")
        assert board.milestones == ["Import", "Search", "Deploy"]

    def test_a_step_is_added_below_the_current_one_and_its_day_is_set(self, board):
        board.running.press("Return")
        click(board.detail.milestones.step)
        board.running.write("Parse")
        board.running.press("Return")
        assert "step:my-recipe-finder/my-import/my-parse" in board.tree._items()
        line = board.detail.milestones.due.line
        line.setFocus()
        board.running.write("tomorrow")
        board.running.press("Return")
        projects = board.running.journeying.workspace.projects
        day = projects.today() + timedelta(days=1)
        stored = board.running.journeying.current.reader.all_values(DUE)
        assert stored == {"milestone:my-recipe-finder/my-import": day.isoformat()}

    def test_they_are_added_to_a_project_of_the_roadmap(self, board):
        board.page.go_to("project:quiz-game")
        board.add("Played by a friend")
        assert board.milestones[-1] == "Played by a friend"
        assert len(board.milestones) > 3


class TestFields:
    def test_the_title_is_changed_in_place(self, board):
        click(board.detail.title)
        board.running.press("Ctrl+A")
        board.running.write("Cookbook")
        board.running.press("Return")
        assert board.column_of("Cookbook") == "Planned"

    def test_a_bad_day_is_told_and_the_stored_one_stays(self, board):
        line = board.detail.fields.due.line
        line.setFocus()
        board.running.write("soon")
        board.running.press("Return")
        assert "2026-11-28" in board.running.message
        assert line.text() == ""

    @pytest.mark.parametrize(
        ("field", "typed", "days"), [("due", "in 3 days", 3), ("start", "1d ago", -1)]
    )
    def test_a_day_is_typed_in_the_words_of_the_quick_log(
        self, board, field, typed, days
    ):
        line = getattr(board.detail.fields, field).line
        line.setFocus()
        board.running.write(typed)
        board.running.press("Return")
        today = board.running.journeying.workspace.projects.today()
        assert line.text() == (today + timedelta(days)).isoformat()
        assert board.running.message == ""

    def test_a_repository_is_stored_and_a_bad_one_refused(self, board):
        line = board.detail.fields.repository
        line.setFocus()
        board.running.write("/home/me/app")
        board.running.press("Return")
        values = board.running.journeying.current.reader.all_values(REPOSITORY)
        assert values == {MINE: "/home/me/app"}
        board.running.press("Ctrl+A")
        board.running.write("app")
        board.running.press("Return")
        assert "A repository is" in board.running.message
        assert line.text() == "/home/me/app"

    def test_a_folder_that_is_not_there_is_said(self, board):
        projects = board.running.journeying.workspace.projects
        projects.set_field(MINE, REPOSITORY, "/nowhere/at/all")
        click(board.detail.fields.open)
        assert "There is no folder /nowhere/at/all" in board.running.message

    def test_the_brief_is_stored_when_another_project_is_chosen(self, board):
        board.detail.brief.text.setFocus()
        board.running.write("Finds recipes.")
        board.page.go_to("project:quiz-game")
        assert board.running.saved == "All changes saved"
        board.page.go_to(MINE)
        assert board.detail.brief.text.toPlainText() == "Finds recipes."
        assert board.page.is_saved

    @pytest.mark.parametrize("before", ["", "Old plan."])
    def test_a_brief_that_goes_over_one_from_elsewhere_says_so(self, board, before):
        projects = board.running.journeying.workspace.projects
        projects.set_field(MINE, BRIEF, before)
        board.detail.brief.text.setFocus()
        board.running.write("Mine. ")
        elsewhere = Workspace(board.running.folder, lambda _stored: None)
        elsewhere.projects.set_field(MINE, BRIEF, "Theirs.")
        elsewhere.close()
        board.running.press("Tab")
        assert "“Recipe finder” was changed elsewhere" in board.running.message
        board.running.run("undo")
        values = board.running.journeying.current.reader.all_values(BRIEF)
        assert values[MINE] == "Theirs."

    def test_a_brief_and_a_note_that_only_the_window_wrote_say_nothing(self, board):
        for editor in (board.detail.brief, board.detail.note, board.detail.brief):
            editor.text.setFocus()
            board.running.write("Mine. ")
            board.running.press("Tab")
        board.page.go_to("project:quiz-game")  # its brief is of the road
        board.detail.brief.text.setFocus()
        board.running.write("Mine. ")
        board.running.press("Tab")
        assert board.running.message == ""

    def test_looking_at_projects_asks_for_nothing_to_be_saved(self, board):
        before = board.running.edits()
        for subject in list(board.page._cards)[:5]:
            board.page.go_to(subject)
            assert board.running.saved == "All changes saved"
        assert board.running.edits() == before

    def test_a_skill_is_added_by_its_name_and_taken_off(self, board):
        line = board.detail.skills.add
        line.setFocus()
        board.running.write("unit tests")
        board.running.press("Return")
        assert board.page._cards[MINE].work.skills == ("skill:unit-tests",)
        board.detail.skills._store([])
        assert board.page._cards[MINE].work.skills == ()

    def test_removed_ones_are_brought_back(self, board):
        board.detail.remove.click()
        assert board.column_of("Recipe finder") == ""
        assert board.page.removed.text() == "Removed (1)"
        board.page._bring_back(MINE)
        assert board.column_of("Recipe finder") == "Planned"
        assert not board.page.removed.isVisible()

    def test_an_archived_one_is_hidden_and_shown_when_asked_for(self, board):
        board.detail.archive.click()
        assert board.column_of("Recipe finder") == ""
        click(board.page.archived)
        assert board.column_of("Recipe finder") == "Planned"

    def test_a_copy_is_chosen_at_once(self, board):
        board.detail.copy.click()
        assert board.detail.title.text() == "Recipe finder (copy)"
        assert board.milestones == ["Import", "Search", "Deploy"]

    def test_lines_of_the_journal_about_it_are_shown(self, board):
        journal = board.running.journeying.workspace.journal
        journal.add(journal.today(), 90, "Wrote the parser", [MINE])
        assert "1 h 30 logged lately" in board.detail.about.text()


class TestTheRoad:
    def test_an_own_project_stands_in_its_stage_and_leads_to_the_board(self, board):
        board.running.show_journey()
        board.running.press("Alt+2")
        assert "Recipe finder" in board.running.journey.titles()
        board.running.journey.open("Recipe finder")
        board.running.journeying.page.panel.detail.project_opened.emit(MINE)
        assert board.running.window.pages.currentWidget() is board.page
        assert board.page.chosen == MINE

    def test_the_board_leads_to_the_road(self, board):
        board.detail.on_road.click()
        assert board.running.journey.item == MINE

    def test_a_new_project_appears_on_the_road_without_a_restart(self, running):
        running.press("Alt+2")
        before = running.journey.titles()
        running.journeying.workspace.projects.create(
            "Recipe finder", stage="stage:backend-career/learn-the-basics"
        )
        assert running.journey.titles() == [*before, "Recipe finder"]
        running.press("Ctrl+Z")
        assert running.journey.titles() == before

    def test_a_project_without_a_stage_opens_on_the_board(self, running):
        running.journeying.workspace.projects.create("Recipe finder")
        running.journeying.go_to(MINE)
        assert running.journeying.projects.chosen == MINE


class TestUndoFromAField:
    """Undo in a field that holds nothing unsaved is the undo of the window."""

    def test_a_milestone_that_was_just_added(self, board):
        click(board.detail.milestones.add)
        for title in ("Login", "Logout"):
            board.running.write(title)
            board.running.press("Return")
        board.running.press("Ctrl+Z")
        assert board.milestones[-1] == "Login"
        assert board.detail.milestones.add.text() == ""
        board.running.press("Ctrl+Z")
        assert "Login" not in board.milestones
        board.running.press("Ctrl+Shift+Z")
        assert board.milestones[-1] == "Login"

    def test_a_due_day_that_was_just_set(self, board):
        due = board.detail.fields.due.line
        due.setFocus()
        board.running.write("tomorrow")
        board.running.press("Return")
        assert board.page._cards[MINE].work.due is not None
        board.running.press("Ctrl+Z")
        assert board.page._cards[MINE].work.due is None
        assert due.text() == ""

    def test_a_title_that_was_just_changed(self, board):
        title = board.detail.title
        title.setFocus()
        board.running.press("End")
        board.running.write(" for two")
        board.running.press("Return")
        board.running.press("Ctrl+Z")
        assert title.text() == "Recipe finder"
        assert board.page._cards[MINE].work.title == "Recipe finder"

    def test_a_line_logged_while_a_field_had_the_keyboard(self, board):
        board.detail.fields.repository.setFocus()
        board.running.journeying.workspace.journal.add(
            board.running.journeying.workspace.journal.today(), 5, "Tea"
        )
        board.running.press("Ctrl+Z")
        reader = board.running.journeying.workspace.store.reader
        assert reader.entries("", "9", 9) == []

    def test_what_is_being_typed_comes_first(self, board):
        click(board.detail.milestones.add)
        board.running.write("Half")
        board.running.press("Ctrl+Z")
        assert board.detail.milestones.add.text() == ""
        assert len(board.milestones) == 3


class TestHalfTyped:
    def test_a_change_from_outside_leaves_a_title_that_is_being_typed(self, board):
        board.tree.setFocus()
        board.tree.go_to(board.page._cards[MINE].work.milestones[1].subject)
        board.running.press("F2")
        board.running.write("Look for")
        other = Workspace(board.running.folder, lambda _stored: None)
        other.projects.add_part(MINE, "From the terminal")
        other.close()
        board.running.journeying.current.look_for_changes()
        board.running.write(" it")
        board.running.press("Return")
        wanted = ["Import", "Look for it", "Deploy", "From the terminal"]
        board.running.qtbot.waitUntil(lambda: board.milestones == wanted)

    def test_a_title_that_is_refused_stays_in_its_editor(self, board):
        board.tree.setFocus()
        board.tree.go_to(board.page._cards[MINE].work.milestones[1].subject)
        board.running.press("F2")
        board.tree._editor().setText("")
        board.running.write("x" * 301)
        board.running.press("Return")
        board.running.qtbot.waitUntil(lambda: board.running.message != "")
        board.running.qtbot.waitUntil(lambda: board.tree._editor() is not None)
        assert board.tree._editor().text() == "x" * 301
        assert "300" in board.running.message
        board.running.press("Backspace")
        board.running.press("Return")
        board.running.qtbot.waitUntil(lambda: board.milestones[1] == "x" * 300)

    def test_a_new_milestone_is_there_again_with_its_project(self, board):
        click(board.detail.milestones.add)
        board.running.write("Half a thou")
        board.page.go_to("project:quiz-game")
        assert board.detail.milestones.add.text() == ""
        board.page.go_to(MINE)
        assert board.detail.milestones.add.text() == "Half a thou"

    def test_a_day_is_stored_on_the_project_it_was_typed_for(self, board):
        due = board.detail.fields.due.line
        due.setFocus()
        board.running.write("tomorrow")
        board.page.go_to("project:quiz-game")
        assert due.text() == ""
        assert board.page._cards[MINE].work.due is not None
        assert board.page._cards[board.page.chosen].work.due is None
