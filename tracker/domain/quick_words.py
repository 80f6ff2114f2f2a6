"""The words of the quick log and of days that are typed, in one table.

English only: `ENGLISH`; another language is another `Language`. The order of words
within a phrase is that of English.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, eq=False, kw_only=True)
class Language:
    """The words of a language, in lower case.

    Attributes:
        spans: Fixed phrases and their minutes.
        lasting: May stand before a duration and goes with it.
        span_starts: May stand before a span of two times of day and goes with it.
        span_joins: Stand between the two.
        parting: Between two parts of a line, each of which may say how long it took.
        borrowed: After one of these it is no duration of the learner's own.
        clock: After one of these a number of hours is a time of day or a limit.
        elapsed: Before one of these it says when, not how long.
        days: Fixed phrases and how many days they lie back.
        nights: The same; they must stand at the start or the end of the line.
        long: What is longer than a day.
        ages: Units of "2 days ago" and their days.
        short_weekdays: Forms that are also ordinary words, so their place must fit.
        doubtful_months: Month names that are also ordinary words.
        vague: After one of these a weekday is no certain day.
        past: What may stand before a weekday; the first one before any date as well.
        linking: Beside one of these a tag is a word of the sentence.
        verbs: Short weekdays that are verbs, and what follows them as such.
        versions: After one of these ``3.11.`` is a version.
    """

    hours: tuple[str, ...]
    minutes: tuple[str, ...]
    numbers: Mapping[str, int]
    articles: tuple[str, ...]
    conjunction: str
    and_a_half: str
    spans: Mapping[str, int]
    lasting: tuple[str, ...]
    span_starts: tuple[str, ...]
    span_joins: tuple[str, ...]
    parting: frozenset[str]
    borrowed: frozenset[str]
    clock: frozenset[str]
    elapsed: tuple[str, ...]
    days: dict[str, int]
    nights: dict[str, int]
    long: tuple[str, ...]
    ages: Mapping[str, int]
    ago: str
    in_: str
    day: str
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    months: Mapping[str, int]
    doubtful_months: frozenset[str]
    ordinals: tuple[str, ...]
    the: str
    of: str
    past: tuple[str, ...]
    coming: str
    vague: frozenset[str]
    linking: frozenset[str]
    verbs: Mapping[str, frozenset[str]]
    versions: frozenset[str]


def _all(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_ONES = _all("one two three four five six seven eight nine ten eleven twelve")
_MONTHS = _all(
    "january february march april may june july"
    " august september october november december"
)
_WEEKDAYS = _all("monday tuesday wednesday thursday friday saturday sunday")

ENGLISH = Language(
    hours=_all("h hr hrs hour hours houres horus"),
    minutes=_all("m min mins minute minutes minuts minuets"),
    numbers={word: n for n, word in enumerate(_ONES, 1)}
    | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45}
    | {"fifty": 50, "sixty": 60, "ninety": 90},
    articles=("a", "an"),
    conjunction="and",
    and_a_half="and a half",
    spans={"half an hour": 30, "a half hour": 30, "half hour": 30}
    | {"an hour": 60, "an hour and a half": 90, "three quarters of an hour": 45}
    | {"a quarter of an hour": 15, "quarter of an hour": 15}
    | {"a couple of hours": 120, "couple of hours": 120},
    lasting=("for", "in", "ca", "ca.", "circa", "roughly"),
    span_starts=("from", "at", "between"),
    span_joins=("-", "–", "—", "to", "until", "till", "and"),
    parting=frozenset(_all("and then plus + & - – — | · /")),
    borrowed=frozenset(_all("of than the a an every each per this that")),
    clock=frozenset(_all("at from until till to by before since every within")),
    elapsed=_all("ago later earlier late early old"),
    days={"today": 0, "yesterday": 1}
    | {f"yesterday {part}": 1 for part in _all("morning afternoon evening night")}
    | {"the day before yesterday": 2, "day before yesterday": 2}
    | {
        "tomorrow": -1,
        "tommorow": -1,
        "the day after tomorrow": -2,
        "day after tomorrow": -2,
    },
    nights={"last night": 1, "last evening": 1},
    long=("last week", "this week", "last month", "this month"),
    ages={"d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7},
    ago="ago",
    in_="in",
    day="day",
    weekdays={word: n for n, word in enumerate(_WEEKDAYS)},
    short_weekdays={word[:3]: n for n, word in enumerate(_WEEKDAYS)}
    | {"tues": 1, "thur": 3, "thurs": 3},
    months={word: n for n, word in enumerate(_MONTHS, 1)}
    | {word[:3]: n for n, word in enumerate(_MONTHS, 1)}
    | {"sept": 9},
    doubtful_months=frozenset({"may", "march", "mar"}),
    ordinals=("st", "nd", "rd", "th"),
    the="the",
    of="of",
    past=("on", "last", "on last"),
    coming="next",
    vague=frozenset({"the", "every", "each"}),
    linking=frozenset(
        _all(
            "a about after against an and are around as at before between but by for"
            " from had has have in into is like my nor not of on or our over than that"
            " the their this through to under using versus via vs was were with"
            " without your & + / vs."
        )
    ),
    verbs={"sat": frozenset(_all("down with in through at by on for and"))},
    versions=frozenset(_all("version release v to python node")),
)
