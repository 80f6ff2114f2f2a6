"""The board of applications, as a learner sees and uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.pages.keys import press
from tests.pages.window import entering
from tracker.domain.application import Phase
from tracker.services.wording_applications import phase_name
from tracker.ui.career.applications.new_dialog import NewApplicationDialog

if TYPE_CHECKING:
    from tracker.domain.application import Application
    from tracker.ui.career.applications.section import ApplicationsSection

ADVERT = "Backend developer\n\nYou must know Python. PostgreSQL is nice to have."


class JobBoard:
    """The section in a running window."""

    def __init__(self, running) -> None:
        """Open the section by its keys."""
        self.running = running
        self.show()
        section = running.journeying.career.section("applications")
        self.section: ApplicationsSection = section
        self.detail = section.detail
        self.jobs = running.journeying.workspace.use_cases.applications

    def show(self) -> None:
        """Press the keys that lead here."""
        running = self.running
        running.window.activateWindow()  # after a dialog the screen would do it
        running.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        running.press("Ctrl+Shift+D")

    @property
    def dialog(self) -> NewApplicationDialog:
        """The dialog that asks for a new one."""
        find, waited = self.running.window.findChild, self.running.qtbot.waitUntil
        waited(lambda: find(NewApplicationDialog) is not None)
        dialog = find(NewApplicationDialog)
        waited(dialog.title.hasFocus)
        return dialog

    @property
    def is_asking(self) -> bool:
        """Whether that dialog is open."""
        dialog = self.running.window.findChild(NewApplicationDialog)
        return dialog is not None and dialog.isVisible()

    def add(self, title: str, **fields: str) -> str:
        """Begin one without the window; return its subject."""
        stored = self.jobs.add(title, **fields)
        return stored.edit.changes[0].subject

    def keep_advert(self, **fields: str) -> str:
        """Keep an advert without the window; return its subject."""
        postings = self.running.journeying.workspace.use_cases.postings
        return postings.add(ADVERT, **fields).edit.changes[0].subject

    def titles(self, phase: Phase) -> list[str]:
        """The cards of a column, from above."""
        cards = self.section.board.columns[phase].cards
        return [cards.index(n, 0).data() for n in range(cards.rowCount())]

    def column_of(self, title: str) -> str:
        """The name of the column in which a card stands."""
        found = [phase for phase in Phase if title in self.titles(phase)]
        return phase_name(found[0]) if found else ""

    def card(self, title: str):
        """What a card says."""
        cards = self.section._cards.values()
        return next(card for card in cards if card.title == title)

    def stored(self, title: str) -> Application:
        """What is stored of one."""
        return next(each for each in self.jobs.all() if each.title == title)

    @property
    def focused(self) -> str:
        """The card that has the keyboard."""
        column = self.section.board.focused()
        return "" if column is None else column.currentIndex().data() or ""

    def drag(self, subject: str, phase: Phase) -> None:
        """Let a card go over another column."""
        columns = self.section.board.columns
        source = next(c for c in columns.values() if c.cards.row_of(subject) >= 0)
        index = source.cards.index(source.cards.row_of(subject), 0)
        data = source.cards.mimeData([index])
        drop = QDropEvent(
            QPointF(20, 20),
            Qt.DropAction.MoveAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        viewport = columns[phase].viewport()
        QApplication.sendEvent(viewport, entering(data))
        QApplication.sendEvent(viewport, drop)

    def choose(self, text: str) -> None:
        """Press the menu key on the card with the keyboard, go to an entry, Enter."""
        column = self.section.board.focused()
        middle = column.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        event = QContextMenuEvent(reason, middle, column.mapToGlobal(middle))
        QApplication.sendEvent(column, event)
        menu = self.section.findChildren(QMenu)[-1]
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        for _ in range(texts.index(text) + 1):
            press("Down", menu)
        press("Return", menu)
        self.running.qtbot.waitUntil(lambda: not menu.isVisible())

    def type_into(self, field, text: str) -> None:
        """Type another text into a field, and Enter."""
        field.setFocus()
        field.selectAll()
        self.running.write(text) if text else self.running.press("Backspace")
        self.running.press("Return")
