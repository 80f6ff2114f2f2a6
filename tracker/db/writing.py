"""Transactions on SQLAlchemy: the log, its projections and the content.

Imported with the first write, so that the window is on screen before SQLAlchemy loads.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Self

from sqlalchemy import (
    StaticPool,
    bindparam,
    create_engine,
    delete,
    event,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import DBAPIError

from tracker.db.connection import explained
from tracker.db.content import stage_json
from tracker.db.outlines import outline_json
from tracker.db.schema import (
    ChangeRow,
    EditRow,
    FactRow,
    ItemRow,
    RoadmapRow,
    SettingRow,
    StageRow,
    UndoStepRow,
)
from tracker.domain.edit import Label, StoredEdit
from tracker.domain.history import REACH
from tracker.domain.subjects import items

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from sqlalchemy import Connection, Engine
    from sqlalchemy.sql.dml import Insert

    from tracker.db.reading import SqlReader
    from tracker.db.schema import Base
    from tracker.domain.edit import Edit
    from tracker.domain.roadmap import Roadmap
    from tracker.services.ports import Stamp

_ADD_EDIT = insert(EditRow)
_ADD_CHANGE = insert(ChangeRow)
_ADD_STEP = insert(UndoStepRow)
_LAST_STEP = select(func.coalesce(func.max(UndoStepRow.position), 0)).where(
    UndoStepRow.undone == 0
)
_FORGET_STEPS = delete(UndoStepRow).where(
    or_(UndoStepRow.undone == 1, UndoStepRow.position <= bindparam("oldest"))
)
_FLAG_STEP = (
    update(UndoStepRow)
    .where(UndoStepRow.edit_id == bindparam("step"))
    .values(undone=bindparam("flag"))
)


class Writer:
    """What all units of work of one data file share."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through the SQLite connection that is already open."""
        engine = create_engine(
            "sqlite://", creator=lambda: connection, poolclass=StaticPool
        )
        event.listen(engine, "begin", begin_immediate)
        self.raw = connection
        self.connection = engine.connect()
        self.put_fact = _replacing(engine, FactRow, ("learner", "field", "subject"))
        self.put_setting = _replacing(engine, SettingRow, ("name",))


def begin_immediate(connection: Connection) -> None:
    """Begin a transaction that may write, when SQLAlchemy says that one begins."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")  # the driver begins nothing itself


def _replacing(engine: Engine, row: type[Base], key: tuple[str, ...]) -> Insert:
    """Return an insert that replaces; SQLite and PostgreSQL spell it alike."""
    dialect = import_module(f"sqlalchemy.dialects.{engine.dialect.name}")
    statement = dialect.insert(row)
    columns = {
        column.name: statement.excluded[column.name]
        for column in row.__table__.columns
        if column.name not in key
    }
    replacing: Insert = statement.on_conflict_do_update(
        index_elements=list(key), set_=columns
    )
    return replacing


class SqlUnitOfWork:
    """Implements `tracker.services.ports.UnitOfWork`."""

    def __init__(self, writer: Writer, reader: SqlReader) -> None:
        """Write through ``writer``; ``reader`` reads the same connection."""
        self._writer = writer
        self._connection = writer.connection
        self._reader = reader
        self._path = reader.path

    def __enter__(self) -> Self:
        try:
            self._transaction = self._connection.begin()
        except DBAPIError as error:
            raise explained(error.orig or error, self._path) from error
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        if exc is None:
            try:
                self._transaction.commit()
            except DBAPIError as error:
                self._roll_back()
                raise explained(error.orig or error, self._path) from error
            return
        self._roll_back()
        if isinstance(exc, DBAPIError):
            raise explained(exc.orig or exc, self._path) from exc

    def _roll_back(self) -> None:
        # SQLite has often rolled back by itself, for example when the disk is full.
        with suppress(DBAPIError):
            self._transaction.rollback()
        # After a commit that failed, SQLAlchemy leaves SQLite's transaction open.
        with suppress(sqlite3.Error):
            self._writer.raw.rollback()

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
        self._connection.execute(_ADD_EDIT, _edit_values(stored))
        self._connection.execute(_ADD_CHANGE, _change_values(stored))
        self._connection.execute(self._writer.put_fact, _fact_values(stored))
        self._move_steps(stored)
        return stored

    def _move_steps(self, stored: StoredEdit) -> None:
        """Keep the projection of `tracker.domain.history.History`."""
        label = stored.edit.label
        if label in {Label.UNDO, Label.REDO}:
            flag = int(label == Label.UNDO)
            self._connection.execute(_FLAG_STEP, {"step": stored.reverts, "flag": flag})
        elif label != Label.CARRY:
            last = self._connection.scalar(_LAST_STEP) or 0
            self._connection.execute(_FORGET_STEPS, {"oldest": last + 1 - REACH})
            step = {"position": last + 1, "edit_id": stored.id, "undone": 0}
            self._connection.execute(_ADD_STEP, step)

    def drop_step(self, edit_id: str) -> None:
        """Take an edit that no longer fits out of reach of undo and redo."""
        self._connection.execute(
            delete(UndoStepRow).where(UndoStepRow.edit_id == edit_id)
        )

    def set_setting(self, name: str, value: str) -> None:
        """Store one setting."""
        values = {"name": name, "value": value}
        self._connection.execute(self._writer.put_setting, values)

    def put_roadmap(
        self, roadmap: Roadmap, origin: str, digest: str, added_at: str
    ) -> None:
        """Store a roadmap in place of the one with the same slug, if any."""
        self.remove_roadmap(roadmap.slug)
        head = {
            "slug": roadmap.slug,
            "title": roadmap.title,
            "summary": roadmap.summary,
            "version": roadmap.version,
            "origin": origin,
            "digest": digest,
            "added_at": added_at,
        }
        self._connection.execute(insert(RoadmapRow), head)
        self._connection.execute(insert(StageRow), _stage_values(roadmap))
        self._connection.execute(insert(ItemRow), _item_values(roadmap))

    def remove_roadmap(self, slug: str) -> None:
        """Forget a roadmap's content; what was done on it stays."""
        self._connection.execute(delete(RoadmapRow).where(RoadmapRow.slug == slug))


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


def _stage_values(roadmap: Roadmap) -> list[dict[str, object]]:
    return [
        {
            "roadmap": roadmap.slug,
            "position": position,
            "slug": stage.slug,
            "outline": outline_json(stage),
            "content": stage_json(stage),
        }
        for position, stage in enumerate(roadmap.stages)
    ]


def _item_values(roadmap: Roadmap) -> list[dict[str, object]]:
    return [
        {
            "roadmap": roadmap.slug,
            "subject": item.subject,
            "stage": item.stage,
            "position": position,
            "title": item.title,
        }
        for position, item in enumerate(items(roadmap))
    ]
