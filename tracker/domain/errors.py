"""What can go wrong, split by who has to act. Each message is written for the user."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class MilepostError(Exception):
    """Base of every error raised on purpose; its text is safe to show as it is."""


class NotFoundError(MilepostError):
    """Something asked for by slug is not there (any more)."""


class ConflictError(MilepostError):
    """Something changed in between, so an edit no longer fits; nothing was changed."""


class BadInputError(MilepostError):
    """A value cannot be accepted as it is."""


class StorageError(MilepostError):
    """The data file could not be opened, read or written.

    Attributes:
        kind: What is wrong, for the page that offers a way out: ``locked``, ``full``,
            ``read-only``, ``damaged``, ``empty``, ``foreign``, ``newer``, ``missing``,
            ``replaced`` or ``failed``.
        details: What the system said, for the details that fold out.
    """

    def __init__(self, message: str, kind: str = "failed", details: str = "") -> None:
        super().__init__(message)
        self.kind = kind
        self.details = details


class Cancelled(MilepostError):  # noqa: N818  # not an error: the user asked for it
    """The user stopped the work; nothing needs to be said about it."""


class Problem(NamedTuple):
    """One thing wrong in a file from outside.

    Lines and columns count from 1; 0 means the file as a whole. ``path`` is the place
    inside the document, such as ``stages[2].groups[0].skills[1].hours``.
    """

    file: str
    line: int
    column: int
    path: str
    found: str
    expected: str

    def __str__(self) -> str:  # type: ignore[explicit-override]  # Python 3.11
        where = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        place = f"{self.path}: " if self.path else ""
        return f"{where}: {place}found {self.found}; expected {self.expected}"


class UnreadableFileError(MilepostError):
    """A file from outside was refused as a whole; carries every problem found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
