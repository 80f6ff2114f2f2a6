"""The text of a page of a PDF, with the lines whole that the file wrote in pieces.

A PDF has no lines, only pieces of text at places. Programs begin another piece where
the style changes, as within "**Post**greSQL"; pypdf ends the line there.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PageObject

    # object: fonts, of which pypdf has no public type
    Matrix = Sequence[float]

# Parts of the size of the letters:
_SAME_LINE = 0.2  # how far apart baselines are
_BLANK = 0.12  # the narrowest blank that is seen as one
_COLUMN = 1.5  # from here on it is another column, and another line
_USUAL = 0.55  # the width of a letter of which the font does not tell


class _Piece(NamedTuple):
    """Text at a place; size and place in the units of the page."""

    text: str
    x: float
    y: float
    size: float
    font: object
    is_level: bool


def text_of_page(page: PageObject) -> str:
    """Return the text of a page; its pieces on one line are one line."""
    pieces: list[_Piece] = []

    def take(text: str, cm: Matrix, tm: Matrix, font: object, size: float) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        is_level = not (tm[1] or tm[2] or cm[1] or cm[2])
        scale = abs(tm[0] * cm[0])
        pieces.append(_Piece(text, x, y, abs(size) * scale, font, is_level))

    whole = page.extract_text(visitor_text=take) or ""
    if "".join(piece.text for piece in pieces) != whole:
        return whole  # pypdf told something else than it returns
    return _joined(pieces)


def _joined(pieces: Sequence[_Piece]) -> str:
    widths = _Widths()
    parts: list[str] = []
    last: _Piece | None = None
    to = 0.0  # where the last string of it begins, as far as is known
    broken = False  # whether nothing but the end of a line came since
    for piece in pieces:
        if piece.text == "\n":
            broken = True
            parts.append(piece.text)
        elif not piece.text:
            if last is not None and not broken and piece.is_level:
                last, to = last._replace(y=piece.y), piece.x
        else:
            if broken and last is not None and parts[-1] == "\n":
                between = _between(last, to, piece, widths)
                parts[-1] = parts[-1] if between is None else between
            parts.append(piece.text)
            last, to, broken = piece, piece.x, False
    return "".join(parts)


def _between(last: _Piece, to: float, piece: _Piece, widths: _Widths) -> str | None:
    """Return what stands between two pieces of a line; nothing if they are not.

    Args:
        last: The piece before.
        to: Where its last string begins, which may be its last letter.
        piece: The piece.
        widths: Of letters.
    """
    if not (last.is_level and piece.is_level) or min(last.size, piece.size) <= 0:
        return None
    if abs(last.y - piece.y) > min(last.size, piece.size) * _SAME_LINE:
        return None
    width, is_known = widths.of(last.font, last.text[-1])
    end = to + width * last.size
    if "\n" not in last.text:
        whole, is_known = widths.of(last.font, last.text)
        end = max(end, last.x + whole * last.size)
    gap = (piece.x - end) / last.size
    if gap < -_USUAL or gap > _COLUMN:
        return None
    if last.text[-1].isspace() or piece.text[0].isspace():
        return ""
    return " " if gap > (_BLANK if is_known else _USUAL) else ""


class _Widths:
    """How wide the letters of fonts are, as parts of their size."""

    def __init__(self) -> None:
        self._known: dict[int, dict[str, float]] = {}

    def of(self, font: object, text: str) -> tuple[float, bool]:
        """Return how wide a text is, and whether the font tells so."""
        if id(font) not in self._known:
            self._known[id(font)] = _widths_of(font)
        known = self._known[id(font)]
        width = sum(known.get(letter, _USUAL) for letter in text)
        return width, all(letter in known for letter in text)


def _widths_of(font: object) -> dict[str, float]:
    """Return widths as parts of the size; nothing where pypdf cannot tell."""
    with suppress(Exception):  # what is damaged breaks pypdf in any way
        from pypdf.generic import DictionaryObject  # noqa: PLC0415  # as above
        from pypdf.generic._font import Font  # noqa: PLC0415  # 0.2 s, like all of pypdf

        if isinstance(font, DictionaryObject):
            found = Font.from_font_resource(font)
            shown = found.character_map or {}
            return {
                str(shown.get(code, code)): float(width) / 1000
                for code, width in found.character_widths.items()
                if code in shown or not shown
            }
    return {}
