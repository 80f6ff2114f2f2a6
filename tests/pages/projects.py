"""The Projects page, as a learner sees and uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from tests.pages.keys import click
from tests.pages.window import entering
from tracker.domain.edit import State
from tracker.domain.ids import PROJECT
from tracker.services.wording import state_name

if TYPE_CHECKING:
    from tracker.ui.projects.page import ProjectsPage


MINE = "project:my-recipe-finder"


def with_own_project(running) -> Board:
    """Show a project of one's own that has three milestones."""
    projects = running.journeying.workspace.projects
    projects.create("Recipe finder", stage="stage:backend-career/learn-the-basics")
    for title in ("Import", "Search", "Deploy"):
        projects.add_part(MINE, title)
    found = Board(running)
    found.page.go_to(MINE)
    return found


class Board:
    """The page of projects in a running window."""

    def __init__(self, running) -> None:
        """Open the page by its keys."""
        self.running = running
        running.window.activateWindow()  # after a dialog the screen would do it
        running.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        running.press("Ctrl+Shift+B")
        self.page: ProjectsPage = running.journeying.projects
        self.detail = self.page.detail
        self.tree = self.page.detail.milestones.tree

    def titles(self, state: State) -> list[str]:
        """The cards of a column, from above."""
        cards = self.page.board.columns[state].cards
        return [cards.index(n, 0).data() for n in range(cards.rowCount())]

    def column_of(self, title: str) -> str:
        """The name of the column in which a card stands."""
        found = [s for s in State if title in self.titles(s)]
        return state_name(found[0], PROJECT) if found else ""

    @property
    def focused(self) -> str:
        """The card that has the keyboard."""
        column = self.page.board.focused()
        return "" if column is None else column.currentIndex().data() or ""

    @property
    def milestones(self) -> list[str]:
        items = self.tree._items().values()
        return [i.text(0) for i in items if i.parent() is None]

    def drag(self, subject: str, state: State) -> None:
        """Let a card go over another column."""
        source = next(
            c for c in self.page.board.columns.values() if c.cards.row_of(subject) >= 0
        )
        index = source.cards.index(source.cards.row_of(subject), 0)
        data = source.cards.mimeData([index])
        drop = QDropEvent(
            QPointF(20, 20),
            Qt.DropAction.MoveAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        viewport = self.page.board.columns[state].viewport()
        QApplication.sendEvent(viewport, entering(data))
        QApplication.sendEvent(viewport, drop)

    def add(self, title: str) -> None:
        """Add a milestone by typing its title."""
        click(self.detail.milestones.add)
        self.running.write(title)
        self.running.press("Return")
