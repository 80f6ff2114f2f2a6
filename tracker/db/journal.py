"""The journal in the data file: entries and an index of all that is written.

Both follow from the edits and are written in the same transaction as these. The
statements stand here as text for the reason that `tracker.db.statements` gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import BRIEF, DAY, LINKS, MINUTES, NOTE, TEXT, TITLE
from tracker.domain.ids import ENTRY, kind_of

if TYPE_CHECKING:
    import sqlite3

    from tracker.domain.edit import Change, StoredEdit

PUT_ENTRY = (
    "INSERT INTO entry (subject, day, seq, minutes, links) "
    "VALUES (:subject, :day, :seq, 0, '') "
    "ON CONFLICT (subject) DO UPDATE SET day = excluded.day"
)
SET_MINUTES = "UPDATE entry SET minutes = :minutes WHERE subject = :subject"
SET_LINKS = "UPDATE entry SET links = :links WHERE subject = :subject"
DROP_ENTRY = "DELETE FROM entry WHERE subject = :subject"
MOVE_LINKS = (
    "UPDATE entry_link SET day = :day WHERE entry = :subject AND target = :target"
)
ADD_LINK = (
    "INSERT INTO entry_link (target, entry, day, seq) "
    "SELECT :target, subject, day, seq FROM entry WHERE subject = :entry"
)
PLACE_OF = "SELECT seq FROM entry WHERE subject = :subject"
LINKS_OF = "SELECT links FROM entry WHERE subject = :subject"
DROP_LINK = "DELETE FROM entry_link WHERE target = :target AND entry = :entry"
FIND_WRITTEN = (
    "SELECT number, text FROM written WHERE subject = :subject AND field = :field"
)
ADD_WRITTEN = (
    "INSERT INTO written (subject, field, text) VALUES (:subject, :field, :text)"
)
SET_WRITTEN = "UPDATE written SET text = :text WHERE number = :number"
DROP_WRITTEN = "DELETE FROM written WHERE number = :number"
FORGET_WORDS = (
    "INSERT INTO written_words (written_words, rowid, text) "
    "VALUES ('delete', :number, :text)"
)
ADD_WORDS = "INSERT INTO written_words (rowid, text) VALUES (:number, :text)"

WORDS = (TEXT, NOTE, BRIEF, TITLE)  # the fields that are a learner's own words
_ORDER = {DAY: 0, MINUTES: 1, LINKS: 1, **dict.fromkeys(WORDS, 1)}


def follow(connection: sqlite3.Connection, stored: StoredEdit) -> None:
    """Bring entries and the index of words up to date with a stored edit."""
    changes = [c for c in stored.edit.changes if c.field in _ORDER]
    # A day makes an entry before the rest of it is put in, and takes it away at last.
    changes.sort(key=_rank)
    seq = _place(connection, changes, stored.seq)
    for change in changes:
        if change.field in WORDS:
            _write(connection, change)
        elif kind_of(change.subject) == ENTRY:
            _move_entry(connection, change, seq)


def _place(connection: sqlite3.Connection, changes: list[Change], seq: int) -> int:
    """Return the place of new lines: beside the line that they were parted from."""
    if any(c.field == DAY and c.before is None for c in changes):
        for change in changes:
            found = connection.execute(PLACE_OF, {"subject": change.subject}).fetchone()
            if found is not None:
                return int(found[0])
    return seq


def _rank(change: Change) -> int:
    rank = _ORDER[change.field]
    return 2 if change.field == DAY and change.after is None else rank


def _move_entry(connection: sqlite3.Connection, change: Change, seq: int) -> None:
    subject, after = change.subject, change.after
    if change.field == DAY and after is None:
        connection.execute(DROP_ENTRY, {"subject": subject})
    elif change.field == DAY:
        connection.execute(PUT_ENTRY, {"subject": subject, "day": after, "seq": seq})
        (links,) = connection.execute(LINKS_OF, {"subject": subject}).fetchone()
        for target in links.split():
            values = {"subject": subject, "day": after, "target": target}
            connection.execute(MOVE_LINKS, values)
    elif change.field == MINUTES:
        values = {"subject": subject, "minutes": int(after or 0)}
        connection.execute(SET_MINUTES, values)
    else:
        values = {"subject": subject, "links": after or ""}
        connection.execute(SET_LINKS, values)
        old, new = set((change.before or "").split()), set((after or "").split())
        for statement, targets in ((DROP_LINK, old - new), (ADD_LINK, new - old)):
            for target in sorted(targets):
                connection.execute(statement, {"target": target, "entry": subject})


def _write(connection: sqlite3.Connection, change: Change) -> None:
    """Put a text into the index of words in place of what stood there before."""
    key = {"subject": change.subject, "field": change.field}
    found = connection.execute(FIND_WRITTEN, key).fetchone()
    if found is not None:
        number, text = found
        connection.execute(FORGET_WORDS, {"number": number, "text": text})
        if change.after is None:
            connection.execute(DROP_WRITTEN, {"number": number})
            return
        connection.execute(SET_WRITTEN, {"number": number, "text": change.after})
    elif change.after is None:
        return
    else:
        number = connection.execute(ADD_WRITTEN, key | {"text": change.after}).lastrowid
    connection.execute(ADD_WORDS, {"number": number, "text": change.after})
