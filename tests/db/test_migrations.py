"""Migrations: the files match the models, run whole or not at all, and lose nothing."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import StaticPool, create_engine, event

from tests.builders import GIT, Desk
from tests.conftest import NOON
from tests.db.children import begin
from tracker.db import migrate as migrating
from tracker.db.backup import list_backups
from tracker.db.connection import APPLICATION_ID, SCHEMA_VERSION, connect
from tracker.db.data_file import NAME, DataFile
from tracker.db.migrate import alembic_config, begin_immediate, migrate
from tracker.db.migrations.versions import m0001_first_schema as first
from tracker.db.schema import Base
from tracker.domain.edit import State
from tracker.domain.errors import StorageError

WORDS = "written_words"  # the index of words, which only SQLite has
QUERY = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master "
    "WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def engine_on(path):
    raw = connect(path)
    raw.execute("PRAGMA foreign_keys = OFF")
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    event.listen(engine, "begin", begin_immediate)
    return raw, engine


def schema_of(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(QUERY).fetchall()


@pytest.fixture
def used(desk):
    """Return a closed data file of the schema before this one, with something in it."""
    desk.learning.set_state(GIT, State.DONE)
    desk.store.connection.execute("PRAGMA user_version = 0")
    desk.store.close()
    return desk.store.path


def test_there_is_one_head_and_its_number_is_the_schema_version():
    script = ScriptDirectory.from_config(alembic_config())
    (head,) = script.get_heads()
    assert int(head) == SCHEMA_VERSION
    assert len(list(script.walk_revisions())) == SCHEMA_VERSION


def test_the_migrated_schema_is_that_of_the_models(folder):
    raw, engine = engine_on(folder / NAME)
    with closing(raw), engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "compare_server_default": True,
                "include_name": lambda name, kind, _: (
                    kind != "table" or not name.startswith(WORDS)
                ),
            },
        )
        assert compare_metadata(context, Base.metadata) == []


def test_tables_indexes_triggers_and_views_are_those_of_a_fresh_schema(
    folder, tmp_path
):
    fresh = tmp_path / "fresh.db"
    fresh.touch()
    raw, engine = engine_on(fresh)
    with closing(raw), engine.begin() as connection:
        Base.metadata.create_all(connection)

    def names(path):
        others = ("alembic_version", WORDS)
        return [row[:3] for row in schema_of(path) if not row[1].startswith(others)]

    assert names(folder / NAME) == names(fresh)
    for path in (folder / NAME, fresh):
        keyed = {row[1] for row in schema_of(path) if "WITHOUT ROWID" in (row[3] or "")}
        keyed -= {name for name in keyed if name.startswith(WORDS)}
        assert keyed == {"edit", "change", "fact", "item", "entry", "entry_link"}


def test_down_and_up_again_gives_the_same_schema(folder):
    before = schema_of(folder / NAME)
    raw, engine = engine_on(folder / NAME)
    with closing(raw), engine.connect() as connection:
        with connection.begin():
            command.downgrade(alembic_config(connection), "base")
            query = "SELECT name FROM sqlite_master WHERE sql IS NOT NULL"
            left = connection.exec_driver_sql(query).scalars().all()
        assert left == ["alembic_version"]
        with connection.begin():
            command.upgrade(alembic_config(connection), "head")
    assert schema_of(folder / NAME) == before


def test_an_older_file_is_backed_up_and_brought_up_to_date(used):
    before = digest(used)
    with Desk(used.parent, now=lambda: NOON) as desk:
        assert desk.state(GIT) == "done"
        version = desk.store.connection.execute("PRAGMA user_version").fetchone()
    assert version == (SCHEMA_VERSION,)
    (backup,) = list_backups(used)
    with closing(sqlite3.connect(backup.path)) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (0,)
        assert copy.execute("SELECT count(*) FROM edit").fetchone() == (1,)
    assert digest(used) != before


def test_a_file_that_is_up_to_date_is_not_backed_up(folder):
    before = digest(folder / NAME)
    DataFile(folder).close()
    assert list_backups(folder / NAME) == []
    assert digest(folder / NAME) == before


def test_without_a_backup_there_is_no_migration(used, monkeypatch):
    def full(*_: object):
        raise StorageError("The disk is full.", "full")

    monkeypatch.setattr("tracker.db.backup.make_backup", full)
    before = digest(used)
    with pytest.raises(StorageError, match="full"):
        DataFile(used.parent)
    assert digest(used) == before


def undone(path):
    """Say that no step was run yet, so that the first one runs on a full file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM alembic_version")


@pytest.mark.parametrize("error", [RuntimeError, sqlite3.OperationalError, OSError])
def test_a_failure_in_the_middle_leaves_the_file_as_it_was(used, monkeypatch, error):
    undone(used)
    before = digest(used)

    def half():
        first.op.create_table("half", first.sa.Column("x", first.sa.Integer))
        first.op.drop_table("change")
        first.op.execute("DELETE FROM fact")
        raise error("in the middle")

    monkeypatch.setattr(migrating, "command", _Upgrading(half))
    with pytest.raises((StorageError, error)):
        DataFile(used.parent)
    assert digest(used) == before
    monkeypatch.undo()
    with closing(sqlite3.connect(used, isolation_level=None)) as connection:
        connection.execute("INSERT INTO alembic_version VALUES ('0003')")
    with Desk(used.parent, now=lambda: NOON) as desk:
        assert desk.state(GIT) == "done"


class _Upgrading:
    """Alembic's `command`, with another step in place of the first one."""

    def __init__(self, step):
        self._step = step

    def upgrade(self, config, _target):
        context = MigrationContext.configure(config.attributes["connection"])
        with Operations.context(context):
            self._step()


@pytest.mark.parametrize(
    "loss",
    [
        'DELETE FROM "change" WHERE position = 0',
        "DELETE FROM setting WHERE name = 'learner'",
        "DROP TABLE fact",
        "UPDATE undo_step SET edit_id = 'nobody'",
        "DELETE FROM edit",
    ],
)
def test_a_migration_that_loses_rows_is_taken_back(used, monkeypatch, loss):
    before = digest(used)
    step = _Upgrading(lambda: first.op.execute(loss))
    monkeypatch.setattr(migrating, "command", step)
    with pytest.raises(StorageError):
        DataFile(used.parent)
    assert digest(used) == before


def test_killed_in_the_middle_the_next_start_finishes(used):
    undone(used)
    with closing(sqlite3.connect(used, isolation_level=None)) as connection:
        connection.execute(f"DROP TABLE {WORDS}")
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(f'DROP TABLE "{table}"')

    def half(_tell) -> None:
        first.op.create_index = lambda *_: os.kill(os.getpid(), 9)
        migrate(used)

    assert begin(half).finish() == ""  # killed
    assert {row[1] for row in schema_of(used)} <= {"alembic_version"} | {
        row[1] for row in schema_of(used) if row[1].startswith("sqlite_")
    }
    migrate(used)
    assert {"edit", "fact", "item"} <= {row[1] for row in schema_of(used)}


def test_the_new_schema_says_whose_it_is(tmp_path):
    path = tmp_path / "x.db"
    path.touch()
    migrate(path)
    with closing(sqlite3.connect(path)) as connection:
        for name, value in (
            ("application_id", APPLICATION_ID),
            ("user_version", SCHEMA_VERSION),
        ):
            assert connection.execute(f"PRAGMA {name}").fetchone() == (value,)
