"""Applications: phases and days, what is kept of a fit, and what can be undone."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import Desk
from tests.conftest import NOON, a_data_folder
from tracker.domain.application import (
    CV_SKILL,
    DAY_OF,
    INTERVIEW_SKILL,
    PHASES,
    Application,
    JobCounts,
    Phase,
    Result,
    after_move,
    borne_out,
    count_jobs,
    days_of,
    out_of_order,
    practised,
    reached,
    read_fit,
    read_phase,
)
from tracker.domain.edit import DUE, FIT, NEXT_STEP, NOTE, POSTING_FIELD, RESULT
from tracker.domain.errors import BadInputError, MilepostError, NotFoundError
from tracker.domain.readiness import Asked, Readiness, Term
from tracker.domain.work import Grade
from tracker.services.applications import Applications
from tracker.services.doctor import examine
from tracker.services.postings import Postings
from tracker.services.wording import described

TODAY = NOON.date()
PYTHON = Term(Asked(("python",), 3), "python", Grade.CLAIMED, learning=False)
QUEUE = Term(
    Asked(("kafka", "rabbit"), 1, "a queue"), "rabbit", Grade.NONE, learning=True
)


class Clock:
    """The learner's day, which a test can move on."""

    now = NOON

    def __call__(self):
        return self.now

    def go_on(self, days: int = 1) -> None:
        self.now += timedelta(days=days)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def jobs(desk, clock):
    return Applications(desk.store, desk.announced.append, clock)


@pytest.fixture
def advert(desk):
    postings = Postings(desk.store, desk.announced.append, lambda: NOON)
    return (
        postings.add("Python and a queue", "Backend developer").edit.changes[0].subject
    )


def subject_of(stored) -> str:
    return stored.edit.changes[0].subject


class TestPhases:
    def test_a_new_one_is_found_today(self, jobs, desk):
        jobs.add(" Backend\n developer ", company="A payments start-up")
        (found,) = jobs.all()
        assert found.title == "Backend developer"
        assert (found.phase, found.days) == (Phase.FOUND, {Phase.FOUND: TODAY})
        assert desk.reader.title(found.subject) == "Backend developer"

    def test_going_on_sets_the_day_and_leaves_what_was(self, jobs, clock):
        subject = subject_of(jobs.add("One"))
        clock.go_on(2)
        jobs.move(subject, Phase.APPLIED)
        clock.go_on(5)
        jobs.move(subject, Phase.OFFER)  # the interview was skipped
        found = jobs.application(subject)
        assert found.days == {
            Phase.FOUND: TODAY,
            Phase.APPLIED: TODAY + timedelta(days=2),
            Phase.OFFER: TODAY + timedelta(days=7),
        }

    def test_going_back_keeps_the_day_it_had_there(self, jobs, clock):
        subject = subject_of(jobs.add("One", phase=Phase.APPLIED))
        clock.go_on()
        jobs.move(subject, Phase.CLOSED)
        jobs.set_field(subject, RESULT, Result.REJECTED)
        clock.go_on()
        jobs.move(subject, Phase.APPLIED)
        found = jobs.application(subject)
        assert found.days == {Phase.APPLIED: TODAY}
        assert found.result is None

    def test_to_where_it_is_changes_nothing(self, jobs):
        subject = subject_of(jobs.add("One"))
        assert jobs.move(subject, Phase.FOUND) is None

    @given(st.lists(st.tuples(st.sampled_from(PHASES), st.integers(0, 9)), max_size=12))
    def test_days_stay_in_order_and_belong_to_what_was_reached(self, moves):
        values: dict[str, str | None] = {}
        before, today = None, date(2026, 11, 21)
        for phase, days in moves:
            today += timedelta(days=days)
            known = {k: v for k, v in values.items() if v is not None}
            values |= after_move(known, before, phase, today)
            before = phase
            found = days_of(values)
            assert out_of_order(found) is None
            assert set(found) <= set(reached(phase))
            assert phase in found


class TestDays:
    def test_a_day_can_be_put_right(self, jobs, clock):
        subject = subject_of(jobs.add("One"))
        clock.go_on(4)
        jobs.move(subject, Phase.APPLIED)
        jobs.set_field(subject, DAY_OF[Phase.APPLIED], "2026-11-23")
        assert jobs.application(subject).days[Phase.APPLIED] == date(2026, 11, 23)

    @pytest.mark.parametrize(
        ("phase", "day", "why"),
        [
            (Phase.APPLIED, "2026-11-20", "earlier"),
            (Phase.APPLIED, "2026-11-22", "still to come"),
            (Phase.APPLIED, "", "has a day"),
            (Phase.OFFER, "2026-11-21", "not come to “Offer”"),
            (Phase.APPLIED, "soon", "no day"),
            (Phase.FOUND, "0206-11-20", "more than 10 years away"),
        ],
    )
    def test_a_day_that_cannot_be_is_refused(self, jobs, phase, day, why):
        subject = subject_of(jobs.add("One"))
        jobs.move(subject, Phase.APPLIED)
        before = jobs.all()
        with pytest.raises(BadInputError, match=why):
            jobs.set_field(subject, DAY_OF[phase], day)
        assert jobs.all() == before

    def test_only_what_is_closed_has_a_result(self, jobs):
        subject = subject_of(jobs.add("One"))
        with pytest.raises(BadInputError, match="closed"):
            jobs.set_field(subject, RESULT, "rejected")
        jobs.set_fields(subject, {RESULT: "no answer"}, Phase.CLOSED)
        assert jobs.application(subject).result is Result.NO_ANSWER
        with pytest.raises(BadInputError, match="accepted, rejected"):
            jobs.set_field(subject, RESULT, "lost")


class TestFields:
    def test_every_field_is_kept_and_one_action_takes_all_back(self, jobs, desk):
        subject = subject_of(jobs.add("One"))
        fields = {
            "company": "A bank",
            "place": "Porto",
            "address": "https://example.org/job",
            "contact": "the team's lead",
            NEXT_STEP: "Call\nback",
            DUE: "2026-11-25",
            NOTE: "# What they asked\n",
        }
        jobs.set_fields(subject, fields, Phase.APPLIED)
        found = jobs.application(subject)
        assert (found.next_step, found.due) == ("Call back", date(2026, 11, 25))
        assert found.note.startswith("# What")
        assert found.name == "One, A bank"
        desk.undo.undo()
        assert jobs.application(subject) == Application(
            subject=subject, title="One", days={Phase.FOUND: TODAY}
        )

    @pytest.mark.parametrize(
        ("field", "text"),
        [("title", " "), ("company", "x" * 301), ("colour", "red"), (DUE, "someday")],
    )
    def test_what_cannot_be_kept_is_refused(self, jobs, field, text):
        subject = subject_of(jobs.add("One"))
        with pytest.raises(BadInputError):
            jobs.set_field(subject, field, text)

    def test_an_advert_that_is_not_kept_cannot_be_linked(self, jobs):
        with pytest.raises(NotFoundError):
            jobs.add("One", posting="posting:0")

    def test_removed_and_brought_back_whole(self, jobs, desk, advert):
        subject = subject_of(jobs.add("One", posting=advert, company="A bank"))
        desk.learning.write_note(subject, "They use Python")
        before = jobs.all()
        jobs.remove(subject)
        assert jobs.all() == ()
        assert desk.reader.note(subject) == ""
        with pytest.raises(NotFoundError):
            jobs.move(subject, Phase.OFFER)
        desk.undo.undo()
        assert jobs.all() == before
        assert examine(desk.reader) == []

    def test_the_newest_comes_first(self, jobs, clock):
        jobs.add("One")
        clock.go_on()
        jobs.add("Two")
        assert [each.title for each in jobs.all()] == ["Two", "One"]


class TestFit:
    @pytest.fixture
    def fitted(self, jobs, advert):
        jobs.fit_of = lambda posting: (
            Readiness((PYTHON, QUEUE)) if posting == advert else None
        )
        return jobs

    def test_it_is_kept_on_the_day_of_applying(self, fitted, advert, desk):
        subject = subject_of(fitted.add("One", posting=advert))
        assert fitted.application(subject).fit is None
        fitted.move(subject, Phase.APPLIED)
        kept = fitted.application(subject).fit
        # 3 x 80 + 1 x 30 of (3 + 1) x 100
        assert (kept.percent, kept.points, kept.most) == (67, 270, 400)
        assert [tuple(t) for t in kept.terms] == [("python", 3, 80), ("a queue", 1, 30)]
        assert kept.day == TODAY
        stored = json.loads(desk.reader.all_values(FIT)[subject])
        assert stored["terms"][0] == {"title": "python", "need weight": 3, "credit": 80}

    def test_later_figures_do_not_change_it(self, fitted, advert, clock):
        subject = subject_of(fitted.add("One", posting=advert, phase=Phase.APPLIED))
        kept = fitted.application(subject).fit
        fitted.fit_of = lambda _: Readiness((PYTHON,))
        clock.go_on()
        fitted.move(subject, Phase.INTERVIEW)
        fitted.move(subject, Phase.APPLIED)
        assert fitted.application(subject).fit == kept
        fitted.move(subject, Phase.FOUND)  # it was not applied for after all
        assert fitted.application(subject).fit is None

    def test_it_goes_with_the_advert_it_was_about(self, fitted, advert, clock):
        subject = subject_of(fitted.add("One", posting=advert, phase=Phase.APPLIED))
        clock.go_on()
        fitted.set_field(subject, POSTING_FIELD, "")
        assert fitted.application(subject).fit is None
        fitted.set_field(subject, POSTING_FIELD, advert)  # on another day
        assert fitted.application(subject).fit is None

    def test_an_advert_linked_on_the_day_of_applying_counts(self, fitted, advert):
        subject = subject_of(fitted.add("One", phase=Phase.APPLIED))
        fitted.set_field(subject, POSTING_FIELD, advert)
        assert fitted.application(subject).fit.percent == 67

    @pytest.mark.parametrize("found", [None, Readiness(())])
    def test_no_known_skill_is_no_fit_rather_than_none_of_it(self, jobs, advert, found):
        jobs.fit_of = lambda _: found
        subject = subject_of(jobs.add("One", posting=advert, phase=Phase.APPLIED))
        assert jobs.application(subject).fit is None

    @pytest.mark.parametrize("text", ["", "x", "[]", "{}", '{"terms": 3}', "null"])
    def test_a_damaged_one_is_none(self, text):
        assert read_fit(text) is None


ACTS = st.one_of(
    st.tuples(st.just("move"), st.sampled_from(PHASES)),
    st.tuples(st.just("company"), st.sampled_from(["", "A bank", "A shop"])),
    st.tuples(st.just(DUE), st.sampled_from(["", "2026-11-25", "no day"])),
    st.tuples(st.just(RESULT), st.sampled_from(["", "rejected", "lost"])),
    st.tuples(st.just("remove"), st.none()),
    st.tuples(st.just("add"), st.sampled_from(PHASES)),
)


@settings(max_examples=25)
@given(st.lists(ACTS, max_size=10))
def test_whatever_is_done_undo_takes_all_of_it_back(
    tmp_path_factory, new_data_file, acts
):
    folder = a_data_folder(tmp_path_factory.mktemp("any") / "d", new_data_file)
    with Desk(folder, lambda: NOON) as desk:
        jobs = Applications(desk.store, desk.announced.append, lambda: NOON)
        for act, value in acts:
            with suppress(MilepostError):
                subject = jobs.all()[0].subject if jobs.all() else "application:0"
                if act == "move":
                    jobs.move(subject, value)
                elif act == "remove":
                    jobs.remove(subject)
                elif act == "add":
                    jobs.add("One", phase=value)
                else:
                    jobs.set_field(subject, act, value)
        for each in jobs.all():
            assert out_of_order(each.days) is None
            assert set(each.days) <= set(reached(each.phase))
        assert examine(desk.reader) == []
        after = jobs.all()
        steps = len(desk.announced)
        for _ in range(steps):
            desk.undo.undo()
        assert jobs.all() == ()
        for _ in range(steps):
            desk.undo.redo()
        assert jobs.all() == after


class TestWords:
    def test_each_edit_says_what_it_did(self, jobs, desk):
        def last() -> str:
            return described(desk.announced[-1].edit, desk.reader.title)

        subject = subject_of(jobs.add("One"))
        assert last() == "Application “One” begun"
        jobs.move(subject, Phase.APPLIED)
        assert last() == "“One” moved to “Applied”"
        jobs.set_fields(subject, {NEXT_STEP: "Call back", DUE: "2026-11-25"})
        assert last() == "Next step of “One”: Call back"
        jobs.set_fields(subject, {RESULT: "rejected"}, Phase.CLOSED)
        assert last() == "“One” moved to “Closed”"
        jobs.set_field(subject, "title", "Two")
        assert last() == "Renamed to “Two”"
        jobs.remove(subject)
        assert last() == "Application “Two” removed"


class TestPractice:
    def test_what_was_done_is_counted_closed_ones_too(self):
        days = {Phase.APPLIED: TODAY, Phase.INTERVIEW: TODAY}
        every = [
            Application(subject="application:1", title="", posting="posting:1"),
            Application(subject="application:2", title="", posting="posting:1"),
            Application(
                subject="application:3", title="", days=days, phase=Phase.CLOSED
            ),
            Application(subject="application:4", title="", days=days, note="Went well"),
        ]
        assert count_jobs(every) == JobCounts(
            adverts=1, applied=2, interviews=2, noted=1
        )

    def test_once_is_practice_and_nothing_is_none(self):
        assert practised(JobCounts()) == frozenset()
        assert practised(JobCounts(applied=1)) == {CV_SKILL}

    def test_an_outcome_is_borne_out_by_three(self):
        assert borne_out(CV_SKILL, JobCounts(applied=2)) == ""
        assert borne_out(CV_SKILL, JobCounts(applied=3)).endswith("/track-applications")
        assert borne_out(INTERVIEW_SKILL, JobCounts(interviews=3, noted=2)) == ""
        assert borne_out(INTERVIEW_SKILL, JobCounts(noted=3)).endswith(
            "notes-afterwards"
        )


def test_a_phase_nobody_knows_is_the_first():
    assert read_phase("ghosted") is Phase.FOUND
    assert read_phase("applied") is Phase.APPLIED
