"""The learner's data file: found, checked, made or refused, then read and written."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tracker.db.connection import (
    APPLICATION_ID,
    BUSY_TIMEOUT,
    SCHEMA_VERSION,
    connect,
    look_at,
    make_private_file,
    storage_errors,
    sync_folder,
)
from tracker.db.reading import SqlReader
from tracker.domain.errors import StorageError
from tracker.domain.ids import edit_id
from tracker.words import tr

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.db.writing import SqlUnitOfWork

NAME = "milepost.db"


class DataFile:
    """Implements `tracker.services.ports.Store` on the file of one data folder."""

    def __init__(self, folder: Path, *, timeout: float = BUSY_TIMEOUT) -> None:
        """Open the data file of a folder, or make it in a folder that never had one.

        Args:
            folder: The data folder.
            timeout: Seconds to wait for another program that is writing.

        Raises:
            StorageError: It cannot be used; what is on disk is as it was.
        """
        self.path = folder / NAME
        _prepare(self.path)
        self.connection = connect(self.path, timeout=timeout)
        try:
            with storage_errors(self.path):
                self.reader = SqlReader(self.connection, self.path)
                self._identity = _identity(self.path)
        except BaseException:
            self.connection.close()
            raise
        self.read_only = not os.access(self.path, os.W_OK) or not os.access(
            folder, os.W_OK
        )
        self._rescued = ""

    def begin(self) -> SqlUnitOfWork:
        """Begin a transaction.

        Raises:
            StorageError: The file was replaced or moved under us; what this session
                knows was saved beside it.
        """
        from tracker.db.writing import SqlUnitOfWork  # noqa: PLC0415  # not at start

        self._check_identity()
        return SqlUnitOfWork(self.connection, self.reader)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def _check_identity(self) -> None:
        """Refuse to write into a file that no longer has the name we opened."""
        try:
            unchanged = _identity(self.path) == self._identity
        except OSError:
            unchanged = False
        if unchanged:
            return
        if not self._rescued:
            self._rescued = self._rescue()
        sentence = tr(
            "Your data file was moved or replaced by another program while Milepost "
            "was open. Your last change was not made. Everything before it was saved "
            "as {name}. To go on with that, close Milepost and give it the name "
            "{path}; to go on with the other file, just start Milepost again.",
            name=self._rescued,
            path=self.path,
        )
        raise StorageError(sentence, "replaced")

    def _rescue(self) -> str:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        target = self.path.with_name(f"{self.path.name}.rescued-{stamp}")
        with storage_errors(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            make_private_file(target)
            with closing(sqlite3.connect(target)) as copy:
                self.connection.backup(copy)
        return str(target)


def make_anew(folder: Path) -> None:
    """Make an empty data file, keeping whatever stands in its place by another name.

    Only ever called because the learner asked for it.
    """
    from tracker.db.backup import free_name  # noqa: PLC0415  # not at start

    path = folder / NAME
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    with storage_errors(path):
        kept = free_name(path.with_name(f"{path.name}.kept-{stamp}"))
        journal = path.with_name(path.name + "-journal")
        if path.exists():
            path.replace(kept)
        if journal.exists():  # SQLite looks for it under the name of its file
            journal.replace(kept.with_name(kept.name + "-journal"))
    _make(path)


def _prepare(path: Path) -> None:
    """Check the file, bring it up to date, or make it."""
    with storage_errors(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        missing = not path.exists()
    if missing:
        missing = not _appeared(path)
    if missing:
        _make(path)
    elif _checked_version(path) < SCHEMA_VERSION:
        from tracker.db.backup import make_backup  # noqa: PLC0415  # not at start
        from tracker.db.migrate import migrate  # noqa: PLC0415  # alembic loads slowly

        make_backup(path, datetime.now(UTC))
        migrate(path)


def _appeared(path: Path) -> bool:
    """Return whether another Milepost has just made the file that was missing.

    Raises:
        StorageError: There are traces of a file that is gone.
    """
    from tracker.db.backup import FOLDER  # noqa: PLC0415  # not at start

    journal = path.with_name(path.name + "-journal")
    traces = (path.parent / FOLDER).exists() or journal.exists()
    if path.exists():  # asked after the traces, which are made after the file
        return True
    if traces:
        sentence = tr(
            "The data file {path} is gone, though it was here before. Nothing was made "
            "in its place. Put it back, restore a backup, or start anew.",
            path=path,
        )
        raise StorageError(sentence, "missing")
    return False


def _make(path: Path) -> None:
    """Make a new data file: under another name first, so that it is whole or absent."""
    from tracker.db.backup import FOLDER  # noqa: PLC0415  # not at start
    from tracker.db.migrate import migrate  # noqa: PLC0415  # alembic loads slowly

    unfinished = path.with_name(f"{path.name}.new-{os.getpid()}")
    try:
        with storage_errors(path):
            unfinished.unlink(missing_ok=True)
            make_private_file(unfinished)
        migrate(unfinished)
        with storage_errors(path):
            _give_identifiers(unfinished)
            _give_name(unfinished, path)
    finally:
        for name in (unfinished.name, unfinished.name + "-journal"):
            with suppress(OSError):
                unfinished.with_name(name).unlink()
    with storage_errors(path):
        # Its presence tells a later start that there was a data file here.
        (path.parent / FOLDER).mkdir(mode=0o700, exist_ok=True)
        sync_folder(path.parent)


def _give_identifiers(path: Path) -> None:
    now = datetime.now(UTC)
    identifiers = [(n, edit_id(now, os.urandom(10))) for n in ("learner", "device")]
    with closing(connect(path)) as connection:
        connection.executemany("INSERT INTO setting VALUES (?, ?)", identifiers)


def _give_name(unfinished: Path, path: Path) -> None:
    """Give a finished file its name, unless a second Milepost was quicker."""
    with suppress(FileExistsError):
        if os.name == "nt":
            unfinished.rename(path)  # refuses to replace there
            return
        try:
            os.link(unfinished, path)  # refuses to replace, too
        except FileExistsError:
            raise
        except OSError:  # a USB stick or a network folder without links
            if not path.exists():
                unfinished.rename(path)


def _checked_version(path: Path) -> int:
    """Return the schema version of a file that is ours, or refuse it untouched."""
    if not path.is_file():
        sentence = tr("{path} is not a file. Choose another data folder.", path=path)
        raise StorageError(sentence, "foreign")
    with storage_errors(path):
        size = path.stat().st_size
    if size == 0:
        sentence = tr(
            "The data file {path} is empty: something cut it to nothing. It was left "
            "as it is. Restore a backup, or start anew.",
            path=path,
        )
        raise StorageError(sentence, "empty")
    application, version = look_at(path)
    if application != APPLICATION_ID:
        sentence = tr(
            "{path} is a database of another program. It was left as it is. Choose "
            "another data folder.",
            path=path,
        )
        raise StorageError(sentence, "foreign")
    if version > SCHEMA_VERSION:
        sentence = tr(
            "The data file {path} was made by a newer Milepost (schema {theirs}; this "
            "one knows {ours}). Nothing was changed. Update Milepost, or choose "
            "another data folder.",
            path=path,
            theirs=version,
            ours=SCHEMA_VERSION,
        )
        raise StorageError(sentence, "newer")
    return int(version)


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
