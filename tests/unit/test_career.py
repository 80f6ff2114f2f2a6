"""Where a learner stands on the ladder, how much of a role they have, and a target."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import API, GIT, SQL
from tests.conftest import NOON
from tracker.domain.career import (
    READY,
    TARGET_SUBJECT,
    Target,
    asked_on_lane,
    new_in,
    ready_for,
    stands_on,
    target_from,
)
from tracker.domain.edit import (
    TARGET_DAY,
    TARGET_LEVEL,
    TARGET_PAY,
    TARGET_PLACE,
    State,
)
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ladder import Ladder, Level, Requirement, Role
from tracker.domain.outline import GroupOutline, LaneOutline
from tracker.services.career import CareerBook, Stands, by_fit
from tracker.services.career_words import standing_text, status_text
from tracker.services.evidence import read_evidence
from tracker.services.plan import Plan, open_plan
from tracker.services.targets import LONGEST, Targets, read_target
from tracker.services.wording import described
from tracker.services.wording_scores import hundredths as say_hundredths


@pytest.mark.parametrize(
    ("percents", "ready", "here"),
    [
        ([0, 0, 0], -1, 0),
        ([79, 100, 100], -1, 0),  # a level above one that is not met does not count
        ([80, 79, 100], 0, 1),
        ([100, 80, 30], 1, 2),
        ([100, 100, 100], 2, 2),
        ([], -1, 0),
    ],
)
def test_the_level_is_the_highest_without_a_gap_below(percents, ready, here):
    assert (ready_for(percents), stands_on(percents)) == (ready, here)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=6), st.data())
def test_more_of_a_level_never_makes_one_stand_lower(percents, data):
    at = data.draw(st.integers(0, len(percents) - 1))
    better = list(percents)
    better[at] = data.draw(st.integers(percents[at], 100))
    assert ready_for(better) >= ready_for(percents)
    assert all(p >= READY for p in percents[: ready_for(percents) + 1])


def test_new_is_what_shares_no_skill_with_the_level_below():
    lower = [Requirement(any=("python", "java")), Requirement(any=("git",))]
    higher = [
        Requirement(any=("java", "go")),
        Requirement(any=("queues",), weight=1),
        Requirement(any=("docker",), weight=3),
    ]
    assert [each.any for each in new_in(higher, lower)] == [("docker",), ("queues",)]


def test_where_two_of_a_group_are_enough_the_best_two_count():
    group = GroupOutline(2, dict.fromkeys(["a", "b", "c"], 1.0))
    lane = LaneOutline(
        title="Lane", skills={"x": 1.0}, projects={"p": 1.0}, groups=(group,)
    )
    credit = {"b": 30, "c": 80}
    asked = list(asked_on_lane(lane, credit))
    assert asked == [(("x",), 1), (("c", "a"), 1), (("b",), 1)]
    best = [max(credit.get(s, 0) for s in skills) for skills, _ in asked]
    assert best == [0, 80, 30]


@given(
    st.lists(st.sampled_from([0, 30, 80, 90, 100]), min_size=1, max_size=7),
    st.integers(1, 7),
)
def test_the_points_of_a_group_are_those_of_its_best_skills(credit, least):
    least = min(least, len(credit))
    skills = {f"s{n}": 1.0 for n in range(len(credit))}
    by_skill = dict(zip(skills, credit, strict=True))
    lane = LaneOutline(
        title="", skills={}, projects={}, groups=(GroupOutline(least, skills),)
    )
    points = sum(
        max(by_skill[s] for s in any_) * weight
        for any_, weight in asked_on_lane(lane, by_skill)
    )
    assert points == sum(sorted(credit, reverse=True)[:least])


LEVELS = (
    ("junior", (Requirement(any=("git",), weight=3),)),
    ("mid", (Requirement(any=("sql", "git")), Requirement(any=("sql",), weight=3))),
)


def a_level(slug, required):
    nothing = dict.fromkeys(("years", "pay", "responsibilities", "day_to_day"), ())
    return Level(
        slug=slug,
        title=slug.title(),
        summary="",
        focus=(),
        required=required,
        master=required,
        **nothing,
    )


LADDER = Ladder(
    levels=tuple(a_level(*each) for each in LEVELS),
    roles=(
        Role(
            slug="baker",
            title="Baker",
            kind="related",
            summary="",
            said=(),
            skills=(Requirement(any=("sql",)), Requirement(any=("ovens",))),
        ),
    ),
)


@pytest.fixture
def ladder(desk):
    """Return a desk whose ladder has two levels and a role."""
    with desk.store.begin() as work:
        work.put_ladder(LADDER, {"git": ("Git",), "sql": ("SQL",)})
    return desk


def view_of(desk):
    journey = desk.journey()
    book = CareerBook(desk.reader, journey)
    return book, book.view(read_evidence(desk.reader, journey.progress))


def percents(view):
    return [rung.readiness.percent for rung in view.rungs]


def test_a_tick_moves_levels_and_roles(ladder):
    _, view = view_of(ladder)
    assert percents(view) == [0, 0]
    assert standing_text(view) == "On the way to Junior"
    ladder.learning.set_state(GIT, State.DONE)
    _, view = view_of(ladder)
    assert percents(view) == [80, 20]  # 0.8 of weight 3; 0.8 of 1 in 4
    assert (view.ready, view.here) == (0, 1)
    assert standing_text(view) == "Ready for Junior, on the way to Mid-level"
    assert status_text(view) == "You meet 80% of Junior and 20% of Mid-level"
    ladder.learning.set_state(SQL, State.LEARNING)
    _, view = view_of(ladder)
    assert percents(view) == [80, (80 + 90) // 4]
    assert view.roles[0].readiness.percent == 15


def test_a_role_says_where_its_skills_stand_and_names_what_is_unknown(ladder):
    book, view = view_of(ladder)
    baker = view.role("role:baker")
    assert [baker.stands[s] for s in ("sql", "ovens")] == [
        Stands.ROAD,
        Stands.ELSEWHERE,
    ]
    assert baker.terms_on(Stands.ELSEWHERE) == 1
    assert book.name(baker.readiness.terms[1].asked) == "ovens"
    assert by_fit(view.roles)[0] is baker


def test_what_goes_on_the_plan_is_what_is_missing_and_not_there_yet(ladder):
    plan = Plan(ladder.store, ladder.announced.append, lambda: NOON)
    _, view = view_of(ladder)
    mid = view.rung("mid").readiness.terms
    assert view.to_plan(mid) == [SQL]
    plan.add([SQL])
    _, view = view_of(ladder)
    assert view.to_plan(mid) == []
    assert view.plan == (SQL,)


def test_what_is_set_aside_is_not_planned_and_another_of_several_is_meant(ladder):
    plan = Plan(ladder.store, ladder.announced.append, lambda: NOON)
    ladder.learning.set_state(SQL, State.ASIDE)
    _, view = view_of(ladder)
    terms = view.rung("mid").readiness.terms
    alone, several = sorted(terms, key=lambda term: len(term.asked.any))
    assert view.meant(several) == GIT
    assert view.to_plan([several, alone]) == [GIT]
    ladder.learning.set_state(SQL, State.TODO)
    plan.add([SQL])
    ladder.learning.set_state(SQL, State.ASIDE)
    _, view = view_of(ladder)
    assert not view.on_plan(several), "what is set aside has left the plan"
    assert view.to_plan([several]) == [GIT]


def test_an_item_keeps_its_hours_and_a_project_its_title(ladder):
    book, _ = view_of(ladder)
    assert book.title(API) == ladder.reader.title(API)
    assert book.hours(GIT) > 0
    assert book.hours("skill:unheard-of") == 0


@pytest.mark.parametrize(
    ("hundredths", "text"), [(0, "0"), (300, "3"), (240, "2.4"), (2325, "23.25")]
)
def test_points_have_as_many_decimals_as_they_need(hundredths, text):
    assert say_hundredths(hundredths) == text


class TestTarget:
    @pytest.fixture
    def targets(self, ladder):
        return Targets(ladder.store, ladder.announced.append, lambda: NOON)

    def test_is_one_action_and_can_be_undone(self, ladder, targets):
        stored = targets.set_fields(
            {
                TARGET_LEVEL: "mid",
                TARGET_DAY: "1 June 2027",
                TARGET_PLACE: " Berlin  ",
                TARGET_PAY: "€55K",
            }
        )
        assert read_target(ladder.reader) == Target(
            level="mid", day=date(2027, 6, 1), place="Berlin", pay="€55K"
        )
        assert described(stored.edit, ladder.reader.title) == "Your target changed"
        ladder.undo.undo()
        assert not read_target(ladder.reader)

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("in 3 months", date(2027, 2, 21)),
            ("In a year", date(2027, 11, 21)),
            ("+18m", date(2028, 5, 21)),
            ("in 2 weeks", date(2026, 12, 5)),
        ],
    )
    def test_a_day_may_be_so_many_months_ahead(self, ladder, targets, text, day):
        targets.set_fields({TARGET_DAY: text})
        assert read_target(ladder.reader).day == day

    def test_a_month_without_such_a_day_means_its_last(self, ladder):
        last = NOON.replace(month=8, day=31)
        targets = Targets(ladder.store, ladder.announced.append, lambda: last)
        targets.set_fields({TARGET_DAY: "in 6 months"})
        assert read_target(ladder.reader).day == date(2027, 2, 28)

    @pytest.mark.parametrize("name", ["Junior", "JUNIOR", "junior"])
    def test_a_level_may_be_named_by_its_title(self, ladder, targets, name):
        targets.set_fields({TARGET_LEVEL: name})
        assert read_target(ladder.reader).level == "junior"

    def test_what_is_there_already_is_no_change(self, targets):
        targets.set_fields({TARGET_PLACE: "Berlin"})
        assert targets.set_fields({TARGET_PLACE: "Berlin"}) is None

    def test_an_empty_text_takes_one_part_away(self, ladder, targets):
        targets.set_fields({TARGET_LEVEL: "mid", TARGET_PAY: "€55K"})
        targets.set_fields({TARGET_PAY: "  "})
        assert read_target(ladder.reader) == Target(level="mid")
        targets.clear()
        assert read_target(ladder.reader) == Target()

    @pytest.mark.parametrize(
        ("fields", "error", "words"),
        [
            ({TARGET_LEVEL: "mitt"}, NotFoundError, "Its levels are junior, mid."),
            ({TARGET_DAY: "someday"}, BadInputError, "2027-06-01"),
            ({TARGET_DAY: "in ٣ months"}, BadInputError, "2027-06-01"),
            ({TARGET_PAY: "x" * (LONGEST + 1)}, BadInputError, str(LONGEST)),
        ],
    )
    def test_what_is_refused_says_why_and_stores_nothing(
        self, ladder, targets, fields, error, words
    ):
        with pytest.raises(error, match=words):
            targets.set_fields({TARGET_PLACE: "Berlin", **fields})
        assert not read_target(ladder.reader)

    def test_an_unreadable_day_is_none(self):
        assert target_from({TARGET_DAY: "soon", TARGET_PAY: "1"}) == Target(pay="1")

    def test_the_doctor_and_the_log_agree(self, ladder, targets):
        targets.set_fields({TARGET_PLACE: "Berlin"})
        assert ladder.reader.all_values(TARGET_PLACE) == {TARGET_SUBJECT: "Berlin"}


def test_the_plan_of_what_is_done_is_empty(ladder):
    Plan(ladder.store, ladder.announced.append, lambda: NOON).add([GIT])
    ladder.learning.set_state(GIT, State.DONE)
    assert open_plan(ladder.reader, ladder.reader.progress()) == []
