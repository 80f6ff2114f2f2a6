"""Years of experience: "5+ years", "3-5 years", "mindestens drei Jahre"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.domain.fit.cue_words import Means
from tracker.domain.fit.reading import Years

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.domain.fit.finding import Mark
    from tracker.domain.fit.sentence import Sentence

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
    r"(?:[ \t]*\(\d{1,2}\+?\))?[ \t]*\+?[ \t]*(?:or more|oder mehr|full|volle)?[ \t]*$"
)
_LONGEST = 15  # years; nobody asks for more experience: "for 25 years", "18 years old"
_NO_EXPERIENCE = re.compile(
    r"[ \t-]*(?:old|of age|ago|alt|in business|in a row|contract|vertrag|history)\b"
)
_BEFORE_IT = re.compile(
    r"(?:in business|in the market|contract|aged?|founded|last|past|next|within)"
    r"(?:[ \t]+(?:for|of|the|over|about|nearly|almost|than|more))*[ \t]*$"
)
# "Java (5+ years)", "Java: 5 years": of what the years are stands before them.
_OWNED = re.compile(r"[ \t]*(?:[(:|–-]|with)[^()\n,;]{0,12}")
AFTER_AT_LEAST = re.compile(
    rf"\.?[ \t]*(?:of|an?)?[ \t]*(?:{_ONE})(?![\w%])"
    r"(?! of(?: the)? (?:these|following))"
    r"(?![ \t]*(?:years?|jahre)[ \t]+(?:old|of age|alt)\b)"
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


def years_in(sentence: Sentence, named: Sequence[Mark]) -> Iterator[Years]:
    """Yield the years of experience that a sentence names, with what they are of.

    Args:
        sentence: The sentence.
        named: The skills in it that are asked for, in order.
    """
    spans = [
        span
        for mark in sentence.marks
        if mark.before is not None and mark.before.means is Means.YEARS
        if (span := _span(sentence, mark))
    ]
    before = sentence.start
    for number, (least, most, start, end) in enumerate(spans):
        last = number + 1 == len(spans)
        until = sentence.end if last else spans[number + 1][2]
        front = [mark for mark in named if before <= mark.start < start]
        behind = [mark for mark in named if end <= mark.start < until]
        before = end
        if front and _OWNED.fullmatch(sentence.text, front[-1].end, start):
            of = front[-1:]
        else:
            of = behind or front
        skills = dict.fromkeys(mark.name.skill for mark in of if mark.name)
        yield Years(least=least, most=most, start=start, end=end, skills=tuple(skills))


def _span(sentence: Sentence, mark: Mark) -> tuple[int, int, int, int] | None:
    """Return (least, most, start, end) if a word for years is about experience."""
    small = sentence.small
    found = years_before(small, mark.start)
    if found is None or found[2] < sentence.start or found[0] > _LONGEST:
        return None
    head = small[max(sentence.start, found[2] - _BEHIND) : found[2]]
    if _NO_EXPERIENCE.match(small, mark.end) or _BEFORE_IT.search(head):
        return None
    return *found, mark.end


def _value(word: str) -> int:
    return _NUMBERS[word] if word in _NUMBERS else int(word)
