"""Years of experience: "5+ years", "3-5 years", "mindestens drei Jahre"."""

from __future__ import annotations

import re

_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "ein": 1,
    "einem": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
}
_ONE = r"(?:\d{1,2}|" + "|".join(_NUMBERS) + ")"
_BEHIND = 30  # characters before the word "years" that are looked at
_NUMBER = re.compile(
    rf"(?<![\w.,])({_ONE})[ \t]*(?:\+|plus)?"
    rf"(?:[ \t]*(?:-|–|to|bis|or|oder)[ \t]*({_ONE}))?"
    r"[ \t]*\+?[ \t]*(?:or more|oder mehr|full|volle)?[ \t]*$"
)
AFTER_AT_LEAST = re.compile(
    rf"[ \t]*(?:of|an?)?[ \t]*(?:{_ONE})(?![\w%])(?! of(?: the)? (?:these|following))"
)


def years_before(small: str, end: int) -> tuple[int, int, int] | None:
    """Return (least, most, start) of the number before the word for years.

    Args:
        small: The text in small letters.
        end: Where the word for years begins.
    """
    begin = max(0, end - _BEHIND)
    found = _NUMBER.search(small[begin:end])
    if found is None:
        return None
    least = _value(found[1])
    most = _value(found[2]) if found[2] else least
    return min(least, most), max(least, most), begin + found.start()


def _value(word: str) -> int:
    return _NUMBERS[word] if word in _NUMBERS else int(word)
