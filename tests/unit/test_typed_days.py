"""A day typed into a field: the next or the last one, and nothing that is unsure."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.typed_days import typed_day

TODAY = date(2026, 11, 25)  # a Wednesday

AHEAD = {
    "2026-11-25": "today|wednesday|Wed|+0",
    "2026-11-26": "tomorrow|tomorow| Tomorrow |thursday|thu|+1|in a day|26.11.|26 Nov",
    "2026-11-27": "friday|firday|on friday|the day after tomorrow",
    "2026-11-28": "+3|+ 3|+3d|in 3 days|in three days|28 Nov|Nov 28th|28.11.|11/28",
    "2026-12-02": "+7|+1w|in a week|next wednesday",
    "2026-11-24": "yesterday|2026-11-24|24.11.2026|24/11/2026|last tuesday|a day ago",
    "2027-11-24": "24.11.|24 Nov|24/11",
    "2028-02-29": "29.2.2028",
}


@pytest.mark.parametrize(
    ("day", "typed"),
    [(day, typed) for day, many in AHEAD.items() for typed in many.split("|")],
)
def test_a_day_to_come_is_typed_in_figures_or_words(day, typed):
    assert typed_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("friday", "2026-11-20"),
        ("today", "2026-11-25"),
        ("26.11.", "2025-11-26"),
        ("2026-11-28", "2026-11-28"),
        ("+3", "2026-11-28"),
    ],
)
def test_of_what_was_it_is_the_last_one(typed, day):
    assert typed_day(typed, TODAY, ahead=False) == day


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "3/4", "3/4/2026", "24/11/26", "24/7", "31 Feb", "friday 1h"),
        *("last week", "fridays", "+99999", "9" * 500, "+", "2026-02-30", "🎉"),
    ],
)
def test_what_is_no_certain_day_stays_as_typed(text):
    assert typed_day(text, TODAY) == text


@given(st.text(max_size=90), st.dates(), st.booleans())
def test_any_text_is_a_day_or_stays(text, today, ahead):
    said = typed_day(text, today, ahead=ahead)
    assert said == text.strip() or date.fromisoformat(said)


@given(st.sampled_from(["friday", "30.11.", "nov 3", "today", "tomorrow", "+9"]))
def test_a_day_without_a_year_is_never_before_today(typed):
    assert date.fromisoformat(typed_day(typed, TODAY)) >= TODAY
