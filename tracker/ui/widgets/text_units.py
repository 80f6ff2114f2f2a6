"""Places in a text as Qt counts them: in UTF-16, where an emoji takes two."""

from __future__ import annotations


def units(text: str) -> int:
    """Return how long Qt takes a text to be."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def place_of(text: str, unit: int) -> int:
    """Return the place in Python's text of a place of Qt's."""
    if text.isascii():
        return unit
    data = text.encode("utf-16-le", "surrogatepass")[: unit * 2]
    return len(data.decode("utf-16-le", "ignore"))
