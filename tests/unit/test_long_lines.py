"""Long lines of adverts are parted, and every place is found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.ui.career.postings import long_lines
from tracker.ui.career.postings.long_lines import LONGEST, shown
from tracker.ui.widgets.text_units import place_of


def test_usual_text_stays_as_it_is():
    text = "One\n\nTwo words " * 50
    assert shown(text).text == text
    assert shown(text).added == ()


def test_no_line_is_longer_than_can_be_laid_out_quickly():
    text = "x" * 5_000 + " word" * 3_000 + "\n" + "y" * LONGEST
    assert max(map(len, shown(text).text.split("\n"))) <= LONGEST


texts = st.text(st.sampled_from("ab \nä🚀"), max_size=80)


@pytest.fixture
def _short(monkeypatch):
    monkeypatch.setattr(long_lines, "LONGEST", 7)


@pytest.mark.usefixtures("_short")
@given(texts)
def test_every_character_is_found_where_it_is_shown(text):
    made = shown(text)
    found = made.units_of(range(len(text)))
    for place, char in enumerate(text):
        there = made.text[place_of(made.text, found[place])]
        assert there == char or (char == " " and there == "\n")
        assert made.place_at(found[place]) == place


@pytest.mark.usefixtures("_short")
@given(texts)
def test_nothing_is_lost_but_spaces_that_end_lines(text):
    assert shown(text).text.replace("\n", "").replace(" ", "") == text.replace(
        "\n", ""
    ).replace(" ", "")
