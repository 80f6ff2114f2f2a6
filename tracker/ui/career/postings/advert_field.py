"""A field for the whole text of an advert."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from tracker.typing_tools import override
from tracker.words import tr

_PALETTE = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_K)


class AdvertField(QPlainTextEdit):
    """Undo is about what is typed here, and where nothing is, the window's."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setAccessibleName(tr("Text of the advert"))
        self.setPlaceholderText(tr("Paste the whole advert here"))
        self.setTabChangesFocus(True)

    @override
    def event(self, e: QEvent) -> bool:
        if e.type() == QEvent.Type.ShortcutOverride and isinstance(e, QKeyEvent):
            standard, document = QKeySequence.StandardKey, self.document()
            undo = e.matches(standard.Undo) and not document.isUndoAvailable()
            redo = e.matches(standard.Redo) and not document.isRedoAvailable()
            if undo or redo or e.keyCombination() == _PALETTE:
                e.ignore()  # the window's own
                return False
        return super().event(e)
