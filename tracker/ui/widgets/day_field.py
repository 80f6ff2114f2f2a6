"""A day that may be missing: typed, in figures or words, or picked from a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QWidget,
    QWidgetAction,
)

from tracker.domain.typed_days import typed_day
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.fields import LineField, draw_icon
from tracker.ui.widgets.label import plain_tip
from tracker.words import tr

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QRectF


class _Opener(QPushButton):
    """A button with an arrow, which the style sheet cannot draw."""

    @override
    def sizeHint(self) -> QSize:
        side = round(theme.unit(self) * 1.8)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme.unit(self) * 0.85
        area = self.rect().toRectF()
        draw_icon(painter, "chevron-down", "muted", _middle(area, side))
        painter.end()


def _middle(area: QRectF, side: float) -> QRectF:
    left, top = area.center().x() - side / 2, area.center().y() - side / 2
    return area.__class__(left, top, side, side)


class DayField(QWidget):
    """Asks with `day_requested` once a day was typed or picked; empty for none."""

    day_requested = Signal(str)

    def __init__(self, name: str, today: date, *, ahead: bool = True) -> None:
        """Show no day.

        Args:
            name: What a screen reader calls it.
            today: The learner's own day.
            ahead: Whether "friday" is the next one or, of what was, the last.
        """
        super().__init__()
        self._today, self._ahead = today, ahead
        self._stored = ""
        self.line = LineField()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(tr("none"))
        tip = tr(
            "Such as 2026-11-28, 28 Nov, friday, tomorrow or +7 for in a week; "
            "empty for none"
        )
        self.line.setToolTip(plain_tip(tip))
        self.line.setAccessibleDescription(tip)
        self.line.setMinimumWidth(round(theme.unit(self) * 6.2))
        self.line.editingFinished.connect(self._on_edited)
        self._open = _Opener()
        self._open.setProperty("kind", "quiet")
        self._open.setAutoDefault(True)
        self._open.setAccessibleName(tr("{name}: pick from a calendar", name=name))
        self._open.clicked.connect(self._on_opened)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addWidget(self._open)
        self.setFocusProxy(self.line)

    def set_today(self, today: date) -> None:
        """Count "tomorrow" and the like from another day."""
        self._today = today

    def show_day(self, day: date | None) -> None:
        """Show what is stored, except while something else is being typed."""
        text = day.isoformat() if day is not None else ""
        typing = self.line.hasFocus() and self.line.text() != self._stored
        if not typing or text != self._stored:
            self.line.setText(text)
        self._stored = text

    @property
    def is_saved(self) -> bool:
        """Return whether what is typed is what is stored."""
        return self._stored in {self.line.text(), self.typed()}

    def reset(self) -> None:
        """Show what is stored, whatever was typed."""
        self.line.setText(self._stored)

    def typed(self) -> str:
        """Return the day that is typed, as it is kept; what is no day as it is."""
        return typed_day(self.line.text(), self._today, ahead=self._ahead)

    def _on_edited(self) -> None:
        text = self.typed()
        if text != self._stored:
            self.line.setText(text)
            self.day_requested.emit(text)
        else:
            self.reset()

    def _on_opened(self) -> None:
        menu, calendar = QMenu(self), QCalendarWidget()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = QDate.fromString(self._stored, Qt.DateFormat.ISODate)
        if shown.isValid():
            calendar.setSelectedDate(shown)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)

        def pick(day: QDate) -> None:
            menu.close()
            self.line.setText(day.toString(Qt.DateFormat.ISODate))
            self._on_edited()

        calendar.activated.connect(pick)
        calendar.clicked.connect(pick)
        menu.popup(self._open.mapToGlobal(self._open.rect().bottomLeft()))
        calendar.setFocus()
