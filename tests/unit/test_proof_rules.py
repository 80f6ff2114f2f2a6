"""The four grades of proof, by rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import API, API_FORM, GIT, GIT_COMMIT, GIT_MERGE, SQL
from tracker.domain.edit import State
from tracker.domain.outline import ForkOutline, LaneOutline, StageOutline
from tracker.domain.progress import Progress
from tracker.domain.proof import Evidence, GradeCount, count_grades, grade_of
from tracker.domain.standing import count_stage
from tracker.domain.work import PROOF_KINDS, Grade, Proof, ProofKind

DONE = Progress({GIT: State.DONE, GIT_COMMIT: State.DONE, API: State.DONE})
TARGETS = st.sampled_from([GIT, GIT_COMMIT, GIT_MERGE, SQL, API, API_FORM])


def a_proof(target=GIT, kind=ProofKind.LINK, number=1) -> Proof:
    return Proof(
        subject=f"proof:{number}",
        target=target,
        kind=kind,
        value="v",
        title="t",
        added_on=date(2026, 1, 1),
    )


PROOFS = st.lists(st.builds(a_proof, TARGETS, st.sampled_from(PROOF_KINDS)), max_size=6)


@pytest.mark.parametrize(
    ("kinds", "practised", "exercised", "grade"),
    [
        ((), False, False, Grade.CLAIMED),
        ((), True, False, Grade.PRACTISED),
        ((ProofKind.NOTE,), False, False, Grade.PRACTISED),  # shows nothing alone
        ((ProofKind.LINK,), False, False, Grade.SHOWN),
        ((ProofKind.COMMIT,), False, False, Grade.SHOWN),
        ((ProofKind.FILE,), True, False, Grade.SHOWN),
        ((), False, True, Grade.SHOWN),
        ((ProofKind.CONFIRMATION,), False, False, Grade.ENDORSED),
        ((ProofKind.NOTE, ProofKind.CONFIRMATION), True, True, Grade.ENDORSED),
        (("of-a-newer-milepost",), False, False, Grade.CLAIMED),
    ],
)
def test_what_is_done_has_the_grade_of_its_best_proof(
    kinds, practised, exercised, grade
):
    given_ = {"practised": practised, "exercised": exercised}
    assert grade_of(kinds, done=True, **given_) is grade
    assert grade_of(kinds, done=False, **given_) is Grade.NONE


def test_proof_on_an_outcome_shows_the_skill():
    evidence = Evidence((a_proof(GIT_COMMIT),))
    assert evidence.grade(GIT, DONE) is Grade.SHOWN
    assert evidence.grade(GIT_COMMIT, DONE) is Grade.SHOWN
    assert evidence.on(GIT) == ()


def test_proof_on_a_skill_does_not_show_each_outcome():
    evidence = Evidence((a_proof(GIT),))
    assert evidence.grade(GIT_COMMIT, DONE) is Grade.CLAIMED


def test_a_line_about_a_milestone_practises_its_project():
    evidence = Evidence(logged=frozenset({API_FORM}))
    assert evidence.grade(API, DONE) is Grade.PRACTISED


def test_what_is_not_done_waits():
    evidence = Evidence((a_proof(SQL),))
    assert evidence.grade(SQL, DONE) is Grade.NONE
    assert evidence.waiting(SQL) is Grade.SHOWN


@given(PROOFS, st.builds(a_proof, TARGETS, st.sampled_from(PROOF_KINDS)), TARGETS)
def test_more_proof_never_lowers_a_grade(proofs, more, subject):
    before = Evidence(tuple(proofs)).grade(subject, DONE)
    after = Evidence((*proofs, more)).grade(subject, DONE)
    assert after >= before


@given(PROOFS, TARGETS, TARGETS)
def test_neither_does_a_line_or_a_finished_project(proofs, more, subject):
    evidence = Evidence(tuple(proofs))
    before = evidence.grade(subject, DONE)
    for field in ("logged", "exercised"):
        richer = replace(evidence, **{field: frozenset({more})})
        assert richer.grade(subject, DONE) >= before


@given(PROOFS, st.sets(TARGETS), st.sampled_from(["", "wide", "deep"]))
def test_the_four_grades_add_up_to_what_is_done(proofs, done, lane):
    fork = ForkOutline(
        "fork:way",
        {
            name: LaneOutline(title=name, skills=skills, projects={})
            for name, skills in (("wide", {SQL: 1.0}), ("deep", {"skill:c": 1.0}))
        },
    )
    words = dict.fromkeys(("slug", "title", "summary", "icon", "level"), "x")
    stage = StageOutline(**words, skills={GIT: 2.0}, projects={API: 3.0}, fork=fork)
    lanes = {"fork:way": lane} if lane else {}
    progress = Progress(dict.fromkeys(done, State.DONE), lanes=lanes)
    count = count_stage(stage, progress)
    grades = count_grades(stage, count.total, Evidence(tuple(proofs)), progress)
    assert grades.done == count.done
    assert grades.total == count.total
    assert grades.percent_proved <= count.percent


def test_counts_are_added_grade_by_grade():
    summed = GradeCount(1, 2, 3, 4, 20) + GradeCount(total=5)
    assert summed == GradeCount(1, 2, 3, 4, 25)
    assert (summed.done, summed.proved, summed.percent_proved) == (10, 7, 28)
    assert GradeCount().percent_proved == 0
