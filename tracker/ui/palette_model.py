"""What the palette offers and what of it is found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from tracker.services.search import Index as Titles
from tracker.services.search import rank
from tracker.typing_tools import override
from tracker.ui.widgets.label import plain_tip
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
MOST = 100  # more than anybody looks through
_LONG = 50  # characters of a title that may not fit
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to go to or to do.

    Attributes:
        kind: What it is, in words: "Action", "Stage 3", "Skill".
        title: What it is called.
        detail: Its state in words, empty for most.
        shortcut: The keys of an action, as they are written for the user.
        icon: The name of one of Milepost's icons.
        run: Does it.
    """

    kind: str
    title: str
    detail: str
    shortcut: str
    icon: str
    run: Callable[[], object]

    @property
    def key(self) -> str:
        """Return what it is remembered by among the recent ones."""
        return f"{self.kind}\n{self.title}"


class PaletteModel(QAbstractTableModel):
    """Shows what is found for a query; without one, the recent and then the rest."""

    def __init__(
        self,
        entries: Sequence[Entry],
        recent: Sequence[str],
        parent: QObject | None = None,
    ) -> None:
        """Offer ``entries``; those whose keys are ``recent`` come first."""
        super().__init__(parent)
        self._entries = entries
        keys = {key: number for number, key in enumerate(recent)}
        first = [n for n, entry in enumerate(entries) if entry.key in keys]
        first.sort(key=self._order_among(keys))
        known = set(first)
        self._resting = first + [n for n in range(len(entries)) if n not in known]
        self._shown = self._resting
        self.query = ""

    def _order_among(self, keys: dict[str, int]) -> Callable[[int], int]:
        def order(position: int) -> int:
            return keys[self._entries[position].key]

        return order

    @cached_property
    def _titles(self) -> Titles:
        return Titles(entry.title for entry in self._entries)

    def search(self, query: str) -> None:
        """Show what is found for a query."""
        self.beginResetModel()
        self.query = query.strip()
        if self.query:
            self._shown = [h.position for h in rank(self.query, self._titles, MOST)]
        else:
            self._shown = self._resting
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """Return the entry of a row."""
        return self._entries[self._shown[row]]

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 1

    # Any: what Qt's models return.
    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entry(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(entry)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(entry.title) if len(entry.title) > _LONG else None
            case _:
                return entry if role == ENTRY else None


def spoken(entry: Entry) -> str:
    """Return what a screen reader says for an entry."""
    parts = (entry.title, entry.kind, entry.detail, entry.shortcut)
    return tr(", ").join(part for part in parts if part)
