"""Two columns of an advert beside each other: "Must have | Nice to have"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.fit.headings import Section, section_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_WANTED = frozenset({Section.MUST, Section.ASKED})
_OTHERS = frozenset({Section.NICE, Section.NOT})
_RULE = frozenset("|-: \t")  # "|---|---|" of Markdown


class Cell(NamedTuple):
    """What stands in one column of a line, and what the head of the column says."""

    start: int
    end: int
    section: Section


class Columns:
    """Goes from line to line and knows the heads of the columns, if there are any."""

    def __init__(self, text: str, small: str) -> None:
        """Begin without columns; ``small`` is the text in small letters."""
        self._text, self._small = text, small
        self._heads: list[Section] = []
        self._signs = [sign for sign in "|\t" if sign in text]

    def end(self) -> None:
        """Say that the table is over."""
        self._heads = []

    def cells(self, start: int, end: int) -> list[Cell]:
        """Return the cells of a line below the heads; none for any other line."""
        if not self._signs:
            return []
        sign = self._sign(start, end)
        if not sign:
            self._heads = []
            return []
        spans = list(self._spans(start, end, sign))
        if len(spans) == len(self._heads):
            cells = zip(spans, self._heads, strict=True)
            return [Cell(*span, head) for span, head in cells if span[0] < span[1]]
        if not self._heads or not _RULE.issuperset(self._text[start:end]):
            self._heads = self._heads_of(spans)
        return []

    def _sign(self, start: int, end: int) -> str:
        """Return what parts the columns of a line."""
        return next((s for s in self._signs if self._text.find(s, start, end) >= 0), "")

    def _heads_of(self, spans: list[tuple[int, int]]) -> list[Section]:
        kinds = [section_of(self._small[s:e], lambda: True) for s, e in spans]
        heads = [kind for kind in kinds if kind is not None]
        if len(heads) < len(kinds) or not _WANTED.intersection(heads):
            return []
        return heads if _OTHERS.intersection(heads) else []

    def _spans(self, start: int, end: int, sign: str) -> Iterator[tuple[int, int]]:
        line = self._text[start:end]
        inner = line.strip()
        at = start + line.index(inner)
        if sign == "|":
            at += inner.startswith("|")
            inner = inner.removeprefix("|").removesuffix("|")
        for part in inner.split(sign):
            begin = at + len(part) - len(part.lstrip())
            yield begin, max(begin, at + len(part.rstrip()))
            at += len(part) + 1
