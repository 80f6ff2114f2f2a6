"""The kept adverts as a Qt model."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from tracker.typing_tools import override
from tracker.ui.career.postings.rows import BY_FIT, AdvertRow, sorted_rows
from tracker.ui.widgets.label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_NO_PARENT = QModelIndex()


class PostingModel(QAbstractListModel):
    """A row for each advert that is shown."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self._rows: list[AdvertRow] = []
        self._order = BY_FIT

    def show_rows(self, rows: Sequence[AdvertRow], order: int) -> None:
        """Hold other adverts, given the newest first."""
        wanted = sorted_rows(rows, order)
        self._order = order
        if wanted == self._rows:
            return
        self.beginResetModel()
        self._rows = wanted
        self.endResetModel()

    def show_percents(self, percents: Mapping[str, int | None]) -> None:
        """Show other scores where the rows stand; `sort_again` moves them."""
        for number, row in enumerate(self._rows):
            subject = row.posting.subject
            if subject in percents:
                new = replace(row, percent=percents[subject], is_read=True)
                if new != row:
                    self._rows[number] = new
                    index = self.index(number, 0)
                    self.dataChanged.emit(index, index)

    def sort_again(self, newest_first: Sequence[str]) -> None:
        """Move the rows to where their scores put them.

        Args:
            newest_first: All subjects in the order of their days.
        """
        by_subject = {row.posting.subject: row for row in self._rows}
        rows = [by_subject[s] for s in newest_first if s in by_subject]
        wanted = sorted_rows(rows, self._order)
        if wanted == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        places = {row.posting.subject: n for n, row in enumerate(wanted)}
        old = self.persistentIndexList()
        subjects = [self._rows[index.row()].posting.subject for index in old]
        self._rows = wanted
        new = [self.index(places[subject], 0) for subject in subjects]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def row_of(self, subject: str) -> int:
        """Return the row of an advert, -1 if it is not here."""
        subjects = [row.posting.subject for row in self._rows]
        return subjects.index(subject) if subject in subjects else -1

    def row(self, number: int) -> AdvertRow | None:
        """Return a row, if there is one of that number."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    # Any: what Qt's models return.
    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        roles = Qt.ItemDataRole
        if role == ROW:
            return row
        if role == roles.DisplayRole:
            return row.posting.title
        if role == roles.AccessibleTextRole:
            return row.spoken
        return plain_tip(row.posting.title) if role == roles.ToolTipRole else None
