"""The quick log: one line as people type it, and what of it is understood.

``1h30 wrote the login tests #testing @todo-api yesterday`` holds a duration, a skill,
a project and a day; what is left is the text. What is not understood stays in the text,
as typed. English words only; `tracker.domain.quick_words` holds them, in one table.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.quick_chips import LINKS, Chip, ChipKind, Found, Layout
from tracker.domain.quick_counting import DAY_MINUTES, settled
from tracker.domain.quick_reader import PHRASE_LENGTH, PHRASE_WORDS, Reader, reader
from tracker.domain.quick_said import Care, Said, Why
from tracker.domain.quick_sentence import tags_inside
from tracker.domain.quick_split import JOINERS, TAG_MARKS, TAIL, split_words
from tracker.domain.quick_tags import Names, TagNames
from tracker.domain.quick_words import ENGLISH
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

__all__ = ["Chip", "ChipKind", "Line", "Names", "TagNames", "parse"]

_SKILL_MARKS = "#＃"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a line says.

    Attributes:
        minutes: 0 to 1440, all durations that count (`tracker.domain.quick_counting`).
        day: Never after today; today if the line names none.
        text: What no chip took, blanks folded; with unknown pieces, and with the words
            of tags inside a sentence.
        links: Subjects, each once, in the order of the line.
        chips: In the order of the line; they do not overlap.
    """

    minutes: int
    day: date
    text: str
    links: tuple[str, ...]
    chips: tuple[Chip, ...]


def parse(line: str, today: date, names: Names) -> Line:
    """Return what a line says, seen from the learner's today. Any text is a line."""
    return _Parse(line, today, names, reader(ENGLISH)).result()


class _Parse:
    def __init__(self, line: str, today: date, names: Names, said: Reader) -> None:
        self.line, self.latest, self.names, self.said = line, today, names, said
        self.words = list(split_words(line))
        self.found: dict[int, Found] = {}  # by the first word
        self.free = [True] * len(self.words)
        self.clocks: set[int] = set()  # what may be times of day
        self.day: date | None = None

    def result(self) -> Line:
        self._each(self._tag)
        self._each(self._duration)
        free = [i for i, is_free in enumerate(self.free) if is_free]
        self.first, self.last = (free[0], free[-1]) if free else (0, 0)
        self._each(self._day)
        language = self.said.language
        self.found = settled(self.words, self.found, self.clocks, language)
        inside = tags_inside(self.words, self.found, language)
        laid_out = Layout(self.line, self.words, self.found, inside)
        found = [each for _, each in sorted(self.found.items())]
        links = [each.meaning for each in found if each.kind in LINKS]
        times = [int(each.meaning) for each in found if each.kind is ChipKind.TIME]
        return Line(
            minutes=sum(times),
            day=self.day or self.latest,
            text=laid_out.text,
            links=tuple(dict.fromkeys(links)),
            chips=tuple(laid_out.chips),
        )

    def _each(self, look: Callable[[int], Found | None]) -> None:
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

    def _tag(self, i: int) -> Found | None:
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
        return Found(i, 1, kind, len(plain) - len(stem) - 1, subject or "")

    def _duration(self, i: int) -> Found | None:
        said = self.said.duration(self._phrase(i))
        is_clock = self._before(i) in self.said.language.clock
        if said is None or (is_clock and said.care is not Care.SPAN):
            return None
        if said.minutes > DAY_MINUTES:
            return _unknown(i, said, tr("more than a day"))
        if said.care is Care.CLOCK:
            self.clocks.add(i)
        return Found(i, said.words, ChipKind.TIME, said.tail, str(said.minutes))

    def _day(self, i: int) -> Found | None:
        said = self.said.day(self._phrase(i), self.latest)
        if said is None or not self._may_stand(i, said):
            return None
        if reason := self._refused(i, said):
            return _unknown(i, said, reason)
        self.day = said.day or self.latest
        return Found(i, said.words, ChipKind.DAY, said.tail, self.day.isoformat())

    def _refused(self, i: int, said: Said) -> str:
        """Return why a phrase that names a day is not taken for it, if so."""
        if said.day is None:
            return _reason(said.why)
        if said.day > self.latest:
            return tr("in the future")
        if self.day is not None:
            return tr("there is a day already")
        if said.care is Care.FRACTION and self._may_be_a_part(i, said):
            return tr("a day? Write {day}", day=said.day.isoformat())
        return ""

    def _may_be_a_part(self, i: int, said: Said) -> bool:
        """Tell whether "8/15" at the beginning may be a part of a whole."""
        after = i + said.words
        return i + said.words - 1 != self.last and self.free[after]

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


def _reason(why: Why) -> str:
    if why is Why.ORDER:
        return tr("day or month first? 2026-11-24 is certain")
    return tr("which day?") if why is Why.WHICH else tr("no such day")


def _unknown(first: int, said: Said, reason: str) -> Found:
    return Found(first, said.words, ChipKind.UNKNOWN, said.tail, reason=reason)
