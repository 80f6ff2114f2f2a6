"""A board: a column for each state; cards move by dragging or by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QItemSelectionModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.card_delegate import CARD, CardDelegate
from tracker.ui.widgets.card_model import CardModel
from tracker.ui.widgets.label import label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragMoveEvent,
        QDropEvent,
        QFocusEvent,
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from tracker.ui.widgets.card_delegate import BoardCard


class ColumnHead(NamedTuple):
    """A column of a board.

    Attributes:
        key: The state that its cards are in.
        title: What stands above it.
        name: What a screen reader calls it.
        is_rare: Whether it is there only while it has cards.
    """

    key: str
    title: str
    name: str
    is_rare: bool = False


class Column(QListView):
    """The cards of one state."""

    dropped = Signal(str)  # the subject of a card
    left = Signal(int)  # -1 or 1: to the neighbour
    moved = Signal(int)  # the card, likewise
    opened = Signal()
    chosen = Signal(str)

    def __init__(self, key: str, mime: str) -> None:
        """Hold what is in a state."""
        super().__init__()
        self.key, self._mime = key, mime
        self.cards = CardModel(mime)
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(self))
        self.setProperty("kind", "board")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)
        self.activated.connect(self._on_activated)

    def current_subject(self) -> str:
        """Return what the keyboard is on, empty for none."""
        card = self.currentIndex().data(CARD)
        return "" if card is None else str(card.subject)

    def go_to(self, row: int) -> None:
        """Choose a row, or none."""
        index = self.cards.index(row, 0)
        if row < 0 or not index.isValid():
            self.clearSelection()
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        blocked = self.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        self.selectionModel().setCurrentIndex(index, flags)
        self.blockSignals(blocked)
        self.scrollTo(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), Qt.Key
        sideways = {keys.Key_Left: -1, keys.Key_Right: 1}
        step = sideways.get(Qt.Key(key))
        if step is not None:
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                step = -step
            ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.moved if ctrl else self.left).emit(step)
        elif key in {keys.Key_Return, keys.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.cards.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.cards.index(0, 0))
        elif self.currentIndex().isValid():
            self._tell()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(self._mime):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(self._mime):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        # Copied for Qt: what leaves this column goes once the change is stored.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(bytes(event.mimeData().data(self._mime).data()).decode())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.cards.rowCount():
            return
        painter = QPainter(self.viewport())
        unit = theme.unit(self)
        painter.setFont(theme.scaled(self.font(), theme.SMALL))
        painter.setPen(theme.color("muted"))
        room = self.viewport().rect().toRectF().adjusted(4, unit * 0.6, -unit, 0)
        text = tr("Drag a card here, or move it by Ctrl and an arrow key.")
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), text)
        painter.end()

    def _on_current_changed(self) -> None:
        if self.hasFocus():
            self._tell()

    def _on_clicked(self) -> None:
        self._tell()

    def _on_activated(self) -> None:
        self._tell()

    def _tell(self) -> None:
        if subject := self.current_subject():
            self.setCurrentIndex(self.currentIndex())
            self.chosen.emit(subject)


class Board(QWidget):
    """Columns beside each other."""

    chosen = Signal(str)
    opened = Signal()
    move_requested = Signal(str, str)  # the subject of a card, the key of a column

    def __init__(self, heads: Sequence[ColumnHead], mime: str) -> None:
        """Show no cards yet.

        Args:
            heads: The columns, in order.
            mime: Names what is dragged, so that no other board takes it.
        """
        super().__init__()
        self._heads = {head.key: head for head in heads}
        self.columns = {head.key: Column(head.key, mime) for head in heads}
        self._counts = {head.key: label("", "muted") for head in heads}
        self._around: dict[str, QWidget] = {}
        self._put_away: frozenset[str] = frozenset()
        self.chosen_subject = ""
        unit = round(theme.unit(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(unit * 3 // 4)
        for head in heads:
            row.addWidget(self._make_column(head), 1)

    def _make_column(self, head: ColumnHead) -> QWidget:
        column, around = self.columns[head.key], QWidget()
        column.setAccessibleName(head.name)
        column.setAccessibleDescription(
            tr(
                "Arrow keys go from card to card; Ctrl with left or right moves one; "
                "Enter opens it, the menu key offers the rest, Delete removes"
            )
        )
        box = QVBoxLayout(around)
        box.setContentsMargins(0, 0, 0, 0)
        above = QHBoxLayout()
        above.setContentsMargins(4, 0, 4, 0)
        above.addWidget(label(head.title, "heading"))
        above.addStretch(1)
        above.addWidget(self._counts[head.key])
        box.addLayout(above)
        box.addWidget(column, 1)
        column.chosen.connect(self._on_chosen)
        column.opened.connect(self.opened)
        column.dropped.connect(self._on_dropped)
        column.left.connect(self._on_left)
        column.moved.connect(self._on_moved)
        self._around[head.key] = around
        return around

    def put_away(self, keys: frozenset[str]) -> None:
        """Hide some columns, whatever they hold, and show the others."""
        self._put_away = keys
        for key in self.columns:
            self._fit_column(key)

    def show_cards(self, cards: Sequence[BoardCard]) -> None:
        """Show these cards, each in the column of its state."""
        held, place = self.focused(), self._place_of_chosen()
        for key, column in self.columns.items():
            inside = [card for card in cards if card.column == key]
            column.cards.show_cards(inside)
            self._counts[key].setText(str(len(inside)))
            title = self._heads[key].title
            name = tr("{n} in {state}", n=len(inside), state=title)
            self._counts[key].setAccessibleName(name)
            self._fit_column(key)
        if held is not None and not self._is_seen(self.chosen_subject):
            self.chosen_subject = self._beside(*place) or self.chosen_subject
        self.choose(self.chosen_subject, take_keyboard=held is not None)

    def _place_of_chosen(self) -> tuple[int, int]:
        """Return the number of the column and the row of the chosen card."""
        for number, column in enumerate(self.columns.values()):
            row = column.cards.row_of(self.chosen_subject)
            if row >= 0:
                return number, row
        return 0, 0

    def _is_seen(self, subject: str) -> bool:
        return any(c.cards.row_of(subject) >= 0 for c in self._shown())

    def _beside(self, number: int, row: int) -> str:
        """Return the card that is nearest to a place, empty where none is shown."""
        columns, shown = list(self.columns.values()), self._shown()
        filled = [c for c in shown if c.cards.rowCount()]
        if not filled:
            return ""
        near = min(filled, key=lambda c: abs(columns.index(c) - number))
        return near.cards.subject_at(min(row, near.cards.rowCount() - 1))

    def _fit_column(self, key: str) -> None:
        empty = not self.columns[key].cards.rowCount()
        hidden = key in self._put_away or (self._heads[key].is_rare and empty)
        self._around[key].setVisible(not hidden)

    def choose(self, subject: str, *, take_keyboard: bool = False) -> None:
        """Mark a card as chosen; without one, the keyboard stays where it is."""
        self.chosen_subject = subject
        for column in self.columns.values():
            row = column.cards.row_of(subject)
            column.go_to(row)
            if row >= 0 and take_keyboard:
                column.setFocus(Qt.FocusReason.OtherFocusReason)

    def focused(self) -> Column | None:
        """Return the column that has the keyboard."""
        return next((c for c in self.columns.values() if c.hasFocus()), None)

    def focus_cards(self) -> None:
        """Give the keyboard to the chosen card, or to the first there is."""
        if any(c.cards.row_of(self.chosen_subject) >= 0 for c in self._shown()):
            self.choose(self.chosen_subject, take_keyboard=True)
            return
        filled = [c for c in self._shown() if c.cards.rowCount()]
        target = next(iter(filled), self._shown()[0])
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self) -> list[Column]:
        return [c for s, c in self.columns.items() if not self._around[s].isHidden()]

    def _on_chosen(self, subject: str) -> None:
        self.chosen_subject = subject
        for column in self.columns.values():
            if column.cards.row_of(subject) < 0:
                column.clearSelection()
        self.chosen.emit(subject)

    def _on_left(self, step: int) -> None:
        """Go to the card beside, past columns without any."""
        here = self.focused()
        columns = self._shown()
        if here is None:
            return
        row = max(here.currentIndex().row(), 0)
        place = columns.index(here) + step
        while 0 <= place < len(columns):
            count = columns[place].cards.rowCount()
            if count:
                target = columns[place]
                target.go_to(min(row, count - 1))
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            place += step

    def _on_moved(self, step: int) -> None:
        """Ask for the state of the next column for the card with the keyboard."""
        here = self.focused()
        if here is None or not here.current_subject():
            return
        # A column that was put away takes it, too: what is said then names it.
        columns = [
            column
            for key, column in self.columns.items()
            if key in self._put_away or not self._around[key].isHidden()
        ]
        place = columns.index(here) + step
        if 0 <= place < len(columns):
            self.chosen_subject = here.current_subject()
            self.move_requested.emit(self.chosen_subject, columns[place].key)

    def _on_dropped(self, subject: str) -> None:
        column = self.sender()
        if isinstance(column, Column):
            self.chosen_subject = subject
            self.move_requested.emit(subject, column.key)
