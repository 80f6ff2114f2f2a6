"""Text in lines that Qt lays out quickly: one of 200,000 letters takes it seconds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.ui.widgets.text_units import place_of, units

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 1_000  # characters of a line as it is shown


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as it is shown: some spaces are line ends, and some line ends were added.

    Attributes:
        text: What is shown.
        added: Places of the text it was made from before which a line end was added.
    """

    text: str
    added: tuple[int, ...] = ()

    def units_of(self, places: Iterable[int]) -> dict[int, int]:
        """Return where places of the original text are, as Qt counts them."""
        wanted = sorted(set(places))
        if not self.added and self.text.isascii():
            return dict(zip(wanted, wanted, strict=True))
        there = {place: place + bisect_right(self.added, place) for place in wanted}
        if self.text.isascii():
            return there
        found: dict[int, int] = {}
        before = at = 0
        for place in wanted:
            at += units(self.text[before : there[place]])
            before = there[place]
            found[place] = at
        return found

    def place_at(self, unit: int) -> int:
        """Return the place of the original text at a place as Qt counts them."""
        place = place_of(self.text, unit)
        starts = [each + number for number, each in enumerate(self.added)]
        return place - bisect_left(starts, place)


def shown(text: str) -> Shown:
    """Return a text whose lines are none too long."""
    whole = text.split("\n")
    if max(map(len, whole)) <= LONGEST:
        return Shown(text)
    lines: list[str] = []
    added: list[int] = []
    at = 0
    for line in whole:
        pieces, breaks = _parted(line, at)
        lines += pieces
        added += breaks
        at += len(line) + 1
    return Shown("\n".join(lines), tuple(added))


def _parted(line: str, at: int) -> tuple[list[str], list[int]]:
    """Return a line in pieces, and the places before which a line end is added."""
    pieces: list[str] = []
    added: list[int] = []
    start = 0
    while len(line) - start > LONGEST:
        space = line.rfind(" ", start + 1, start + LONGEST)
        if space > 0:  # it becomes a line end, so that no place moves
            pieces.append(line[start:space])
            start = space + 1
        else:
            pieces.append(line[start : start + LONGEST])
            start += LONGEST
            added.append(at + start)
    pieces.append(line[start:])
    return pieces, added
