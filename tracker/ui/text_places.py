"""Places in a text: Qt counts in UTF-16, where an emoji takes two; Python does not."""

from __future__ import annotations

_UNIT = 2  # bytes


def from_qt(text: str, place: int) -> int:
    """Return the place in Python's ``text`` at which Qt has ``place``."""
    units = text.encode("utf-16-le", "surrogatepass")[: place * _UNIT]
    return len(units.decode("utf-16-le", "replace"))


def to_qt(text: str, place: int) -> int:
    """Return the place at which Qt has ``place`` of Python's ``text``."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // _UNIT
