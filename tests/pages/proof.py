"""The proof of an open skill or project, as a learner sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.pages.keys import click, press, write
from tests.pages.window import entering
from tracker.ui.proof.dialog import ProofDialog

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages.window import Milepost
    from tracker.ui.proof.evidence_view import EvidenceView
    from tracker.ui.proof.row import ProofRow

KINDS = ("link", "commit", "file", "note", "confirmation")


class ProofSection:
    """What stands under "Proof", and the ways to add to it."""

    def __init__(self, running: Milepost, view: EvidenceView | None = None) -> None:
        self.running, self._view = running, view

    @property
    def view(self):
        return self._view or self.running.journey.widget.panel.detail.evidence

    @property
    def sentence(self) -> str:
        return self.view.sentence.text()

    def titles(self) -> list[str]:
        return [row.proof.title for row in self.view.rows]

    def row(self, title: str) -> ProofRow:
        return next(row for row in self.view.rows if row.proof.title == title)

    def choose_target(self, number: int) -> None:
        self.view.about.setCurrentIndex(number)

    def begin(self, kind: str) -> ProofDialog | None:
        """Choose a kind from the menu with the keyboard; return its dialog."""
        self.view.add.setFocus()
        press("Space", self.view.add)
        menu = self.view.findChildren(QMenu)[-1]
        for _ in range(KINDS.index(kind) + 1):
            press("Down", menu)
        press("Return", menu)
        return self.dialog

    @property
    def dialog(self) -> ProofDialog | None:
        found = self.running.window.findChildren(ProofDialog)
        return next((each for each in found if each.isVisible()), None)

    def fill(self, *texts: str) -> None:
        """Type into the fields of the dialog, one after another, and press Enter."""
        dialog = self.dialog
        assert dialog is not None
        self.running.qtbot.waitUntil(dialog.isActiveWindow)
        self.running.qtbot.waitUntil(dialog.first.hasFocus)
        for text in texts:
            write(text)
            press("Tab", QApplication.focusWidget())
        click(dialog.save)

    def drop(self, *paths: Path) -> bool:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        enter = entering(data)
        enter.ignore()
        QApplication.sendEvent(self.view, enter)
        if not enter.isAccepted():
            return False
        action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        drop = QDropEvent(QPointF(20, 20), action, data, left, none)
        QApplication.sendEvent(self.view, drop)
        self.running.wait_for_tasks()
        return True
