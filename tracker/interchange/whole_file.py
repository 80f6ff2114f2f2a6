"""A file that is written whole or not at all, and over nothing by accident."""

from __future__ import annotations

import os
import re
import stat
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from tracker.domain.errors import BadInputError, ConflictError
from tracker.logs import is_running
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PART = re.compile(r"\.(?P<name>.{1,100})\.(?P<process>[0-9]{1,10})\.part")
_LEFT_OVER = 3600  # seconds; nothing unfinished takes that long


@contextmanager
def whole_file(path: Path, *, force: bool) -> Iterator[Path]:
    """Yield a new file to fill; it gets the name ``path`` once it is whole.

    When filling fails, or is stopped, nothing is left behind and an older file stays.

    Args:
        path: The name that the learner chose; a link stands for what it leads to.
        force: Whether an older file may be replaced.

    Raises:
        ConflictError: There is such a file already, and it may not be replaced.
        BadInputError: Nothing can be written there.
    """
    target = _checked(path, force=force)
    _sweep(target)
    filling = part_of(target, os.getpid())
    try:
        with filling.open("xb"):  # made with the learner's own umask
            pass
        yield filling
        with filling.open("rb+") as written:
            os.fsync(written.fileno())
        _checked(path, force=force)  # another program may have made one meanwhile
        filling.replace(target)
    except OSError as error:
        reason = error.strerror or str(error)
        sentence = tr(
            "{path} could not be written: {reason}. Nothing was changed; choose "
            "another place.",
            path=path,
            reason=reason,
        )
        raise BadInputError(sentence) from error
    finally:
        with suppress(OSError):
            filling.unlink()


def part_of(target: Path, process: int) -> Path:
    """Return where a process fills a file before it is whole."""
    return target.with_name(f".{target.name[:100]}.{process}.part")


def _sweep(target: Path) -> None:
    """Remove what writers that were killed left in the folder of a file.

    One of the same file goes as soon as its process is no more, others after an hour:
    a folder on a network may be written to by another computer.
    """
    for path in target.parent.glob(".*.part"):
        found = _PART.fullmatch(path.name)
        if found is None:
            continue
        with suppress(OSError):
            is_old = time.time() - path.stat().st_mtime > _LEFT_OVER
            is_same = found["name"] == target.name[:100] and os.name != "nt"
            if is_old or (is_same and not is_running(int(found["process"]))):
                path.unlink()


def _checked(path: Path, *, force: bool) -> Path:
    """Return where to write, unless something stands in the way."""
    try:
        target = path.resolve()
        mode = target.stat().st_mode if target.exists() else None
    except (OSError, RuntimeError, ValueError) as error:
        sentence = tr("There can be no file {path}: choose another name.", path=path)
        raise BadInputError(sentence) from error
    if not target.parent.is_dir():
        sentence = tr("There is no folder {path}: make it first.", path=target.parent)
        raise BadInputError(sentence)
    if mode is None:
        return target
    if not stat.S_ISREG(mode):
        sentence = tr("{path} is no ordinary file: choose another name.", path=path)
        raise BadInputError(sentence)
    if not force:
        sentence = tr(
            "{path} exists already and was left as it is. Choose another name, or "
            "replace it with --force.",
            path=path,
        )
        raise ConflictError(sentence)
    return target
