"""Queries on one connection, with errors that people understand."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tracker.db.connection import storage_errors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_UNDECODABLE = "Could not decode to UTF-8"


class SqlRows:
    """Runs queries; a text that is not UTF-8 hides nothing else."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Read through ``connection``; ``path`` is named in errors."""
        self._connection = connection
        self.path = path
        self._data_version = self._first("PRAGMA data_version")[0]

    # Any: the rows of a driver have no types.
    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[Any]:
        with storage_errors(self.path):
            try:
                return self._connection.execute(query, values).fetchall()
            except UnicodeEncodeError:
                return []  # no file can hold a lone surrogate, so nothing is called so
            except sqlite3.OperationalError as error:
                if _UNDECODABLE not in str(error):
                    raise
                with self._any_bytes():
                    return self._connection.execute(query, values).fetchall()

    def _first(self, query: str, values: tuple[object, ...] = ()) -> Any:  # noqa: ANN401
        return next(iter(self._rows(query, values)), None)

    @contextmanager
    def _any_bytes(self) -> Iterator[None]:
        """Read texts that are not UTF-8, so that one bad byte hides one row only."""
        self._connection.text_factory = _decoded
        try:
            yield
        finally:
            self._connection.text_factory = str


def _decoded(text: bytes) -> str:
    return text.decode(errors="replace")
