"""Reading a file from outside, in one bounded piece."""

from __future__ import annotations

from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from tracker.domain.errors import Problem, UnreadableFileError
from tracker.interchange.yaml_reader import MAX_BYTES, too_large
from tracker.words import tr

if TYPE_CHECKING:
    from pathlib import Path


def read_bytes(path: Path) -> bytes:
    """Return what a regular file of at most ``MAX_BYTES`` holds.

    Raises:
        UnreadableFileError: There is no such file, it is a folder, a device or too
            large, or the system does not let it be read.
    """
    try:
        refusal = _refusal(path)
        if refusal is None:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
            if len(data) <= MAX_BYTES:
                return data
            refusal = too_large()  # it has grown since
    except FileNotFoundError:
        refusal = tr("nothing at this place"), tr("a file")
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        reason = getattr(error, "strerror", None) or str(error)
        found = tr("a file that cannot be opened ({reason})", reason=reason)
        refusal = found, tr("a file that you may read")
    found, expected = refusal
    raise UnreadableFileError([Problem(str(path), 0, 0, "", found, expected)]) from None


def _refusal(path: Path) -> tuple[str, str] | None:
    """Return why a file is refused before it is opened."""
    about = path.stat()
    if S_ISDIR(about.st_mode):
        return tr("a folder"), tr("a file")
    if not S_ISREG(about.st_mode):
        return tr("a device or pipe"), tr("an ordinary file")
    return too_large() if about.st_size > MAX_BYTES else None
