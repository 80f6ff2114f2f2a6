"""A page of cards in the middle, and rows of a text beside a control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.down_scroll import DownScroll, ScrolledPage
from tracker.ui.widgets.label import frame, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel

_RESIZED = {QEvent.Type.FontChange, QEvent.Type.StyleChange}


class CardPage(DownScroll):
    """Cards one below the other, no wider than is good to read, scrolled if need be."""

    def __init__(self, widest: float, *, middle: bool = False) -> None:
        """Be at most ``widest`` lines wide; ``middle`` centres a low page."""
        super().__init__()
        self._widest = widest
        self.page = ScrolledPage()
        self.column = QWidget()
        self.cards = QVBoxLayout(self.column)
        self.cards.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout(self.page)
        side = Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop
        self._row.addStretch(0)
        self._row.addWidget(self.column, 1, side)
        self._row.addStretch(0)
        self.setWidget(self.page)
        self.fit()

    def fit(self) -> None:
        """Take the sizes from the font."""
        unit = theme.unit(self)
        margin = round(unit * 1.6)
        self._row.setContentsMargins(margin, margin, margin, margin)
        self.column.setMaximumWidth(round(unit * self._widest))
        self.cards.setSpacing(round(unit))

    @override
    def changeEvent(self, a0: QEvent) -> None:
        super().changeEvent(a0)
        if a0.type() in _RESIZED:
            self.fit()


class Card(QFrame):
    """A titled group of rows."""

    def __init__(self, title: str = "", hint: str = "", *, gap: float = 0.9) -> None:
        """Start with a heading and a hint close below it, if there are any.

        Args:
            title: The heading.
            hint: A sentence or two below it.
            gap: How far rows are apart, in lines of text.
        """
        super().__init__()
        self.setProperty("kind", "card")
        self.rows = QVBoxLayout(self)
        self._head, self._gap = QVBoxLayout(), gap
        self.title: QLabel | None = None
        if title:
            self.title = label(title, "section", wrap=True)
            self._head.addWidget(self.title)
            self.rows.addLayout(self._head)
        if hint:
            self._head.addWidget(label(hint, "muted", wrap=True))
        self.fit()

    def fit(self) -> None:
        """Take the sizes from the font."""
        unit = theme.unit(self)
        side, edge = round(unit * 1.4), round(unit * 1.2)
        self.rows.setContentsMargins(side, edge, side, edge)
        self.rows.setSpacing(round(unit * self._gap))
        self._head.setSpacing(round(unit * 0.2))

    @override
    def changeEvent(self, a0: QEvent) -> None:
        super().changeEvent(a0)
        if a0.type() in _RESIZED:
            self.fit()


def turn(box: QBoxLayout, *, wide: bool) -> None:
    """Let things stand beside each other where it is wide, else below each other."""
    way = QBoxLayout.Direction
    box.setDirection(way.LeftToRight if wide else way.TopToBottom)


def rule() -> QFrame:
    """Return a hairline."""
    line = frame("rule")
    line.setFixedHeight(1)
    return line


def answer_enter(widget: QWidget) -> None:
    """Let Enter press a button as Space does; Qt does so only in dialogs."""
    if isinstance(widget, QPushButton):
        widget.setAutoDefault(True)


class Row(QWidget):
    """A name and what it means, and beside them a control; below them when narrow."""

    def __init__(self, name: str, hint: str, control: QWidget) -> None:
        """Put a control beside its ``name``."""
        super().__init__()
        self._control = control
        self.hint = label(hint, "muted", wrap=True)
        self.hint.setVisible(bool(hint))
        answer_enter(control)
        name_label = label(name, wrap=True)
        name_label.setBuddy(control)
        texts = QVBoxLayout()
        texts.setSpacing(round(theme.unit(self) * 0.15))
        texts.addStretch(1)
        texts.addWidget(name_label)
        texts.addWidget(self.hint)
        texts.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(texts, 1)
        self._box.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, hint: str) -> None:
        """Show another hint."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    @override
    def minimumSizeHint(self) -> QSize:
        width = min(self._control.sizeHint().width(), round(theme.unit(self) * 12))
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, a0: QResizeEvent) -> None:
        super().resizeEvent(a0)
        unit = theme.unit(self)
        narrow = a0.size().width() < self._control.sizeHint().width() + unit * 12
        turn(self._box, wide=not narrow)
        self._box.setSpacing(round(unit * (0.5 if narrow else 1.2)))
        side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter
        self._box.setAlignment(self._control, side)


class Buttons(QWidget):
    """Buttons in a row, or one below the other where they do not fit."""

    def __init__(self, *buttons: QWidget) -> None:
        """Show them in this order, from the start."""
        super().__init__()
        self._buttons = buttons
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for each in buttons:
            answer_enter(each)
            self._box.addWidget(each)
        self._box.addStretch(1)

    def _needed(self) -> int:
        shown = [b.sizeHint().width() for b in self._buttons if not b.isHidden()]
        return sum(shown) + round(theme.unit(self) * 0.6) * max(len(shown) - 1, 0)

    @override
    def minimumSizeHint(self) -> QSize:
        shown = [b.sizeHint().width() for b in self._buttons if not b.isHidden()]
        return QSize(max(shown, default=0), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, a0: QResizeEvent) -> None:
        super().resizeEvent(a0)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # such as by larger text
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        narrow = self.width() < self._needed()
        turn(self._box, wide=not narrow)
        spacing = round(theme.unit(self) * 0.6)
        if self._box.spacing() != spacing:  # else each layout would ask for another
            self._box.setSpacing(spacing)
