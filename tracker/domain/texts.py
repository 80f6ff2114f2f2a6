"""Text as people type it: what is kept of it, and how near two words are."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEPT = frozenset("\n\t\u200c\u200d")  # joiners shape letters and emoji
_UNSEEN = frozenset("\u2800\u3164\u115f\u1160\uffa0")  # letters without a shape
# What colours a terminal, moves in it, or links there: "\x1b[31m". Without the escape
# alone, its letters would stay and hide the word behind them.
_STEERING = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\)|[ -/]*[0-~])"
)
_MOST_MARKS = 4  # in a row: what Thai, Tibetan or Vietnamese need, and one more


def cleaned(text: str) -> str:
    r"""Return text in NFC without control and invisible formatting characters.

    Line ends become ``\n``, and what steers a terminal is taken out as a whole. Lone
    surrogates, which no file can hold, are dropped.
    """
    if "\x1b" in text:
        text = _STEERING.sub("", text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    # What can be printed holds none of them; telling so is a hundred times as quick.
    kept = "\n".join(line if line.isprintable() else _seen(line) for line in lines)
    return unicodedata.normalize("NFC", kept)  # last: what was between may be gone


def _seen(line: str) -> str:
    return "".join(
        c
        for c in line
        if c in _KEPT or unicodedata.category(c) not in {"Cc", "Cf", "Cs"}
    )


def harmless(text: str) -> str:
    """Return text in which what steers a terminal, or turns text, is written out."""
    lines = text.split("\n")
    # As in `cleaned`: a long advert as JSON has millions of characters.
    return "\n".join(line if line.isprintable() else _told(line) for line in lines)


def _told(line: str) -> str:
    return "".join(f"\\u{ord(c):04x}" if _steers(c) else c for c in line)


def _steers(c: str) -> bool:
    turns = "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069"
    return turns or (c not in "\n\t" and unicodedata.category(c) == "Cc")


def is_legible(text: str) -> bool:
    """Return whether something is to be seen, without marks piled over what is near."""
    if text.isascii():
        return not text.isspace()
    marks, seen = 0, False
    for c in text:
        kind = unicodedata.category(c)[0]
        marks = marks + 1 if kind == "M" else 0
        if marks > _MOST_MARKS:
            return False
        seen = seen or (kind not in "CMZ" and c not in _UNSEEN)
    return seen


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like a mistyped one, or ``None`` if none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  # only needed after a mistake

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), None)
