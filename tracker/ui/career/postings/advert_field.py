"""A field for the whole text of an advert."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QKeyCombination, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from tracker.typing_tools import override
from tracker.words import tr

LONGEST_LINE = 5_000  # characters; Qt takes seconds to lay out many more
_PALETTE = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_K)


class AdvertField(QPlainTextEdit):
    """Undo is about what is typed here, and where nothing is, the window's.

    Files that are pasted or dropped here are no text; neither is one endless line,
    which nobody reads in a field.
    """

    files_given = Signal(list)  # paths
    text_given = Signal(str)  # too long in a line to be shown here

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

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        files = local_files(source)
        text = source.text() if source.hasText() else ""
        if files:
            self.files_given.emit(files)
        elif max(map(len, text.split("\n"))) > LONGEST_LINE:
            self.text_given.emit(text)
        else:
            super().insertFromMimeData(source)


def local_files(data: QMimeData) -> list[Path]:
    """Return the files that somebody copied or drags."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
