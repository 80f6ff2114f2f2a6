"""The cards of one column of a board, as Qt's views read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from tracker.typing_tools import override
from tracker.ui.widgets.card_delegate import CARD
from tracker.ui.widgets.label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.ui.widgets.card_delegate import BoardCard

Index = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """The cards of one column."""

    def __init__(self, mime: str) -> None:
        """Hold nothing yet; ``mime`` names what is dragged."""
        super().__init__()
        self._mime = mime
        self._cards: tuple[BoardCard, ...] = ()

    def show_cards(self, cards: Sequence[BoardCard]) -> None:
        """Hold other cards."""
        if tuple(cards) == self._cards:
            return
        self.beginResetModel()
        self._cards = tuple(cards)
        self.endResetModel()

    def row_of(self, subject: str) -> int:
        """Return the row of a card, -1 if it is not here."""
        subjects = [card.subject for card in self._cards]
        return subjects.index(subject) if subject in subjects else -1

    def subject_at(self, row: int) -> str:
        """Return the subject of a card."""
        return self._cards[row].subject

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    # Any: Qt's model interface has no narrower type.
    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        roles = Qt.ItemDataRole
        if role == CARD:
            return card
        if role == roles.DisplayRole:
            return card.title
        if role == roles.ToolTipRole:
            return plain_tip(card.whole)
        return card.spoken if role == roles.AccessibleTextRole else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def mimeTypes(self) -> list[str]:
        return [self._mime]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        for index in indexes:
            subject = self._cards[index.row()].subject
            data.setData(self._mime, subject.encode())
        return data
