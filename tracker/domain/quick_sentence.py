"""Which tags of a line are words of its sentence, and which only stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.quick_chips import LINKS, ChipKind
from tracker.domain.quick_split import TAIL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.domain.quick_chips import Found
    from tracker.domain.quick_split import Word
    from tracker.domain.quick_words import Language

_COMMAS = (",", "，", "、")


def tags_inside(
    words: Sequence[Word], found: Mapping[int, Found], language: Language
) -> frozenset[int]:
    """Return the tags whose words stay in the text, by their first word.

    A tag at the beginning or the end of the line may go, unless a word beside it needs
    it: "read about #python", "#git and hooks". All others stay.
    """
    taken = [f for _, f in sorted(found.items()) if f.kind is not ChipKind.UNKNOWN]
    lead, place = 0, 0  # chips before the text, and where it begins
    while lead < len(taken) and taken[lead].first == place:
        place += taken[lead].words
        lead += 1
    if place == len(words):
        return frozenset()  # there is nothing but chips
    trail, end = len(taken), len(words)
    while trail and taken[trail - 1].first + taken[trail - 1].words == end:
        trail -= 1
        end = taken[trail].first
    stays = [each for each in taken[lead:trail] if each.kind in LINKS]
    if words[place].folded in language.linking:
        stays += _needed(taken[:lead][::-1], words, before=True)
    if end and words[end - 1].folded in language.linking:
        stays += _needed(taken[trail:], words, before=False)
    return frozenset(each.first for each in stays)


def _needed(
    beside: Sequence[Found], words: Sequence[Word], *, before: bool
) -> list[Found]:
    """Return the tag next to a linking word, with those that commas list with it."""
    needed: list[Found] = []
    for each in beside:
        ending = words[each.first].plain
        comma = ending.endswith(_COMMAS)
        if each.kind not in LINKS or (before and _ends(ending) and not needed):
            break
        if before and needed and not comma:
            break
        needed.append(each)
        if not before and not comma:
            break
    return needed


def _ends(plain: str) -> bool:
    return plain[-1:] in TAIL
