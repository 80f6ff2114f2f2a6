"""A line of the quick log, split into words apart from what nobody can see."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# What may follow a word without being part of it, and what may stand before it.
TAIL = ".,;:!?…)]}>\"'”’»。、，；：！？）"
LEAD = "([{<\"'“‘«（"
CLOSERS = frozenset(")]}>\"'”’»）")
TAG_MARKS = "#＃@＠"
_WORD_LENGTH = 40  # characters of a word that a phrase may hold
JOINERS = "\u200c\u200d"  # they shape letters and emoji
_DROPPED = frozenset({"Cc", "Cf", "Cs"})
_SHAPELESS = _DROPPED | {"Mn", "Me", "Mc", "Sk"}
_FRACTIONS = str.maketrans({"½": ".5", "¼": ".25", "¾": ".75"})


class Word(NamedTuple):
    """A run of a line without blanks.

    Attributes:
        lead: Where it begins, with the brackets and quotes before it.
        start: Where it begins without them.
        end: Where it ends, punctuation included.
        plain: What can be seen of it from `start` on.
        folded: The same for comparing; empty if it is too long for a phrase.
    """

    lead: int
    start: int
    end: int
    plain: str
    folded: str


def split_words(line: str) -> Iterator[Word]:
    """Return the words of a line, apart from what nobody can see.

    Emoji, and tags after a comma, are words of their own also without a blank.
    """
    for match in re.finditer(r"\S+", line):
        cuts = [0, *_cuts(match.group()), len(match.group())]
        for first, after in pairwise(cuts):
            end = match.start() + after
            seen = range(match.start() + first, end)
            lead = next((i for i in seen if _is_kept(line[i])), end)
            begin = next((i for i in range(lead, end) if _begins(line[i])), lead)
            if plain := kept(line[begin:end]):
                yield Word(lead, begin, end, plain, _folded(plain))


def kept(text: str) -> str:
    """Return text without control and invisible formatting characters."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(filter(_is_kept, text))


def place_before(line: str, end: int, seen: int) -> int:
    """Return where the last ``seen`` visible characters before ``end`` begin."""
    while seen:
        end -= 1
        seen -= _is_kept(line[end]) and line[end] not in JOINERS
    return end


def _is_kept(char: str) -> bool:
    return char in JOINERS or unicodedata.category(char) not in _DROPPED


def _begins(char: str) -> bool:
    return char not in LEAD and _is_kept(char)


def _cuts(run: str) -> Iterator[int]:
    if run.isascii() and "," not in run and ";" not in run:
        return
    if "://" in run or run.startswith("www."):
        return
    was: bool | None = None
    for place, char in enumerate(run):
        category = unicodedata.category(char)
        is_emoji = was if category in _SHAPELESS else category == "So"
        lists = char in TAG_MARKS and run[place - 1] in ",;，；、"
        if place and (lists or (was is not None and is_emoji != was)):
            yield place
        was = is_emoji


def _folded(plain: str) -> str:
    if len(plain) > _WORD_LENGTH:
        return ""
    seen = (char for char in plain if char not in JOINERS)
    text = "".join(map(_plainest, seen)).translate(_FRACTIONS)
    folded = text.casefold()
    if text.rstrip(TAIL).endswith("M") and "h" not in folded:
        return text  # "5M" is five million
    return folded


def _plainest(char: str) -> str:
    alike = unicodedata.normalize("NFKC", char)
    return alike if len(alike) == 1 else char  # so that a tail keeps its length
