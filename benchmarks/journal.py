"""The journal with 100,000 lines over five years, against one of 1,000 lines.

Both stand in one process, in turn, so that the machine's moods fall on both alike. The
lines are put in as the app would store them: edits, facts, and what follows from these.
"""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.table import Row  # after the platform
from tracker.db.data_file import NAME
from tracker.domain.ids import edit_id, entry_subject
from tracker.services.doctor import examine
from tracker.ui.journal.model import JournalModel
from tracker.workspace import DEFAULT_ROADMAP, Workspace, bundled_content

if TYPE_CHECKING:
    from collections.abc import Callable

MANY, FEW = 100_000, 1_000
LIMIT = 1.5
_DAYS = 5 * 365
_WORDS = (
    "wrote",
    "tests",
    "fixed",
    "login",
    "read",
    "about",
    "joins",
    "drew",
    "learned",
)
_LINKS = ("skill:unit-tests", "skill:sql-queries", "project:login-system")
_INSERTS = (
    "INSERT INTO edit VALUES (?,?,?,?,?,?,?,?,?)",
    "INSERT INTO change VALUES (?,?,?,?,?,?)",
    (
        "INSERT INTO fact (learner, field, subject, value, seq, device, local_date)"
        " VALUES (?,?,?,?,?,?,?)"
    ),
    "INSERT INTO entry VALUES (?,?,?,?,?)",
    "INSERT INTO entry_link VALUES (?,?,?,?)",
    "INSERT INTO written (subject, field, text) VALUES (?,'text',?)",
)


def measure(rounds: int = 15) -> list[Row]:
    """Return the ratios of CPU time of the same act in the long and the short log."""
    with TemporaryDirectory() as folder:
        long, short = (a_journal(Path(folder) / str(n), n) for n in (MANY, FEW))
        try:
            rows = [
                _ratio(name, act, long, short, rounds) for name, act in ACTS.items()
            ]
        finally:
            long.close()
            short.close()
    return rows


def a_journal(folder: Path, lines: int) -> Workspace:
    """Return an opened data folder with so many lines over five years."""
    workspace = Workspace(folder, _nobody_listens)
    workspace.install_bundled(bundled_content())
    workspace.roadmaps.choose(DEFAULT_ROADMAP)
    workspace.close()
    fill_journal(folder / NAME, lines)
    return Workspace(folder, _nobody_listens)


def fill_journal(data_file: Path, lines: int) -> None:
    """Put so many lines into a data file that is not open."""
    with closing(sqlite3.connect(data_file, isolation_level=None)) as connection:
        names = dict(connection.execute("SELECT name, value FROM setting"))
        first = connection.execute("SELECT coalesce(max(seq), 0) FROM edit").fetchone()
        connection.execute("PRAGMA synchronous = OFF")  # of the preparation only
        connection.execute("BEGIN")
        for number in range(lines):
            _put(connection, names, number, first[0] + number + 1, lines)
        index = "INSERT INTO written_words (written_words) VALUES ('rebuild')"
        connection.execute(index)
        connection.execute("COMMIT")


def _put(
    connection: sqlite3.Connection,
    names: dict[str, str],
    number: int,
    seq: int,
    lines: int,
) -> None:
    learner, device = names["learner"], names["device"]
    at = datetime.now(UTC) - timedelta(days=_DAYS * (lines - number) / lines + 1)
    key = edit_id(at, number.to_bytes(10, "big"))
    subject, link = entry_subject(key), _LINKS[number % 3]
    day, moment = at.date().isoformat(), at.isoformat(timespec="milliseconds")
    text = " ".join(_WORDS[(number + n * 3) % len(_WORDS)] for n in range(6))
    fields = {"day": day, "minutes": "30", "text": f"{text} {number}", "links": link}
    edit, change, fact, entry, linked, written = _INSERTS
    row = (key, learner, device, seq, moment, day, 0, "log", None)
    connection.execute(edit, row)
    for place, (field, value) in enumerate(fields.items()):
        connection.execute(change, (key, place, subject, field, None, value))
        connection.execute(fact, (learner, field, subject, value, seq, device, day))
    connection.execute(entry, (subject, day, seq, 30, link))
    connection.execute(linked, (link, subject, day, seq))
    connection.execute(written, (subject, fields["text"]))


def _open(workspace: Workspace) -> None:
    JournalModel(workspace.store.reader).show_all(by_week=False)


def _open_weeks(workspace: Workspace) -> None:
    JournalModel(workspace.store.reader).show_all(by_week=True)


def _open_one(workspace: Workspace) -> None:
    JournalModel(workspace.store.reader).show_about(_LINKS[0], by_week=False)


def _search(workspace: Workspace) -> None:
    JournalModel(workspace.store.reader).show_found("wrote")


def _search_two(workspace: Workspace) -> None:
    JournalModel(workspace.store.reader).show_found("wrote joins")


def _search_start(workspace: Workspace) -> None:
    JournalModel(workspace.store.reader).show_found("t")


def _save(workspace: Workspace) -> None:
    today = workspace.journal.today()
    workspace.journal.add(today, 30, "wrote tests for the login", _LINKS[:1])


def _start(workspace: Workspace) -> None:
    other = Workspace(workspace.folder, _nobody_listens)
    other.journey()
    other.close()


ACTS: dict[str, Callable[[Workspace], None]] = {
    "opening the journal by days": _open,
    "opening the journal by weeks": _open_weeks,
    "opening the lines about one skill": _open_one,
    "searching for the newest 50 hits, one word": _search,
    "the same, two words": _search_two,
    "the same, one letter": _search_start,
    "saving a line": _save,
    "opening the data folder and the road": _start,
}


def _ratio(
    name: str,
    act: Callable[[Workspace], None],
    long: Workspace,
    short: Workspace,
    rounds: int,
) -> Row:
    ratios = []
    for number in range(rounds + 1):
        many, few = _cpu(act, long), _cpu(act, short)
        if number:  # the first round fills caches
            ratios.append(many / few)
    text = f"{name}, {MANY:,} lines, CPU"
    unit = f"× with {FEW:,}"
    return Row(text, LIMIT, median(ratios), min(ratios), max(ratios), unit)


def _cpu(act: Callable[[Workspace], None], workspace: Workspace) -> float:
    begin, times = time.process_time(), 0
    while times < 3 or time.process_time() - begin < 0.02:  # long enough to measure
        act(workspace)
        times += 1
    return (time.process_time() - begin) / times


def check(lines: int) -> list[str]:
    """Return what the doctor finds in a journal made here; nothing, if it is sound."""
    with TemporaryDirectory() as folder:
        workspace = a_journal(Path(folder) / "data", lines)
        try:
            return examine(workspace.store.reader)
        finally:
            workspace.close()


def _nobody_listens(_stored: object) -> None:
    pass
