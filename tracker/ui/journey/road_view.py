"""The road: painted, with one real button per stage standing on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.journey import road_paint
from tracker.ui.journey.road_layout import Rect, Road, lay_out
from tracker.ui.journey.road_mirror import mirrored
from tracker.ui.journey.stage_button import StageButton, StageFace
from tracker.ui.journey.stage_words import longest_texts, stage_text
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.services.journey import Journey

_CLOSEST = 4.0
_ZOOM_STEP = 1.15


class RoadView(QWidget):
    """Lays itself out for any size; Ctrl+wheel zooms, a drag pans, 0 fits again."""

    stage_chosen = Signal(int)

    def __init__(self) -> None:
        """Show no road yet."""
        super().__init__()
        self.setAccessibleName(tr("The road"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(240, 240))
        self._journey: Journey | None = None
        self._buttons: list[StageButton] = []
        self._details: list[str] = []
        self._shown_here = -1
        self._road: Road | None = None
        self._picture: QPixmap | None = None
        self._zoom = 1.0
        self._shift = QPointF()
        self._grip: QPointF | None = None
        self._reserved = QSize()

    def reserve(self, size: QSize) -> None:
        """Keep the top corner free for the switch that lies above the road."""
        if size != self._reserved:
            self._reserved = size
            self._lay_out()

    def show_journey(self, journey: Journey) -> None:
        """Show another roadmap, or all of it again."""
        self._journey = journey
        stages = journey.outline.stages
        while len(self._buttons) > len(stages):
            gone = self._buttons.pop()
            gone.hide()  # at once: it leads to a stage that is not there
            gone.deleteLater()
        while len(self._buttons) < len(stages):
            button = StageButton(self)
            button.clicked.connect(self._on_clicked)
            button.moved.connect(self._on_moved)
            button.show()
            self._buttons.append(button)
        for first, second in zip(self._buttons, self._buttons[1:], strict=False):
            QWidget.setTabOrder(first, second)
        self.fit()

    def show_stages(self, positions: frozenset[int]) -> None:
        """Show again the stages whose count changed."""
        if self._journey is None or not positions:
            return
        here = self._shown_here
        self._show_faces()
        if self._shown_here != here or self._road is None:
            self._lay_out()  # the bubble moves
            return
        for position in positions:
            box = self._road.labels[position].rect
            area = QRectF(box.left - 2, box.top - 2, box.width + 4, box.height + 4)
            self._paint_again(area)
        if here in positions and here < len(self._road.curve):
            leg = self._road.curve[here]
            self._paint_again(road_paint.leg_area(leg, self._road.width))

    def show_planned(self, numbers: Mapping[int, int]) -> None:
        """Show how much of each stage is on the plan."""
        for position, button in enumerate(self._buttons):
            button.show_planned(numbers.get(position, 0))

    def _paint_again(self, area: QRectF) -> None:
        """Paint a part of the picture anew, which costs little on a long road."""
        shown = area.translated(self._shift)
        if self._picture is not None:
            painter = QPainter(self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(shown)
            self._paint_all(painter, area)
            painter.end()
        self.update(shown.toAlignedRect())

    def select(self, position: int) -> None:
        """Mark the stage that the panel shows."""
        for number, button in enumerate(self._buttons):
            button.show_chosen(chosen=number == position)
        if self._zoom > 1 and self._road is not None:
            self._bring_into_view(position)

    def focus_stage(self, position: int) -> None:
        """Give the keyboard to a stage."""
        self._buttons[position].setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Show the whole road."""
        self._zoom, self._shift = 1.0, QPointF()
        self._lay_out()

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Come closer, or go back, keeping the point ``around`` where it is."""
        around = around or QPointF(self.rect().center())
        new = min(max(self._zoom * factor, 1.0), _CLOSEST)
        ratio = new / self._zoom
        self._shift = around - (around - self._shift) * ratio
        self._zoom = new
        self._lay_out()

    def stage_button(self, position: int) -> StageButton:
        """Return the button of a stage."""
        return self._buttons[position]

    @property
    def road(self) -> Road | None:
        """Return the road as it is laid out now."""
        return self._road

    def _show_faces(self) -> None:
        journey = self._journey
        assert journey is not None  # noqa: S101  # called after show_journey
        self._shown_here = journey.standing.here
        self._details = []
        for number, stage in enumerate(journey.outline.stages):
            count = journey.standing.stages[number]
            self._details.append(stage_text(journey, number))
            state = journey.standing.state_of(number)
            face = StageFace(
                number,
                len(self._buttons),
                stage.title,
                stage.icon,
                count.percent,
                state,
                self._details[-1],
            )
            self._buttons[number].show_face(face)

    def _lay_out(self) -> None:
        journey = self._journey
        if journey is None or self.width() < 50 or self.height() < 50:
            return
        if not self.isVisible():  # faces and places follow when it is shown
            self._road = self._picture = None  # they may be of another roadmap
            return
        self._show_faces()
        width, height = self.width() * self._zoom, self.height() * self._zoom
        self._shift.setX(min(max(self._shift.x(), self.width() - width), 0))
        self._shift.setY(min(max(self._shift.y(), self.height() - height), 0))
        stages = journey.outline.stages
        # Measured as if all were done, so that a label never outgrows its place.
        measured = [
            road_paint.measure(
                stage.title, max(longest_texts(journey, n), key=len), self.font()
            )
            for n, stage in enumerate(stages)
        ]
        size = self._reserved
        reserved = [Rect(0, 0, size.width(), size.height())] if self._zoom == 1 else []
        road = lay_out(
            width,
            height,
            measured,
            unit=theme.unit(self),
            reserved=reserved if not size.isEmpty() else [],
            here=journey.standing.here,
        )
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            road = mirrored(road, width)
        self._road = road
        for button, marker in zip(self._buttons, road.markers, strict=True):
            centre = QPointF(marker.centre.x, marker.centre.y) + self._shift
            button.stand(centre, marker.radius)
        self._picture = None
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture is None:
            self._picture = self._painted()
        painter.drawPixmap(0, 0, self._picture)

    def _painted(self) -> QPixmap:
        """Paint everything but the buttons; a repaint then costs one copy."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.color("canvas"))  # to its edge, which may be half a point
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_all(painter, QRectF(self.rect()).translated(-self._shift))
        painter.end()
        return picture

    def _paint_all(self, painter: QPainter, area: QRectF) -> None:
        """Paint an area, given where the road is laid out."""
        road_paint.paint_landscape(painter, QRectF(self.rect()))
        if self._road is not None and self._journey is not None:
            painter.translate(self._shift)
            self._paint_road(painter, self._road, self._journey, area)

    def _paint_road(
        self, painter: QPainter, road: Road, journey: Journey, area: QRectF
    ) -> None:
        here = journey.standing.here
        font = theme.scaled(self.font(), road.scale)
        walked = here + journey.standing.stages[here].percent / 100
        road_paint.paint_road(painter, road, walked, area)
        stages = journey.outline.stages
        for stage, detail, label in zip(
            stages, self._details, road.labels, strict=True
        ):
            box = label.rect
            if QRectF(box.left, box.top, box.width, box.height).intersects(area):
                road_paint.paint_label(painter, label, stage.title, detail, font)
        if road.here_rect is not None:
            box = road.here_rect
            where = QRectF(box.left, box.top, box.width, box.height)
            centre = road.markers[here].centre
            arrived = journey.standing.arrived
            text = tr("Arrived") if arrived else tr("You are here")
            point = QPointF(centre.x, centre.y)
            road_paint.paint_bubble(painter, where, point, text, font)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {
            QEvent.Type.FontChange,
            QEvent.Type.PaletteChange,
            QEvent.Type.StyleChange,
            QEvent.Type.LayoutDirectionChange,
        }:
            self._lay_out()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_0:
                self.fit()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(_ZOOM_STEP)
            case Qt.Key.Key_Minus:
                self.zoom(1 / _ZOOM_STEP)
            case _:
                super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            up = event.angleDelta().y() > 0
            factor = _ZOOM_STEP if up else 1 / _ZOOM_STEP
            self.zoom(factor, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        stage = self._label_at(event.position())
        if stage is not None:
            self.stage_chosen.emit(stage)
        elif self._zoom > 1:
            self._grip = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._shift += event.position() - self._grip
            self._grip = event.position()
            self._lay_out()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.unsetCursor()

    def _label_at(self, point: QPointF) -> int | None:
        if self._road is None:
            return None
        at = point - self._shift
        for number, label in enumerate(self._road.labels):
            box = label.rect
            if box.left <= at.x() <= box.right and box.top <= at.y() <= box.bottom:
                return number
        return None

    def _bring_into_view(self, position: int) -> None:
        assert self._road is not None  # noqa: S101  # checked by the caller
        centre = self._road.markers[position].centre
        at = QPointF(centre.x, centre.y) + self._shift
        if not self.rect().adjusted(40, 40, -40, -40).contains(at.toPoint()):
            self._shift += QPointF(self.rect().center()) - at
            self._lay_out()

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, StageButton):
            self.stage_chosen.emit(button.face.position)

    def _on_moved(self, position: int, step: int) -> None:
        target = min(max(position + step, 0), len(self._buttons) - 1)
        self.focus_stage(target)
        if self._zoom > 1 and self._road is not None:
            self._bring_into_view(target)
