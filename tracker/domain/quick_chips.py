"""Chips of the quick log: what was understood, and the text that is left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.domain.quick_split import (
    CLOSERS,
    LEAD,
    TAIL,
    Word,
    kept,
    place_before,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_COMMAS = ",;，；、"
_LISTED = frozenset(",;:，；：、")  # no text ends with one of these


class ChipKind(StrEnum):
    """What a piece of the line was understood as."""

    TIME = "time"
    DAY = "day"
    SKILL = "skill"
    PROJECT = "project"
    MILESTONE = "milestone"
    UNKNOWN = "unknown"  # it looks like one of these, and stays in the text


LINKS = frozenset({ChipKind.SKILL, ChipKind.PROJECT, ChipKind.MILESTONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A piece of the line and what it means.

    Attributes:
        text: As typed, ``line[start:end]``.
        meaning: Minutes ("90"), a day ("2026-11-24"), a subject; empty for unknown.
        reason: Why it is unknown, for people; empty for a tag without a match.
        stays: Its words stay in the text, without the mark.
    """

    kind: ChipKind
    text: str
    start: int
    end: int
    meaning: str = ""
    reason: str = ""
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a line that say something."""

    first: int  # of words
    words: int
    kind: ChipKind
    tail: int  # characters of punctuation in its last word
    meaning: str = ""
    reason: str = ""


class Layout:
    """A line, cut into chips and the pieces of its text."""

    def __init__(
        self,
        line: str,
        words: list[Word],
        found: Mapping[int, Found],
        stays: Collection[int],
    ) -> None:
        """Lay out a line; of the tags that ``stays`` names only the mark goes."""
        self.line, self.words = line, words
        self.pieces: list[str] = []
        self.chips: list[Chip] = []
        self._end = -1  # of the last piece, in the line
        self._joins = False  # the next piece follows without a blank
        self._stays = stays
        self._taken = {i for i, f in found.items() if f.kind is not ChipKind.UNKNOWN}
        i = 0
        while i < len(words):
            this = found.get(i)
            if this and i in stays:
                self._stay(this)
                i += 1
                continue
            if this and i in self._taken:
                self._take(this)
                i += this.words
                continue
            if this:
                last = words[i + this.words - 1]
                end = place_before(line, last.end, this.tail)
                self._chip(this, words[i].start, end)
            self._add(words[i].lead, words[i].end)
            i += 1

    def _chip(self, found: Found, start: int, end: int) -> None:
        chip = Chip(
            kind=found.kind,
            text=self.line[start:end],
            start=start,
            end=end,
            meaning=found.meaning,
            reason=found.reason,
            stays=found.first in self._stays,
        )
        self.chips.append(chip)

    def _add(self, start: int, end: int, *, joined: bool = False) -> None:
        joined = joined or self._joins or start == self._end
        if self.pieces and not joined:
            self.pieces.append(" ")
        self.pieces.append(kept(self.line[start:end]))
        self._end, self._joins = end, False

    @property
    def text(self) -> str:
        """Return what is left; commas that a chip left behind at an end go."""
        text = "".join(self.pieces)
        return text.strip(_COMMAS + " ") if self._taken else text

    def _stay(self, found: Found) -> None:
        word = self.words[found.first]
        self._chip(found, word.start, place_before(self.line, word.end, found.tail))
        if word.lead < word.start:
            self._add(word.lead, word.start)
            self._joins = True
        self._joins = self._joins or word.start == self._end
        self._add(word.start + 1, word.end)

    def _take(self, found: Found) -> None:
        """Make a chip; brackets without their other half stay in the text."""
        after = found.first + found.words
        word, last = self.words[found.first], self.words[after - 1]
        end = place_before(self.line, last.end, found.tail)
        closes = not CLOSERS.isdisjoint(self.line[end : last.end])
        if word.lead < word.start and closes:
            self._chip(found, word.lead, last.end)
            return
        if word.lead < word.start:
            self._add(word.lead, word.start)
            self._joins = True
        if closes or (found.tail and self._wants(end, last.end, after)):
            self._chip(found, word.start, end)
            self._add(end, last.end, joined=True)
        else:
            self._chip(found, word.start, last.end)

    def _wants(self, start: int, end: int, after: int) -> bool:
        """Tell whether the text before a chip takes the punctuation after it."""
        if not self.pieces or self.pieces[-1][-1:] in TAIL + LEAD:
            return False
        if after < len(self.words):
            return after not in self._taken or after in self._stays
        return not _LISTED.issuperset(kept(self.line[start:end]))
