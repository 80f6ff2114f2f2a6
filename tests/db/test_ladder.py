"""The ladder and the names of skills, kept in the data file."""

from __future__ import annotations

import pytest

from tests.builders import a_roadmap, a_skill, a_stage
from tracker.domain.errors import StorageError
from tracker.domain.ladder import Ladder
from tracker.workspace import bundled_content


@pytest.fixture(scope="module")
def content():
    return bundled_content()


def test_a_whole_ladder_comes_back_as_it_was(desk, content):
    with desk.store.begin() as work:
        work.put_ladder(content.ladder, content.names)
    assert desk.reader.ladder() == content.ladder
    assert len(content.ladder.levels) == 4
    stored = desk.reader.names()
    assert {slug: stored[slug] for slug in content.names} == content.names


def test_before_anything_is_stored_there_is_no_ladder(desk):
    assert desk.reader.ladder() == Ladder()


def test_the_skills_of_an_own_roadmap_have_their_names_too(desk):
    skill = a_skill("cobol", aliases=("COBOL-85",))
    desk.roadmaps.add(a_roadmap(a_stage("old", skill), slug="mine"), "1")
    assert desk.reader.names()["cobol"] == ("Cobol", "COBOL-85")


@pytest.mark.parametrize("text", ["{", "[]", '{"levels": 3}'])
def test_a_damaged_ladder_is_told_as_damage(desk, text):
    with desk.store.begin() as work:
        work.set_setting("ladder", text)
    with pytest.raises(StorageError, match="damaged"):
        desk.reader.ladder()
