"""What words in adverts mean, put right by a learner."""

from __future__ import annotations

import pytest

from tests.conftest import NOON
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.services.teaching import (
    LONGEST_NAME,
    Taught,
    Teaching,
    learned_names,
    read_taught,
    refused_names,
)
from tracker.services.wording import described


@pytest.fixture
def teaching(desk):
    return Teaching(desk.store, desk.announced.append, lambda: NOON)


def told(desk) -> str:
    return described(desk.announced[-1].edit, desk.reader.title)


def test_a_word_that_was_taught_is_a_name_of_its_skill(desk, teaching):
    teaching.teach("  Vier \n augen ", "git")
    assert learned_names(desk.reader) == {"git": ("Vier augen",)}
    assert told(desk) == "“Vier augen” means “Git” from now on"


def test_undo_takes_back_what_was_taught(desk, teaching):
    teaching.teach("DVCS", "git")
    teaching.teach("SCM", "git")
    desk.undo.undo()
    assert learned_names(desk.reader) == {"git": ("DVCS",)}
    desk.undo.undo()
    assert read_taught(desk.reader) == []


def test_a_name_is_taught_once_whatever_its_case(desk, teaching):
    teaching.teach("DVCS", "git")
    assert teaching.teach("dvcs", "git") is None
    assert learned_names(desk.reader) == {"git": ("DVCS",)}


def test_a_name_means_one_skill_the_last_that_was_said(desk, teaching):
    teaching.teach("tables", "git")
    teaching.teach("Tables", "sql")
    assert learned_names(desk.reader) == {"sql": ("Tables",)}
    desk.undo.undo()
    assert learned_names(desk.reader) == {"git": ("tables",)}


def test_what_was_refused_can_be_taught_and_the_other_way_round(desk, teaching):
    teaching.refuse("tests", "tests")
    assert refused_names(desk.reader) == {("tests", "tests")}
    assert told(desk) == "“tests” no longer means “Tests”"
    teaching.teach("tests", "tests")
    assert refused_names(desk.reader) == frozenset()
    teaching.refuse("Tests", "tests")
    assert learned_names(desk.reader) == {}


def test_another_meaning_takes_the_old_one_away_in_one_action(desk, teaching):
    teaching.teach("DB", "sql", instead_of="git")
    assert read_taught(desk.reader) == [
        Taught("DB", "git", means=False),
        Taught("DB", "sql", means=True),
    ]
    assert told(desk) == "“DB” means “Sql” from now on"
    desk.undo.undo()
    assert read_taught(desk.reader) == []


def test_what_was_taught_can_be_forgotten(desk, teaching):
    teaching.teach("DB", "sql", instead_of="git")
    teaching.forget(Taught("DB", "git", means=False))
    assert told(desk) == "“DB” may mean “Git” again"
    teaching.forget(*read_taught(desk.reader))
    assert told(desk) == "“DB” for “Sql” forgotten"
    assert read_taught(desk.reader) == []
    assert teaching.forget(Taught("DB", "sql", means=True)) is None


@pytest.mark.parametrize("name", ["", " ,;- ", "x" * (LONGEST_NAME + 1)])
def test_what_is_no_name_is_refused(desk, teaching, name):
    with pytest.raises(BadInputError):
        teaching.teach(name, "git")
    assert read_taught(desk.reader) == []


def test_a_skill_that_is_not_there_is_told(teaching):
    with pytest.raises(NotFoundError, match="haskell"):
        teaching.refuse("FP", "haskell")
