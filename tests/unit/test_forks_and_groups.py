"""Alternatives and lanes: what counts, what is next, that nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_project, a_roadmap, a_skill, a_stage
from tracker.db.outlines import outline_json, read_outline
from tracker.domain.edit import State
from tracker.domain.errors import BadInputError, ConflictError, NotFoundError
from tracker.domain.next_steps import alternatives, next_step
from tracker.domain.progress import Progress
from tracker.domain.roadmap import Fork, Group, Lane
from tracker.domain.skill import Hours
from tracker.domain.standing import count_stage
from tracker.services.doctor import examine
from tracker.services.wording import described

DONE, LEARNING, ASIDE = State.DONE, State.LEARNING, State.ASIDE


def skills(*slugs, hours=(2, 4)):
    return tuple(a_skill(slug, "do-it", hours=Hours(*hours)) for slug in slugs)


def group(*slugs, least=0, title="Group"):
    return Group(title=title, skills=skills(*slugs), least=least)


def a_fork(slug="lane", **lanes):
    """Return a fork: for each lane, the slugs of its skills."""
    return Fork(
        slug=slug,
        title="Which way?",
        lanes=tuple(
            Lane(
                slug=name,
                title=name.title(),
                summary=f"All about {name}.",
                groups=(group(*slugs),),
                projects=(a_project(f"build-{name}", "form", skills=()),),
            )
            for name, slugs in lanes.items()
        ),
    )


def stage(*groups, fork=None):
    return a_stage("basics", groups=groups, fork=fork)


def counted(a_stage, **states):
    outline = read_outline(a_stage.slug, outline_json(a_stage))
    lane = states.pop("lane", None)
    lanes = {"fork:lane": lane} if lane else {}
    progress = Progress({f"skill:{k}": v for k, v in states.items()}, lanes=lanes)
    return count_stage(outline, progress)


class TestAlternatives:
    """A group in which fewer than all are asked for."""

    LANGUAGES = stage(group("python", "java", "rust", least=1))

    def test_one_of_three_counts_as_one(self):
        assert counted(self.LANGUAGES).skills == 1

    def test_the_one_that_is_done_finishes_the_group(self):
        count = counted(self.LANGUAGES, java=DONE)
        assert (count.skills_done, count.skills, count.hours_left) == (1, 1, 0)
        assert count.finished

    def test_a_second_one_counts_too_and_takes_nothing_away(self):
        count = counted(self.LANGUAGES, java=DONE, rust=DONE)
        assert (count.skills_done, count.skills, count.percent) == (2, 2, 100)

    def test_to_begin_a_second_one_unfinishes_nothing(self):
        assert counted(self.LANGUAGES, java=DONE, rust=LEARNING).finished

    def test_hours_are_those_of_what_is_being_learnt(self):
        dear = a_skill("cpp", "do-it", hours=Hours(90, 110))
        languages = stage(Group(title="L", skills=(*skills("go"), dear), least=1))
        assert counted(languages, cpp=LEARNING).hours_left == 100
        assert counted(languages, go=LEARNING).hours_left == 3
        assert counted(languages).hours_left == (100 + 3) / 2

    def test_all_set_aside_leaves_nothing_to_do(self):
        count = counted(self.LANGUAGES, python=ASIDE, java=ASIDE, rust=ASIDE)
        assert (count.skills, count.hours_left) == (0, 0)

    def test_at_least_two_of_three(self):
        three = stage(group("a", "b", "c", least=2))
        assert counted(three, a=DONE).percent == 50
        assert counted(three, a=DONE, b=ASIDE, c=ASIDE).percent == 100
        assert counted(three, a=DONE, c=DONE).finished

    @given(
        st.lists(st.sampled_from(State), min_size=5, max_size=5),
        st.integers(min_value=0, max_value=5),
    )
    def test_checking_off_one_more_lowers_no_percentage(self, states, least):
        slugs = "abcde"
        a = stage(group(*slugs, least=least))
        before = dict(zip(slugs, states, strict=True))
        for slug in slugs:
            if before[slug] in {State.TODO, LEARNING}:
                after = counted(a, **before | {slug: DONE})
                assert after.percent >= counted(a, **before).percent
                assert after.hours_left <= counted(a, **before).hours_left


class TestNext:
    def test_enough_alternatives_are_not_asked_for_again(self):
        both = stage(group("python", "java", least=1), group("git"))
        step = next_step(both, Progress({"skill:java": "done"}))
        assert step is not None
        assert step.slug == "git"

    def test_an_alternative_names_its_group(self):
        choice = stage(group("python", "java", least=1, title="Language"), group("git"))
        python, _, git = choice.skills
        assert alternatives(python, choice) == "Language"
        assert alternatives(git, choice) is None


FORK = a_fork(wide=("both", "api"), deep=("both", "sql", "tuning"))
FORKED = stage(group("git"), fork=FORK)


class TestLanes:
    def test_the_first_lane_counts_until_one_is_chosen(self):
        assert counted(FORKED).total == counted(FORKED, lane="wide").total == 4

    def test_the_chosen_lane_counts_alone(self):
        count = counted(FORKED, lane="deep", api=DONE, sql=DONE)
        assert (count.skills_done, count.skills, count.projects) == (1, 4, 1)

    def test_a_lane_that_vanished_falls_back_to_the_first(self):
        assert counted(FORKED, lane="gone").total == 4

    def test_every_skill_stands_in_the_stage_once(self):
        slugs = [skill.slug for skill in FORKED.skills]
        assert slugs == ["git", "both", "api", "sql", "tuning"]

    def test_what_is_walked_is_the_stage_with_one_lane(self):
        walked = FORKED.walked("deep")
        assert [s.slug for s in walked.skills] == ["git", "both", "sql", "tuning"]
        assert [p.slug for p in walked.projects] == ["build-deep"]
        assert walked.fork is None
        assert not walked.has("api")
        assert FORKED.has("api")


@pytest.fixture
def forked(desk):
    """Return the services on a road that divides in its only stage."""
    desk.roadmaps.add(a_roadmap(FORKED, slug="forked"), "1")
    desk.roadmaps.choose("forked")
    return desk


def test_to_need_a_skill_of_another_lane_holds_nothing_back(desk):
    first = a_skill("first", needs=("sql",))
    road = a_roadmap(FORKED, a_stage("later", first, a_skill("second")), slug="needy")
    desk.roadmaps.add(road, "1")
    desk.roadmaps.choose("needy")
    assert desk.journey().next(1).slug == "first", "sql stands on the lane not walked"
    desk.learning.choose_lane("lane", "deep")
    assert desk.journey().next(1).slug == "second", "sql is still to do"
    desk.learning.set_state("skill:sql", DONE)
    assert desk.journey().next(1).slug == "first"


def test_to_need_an_alternative_that_nobody_asks_for_holds_nothing_back(desk):
    pair = group("sql", "files", least=1)
    needy = Group(title="N", skills=(a_skill("cache", needs=("sql",)), a_skill("web")))
    desk.roadmaps.add(a_roadmap(stage(pair, needy), slug="either"), "1")
    desk.roadmaps.choose("either")
    desk.learning.set_state("skill:files", DONE)
    assert desk.journey().next(0).slug == "cache"


def test_a_second_alternative_that_is_begun_is_not_asked_for():
    both = stage(group("python", "java", least=1))
    states = {"skill:java": "done", "skill:python": "learning"}
    assert next_step(both, Progress(states)) is None


def test_at_least_as_many_as_there_are_is_all_of_them(desk):
    assert not alternatives(a_skill("git"), stage(group("git", "sql")))


class TestChoosing:
    def test_what_is_common_comes_before_the_choice(self, forked):
        assert forked.journey().next(0).slug == "git"
        forked.learning.set_state("skill:git", DONE)
        assert isinstance(forked.journey().next(0), Fork)
        forked.learning.choose_lane("lane", "deep")
        assert forked.journey().next(0).slug == "both"

    def test_a_choice_is_one_edit_and_can_be_undone(self, forked):
        stored = forked.learning.choose_lane("lane", "deep")
        title = forked.reader.title
        assert described(stored.edit, title) == "“Deep” chosen"
        assert forked.journey().lane(0) == "deep"
        assert forked.journey().has_chosen(0)
        forked.undo.undo()
        assert not forked.journey().has_chosen(0)
        assert forked.journey().lane(0) == "wide"
        forked.undo.redo()
        assert forked.journey().lane(0) == "deep"
        assert examine(forked.reader) == []

    def test_to_change_ones_mind_loses_nothing(self, forked):
        forked.learning.choose_lane("lane", "deep")
        forked.learning.set_state("skill:sql", DONE)
        forked.learning.choose_lane("lane", "wide")
        assert forked.journey().standing.stages[0].skills_done == 0
        assert forked.state("skill:sql") == "done"
        forked.learning.choose_lane("lane", "deep")
        assert forked.journey().standing.stages[0].skills_done == 1

    def test_the_same_choice_again_stores_nothing(self, forked):
        forked.learning.choose_lane("lane", "deep")
        assert forked.learning.choose_lane("lane", "deep") is None

    @pytest.mark.parametrize(("fork", "lane"), [("lane", "up"), ("other", "deep")])
    def test_a_lane_that_is_not_there_is_refused(self, forked, fork, lane):
        with pytest.raises(NotFoundError, match=lane):
            forked.learning.choose_lane(fork, lane)

    def test_a_lane_is_not_checked_off(self, forked):
        with pytest.raises(BadInputError, match="chosen at its stage"):
            forked.learning.set_state("lane:lane/deep", DONE)

    def test_a_journey_that_is_open_takes_the_choice_in(self, forked):
        journey = forked.journey()
        stored = forked.learning.choose_lane("lane", "deep")
        assert journey.apply(stored) == frozenset({0})
        assert journey.standing.stages[0].skills == 4
        assert journey.walked(0).has("tuning")

    def test_another_roadmap_with_the_same_fork_shares_the_choice(self, forked):
        forked.learning.choose_lane("lane", "deep")
        other = a_roadmap(a_stage("first", a_skill("web")), FORKED, slug="second")
        forked.roadmaps.add(other, "1")
        forked.roadmaps.choose("second")
        assert forked.journey().lane(1) == "deep"

    def test_a_stage_that_is_only_a_fork_is_not_finished_by_itself(self, desk):
        desk.roadmaps.add(a_roadmap(stage(fork=FORK), slug="bare"), "1")
        desk.roadmaps.choose("bare")
        journey = desk.journey()
        assert not journey.standing.stages[0].finished
        assert isinstance(journey.next(0), Fork)


class TestRenaming:
    """A newer version of a roadmap may rename a fork and its lanes."""

    def newer(self, desk, **changed):
        renamed = Lane(
            slug="deeper",
            title="Deeper",
            summary="Further down.",
            groups=FORK.lanes[1].groups,
            was=("deep",),
        )
        fork = replace(FORK, lanes=(FORK.lanes[0], renamed), **changed)
        road = a_roadmap(stage(group("git"), fork=fork), slug="forked", version="2")
        desk.roadmaps.add(road, "2")

    def test_the_choice_moves_to_the_new_name(self, forked):
        forked.learning.choose_lane("lane", "deep")
        self.newer(forked)
        assert forked.journey().lane(0) == "deeper"
        assert forked.journey().has_chosen(0)

    def test_the_choice_moves_to_a_fork_of_another_name(self, forked):
        forked.learning.choose_lane("lane", "deep")
        self.newer(forked, slug="way", was=("lane",))
        assert forked.journey().lane(0) == "deeper"
        assert examine(forked.reader) == []

    def test_a_lane_that_kept_its_name_stays_chosen(self, forked):
        forked.learning.choose_lane("lane", "wide")
        self.newer(forked)
        assert forked.journey().lane(0) == "wide"

    def test_a_fork_of_that_name_with_other_lanes_is_refused(self, forked):
        other = a_fork(up=("sql",), down=("api",))
        road = a_roadmap(stage(fork=other), slug="mine")
        with pytest.raises(ConflictError, match="other lanes"):
            forked.roadmaps.add(road, "1")
        assert "mine" not in [head.slug for head in forked.reader.roadmaps()]
