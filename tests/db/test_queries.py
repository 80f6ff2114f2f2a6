"""Every statement runs on the migrated schema, and PostgreSQL would take it, too."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import delete, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from tests.builders import GIT, SQL, a_roadmap, a_skill, a_stage
from tracker.db import statements
from tracker.db.journal import WORDS
from tracker.db.journal_reading import WRONGLY_INDEXED
from tracker.db.reading import SqlReader
from tracker.db.schema import (
    Base,
    ChangeRow,
    EditRow,
    FactRow,
    SettingRow,
    UndoStepRow,
)
from tracker.domain.edit import NOTE, STATE, State
from tracker.domain.errors import NotFoundError

READS = {
    "all_values": (STATE,),
    "changed_elsewhere": (),
    "days": ("2026-01-01", "2026-12-31"),
    "edit": ("no-such-edit",),
    "entries": ("2026-01-01", "2026-12-31", 50),
    "entries_on": (GIT, 50),
    "entry": ("entry:none",),
    "items": ("road",),
    "knows": (GIT,),
    "ladder": (),
    "last_seq": (),
    "log": (),
    "logged": (),
    "months": (),
    "names": (),
    "note": (GIT,),
    "outline": ("road",),
    "parts": (GIT,),
    "places": (GIT,),
    "progress": (),
    "reference": ("guide", "start-now"),
    "reference_bodies": (),
    "references": (),
    "references_to": (GIT,),
    "roadmaps": (),
    "setting": ("roadmap",),
    "stage": ("road", 0),
    "title": (GIT,),
    "undo_steps": (),
    "values": ((GIT, SQL), NOTE),
    "was_set": (GIT, STATE),
    "written": ("words", 50),
    "wrongly_indexed": (),
}


def public(cls):
    return {
        name
        for each in cls.__mro__[:-1]
        for name, value in vars(each).items()
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


def test_the_index_of_words_is_compared_without_walking_all_facts_for_each_text(desk):
    query = "EXPLAIN QUERY PLAN " + WRONGLY_INDEXED
    plan = [row[3] for row in desk.store.connection.execute(query, WORDS)]
    assert sum(step.startswith("SEARCH f USING") for step in plan) == 2
    assert not any(step.startswith("SCAN f") for step in plan)


def test_the_parts_of_a_skill_are_not_those_of_its_namesakes(desk):
    skills = [a_skill(s, "x") for s in ("git", "git-2", "gi", "git0", "xgit")]
    desk.roadmaps.add(a_roadmap(a_stage("a", *skills), slug="mine"), "1")
    assert desk.reader.parts("skill:git") == [
        "outcome:git/commit",
        "outcome:git/merge",
    ], "those of the roadmap that is followed"
    desk.roadmaps.choose("mine")
    assert desk.reader.parts("skill:git") == ["outcome:git/x"]
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


class TestStatementsAreWhatSqlalchemyMakesOfTheRows:
    """Written out, so that the first check-off need not wait for SQLAlchemy."""

    KEYS = (
        (statements.ADD_EDIT, EditRow, ()),
        (statements.ADD_CHANGE, ChangeRow, ()),
        (statements.ADD_STEP, UndoStepRow, ()),
        (statements.PUT_FACT, FactRow, ("learner", "field", "subject")),
        (statements.PUT_SETTING, SettingRow, ("name",)),
    )

    @pytest.mark.parametrize("database", [sqlite, postgresql], ids=["sqlite", "pg"])
    @pytest.mark.parametrize(("text", "row", "key"), KEYS)
    def test_inserts(self, text, row, key, database):
        statement = database.insert(row)
        if key:
            columns = [c.name for c in row.__table__.columns if c.name not in key]
            new = {name: statement.excluded[name] for name in columns}
            statement = statement.on_conflict_do_update(index_elements=key, set_=new)
        dialect = database.dialect(paramstyle="named")
        made = " ".join(str(statement.compile(dialect=dialect)).split())
        made = re.sub(r"::[A-Z]+", "", made)  # PostgreSQL's casts of parameters
        assert made.replace('"', "") == text.replace('"', "")

    @pytest.mark.parametrize(
        "name", [name for name in vars(statements) if name.isupper()]
    )
    def test_every_one_is_understood_by_the_schema(self, desk, name):
        text = getattr(statements, name)
        if name != "BEGIN":
            values = dict.fromkeys(re.findall(r":(\w+)", text))
            desk.store.connection.execute("EXPLAIN " + text, values)
