"""Whatever a text holds, it is read, in time that grows with its length alone."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.fit_words import NAMES, read

PIECES = st.sampled_from(
    [
        *("Python", "java", "Go", "C#", ".NET", "REST", "Spring Boot", "SQL and NoSQL"),
        *("must", "no ", "not required", "ideally", "or", " und ", "or similar", "5+"),
        *(" years", "Requirements\n", "Nice to have:", "- ", "* ", "(", ")", "/", ","),
        *("\n", "\n\n", ". ", "; ", "•", "|", "\t", "\0", "İ", "ﬁ", "ß", "ł", "🚀"),
        *("e.g. ", "z. B. ", "##", "**", "don’t", "'", "\u2028", "\u202e", "\ud800"),
        *(" a plus", "unit, ", "integration tests", "https://", "@", "at least "),
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES | st.text(max_size=5), max_size=60).map("".join))
def test_any_text_is_read_and_every_offset_is_right(text):
    reading = read(text)
    every = [*reading.hits, *(each.hit for each in reading.ignored)]
    assert reading.length == len(text)
    for hit in every:
        assert text[hit.start : hit.end] == hit.words
        assert 0 <= hit.sentence_start <= hit.start < hit.end <= hit.sentence_end
        assert hit.sentence_end <= len(text)
        assert hit.skill in NAMES.titles
    spans = sorted((hit.start, hit.end) for hit in every)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert {skill for each in reading.wanted for skill in each.any} <= {
        hit.skill for hit in reading.hits
    }
    for years in reading.years:
        assert 0 <= years.start < years.end <= len(text)


@pytest.mark.parametrize(
    "unit",
    [
        *("python ", "python, ", "no python ", "a", " ", "\n", "- python\n", "must "),
        *(
            "python or ",
            "python/",
            "(",
            "1 year ",
            "unit and ",
            "Requirements:\n",
            "**",
        ),
        *("SQL and ", "spring ", "e.g. ", ".", "c", "• ", "x: ", "don't "),
    ],
)
def test_four_times_the_text_takes_about_four_times_as_long(unit):
    short, long = unit * (15_000 // len(unit)), unit * (60_000 // len(unit))

    def seconds(text):
        taken = []
        for _ in range(2):
            begun = process_time()
            read(text)
            taken.append(process_time() - begun)
        return min(taken)

    assert seconds(long) < 12 * seconds(short) + 0.05
