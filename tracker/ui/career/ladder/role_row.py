"""A role or lane in a list: how much of it is there, and that it is walked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from tracker.services.career_words import kind_text, stands_text
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.label import plain_tip
from tracker.ui.widgets.row_paint import sides
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.services.career import RoleFit

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class RoleRow(QAbstractButton):
    """Opens the role with ``clicked``, as with Enter."""

    def __init__(self, *, full: bool) -> None:
        """Show a title and a bar; where it is ``full``, also where its skills stand."""
        super().__init__()
        self._full = full
        self._percent = 0
        self._mark = self._detail = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_role(self, role: RoleFit) -> None:
        """Show how much of a role is there."""
        self.setText(role.title)
        self._percent = role.readiness.percent
        walked = tr("the lane you walk") if role.walked else ""
        self._mark = walked
        self._detail = " · ".join((kind_text(role), stands_text(role)))
        spoken = (role.title, tr("{n}%", n=self._percent), walked, self._detail)
        self.setAccessibleName(", ".join(filter(None, spoken)))
        self.setToolTip(plain_tip(self._detail))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        unit = theme.unit(self)
        return QSize(round(unit * 12), round(unit * (3.6 if self._full else 2.45)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(theme.unit(self) * 7), self.sizeHint().height())

    @override
    def event(self, e: QEvent) -> bool:
        if e.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
        return super().event(e)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(e)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = theme.unit(self)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("background"))
            painter.drawRoundedRect(whole, 7, 7)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(whole, 7, 7)
        inside = whole.adjusted(unit * 0.2, unit * 0.25, -unit * 0.2, -unit * 0.25)
        self._paint_words(painter, inside, unit)
        self._paint_bar(painter, inside, unit)

    def _paint_words(self, painter: QPainter, area: QRectF, unit: float) -> None:
        start, end = sides(self.layoutDirection())
        line = QRectF(area.left(), area.top(), area.width(), unit * 1.2)
        painter.setPen(theme.color("muted"))
        number = tr("{n}%", n=self._percent)
        painter.setFont(theme.scaled(self.font(), theme.SMALL, 600))
        room = QFontMetricsF(painter.font()).horizontalAdvance(number) + unit * 0.8
        painter.drawText(line, int(end | _MIDDLE), number)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight(600))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        text = line.adjusted(*((room, 0, 0, 0) if mirrored else (0, 0, -room, 0)))
        title = self.text()
        if self._mark:
            title = f"{title} · {self._mark}"
        painter.setFont(bold if self._mark else self.font())
        painter.setPen(theme.color("here_text" if self._mark else "text"))
        elide = Qt.TextElideMode.ElideRight
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(title, elide, text.width())
        painter.drawText(text, int(start | _MIDDLE), shown)
        if self._full:
            below = QRectF(area.left(), area.bottom() - unit, area.width(), unit)
            painter.setFont(theme.scaled(self.font(), theme.SMALL))
            painter.setPen(theme.color("muted"))
            metrics = QFontMetricsF(painter.font())
            detail = metrics.elidedText(self._detail, elide, below.width())
            painter.drawText(below, int(start | _MIDDLE), detail)

    def _paint_bar(self, painter: QPainter, area: QRectF, unit: float) -> None:
        bar = QRectF(area.left(), area.top() + unit * 1.35, area.width(), unit * 0.4)
        corner = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ahead"))
        painter.drawRoundedRect(bar, corner, corner)
        if self._percent:
            done = QRectF(bar)
            done.setWidth(max(bar.width() * self._percent / 100, bar.height()))
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                done.moveRight(bar.right())
            painter.setBrush(theme.color("done"))
            painter.drawRoundedRect(done, corner, corner)
