"""The search finds what contains the letters, ranks it fairly and forgives mistakes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.services.search import Index, folded, matched, rank, score

LETTERS = st.text(alphabet="abc -é", max_size=5)
TITLES = st.text(alphabet="abcABC -éÉ1", max_size=14)
ANY = st.text(max_size=30)


def is_subsequence(query: str, title: str) -> bool:
    rest = iter(folded(title))
    return all(letter in rest for letter in folded(query) if letter != " ")


def titles_of(query: str, titles: list[str], limit: int = 10) -> list[str]:
    return [titles[hit.position] for hit in rank(query, titles, limit)]


@given(LETTERS, TITLES)
def test_a_title_matches_exactly_when_it_has_all_letters_in_order(query, title):
    assert (score(query, title) is not None) == is_subsequence(query, title)


@given(ANY, ANY)
def test_any_text_can_be_asked_for_and_searched(query, title):
    value = score(query, title)
    places = matched(query, title)
    assert places <= set(range(len(title)))
    if value is None:
        assert not places


@given(TITLES)
def test_a_title_typed_in_full_comes_first(title):
    wanted = " ".join(title.split())
    if wanted:
        others = [f"x{wanted}", f"{wanted} and more", f"{wanted} {wanted}", wanted]
        assert titles_of(wanted, others)[0] == wanted


@given(LETTERS, st.lists(TITLES, max_size=30), st.integers(1, 8))
def test_the_best_are_those_of_a_comparison_of_all(query, titles, limit):
    hits = rank(query, titles, limit)
    scores = [score(query, title) for title in titles]
    if not "".join(query.split()):
        assert [hit.position for hit in hits] == list(range(min(limit, len(titles))))
        return
    expected = sorted(
        ((n, value) for n, value in enumerate(scores) if value is not None),
        key=lambda pair: (-pair[1], pair[0]),
    )[:limit]
    letters = len(query.replace(" ", ""))
    if expected and expected[0][1] > 1.5 * letters - 2:  # else guesses come first
        assert [(hit.position, hit.score) for hit in hits] == expected
    assert len(hits) <= limit


@given(st.lists(TITLES, max_size=20), LETTERS)
def test_an_index_gives_the_same_as_the_titles(titles, query):
    assert rank(query, Index(titles), 5) == rank(query, titles, 5)


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("git", "Git branches and pull requests", "Digital"),
        ("sql", "Practise SQL interview questions", "MySQL"),
        ("sql", "SQL joins", "Practise SQL"),
        ("gpr", "Git branches and pull requests", "Megapolar"),
        ("port", "Portfolio site", "Portfolio site with many more words in its title"),
        ("sql", "A very long title in which SQL is a word of its own", "Squeal"),
        ("cafe", "Café", "Cafeteria"),
        ("STRASSE", "Straße", "Strassenbahn"),
    ],
)
def test_what_people_mean_comes_first(query, better, worse):
    assert titles_of(query, [worse, better])[0] == better


def test_blanks_and_case_do_not_count():
    assert titles_of("  PULL   req ", ["Git pull requests"]) == ["Git pull requests"]
    assert score("readme file", "READMEfile") is not None


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("pyhton", "Python for data"),
        ("databse desing", "Design a database"),
        ("intervew", "Practise interview questions"),
    ],
)
def test_a_typing_mistake_is_forgiven(query, meant):
    titles = ["Python for data", "Design a database", "Practise interview questions"]
    assert titles_of(query, titles)[0] == meant


def test_nothing_is_found_for_what_is_like_nothing():
    assert rank("zzqq", ["Python", "SQL"], 5) == []
    assert rank("sql", [], 5) == []
    assert rank("sql", ["SQL"], 0) == []


def test_the_letters_that_were_hit_are_told():
    title = "🚀 Git branches and pull requests"
    assert "".join(title[n] for n in sorted(matched("gpr", title))) == "Gpr"
    assert "".join(title[n] for n in sorted(matched("pull", title))) == "pull"
    assert matched("xyz", title) == frozenset()
    assert sorted(matched("strasse", "Straße")) == [0, 1, 2, 3, 4, 5]
