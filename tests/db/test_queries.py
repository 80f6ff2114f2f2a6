"""Every statement runs on the migrated schema, and PostgreSQL would take it, too."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from sqlalchemy import delete, insert
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from tests.builders import GIT, SQL, a_roadmap, a_skill, a_stage
from tracker.db import writing
from tracker.db.reading import SqlReader
from tracker.db.schema import Base, FactRow, SettingRow
from tracker.domain.edit import NOTE, STATE, State
from tracker.domain.errors import NotFoundError

READS = {
    "all_values": (STATE,),
    "changed_elsewhere": (),
    "edit": ("no-such-edit",),
    "items": ("road",),
    "last_seq": (),
    "log": (),
    "note": (GIT,),
    "outline": ("road",),
    "parts": (GIT,),
    "places": (GIT,),
    "progress": (),
    "roadmaps": (),
    "setting": ("roadmap",),
    "stage": ("road", 0),
    "title": (GIT,),
    "undo_steps": (),
    "values": ((GIT, SQL), NOTE),
    "was_set": (GIT, STATE),
}


def public(cls):
    return {
        name
        for name, value in vars(cls).items()
        if callable(value) and not name.startswith("_")
    }


def test_every_read_is_listed_here():
    assert public(SqlReader) == READS.keys()


@pytest.mark.parametrize("name", sorted(READS))
def test_every_read_runs_and_writes_nothing(desk, name):
    desk.learning.set_state(GIT, State.DONE)
    before = desk.store.connection.total_changes
    if name == "edit":
        with pytest.raises(NotFoundError):
            desk.reader.edit(*READS[name])
    else:
        getattr(desk.reader, name)(*READS[name])
    assert desk.store.connection.total_changes == before
    assert not desk.store.connection.in_transaction


def test_a_find_by_name_uses_an_index(desk):
    """What is asked for at each tick never walks a whole table."""
    for query, values in (
        ("SELECT value FROM fact WHERE learner=? AND field=? AND subject=?", "abc"),
        ("SELECT roadmap, stage FROM item WHERE subject = ?", "a"),
        ("SELECT DISTINCT subject FROM item WHERE subject > ? AND subject < ?", "ab"),
        ("SELECT coalesce(max(seq), 0) FROM edit", ""),
    ):
        explain = desk.store.connection.execute("EXPLAIN QUERY PLAN " + query, values)
        plan = " ".join(row[3] for row in explain)
        assert "USING" in plan
        assert not re.search(r"SCAN (fact|item)", plan)


def test_the_parts_of_a_skill_are_not_those_of_its_namesakes(desk):
    skills = [a_skill(s, "x") for s in ("git", "git-2", "gi", "git0", "xgit")]
    desk.roadmaps.add(a_roadmap(a_stage("a", *skills), slug="mine"), "1")
    assert set(desk.reader.parts("skill:git")) == {
        "outcome:git/commit",
        "outcome:git/merge",
        "outcome:git/x",
    }
    assert desk.reader.parts("skill:git-2") == ["outcome:git-2/x"]


class TestPostgres:
    DIALECT = postgresql.dialect()

    @pytest.mark.parametrize("table", Base.metadata.sorted_tables, ids=str)
    def test_takes_every_table(self, table):
        assert str(CreateTable(table).compile(dialect=self.DIALECT))
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=self.DIALECT))
        for statement in (insert(table), delete(table)):
            assert str(statement.compile(dialect=self.DIALECT))

    @pytest.mark.parametrize(
        "name",
        [
            name
            for name, value in vars(writing).items()
            if hasattr(value, "compile") and name.startswith("_")
        ],
    )
    def test_takes_every_statement(self, name):
        assert str(getattr(writing, name).compile(dialect=self.DIALECT))

    @pytest.mark.parametrize(
        ("row", "key"),
        [(FactRow, ("learner", "field", "subject")), (SettingRow, ("name",))],
    )
    def test_takes_what_replaces(self, row, key):
        class Engine:
            dialect = import_module("sqlalchemy.dialects.postgresql").dialect()

        statement = writing._replacing(Engine(), row, key)
        text = str(statement.compile(dialect=self.DIALECT))
        assert "ON CONFLICT" in text
        assert all(f"{name} = excluded.{name}" not in text for name in key)
