"""The journal as a Qt model: read page by page, however long it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from tracker.domain.work import Entry
from tracker.services.found import search_written
from tracker.typing_tools import override
from tracker.ui.journal.rows import (
    JournalRow,
    PeriodRow,
    first_line,
    rows_of,
    spoken,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.services.ports import Reader

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_NO_PARENT = QModelIndex()
PAGE = 200  # lines read at a time
HITS = 50  # what a search shows, the newest first
_ALWAYS = ("", "9")  # before and after every day


class JournalModel(QAbstractListModel):
    """Shows lines, those about one thing, or what a search finds."""

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        """Read from ``reader``; nothing is shown before `show_all`."""
        super().__init__(parent)
        self._reader = reader
        self._entries: list[Entry] = []
        self._rows: list[JournalRow] = []
        self._ended = True
        self._by_week = False
        self._about = self._until = ""
        self.titles: dict[str, str] = {}
        self.words = ""  # what was looked for, marked in what was found

    def show_all(self, *, by_week: bool, until: str = "") -> None:
        """Show the newest lines up to a day, under their days or weeks."""
        self.show_about("", by_week=by_week, until=until)

    def show_about(self, subject: str, *, by_week: bool, until: str = "") -> None:
        """Show the newest lines about a skill, project or milestone, up to a day."""
        before = (self._about, self._until, self.words)
        self._about, self._until, self.words = subject, until, ""
        self._by_week = by_week
        # What was read before is read again, or a change would lose the place; and one
        # line more, which may be new.
        same = before == (subject, until, "")
        wanted = max(PAGE, len(self._entries) + 1) if same else PAGE
        entries = self._page(0, wanted)
        self.beginResetModel()
        self._entries, self._ended = entries, len(entries) < wanted
        self._rows = self._made(entries)
        self.endResetModel()

    def show_found(self, words: str) -> None:
        """Show the newest of what the learner wrote that holds all of these words."""
        hits = search_written(self._reader, words, HITS)
        rows: list[JournalRow] = [hit.entry or hit for hit in hits]
        self.beginResetModel()
        self._entries, self._rows, self._ended = [], rows, True
        self.words = words
        self._learn_titles(row for row in rows if isinstance(row, Entry))
        self.endResetModel()

    def forget_titles(self) -> None:
        """Read titles again: something has another name."""
        self.titles.clear()

    def row_of(self, subject: str) -> int:
        """Return where a line stands, -1 if it is not shown."""
        for number, row in enumerate(self._rows):
            if not isinstance(row, PeriodRow) and row.subject == subject:
                return number
        return -1

    def row(self, number: int) -> JournalRow | None:
        """Return a row, if there is one of that number."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._ended

    @override
    def fetchMore(self, parent: Index) -> None:
        older = self._page(len(self._entries))
        self._ended = len(older) < PAGE
        entries = self._entries + older
        rows = self._made(entries)
        last = len(self._rows)
        if len(rows) > last:
            self.beginInsertRows(QModelIndex(), last, len(rows) - 1)
            self._entries, self._rows = entries, rows
            self.endInsertRows()

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], PeriodRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    # Any: what Qt's models return.
    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if isinstance(row, PeriodRow) else first_line(row.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row, self.titles)
        return None

    def _page(self, skip: int, most: int = PAGE) -> list[Entry]:
        """Return the next lines after so many."""
        until = self._until or _ALWAYS[1]
        if self._about:
            return self._reader.entries_on(self._about, most, skip, until)
        return self._reader.entries(_ALWAYS[0], until, most, skip)

    def _made(self, entries: list[Entry]) -> list[JournalRow]:
        self._learn_titles(entries)
        if not entries:
            return []
        span = entries[-1].day.isoformat(), entries[0].day.isoformat()
        minutes: dict[date, int] = {}
        if self._about:  # other lines of these days do not count here
            for entry in entries:
                minutes[entry.day] = minutes.get(entry.day, 0) + entry.minutes
        else:
            days = self._reader.days(*span)
            minutes = {date.fromisoformat(day): spent for day, spent, _ in days}
        return rows_of(entries, minutes, by_week=self._by_week)

    def _learn_titles(self, entries: Iterable[Entry]) -> None:
        for link in {link for entry in entries for link in entry.links}:
            if link not in self.titles:
                self.titles[link] = self._reader.title(link) or link
