"""Read the journal, and find words in all that a learner wrote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.db.journal import WORDS
from tracker.db.rows import SqlRows
from tracker.db.signs import NEWEST, signs_in, statement
from tracker.domain.stored_days import certain_day

if TYPE_CHECKING:
    from tracker.domain.work import Entry

_ENTRY = (
    "SELECT e.subject, e.day, e.minutes, coalesce(w.text, ''), e.links FROM entry e "
    "LEFT JOIN written w ON w.subject = e.subject AND w.field = 'text' "
)
_MONTHS = (
    "SELECT substr(day, 1, 7) AS month, sum(minutes), count(*) FROM entry "
    "GROUP BY month ORDER BY month DESC"
)
_MONTHS_ON = (
    "SELECT substr(e.day, 1, 7) AS month, sum(e.minutes), count(*) FROM entry_link l "
    "JOIN entry e ON e.subject = l.entry WHERE l.target = ? "
    "GROUP BY month ORDER BY month DESC"
)
# The learner is named, or no index of `fact` would serve and each text walk all of it.
WRONGLY_INDEXED = (
    "WITH me (id) AS (SELECT value FROM setting WHERE name = 'learner') "
    "SELECT f.subject, f.field FROM me JOIN fact f ON f.learner = me.id "
    "LEFT JOIN written w ON w.subject = f.subject AND w.field = f.field "
    "WHERE f.field IN (?, ?, ?, ?) AND f.value IS NOT w.text "
    "UNION SELECT w.subject, w.field FROM me JOIN written w LEFT JOIN fact f "
    "ON f.learner = me.id AND f.field = w.field AND f.subject = w.subject "
    "WHERE f.value IS NULL ORDER BY 1, 2"
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

    def entries_on(
        self, target: str, limit: int, skip: int = 0, until: str = "9"
    ) -> list[Entry]:
        """Return the entries about a subject up to a day, the newest first."""
        query = _ENTRY + (
            "JOIN entry_link l ON l.entry = e.subject WHERE l.target = ? "
            "AND l.day <= ? "
            "ORDER BY l.day DESC, l.seq DESC, l.entry DESC LIMIT ? OFFSET ?"
        )
        rows = self._rows(query, (target, until, limit, skip))
        return [_entry(*row) for row in rows]

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

        What was written last comes first. A word is also found by its beginning. Signs
        and emoji are in no index: they are looked for in the newest texts themselves.
        """
        wanted = " ".join(
            f'"{word}"*' for word in _SIGN.sub(" ", words).replace("_", " ").split()
        )
        if signs := signs_in(words):
            values = (*([wanted] if wanted else []), NEWEST, *signs, limit)
            rows = self._rows(statement(len(signs), among_words=bool(wanted)), values)
            return [(subject, field, text) for subject, field, text in rows]
        if not wanted:
            return []
        query = (
            "SELECT w.subject, w.field, w.text FROM written_words f "
            "JOIN written w ON w.number = f.rowid WHERE written_words MATCH ? "
            "ORDER BY f.rowid DESC LIMIT ?"
        )
        return [(s, f, text) for s, f, text in self._rows(query, (wanted, limit))]

    def wrongly_indexed(self) -> list[tuple[str, str]]:
        """Return (subject, field) of texts that searches find wrongly, or not at all.

        The index holds the facts that are a learner's own words, and nothing else.
        """
        rows = self._rows(WRONGLY_INDEXED, WORDS)
        return [(subject, field) for subject, field in rows]

    def months(self, target: str = "") -> list[tuple[str, int, int]]:
        """Return (month, minutes, entries) of each month with entries, newest first.

        Args:
            target: Only entries about this subject; empty for all.
        """
        rows = self._rows(_MONTHS_ON, (target,)) if target else self._rows(_MONTHS)
        return [(month, minutes, n) for month, minutes, n in rows]


def _entry(subject: str, day: str, minutes: int, text: str, links: str) -> Entry:
    from tracker.domain.work import Entry  # noqa: PLC0415  # not at start

    return Entry(
        subject=subject,
        day=certain_day(day),
        minutes=minutes,
        text=text,
        links=tuple(links.split()),
    )
