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


class ElidedButton(QPushButton):
    """A button that cuts its text where there is no room, and never asks for more."""

    def __init__(self, text: str, kind: str = "") -> None:
        """Show ``text``; ``kind`` names a rule of the style sheet."""
        super().__init__()
        self._text = text
        self.setAutoDefault(True)
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, fixed)
        self.setAccessibleName(text)
        if kind:
            self.setProperty("kind", kind)
        self._show(text)

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        metrics = self.fontMetrics()
        more = metrics.horizontalAdvance(self._text)
        more -= metrics.horizontalAdvance(self.text().replace("&&", "&"))
        return QSize(hint.width() + max(more, 0), hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.height() * 3, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        around = super().sizeHint().width()
        around -= metrics.horizontalAdvance(self.text().replace("&&", "&"))
        room = self.width() - around
        elide = Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(self._text, elide, room)
        self._show(shown)
        if not self.property("address"):
            self.setToolTip("" if shown == self._text else plain_tip(self._text))

    def _show(self, text: str) -> None:
        shown = text.replace("&", "&&")
        if shown != self.text():
            self.setText(shown)


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
