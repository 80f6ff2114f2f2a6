"""A radio button as a card: a title, and below it what it leads to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.breaks import breakable

_WRAP = Qt.TextFlag.TextWordWrap


class ChoiceCard(QAbstractButton):
    """One of several to choose: a radio button with a title and a summary."""

    def __init__(self, title: str, summary: str) -> None:
        """Show a title and, below it, what it leads to."""
        super().__init__()
        self._title, self._summary = breakable(title), breakable(summary)
        self._mark = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(summary)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_summary(self, summary: str) -> None:
        """Say something else below the title."""
        self._summary = breakable(summary)
        self.setAccessibleDescription(summary)
        self.updateGeometry()
        self.update()

    def show_mark(self, text: str) -> None:
        """Say below the title how this one differs, such as that it counts."""
        self._mark = text
        name = self._title.replace("\u200b", "")
        self.setAccessibleName(f"{name}, {text}" if text else name)
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, a0: int) -> int:
        title, summary = self._areas(a0)
        return round(summary.bottom() + title.top())

    @override
    def sizeHint(self) -> QSize:
        width = round(theme.unit(self) * 24)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        unit = round(theme.unit(self))
        return QSize(unit * 10, unit * 3)

    def _areas(self, width: int) -> tuple[QRectF, QRectF]:
        """Return where the title and the summary are, in a row of this width."""
        unit = theme.unit(self)
        left = unit * 2.5
        endless = QRectF(0, 0, max(width - left - unit, unit * 4), 1e5)
        title = QFontMetricsF(self._title_font()).boundingRect(
            endless, _WRAP, self._title
        )
        summary = QFontMetricsF(self._summary_font()).boundingRect(
            endless, _WRAP, self._below
        )
        top = QRectF(left, unit * 0.65, endless.width(), title.height())
        gap = unit * 0.15 if self._below else 0
        height = summary.height() if self._below else 0
        return top, QRectF(left, top.bottom() + gap, endless.width(), height)

    @property
    def _below(self) -> str:
        return "\n".join(filter(None, (self._mark, self._summary)))

    def _title_font(self) -> QFont:
        return theme.scaled(self.font(), 1.0, 600)

    def _summary_font(self) -> QFont:
        return theme.scaled(self.font(), theme.SMALL)

    @override
    def changeEvent(self, a0: QEvent) -> None:
        super().changeEvent(a0)
        self.updateGeometry()

    @override
    def paintEvent(self, a0: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        painter.setPen(QPen(theme.color("done" if chosen else "line"), 1.2))
        ground = "done_soft" if chosen else "surface"
        if self.underMouse() and not chosen:
            ground = "background"
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(area, 9, 9)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 9, 9)
        self._paint_content(painter)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        unit = theme.unit(self)
        title, summary = self._areas(self.width())
        dot = QRectF(unit * 0.85, title.top() + unit * 0.02, unit, unit)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            for area in (title, summary, dot):
                area.moveLeft(self.width() - area.right())
        _paint_dot(painter, dot, chosen=self.isChecked())
        for text, font, role, area in (
            (self._title, self._title_font(), "text", title),
            (self._below, self._summary_font(), "muted", summary),
        ):
            painter.setFont(font)
            painter.setPen(theme.color(role))
            painter.drawText(area.adjusted(0, 0, 0, 2), _WRAP, text)


def _paint_dot(painter: QPainter, area: QRectF, *, chosen: bool) -> None:
    painter.setPen(QPen(theme.color("done" if chosen else "muted"), 1.5))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(area.adjusted(1, 1, -1, -1))
    if chosen:
        inset = area.width() * 0.3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("done"))
        painter.drawEllipse(area.adjusted(inset, inset, -inset, -inset))
