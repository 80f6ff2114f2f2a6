"""How much of what is asked for somebody has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.ladder import Requirement
from tracker.domain.readiness import (
    CREDIT,
    CREDIT_LEARNING,
    Asked,
    Readiness,
    asked_by,
    closing,
    readiness,
)
from tracker.domain.work import Grade

GRADES = {
    "git": Grade.SHOWN,
    "sql": Grade.CLAIMED,
    "python": Grade.PRACTISED,
    "tests": Grade.ENDORSED,
}
LEARNING = {"docker"}


def summed(*asked: Asked) -> Readiness:
    return readiness(
        asked, lambda slug: GRADES.get(slug, Grade.NONE), LEARNING.__contains__
    )


def test_the_sum_can_be_checked_by_hand():
    found = summed(
        Asked(("git",), 3), Asked(("sql",), 2), Asked(("docker",), 1), Asked(("go",), 2)
    )
    # (3 x 1 + 2 x 0.8 + 1 x 0.3 + 2 x 0) / 8 = 4.9 / 8 = 61.25 %
    assert (found.points, found.most, found.percent) == (490, 800, 61)


def test_of_alternatives_the_best_one_counts():
    (term,) = summed(Asked(("go", "docker", "python", "sql"), 2)).terms
    assert (term.best, term.grade, term.points) == ("python", Grade.PRACTISED, 180)


def test_of_alternatives_that_nobody_has_the_first_one_is_named():
    (term,) = summed(Asked(("go", "rust"), 1)).terms
    assert (term.best, term.is_missing) == ("go", True)


def test_what_is_being_learnt_is_neither_there_nor_missing():
    (term,) = summed(Asked(("docker",), 1)).terms
    assert not term.has
    assert not term.is_missing


def test_a_learner_who_only_says_so_is_not_fully_ready():
    assert summed(Asked(("sql",), 3)).percent == 80
    assert summed(Asked(("git",), 3), Asked(("tests",), 1)).percent == 100


def test_nothing_asked_for_is_no_division_by_zero():
    assert summed().percent == 0


def test_a_requirement_without_skills_is_left_out():
    assert summed(Asked((), 3), Asked(("git",), 1)).percent == 100


def test_the_weightiest_requirements_come_first():
    made = asked_by(
        [Requirement(any=("a",), weight=1), Requirement(any=("b", "c"), weight=3)]
    )
    assert [each.any for each in made] == [("b", "c"), ("a",)]


def test_what_closes_most_comes_first_and_the_shorter_of_two():
    found = summed(
        Asked(("go",), 1), Asked(("rust",), 3), Asked(("docker",), 3), Asked(("x",), 3)
    )
    hours = {"rust": 30.0, "x": 10.0}
    slugs = [t.best for t in closing(found, lambda slug: hours.get(slug, 0), 3)]
    assert slugs == ["x", "rust", "docker"]


weights = st.lists(
    st.tuples(st.sampled_from([*GRADES, "docker", "go"]), st.integers(1, 3))
)


@given(weights)
def test_a_sum_is_between_nothing_and_all(pairs):
    found = summed(*(Asked((slug,), weight) for slug, weight in pairs))
    assert 0 <= found.points <= found.most
    assert 0 <= found.percent <= 100
    assert (found.percent == 100) <= all(t.credit == 100 for t in found.terms)


def test_a_better_grade_never_counts_less():
    counted = [0, CREDIT_LEARNING, *(CREDIT[g] for g in list(Grade)[1:])]
    assert counted == sorted(counted)
