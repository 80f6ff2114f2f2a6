"""The skills or projects of a stage: a table of one column, fast at any length.

A `QTableView` costs 0.1 ms for one changed row among 10,000, a `QListView` 16 ms: it
asks for every row again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from tracker.domain.edit import State
from tracker.domain.ids import parent_of
from tracker.domain.work import Grade
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.journey.item_delegate import ITEM, ItemDelegate, Marks, box_area
from tracker.ui.journey.rows import HeadingRow, ItemRow, detail_of, spoken
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from tracker.domain.progress import Progress
    from tracker.ui.journey.rows import ListRow

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


def _no_grade(_subject: str) -> Grade:
    """Return no grade, where none is shown."""
    return Grade.NONE


class ItemModel(QAbstractTableModel):
    """Shows rows with their states; asks for changes instead of storing anything."""

    state_requested = Signal(str, State)  # subject, wanted state

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._rows: Sequence[ListRow] = ()
        self._places: dict[str, int] = {}
        self._headings: dict[str, int] = {}  # of a subject, the heading that counts it
        self._progress: Progress | None = None
        self.grade_of: Callable[[str], Grade] = _no_grade
        self.plan_of: Callable[[], Collection[str]] = frozenset

    def show_rows(self, rows: Sequence[ListRow], progress: Progress) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self._rows, self._progress = rows, progress
        self._headings = {
            subject: n
            for n, row in enumerate(rows)
            if isinstance(row, HeadingRow)
            for subject in row.subjects
        }
        self._places = {
            row.subject: n for n, row in enumerate(rows) if isinstance(row, ItemRow)
        }
        self.endResetModel()

    def show_again(self, subjects: frozenset[str]) -> None:
        """Repaint the rows that these subjects, or parts of them, stand in."""
        whole = {parent_of(subject) or subject for subject in subjects} | subjects
        shown = whole & self._places.keys()
        items = {self._places[subject] for subject in shown}
        counts = {self._headings[each] for each in shown & self._headings.keys()}
        for row in (*items, *counts):
            index = self.index(row, 0)
            self.dataChanged.emit(index, index)

    def row_of(self, subject: str) -> int | None:
        """Return where a subject stands."""
        return self._places.get(subject)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 1

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], HeadingRow):
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    # Any: what Qt's models return and take.
    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._progress is None:
            return None
        row = self._rows[index.row()]
        if role == ITEM:
            return row, self._progress
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if isinstance(row, HeadingRow):
            return row.title if role == Qt.ItemDataRole.AccessibleTextRole else None
        marks = self.grade_of(row.subject), self._is_planned(row.subject)
        return _item_data(row, self._progress, marks, role)

    def _is_planned(self, subject: str) -> bool:
        """Return whether something is on the plan and still open."""
        if self._progress is None or subject not in self.plan_of():
            return False
        return self._progress.state(subject) not in {State.DONE, State.ASIDE}

    @override
    def setData(
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        row = self._rows[index.row()] if index.isValid() else None
        if role != Qt.ItemDataRole.CheckStateRole or not isinstance(row, ItemRow):
            return False
        checked = Qt.CheckState(value) == Qt.CheckState.Checked
        self.state_requested.emit(row.subject, State.DONE if checked else State.TODO)
        return True


def _item_data(
    row: ItemRow, progress: Progress, marks: tuple[Grade, bool], role: int
) -> object:
    grade, planned = marks
    match role:
        case Qt.ItemDataRole.AccessibleTextRole:
            plan = tr("on my plan") if planned else ""
            return ", ".join(filter(None, (spoken(row, progress, grade), plan)))
        case Marks.GRADE | Marks.PLANNED:
            return grade if role == Marks.GRADE else planned
        case Qt.ItemDataRole.CheckStateRole:
            return {
                State.DONE: Qt.CheckState.Checked,
                State.LEARNING: Qt.CheckState.PartiallyChecked,
            }.get(progress.state(row.subject), Qt.CheckState.Unchecked)
        case Qt.ItemDataRole.AccessibleDescriptionRole:
            return detail_of(row, progress)
        case _:
            return None


class ItemTable(QTableView):
    """Space checks off, Enter opens, L and A mark as learning and set aside."""

    state_requested = Signal(str, State)
    opened = Signal(str)
    menu_requested = Signal(str, object)  # subject, QPoint on screen

    def __init__(self, name: str) -> None:
        """Show nothing yet; ``name`` is what a screen reader calls the list."""
        super().__init__()
        self.setAccessibleName(name)
        self.items = ItemModel(self)
        self.items.state_requested.connect(self.state_requested)
        self.setModel(self.items)
        self.setItemDelegate(ItemDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.horizontalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(1)
        self._size_rows()

    def show_rows(self, rows: Sequence[ListRow], progress: Progress) -> None:
        """Show other rows, the first one ready for the keyboard."""
        self.items.show_rows(rows, progress)
        for number, row in enumerate(rows):
            if isinstance(row, ItemRow):
                self.setCurrentIndex(self.items.index(number, 0))
                self.scrollToTop()
                break

    def go_to(self, subject: str) -> None:
        """Make a row the current one and bring it into view."""
        row = self.items.row_of(subject)
        if row is not None:
            self.setCurrentIndex(self.items.index(row, 0))

    def show_rows_in_place(self, rows: Sequence[ListRow], progress: Progress) -> None:
        """Show rows of which most stand there already; stay where the learner is."""
        subject, bar = self.current_subject(), self.verticalScrollBar()
        row, value = self.currentIndex().row(), bar.value()
        self.show_rows(rows, progress)
        if subject is not None and self.items.row_of(subject) is not None:
            self.go_to(subject)
        elif self._row(self.items.index(min(row, len(rows) - 1), 0)) is not None:
            self.setCurrentIndex(self.items.index(min(row, len(rows) - 1), 0))
        bar.setValue(value)

    def current_subject(self) -> str | None:
        """Return the subject of the current row."""
        row = self._row(self.currentIndex())
        return None if row is None else row.subject

    def _row(self, index: Index) -> ItemRow | None:
        found = index.data(ITEM) if index.isValid() else None
        row = found[0] if found else None
        return row if isinstance(row, ItemRow) else None

    def _toggle(self, index: Index) -> None:
        row = self._row(index)
        if row is not None:
            done = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            wanted = State.TODO if done else State.DONE
            self.state_requested.emit(row.subject, wanted)

    def _size_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(round(theme.unit(self) * 2.3))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        subject = self.current_subject()
        key = event.key()
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if subject is None or not plain:
            super().keyPressEvent(event)
        elif event.isAutoRepeat() and key == Qt.Key.Key_Space:
            event.accept()  # a held key is one wish
        elif key == Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(subject)
        elif key == Qt.Key.Key_L:
            self.state_requested.emit(subject, State.LEARNING)
        elif key == Qt.Key.Key_A:
            self.state_requested.emit(subject, State.ASIDE)
        else:
            super().keyPressEvent(event)

    @override
    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        ends = {
            QAbstractItemView.CursorAction.MoveHome: range(self.items.rowCount()),
            QAbstractItemView.CursorAction.MoveEnd: range(
                self.items.rowCount() - 1, -1, -1
            ),
        }
        rows = ends.get(cursorAction)
        if rows is None:
            return super().moveCursor(cursorAction, modifiers)
        indexes = (self.items.index(row, 0) for row in rows)
        return next((i for i in indexes if self._row(i)), QModelIndex())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or self._row(index) is None:
            return
        box = box_area(self.visualRect(index), theme.unit(self), self.layoutDirection())
        if box.adjusted(-8, -8, 8, 8).contains(event.position()):
            self._toggle(index)
        else:
            self._pressed = QPersistentModelIndex(index)

    _pressed = QPersistentModelIndex()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        pressed, self._pressed = self._pressed, QPersistentModelIndex()
        row = self._row(index)
        if row is not None and pressed == index:
            self.opened.emit(row.subject)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        row = self._row(index)
        if row is not None:
            at = self.visualRect(index).center() if keyboard else event.pos()
            point = self.viewport().mapToGlobal(at)
            self.menu_requested.emit(row.subject, point)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._size_rows()
        super().changeEvent(event)
