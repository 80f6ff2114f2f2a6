"""Read the journal, and find words in all that a learner wrote."""

from __future__ import annotations

import re
from datetime import date

from tracker.db.rows import SqlRows
from tracker.domain.edit import UNREADABLE
from tracker.domain.work import Entry

_ENTRY = (
    "SELECT e.subject, e.day, e.minutes, coalesce(w.text, ''), e.links FROM entry e "
    "LEFT JOIN written w ON w.subject = e.subject AND w.field = 'text' "
)
_SIGN = re.compile(r"[^\w]+")


class JournalReader(SqlRows):
    """The part of `tracker.services.ports.Reader` that reads the journal."""

    def entries(self, since: str, until: str, limit: int, skip: int = 0) -> list[Entry]:
        """Return the journal between two days, both included, the newest first."""
        query = _ENTRY + (
            "WHERE e.day >= ? AND e.day <= ? ORDER BY e.day DESC, e.seq DESC, "
            "e.subject DESC LIMIT ? OFFSET ?"
        )
        rows = self._rows(query, (since, until, limit, skip))
        return [_entry(*row) for row in rows]

    def entry(self, subject: str) -> Entry | None:
        """Return one line of the journal, if it is there."""
        row = self._first(_ENTRY + "WHERE e.subject = ?", (subject,))
        return None if row is None else _entry(*row)

    def entries_on(self, target: str, limit: int, skip: int = 0) -> list[Entry]:
        """Return the entries about a subject, the newest first."""
        query = _ENTRY + (
            "JOIN entry_link l ON l.entry = e.subject WHERE l.target = ? "
            "ORDER BY l.day DESC, l.seq DESC, l.entry DESC LIMIT ? OFFSET ?"
        )
        return [_entry(*row) for row in self._rows(query, (target, limit, skip))]

    def logged(self) -> frozenset[str]:
        """Return everything that a line of the journal is about.

        Steps from one target to the next, so that it costs no more with more lines.
        """
        query = (
            "WITH RECURSIVE each (target) AS (SELECT min(target) FROM entry_link "
            "UNION ALL SELECT (SELECT min(target) FROM entry_link "
            "WHERE target > each.target) FROM each WHERE target IS NOT NULL) "
            "SELECT target FROM each WHERE target IS NOT NULL"
        )
        return frozenset(target for (target,) in self._rows(query))

    def days(self, since: str, until: str) -> list[tuple[str, int, int]]:
        """Return (day, minutes, entries) of each day with entries, in order."""
        query = (
            "SELECT day, sum(minutes), count(*) FROM entry WHERE day >= ? AND day <= ? "
            "GROUP BY day ORDER BY day"
        )
        return [
            (day, minutes, n) for day, minutes, n in self._rows(query, (since, until))
        ]

    def written(self, words: str, limit: int) -> list[tuple[str, str, str]]:
        """Return (subject, field, text) of what holds all of these words.

        What was written last comes first. A word is also found by its beginning.
        """
        wanted = " ".join(f'"{word}"*' for word in _SIGN.sub(" ", words).split())
        if not wanted:
            return []
        query = (
            "SELECT w.subject, w.field, w.text FROM written_words f "
            "JOIN written w ON w.number = f.rowid WHERE written_words MATCH ? "
            "ORDER BY f.rowid DESC LIMIT ?"
        )
        return [(s, f, text) for s, f, text in self._rows(query, (wanted, limit))]


def _entry(subject: str, day: str, minutes: int, text: str, links: str) -> Entry:
    return Entry(
        subject=subject,
        day=day_of(day),
        minutes=minutes,
        text=text,
        links=tuple(links.split()),
    )


def day_of(text: str) -> date:
    """Return a stored day; one that cannot be read is of 1970."""
    try:
        return date.fromisoformat(text)
    except (ValueError, TypeError):
        return UNREADABLE.date()
