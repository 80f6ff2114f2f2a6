"""Bring a data file to the schema of this Milepost, or make its first schema.

Everything runs in one transaction with foreign keys off: rebuilding a table with them
on deletes the rows that refer to it. Rows are counted before and after.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import StaticPool, create_engine, event, func, select, table
from sqlalchemy.exc import DBAPIError

from tracker.db.connection import APPLICATION_ID, SCHEMA_VERSION, connect, explained
from tracker.domain.errors import StorageError
from tracker.words import tr

if TYPE_CHECKING:
    from sqlalchemy import Connection

SCRIPTS = Path(__file__).parent / "migrations"


def alembic_config(connection: Connection | None = None) -> Config:
    """Return Alembic's settings; no file is read for them."""
    config = Config()
    # A "%" in the path would be taken for an interpolation.
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def migrate(path: Path, target: str = "head") -> None:
    """Run the migrations that are missing, whole or not at all.

    Raises:
        StorageError: A migration failed; the file is as it was.
    """
    with closing(connect(path, timeout=5)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")  # does nothing inside a transaction
        engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
        event.listen(engine, "begin", begin_immediate)
        try:
            with engine.connect() as connection, connection.begin():
                _run(connection, target)
        except DBAPIError as error:
            raise explained(error.orig or error, path) from error
        except CommandError as error:  # such as a step this Milepost does not know
            raise StorageError(_not_updated(), "failed", str(error)) from error


def begin_immediate(connection: Connection) -> None:
    """Begin a transaction that may write, when SQLAlchemy says that one begins."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")  # the driver begins nothing itself


def _run(connection: Connection, target: str) -> None:
    before = _counts(connection)
    command.upgrade(alembic_config(connection), target)
    after = _counts(connection)
    lost = [table for table, n in before.items() if after.get(table, 0) < n]
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if lost or broken:
        details = f"lost: {lost}; broken: {broken}"
        raise StorageError(_not_updated(), "failed", details)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    if target == "head":
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _not_updated() -> str:
    return tr("The data file could not be updated; it was left as it was.")


def _counts(connection: Connection) -> dict[str, int]:
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    ).scalars()
    return {
        name: connection.scalar(select(func.count()).select_from(table(name))) or 0
        for name in names.all()
        if not name.startswith("sqlite_")
    }
