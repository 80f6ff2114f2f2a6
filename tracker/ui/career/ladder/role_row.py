"""A role or lane in a list: how much of it is there, and that it is walked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from tracker.services.career_words import kind_text, stands_text
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.bar import draw_bar
from tracker.ui.widgets.label import plain_tip
from tracker.ui.widgets.painted_button import PaintedButton
from tracker.ui.widgets.row_paint import draw_words, sides, without
from tracker.ui.widgets.text_link import INSET
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.services.career import RoleFit


class RoleRow(PaintedButton):
    """Opens the role with ``clicked``, as with Enter."""

    def __init__(self, *, full: bool) -> None:
        """Show a title and a bar; where it is ``full``, also where its skills stand."""
        super().__init__()
        self._full = full
        self._role: RoleFit | None = None
        self._percent = 0
        self._mark = self._detail = self._closing = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_role(self, role: RoleFit, closing: str) -> None:
        """Show how much of a role is there, and what would close most of the gap."""
        if (role, closing) == (self._role, self._closing):
            return
        self._role, self._closing = role, closing
        self.setText(role.title)
        self._percent = role.readiness.percent
        walked = tr("the lane you walk") if role.walked else ""
        self._mark = walked
        self._detail = " · ".join((kind_text(role), stands_text(role)))
        spoken = (role.title, tr("{n}%", n=self._percent), walked, self._detail)
        self.setAccessibleName(", ".join(filter(None, (*spoken, closing))))
        self.setToolTip(plain_tip("\n".join(filter(None, (self._detail, closing)))))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        unit = theme.unit(self)
        return QSize(round(unit * 12), round(unit * (4.7 if self._full else 2.45)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(theme.unit(self) * 7), self.sizeHint().height())

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
        edge = unit * INSET - 1
        inside = whole.adjusted(edge, unit * 0.25, -edge, -unit * 0.25)
        self._paint_words(painter, inside, unit)
        self._paint_bar(painter, inside, unit)

    def _paint_words(self, painter: QPainter, area: QRectF, unit: float) -> None:
        start, end = sides(self.layoutDirection())
        line = QRectF(area.left(), area.top(), area.width(), unit * 1.2)
        painter.setPen(theme.color("muted"))
        number = tr("{n}%", n=self._percent)
        painter.setFont(theme.scaled(self.font(), theme.SMALL, 600))
        room = QFontMetricsF(painter.font()).horizontalAdvance(number) + unit * 0.8
        draw_words(painter, line, number, end)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight(600))
        text = without(line, 0, room, self.layoutDirection())
        title = self.text()
        if self._mark:
            title = f"{title} · {self._mark}"
        painter.setFont(bold if self._mark else self.font())
        painter.setPen(theme.color("here_text" if self._mark else "text"))
        draw_words(painter, text, title, start)
        if self._full:
            painter.setFont(theme.scaled(self.font(), theme.SMALL))
            painter.setPen(theme.color("muted"))
            for place, words in enumerate((self._detail, self._closing)):
                top = area.top() + unit * (1.95 + 1.1 * place)
                below = QRectF(area.left(), top, area.width(), unit)
                draw_words(painter, below, words, start)

    def _paint_bar(self, painter: QPainter, area: QRectF, unit: float) -> None:
        bar = QRectF(area.left(), area.top() + unit * 1.35, area.width(), unit * 0.4)
        draw_bar(painter, bar, self._percent / 100, self.layoutDirection())
