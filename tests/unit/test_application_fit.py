"""The fit that applications ask for is that of Job fit, and follows what changes."""

from __future__ import annotations

import pytest

from tests.builders import GIT
from tests.conftest import NOON
from tracker.domain.application import Phase
from tracker.domain.edit import State
from tracker.services import application_fit
from tracker.services.application_fit import AdvertFit
from tracker.services.applications import Applications
from tracker.services.postings import Postings
from tracker.services.teaching import Teaching

ADVERT = "Requirements\n- You must know Git.\n\nNice to have\n- Tables"


@pytest.fixture
def postings(desk):
    return Postings(desk.store, desk.announced.append, lambda: NOON)


@pytest.fixture
def advert(postings):
    return postings.add(ADVERT).edit.changes[0].subject


@pytest.fixture
def fit_of(desk):
    return AdvertFit(desk.reader)


def terms(fit) -> dict[str, int]:
    return {term.asked.title: term.asked.weight for term in fit.terms}


def test_it_follows_what_the_learner_has(desk, fit_of, advert):
    assert terms(fit_of(advert)) == {"Git": 3}
    assert fit_of(advert).percent == 0
    desk.learning.set_state(GIT, State.DONE)
    assert fit_of(advert).percent == 80


def test_it_follows_what_words_were_taught_to_mean(desk, fit_of, advert):
    assert fit_of(advert).percent == 0
    Teaching(desk.store, desk.announced.append, lambda: NOON).teach("Tables", "sql")
    assert terms(fit_of(advert)) == {"Git": 3, "Sql": 1}
    desk.undo.undo()
    assert terms(fit_of(advert)) == {"Git": 3}


def test_it_takes_what_was_put_right_in_the_advert(fit_of, advert, postings):
    postings.set_need(advert, ["git"], "nice")
    assert terms(fit_of(advert)) == {"Git": 1}


def test_an_advert_without_a_known_skill_or_that_is_gone_has_none(
    fit_of, postings, advert
):
    assert fit_of(postings.add("A gardener").edit.changes[0].subject) is None
    postings.remove(advert)
    assert fit_of(advert) is None


def test_an_advert_is_read_once(fit_of, advert, monkeypatch):
    fit_of(advert)
    monkeypatch.delattr(application_fit, "read_posting")
    assert fit_of(advert).percent == 0


def test_it_is_kept_with_the_titles_of_the_day(desk, fit_of, advert):
    jobs = Applications(desk.store, desk.announced.append, lambda: NOON, fit_of)
    jobs.add("A job", posting=advert, phase=Phase.APPLIED)
    kept = jobs.all()[0].fit
    assert [tuple(term) for term in kept.terms] == [("Git", 3, 0)]
    assert (kept.percent, kept.points, kept.most) == (0, 0, 300)
