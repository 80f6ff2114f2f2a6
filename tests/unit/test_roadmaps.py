"""Adding, choosing and removing roadmaps: progress stays, whatever happens to them."""

from __future__ import annotations

import pytest

from tests.builders import (
    API,
    API_FORM,
    BASICS,
    GIT,
    GIT_COMMIT,
    SQL,
    SQL_JOIN,
    a_milestone,
    a_project,
    a_roadmap,
    a_skill,
    a_stage,
    an_outcome,
)
from tracker.domain.edit import Label, State
from tracker.domain.errors import BadInputError, ConflictError, NotFoundError
from tracker.services.doctor import examine
from tracker.services.journey import hours_a_week

DONE, TODO, LEARNING = State.DONE, State.TODO, State.LEARNING


def renamed():
    """Return a newer version in which nearly everything has another name."""
    outcomes = (an_outcome("save", was=("commit",)), an_outcome("merge"))
    steps = (a_milestone("page", was=("form",)), a_milestone("tests"))
    return a_roadmap(
        a_stage(
            "start",
            a_skill("vcs", outcomes=outcomes, was=("git",)),
            was=("basics",),
            projects=(a_project("service", milestones=steps, was=("api",)),),
        ),
        version="2",
    )


def test_a_newer_version_keeps_every_tick_by_slug(desk):
    desk.learning.set_states((GIT_COMMIT, SQL), DONE)
    desk.learning.write_note(BASICS, "mine")
    facts = desk.facts()
    reworded = a_roadmap(
        a_stage("later", a_skill("sql", "join", title="Databases")),
        a_stage("basics", a_skill("git", title="Version control")),
        version="2",
    )
    added = desk.roadmaps.add(reworded, "2")
    assert desk.facts() == facts
    assert not added.is_new
    assert desk.journey().outline.version == "2"
    assert desk.reader.title(SQL) == "Databases"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("skill:git", "skill:vcs"),
        ("outcome:git/commit", "outcome:vcs/save"),
        ("outcome:git/merge", "outcome:vcs/merge"),
        ("project:api", "project:service"),
        ("milestone:api/form", "milestone:service/page"),
        ("milestone:api/tests", "milestone:service/tests"),
    ],
)
def test_progress_and_notes_move_to_the_new_name(desk, old, new):
    desk.learning.set_state(old, DONE)
    desk.learning.write_note(old, "my note")
    desk.roadmaps.add(renamed(), "2")
    assert desk.state(new) == "done"
    assert desk.reader.progress().done_on(new) == "2026-11-21"
    assert desk.reader.note(new) == "my note"
    assert examine(desk.reader) == []


def test_the_note_on_a_stage_moves_with_its_name(desk):
    desk.learning.write_note(BASICS, "where I began")
    desk.roadmaps.add(renamed(), "2")
    assert desk.reader.note("stage:road/start") == "where I began"


def test_an_older_name_of_an_outcome_of_a_renamed_skill_is_found(desk):
    twice = a_skill("vcs", outcomes=(an_outcome("save", was=("commit",)),))
    desk.learning.set_state(GIT_COMMIT, DONE)
    desk.roadmaps.add(a_roadmap(a_stage("basics", twice)), "2")
    assert desk.state("outcome:vcs/save") == "todo"  # nothing says that vcs was git
    desk.roadmaps.add(renamed(), "3")
    assert desk.state("outcome:vcs/save") == "done"


def test_moving_is_announced_once_and_cannot_be_undone(desk):
    desk.learning.set_state(GIT, DONE)
    desk.announced.clear()
    desk.roadmaps.add(renamed(), "2")
    assert [edit.edit.label for edit in desk.announced] == [Label.CARRY]
    undone = desk.undo.undo()
    assert undone.edit.subjects == {GIT}
    assert desk.state("skill:vcs") == "done"
    assert desk.undo.undo() is None


def test_an_update_that_moves_nothing_stores_no_edit(desk):
    desk.roadmaps.add(renamed(), "2")
    assert desk.announced == desk.reader.log() == []


def test_what_is_set_under_the_new_name_is_not_overwritten(desk):
    desk.learning.set_state(GIT, DONE)
    desk.roadmaps.add(renamed(), "2")
    desk.learning.set_state("skill:vcs", LEARNING)
    desk.roadmaps.add(renamed(), "3")
    assert desk.state("skill:vcs") == "learning"


def test_a_tick_taken_back_does_not_return_with_the_next_version(desk):
    desk.learning.set_state(GIT, DONE)
    desk.learning.write_note(GIT, "old")
    desk.roadmaps.add(renamed(), "2")
    desk.learning.set_state("skill:vcs", TODO)
    desk.learning.write_note("skill:vcs", "")
    desk.roadmaps.add(renamed(), "3")
    assert desk.state("skill:vcs") == "todo"
    assert desk.reader.note("skill:vcs") == ""


def test_the_day_moves_only_with_its_state(desk):
    """Two skills became one; the day of the second is not that of the first."""
    desk.learning.set_state(GIT, LEARNING)
    desk.learning.set_state(SQL, DONE)
    merged = a_skill("both", was=("git", "sql"))
    desk.roadmaps.add(a_roadmap(a_stage("basics", merged)), "2")
    assert desk.state("skill:both") == "learning"
    assert desk.reader.progress().done_on("skill:both") == ""


def test_what_vanishes_keeps_its_progress_and_comes_back(desk):
    desk.learning.set_states((SQL_JOIN, API_FORM), DONE)
    desk.learning.write_note(SQL, "joins!")
    facts = desk.facts()
    added = desk.roadmaps.add(a_roadmap(a_stage("basics")), "2")
    assert desk.facts() == facts
    assert set(added.gone) == {"Sql", "I can join", "Build api", "The form"}
    assert desk.journey().standing.percent == 0
    with pytest.raises(NotFoundError):
        desk.learning.set_state(SQL, TODO)
    desk.roadmaps.add(a_roadmap(), "3")
    assert (desk.state(SQL), desk.state(API), desk.reader.note(SQL)) == (
        "done",
        "learning",
        "joins!",
    )


def test_what_adding_did_is_told_in_numbers_that_add_up(desk):
    everything = len(desk.reader.items("road"))
    again = desk.roadmaps.add(a_roadmap(), "1")
    assert (again.is_new, again.kept, again.fresh, again.gone) == (
        False,
        everything,
        0,
        (),
    )
    changed = desk.roadmaps.add(renamed(), "2")
    assert (changed.kept, changed.fresh) == (7, 0)
    other = desk.roadmaps.add(a_roadmap(slug="other"), "1")
    assert (other.is_new, other.fresh, other.kept) == (True, everything, 0)


def test_a_skill_of_two_roadmaps_is_checked_once(desk):
    desk.roadmaps.add(a_roadmap(a_stage("first", a_skill("git")), slug="mine"), "1")
    desk.learning.set_state(GIT, DONE)
    desk.roadmaps.choose("mine")
    assert desk.journey().standing.percent == 100
    assert sorted(desk.reader.places(GIT)) == [("mine", 0), ("road", 0)]


def test_a_learners_file_cannot_take_the_name_of_a_bundled_roadmap(desk):
    desk.roadmaps.add(a_roadmap(slug="main"), "1", bundled=True)
    before = desk.reader.outline("main")
    with pytest.raises(ConflictError, match="main"):
        desk.roadmaps.add(a_roadmap(slug="main", title="Mine"), "2")
    assert desk.reader.outline("main") == before
    desk.roadmaps.add(a_roadmap(slug="main", version="2"), "2", bundled=True)
    assert desk.reader.outline("main").version == "2"


def test_bundled_roadmaps_come_first(desk):
    desk.roadmaps.add(a_roadmap(slug="z-main"), "1", bundled=True)
    desk.roadmaps.add(a_roadmap(slug="a-mine"), "1")
    origins = [head.origin for head in desk.reader.roadmaps()]
    assert origins == ["bundled", "file", "file"]


def test_only_a_known_roadmap_can_be_chosen(desk):
    with pytest.raises(NotFoundError, match="nowhere"):
        desk.roadmaps.choose("nowhere")
    assert desk.reader.setting("roadmap") == "road"


def test_removing_forgets_the_content_and_keeps_the_progress(desk):
    desk.roadmaps.add(a_roadmap(a_stage("x", a_skill("rust")), slug="mine"), "1")
    desk.learning.set_state("skill:rust", DONE)
    desk.roadmaps.remove("mine")
    assert desk.reader.items("mine") == []
    assert [head.slug for head in desk.reader.roadmaps()] == ["road"]
    with pytest.raises(NotFoundError):
        desk.reader.outline("mine")
    with pytest.raises(NotFoundError):
        desk.reader.stage("mine", 0)
    assert desk.state("skill:rust") == "done"
    assert examine(desk.reader) == []


@pytest.mark.parametrize("slug", ["road", "main", "gone"])
def test_what_is_shown_bundled_or_unknown_cannot_be_removed(desk, slug):
    desk.roadmaps.add(a_roadmap(slug="main"), "1", bundled=True)
    with pytest.raises((BadInputError, NotFoundError)):
        desk.roadmaps.remove(slug)
    assert len(desk.reader.roadmaps()) == 2


def test_hours_a_week_have_bounds(desk):
    assert hours_a_week(desk.reader) == 8
    for hours in (1, 80):
        desk.roadmaps.set_hours_a_week(hours)
        assert hours_a_week(desk.reader) == hours
    for hours in (0, 81, -1, 10**30):
        with pytest.raises(BadInputError):
            desk.roadmaps.set_hours_a_week(hours)
    assert hours_a_week(desk.reader) == 80


@pytest.mark.parametrize("text", ["", "many", "-3", "9" * 5000, "²", "٣", "8.5"])
def test_an_odd_stored_number_of_hours_is_no_catastrophe(desk, text):
    with desk.store.begin() as work:
        work.set_setting("hours_a_week", text)
    assert 1 <= hours_a_week(desk.reader) <= 80


def test_a_roadmap_comes_out_of_the_file_as_it_went_in(desk):
    original = a_roadmap(
        a_stage(
            "one",
            a_skill("ü-free", title="\u202e <b>{x}</b> %s '\"", needs=("a", "b")),
            icon="code",
            level="Junior",
            guide="# Ⅻ\n\ttext",
            was=("zero",),
            projects=(a_project(skills=("a",), was=("b",)),),
        ),
        slug="deep",
    )
    desk.roadmaps.add(original, "x")
    assert desk.reader.stage("deep", 0) == original.stages[0]
    outline = desk.reader.outline("deep").stages[0]
    assert (outline.icon, outline.level, outline.hours) == ("code", "Junior", 7.5)
    with pytest.raises(NotFoundError):
        desk.reader.stage("deep", 1)


def test_a_roadmap_that_cannot_be_stored_leaves_the_old_one(desk):
    twice = a_roadmap(a_stage("a", a_skill("git")), a_stage("b", a_skill("git")))
    before = desk.reader.items("road")
    with pytest.raises(Exception, match="data file"):
        desk.roadmaps.add(twice, "2")
    assert desk.reader.items("road") == before
    assert desk.reader.outline("road").version == "1"
