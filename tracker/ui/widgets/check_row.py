"""A check box whose text may take several lines: an outcome or a milestone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from tracker.domain.edit import State
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.row_paint import sides
from tracker.ui.widgets.state_box import draw_state

INSET = 0.3  # lines that box and words stand within the frame of a row
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class CheckRow(QAbstractButton):
    """Asks to be checked with ``clicked``; shows only what it is told.

    A click does not check it by itself: it shows the new state once that is stored.
    """

    def __init__(self, text: str) -> None:
        """Show ``text``, not checked yet."""
        super().__init__()
        self._detail, self._stored = "", False
        self.setText(text)
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, detail: str, *, checked: bool) -> None:
        """Show what is stored, with a short ``detail`` such as a date."""
        self._detail = detail
        self._stored = checked
        self.setChecked(checked)
        self.setAccessibleName(f"{self.text()}, {detail}" if detail else self.text())
        self.updateGeometry()
        self.update()

    @override
    def nextCheckState(self) -> None:
        """Stay as it is until the change is stored."""

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001  # Qt's signal
        if checked != self._stored:  # a screen reader toggles without a click
            self.setChecked(self._stored)
            self.clicked.emit()

    def drawn_state(self) -> State:
        """Return what its box shows."""
        return State.DONE if self.isChecked() else State.TODO

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        unit = theme.unit(self)
        return round(self._text_area(width).height() + unit * 0.8)

    @override
    def sizeHint(self) -> QSize:
        unit = round(theme.unit(self))
        return QSize(unit * 16, self.heightForWidth(unit * 16))

    @override
    def minimumSizeHint(self) -> QSize:
        unit = round(theme.unit(self))
        return QSize(unit * 6, round(unit * 1.8))

    def _text_area(self, width: int) -> QRect:
        unit = round(theme.unit(self))
        metrics = QFontMetrics(self.font())
        room = max(width - round(unit * 2.2) - self._end(), unit * 4)
        area = QRect(0, 0, room, 100_000)
        return metrics.boundingRect(area, int(_WRAP), self.text())

    def _end(self) -> int:
        """Return how wide the end of the row is."""
        if not self._detail:
            return self._mark_room()
        wide = QFontMetrics(self.font()).horizontalAdvance(self._detail)
        return wide + round(theme.unit(self)) + self._mark_room()

    def _mark_room(self) -> int:
        """Return how wide a mark is that stands behind all words."""
        return 0

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = theme.unit(self)
        row = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("background"))
            painter.drawRoundedRect(row, 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(row, 5, 5)
        self._paint_content(painter, unit)

    def _paint_content(self, painter: QPainter, unit: float) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = unit * 1.05
        left = self.width() - side - unit * INSET if mirrored else unit * INSET
        box = QRectF(left, unit * 0.4, side, side)
        draw_state(painter, box, self.drawn_state())
        area = self._text_area(self.width())
        text = QRectF(unit * 1.9, unit * 0.4, area.width() + 2, area.height() + 2)
        if mirrored:
            text.moveRight(self.width() - unit * 1.9)
        painter.setPen(theme.color("muted" if self.isChecked() else "text"))
        painter.drawText(text, int(_WRAP), self.text())
        painter.setPen(theme.color("muted"))
        painter.setFont(theme.scaled(self.font(), theme.SMALL))
        edge, mark = unit * INSET, self._mark_room()
        whole = QRectF(self.rect()).adjusted(edge, unit * 0.45, -edge, 0)
        whole.adjust(mark if mirrored else 0, 0, 0 if mirrored else -mark, 0)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(whole, int(sides(self.layoutDirection())[1]), self._detail)
