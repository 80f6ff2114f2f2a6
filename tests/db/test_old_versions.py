"""A data file of every schema before this one is brought up to date, and loses nothing.

`old_versions/schema-N.sql` holds a small data file as the Milepost of that schema made
it: a roadmap, two outcomes checked off (and so their skill), a note, an undone step.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import BASICS, GIT, GIT_COMMIT, SQL, Desk
from tests.conftest import NOON
from tracker.db.backup import list_backups
from tracker.db.connection import SCHEMA_VERSION
from tracker.db.data_file import NAME
from tracker.domain.reference import Reference
from tracker.services.doctor import examine

OLD = sorted((Path(__file__).parent / "old_versions").glob("schema-*.sql"))


@pytest.fixture(params=OLD, ids=[path.stem for path in OLD])
def old(request, tmp_path):
    """Return the folder with a data file of an older schema."""
    folder = tmp_path / "old"
    folder.mkdir()
    with closing(sqlite3.connect(folder / NAME)) as connection:
        connection.executescript(request.param.read_text(encoding="utf-8"))
    return folder


def test_there_is_a_file_of_every_schema_before_this_one():
    assert [path.stem for path in OLD] == [
        f"schema-{number}" for number in range(1, SCHEMA_VERSION)
    ]


def test_an_old_file_is_upgraded_and_keeps_everything(old):
    with Desk(old, now=lambda: NOON) as desk:
        version = desk.store.connection.execute("PRAGMA user_version").fetchone()
        assert version == (SCHEMA_VERSION,)
        assert desk.state(GIT) == desk.state(GIT_COMMIT) == "done"
        assert desk.reader.note(BASICS) == "Learn on Sundays."
        assert desk.state(SQL) == "todo"
        assert examine(desk.reader) == []
        assert len(desk.reader.log()) == 5
    assert len(list_backups(old / NAME)) == 1


def test_a_roadmap_stored_by_an_older_milepost_can_be_walked(old):
    with Desk(old, now=lambda: NOON) as desk:
        journey = desk.journey()
        assert journey.standing.stages[0].skills_done == 1
        stage = journey.walked(0)
        assert [skill.slug for skill in stage.skills] == ["git"]
        assert stage.groups[0].least == 0
        skill = next(stage.skills)
        assert (skill.why, skill.resources, skill.questions) == ("", (), ())
        assert next(stage.all_projects).criteria == ()


def test_what_can_be_looked_up_is_empty_until_the_content_is_stored_anew(old):
    with Desk(old, now=lambda: NOON) as desk:
        assert desk.reader.references() == []
        page = Reference("guide", "start", "Begin", "Start", "# Start\n")
        with desk.store.begin() as work:
            work.put_references([page])
        assert desk.reader.reference("guide", "start") == page
        assert desk.undo.redo() is not None
        assert desk.state(SQL) == "aside"
