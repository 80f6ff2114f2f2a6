"""Headings within a line: "Required: Java", and what goes on behind them."""

from __future__ import annotations

import re

from tracker.domain.fit.headings import Section, section_of

WEIGHED = (Section.MUST, Section.NICE)
# Such a heading within what must be, or would be nice, is a part of it: "Skills: Java".
_KNOWING = re.compile(
    r"\b(?:experience|expertise|knowledge|skills?|kenntnisse|erfahrung(?:en)?|familiarity"
    r"|technologies|technologien|tools)\b"
)
_INLINE = re.compile(
    r"(?:\*\*|__)(?P<bold>[^*\n]{2,60}?)[.:]?(?:\*\*|__)[:.]?[ \t]+(?=\S)"
    r"|(?P<plain>[^:|\t\n]{2,60}?)[ \t]*(?:(?P<sure>[:|\t])|[ \t][-–—])[ \t]*(?=[^\s/])"
)
# "Required: Java, Docker. We use Git.": with such a word something else begins.
_ANEW = re.compile(
    r"(?:we|you|our|your|the|this|these|it|they|there|i|he|she|if|as|for|please|apply"
    r"|wir|du|sie|unser|unsere|dein|deine|ihr|ihre|das|die|der|es|als|wenn|bei|bitte"
    r"|candidates?|jd|note|everything|anything|all|any|no|what|everyone|alles|wer)\b"
)
_LONGEST_INLINE = 68  # characters; a little more than `_INLINE` takes
_PARTING = re.compile(r"[:|\t*_–—-]")


def begun_at(small: str, start: int, end: int) -> re.Match[str] | None:
    """Return what may be a heading within a line, if there is a mark that parts it."""
    if _PARTING.search(small, start, min(end, start + _LONGEST_INLINE)):
        return _INLINE.match(small, start, end)
    return None


def inline_kind(
    small: str, start: int, end: int, around: Section
) -> tuple[Section, int] | None:
    """Return what a heading that begins a sentence announces, and where it ends.

    "We need Python. Nice to have: Docker."

    Args:
        small: The text in small letters.
        start: Where the sentence begins.
        end: Behind it.
        around: What its line belongs to.
    """
    begun = begun_at(small, start, end)
    if begun is None or not (begun["bold"] or begun["sure"]):
        return None
    words = begun["bold"] or begun["plain"]
    kind = within(around, section_of(words, lambda: True), words)
    return None if kind is None else (kind, begun.end())


def within(around: Section, kind: Section | None, words: str) -> Section | None:
    """Return what a heading announces within a part of an advert.

    "Experience with: Java" is no less than what it stands in.
    """
    is_part = kind is Section.ASKED and around in WEIGHED and _KNOWING.search(words)
    return around if is_part else kind


def begins_anew(small: str, start: int) -> bool:
    """Return whether a sentence leaves the heading that stands within its line."""
    return _ANEW.match(small, start) is not None
