"""The milestones of a project with their steps: checked, renamed, moved by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from tracker.domain.due import When, when_due
from tracker.domain.edit import State
from tracker.domain.ids import MILESTONE, kind_of
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.projects.title_editing import TitleEditing
from tracker.ui.projects.words import day_text, due_text
from tracker.ui.widgets.fields import LineField
from tracker.ui.widgets.label import plain_tip
from tracker.ui.widgets.row_paint import paint_background, sides
from tracker.ui.widgets.state_box import draw_state
from tracker.words import tr

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QAbstractItemModel, QEvent
    from PySide6.QtGui import QDropEvent, QKeyEvent

    from tracker.domain.work import MilestoneWork, ProjectWork, Step

SUBJECT = Qt.ItemDataRole.UserRole
DONE, TAIL, LATE = SUBJECT + 1, SUBJECT + 2, SUBJECT + 3
Index = QModelIndex | QPersistentModelIndex


class MilestoneDelegate(TitleEditing):
    """Paints a box, a title, and at the end the day it was done or is due."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        unit = QFontMetricsF(option.font).height()
        return QSize(round(unit * 8), round(unit * 2.0))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_background(painter, option)
        unit = QFontMetricsF(option.font).height()
        done, tail = bool(index.data(DONE)), str(index.data(TAIL) or "")
        box = check_area(QRectF(option.rect), unit, option.direction)
        draw_state(painter, box, State.DONE if done else State.TODO)
        small = theme.scaled(option.font, theme.SMALL)
        width = QFontMetricsF(small).horizontalAdvance(tail) + unit * 0.8
        text = QRectF(option.rect).adjusted(unit * 1.9, 0, -width, 0)
        end_area = QRectF(option.rect).adjusted(0, 0, -unit * 0.4, 0)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            text = QRectF(option.rect).adjusted(width, 0, -unit * 1.9, 0)
            end_area = QRectF(option.rect).adjusted(unit * 0.4, 0, 0, 0)
        start, end = sides(option.direction)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color("muted" if done else "text"))
        elide = Qt.TextElideMode.ElideRight
        title = QFontMetricsF(option.font).elidedText(
            str(index.data()), elide, text.width()
        )
        painter.drawText(text, int(start | middle), title)
        painter.setFont(small)
        painter.setPen(theme.color("danger" if index.data(LATE) else "muted"))
        painter.drawText(end_area, int(end | middle), tail)
        painter.restore()

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        return False  # the view answers clicks


def check_area(row: QRectF, unit: float, direction: Qt.LayoutDirection) -> QRectF:
    """Return where the box of a row is."""
    side = unit * 1.05
    left = row.left() + unit * 0.4
    if direction == Qt.LayoutDirection.RightToLeft:
        left = row.right() - unit * 0.4 - side
    return QRectF(left, row.center().y() - side / 2, side, side)


class MilestoneTree(QTreeWidget):
    """Asks for each change and shows what is stored; as high as its rows.

    Space checks off, F2 renames, Alt with up and down moves, Delete removes.
    """

    state_requested = Signal(str, State)
    rename_requested = Signal(str, str)
    move_requested = Signal(str, int)
    remove_requested = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._filling = False
        self._storing = False  # a title that was typed is being stored
        self.setColumnCount(1)
        self.setHeaderHidden(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(tr("Milestones and steps"))
        self.setAccessibleDescription(
            tr(
                "Space checks off, F2 renames, Alt with up or down moves, Delete "
                "removes; undo brings back"
            )
        )
        self.setItemDelegate(MilestoneDelegate(self))
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setIndentation(round(theme.unit(self) * 1.5))
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked)
        self.itemChanged.connect(self._on_item_changed)
        self.expanded.connect(self._fit)
        self.collapsed.connect(self._fit)

    def show_project(self, work: ProjectWork, today: date) -> None:
        """Show the milestones of a project; what was current stays so."""
        kept, typed = self.current_subject(), self._typed()
        folded = {s for s, i in self._items().items() if not i.isExpanded()}
        self._filling = True
        self.clear()
        for each in work.milestones:
            row = self._row(each, _tail(each, today))
            overdue = each.due is not None and not each.done
            late = overdue and when_due(each.due or today, today) is When.OVERDUE
            row.setData(0, LATE, late)
            self.addTopLevelItem(row)
            for step in each.steps:
                row.addChild(self._row(step, ""))
            row.setExpanded(each.subject not in folded or bool(row.childCount()))
        self._filling = False
        self.setRootIsDecorated(any(each.steps for each in work.milestones))
        if kept in self._items():
            self.setCurrentItem(self._items()[kept])
            if typed is not None:
                self.rename_as(kept, typed)
        self._fit()

    def current_subject(self) -> str:
        """Return what the keyboard is on, empty for nothing."""
        item = self.currentItem()
        return "" if item is None else str(item.data(0, SUBJECT))

    def go_to(self, subject: str) -> None:
        """Put the keyboard's mark on a milestone or step."""
        item = self._items().get(subject)
        if item is not None:
            self.setCurrentItem(item)

    def rename(self) -> None:
        """Edit the title of the current row in place."""
        item = self.currentItem()
        if item is not None:
            self.editItem(item)

    def rename_as(self, subject: str, title: str) -> None:
        """Edit a title in place, going on from one that was typed before."""
        self.go_to(subject)
        self.rename()
        editor = self._editor()
        if editor is not None and self.current_subject() == subject:
            editor.selectAll()
            editor.insert(title)  # as typed, not as stored

    def _editor(self) -> LineField | None:
        found = self.viewport().findChildren(LineField)
        return next((editor for editor in found if not editor.isHidden()), None)

    def _typed(self) -> str | None:
        """Return what is being typed over a title, unless it is being stored."""
        editor = None if self._storing else self._editor()
        return None if editor is None else editor.text()

    def shift(self, step: int) -> None:
        """Ask for the current row to move up or down by so many places."""
        item = self.currentItem()
        if item is not None:
            self.move_requested.emit(self.current_subject(), _place(item) + step)

    def _row(self, each: MilestoneWork | Step, tail: str) -> QTreeWidgetItem:
        row = QTreeWidgetItem([each.title])
        row.setData(0, SUBJECT, each.subject)
        row.setData(0, DONE, each.done)
        row.setData(0, TAIL, tail)
        state = tr("done") if each.done else tr("to do")
        said = ", ".join(filter(None, (each.title, state, tail)))
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
        row.setToolTip(0, plain_tip(each.title))
        flags = row.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        if kind_of(each.subject) != MILESTONE:
            flags &= ~Qt.ItemFlag.ItemIsDropEnabled
        row.setFlags(flags)
        return row

    def _items(self) -> dict[str, QTreeWidgetItem]:
        found: dict[str, QTreeWidgetItem] = {}
        for row in self._rows_of(self.invisibleRootItem()):
            found[str(row.data(0, SUBJECT))] = row
            for child in self._rows_of(row):
                found[str(child.data(0, SUBJECT))] = child
        return found

    def _rows_of(self, item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        children = [item.child(place) for place in range(item.childCount())]
        return [child for child in children if child is not None]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys, item = event.key(), Qt.Key, self.currentItem()
        editing = self.state() == QAbstractItemView.State.EditingState
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if editing or item is None:
            super().keyPressEvent(event)
        elif key == keys.Key_Space:
            self._toggle(item)
        elif key == keys.Key_Delete:
            self.remove_requested.emit(self.current_subject())
        elif alt and key in {keys.Key_Up, keys.Key_Down}:
            self.shift(-1 if key == keys.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == event.Type.ShortcutOverride and self._is_move(event):
            event.accept()  # else the window would go to another stage
            return True
        return super().event(event)

    def _is_move(self, event: QEvent) -> bool:
        key = event.key() if hasattr(event, "key") else None
        alt = Qt.KeyboardModifier.AltModifier
        held = hasattr(event, "modifiers") and bool(event.modifiers() & alt)
        return held and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        item = self.itemAt(point.toPoint())
        if item is not None and event.button() == Qt.MouseButton.LeftButton:
            row = QRectF(self.visualItemRect(item))
            area = check_area(row, theme.unit(self), self.layoutDirection())
            if area.adjusted(-4, -4, 4, 4).contains(point):
                self.setCurrentItem(item)
                self._toggle(item)
                return
        super().mousePressEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the new place; the rows move once it is stored."""
        source = self.currentItem()
        target = self.itemAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if source is None or target is None or source is target:
            return
        if source.parent() is not target.parent():
            target = target.parent() if source.parent() is None else None
        if target is None or target.parent() is not source.parent():
            return
        below = self.dropIndicatorPosition() == (
            QAbstractItemView.DropIndicatorPosition.BelowItem
        )
        place, old = _place(target) + below, _place(source)
        place -= place > old  # counted without the row that moves
        self.move_requested.emit(str(source.data(0, SUBJECT)), place)

    def _toggle(self, item: QTreeWidgetItem) -> None:
        wanted = State.TODO if item.data(0, DONE) else State.DONE
        self.state_requested.emit(str(item.data(0, SUBJECT)), wanted)

    def _on_item_changed(self, item: QTreeWidgetItem) -> None:
        if not self._filling:
            self._storing = True
            self.rename_requested.emit(str(item.data(0, SUBJECT)), item.text(0))
            self._storing = False

    def _fit(self) -> None:
        """Be as high as the rows: what is around scrolls."""
        shown = 0
        for number in range(self.topLevelItemCount()):
            row = self.topLevelItem(number)
            if row is not None:
                shown += 1 + (row.childCount() if row.isExpanded() else 0)
        height = round(theme.unit(self) * 2.0) * max(shown, 1) + 6
        self.setFixedHeight(height)
        self.setVisible(shown > 0)


def _place(item: QTreeWidgetItem) -> int:
    """Return the place of a row among its likes."""
    parent = item.parent()
    if parent is not None:
        return parent.indexOfChild(item)
    return item.treeWidget().indexOfTopLevelItem(item)


def _tail(each: MilestoneWork, today: date) -> str:
    if each.done:
        return day_text(each.done_on, today) if each.done_on else tr("Done")
    return due_text(each.due, today) if each.due else ""
