"""Which of the durations of a line count.

Counted is what stands at the beginning or the end of the line or of a part of it; parts
are parted by punctuation, "and", "then" or "+". Of each part one duration counts, with
those right next to it. Where none stands like that, the first of the line counts. So
"1h tests + 30 min review" is an hour and a half, and "read 2h of 3h video" two hours.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.quick_chips import ChipKind, Found
from tracker.domain.quick_split import TAIL
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tracker.domain.quick_split import Word
    from tracker.domain.quick_words import Language

DAY_MINUTES = 24 * 60
_LONGEST_BY_CLOCK = 6 * 60  # "1:30" says how long, "8:30" when


def settled(
    words: Sequence[Word],
    found: Mapping[int, Found],
    clocks: Collection[int],
    language: Language,
) -> dict[int, Found]:
    """Return what was found; durations that do not count are unknown, with a reason.

    ``clocks`` are those like "1:30", which count only where no other does.
    """
    times = [f for _, f in sorted(found.items()) if f.kind is ChipKind.TIME]
    sure = [each for each in times if each.first not in clocks]
    places = _Places(words, found, language)
    counted = places.counted(sure)
    if not sure:
        counted = [t for t in times if _is_length(t, words) and places.rank([t])][:1]
    count = {each.first for each in counted}
    result, minutes = dict(found), 0
    for each in times:
        reason = tr("a second time, not counted")
        if each.first in count:
            reason = tr("more than a day")
            if minutes + int(each.meaning) <= DAY_MINUTES:
                minutes += int(each.meaning)
                continue
        elif each.first in clocks:
            reason = tr("a time of day? 1h30 says how long")
        unknown = ChipKind.UNKNOWN
        result[each.first] = replace(each, kind=unknown, meaning="", reason=reason)
    return result


def _is_length(time: Found, words: Sequence[Word]) -> bool:
    short = int(time.meaning) < _LONGEST_BY_CLOCK
    return short and words[time.first].plain[1:2] == ":"


class _Places:
    """Where durations stand in a line."""

    def __init__(
        self, words: Sequence[Word], found: Mapping[int, Found], language: Language
    ) -> None:
        self._words, self._language = words, language
        self._taken = [False] * len(words)
        inner = [False] * len(words)  # goes with the word before it
        for place, each in found.items():
            if each.kind is not ChipKind.UNKNOWN:
                after = place + each.words
                self._taken[place:after] = [True] * each.words
                inner[place + 1 : after] = [True] * (each.words - 1)
        self._begins = [
            not inner[i] and (i == 0 or self._parts(i - 1, i))
            for i in range(len(words))
        ]
        text = [i for i, taken in enumerate(self._taken) if not taken]
        self._first, self._last = (text[0], text[-1]) if text else (len(words), -1)

    def counted(self, times: Sequence[Found]) -> list[Found]:
        """Return those of ``times`` that count."""
        groups = self._groups(times)
        best: dict[int, tuple[int, list[Found]]] = {}
        part = place = 0
        for group in groups:
            part += sum(self._begins[place + 1 : group[0].first + 1])
            place = group[0].first
            rank = self.rank(group)
            if rank > best.get(part, (0, []))[0]:
                best[part] = rank, group
        chosen = [group for _, group in best.values()] or groups[:1]
        return [each for group in chosen for each in group]

    def rank(self, group: Sequence[Found]) -> int:
        """Return 2 at a beginning, 1 at an end, 0 inside a sentence."""
        first, after = group[0].first, group[-1].first + group[-1].words
        word = self._words[first]
        if first < self._first or self._begins[first] or word.lead < word.start:
            return 2
        if self._words[first - 1].folded in self._language.borrowed:
            return 0
        ends = after > self._last or self._begins[after]
        return 1 if ends else 0

    def _groups(self, times: Sequence[Found]) -> list[list[Found]]:
        groups: list[list[Found]] = []
        for each in times:
            if groups and self._is_next(groups[-1][-1], each):
                groups[-1].append(each)
            else:
                groups.append([each])
        return groups

    def _is_next(self, one: Found, other: Found) -> bool:
        between = self._words[one.first + one.words : other.first]
        return len(between) <= 1 and all(
            word.folded in self._language.parting for word in between
        )

    def _parts(self, one: int, other: int) -> bool:
        parting = self._language.parting
        before, after = self._words[one], self._words[other]
        return (
            before.plain[-1] in TAIL
            or before.folded in parting
            or after.folded in parting
        )
