"""Values and rules that need no file: edits, standings, texts, names, forecasts."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.builders import a_project, a_roadmap, a_skill, a_stage, an_outcome
from tests.conftest import NOON
from tracker.domain.edit import Change, Edit, State, StoredEdit
from tracker.domain.errors import Problem, UnreadableFileError
from tracker.domain.forecast import HOURS_A_WEEK, TimeLeft, time_left
from tracker.domain.ids import (
    edit_id,
    kind_of,
    milestone_subject,
    outcome_subject,
    parent_of,
    project_subject,
    skill_subject,
    slug_of,
    stage_subject,
)
from tracker.domain.next_steps import helped_by, next_step
from tracker.domain.outline import Outline, StageOutline
from tracker.domain.progress import Progress
from tracker.domain.standing import stand, stand_again
from tracker.domain.subjects import items, renames
from tracker.domain.texts import cleaned, nearest
from tracker.services.stamps import stamp
from tracker.services.wording import described, state_name, time_left_text

LEARNING, DONE, ASIDE = State.LEARNING, State.DONE, State.ASIDE
SLUGS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(
    lambda slug: len(slug) <= 60
)
VALUES = st.none() | st.text(max_size=5)
CHANGES = st.builds(
    Change,
    st.sampled_from(["skill:a", "skill:b", "project:c"]),
    st.sampled_from(["state", "done_on", "note"]),
    VALUES,
    VALUES,
)
EDITS = st.builds(Edit, st.text(max_size=5), st.lists(CHANGES).map(tuple))


class TestEdit:
    @given(EDITS)
    def test_inverted_twice_is_the_same(self, edit):
        assert edit.inverted().inverted() == edit

    @given(EDITS)
    def test_inverted_swaps_and_turns_round(self, edit):
        back = edit.inverted().changes
        assert [(c.after, c.before) for c in back] == [
            (c.before, c.after) for c in reversed(edit.changes)
        ]
        assert edit.inverted().subjects == edit.subjects

    def test_one_that_changes_nothing_is_false(self):
        assert not Edit("done")
        assert Edit("done", (Change("skill:a", "state", None, "done"),))


SUBJECTS = ["skill:a", "skill:b", "skill:c", "project:p", "project:q"]
OUTLINE = Outline(
    slug="r",
    title="R",
    summary="",
    version="1",
    stages=tuple(
        StageOutline(
            slug=str(n),
            title="",
            summary="",
            icon="",
            level="",
            skills=dict.fromkeys(skills, 1.5),
            projects=dict.fromkeys(projects, 4.0),
        )
        for n, (skills, projects) in enumerate(
            [(("skill:a", "skill:b"), ("project:p",)), (("skill:c",), ("project:q",))]
        )
    ),
)
STATES = st.dictionaries(st.sampled_from(SUBJECTS), st.sampled_from(State))


def an_edit(subject, state):
    change = Change(subject, "state", None, None if state == State.TODO else state)
    day = NOON.date()
    return StoredEdit("1", Edit("x", (change,)), 1, "d", "l", NOON, day, 0)


class TestStanding:
    @given(
        STATES, st.lists(st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(State)))
    )
    def test_recounting_what_an_edit_touches_is_counting_everything(self, states, acts):
        progress = Progress(states)
        standing = stand(OUTLINE, progress)
        for subject, state in acts:
            progress.apply(an_edit(subject, state))
            standing = stand_again(standing, OUTLINE, progress, {subject, "skill:x"})
            assert standing == stand(OUTLINE, progress)

    @given(STATES, st.sampled_from(SUBJECTS))
    def test_completing_something_never_lowers_a_percentage(self, states, subject):
        before = stand(OUTLINE, Progress(states))
        after = stand(OUTLINE, Progress(states | {subject: "done"}))
        assert 0 <= before.percent <= after.percent <= 100
        assert after.hours_left <= before.hours_left

    @given(STATES)
    def test_the_states_of_stages_fit_the_place_of_the_learner(self, states):
        standing = stand(OUTLINE, Progress(states))
        names = [standing.state_of(n) for n in range(2)]
        finished = all(stage.finished for stage in standing.stages)
        assert names.count("here") == (0 if finished else 1)
        if not finished:
            assert names[standing.here] == "here"
            assert not {"here", "ahead"} & set(names[: standing.here])

    def test_a_percentage_is_whole_and_rounded_down(self):
        skills = {f"skill:{n}": 1.0 for n in range(1000)}
        stage = StageOutline(
            slug="s",
            title="",
            summary="",
            icon="",
            level="",
            skills=skills,
            projects={},
        )
        outline = Outline(slug="r", title="", summary="", version="", stages=(stage,))
        nearly = dict.fromkeys(list(skills)[1:], "done")
        assert stand(outline, Progress(nearly)).percent == 99
        assert not stand(outline, Progress(nearly)).arrived

    def test_a_road_all_set_aside_has_not_arrived_anywhere(self):
        standing = stand(OUTLINE, Progress(dict.fromkeys(SUBJECTS, "aside")))
        assert (standing.percent, standing.arrived, standing.goal) == (0, False, None)
        assert standing.hours_left == 0
        assert [standing.state_of(n) for n in range(2)] == ["aside", "aside"]

    @pytest.mark.parametrize("state", ["", "finished", "DONE", "done ", "\ufffd"])
    def test_a_state_nobody_knows_counts_as_to_do(self, state):
        progress = Progress({"skill:a": state, "skill:b": "done"})
        assert progress.state("skill:a") is State.TODO
        assert progress.states == {"skill:b": "done"}
        progress.apply(an_edit("skill:b", state))
        assert stand(OUTLINE, progress).percent == 0


class TestCleaned:
    @given(st.text())
    def test_once_is_enough(self, text):
        assert cleaned(cleaned(text)) == cleaned(text)

    @given(st.text())
    def test_every_file_can_hold_what_is_left(self, text):
        text = cleaned(text)
        assert text.encode().decode() == text
        assert unicodedata.is_normalized("NFC", text)
        assert not set(text) & set("\0\r\x1b\u202e\u2066\ufeff\u200b")

    @pytest.mark.parametrize(
        "text", ["a\n\tb", "“q” – ü", "👩‍💻", "می‌خواهم", "✓ 職業", "{x} %s <b>&amp;"]
    )
    def test_what_people_type_stays(self, text):
        assert cleaned(text) == text

    def test_line_ends_become_one(self):
        assert cleaned("a\r\nb\rc\nd") == "a\nb\nc\nd"

    def test_letters_that_come_together_are_composed(self):
        assert cleaned("e\u200b\u0301") == "é"


class TestNames:
    @given(SLUGS, SLUGS)
    def test_a_part_knows_its_whole(self, whole, part):
        assert parent_of(outcome_subject(whole, part)) == skill_subject(whole)
        assert parent_of(milestone_subject(whole, part)) == project_subject(whole)
        assert parent_of(skill_subject(whole)) is None
        assert parent_of(stage_subject(whole, part)) is None
        subject = outcome_subject(whole, part)
        assert (kind_of(subject), slug_of(subject)) == ("outcome", f"{whole}/{part}")

    @given(
        st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1)),  # noqa: DTZ001
        st.binary(min_size=10, max_size=10),
    )
    def test_an_edit_id_is_a_uuid_of_version_7(self, at, randomness):
        at = at.replace(tzinfo=UTC)
        made = UUID(edit_id(at, randomness))
        assert (made.version, made.variant) == (7, "specified in RFC 4122")
        later = edit_id(at + timedelta(milliseconds=2), bytes(10))
        assert str(made) < later

    @pytest.mark.parametrize("year", [1, 1902, 1969, 9998])
    def test_a_wrong_clock_still_gives_an_id(self, year):
        assert len(edit_id(datetime(year, 1, 2, tzinfo=UTC), b"x" * 10)) == 36

    def test_two_edits_of_one_moment_have_two_ids(self):
        assert stamp(NOON).id != stamp(NOON).id

    def test_a_stamp_has_the_learners_own_day(self):
        night = NOON.replace(hour=2)
        made = stamp(night)
        assert (made.local_date, made.utc_offset) == (night.date(), 330)
        assert made.at == night.replace(microsecond=123_000)
        assert made.at.date() != made.local_date


class TestSubjects:
    def test_everything_stands_there_once_with_its_stage_and_title(self):
        listed = list(items(a_roadmap()))
        assert len({item.subject for item in listed}) == len(listed) == 12
        assert next(item for item in listed if item.stage == 1) == (
            "stage:road/later",
            1,
            "Later",
        )

    def test_nothing_without_an_earlier_name_was_renamed(self):
        assert list(renames(a_roadmap())) == []

    def test_an_outcome_is_found_under_every_name_it_ever_had(self):
        skill = a_skill(
            "c", outcomes=(an_outcome("z", was=("x", "y")),), was=("a", "b")
        )
        found = {old for old, new in renames(a_roadmap(a_stage("s", skill)))}
        assert found == {"skill:a", "skill:b"} | {
            f"outcome:{s}/{o}" for s in "abc" for o in "xyz"
        } - {"outcome:c/z"}


class TestNextStep:
    STAGE = a_stage(
        "s",
        a_skill("a", needs=("b",)),
        a_skill("b"),
        a_skill("c"),
        projects=(a_project("p"), a_project("q")),
    )

    @pytest.mark.parametrize(
        ("states", "expected"),
        [
            ({}, "b"),
            ({"skill:c": "learning"}, "c"),
            ({"skill:b": "done"}, "a"),
            ({"skill:b": "aside"}, "c"),
            ({"skill:b": "aside", "skill:c": "done"}, "a"),
            ({f"skill:{s}": "done" for s in "abc"}, "p"),
            ({f"skill:{s}": "aside" for s in "abc"} | {"project:p": "done"}, "q"),
        ],
    )
    def test_follows_the_rule(self, states, expected):
        assert next_step(self.STAGE, Progress(states)).slug == expected

    def test_there_is_none_when_nothing_is_left(self):
        done = dict.fromkeys(["project:p", "project:q"], "done")
        skills = {f"skill:{s}": "aside" for s in "abc"}
        assert next_step(self.STAGE, Progress(done | skills)) is None

    def test_names_what_a_skill_helps_with(self):
        assert helped_by(a_skill("b"), self.STAGE) == "A"
        assert helped_by(a_skill("git"), self.STAGE) == "Build p"
        assert helped_by(a_skill("c"), self.STAGE) is None


class TestForecast:
    @given(
        st.floats(0.5, 1e6),
        st.sampled_from(HOURS_A_WEEK),
        st.sampled_from(HOURS_A_WEEK),
    )
    def test_more_hours_a_week_never_take_longer(self, hours, a, b):
        assume(a <= b)
        days = {"weeks": 7, "months": 30.4375, "years": 365.25}
        slow, quick = time_left(hours, a), time_left(hours, b)
        assert quick.amount >= 1
        rough = {unit: n * 1.2 for unit, n in days.items()}
        assert quick.amount * days[quick.unit] <= slow.amount * rough[slow.unit] + 365

    @pytest.mark.parametrize(
        ("hours", "weekly", "expected"),
        [
            (0, 8, None),
            (-0.5, 8, None),
            (0.5, 80, TimeLeft(1, "weeks")),
            (72, 8, TimeLeft(9, "weeks")),
            (73, 8, TimeLeft(3, "months")),
            (2134, 8, TimeLeft(5, "years")),
            (840, 8, TimeLeft(2, "years")),
        ],
    )
    def test_is_rounded_up_to_a_unit_people_plan_in(self, hours, weekly, expected):
        assert time_left(hours, weekly) == expected


class TestWords:
    def test_a_sentence_names_what_was_asked_for(self):
        part = Change("outcome:git/x", "state", None, "done")
        whole = Change("skill:git", "state", None, "learning")
        day = Change("outcome:git/x", "done_on", None, "2026-01-01")
        titles = {"outcome:git/x": "I can {x} %s"}.get
        assert described(Edit("done", (part, day)), titles) == "“I can {x} %s” done"
        begun = described(Edit("done", (part, whole, day)), titles)
        assert begun == "“I can {x} %s” done"
        finished = Change("skill:git", "state", "learning", "done")
        assert "and 1 more" in described(Edit("done", (part, finished, day)), titles)
        assert described(Edit("note", (whole,)), titles) == "Note on “git”"
        assert described(Edit("of tomorrow", (whole,)), titles) == "Change of “git”"

    def test_an_edit_without_its_changes_is_still_told(self):
        assert described(Edit("done"), str)

    @pytest.mark.parametrize("state", State)
    def test_every_state_has_a_name_for_every_kind(self, state):
        assert state_name(state, "project")
        assert state_name(state, "skill")

    def test_times_to_go_are_in_words(self):
        told = [
            time_left_text(TimeLeft(n, u)) for u in ("weeks", "years") for n in (1, 2)
        ]
        assert told == [
            "about 1 week",
            "about 2 weeks",
            "about 1 year",
            "about 2 years",
        ]


def test_the_nearest_word_is_found_or_none():
    assert nearest("gti", ["sql", "git", "api"]) == "git"
    assert nearest("zzz", ["sql", "git"]) is None
    assert nearest("", []) is None


def test_problems_of_a_file_are_told_in_the_order_of_their_lines():
    late = Problem("f.yaml", 10, 1, "a", "x", "y")
    early = Problem("f.yaml", 9, 3, "", "v", "w")
    whole = Problem("f.yaml", 0, 0, "", "nothing", "a file")
    error = UnreadableFileError([late, early, whole])
    assert str(error).splitlines() == [
        "f.yaml: found nothing; expected a file",
        "f.yaml:9:3: found v; expected w",
        "f.yaml:10:1: a: found x; expected y",
    ]
