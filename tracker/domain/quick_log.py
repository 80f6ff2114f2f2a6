"""The quick log: one line as people type it, and what of it is understood.

``1h30 wrote the login tests #testing @todo-api yesterday`` holds a duration, a skill,
a project and a day; what is left is the text. What is not understood stays in the text,
as typed. English words only; `tracker.domain.quick_words` holds them, in one table.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from tracker.domain.ids import slug_of
from tracker.domain.quick_words import (
    CLOSERS,
    ENGLISH,
    JOINERS,
    LEAD,
    PHRASE_LENGTH,
    PHRASE_WORDS,
    TAG_MARKS,
    TAIL,
    Care,
    Reader,
    Said,
    Word,
    kept,
    place_before,
    reader,
    split_words,
)
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

DAY_MINUTES = 24 * 60
_SKILL_MARKS = "#＃"
_LISTED = frozenset(",;:，；：、")  # no text ends with one of these
_TYPO_LENGTH = 5  # characters; shorter tags are too much like each other


class ChipKind(StrEnum):
    """What a piece of the line was understood as."""

    TIME = "time"
    DAY = "day"
    SKILL = "skill"
    PROJECT = "project"
    MILESTONE = "milestone"
    UNKNOWN = "unknown"  # it looks like one of these, and stays in the text


_LINKS = frozenset({ChipKind.SKILL, ChipKind.PROJECT, ChipKind.MILESTONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A piece of the line and what it means.

    Attributes:
        text: As typed, ``line[start:end]``.
        meaning: Minutes ("90"), a day ("2026-11-24"), a subject; empty for unknown.
        reason: Why it is unknown, for people; empty for a tag without a match.
    """

    kind: ChipKind
    text: str
    start: int
    end: int
    meaning: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a line says.

    Attributes:
        minutes: 0 to 1440, all durations of the line together.
        day: Never after today; today if the line names none.
        text: What no chip but the unknown ones took, blanks folded.
        links: Subjects, each once, in the order of the line.
        chips: In the order of the line; they do not overlap.
    """

    minutes: int
    day: date
    text: str
    links: tuple[str, ...]
    chips: tuple[Chip, ...]


class Names(Protocol):
    """Knows what a tag, without its mark, is the name of."""

    def skill(self, tag: str) -> str | None:
        """Return the subject of a skill, or ``None`` if it is unknown or ambiguous."""

    def project(self, tag: str) -> str | None:
        """Return the subject of a project, or ``None``."""

    def milestone(self, tag: str) -> str | None:
        """Return the subject of a milestone, as ``project/milestone``, or ``None``."""


@dataclass(frozen=True, slots=True)
class TagNames:
    """Names from tables of casefolded tags and their subjects.

    A tag may be shortened to a beginning that only one subject has, and a tag of five
    characters or more may have one typing mistake.
    """

    skills: Mapping[str, str]
    projects: Mapping[str, str]
    milestones: Mapping[str, str] = field(default_factory=dict)
    _skills: _Tags = field(init=False, repr=False, compare=False)
    _projects: _Tags = field(init=False, repr=False, compare=False)
    _milestones: _Tags = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_skills", _Tags(self.skills))
        object.__setattr__(self, "_projects", _Tags(self.projects))
        object.__setattr__(self, "_milestones", _Tags(self.milestones))

    def skill(self, tag: str) -> str | None:
        """Return the subject of a skill, or ``None`` if it is unknown or ambiguous."""
        return self._skills.find(tag)

    def project(self, tag: str) -> str | None:
        """Return the subject of a project, or ``None``."""
        return self._projects.find(tag)

    def milestone(self, tag: str) -> str | None:
        """Return the subject of a milestone; its project may be shortened, too."""
        project, _, name = tag.partition("/")
        subject = self.project(project)
        if subject is None or not name:
            return None
        return self._milestones.find(f"{slug_of(subject)}/{name}")


class _Tags:
    def __init__(self, subjects: Mapping[str, str]) -> None:
        self._subjects = {_folded_tag(tag): name for tag, name in subjects.items()}
        self._sorted = sorted(self._subjects)

    def find(self, tag: str) -> str | None:
        key = _folded_tag(tag)
        if key in self._subjects:
            return self._subjects[key]
        found = self._beginning(key)
        if not found and len(key) >= _TYPO_LENGTH:
            found = {
                subject
                for known, subject in self._subjects.items()
                if abs(len(known) - len(key)) <= 1 and one_typo(key, known)
            }
        return found.pop() if len(found) == 1 else None

    def _beginning(self, key: str) -> set[str]:
        found: set[str] = set()
        for place in range(bisect_left(self._sorted, key), len(self._sorted)):
            known = self._sorted[place]
            if len(found) > 1 or not known.startswith(key):
                break
            found.add(self._subjects[known])
        return found


def _folded_tag(tag: str) -> str:
    return unicodedata.normalize("NFC", tag).casefold()


def one_typo(one: str, other: str) -> bool:
    """Tell whether one changed, missing, added or swapped character is between them."""
    at = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    a, b = one[at:], other[at:]
    return (
        a[1:] == b[1:]
        or a[1:] == b
        or a == b[1:]
        or (a[:2] == b[1::-1] and a[2:] == b[2:])
    )


def parse(line: str, today: date, names: Names) -> Line:
    """Return what a line says, seen from the learner's today. Any text is a line."""
    return _Parse(line, today, names, reader(ENGLISH)).result()


@dataclass(frozen=True, slots=True)
class _Found:
    first: int  # of words
    words: int
    kind: ChipKind
    tail: int  # characters of punctuation in its last word
    meaning: str = ""
    reason: str = ""


class _Parse:
    def __init__(self, line: str, today: date, names: Names, said: Reader) -> None:
        self.line, self.latest, self.names, self.said = line, today, names, said
        self.words = list(split_words(line))
        self.found: dict[int, _Found] = {}  # by the first word
        self.free = [True] * len(self.words)
        self.minutes = 0
        self.day: date | None = None

    def result(self) -> Line:
        self._each(self._tag)
        self._each(self._duration)
        free = [i for i, is_free in enumerate(self.free) if is_free]
        self.first, self.last = (free[0], free[-1]) if free else (0, 0)
        self._each(self._day)
        laid_out = _Layout(self.line, self.words, self.found)
        links = [
            found.meaning
            for _, found in sorted(self.found.items())
            if found.kind in _LINKS
        ]
        return Line(
            minutes=self.minutes,
            day=self.day or self.latest,
            text="".join(laid_out.pieces),
            links=tuple(dict.fromkeys(links)),
            chips=tuple(laid_out.chips),
        )

    def _each(self, look: Callable[[int], _Found | None]) -> None:
        for i in range(len(self.words)):
            if self.free[i] and (found := look(i)):
                self.found[i] = found
                self.free[i : i + found.words] = [False] * found.words

    def _phrase(self, first: int) -> str:
        length, parts = 0, []
        for i in range(first, min(first + PHRASE_WORDS, len(self.words))):
            word = self.words[i]
            length += len(word.folded) + 1
            inside = i == first or word.lead == word.start
            if not (self.free[i] and word.folded and inside and length < PHRASE_LENGTH):
                break
            parts.append(word.folded)
        return " ".join(parts)

    def _before(self, i: int) -> str:
        return self.words[i - 1].folded if i else ""

    def _tag(self, i: int) -> _Found | None:
        plain = self.words[i].plain
        stem = plain[1:].rstrip(TAIL)
        if plain[0] not in TAG_MARKS or not stem or not _in_tag(stem[0]):
            return None
        kind, find = ChipKind.PROJECT, self.names.project
        if plain[0] in _SKILL_MARKS:
            kind, find = ChipKind.SKILL, self.names.skill
        elif "/" in stem:
            kind, find = ChipKind.MILESTONE, self.names.milestone
        parts = stem.split("/", 1) if kind is ChipKind.MILESTONE else [stem]
        whole = all(map(_in_tag, "".join(parts).removesuffix("#")))
        subject = find(stem) if whole and any(map(str.isalnum, stem)) else None
        kind = kind if subject else ChipKind.UNKNOWN
        return _Found(i, 1, kind, len(plain) - len(stem) - 1, subject or "")

    def _duration(self, i: int) -> _Found | None:
        said = self.said.duration(self._phrase(i))
        if said is None or self._before(i) in self.said.language.clock:
            return None
        if self.minutes + said.minutes > DAY_MINUTES:
            return _unknown(i, said, tr("more than a day"))
        self.minutes += said.minutes
        return _Found(i, said.words, ChipKind.TIME, said.tail, str(said.minutes))

    def _day(self, i: int) -> _Found | None:
        said = self.said.day(self._phrase(i), self.latest)
        if said is None or not self._may_stand(i, said):
            return None
        if said.day is None:
            return _unknown(i, said, tr("no such day"))
        if said.day > self.latest:
            return _unknown(i, said, tr("in the future"))
        if self.day is not None:
            return _unknown(i, said, tr("there is a day already"))
        self.day = said.day
        return _Found(i, said.words, ChipKind.DAY, said.tail, said.day.isoformat())

    def _may_stand(self, i: int, said: Said) -> bool:
        before, language = self._before(i), self.said.language
        if said.care is Care.NONE:
            return True
        if said.care is Care.VERSION:
            name = self.words[i - 1].plain[:1].isupper() if i else False
            return not name and before not in language.versions
        if before in language.vague:
            return False
        if said.care is Care.NAME or i + said.words - 1 == self.last:
            return True
        verb = language.verbs.get(self.words[i].folded, frozenset())
        return i == self.first and self.words[i + said.words].folded not in verb


def _in_tag(char: str) -> bool:
    return char in "-.+_" + JOINERS or unicodedata.category(char)[0] in "LMN"


def _unknown(first: int, said: Said, reason: str) -> _Found:
    return _Found(first, said.words, ChipKind.UNKNOWN, said.tail, reason=reason)


class _Layout:
    """Cuts a line into chips and the pieces of its text."""

    def __init__(
        self, line: str, words: list[Word], found: Mapping[int, _Found]
    ) -> None:
        self.line, self.words = line, words
        self.pieces: list[str] = []
        self.chips: list[Chip] = []
        self._end = -1  # of the last piece, in the line
        self._joins = False  # the next piece follows without a blank
        self._taken = {i for i, f in found.items() if f.kind is not ChipKind.UNKNOWN}
        i = 0
        while i < len(words):
            this = found.get(i)
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

    def _chip(self, found: _Found, start: int, end: int) -> None:
        chip = Chip(
            kind=found.kind,
            text=self.line[start:end],
            start=start,
            end=end,
            meaning=found.meaning,
            reason=found.reason,
        )
        self.chips.append(chip)

    def _add(self, start: int, end: int, *, joined: bool = False) -> None:
        joined = joined or self._joins or start == self._end
        if self.pieces and not joined:
            self.pieces.append(" ")
        self.pieces.append(kept(self.line[start:end]))
        self._end, self._joins = end, False

    def _take(self, found: _Found) -> None:
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
            return after not in self._taken
        return not _LISTED.issuperset(kept(self.line[start:end]))
