"""Backups: whole, tested copies made by SQLite itself, and the way back.

A backup counts only after it was opened and checked. Restoring never writes over the
only copy: the file in use is kept under another name first.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tracker.db.connection import (
    APPLICATION_ID,
    connect,
    make_private_file,
    storage_errors,
    sync_folder,
)
from tracker.domain.errors import StorageError
from tracker.words import tr

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 10
_LEFT_OVER = 3600  # seconds; nothing unfinished takes that long
FOLDER = "backups"
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup; ``at`` is the moment in UTC at which it was made."""

    path: Path
    at: datetime


def list_backups(data_file: Path) -> list[Backup]:
    """Return the backups of a data file, the newest first."""
    found = []
    for path in (data_file.parent / FOLDER).glob(f"{data_file.stem}-*.db"):
        with suppress(ValueError):
            stamp = path.stem.removeprefix(f"{data_file.stem}-")[:16]
            at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
            found.append(Backup(path, at))
    # Of two of the same second, the later one has the longer, higher name.
    found.sort(key=lambda b: (b.at, len(b.path.name), b.path.name), reverse=True)
    return found


def make_backup(data_file: Path, now: datetime) -> Backup:
    """Copy a data file, test the copy, and only then give it its name.

    Raises:
        StorageError: The copy could not be made or is not whole; none is left behind.
    """
    folder = data_file.parent / FOLDER
    with storage_errors(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    stamp = now.astimezone(UTC).strftime(_STAMP)
    final = free_name(folder / f"{data_file.stem}-{stamp}.db")
    unfinished = final.with_suffix(f".{os.getpid()}.tmp")  # two may be at it at once
    try:
        with storage_errors(folder):
            unfinished.unlink(missing_ok=True)
            make_private_file(unfinished)
            _copy(data_file, unfinished)
            _sync_file(unfinished)
            unfinished.replace(final)
            sync_folder(folder)
    except StorageError:
        with suppress(OSError):
            unfinished.unlink()
        raise
    # By name: with a clock set back, the backup just made looks like the oldest.
    others = [backup for backup in list_backups(data_file) if backup.path != final]
    for old in others[KEPT - 1 :]:
        with suppress(OSError):
            old.path.unlink()
    return Backup(final, now)


def restore_backup(data_file: Path, backup: Backup, now: datetime) -> Path | None:
    """Put a backup in the place of a data file that is not open.

    Returns:
        Where the file that was there is kept now; ``None`` when there was none.

    Raises:
        StorageError: The backup is not whole; nothing was changed.
    """
    stamp = now.astimezone(UTC).strftime(_STAMP)
    incoming = data_file.with_name(f"{data_file.name}.restoring-{stamp}")
    kept = free_name(data_file.with_name(f"{data_file.name}.damaged-{stamp}"))
    with storage_errors(data_file):
        make_private_file(incoming)
        try:
            _copy(backup.path, incoming)
            _sync_file(incoming)
        except BaseException:
            incoming.unlink()
            raise
        existed = data_file.exists()
        if existed:
            data_file.replace(kept)
        # A journal belongs to the file it stood beside; it would undo the restore.
        journal = data_file.with_name(data_file.name + "-journal")
        if journal.exists():
            journal.replace(kept.with_name(kept.name + "-journal"))
        incoming.replace(data_file)
        sync_folder(data_file.parent)
    return kept if existed else None


def sweep(data_file: Path, now: datetime) -> None:
    """Remove what a start that was killed half-way left behind an hour ago or more."""
    left = [
        *(data_file.parent / FOLDER).glob("*.tmp"),
        *data_file.parent.glob(f"{data_file.name}.new-*"),
        *data_file.parent.glob(f"{data_file.name}.restoring-*"),
    ]
    for path in left:
        with suppress(OSError):
            if now.timestamp() - path.stat().st_mtime > _LEFT_OVER:
                path.unlink()


def check_whole(connection: sqlite3.Connection) -> None:
    """Raise StorageError unless an open data file is ours and passes SQLite's check."""
    problems = connection.execute("PRAGMA quick_check(5)").fetchall()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if problems != [("ok",)] or application != APPLICATION_ID:
        sentence = tr("The data file is damaged. It was left as it is.")
        raise StorageError(sentence, "damaged", str(problems))


def free_name(wanted: Path) -> Path:
    """Return a name that nothing has yet: the wanted one, or one with a number."""
    path, number = wanted, 1
    while path.exists():
        number += 1
        path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return path


def _copy(source: Path, target: Path) -> None:
    with (
        closing(connect(source, timeout=5)) as reading,
        closing(sqlite3.connect(target, isolation_level=None)) as writing,
    ):
        reading.backup(writing)  # in one step: in several, a writer makes it start anew
        check_whole(writing)


def _sync_file(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
