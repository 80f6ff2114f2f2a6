"""Roadmaps as SQLAlchemy rows, written into a transaction that is already open."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from sqlalchemy import StaticPool, create_engine, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tracker.db.content import stage_json
from tracker.db.outlines import outline_json
from tracker.db.schema import ItemRow, RoadmapRow, StageRow
from tracker.domain.subjects import items

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sqlalchemy.engine.interfaces import DBAPIConnection

    from tracker.domain.roadmap import Roadmap


class _Borrowed:
    """A connection whose transaction belongs to somebody else."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)

    def commit(self) -> None:
        """Leave it to the unit of work."""

    def rollback(self) -> None:
        """Leave it to the unit of work."""

    def close(self) -> None:
        """Leave it to the data file."""


@contextmanager
def session_on(connection: sqlite3.Connection) -> Iterator[Session]:
    """Return a session inside the transaction of ``connection``.

    What fails in it is raised as the driver raised it.
    """
    borrowed = cast("DBAPIConnection", _Borrowed(connection))
    engine = create_engine("sqlite://", creator=lambda: borrowed, poolclass=StaticPool)
    try:
        with Session(engine) as session:
            yield session
            session.flush()
    except DBAPIError as error:
        raise error.orig or error from error


def put_roadmap(
    connection: sqlite3.Connection, roadmap: Roadmap, origin: tuple[str, str, str]
) -> None:
    """Store a roadmap in place of the one with the same slug, if any.

    Args:
        connection: With an open transaction.
        roadmap: The content.
        origin: ``bundled`` or ``file``, the digest of the file, and when it was added.
    """
    kind, digest, added_at = origin
    with session_on(connection) as session:
        _remove(session, roadmap.slug)
        session.add(
            RoadmapRow(
                slug=roadmap.slug,
                title=roadmap.title,
                summary=roadmap.summary,
                version=roadmap.version,
                origin=kind,
                digest=digest,
                added_at=added_at,
            )
        )
        session.flush()
        session.add_all(_stage_rows(roadmap))
        session.execute(insert(ItemRow), _item_values(roadmap))


def remove_roadmap(connection: sqlite3.Connection, slug: str) -> None:
    """Forget a roadmap's content, inside an open transaction."""
    with session_on(connection) as session:
        _remove(session, slug)


def _remove(session: Session, slug: str) -> None:
    row = session.get(RoadmapRow, slug)
    if row is not None:
        session.delete(row)  # its stages and items go with it
        session.flush()


def _stage_rows(roadmap: Roadmap) -> list[StageRow]:
    return [
        StageRow(
            roadmap=roadmap.slug,
            position=position,
            slug=stage.slug,
            outline=outline_json(stage),
            content=stage_json(stage),
        )
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
