"""What the use cases need from the outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from tracker.domain.edit import Edit, StoredEdit
    from tracker.domain.ladder import Ladder
    from tracker.domain.outline import Outline
    from tracker.domain.progress import Progress
    from tracker.domain.reference import Reference, ReferenceHead
    from tracker.domain.roadmap import Roadmap, Stage
    from tracker.domain.subjects import Item
    from tracker.domain.work import Entry
    from tracker.services.port_values import Commit, KeptFile, RoadmapHead, Stamp


class Shelf(Protocol):
    """Where files given as proof are kept, by what is in them."""

    def keep(
        self, path: Path, report: Callable[[int, int], None] | None = None
    ) -> KeptFile:
        """Copy a file; the same content is stored once.

        Raises:
            NotFoundError: There is no such file.
            BadInputError: It is too large, empty, no plain file, or changed meanwhile.
            StorageError: It cannot be read, or the copy cannot be written.
        """
        ...

    def digests(self) -> frozenset[str]:
        """Return what is kept."""
        ...

    def is_whole(self, digest: str) -> bool:
        """Return whether a kept file still holds what it was named after."""
        ...

    def copy_out(self, digest: str, name: str) -> Path:
        """Return a copy of a kept file under a name of its own, to be opened.

        Raises:
            NotFoundError: It is missing, or is not what it was.
        """
        ...


class FindCommit(Protocol):
    """Looks a commit up in a local repository."""

    def __call__(self, folder: Path, name: str, /) -> Commit:
        """Return the commit, or say that it is not there.

        Raises:
            NotFoundError: There is no such folder, repository or commit.
            BadInputError: That is no name of a commit.
        """
        ...


class Reader(Protocol):
    """What is stored. Every method may raise StorageError."""

    def progress(self) -> Progress:
        """Return what is true now."""
        ...

    def note(self, subject: str) -> str:
        """Return the note on a subject, empty when there is none."""
        ...

    def all_values(self, field: str) -> dict[str, str]:
        """Return the stored value of a field for every subject that has one."""
        ...

    def values(self, subjects: Sequence[str], field: str) -> dict[str, str]:
        """Return the stored values of one field; what is not stored is left out."""
        ...

    def log(self, after: int = 0) -> list[StoredEdit]:
        """Return the edits whose ``seq`` is above ``after``, in order."""
        ...

    def last_seq(self) -> int:
        """Return the highest ``seq`` of the log, 0 for an empty one."""
        ...

    def undo_steps(self) -> tuple[list[str], list[str]]:
        """Return the edits that can be undone and redone, the next one last."""
        ...

    def edit(self, edit_id: str) -> StoredEdit:
        """Return one edit of the log or raise NotFoundError."""
        ...

    def setting(self, name: str) -> str | None:
        """Return one setting."""
        ...

    def roadmaps(self) -> list[RoadmapHead]:
        """Return every roadmap, the bundled ones first."""
        ...

    def outline(self, roadmap: str) -> Outline:
        """Return what counting needs of a roadmap or raise NotFoundError."""
        ...

    def stage(self, roadmap: str, position: int) -> Stage:
        """Return one whole stage or raise NotFoundError."""
        ...

    def items(self, roadmap: str) -> list[Item]:
        """Return everything on a roadmap, in order."""
        ...

    def places(self, subject: str) -> list[tuple[str, int]]:
        """Return (roadmap, stage position) of every place a subject stands in."""
        ...

    def parts(self, parent: str) -> list[str]:
        """Return the outcomes, milestones or steps of something, as it stands now."""
        ...

    def knows(self, subject: str) -> bool:
        """Return whether a subject stands on a roadmap, or is the learner's own."""
        ...

    def title(self, subject: str) -> str | None:
        """Return the title of a subject: the learner's own words come first."""
        ...

    def entries(self, since: str, until: str, limit: int, skip: int = 0) -> list[Entry]:
        """Return the journal between two days, both included, the newest first."""
        ...

    def entry(self, subject: str) -> Entry | None:
        """Return one line of the journal, if it is there."""
        ...

    def entries_on(
        self, target: str, limit: int, skip: int = 0, until: str = "9"
    ) -> list[Entry]:
        """Return the entries about a subject up to a day, the newest first."""
        ...

    def logged(self) -> frozenset[str]:
        """Return everything that a line of the journal is about."""
        ...

    def days(self, since: str, until: str) -> list[tuple[str, int, int]]:
        """Return (day, minutes, entries) of each day with entries, in order."""
        ...

    def written(self, words: str, limit: int) -> list[tuple[str, str, str]]:
        """Return (subject, field, text) of what holds all of these words."""
        ...

    def wrongly_indexed(self) -> list[tuple[str, str]]:
        """Return (subject, field) of texts that searches find wrongly, or not."""
        ...

    def months(self, target: str = "") -> list[tuple[str, int, int]]:
        """Return (month, minutes, entries) of months with entries, newest first."""
        ...

    def references(self) -> list[ReferenceHead]:
        """Return everything that can be looked up, in order."""
        ...

    def reference(self, kind: str, slug: str) -> Reference | None:
        """Return one thing to look up, if it is there."""
        ...

    def references_to(self, subject: str) -> list[ReferenceHead]:
        """Return what can be looked up and has a link to a subject, in order."""
        ...

    def reference_bodies(self) -> list[str]:
        """Return the text of everything that can be looked up, in order."""
        ...

    def ladder(self) -> Ladder:
        """Return the levels and roles that came with Milepost."""
        ...

    def names(self) -> dict[str, tuple[str, ...]]:
        """Return the title and the aliases of every skill that is known, by slug."""
        ...

    def changed_elsewhere(self) -> bool:
        """Return whether another program wrote since this was last asked."""
        ...


class UnitOfWork(Protocol):
    """One transaction: commits on a clean exit, rolls back on an exception."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        tb: TracebackType | None,
    ) -> None: ...

    def values(self, subjects: Sequence[str], field: str) -> dict[str, str]:
        """Return the stored values of one field; what is not stored is left out."""
        ...

    def was_set(self, subject: str, field: str) -> bool:
        """Return whether a field was ever stored, also where it is empty by now."""
        ...

    def append(
        self, edit: Edit, stamp: Stamp, reverts: str | None = None
    ) -> StoredEdit:
        """Store an edit and what follows from it."""
        ...

    def drop_step(self, edit_id: str) -> None:
        """Take an edit that no longer fits out of reach of undo and redo."""
        ...

    def set_setting(self, name: str, value: str) -> None:
        """Store one setting."""
        ...

    def put_roadmap(
        self, roadmap: Roadmap, origin: str, digest: str, added_at: str
    ) -> None:
        """Store a roadmap in place of the one with the same slug, if any."""
        ...

    def put_references(self, references: Sequence[Reference]) -> None:
        """Store what can be looked up in place of all that was there."""
        ...

    def put_ladder(self, ladder: Ladder, names: Mapping[str, Sequence[str]]) -> None:
        """Store the levels and roles, and the names of all skills by slug."""
        ...

    def remove_roadmap(self, slug: str) -> None:
        """Forget a roadmap's content; what was done on it stays."""
        ...


class Store(Protocol):
    """The learner's data: read it at any time, write it in units of work."""

    @property
    def reader(self) -> Reader:
        """Return what is stored."""
        ...

    def begin(self) -> UnitOfWork:
        """Begin a transaction, or raise StorageError."""
        ...


class Publish(Protocol):
    """Tell whoever listens that an edit is stored."""

    def __call__(self, stored: StoredEdit, /) -> None:
        """Publish one stored edit."""
        ...
