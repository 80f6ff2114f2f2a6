"""Open the SQLite file with the settings Milepost relies on. Needs no SQLAlchemy.

What a learner does is read and written through one connection of a process; backups
and the first look at a file open another for a moment, through the same SQLite. Nothing
else may open the file: closing a foreign handle would drop SQLite's POSIX locks.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from tracker.domain.errors import StorageError
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID = 0x4D505354  # "MPST", so that a foreign database is recognised
SCHEMA_VERSION = 3  # PRAGMA user_version; a test compares it with the migrations

# DELETE + EXTRA: nothing acknowledged is lost in a power cut, the data stays one file,
# and it can be read from a read-only folder. WAL is faster, but SQLite before 3.51.3
# can corrupt a WAL file when two programs use it at once.
PRAGMAS = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
)
FOREIGN_KEYS = "PRAGMA foreign_keys = ON"
BUSY_TIMEOUT = 0.25  # seconds the window waits for another program's lock


def connect(path: Path, *, timeout: float = BUSY_TIMEOUT) -> sqlite3.Connection:
    """Open an existing data file; any file name is safe, ``#``, ``?`` and ``%`` too.

    Args:
        path: The file; a missing one is never made.
        timeout: Seconds to wait for another program's lock.

    Raises:
        StorageError: The file cannot be opened or is not a database.
    """
    with storage_errors(path):
        connection = _dial(path, "mode=rw", timeout)
        try:
            for pragma in (*PRAGMAS, FOREIGN_KEYS):
                connection.execute(pragma)
            _refuse_if_cut(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _refuse_if_cut(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that lost its end; SQLite itself misses a part of a page."""
    (page_size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.execute("BEGIN")  # from the first read on, nobody else writes to it
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    size = path.stat().st_size
    connection.execute("COMMIT")
    if size % page_size:
        sentence = _SENTENCES["damaged"]().format(path=path)
        raise StorageError(sentence, "damaged", f"{size} bytes are not whole pages")


def look_at(path: Path) -> tuple[int, int]:
    """Return the application id and schema version of a database, changing nothing.

    Raises:
        StorageError: The file cannot be opened or is not a database.
    """
    with storage_errors(path):
        try:
            # "immutable": nothing is made beside another program's file in WAL mode.
            seen = _identifiers(path, "mode=ro&immutable=1")
        except sqlite3.DatabaseError:
            journal = path.with_name(path.name + "-journal")
            if not journal.exists():
                raise
            # Such a look knows no journal, and a file that was growing when the power
            # went is not whole without it. Whoever may write takes that back first.
            return _identifiers(path, "mode=rw")
        if seen[0] != APPLICATION_ID:
            return seen
        try:
            return _identifiers(path, "mode=ro")
        except sqlite3.Error:
            # An interrupted write is completed or taken back by one who may write.
            return _identifiers(path, "mode=rw")


def _identifiers(path: Path, how: str) -> tuple[int, int]:
    with closing(_dial(path, how, BUSY_TIMEOUT)) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    return application, version


def _dial(path: Path, how: str, timeout: float) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}",
        uri=True,
        timeout=timeout,
        isolation_level=None,  # Milepost begins and ends transactions itself
        check_same_thread=False,
    )


def make_private_file(path: Path) -> None:
    """Make a new, empty file that only its owner can read, and its name durable.

    Raises:
        FileExistsError: Something has that name already.
    """
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR
    os.close(os.open(path, flags, 0o600))
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make new names in a folder survive a power cut, where the system can."""
    if os.name == "nt":
        return  # a folder cannot be opened there, and NTFS journals its names
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system report into a `StorageError` for the user."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise explained(error, path) from error


def explained(error: BaseException, path: Path) -> StorageError:
    """Return the error a user is shown for one raised by SQLite or the system."""
    kind = _kind(error)
    return StorageError(_SENTENCES[kind]().format(path=path), kind, str(error))


_CODES = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_CANTOPEN: "missing",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
# A quota or file-size limit is reported as a failed write, not as a full disk.
_WRITE_FAILED = {
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
}


_SYSTEM_CODES = {
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.EROFS: "read-only",
    errno.ENOENT: "missing",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
}


def _kind(error: BaseException) -> str:
    if isinstance(error, OSError):
        return _SYSTEM_CODES.get(error.errno or 0, "failed")
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return "failed"
    if code in _WRITE_FAILED:
        return "full"
    return _CODES.get(code & 0xFF, "failed")


_SENTENCES = {
    "locked": lambda: tr(
        "Nothing was changed: another program is using your data file ({path}). What "
        "was saved before is safe. Close the other program and try again."
    ),
    "full": lambda: tr(
        "Not saved: the disk is full, or the system refused to write to {path}. What "
        "was saved before is safe. Free some space and try again."
    ),
    "read-only": lambda: tr(
        "Milepost may not write to {path}. What was saved before is safe. Give "
        "yourself write access to the folder, or choose another data folder."
    ),
    "missing": lambda: tr(
        "The data file {path} cannot be opened: it is missing, or the folder may not "
        "be read. Nothing was made in its place."
    ),
    "damaged": lambda: tr(
        "The data file {path} is damaged. It was left as it is. Restore a backup, or "
        "choose another data folder."
    ),
    "failed": lambda: tr(
        "The data file {path} could not be used. What was saved before is untouched."
    ),
}
