"""What comes with Milepost to look up, as rows; inside an open transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert

from tracker.db.roadmap_rows import session_on
from tracker.db.schema import ReferenceRow

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from tracker.domain.reference import Reference


def put_references(
    connection: sqlite3.Connection, references: Sequence[Reference]
) -> None:
    """Store these references in place of all that were there."""
    rows = [
        {
            "kind": each.kind,
            "slug": each.slug,
            "position": position,
            "section": each.section,
            "title": each.title,
            "body": each.body,
        }
        for position, each in enumerate(references)
    ]
    with session_on(connection) as session:
        session.execute(delete(ReferenceRow))
        if rows:
            session.execute(insert(ReferenceRow), rows)
