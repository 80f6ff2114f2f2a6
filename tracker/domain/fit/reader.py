"""Read an advert: which skills it names, where, and how much each is wanted."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import count
from operator import attrgetter
from typing import TYPE_CHECKING

from tracker.domain.fit.alternatives import choices_of
from tracker.domain.fit.finding import Finder
from tracker.domain.fit.headings import Section
from tracker.domain.fit.labels import begins_anew, inline_kind
from tracker.domain.fit.language import language_of
from tracker.domain.fit.lines import lines_of, sentences_of
from tracker.domain.fit.reading import Hit, Ignored, Need, Reading, Reason, Years
from tracker.domain.fit.sentence import Sentence
from tracker.domain.fit.spelling import blanked, lowered
from tracker.domain.fit.weighing import weigh
from tracker.domain.fit.years import years_in

if TYPE_CHECKING:
    from tracker.domain.fit.finding import Mark
    from tracker.domain.fit.lines import TextLine
    from tracker.domain.fit.vocabulary import Vocabulary

# Adverts name these where they tell how to apply, and never ask for them.
OF_APPLYING = frozenset(
    {
        "achievement-record",
        "first-ninety-days",
        "freelance-project",
        "interview-practice",
        "negotiate-pay",
        "professional-profile",
        "read-job-adverts",
        "write-a-cv",
    }
)


_START = attrgetter("start")
_LETTERS = 500  # characters that are looked at to tell letters from others


def read_posting(text: str, vocabulary: Vocabulary) -> Reading:
    """Read an advert.

    It takes any text and raises nothing; its time grows with the length alone.

    Args:
        text: The advert as plain text. All offsets refer to it.
        vocabulary: The names to look for.
    """
    small = lowered(text)
    blank = blanked(small)
    finder = Finder(text, small, blank, vocabulary)
    reader = _Reader(text, small, finder)
    last = finder.names[-1].start if finder.names else -1
    for line in lines_of(text, small, last):
        reader.read_line(line)
    reading = Reading(
        hits=tuple(reader.hits),
        ignored=tuple(reader.ignored),
        years=tuple(reader.years),
        language=_language(small, blank),
        length=len(text),
        of_trade=finder.of_trade,
    )
    if reading.phrases_were_read:
        return reading
    # A word that looks like one of ours may mean something else there.
    plain = tuple(hit._replace(need=Need.ASKED) for hit in reading.hits)
    return replace(reading, hits=plain)


def _language(small: str, blank: str) -> str:
    """Return the language of a text, ``other`` if it is not in Latin letters."""
    head = small[:_LETTERS]
    letters = sum(map(str.isalpha, head))
    latin = letters if head.isascii() else sum(map(str.isalpha, blank[:_LETTERS]))
    return "other" if latin * 2 < letters else language_of(blank)


class _Reader:
    """Collects what is read, sentence by sentence."""

    def __init__(self, text: str, small: str, finder: Finder) -> None:
        self._text, self._small, self._finder = text, small, finder
        self._names = finder.names
        self._starts = [mark.start for mark in finder.names]
        self._groups = count(1)
        self.hits: list[Hit] = []
        self.ignored: list[Ignored] = []
        self.years: list[Years] = []

    def read_line(self, line: TextLine) -> None:
        if not self._within(line.start, line.end):
            return
        section, body = line.section, line.body
        for start, end in sentences_of(self._text, line):
            if start > line.start and section is not Section.ELSEWHERE:
                begun = inline_kind(self._small, start, end, line.around)
                if (
                    begun is None
                    and section is not line.around
                    and begins_anew(self._small, start)
                ):
                    section = line.around
                section, body = begun or (section, start)
            names = self._within(start, end)
            if names:
                marks = names + self._finder.cues_within(start, end, names)
                marks.sort(key=_START)
                self._read(
                    Sentence(self._text, self._small, start, end, section, body, marks)
                )

    def _within(self, start: int, end: int) -> list[Mark]:
        first = bisect_left(self._starts, start)
        return self._names[first : bisect_left(self._starts, end, first)]

    def _read(self, sentence: Sentence) -> None:
        weighed = weigh(sentence)
        if not self._finder.of_trade:
            weighed = [(m, Reason.TRADE if m.silenced else n) for m, n in weighed]
        if sentence.is_denied:
            weighed = [(mark, Reason.NOT_ASKED) for mark, _ in weighed]
        counted = [mark for mark, need in weighed if isinstance(need, Need)]
        group_of: dict[int, int] = {}
        if len(counted) > 1:
            for choice in choices_of(sentence, counted):
                group = next(self._groups)
                group_of |= {mark.start: group for mark in choice}
        for mark, need in weighed:
            if mark.name is not None:
                group = group_of.get(mark.start) or next(self._groups)
                self._take(sentence, mark, need, group)
        if any(mark.name is None and mark.before for mark in sentence.marks):
            named = [mark for mark in counted if mark.name is not None]
            self.years += years_in(sentence, named)

    def _take(
        self, sentence: Sentence, mark: Mark, need: Need | Reason, group: int
    ) -> None:
        skill = mark.name.skill if mark.name else ""
        if skill in OF_APPLYING:
            need = Reason.APPLYING
        elif self._text[mark.start - 1 : mark.start] == "#" and sentence.is_tagged:
            need = Reason.NOT_ASKED
        hit = Hit(
            skill,
            self._text[mark.start : mark.end],
            mark.start,
            mark.end,
            sentence.start,
            sentence.end,
            need if isinstance(need, Need) else Need.ASKED,
            group,
        )
        if isinstance(need, Need):
            self.hits.append(hit)
        else:
            self.ignored.append(Ignored(hit, need))
