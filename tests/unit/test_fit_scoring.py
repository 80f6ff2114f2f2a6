"""The score of an advert, recomputed by hand."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.fit_words import NAMES, read
from tracker.domain.fit.reading import Hit, Need, Reading
from tracker.domain.fit.scoring import fit_of, need_of
from tracker.domain.work import Grade

TEXT = """Requirements
- Python
- Docker
Your profile
- SQL
- Kafka or RabbitMQ
Nice to have
- Rust
"""


def fit(text, learning=(), **grades):
    return fit_of(
        read(text),
        NAMES.title_of,
        lambda slug: grades.get(slug.replace("-", "_"), Grade.NONE),
        lambda slug: slug in learning,
    )


def test_the_score_is_what_anybody_can_recompute():
    found = fit(
        TEXT,
        learning=["docker"],
        python=Grade.SHOWN,
        sql_queries=Grade.CLAIMED,
        rabbitmq=Grade.PRACTISED,
    )
    # must 3: Python 1, Docker 0.3; asked 2: SQL 0.8, the choice 0.9; nice 1: Rust 0
    assert found.points == 300 + 90 + 160 + 180
    assert found.most == 100 * (3 + 3 + 2 + 2 + 1)
    assert found.percent == 66  # 7.3 / 11 = 66.4


def test_its_terms_say_what_is_there_in_progress_and_missing():
    found = fit(TEXT, learning=["docker"], python=Grade.SHOWN, kafka=Grade.CLAIMED)
    assert [term.best for term in found.have] == ["python", "kafka"]
    assert [term.best for term in found.in_progress] == ["docker"]
    assert [term.best for term in found.missing] == ["sql-queries", "rust"]
    assert [need_of(t) for t in found.terms] == [
        Need.MUST,
        Need.MUST,
        Need.ASKED,
        Need.ASKED,
        Need.NICE,
    ]


def test_a_choice_is_called_by_all_its_skills():
    titles = [term.asked.title for term in fit(TEXT).terms]
    assert "Apache Kafka or RabbitMQ" in titles


def test_an_advert_without_a_known_skill_has_no_score():
    assert fit("We are nice people.") is None
    assert fit("No Python needed.") is None


def test_everything_shown_is_100_percent_and_nothing_is_0():
    every = dict.fromkeys(
        ["python", "docker", "sql_queries", "kafka", "rust"], Grade.SHOWN
    )
    assert fit(TEXT, **every).percent == 100
    assert fit(TEXT).percent == 0


def test_a_skill_that_is_named_often_counts_once_with_its_strongest_need():
    found = fit("Python developer\n\nPython is a must. Python is a plus.")
    assert [(t.best, need_of(t)) for t in found.terms] == [("python", Need.MUST)]


HITS = st.lists(
    st.builds(
        Hit,
        skill=st.sampled_from("abcde"),
        words=st.just(""),
        start=st.just(0),
        end=st.just(0),
        sentence_start=st.just(0),
        sentence_end=st.just(0),
        need=st.sampled_from(Need),
        group=st.integers(1, 4),
    ),
    max_size=9,
)


@settings(deadline=None)
@given(HITS)
def test_every_skill_that_counts_is_asked_for_once_or_in_choices(hits):
    wanted = Reading(hits=tuple(hits)).wanted
    alone = [each.any[0] for each in wanted if len(each.any) == 1]
    assert len(alone) == len(set(alone))
    named = {skill for each in wanted for skill in each.any}
    strongest = {hit.skill: hit.need for hit in sorted(hits, key=lambda h: h.need)}
    assert named <= strongest.keys()
    # Nobody who can do all that is named lacks anything, and the reverse.
    assert bool(wanted) == bool(hits)
    assert max((each.need for each in wanted), default=None) == max(
        strongest.values(), default=None
    )
