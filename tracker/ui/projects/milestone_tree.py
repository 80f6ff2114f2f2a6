"""The milestones of a project with their steps: checked, renamed, moved by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
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
from tracker.services.wording_proof import proofs_text
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.day_words import day_text, due_text
from tracker.ui.projects.milestone_delegate import (
    DONE,
    LATE,
    SUBJECT,
    TAIL,
    MilestoneDelegate,
    check_area,
)
from tracker.ui.widgets.fields import LineField
from tracker.ui.widgets.label import plain_tip
from tracker.words import tr

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QDropEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from tracker.domain.work import MilestoneWork, ProjectWork, Step


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

    def go_to_last(self) -> None:
        """Put the keyboard's mark on the last milestone."""
        last = self.topLevelItem(self.topLevelItemCount() - 1)
        if last is not None:
            self.setCurrentItem(last)

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
        row.setToolTip(0, plain_tip(" · ".join(filter(None, (each.title, tail)))))
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

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()  # long titles wrap at another place
            self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Be as high as the rows: what is around scrolls."""
        hint = self.itemDelegate().sizeHint
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        rows = self._rows_of(self.invisibleRootItem())
        steps = [s for row in rows if row.isExpanded() for s in self._rows_of(row)]
        heights = [
            hint(option, self.indexFromItem(row)).height() for row in [*rows, *steps]
        ]
        self.setFixedHeight(max(sum(heights), round(theme.unit(self) * 2.0)) + 6)
        self.setVisible(bool(heights))


def _place(item: QTreeWidgetItem) -> int:
    """Return the place of a row among its likes."""
    parent = item.parent()
    if parent is not None:
        return parent.indexOfChild(item)
    return item.treeWidget().indexOfTopLevelItem(item)


def _tail(each: MilestoneWork, today: date) -> str:
    when = due_text(each.due, today) if each.due else ""
    if each.done:
        when = day_text(each.done_on, today) if each.done_on else tr("Done")
    shown = proofs_text(len(each.proofs)) if each.proofs else ""
    return " · ".join(filter(None, (when, shown)))
