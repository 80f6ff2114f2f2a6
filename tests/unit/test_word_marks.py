"""What is marked in a line is what the search found it by."""

from __future__ import annotations

import pytest

from tracker.domain.word_marks import telling_line, word_marks


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Read about joins", "join", ["join"]),
        ("Read about joins", "JOINS read", ["Read", "joins"]),
        ("Disjoint sets", "join", []),
        ("Café and cafe\u0301", "cafe", ["Café", "cafe\u0301"]),
        ("İstanbul", "istan", ["İstan"]),
        ("قرأت عن الاختبارات", "قرأت", ["قرأت"]),
        ("🎉 tests", "tests", ["tests"]),
        ("snake_case_name", "case", ["case"]),
        ("anything", "", []),
        ("anything", "…", []),
        ("join joins", "join joins", ["join", "joins"]),
    ],
)
def test_words_are_marked(text, words, marked):
    assert [text[a:b] for a, b in word_marks(text, words)] == marked


def test_the_line_with_the_words_is_shown_and_not_the_first():
    text = "A heading\n\nsome words\nread about joins"
    assert telling_line(text, "joins", 40) == "read about joins"


def test_a_word_far_behind_moves_the_start_to_a_word_before_it():
    shown = telling_line("word " * 60 + "found here", "found", 40)
    assert shown.startswith("… word ")
    assert shown.index("found") < 40


def test_a_long_text_without_blanks_is_cut_before_the_word():
    shown = telling_line("-" * 300 + "found", "found", 40)
    assert shown.endswith("found")
    assert len(shown) < 40


def test_without_words_or_text_the_first_line_stands():
    assert telling_line("one\ntwo", "", 40) == "one"
    assert telling_line(" \n", "x", 40) == ""
