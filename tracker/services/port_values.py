"""The values that pass between use cases and the outside; see `tracker.services.ports`.

They stand apart because a protocol takes its time to be made, and only the type checker
needs one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date, datetime


class Stamp(NamedTuple):
    """Who made an edit and when; see `tracker.domain.edit.StoredEdit`."""

    id: str
    at: datetime
    local_date: date
    utc_offset: int


@dataclass(frozen=True, slots=True)
class RoadmapHead:
    """One roadmap of the learner, for the chooser."""

    slug: str
    title: str
    version: str
    origin: str  # "bundled" or "file"
    digest: str


class KeptFile(NamedTuple):
    """A file that was copied into the data folder.

    Attributes:
        digest: SHA-256 of what is in it, which is also where it is found.
        name: What it was called, fit to be shown.
        size: In bytes.
    """

    digest: str
    name: str
    size: int


class Commit(NamedTuple):
    """A commit that was found in a local repository."""

    digest: str
    folder: str
    title: str
