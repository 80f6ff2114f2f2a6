"""What a phrase says, and the small parts that its patterns are made of."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.quick_split import TAIL

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class Care(Enum):
    """Where a phrase must stand to be taken for a day or a time."""

    NONE = "anywhere"
    NAME = "not after a word that makes it vague"
    EDGE = "at the start or the end of the line"
    VERSION = "not where it may be a version"
    FRACTION = "where it is no part of a whole"
    CLOCK = "where it is no time of day"
    SPAN = "anywhere, also after a word like “at”"


class Why(Enum):
    """Why a phrase that looks like a day is none."""

    NO_DAY = "the calendar has no such day"
    ORDER = "day and month may be either way round"
    WHICH = "it is longer than a day"


class Said(NamedTuple):
    """What the first words of a phrase say.

    Attributes:
        words: How many words say it.
        tail: How many characters of punctuation follow in the last of them.
        minutes: Of a duration.
        day: ``None`` in a duration, and where ``why`` tells.
        care: Where it must stand to count.
    """

    words: int
    tail: int
    minutes: int = 0
    day: date | None = None
    care: Care = Care.NONE
    why: Why = Why.NO_DAY


def extent(match: re.Match[str]) -> tuple[int, int]:
    """Return how many words a match has, and the punctuation after the last."""
    return match.group().count(" ") + 1, len(match["tail"])


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for one of these words."""
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


def compiled(forms: Iterable[str], after: str = "") -> tuple[re.Pattern[str], ...]:
    """Return patterns of whole words, each with the punctuation behind it."""
    tail = rf"(?P<tail>[{re.escape(TAIL)}]*)(?= |\Z){after}"
    return tuple(re.compile(form + tail) for form in forms)
