"""Scores of many adverts: read once, summed up again when a skill moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.fit.reader import read_posting
from tracker.domain.fit.reading import Reason
from tracker.domain.fit.vocabulary import Vocabulary
from tracker.domain.posting import Posting, needs_from, needs_text
from tracker.domain.work import Grade
from tracker.services.grades import Grades
from tracker.services.scores import Scores, corrected, gaps_in, sheet_of

NAMES = {"python": "Python", "java": "Java", "docker": "Docker", "redis": "Redis"}
WORDS = Vocabulary.of((slug, title, ()) for slug, title in NAMES.items())
TEXT = """\
Requirements
- You must know Python or Java
- Docker

You don't need Redis.
"""


def a_posting(subject: str = "posting:1", text: str = TEXT, **changed) -> Posting:
    values = {"title": "A job", "added_on": date(2026, 11, 21)}
    return Posting(subject=subject, text=text, **values | changed)


def having(learning: tuple[str, ...] = (), **grades: Grade) -> Grades:
    return Grades(lambda s: grades.get(s, Grade.NONE), lambda s: s in learning)


def sheet(posting: Posting | None = None, **have):
    posting = posting or a_posting()
    reading = read_posting(posting.text, WORDS)
    return sheet_of(posting, reading, having(**have), NAMES.__getitem__)


def told(each) -> list[tuple[tuple[str, ...], str]]:
    return [(line.any, line.need) for line in each.lines]


@pytest.fixture
def scores():
    """Return two adverts that were read, one of which asks for Docker alone."""
    scores = Scores(NAMES.__getitem__)
    postings = [a_posting(), a_posting("posting:2", "Docker is a must.")]
    scores.show(postings)
    for each in postings:
        scores.take(each.subject, each.text, read_posting(each.text, WORDS))
    return scores


def never() -> bool:
    return False


def always() -> bool:
    return True


class TestSheet:
    def test_the_sum_can_be_checked_by_hand(self):
        found = sheet(java=Grade.CLAIMED, learning=("docker",))
        weights = [term.asked.weight for term in found.fit.terms]
        points = [term.points for term in found.fit.terms]
        assert points == [weights[0] * 80, weights[1] * 30]
        assert found.fit.percent == sum(points) // sum(weights)

    def test_what_does_not_count_stands_below_with_its_reason(self):
        assert told(sheet())[-1] == (("redis",), "not")
        assert sheet().lines[-1].reason is Reason.NOT_ASKED

    def test_every_line_knows_where_it_stands(self):
        posting = a_posting()
        lines = sheet(posting).lines
        assert len(lines) > 1
        for line in lines:
            assert line.hits
            for hit in line.hits:
                assert posting.text[hit.start : hit.end] == hit.words

    def test_nothing_known_has_no_sum(self):
        found = sheet(a_posting(text="Gardener. You love plants."))
        assert found.fit is None
        assert found.lines == ()


class TestPuttingRight:
    def test_a_need_that_was_put_right_weighs_so(self):
        found = sheet(a_posting(needs={"docker": "nice"}))
        assert (("docker",), "nice") in told(found)

    def test_of_alternatives_all_are_put_right(self):
        found = sheet(a_posting(needs={"python": "nice", "java": "nice"}))
        assert (("python", "java"), "nice") in told(found)

    def test_what_is_not_asked_for_is_no_longer_summed(self):
        found = sheet(a_posting(needs={"docker": "not"}))
        assert [term.asked.any for term in found.fit.terms] == [("python", "java")]
        assert (("docker",), "not") in told(found)

    def test_what_was_read_as_not_needed_can_count(self):
        found = sheet(a_posting(needs={"redis": "must"}))
        assert (("redis",), "must") in told(found)
        assert len(found.fit.terms) == 3

    def test_nothing_put_right_changes_nothing(self):
        reading = read_posting(TEXT, WORDS)
        assert corrected(reading, {}) is reading
        assert corrected(reading, {"haskell": "must"}) == reading

    def test_needs_are_written_and_read(self):
        needs = {"docker": "must", "a-b": "not"}
        assert needs_from(needs_text(needs)) == needs
        assert needs_from("docker\nx perhaps\n must\n\nredis nice") == {"redis": "nice"}


class TestGaps:
    def test_one_of_each_missing_thing_that_stands_somewhere(self):
        fit = sheet().fit
        on_road, known = {"skill:java"}, {"skill:java", "skill:docker"}
        gaps = gaps_in(fit, on_road.__contains__, known.__contains__)
        assert gaps == ["skill:java", "skill:docker"]

    def test_what_is_there_or_being_learnt_is_no_gap(self):
        fit = sheet(java=Grade.CLAIMED, learning=("docker",)).fit
        assert gaps_in(fit, lambda _subject: True) == []

    def test_what_stands_nowhere_cannot_be_planned(self):
        assert gaps_in(sheet().fit, lambda _subject: False) == []


class TestMany:
    def test_each_is_scored_once_and_then_only_when_its_skill_moves(self, scores):
        assert sorted(scores.score_some(having(), never)) == [
            "posting:1",
            "posting:2",
        ]
        assert scores.is_current
        scores.touch(["skill:python", "outcome:python/loop"])
        assert not scores.is_current
        moved = scores.score_some(having(python=Grade.SHOWN), never)
        assert moved == ["posting:1"]
        assert scores.percents["posting:2"] == 0

    def test_a_slice_ends_when_it_is_told_to(self, scores):
        assert len(scores.score_some(having(), always)) == 1
        assert not scores.is_current
        assert len(scores.score_some(having(), always)) == 1
        assert scores.is_current

    def test_a_skill_that_no_advert_names_costs_nothing(self, scores):
        scores.score_some(having(), never)
        scores.touch(["skill:redis", "project:docker"])
        assert scores.is_current

    def test_scores_are_those_of_the_sheets(self, scores):
        have = having(python=Grade.CLAIMED, docker=Grade.SHOWN)
        scores.score_some(have, never)
        assert scores.percents.keys() == scores.postings.keys()
        for subject, percent in scores.percents.items():
            assert scores.sheet(subject, have).fit.percent == percent

    def test_what_is_removed_is_gone_and_comes_back_without_reading(self, scores):
        scores.score_some(having(), never)
        both = list(scores.postings.values())
        scores.show(both[1:])
        assert "posting:1" not in scores.percents
        scores.touch(["skill:python"])
        assert scores.score_some(having(), never) == []
        scores.show(both)
        assert scores.unread() == []
        scores.score_some(having(), never)
        assert scores.percents == {"posting:1": 0, "posting:2": 0}

    def test_a_removed_advert_that_waits_is_not_scored(self, scores):
        scores.show(list(scores.postings.values())[1:])
        assert scores.score_some(having(), never) == ["posting:2"]

    def test_a_need_put_right_is_scored_at_once(self, scores):
        have = having(docker=Grade.ENDORSED)
        scores.score_some(have, never)
        before = scores.percents["posting:1"]
        scores.show([a_posting(needs={"docker": "not"}), scores.postings["posting:2"]])
        scores.score_some(have, never)
        assert scores.percents["posting:1"] == 0 < before

    def test_other_names_have_all_read_again(self, scores):
        scores.score_some(having(), never)
        scores.forget()
        assert len(scores.unread()) == 2
        assert scores.sheet("posting:1", having()).reading is None
        assert scores.percents["posting:1"] == 0  # until it is read again

    def test_a_reading_of_another_text_is_not_taken(self, scores):
        scores.show([a_posting("posting:3", "Java")])
        scores.take("posting:3", "Docker", read_posting("Docker", WORDS))
        assert [p.subject for p in scores.unread()] == ["posting:3"]
        assert scores.sheet("posting:4", having()) is None


SUBJECTS = ("posting:1", "posting:2", "posting:3")
TEXTS = (TEXT, "Docker is a must.", "Redis or Java. Python is nice to have.")
skills = st.sampled_from(sorted(NAMES))
steps = st.one_of(
    st.tuples(st.just("grade"), skills, st.sampled_from(Grade)),
    st.tuples(st.just("need"), st.sampled_from(SUBJECTS), skills),
    st.tuples(st.just("remove"), st.sampled_from(SUBJECTS), st.none()),
    st.tuples(st.just("restore"), st.sampled_from(SUBJECTS), st.none()),
    st.tuples(st.just("slice"), st.none(), st.none()),
    st.tuples(st.just("forget"), st.none(), st.none()),
)


@given(st.lists(steps, max_size=25))
def test_whatever_happens_each_score_is_the_one_it_would_have_anew(actions):
    scores, grades = Scores(NAMES.__getitem__), dict.fromkeys(NAMES, Grade.NONE)
    every = {s: a_posting(s, text) for s, text in zip(SUBJECTS, TEXTS, strict=True)}
    there = dict(every)
    scores.show(there.values())
    for what, subject, value in actions:
        match what:
            case "grade":
                grades[subject] = value
                scores.touch([f"skill:{subject}"])
            case "need":
                needs = {**every[subject].needs, value: "not"}
                every[subject] = replace(every[subject], needs=needs)
                if subject in there:
                    there[subject] = every[subject]
                    scores.show(there.values())
            case "remove":
                there.pop(subject, None)
                scores.show(there.values())
            case "restore":
                there[subject] = every[subject]
                scores.show(there.values())
            case "forget":
                scores.forget()
            case _:
                _read_all(scores)
                scores.score_some(having(**grades), always)
    _read_all(scores)
    scores.score_some(having(**grades), never)
    anew = {
        subject: sheet_of(
            posting,
            read_posting(posting.text, WORDS),
            having(**grades),
            NAMES.__getitem__,
        ).fit
        for subject, posting in there.items()
    }
    assert scores.percents == {s: f and f.percent for s, f in anew.items()}


def _read_all(scores: Scores) -> None:
    for posting in scores.unread():
        reading = read_posting(posting.text, WORDS)
        scores.take(posting.subject, posting.text, reading)
