"""From what a person types to the subject that it names."""

from __future__ import annotations

import pytest

from tests.builders import a_roadmap, a_skill, a_stage
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.services.naming import resolve


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("git", "skill:git"),
        ("skill:git", "skill:git"),
        ("commit", "outcome:git/commit"),
        ("git/commit", "outcome:git/commit"),
        ("form", "milestone:api/form"),
        ("basics", "stage:road/basics"),
        ("road/basics", "stage:road/basics"),
        ("tests", "skill:tests"),  # a whole slug goes before the last part of another
        ("api/tests", "milestone:api/tests"),
    ],
)
def test_a_name_finds_its_subject(desk, name, subject):
    assert resolve(desk.reader, "road", name) == subject


def test_the_roadmap_that_is_followed_goes_first(desk):
    other = a_roadmap(a_stage("commit", a_skill("rust", "borrow")), slug="other")
    desk.roadmaps.add(other, "1")
    assert resolve(desk.reader, "road", "commit") == "outcome:git/commit"
    assert resolve(desk.reader, "other", "commit") == "stage:other/commit"
    assert resolve(desk.reader, "road", "borrow") == "outcome:rust/borrow"


def test_two_of_a_name_are_both_named(desk):
    stage = a_stage("s", a_skill("one", "same"), a_skill("two", "same"))
    desk.roadmaps.add(a_roadmap(stage, slug="twice"), "1")
    with pytest.raises(BadInputError, match="outcome:one/same, outcome:two/same"):
        resolve(desk.reader, "twice", "same")


@pytest.mark.parametrize("name", ["", ":", "/", "skill:", "ba", "asics", "/basics"])
def test_nothing_is_named_by_chance_even_on_a_road_of_one_skill(desk, name):
    only = a_stage("basics", a_skill("solo", "one"))
    desk.roadmaps.add(a_roadmap(only, slug="only"), "1")
    with pytest.raises(NotFoundError):
        resolve(desk.reader, "only", name)
