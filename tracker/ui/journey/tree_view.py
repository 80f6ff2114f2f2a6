"""The List twin of the road: the same journey for reading straight down, and by ear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTreeView,
)

from tracker.domain.edit import State
from tracker.domain.ids import PROJECT, SKILL, kind_of, parent_of
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.journey.tree_model import NODE, Node, TreeModel
from tracker.ui.widgets.fields import draw_icon
from tracker.ui.widgets.row_paint import (
    RowDelegate,
    draw_words,
    paint_background,
    sides,
    without,
)
from tracker.ui.widgets.state_box import draw_state
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QEvent
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from tracker.services.journey import Journey

_BETWEEN = " · "  # the parts of a detail, the least important first
_DETAIL = 0.35  # of a line: what a detail may take where the title is cut for it


class TreeView(QTreeView):
    """Space checks off, Enter opens, Left and Right fold and unfold."""

    state_requested = Signal(str, State)
    opened = Signal(str, int)  # subject of a skill or project, stage
    stage_chosen = Signal(int)
    menu_requested = Signal(str, object)  # subject, QPoint on screen

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setAccessibleName(tr("The journey as a list"))
        self.tree = TreeModel(self)
        self.tree.state_requested.connect(self.state_requested)
        self.setModel(self.tree)
        self.setItemDelegate(TreeDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    def show_journey(self, journey: Journey) -> None:
        """Show another roadmap, the present stage unfolded."""
        self.tree.show_journey(journey)
        self.setIndentation(round(theme.unit(self) * 1.4))
        here = self.tree.index(journey.standing.here, 0)
        self.tree.fetchMore(here)
        self.expand(here)
        for row in range(self.tree.rowCount(here)):
            self.expand(self.tree.index(row, 0, here))
        self.setCurrentIndex(here)

    def show_stage(self, position: int) -> None:
        """Bring a stage into view, unless the current line stands in it already."""
        index = self.tree.index(position, 0)
        if self._stage_of(self.currentIndex()) != index:
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def refill(self, position: int) -> None:
        """Show another lane of a stage; what was unfolded and current stays so."""
        index = self.tree.index(position, 0)
        unfolded = {
            self.tree.index(row, 0, index).data()
            for row in range(self.tree.rowCount(index))
            if self.isExpanded(self.tree.index(row, 0, index))
        }
        was_expanded, current = self.isExpanded(index), self.current_subject()
        inside = self._stage_of(self.currentIndex()) == index
        self.tree.refill(position)
        if was_expanded:
            self.expand(index)
        for row in range(self.tree.rowCount(index)):
            child = self.tree.index(row, 0, index)
            if unfolded and (child.data() in unfolded or len(unfolded) > 1):
                self.expand(child)
        if inside:
            place = self.tree.place_of(current or "")
            self.setCurrentIndex(place if place.isValid() else index)

    def _stage_of(self, index: QModelIndex) -> QModelIndex:
        while index.parent().isValid():
            index = index.parent()
        return index

    def current_subject(self) -> str | None:
        """Return the subject of the current line, if it has one."""
        node = self.currentIndex().data(NODE)
        return node.subject or None if isinstance(node, Node) else None

    def _toggle(self, node: Node) -> None:
        done = self.tree.state(node) is State.DONE
        self.state_requested.emit(node.subject, State.TODO if done else State.DONE)

    def _open(self, node: Node) -> None:
        subject = node.subject
        if node.leads_to:
            self.opened.emit(node.leads_to, node.stage)
            return
        if not subject:
            self.stage_chosen.emit(node.stage)
            return
        whole = subject if kind_of(subject) in {SKILL, PROJECT} else parent_of(subject)
        self.opened.emit(whole, node.stage)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        node = self.currentIndex().data(NODE)
        key = event.key()
        if not isinstance(node, Node) or event.modifiers() not in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space and node.subject:
            if not event.isAutoRepeat():  # a held key is one wish
                self._toggle(node)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(node)
        elif key == Qt.Key.Key_L and kind_of(node.subject) in {SKILL, PROJECT}:
            self.state_requested.emit(node.subject, State.LEARNING)
        elif key == Qt.Key.Key_A and kind_of(node.subject) in {SKILL, PROJECT}:
            self.state_requested.emit(node.subject, State.ASIDE)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        node = index.data(NODE)
        if isinstance(node, Node) and kind_of(node.subject) in {SKILL, PROJECT}:
            at = self.visualRect(index).center() if keyboard else event.pos()
            point = self.viewport().mapToGlobal(at)
            self.menu_requested.emit(node.subject, point)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        node = index.data(NODE)
        if event.button() != Qt.MouseButton.LeftButton or not isinstance(node, Node):
            return
        row = self.visualRect(index)
        if not row.contains(point):
            return  # the arrow that folds
        unit = theme.unit(self)
        if node.subject and line_box(row, unit, self.layoutDirection()).contains(
            event.position()
        ):
            self._toggle(node)
        elif node.is_stage:
            self.stage_chosen.emit(node.stage)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        node, row = index.data(NODE), self.visualRect(index)
        box = line_box(row, theme.unit(self), self.layoutDirection())
        left = event.button() == Qt.MouseButton.LeftButton
        if isinstance(node, Node) and left and not box.contains(event.position()):
            self._open(node)


def line_box(row: QRect, unit: float, direction: Qt.LayoutDirection) -> QRectF:
    """Return where the box of a line is."""
    side = unit * 1.05
    left = row.left() + unit * 0.3
    if direction == Qt.LayoutDirection.RightToLeft:
        left = row.right() - unit * 0.3 - side
    return QRectF(left, row.center().y() - side / 2, side, side)


class TreeDelegate(RowDelegate):
    """Paints a line: box, title, and at its end a date, a state or numbers."""

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        return False  # the view answers clicks; Qt would check off a second time

    @override
    def paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        node, model = index.data(NODE), index.model()
        if not isinstance(node, Node) or not isinstance(model, TreeModel):
            return
        paint_background(painter, option)
        unit = QFontMetricsF(option.font).height()
        margin = unit * 0.3
        if node.subject:
            box = line_box(option.rect, unit, option.direction)
            draw_state(painter, box, model.state(node))
            margin = unit * 1.8
        _paint_texts(painter, option, node, model, margin)


def shortened(detail: str, metrics: QFontMetricsF, room: float) -> str:
    """Return as much of the end of a detail as there is room for, in whole parts."""
    parts = detail.split(_BETWEEN)
    while parts and metrics.horizontalAdvance(_BETWEEN.join(parts)) > room:
        del parts[0]
    return _BETWEEN.join(parts)


def _paint_texts(
    painter: QPainter,
    option: QStyleOptionViewItem,
    node: Node,
    model: TreeModel,
    margin: float,
) -> None:
    unit = QFontMetricsF(option.font).height()
    small = theme.scaled(option.font, theme.SMALL)
    area = without(QRectF(option.rect), margin, unit * 0.5, option.direction)
    start, end = sides(option.direction)
    heading = not node.subject
    weight = 600 if heading or model.state(node) is State.LEARNING else 400
    font = theme.scaled(option.font, theme.BODY, weight)
    wanted = QFontMetricsF(font).horizontalAdvance(node.title)
    spare = max(area.width() - wanted, area.width() * _DETAIL) - unit
    detail = shortened(model.detail(node), QFontMetricsF(small), spare)
    tail = QFontMetricsF(small).horizontalAdvance(detail) + unit * (1 if detail else 0)
    flag = unit * 1.1 if node.subject and model.is_planned(node) else 0.0
    tail += flag
    quiet = not heading and model.state(node) in {State.DONE, State.ASIDE}
    painter.setFont(font)
    painter.setPen(theme.color("muted" if quiet else "text"))
    draw_words(painter, without(area, 0, tail, option.direction), node.title, start)
    painter.setFont(small)
    learning = not heading and model.state(node) is State.LEARNING
    painter.setPen(theme.color("here_text" if learning else "muted"))
    painter.drawText(area, int(end | Qt.AlignmentFlag.AlignVCenter), detail)
    if flag:
        _paint_flag(painter, option, area, tail - flag)


def _paint_flag(
    painter: QPainter, option: QStyleOptionViewItem, area: QRectF, before: float
) -> None:
    """Mark what is on the plan, before the words at the end of a line."""
    side = QFontMetricsF(option.font).height() * 0.85
    place = QRectF(0, area.center().y() - side / 2, side, side)
    if option.direction == Qt.LayoutDirection.RightToLeft:
        place.moveLeft(area.left() + before)
    else:
        place.moveRight(area.right() - before)
    draw_icon(painter, "flag", "here", place)
