"""One pass over an advert that marks every name of a skill and every cue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.fit.ambiguous import Guard, Place
from tracker.domain.fit.cue_words import Means
from tracker.domain.fit.spelling import WORD

if TYPE_CHECKING:
    from tracker.domain.fit.cue_words import Cue
    from tracker.domain.fit.vocabulary import Name, Node, Vocabulary

# What stands between two items of one list.
LISTED = re.compile(
    r"[ \t\xa0)*_\"”]*(?:[,/|&+(;•·]|(?:,[ \t]*)?\b(?:and|or|und|oder|bzw\.?|sowie"
    r"|as well as|nor|noch|and/or|e\.g\.|z\. ?b\.)(?=\W))[ \t\xa0(*_\"“]*",
    re.IGNORECASE,
)
_DIGITS = "0123456789"
_NEAR = 12  # characters; items of a list are no further apart
_ADDRESS = 60  # characters to each side that are looked at for an address
_JOINED = frozenset("@/.-_")


@dataclass(slots=True)
class Mark:
    """A name or a cue in the text, from ``start`` to before ``end``."""

    start: int
    end: int
    name: Name | None
    before: Cue | None
    after: Cue | None
    sure: bool = True

    @property
    def is_technology(self) -> bool:
        """Return whether it can be an item of a list of technologies."""
        cue = self.before
        return self.name is not None or (
            cue is not None and cue.means is Means.TECHNOLOGY
        )


def marks_of(text: str, small: str, vocabulary: Vocabulary) -> list[Mark]:
    """Return the marks of a text in order; no two of them overlap.

    Args:
        text: The text as it is.
        small: The same in small letters, each where it stood.
        vocabulary: The names.
    """
    marks: list[Mark] = []
    first, resume = vocabulary.first.get, 0
    for match in WORD.finditer(small):
        word = match.group()
        node = first(word)
        if node is None and word[-1].isdigit():
            node = first(word.rstrip(_DIGITS))  # "Java8" is Java
        if node is None or match.start() < resume:
            continue
        mark = _mark(text, small, match, vocabulary, node)
        if mark is not None:
            marks.append(mark)
            resume = mark.end
    if all(mark.sure for mark in marks):
        return marks
    return _with_neighbours(text, marks)


def _mark(
    text: str, small: str, match: re.Match[str], vocabulary: Vocabulary, node: Node
) -> Mark | None:
    """Return the longest name or cue that begins with a word."""
    start = match.start()
    for each, end in reversed(vocabulary.longest(small, node, match.end())):
        name = each.name
        if name is None or _in_address(text, start, end):
            if each.before or each.after:
                return Mark(start, end, None, each.before, each.after)
            continue
        if name.dotted and not (
            text[start - 1 : start] == "." and not text[max(0, start - 2)].isalnum()
        ):
            continue
        if name.dotted:
            start -= 1
        sure: bool | None = True
        if name.guard is not Guard.NONE:
            sure = Place(text, start, end).counts(name.text, name.guard)
        if sure is not False:
            return Mark(start, end, name, each.before, each.after, sure=sure is True)
    return None


def _in_address(text: str, start: int, end: int) -> bool:
    """Return whether a word is part of a web or mail address."""
    if text[start - 1 : start] not in _JOINED and text[end : end + 1] not in _JOINED:
        return False
    head = text[max(0, start - _ADDRESS) : start].rpartition(" ")[2].rpartition("\n")[2]
    tail = text[end : end + _ADDRESS].split(maxsplit=1)
    whole = head + text[start:end] + (tail[0] if tail and text[end] > " " else "")
    return "://" in whole or "www." in whole or "@" in whole


def is_listed(text: str, left: Mark, right: Mark) -> bool:
    """Return whether nothing but marks of a list stands between two items."""
    if right.start - left.end > _NEAR:
        return False
    return LISTED.fullmatch(text, left.end, right.start) is not None


def _with_neighbours(text: str, marks: list[Mark]) -> list[Mark]:
    """Let doubtful names count beside sure ones; drop the others."""
    for each, beside in _pairs(marks):
        if not each.sure and beside.sure and beside.is_technology:
            left, right = (
                (each, beside) if each.start < beside.start else (beside, each)
            )
            place = Place(text, each.start, each.end)
            if is_listed(text, left, right) and place.may_follow_neighbours():
                each.sure = True
    kept = []
    for mark in marks:
        if not mark.sure:
            mark.name = None  # as a word it may still be a cue
        if mark.name or mark.before or mark.after:
            kept.append(mark)
    return kept


def _pairs(marks: list[Mark]) -> list[tuple[Mark, Mark]]:
    """Return each mark with the one on its left, then each with that on its right."""
    forward = list(zip(marks[1:], marks, strict=False))
    backward = list(zip(reversed(marks[:-1]), reversed(marks), strict=False))
    return forward + backward
