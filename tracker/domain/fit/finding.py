"""Marks the names of skills in an advert, and the cues around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.fit.ambiguous import Guard, Place
from tracker.domain.fit.cue_words import Means
from tracker.domain.fit.spelling import folded, is_whole
from tracker.domain.fit.vocabulary import cues

if TYPE_CHECKING:
    from tracker.domain.fit.cue_words import Cue
    from tracker.domain.fit.spelling import Pieces
    from tracker.domain.fit.tree import Name, Node
    from tracker.domain.fit.vocabulary import Vocabulary

# What stands between two items of one list.
LISTED = re.compile(
    r"[ \t\xa0)*_\"”]*(?:[,/|&+(;•·]|(?:,[ \t]*)?\b(?:and|or|und|oder|bzw\.?|sowie"
    r"|as well as|nor|noch|and/or|e\.g\.|z\. ?b\.)(?=\W))[ \t\xa0(*_\"“]*",
    re.IGNORECASE,
)
_DIGITS = "0123456789"
_SIGNED = frozenset("+#'’")
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

    @property
    def is_read(self) -> bool:
        """Return whether a sentence with it has to be read."""
        cue = self.before
        return self.name is not None or (cue is not None and cue.means is Means.YEARS)


class Finder:
    """Finds names in a text, and cues in the sentences that have one.

    Attributes:
        names: The marks of names in order; no two of them overlap.
    """

    def __init__(
        self, text: str, small: str, pieces: Pieces, vocabulary: Vocabulary
    ) -> None:
        """Find the names.

        Args:
            text: The text as it is.
            small: The same in small letters, each where it stood.
            pieces: The words of ``small``.
            vocabulary: The names to look for.
        """
        self._text, self._small, self._pieces = text, small, pieces
        self._tree = vocabulary.names
        self._cues = cues()
        self.names = self._find_names()

    def cues_within(self, start: int, end: int, names: list[Mark]) -> list[Mark]:
        """Return the cues between two places, in order and beside the names there."""
        words, starts = self._pieces
        first = self._cues.first
        found: list[Mark] = []
        resume, taken = start, 0
        at = bisect_left(starts, start)
        for number in range(at, bisect_left(starts, end, at)):
            node = first.get(words[number])
            if node is None:
                continue
            begin = starts[number]
            while taken < len(names) and names[taken].end <= begin:
                taken += 1
            until = names[taken].start if taken < len(names) else end
            if begin < resume or begin >= until:
                continue
            mark = self._cue(begin, words[number], until)
            if mark is not None:
                found.append(mark)
                resume = mark.end
        return found

    def _cue(self, start: int, word: str, until: int) -> Mark | None:
        node, end = self._cues.begin(self._small, word, start + len(word))
        if node is None or not is_whole(self._small, start, start + len(word)):
            return None
        for each, behind in reversed(self._cues.longest(self._small, node, end)):
            if behind <= until:
                return Mark(start, behind, None, each.before, each.after)
        return None

    def _find_names(self) -> list[Mark]:
        words, starts = self._pieces
        known = self._known(words)
        candidates = [n for n, word in enumerate(words) if word in known]
        marks: list[Mark] = []
        resume, last = 0, len(words) - 1
        for number in candidates:
            if starts[number] < resume:
                continue
            word = words[number]
            node = known[word]
            following = words[number + 1] if number < last else ""
            if node.ends or not following or folded(following) in node.next:
                mark = self._name(starts[number], word, node)
                if mark is not None:
                    marks.append(mark)
                    resume = mark.end
        if all(mark.sure for mark in marks):
            return marks
        return _with_neighbours(self._text, marks)

    def _known(self, words: list[str]) -> dict[str, Node]:
        """Return where each word of the text leads that begins a name."""
        first = self._tree.first
        different = set(words)
        known = {word: first[word] for word in different & first.keys()}
        for word in different:
            if word and word[-1] in _DIGITS and word not in known:
                node = first.get(word.rstrip(_DIGITS))  # "Java8" is Java
                if node is not None:
                    known[word] = node
        return known

    def _name(self, start: int, word: str, node: Node) -> Mark | None:
        """Return the longest name that begins with a word."""
        small, end = self._small, start + len(word)
        if not is_whole(small, start, end):
            return None
        if small[end : end + 1] in _SIGNED:
            begun, end = self._tree.begin(small, word, end)
            if begun is None:
                return None
            node = begun
        for each, behind in reversed(self._tree.longest(small, node, end)):
            mark = self._checked(each, start, behind)
            if mark is not None:
                return mark
        return None

    def _checked(self, node: Node, start: int, end: int) -> Mark | None:
        """Return the mark of a name, unless the word means something else here."""
        name, text = node.name, self._text
        if name is None or _in_address(text, start, end):
            return Mark(start, end, None, node.before, node.after)
        if name.dotted:
            start -= 1
            if text[start : start + 1] != "." or text[max(0, start - 1)].isalnum():
                return None
        sure: bool | None = True
        if name.guard is not Guard.NONE:
            sure = Place(text, start, end).counts(name.text, name.guard)
            if sure is False:
                return None
        return Mark(start, end, name, node.before, node.after, sure=sure is True)


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
