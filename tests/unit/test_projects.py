"""Projects of one's own, and what is changed about those of the roadmap."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.builders import API, API_FORM, API_TESTS, BASICS, GIT, LATER
from tests.conftest import NOON
from tracker.domain.due import When, due_items
from tracker.domain.edit import (
    BRIEF,
    DONE_ON,
    DUE,
    REPOSITORY,
    SKILLS,
    STAGE_FIELD,
    START,
    TITLE,
    State,
)
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.limits import TITLE_LENGTH
from tracker.services.doctor import examine
from tracker.services.naming import resolve
from tracker.services.project_works import known_items, project_work, project_works
from tracker.services.tags import tag_names
from tracker.services.wording import described

MINE = "project:my-todo-api"
TODAY = NOON.date()


@pytest.fixture
def mine(desk):
    """Return the desk with one project of the learner's own."""
    desk.projects.create("Todo API", stage=LATER)
    return desk


def work(desk, subject=MINE):
    return project_work(desk.reader, desk.journey(), subject)


def titles(parts):
    return [part.title for part in parts]


class TestMaking:
    def test_a_project_has_what_was_said_of_it(self, desk):
        desk.projects.create(
            " Todo\n API ", brief="Build it.", stage=LATER, skills=GIT, due="2026-12-01"
        )
        made = work(desk)
        assert (made.title, made.brief, made.stage) == (
            "Todo API",
            "Build it.",
            "later",
        )
        assert (made.skills, made.due) == ((GIT,), date(2026, 12, 1))
        assert made.own
        assert made.status is State.TODO

    def test_two_of_one_title_have_names_of_their_own(self, mine):
        second = mine.projects.create("Todo API").edit.changes[0].subject
        assert second == "project:my-todo-api-2"

    def test_the_name_of_a_removed_one_is_not_used_again(self, mine):
        mine.projects.remove(MINE)
        second = mine.projects.create("Todo API").edit.changes[0].subject
        assert second != MINE

    def test_a_title_without_latin_letters_has_a_name_too(self, desk):
        stored = desk.projects.create("数据库")
        assert stored.edit.changes[0].subject == "project:my-project"
        assert work(desk, "project:my-project").title == "数据库"

    @pytest.mark.parametrize("title", ["", " \n", "\u200b", "x" * (TITLE_LENGTH + 1)])
    def test_a_title_that_says_nothing_or_too_much_is_refused(self, desk, title):
        with pytest.raises(BadInputError):
            desk.projects.create(title)
        assert desk.reader.log() == []

    def test_a_stage_that_is_not_there_is_refused(self, desk):
        with pytest.raises(NotFoundError):
            desk.projects.create("x", stage="stage:road/nowhere")

    def test_undo_takes_it_back_and_redo_brings_it_again(self, mine):
        mine.undo.undo()
        assert work(mine) is None
        mine.undo.redo()
        assert work(mine).title == "Todo API"
        assert examine(mine.reader) == []


class TestOnTheRoad:
    def test_it_stands_in_its_stage_and_counts(self, desk):
        journey = desk.journey()
        before = journey.standing.stages[1].total
        desk.announced.clear()
        desk.projects.create("Todo API", stage=LATER)
        (stored,) = desk.announced
        assert journey.apply(stored) == {1}
        assert journey.standing.stages[1].total == before + 1
        assert titles(journey.walked(1).projects) == ["Todo API"]
        assert journey.outline.places[MINE] == 1

    def test_it_adds_no_hours(self, desk):
        before = desk.journey().standing.hours_left
        desk.projects.create("Todo API", stage=LATER)
        assert desk.journey().standing.hours_left == before

    def test_it_moves_to_another_stage_and_to_none(self, mine):
        mine.projects.set_field(MINE, STAGE_FIELD, BASICS)
        assert mine.journey().outline.places[MINE] == 0
        mine.projects.set_field(MINE, STAGE_FIELD, "")
        assert MINE not in mine.journey().outline.places
        assert work(mine).stage == ""

    def test_a_removed_one_stands_nowhere_until_it_is_brought_back(self, mine):
        mine.projects.remove(MINE)
        assert MINE not in mine.journey().outline.places
        assert mine.projects.removed() == [(MINE, "Todo API")]
        assert work(mine) is None
        mine.projects.restore(MINE)
        assert mine.journey().outline.places[MINE] == 1
        assert mine.projects.removed() == []

    def test_a_project_of_the_roadmap_keeps_its_stage(self, desk):
        with pytest.raises(BadInputError, match="where its roadmap puts it"):
            desk.projects.set_field(API, STAGE_FIELD, LATER)

    def test_a_project_of_the_roadmap_is_not_removed(self, desk):
        with pytest.raises(BadInputError, match="comes with a roadmap"):
            desk.projects.remove(API)

    def test_a_new_name_is_shown_everywhere_and_can_be_taken_back(self, desk):
        desk.projects.set_field(API, TITLE, "My API")
        desk.projects.set_field(API_FORM, TITLE, "Forms")
        project = desk.journey().walked(0).projects[0]
        assert (project.title, titles(project.milestones)) == (
            "My API",
            ["Forms", "The tests"],
        )
        desk.projects.set_field(API, TITLE, "")
        assert desk.journey().walked(0).projects[0].title == "Build api"


class TestNames:
    def test_it_is_found_by_name_tag_and_title(self, mine):
        mine.projects.add_part(MINE, "First draft")
        part = f"milestone:{MINE.partition(':')[2]}/my-first-draft"
        assert resolve(mine.reader, "road", "my-todo-api") == MINE
        assert resolve(mine.reader, "road", "my-first-draft") == part
        tags = tag_names(mine.reader, "road").projects
        assert tags["todo-api"] == tags["my-todo-api"] == MINE

    def test_without_a_stage_it_is_named_too(self, desk):
        desk.projects.create("Todo API")
        (found,) = [i for i in known_items(desk.reader, "road") if i.subject == MINE]
        assert found.stage < 0

    def test_what_was_removed_is_not_offered(self, mine):
        mine.projects.add_part(MINE, "First draft")
        mine.projects.remove(MINE)
        names = [item.subject for item in known_items(mine.reader, "road")]
        assert not any("my-" in name for name in names)


class TestParts:
    def test_milestones_stand_in_the_order_in_which_they_were_added(self, mine):
        for title in ("Zebra", "Apple", "Mango"):
            mine.projects.add_part(MINE, title)
        assert titles(work(mine).milestones) == ["Zebra", "Apple", "Mango"]

    def test_one_is_added_to_a_project_of_the_roadmap(self, desk):
        desk.projects.add_part(API, "Deploy", due="2026-12-01")
        last = work(desk, API).milestones[-1]
        assert (last.title, last.due) == ("Deploy", date(2026, 12, 1))
        assert titles(work(desk, API).milestones[:2]) == ["The form", "The tests"]

    def test_moving_keeps_all_and_undo_brings_the_order_back(self, desk):
        desk.projects.move_part(API_TESTS, 0)
        assert titles(work(desk, API).milestones) == ["The tests", "The form"]
        desk.undo.undo()
        assert titles(work(desk, API).milestones) == ["The form", "The tests"]

    def test_moving_to_the_same_place_stores_nothing(self, desk):
        assert desk.projects.move_part(API_TESTS, 1) is None
        assert desk.reader.log() == []

    def test_a_removed_milestone_does_not_count_and_comes_back(self, desk):
        desk.projects.remove(API_TESTS)
        assert titles(work(desk, API).milestones) == ["The form"]
        assert desk.projects.removed_parts(API) == [(API_TESTS, "The tests")]
        desk.learning.set_state(API_FORM, State.DONE)
        assert desk.state(API) == "done"
        desk.projects.restore(API_TESTS)
        assert len(work(desk, API).milestones) == 2

    def test_an_added_milestone_keeps_the_project_open(self, desk):
        desk.projects.add_part(API, "Deploy")
        desk.learning.set_states([API_FORM, API_TESTS], State.DONE)
        assert desk.state(API) == "learning"

    def test_the_last_step_completes_milestone_and_project(self, desk):
        desk.learning.set_state(API_FORM, State.DONE)
        steps = [
            desk.projects.add_part(API_TESTS, title).edit.changes[0].subject
            for title in ("Write", "Run")
        ]
        desk.learning.set_state(steps[0], State.DONE)
        assert (desk.state(API_TESTS), desk.state(API)) == ("todo", "learning")
        desk.learning.set_state(steps[1], State.DONE)
        assert (desk.state(API_TESTS), desk.state(API)) == ("done", "done")
        assert work(desk, API).finish == TODAY
        desk.undo.undo()
        assert (desk.state(API_TESTS), desk.state(API)) == ("todo", "learning")

    def test_the_first_step_begins_the_project(self, desk):
        step = desk.projects.add_part(API_TESTS, "Write").edit.changes[0].subject
        desk.projects.add_part(API_TESTS, "Run")
        desk.learning.set_state(step, State.DONE)
        assert desk.state(API) == "learning"

    def test_a_step_has_no_steps(self, desk):
        step = desk.projects.add_part(API_TESTS, "Write").edit.changes[0].subject
        with pytest.raises(BadInputError):
            desk.projects.add_part(step, "Below")


class TestFields:
    @pytest.mark.parametrize(
        "text",
        [
            "https://example.org/you/app",
            "ssh://git@example.org/app",
            "git@example.org:you/app.git",
            "/home/me/src/app",
            "C:\\src\\app",
        ],
    )
    def test_a_repository_is_an_address_or_a_folder(self, mine, text):
        mine.projects.set_field(MINE, REPOSITORY, text)
        assert work(mine).repository == text

    @pytest.mark.parametrize(
        "text", ["app", "javascript:alert(1)", "file:///etc", "https://", "../app"]
    )
    def test_anything_else_is_refused(self, mine, text):
        with pytest.raises(BadInputError, match="A repository is"):
            mine.projects.set_field(MINE, REPOSITORY, text)

    @pytest.mark.parametrize("text", ["tomorrow", "2026-02-30", "28.11.2026"])
    def test_a_day_that_is_none_is_refused_with_an_example(self, mine, text):
        with pytest.raises(BadInputError, match="2026-11-28"):
            mine.projects.set_field(MINE, DUE, text)

    def test_nothing_is_finished_or_due_before_it_begins(self, mine):
        mine.projects.set_field(MINE, START, "2026-11-20")
        with pytest.raises(BadInputError, match="due before"):
            mine.projects.set_field(MINE, DUE, "2026-11-19")
        mine.learning.set_state(MINE, State.DONE)
        with pytest.raises(BadInputError, match="finished before"):
            mine.projects.set_field(MINE, DONE_ON, "2026-11-19")
        mine.projects.set_field(MINE, DONE_ON, "2026-11-20")
        assert work(mine).finish == date(2026, 11, 20)

    def test_only_what_is_done_has_a_day_of_finish(self, mine):
        with pytest.raises(BadInputError, match="Only what is done"):
            mine.projects.set_field(MINE, DONE_ON, "2026-11-19")
        mine.learning.set_state(MINE, State.DONE)
        with pytest.raises(BadInputError):
            mine.projects.set_field(MINE, DONE_ON, "")

    def test_the_same_value_again_stores_nothing(self, mine):
        mine.projects.set_field(MINE, BRIEF, "a")
        assert mine.projects.set_field(MINE, BRIEF, "a") is None

    def test_a_skill_that_is_not_there_is_refused(self, mine):
        with pytest.raises(NotFoundError, match="skill:nothing"):
            mine.projects.set_field(MINE, SKILLS, f"{GIT}\nskill:nothing")

    def test_archiving_keeps_the_count(self, mine):
        before = mine.journey().standing
        mine.projects.archive(MINE, archived=True)
        assert work(mine).archived
        assert mine.journey().standing == before
        mine.projects.archive(MINE, archived=False)
        assert not work(mine).archived

    def test_a_copy_has_the_plan_and_not_the_progress(self, desk):
        desk.projects.add_part(API_TESTS, "Write")
        desk.learning.set_state(API_FORM, State.DONE)
        desk.projects.duplicate(work(desk, API))
        copy = work(desk, "project:my-build-api")
        assert (copy.title, copy.brief) == ("Build api (copy)", "Something small.")
        assert (copy.stage, copy.skills) == ("basics", (GIT,))
        assert titles(copy.milestones) == ["The form", "The tests"]
        assert titles(copy.milestones[1].steps) == ["Write"]
        assert copy.milestones_done == 0
        assert examine(desk.reader) == []


class TestDue:
    def test_what_is_overdue_today_and_this_week_and_nothing_else(self, desk):
        for title, days in (("a", -1), ("b", 0), ("c", 6), ("d", 7)):
            due = (TODAY + timedelta(days=days)).isoformat()
            desk.projects.create(title, due=due)
        desk.projects.set_field(API_FORM, DUE, TODAY.isoformat())
        found = due_items(project_works(desk.reader, desk.journey()), TODAY)
        assert [(each.title, each.when) for each in found] == [
            ("a", When.OVERDUE),
            ("The form", When.TODAY),
            ("b", When.TODAY),
            ("c", When.WEEK),
        ]

    @pytest.mark.parametrize("state", [State.DONE, State.ASIDE])
    def test_what_is_done_or_set_aside_is_not_due(self, mine, state):
        mine.projects.set_field(MINE, DUE, TODAY.isoformat())
        mine.learning.set_state(MINE, state)
        assert due_items([work(mine)], TODAY) == ()

    def test_what_is_archived_is_not_due(self, mine):
        mine.projects.set_field(MINE, DUE, TODAY.isoformat())
        mine.projects.archive(MINE, archived=True)
        assert due_items([work(mine)], TODAY) == ()


class TestSentences:
    @pytest.mark.parametrize(
        ("act", "sentence"),
        [
            (lambda d: d.projects.set_field(MINE, TITLE, "B"), "Renamed to “B”"),
            (lambda d: d.projects.remove(MINE), "“Todo API” removed"),
            (
                lambda d: d.projects.add_part(MINE, "Draft"),
                "“Draft” added to “Todo API”",
            ),
            (
                lambda d: d.projects.set_field(MINE, DUE, "2026-12-01"),
                "“Todo API” is due on 2026-12-01",
            ),
            (
                lambda d: d.projects.archive(MINE, archived=True),
                "“Todo API” archived",
            ),
        ],
    )
    def test_each_edit_says_what_it_did(self, mine, act, sentence):
        assert described(act(mine).edit, mine.reader.title) == sentence

    def test_an_undone_creation_still_has_its_title(self, mine):
        log = mine.reader.log()
        mine.undo.undo()
        said = described(log[-1].edit, mine.reader.title)
        assert said == "Project “Todo API” made"


def test_all_projects_are_read_with_few_queries(desk):
    for number in range(40):
        subject = desk.projects.create(f"P {number}").edit.changes[0].subject
        desk.projects.add_part(subject, "One")
    journey = desk.journey()
    queries: list[str] = []
    desk.store.connection.set_trace_callback(queries.append)
    found = project_works(desk.reader, journey)
    desk.store.connection.set_trace_callback(None)
    assert len(found) == 41
    assert len(queries) <= 5
