"""One stage on the road: a real button for mouse, keys and screen readers."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from tracker.typing_tools import override
from tracker.ui import icons, theme
from tracker.ui.widgets.ring import draw_arc
from tracker.words import tr, tr_n

HALO = 1.55  # of the marker's radius
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
}


class StageFace(NamedTuple):
    """What one marker shows."""

    position: int
    stages: int
    title: str
    icon: str
    percent: int
    state: str  # done, here, ahead, aside
    detail: str = ""


class StageButton(QAbstractButton):
    """A marker: number, icon, progress ring and state."""

    moved = Signal(int, int)  # from this position, by so many stages; 0, n: to stage n

    def __init__(self, parent: QWidget) -> None:
        """Stand on the road ``parent``."""
        super().__init__(parent)
        self._face = StageFace(0, 1, "", "flag", 0, "ahead")
        self._radius = 20.0
        self._chosen = False
        self._planned = 0
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def face(self) -> StageFace:
        """Return what is shown."""
        return self._face

    def show_face(self, face: StageFace) -> None:
        """Show a stage."""
        if face == self._face:
            return
        self._face = face
        name = tr(
            "Stage {n} of {all}, {title}, {percent} percent",
            n=face.position + 1,
            all=face.stages,
            title=face.title,
            percent=face.percent,
        )
        self.setAccessibleName(name)
        self._describe()

    def show_planned(self, number: int) -> None:
        """Show how much of the stage is on the plan."""
        if number != self._planned:
            self._planned = number
            self._describe()

    def _describe(self) -> None:
        number = self._planned
        plan = tr_n("1 on my plan", "{n} on my plan", number) if number else ""
        parts = (_state_sentence(self._face.state), self._face.detail, plan)
        self.setAccessibleDescription(", ".join(filter(None, parts)))
        self.setToolTip(plan)
        self.update()

    def show_chosen(self, *, chosen: bool) -> None:
        """Show whether the panel shows this stage."""
        self._chosen = chosen
        self.setChecked(chosen)

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001  # Qt's signal
        if checked != self._chosen:  # a screen reader toggles without a click
            self.setChecked(self._chosen)
            self.clicked.emit()

    def stand(self, centre: QPointF, radius: float) -> None:
        """Stand at a place of the road with a radius in pixels."""
        self._radius = radius
        reach = radius * HALO + theme.unit(self) * 0.3
        area = QRectF(centre.x() - reach, centre.y() - reach, reach * 2, reach * 2)
        self.setGeometry(area.toAlignedRect())
        self.update()

    @override
    def nextCheckState(self) -> None:
        """Be chosen by the road, not by a click alone."""

    @override
    def hitButton(self, pos: QPoint) -> bool:
        away = QPointF(self.rect().center() - pos)
        return QPointF.dotProduct(away, away) <= (self._radius * 1.2) ** 2

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            sideways = key in {Qt.Key.Key_Left, Qt.Key.Key_Right}
            step = -_STEPS[key] if mirrored and sideways else _STEPS[key]
            self.moved.emit(self._face.position, step)
        elif key == Qt.Key.Key_Home:
            self.moved.emit(0, 0)
        elif key == Qt.Key.Key_End:
            self.moved.emit(self._face.stages - 1, 0)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre, radius = QRectF(self.rect()).center(), self._radius
        self._paint_around(painter, centre, radius)
        self._paint_disc(painter, centre, radius)
        self._paint_icon(painter, centre, radius)
        self._paint_badge(painter, centre, radius)
        if self._planned:
            self._paint_flag(painter, centre, radius)

    def _paint_around(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        """Paint the glow of the present stage, hover, choice and keyboard focus."""
        painter.setPen(Qt.PenStyle.NoPen)
        if self._face.state == "here":
            for reach, opacity in ((HALO, 0.22), (1.28, 0.3)):
                glow = theme.color("here")
                glow.setAlphaF(opacity)
                painter.setBrush(glow)
                painter.drawEllipse(centre, radius * reach, radius * reach)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 3))
            painter.drawEllipse(centre, radius * 1.3, radius * 1.3)
        elif self.isChecked() or self.underMouse():
            painter.setPen(QPen(theme.color("done"), 2.2 if self.isChecked() else 1.2))
            painter.drawEllipse(centre, radius * 1.24, radius * 1.24)

    def _paint_disc(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        state = self._face.state
        painter.setPen(QPen(theme.color("surface"), radius * 0.1))
        painter.setBrush(theme.color("done" if state == "done" else "surface"))
        painter.drawEllipse(centre, radius * 1.05, radius * 1.05)
        if state == "done":
            return
        width = radius * 0.17
        reach = radius * 0.88
        area = QRectF(centre.x() - reach, centre.y() - reach, reach * 2, reach * 2)
        if state == "aside":
            pen = QPen(theme.color("ahead"), width, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawEllipse(area)
        else:
            role = "here" if state == "here" else "done"
            draw_arc(painter, area, self._face.percent, width, role)

    def _paint_icon(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        role = {"done": "on_done", "here": "here"}.get(self._face.state, "muted")
        size = max(round(radius * 0.82), 8)
        tokens, ratio = theme.current(), self.devicePixelRatioF()
        picture = icons.pixmap(self._face.icon, getattr(tokens, role), size, ratio)
        at = QPointF(centre.x() - size / 2, centre.y() - size / 2)
        painter.drawPixmap(at, picture)

    def _paint_badge(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        size = min(theme.unit(self) * 0.58, radius * 0.62)
        at = centre + QPointF(radius * 0.72, -radius * 0.72)
        done = self._face.state == "done"
        painter.setPen(QPen(theme.color("surface"), 2))
        painter.setBrush(theme.color("done" if done else "badge"))
        painter.drawEllipse(at, size, size)
        painter.setPen(theme.color("on_done" if done else "on_badge"))
        painter.setFont(theme.scaled(self.font(), 0.78, 680))
        area = QRectF(at.x() - size, at.y() - size, size * 2, size * 2)
        number = str(self._face.position + 1)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, number)

    def _paint_flag(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        """Paint the flag of what is on the plan, across from the number."""
        size = min(theme.unit(self) * 0.58, radius * 0.62)
        at = centre - QPointF(radius * 0.72, radius * 0.72)
        painter.setPen(QPen(theme.color("here"), 1.2))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(at, size, size)
        side = max(round(size * 1.4), 6)
        role, ratio = theme.current().here, self.devicePixelRatioF()
        picture = icons.pixmap("flag", role, side, ratio)
        painter.drawPixmap(at - QPointF(side / 2, side / 2), picture)


def _state_sentence(state: str) -> str:
    return {
        "done": tr("Done"),
        "here": tr("You are here"),
        "ahead": tr("Ahead"),
        "aside": tr("Set aside"),
    }[state]
