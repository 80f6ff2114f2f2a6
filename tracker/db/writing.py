"""Transactions: the log, what follows from it, settings and roadmaps."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from tracker.db import statements
from tracker.db.connection import explained, storage_errors
from tracker.db.journal import follow
from tracker.domain.edit import Label, StoredEdit
from tracker.domain.history import REACH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType

    from tracker.db.reading import SqlReader
    from tracker.domain.edit import Edit
    from tracker.domain.ladder import Ladder
    from tracker.domain.reference import Reference
    from tracker.domain.roadmap import Roadmap
    from tracker.services.port_values import Stamp


class SqlUnitOfWork:
    """Implements `tracker.services.ports.UnitOfWork` on one connection."""

    def __init__(self, connection: sqlite3.Connection, reader: SqlReader) -> None:
        """Write through ``connection``, which ``reader`` reads too."""
        self._connection = connection
        self._reader = reader
        self._path = reader.path

    def __enter__(self) -> Self:
        with storage_errors(self._path):
            self._connection.execute(statements.BEGIN)
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        if exc is None:
            try:
                self._connection.execute("COMMIT")
            except sqlite3.Error as error:
                self._roll_back()
                raise explained(error, self._path) from error
            return
        self._roll_back()
        if isinstance(exc, sqlite3.Error):
            raise explained(exc, self._path) from exc

    def _roll_back(self) -> None:
        # SQLite has often rolled back by itself, for example when the disk is full.
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def values(self, subjects: Sequence[str], field: str) -> dict[str, str]:
        """Return the stored values of one field; what is not stored is left out."""
        return self._reader.values(subjects, field)

    def was_set(self, subject: str, field: str) -> bool:
        """Return whether a field was ever stored, also where it is empty by now."""
        return self._reader.was_set(subject, field)

    def append(
        self, edit: Edit, stamp: Stamp, reverts: str | None = None
    ) -> StoredEdit:
        """Store an edit and what follows from it."""
        stored = StoredEdit(
            id=stamp.id,
            edit=edit,
            seq=self._reader.last_seq() + 1,
            device=self._reader.device,
            learner=self._reader.learner,
            at=stamp.at,
            local_date=stamp.local_date,
            utc_offset=stamp.utc_offset,
            reverts=reverts,
        )
        run = self._connection
        run.execute(statements.ADD_EDIT, _edit_values(stored))
        run.executemany(statements.ADD_CHANGE, _change_values(stored))
        run.executemany(statements.PUT_FACT, _fact_values(stored))
        follow(run, stored)
        self._move_steps(stored)
        return stored

    def _move_steps(self, stored: StoredEdit) -> None:
        """Keep the projection of `tracker.domain.history.History`."""
        label = stored.edit.label
        run = self._connection.execute
        if label in {Label.UNDO, Label.REDO}:
            undone = int(label == Label.UNDO)
            step = {"edit_id": stored.reverts, "undone": undone}
            run(statements.FLAG_STEP, step)
        elif label != Label.CARRY:
            (last,) = run(statements.LAST_STEP).fetchone()
            run(statements.FORGET_STEPS, {"oldest": last + 1 - REACH})
            step = {"position": last + 1, "edit_id": stored.id, "undone": 0}
            run(statements.ADD_STEP, step)

    def drop_step(self, edit_id: str) -> None:
        """Take an edit that no longer fits out of reach of undo and redo."""
        self._connection.execute(statements.DROP_STEP, {"edit_id": edit_id})

    def set_setting(self, name: str, value: str) -> None:
        """Store one setting."""
        values = {"name": name, "value": value}
        self._connection.execute(statements.PUT_SETTING, values)

    def put_roadmap(
        self, roadmap: Roadmap, origin: str, digest: str, added_at: str
    ) -> None:
        """Store a roadmap in place of the one with the same slug, if any."""
        from tracker.db.roadmap_rows import put_roadmap  # noqa: PLC0415  # SQLAlchemy

        put_roadmap(self._connection, roadmap, (origin, digest, added_at))

    def put_references(self, references: Sequence[Reference]) -> None:
        """Store what can be looked up in place of all that was there."""
        from tracker.db.reference_rows import put_references  # noqa: PLC0415  # as above

        put_references(self._connection, references)

    def put_ladder(self, ladder: Ladder, names: Mapping[str, Sequence[str]]) -> None:
        """Store the levels and roles, and the names of all skills by slug."""
        from tracker.db import ladder as content  # noqa: PLC0415  # not for a check-off

        self.set_setting(content.SETTING, content.ladder_json(ladder))
        self.set_setting(content.NAMES, content.names_json(names))

    def remove_roadmap(self, slug: str) -> None:
        """Forget a roadmap's content; what was done on it stays."""
        from tracker.db.roadmap_rows import remove_roadmap  # noqa: PLC0415  # as above

        remove_roadmap(self._connection, slug)


def _edit_values(stored: StoredEdit) -> dict[str, object]:
    return {
        "id": stored.id,
        "learner": stored.learner,
        "device": stored.device,
        "seq": stored.seq,
        "at": stored.at.isoformat(timespec="milliseconds"),
        "local_date": stored.local_date.isoformat(),
        "utc_offset": stored.utc_offset,
        "label": stored.edit.label,
        "reverts": stored.reverts,
    }


def _change_values(stored: StoredEdit) -> list[dict[str, object]]:
    return [
        {
            "edit_id": stored.id,
            "position": position,
            "subject": change.subject,
            "field": change.field,
            "before": change.before,
            "after": change.after,
        }
        for position, change in enumerate(stored.edit.changes)
    ]


def _fact_values(stored: StoredEdit) -> list[dict[str, object]]:
    return [
        {
            "learner": stored.learner,
            "field": change.field,
            "subject": change.subject,
            "value": change.after,
            "seq": stored.seq,
            "device": stored.device,
            "local_date": stored.local_date.isoformat(),
        }
        for change in stored.edit.changes
    ]
