"""Labels that show text as it is: Qt must never guess that a title is rich text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from tracker.typing_tools import override

if TYPE_CHECKING:
    from collections.abc import Callable


def label(text: str = "", kind: str = "", *, wrap: bool = False) -> QLabel:
    """Return a plain-text label; ``kind`` names a rule of the style sheet."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(wrap)
    if kind:
        result.setProperty("kind", kind)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        result.setSizePolicy(policy)
    return result


def button(text: str, on_click: Callable[[], object], kind: str = "") -> QPushButton:
    """Return a push button; ``kind`` names a rule of the style sheet."""
    result = QPushButton(text)
    result.setAutoDefault(True)  # Enter presses it too, not only in dialogs
    if kind:
        result.setProperty("kind", kind)
    result.clicked.connect(on_click)
    return result


def frame(kind: str, parent: QWidget | None = None) -> QFrame:
    """Return a frame that the style sheet paints as ``kind``."""
    result = QFrame(parent)
    result.setProperty("kind", kind)
    return result


def show_in_place(widget: QWidget, *, shown: bool) -> None:
    """Show or hide a part of something; without a place yet it is left as it is.

    Qt would show such a part as a window of its own, which takes the keyboard.
    """
    if not shown:
        widget.hide()
    elif widget.parentWidget() is not None:
        widget.show()


class ElidedLabel(QLabel):
    """One line that ends in "…" when there is no room, and never asks for more."""

    def __init__(self, text: str = "", kind: str = "") -> None:
        """Show ``text``; ``kind`` names a rule of the style sheet."""
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if kind:
            self.setProperty("kind", kind)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = QFontMetrics(self.font()).horizontalAdvance(self.text()) <= self.width()
        self.setToolTip("" if whole else plain_tip(self.text()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        elide = Qt.TextElideMode.ElideRight
        text = self.fontMetrics().elidedText(self.text(), elide, self.width())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), int(self.alignment()), text)


def plain_tip(text: str) -> str:
    """Return a tool tip that shows ``text`` as it is; Qt guesses in tool tips too."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped}</qt>" if text else ""
