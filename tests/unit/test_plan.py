"""What a learner wants to take up next."""

from __future__ import annotations

import pytest

from tests.builders import API, GIT, GIT_COMMIT, SQL, a_roadmap, a_skill, a_stage
from tests.conftest import NOON
from tracker.domain.edit import State
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.services.plan import Plan, on_plan, open_plan
from tracker.services.wording import described


@pytest.fixture
def plan(desk):
    return Plan(desk.store, desk.announced.append, lambda: NOON)


def listed(desk):
    return open_plan(desk.reader, desk.reader.progress())


def test_several_things_are_one_action(desk, plan):
    before = len(desk.announced)
    plan.add([GIT, SQL, API, GIT])
    assert set(listed(desk)) == {GIT, SQL, API}
    assert len(desk.announced) == before + 1
    desk.undo.undo()
    assert listed(desk) == []


def test_what_is_there_already_is_no_change(desk, plan):
    plan.add([GIT])
    assert plan.add([GIT]) is None
    assert [c.subject for c in plan.add([GIT, SQL]).edit.changes] == [SQL]
    plan.remove([SQL])
    assert plan.remove([SQL]) is None
    assert listed(desk) == [GIT]


def test_what_is_done_leaves_the_list_and_comes_back(desk, plan):
    plan.add([GIT, SQL])
    desk.learning.set_state(GIT, State.DONE)
    assert listed(desk) == [SQL]
    assert GIT in on_plan(desk.reader)
    desk.learning.set_state(GIT, State.TODO)
    assert set(listed(desk)) == {GIT, SQL}


@pytest.mark.parametrize(
    ("subject", "error"),
    [(GIT_COMMIT, BadInputError), ("skill:baking", NotFoundError)],
)
def test_what_cannot_be_planned_is_refused_and_nothing_is_stored(
    desk, plan, subject, error
):
    with pytest.raises(error):
        plan.add([GIT, subject])
    assert listed(desk) == []


def test_an_edit_of_the_plan_is_told_in_a_sentence(desk, plan):
    one = plan.add([GIT]).edit
    assert described(one, desk.reader.title) == "“Git” put on the plan"
    many = plan.add([SQL, API]).edit
    assert described(many, desk.reader.title) == "“Sql” and 1 more put on the plan"
    off = plan.remove([GIT]).edit
    assert described(off, desk.reader.title) == "“Git” taken off the plan"


def test_a_new_name_takes_its_place_on_the_plan_along(desk, plan):
    plan.add([GIT])
    newer = a_roadmap(
        a_stage("basics", a_skill("vcs", "commit", was=("git",))), version="2"
    )
    desk.roadmaps.add(newer, "2")
    assert listed(desk) == ["skill:vcs"]
    plan.remove(["skill:vcs"])
    assert listed(desk) == []


def test_what_stands_on_no_roadmap_is_kept_but_not_listed(desk, plan):
    plan.add([GIT, SQL])
    desk.roadmaps.add(a_roadmap(a_stage("basics", a_skill("sql"))), "2")
    assert listed(desk) == [SQL]
    desk.roadmaps.add(a_roadmap(), "3")
    assert set(listed(desk)) == {GIT, SQL}


@pytest.mark.parametrize("state", [State.DONE, State.ASIDE])
def test_what_the_plan_would_not_show_is_not_put_on_it(desk, plan, state):
    desk.learning.set_state(GIT, state)
    with pytest.raises(BadInputError, match="“Git” is done, set aside or archived"):
        plan.add([GIT])
    assert [c.subject for c in plan.add([GIT, SQL]).edit.changes] == [SQL]
    assert on_plan(desk.reader).keys() == {SQL}
