"""Text as people type it: what is kept of it, and how near two words are."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEPT = frozenset("\n\t\u200c\u200d")  # joiners shape letters and emoji


def cleaned(text: str) -> str:
    r"""Return text in NFC without control and invisible formatting characters.

    Line ends become ``\n``. Lone surrogates, which no file can hold, are dropped.
    """
    kept = "".join(
        c
        for c in text.replace("\r\n", "\n").replace("\r", "\n")
        if c in _KEPT or unicodedata.category(c) not in {"Cc", "Cf", "Cs"}
    )
    return unicodedata.normalize("NFC", kept)  # last: what was between may be gone


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like a mistyped one, or ``None`` if none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  # only needed after a mistake

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), None)
