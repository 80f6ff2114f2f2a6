"""Projects by keyboard alone, as somebody who sees the page for the first time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.pages.keys import press
from tests.pages.projects import MINE, Board, with_own_project
from tracker.domain.edit import DUE, State
from tracker.ui.projects.new_dialog import NewProjectDialog


@pytest.fixture
def board(running):
    """Return the page on which a project of one's own is chosen."""
    return with_own_project(running)


def go_back_to(widget, most: int) -> int:
    """Press Shift+Tab until a widget has the keyboard; return how often."""
    for number in range(1, most + 1):
        press("Shift+Tab")
        if QApplication.focusWidget() is widget:
            return number
    raise AssertionError(f"not reached in {most}: {QApplication.focusWidget()}")


def menu_of(board) -> QMenu:
    """Press the menu key on the card that has the keyboard."""
    column = board.page.board.focused()
    reason = QContextMenuEvent.Reason.Keyboard
    middle = column.rect().center()
    event = QContextMenuEvent(reason, middle, column.mapToGlobal(middle))
    QApplication.sendEvent(column, event)
    return board.page.findChildren(QMenu)[-1]


def choose(board, text: str) -> None:
    """Go down the menu of the card to an entry, and press Enter."""
    menu = menu_of(board)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    for _ in range(texts.index(text) + 1):
        press("Down", menu)
    press("Return", menu)
    board.running.qtbot.waitUntil(lambda: not menu.isVisible())


class TestFromNothingToDone:
    def test_made_planned_and_finished(self, running):
        running.press("Ctrl+Shift+N")
        find = running.window.findChild
        running.qtbot.waitUntil(lambda: find(NewProjectDialog) is not None)
        running.qtbot.waitUntil(find(NewProjectDialog).title.hasFocus)
        running.write("Recipe finder")
        running.press("Return")
        board = Board(running)
        board.page.go_to(MINE)
        running.press("Return")
        assert QApplication.focusWidget() is board.detail.milestones.add
        running.write("Import")
        running.press("Return")
        # What was just added can be planned: its day is two steps back.
        assert go_back_to(board.detail.milestones.due.line, 3) <= 3
        running.write("+3")
        running.press("Return")
        day = board.running.journeying.workspace.projects.today() + timedelta(days=3)
        stored = running.journeying.current.reader.all_values(DUE)
        assert stored == {"milestone:my-recipe-finder/my-import": day.isoformat()}
        running.press("Escape")
        assert board.focused == "Recipe finder"
        running.press("Return")
        running.press("Space")
        assert board.column_of("Recipe finder") == "Done"
        running.press("Escape")
        running.press("Ctrl+Z")
        assert board.column_of("Recipe finder") == "Planned"

    def test_a_second_milestone_is_typed_without_leaving_the_field(self, board):
        board.detail.milestones.add.setFocus()
        for title in ("Polish", "Release"):
            board.running.write(title)
            board.running.press("Return")
        assert board.milestones[-2:] == ["Polish", "Release"]
        assert board.detail.milestones.tree.current_subject().endswith("my-release")


class TestTheMenuOfACard:
    def test_it_sets_the_state(self, board):
        choose(board, "Active")
        assert board.column_of("Recipe finder") == "Active"

    def test_it_archives_and_the_keyboard_stays_on_the_board(self, board):
        choose(board, "Archive")
        assert board.column_of("Recipe finder") == ""
        board.page.archived.setChecked(True)
        board.page.go_to(MINE)
        choose(board, "Out of the archive")
        board.page.archived.setChecked(False)
        assert board.column_of("Recipe finder") == "Planned"

    def test_it_duplicates(self, board):
        choose(board, "Duplicate")
        assert board.column_of("Recipe finder (copy)") == "Planned"

    def test_it_removes_only_what_is_ones_own(self, board):
        own = [action.text() for action in menu_of(board).actions()]
        assert "Remove" in own
        board.page.findChildren(QMenu)[-1].close()
        card = board.page._cards["project:quiz-game"]
        given = [action.text() for action in board.page.menu.menu(card).actions()]
        assert "Remove" not in given

    def test_a_right_click_is_about_the_card_below_the_mouse(self, board):
        column = board.page.board.columns[State.TODO]
        index = column.cards.index(0, 0)
        at = column.visualRect(index).center()
        reason = QContextMenuEvent.Reason.Mouse
        everywhere = column.viewport().mapToGlobal(at)
        event = QContextMenuEvent(reason, at, everywhere)
        QApplication.sendEvent(column.viewport(), event)
        board.page.findChildren(QMenu)[-1].close()
        assert column.currentIndex().data() == index.data()
        nowhere = QPoint(column.width() // 2, column.viewport().height() - 1)
        assert not column.indexAt(nowhere + QPoint(0, 10_000)).isValid()


class TestRemoving:
    def test_delete_removes_a_card_and_undo_brings_it_back(self, board):
        board.running.press("Delete")
        assert board.column_of("Recipe finder") == ""
        assert board.running.toast == "“Recipe finder” removed"
        board.running.press("Ctrl+Z")
        assert board.column_of("Recipe finder") == "Planned"

    def test_delete_on_one_of_the_roadmap_says_what_to_do_instead(self, board):
        board.page.go_to("project:quiz-game")
        board.running.press("Delete")
        assert "archive it instead" in board.running.message
        assert board.column_of("Quiz game in the terminal") == "Planned"

    def test_after_the_button_the_keyboard_is_on_the_board_again(self, board):
        board.detail.remove.setFocus()
        board.running.press("Space")
        assert board.column_of("Recipe finder") == ""
        assert board.page.board.focused() is not None

    def test_a_removed_one_is_brought_back_by_keys(self, board):
        board.running.press("Delete")
        board.page.removed.setFocus()
        board.running.press("Space")
        menu = board.page.findChildren(QMenu)[-1]
        press("Down", menu)
        press("Return", menu)
        board.running.qtbot.waitUntil(
            lambda: board.column_of("Recipe finder") == "Planned"
        )
        assert board.milestones == ["Import", "Search", "Deploy"]
