"""Files given as proof: copied into the data folder, found by what is in them.

A kept file is called by its SHA-256, so the same content is stored once, and whether it
is still what it was can always be told. Nothing is ever deleted here: an undo, a backup
or a line of the log may name it; what nothing names can be put aside. A file is only
opened as a plain file: never through a device or a pipe, which may have no end, and
never the data file, whose locks SQLite would lose.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tracker.domain.errors import BadInputError, NotFoundError, StorageError
from tracker.domain.texts import cleaned
from tracker.services.port_values import KeptFile
from tracker.words import tr

if TYPE_CHECKING:
    import hashlib
    from collections.abc import Callable, Iterable, Iterator

    Report = Callable[[int, int], None]

FOLDER = "kept"
UNUSED = "kept-unused"  # beside it: what nothing names, for the learner to delete
MOST_BYTES = 25_000_000
DIGEST = re.compile(r"[0-9a-f]{64}")
_BLOCK = 1 << 20
_LEFT_OVER = 3600  # seconds; nothing unfinished takes that long
_NAME_LENGTH = 120  # characters; file systems take 255 bytes
_ODD = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')  # what some system does not take in a name


class KeptFiles:
    """Implements `tracker.services.ports.Shelf` on a folder in the data folder."""

    def __init__(self, data_folder: Path) -> None:
        """Keep files in ``data_folder``; nothing is made before the first one."""
        self._data_folder = data_folder
        self.folder = data_folder / FOLDER

    def keep(self, path: Path, report: Report | None = None) -> KeptFile:
        """Copy a file; see `tracker.services.ports.Shelf.keep`.

        A symbolic link is followed on purpose, and what it leads to is copied.
        """
        real = _resolved(path)
        self._refuse_own(path, real)
        with _opened(path, real) as source:
            digest, size = self._copy(path, source, report)
        return KeptFile(digest, shown_name(path), size)

    def digests(self) -> frozenset[str]:
        """Return what is kept."""
        with suppress(OSError):
            names = (path.name for path in self.folder.iterdir())
            return frozenset(filter(DIGEST.fullmatch, names))
        return frozenset()

    def is_whole(self, digest: str) -> bool:
        """Return whether a kept file still holds what it was named after."""
        if not DIGEST.fullmatch(digest):
            return False
        path, found = self.folder / digest, _hash()
        with suppress(OSError):
            if not stat.S_ISREG(path.lstat().st_mode):
                return False
            with path.open("rb") as source:
                while block := source.read(_BLOCK):
                    found.update(block)
            return found.hexdigest() == digest
        return False

    def copy_out(self, digest: str, name: str) -> Path:
        """Return a copy of a kept file under a name of its own, to be opened.

        What another program does to the copy leaves the kept file as it is.
        """
        if not self.is_whole(digest):
            raise NotFoundError(
                tr(
                    "The kept file of “{name}” is missing or was altered. Restore a "
                    "backup, or add the file again.",
                    name=name,
                )
            )
        from tempfile import mkdtemp  # noqa: PLC0415  # the first picture needs it not

        folder = Path(mkdtemp(prefix="milepost-"))
        target = folder / file_name(name)
        with _written(target):
            target.write_bytes((self.folder / digest).read_bytes())
        return target

    def copy_missing(self, source: KeptFiles) -> list[str]:
        """Take over whole files of another shelf that are not whole here.

        Returns:
            The digests of those that are not whole there either.

        Raises:
            StorageError: One of them cannot be written.
        """
        bad = []
        for digest in sorted(source.digests()):
            if digest in self.digests() and self.is_whole(digest):
                continue
            if not source.is_whole(digest):
                bad.append(digest)
                continue
            path = source.folder / digest
            with path.open("rb") as opened:
                self._copy(path, opened, None)
        return bad

    def put_aside(self, digests: Iterable[str]) -> Path:
        """Move files that nothing names to a folder beside the shelf; return it.

        Raises:
            StorageError: One of them cannot be moved; those before it are.
        """
        unused = self._data_folder / UNUSED
        try:
            unused.mkdir(mode=0o700, exist_ok=True)
            for digest in digests:
                (self.folder / digest).replace(unused / digest)
        except OSError as error:
            sentence = tr(
                "Not everything could be moved to {path}. Nothing was lost. Give "
                "yourself write access to the data folder and try again.",
                path=unused,
            )
            raise StorageError(sentence, "failed", str(error)) from error
        return unused

    def sweep(self, now: float) -> None:
        """Remove what a copy that was killed half-way left an hour ago or more."""
        for path in self.folder.glob(".*.tmp"):
            with suppress(OSError):
                if now - path.stat().st_mtime > _LEFT_OVER:
                    path.unlink()

    def _refuse_own(self, path: Path, real: Path) -> None:
        """Refuse the data file under any name: opening it would drop its locks."""
        info = real.stat()
        for own in self._data_folder.glob("milepost.db*"):
            with suppress(OSError):
                same = own.stat()
                if (info.st_dev, info.st_ino) == (same.st_dev, same.st_ino):
                    sentence = tr(
                        "{path} is Milepost's own data file. Nothing was added."
                    )
                    raise BadInputError(sentence.format(path=_told(path)))

    def _copy(
        self, path: Path, source: BinaryIO, report: Report | None
    ) -> tuple[str, int]:
        """Copy an open file to a name of its own, whole or not at all."""
        from tempfile import mkstemp  # noqa: PLC0415  # as above

        with _written(self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = mkstemp(".tmp", ".", self.folder)
        unfinished = Path(name)
        try:
            with os.fdopen(handle, "wb") as target:
                digest, size = _copied(path, source, target, report)
                with _written(self.folder):
                    target.flush()
                    os.fsync(target.fileno())
            with _written(self.folder):
                unfinished.chmod(0o400)  # nobody should alter it by mistake
                unfinished.replace(self.folder / digest)
                _sync_folder(self.folder)
        finally:
            with suppress(OSError):
                unfinished.unlink()
        return digest, size


def shown_name(path: Path) -> str:
    """Return the name of a file, fit to be shown on one line; its ending is kept."""
    plain = os.fsencode(path.name).decode("utf-8", "replace")
    name = " ".join(cleaned(plain).split())
    if len(name) > _NAME_LENGTH:
        stem, ending = _parted(name)
        tail = f"….{ending}" if ending else "…"
        name = stem[: _NAME_LENGTH - len(tail)].rstrip() + tail
    return name or tr("A file")


def file_name(name: str) -> str:
    """Return a name that every system takes for a file, with its ending kept."""
    plain = _ODD.sub("_", cleaned(name).replace("\n", " ")).strip(" .")
    stem, ending = _parted(plain)
    room = _NAME_LENGTH - len(ending) - 1
    short = stem.encode()[:room].decode("utf-8", "ignore").strip(" .") or "file"
    return f"{short}.{ending}" if ending else short


def _parted(name: str) -> tuple[str, str]:
    """Return a name and its ending, empty if it has none."""
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 10:  # then it is no ending
        return name, ""
    return stem, ending


def _hash() -> hashlib._Hash:
    import hashlib  # noqa: PLC0415  # the first picture needs it not

    return hashlib.sha256()


def _resolved(path: Path) -> Path:
    try:
        return path.expanduser().resolve(strict=True)
    except FileNotFoundError as error:
        sentence = tr("There is no file {path}. Nothing was added.", path=_told(path))
        raise NotFoundError(sentence) from error
    except (OSError, RuntimeError, ValueError) as error:  # a loop, or no name at all
        if isinstance(error, PermissionError):
            raise _unreadable(path, error) from error
        sentence = tr("{path} leads nowhere. Nothing was added.", path=_told(path))
        raise BadInputError(sentence) from error


@contextmanager
def _opened(path: Path, real: Path) -> Iterator[BinaryIO]:
    """Open a plain file, and nothing else; the file is looked at before and after."""
    try:
        _refuse_odd(path, real.lstat())
        flags = os.O_RDONLY
        for each in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
            flags |= getattr(os, each, 0)
        handle = os.open(real, flags)
    except FileNotFoundError as error:
        sentence = tr("There is no file {path}. Nothing was added.", path=_told(path))
        raise NotFoundError(sentence) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    with os.fdopen(handle, "rb", buffering=0) as source:
        _refuse_odd(path, os.fstat(handle))
        yield source


def _refuse_odd(path: Path, info: os.stat_result) -> None:
    """Refuse what is no plain file, too large, or empty."""
    told = _told(path)
    if stat.S_ISDIR(info.st_mode):
        sentence = tr("{path} is a folder. Pack it into one file and add that.")
        raise BadInputError(sentence.format(path=told))
    if not stat.S_ISREG(info.st_mode):
        sentence = tr("{path} is a device or a pipe, not a file. Nothing was added.")
        raise BadInputError(sentence.format(path=told))
    if info.st_size > MOST_BYTES:
        raise _too_large(path, info.st_size)
    if not info.st_size:
        sentence = tr("{path} is empty, so it shows nothing. Nothing was added.")
        raise BadInputError(sentence.format(path=told))


def _copied(
    path: Path, source: BinaryIO, target: BinaryIO, report: Report | None
) -> tuple[str, int]:
    """Copy all of an open file; return its digest and size."""
    before = os.fstat(source.fileno())
    found, size = _hash(), 0
    while block := _read(path, source):
        size += len(block)
        if size > MOST_BYTES:
            raise _too_large(path, size)
        found.update(block)
        with _written(Path(target.name if isinstance(target.name, str) else path)):
            target.write(block)
        if report is not None:
            report(size, before.st_size)
    after = os.fstat(source.fileno())
    if (size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        sentence = tr("{path} was changed while it was copied. Add it again.")
        raise BadInputError(sentence.format(path=_told(path)))
    return found.hexdigest(), size


def _read(path: Path, source: BinaryIO) -> bytes:
    try:
        return source.read(_BLOCK)
    except OSError as error:
        raise _unreadable(path, error) from error


@contextmanager
def _written(place: Path) -> Iterator[None]:
    """Turn what the system says about writing into a sentence for the learner."""
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
        sentence = (
            tr(
                "Not added: the disk is full. What was saved before is safe. Free some "
                "space and add the file again."
            )
            if full
            else tr(
                "Not added: Milepost may not write to {path}. What was saved before is "
                "safe. Give yourself write access to it and add the file again.",
                path=place if place.is_dir() else place.parent,
            )
        )
        kind = "full" if full else "read-only"
        raise StorageError(sentence, kind, str(error)) from error


def _too_large(path: Path, size: int) -> BadInputError:
    sentence = tr(
        "{path} has {size} MB; Milepost keeps files of at most {most} MB. Add a link "
        "to where it is instead."
    )
    most = MOST_BYTES // 1_000_000
    megabytes = f"{size / 1_000_000:.1f}"
    return BadInputError(sentence.format(path=_told(path), size=megabytes, most=most))


def _unreadable(path: Path, error: OSError) -> StorageError:
    sentence = tr("{path} cannot be read, so it was not added.", path=_told(path))
    return StorageError(sentence, "failed", str(error))


def _told(path: Path) -> str:
    """Return a path as a message can show it, on one line."""
    plain = os.fsencode(path).decode("utf-8", "replace")
    return " ".join(cleaned(plain).split()) or tr("This file")


def _sync_folder(folder: Path) -> None:
    """Make a new name survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
