"""What can be looked up is found by title first, then by whole words of its text."""

from __future__ import annotations

import re

import pytest

from tracker.domain.reference import ReferenceHead
from tracker.services.lookup import Library, marking

PAGES = {
    "Work and pay": "Your salary depends on the place. Naïve figures mislead.",
    "A day in the life": "Design endpoints, review [your CV](guide:there).",
    "How it grows": "Bargain over a payment provider.",
    "Related roles": "Full stack developers **own bold `C++` code**; pay differs.",
}


@pytest.fixture
def library():
    heads = [ReferenceHead("guide", t.lower(), "S", t) for t in PAGES]
    return Library(heads, list(PAGES.values()))


def test_titles_with_a_word_that_means_the_same_come_first():
    pages = {"A day": "The pay is fine.", "Your CV": "", "Work and pay": "Figures."}
    heads = [ReferenceHead("guide", t.lower(), "S", t) for t in pages]
    library = Library(heads, list(pages.values()))
    assert [each.title for each in library.find("wage")] == ["Work and pay", "A day"]
    assert [each.title for each in library.find("resume")] == ["Your CV"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", list(PAGES)),
        ("  ", list(PAGES)),
        ("day life", ["A day in the life"]),
        ("pay", ["Work and pay", "How it grows", "Related roles"]),
        ("payment", ["How it grows"]),
        ("SALARY", ["Work and pay", "Related roles"]),
        ("sal place", ["Work and pay"]),
        ("naive", ["Work and pay"]),
        ("alary", []),
        ("salary endpoints", []),
        ("🚂", []),
        ("wages", ["Work and pay", "Related roles"]),
        ("resume", ["A day in the life"]),
        ("**", []),
        ("guide:there", []),
        ("c++ bold", ["Related roles"]),
        ("How does a developer get a salary?", []),
        ("What are the figures?", ["Work and pay"]),
        ("what is my pay", ["Work and pay", "How it grows", "Related roles"]),
        ("provider", ["How it grows"]),
        ("providers", ["How it grows"]),
    ],
)
def test_what_a_query_finds(library, query, titles):
    assert [head.title for head in library.find(query)] == titles


def test_a_section_is_found_by_its_title_after_the_pages_that_have_it():
    heads = [
        ReferenceHead("guide", "long", "Questions", "How long does it take?"),
        ReferenceHead("guide", "ask", "Begin here", "Ask good questions"),
        ReferenceHead("guide", "other", "Begin here", "Small wins"),
    ]
    library = Library(heads, ["", "", "It answers no question."])
    found = [head.slug for head in library.find("questions")]
    assert found == ["ask", "long", "other"]
    assert {head.slug for head in library.find("FAQ")} >= {"ask", "long"}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("What is my salary?", ["Salary", "pay"]),
        ("what's my salary", ["Salary", "pay"]),
        ("What’s the provider’s salary?", ["Salary", "pay", "provider"]),
        ("payment", ["payment"]),
        ("providers", ["provider"]),
        ("c++", ["C++"]),
        ("", []),
    ],
)
def test_what_is_marked_is_what_was_found(query, words):
    text = "Salary, pay: a payment provider; C++ repay."
    found = re.findall(marking(query), text, re.IGNORECASE)
    assert [word for word in found if word] == words
