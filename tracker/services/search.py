"""Find titles by a few typed characters, the best match first.

All characters of a query must occur in a title, in their order; case, accents and
blanks do not count. A hit at the start of a word is worth 3, one right after the hit
before it 2, any other 1; long titles lose a little. Exact titles, prefixes and whole
words come before everything else.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from heapq import heappush, heapreplace
from math import inf
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD_START, _NEXT, _ANYWHERE = 3, 2, 1
_EXACT, _PREFIX, _WHOLE = 3000.0, 2000.0, 1000.0  # above anything points can reach
_LONGEST = 60  # characters of a query that count
_LIKELY = 1.5  # points a character; below, a typing mistake is more likely
_WORD = re.compile(r"\w+")
_INITIAL = re.compile(r"(?<![^\W_]).", re.DOTALL)  # after no letter and no digit
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"}


class _Folding(dict[int, str]):
    """Maps a character to what is compared, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code)).casefold()
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
        self[code] = result = "".join(_LETTERS.get(c, c) for c in plain)
        return result


_FOLDING = _Folding()


def folded(text: str) -> str:
    """Return text without case and accents."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


class Index:
    """Titles made ready to be searched many times."""

    def __init__(self, titles: Iterable[str]) -> None:
        """Fold the titles; a hit names them by their position."""
        self.texts = [folded(title) for title in titles]
        self.lengths = [len(text) for text in self.texts]
        self.by_length = sorted(range(len(self.texts)), key=self.lengths.__getitem__)

    @cached_property
    def initials(self) -> list[str]:
        """Return, for each title, the characters that stand at the start of a word."""
        return ["".join(_INITIAL.findall(text)) for text in self.texts]

    @cached_property
    def words(self) -> dict[str, set[int]]:
        """Return, for each word, the positions of the titles that have it."""
        words: dict[str, set[int]] = {}
        for position, text in enumerate(self.texts):
            for word in _WORD.findall(text):
                words.setdefault(word, set()).add(position)
        return words


@dataclass(frozen=True, slots=True)
class Hit:
    """A title that matches, by its position; higher scores are better."""

    position: int
    score: float


Titles: TypeAlias = "Sequence[str] | Index"


def score(query: str, title: str) -> float | None:
    """Return how well a query matches a title; ``None`` when it does not."""
    wanted = _Query(query)
    text = folded(title)
    points = wanted.points(text)
    return None if points is None else points + wanted.bonus(text) - len(text) / 20


def matched(query: str, title: str) -> frozenset[int]:
    """Return the positions in a title of the characters that were hit."""
    places = _Query(query).places(folded(title))
    if not places:
        return frozenset()
    origins = [n for n, char in enumerate(title) for _ in folded(char)]
    return frozenset(origins[place] for place in places if place < len(origins))


def rank(query: str, entries: Titles, limit: int) -> list[Hit]:
    """Return the best matches, at most ``limit``; equal ones in their given order.

    When nothing matches well, titles with words like those of the query come first. An
    empty query matches everything alike.
    """
    index = entries if isinstance(entries, Index) else Index(entries)
    wanted = _Query(query)
    if limit <= 0:
        return []
    if not wanted.letters:
        return [Hit(n, 0.0) for n in range(min(limit, len(index.texts)))]
    groups = _exact(wanted, index)
    known = set().union(*groups.values())
    groups[0.0] = [n for n in index.by_length if n not in known]
    hits: list[Hit] = []
    for bonus, positions in groups.items():
        if len(hits) < limit:
            hits += _best(wanted, index, positions, bonus, limit - len(hits))
    if hits and hits[0].score > _LIKELY * len(wanted.letters) - 2:
        return hits
    guesses = _guesses(wanted, index)
    guessed = {hit.position for hit in guesses}
    return (guesses + [hit for hit in hits if hit.position not in guessed])[:limit]


def _order(hit: Hit) -> tuple[float, int]:
    return (-hit.score, hit.position)


def _exact(wanted: _Query, index: Index) -> dict[float, list[int]]:
    """Return the titles that hold the query as a whole, by bonus; short ones first."""
    groups: dict[float, list[int]] = {_EXACT: [], _PREFIX: [], _WHOLE: []}
    text, texts = wanted.text, index.texts
    for position in [n for n in index.by_length if text in texts[n]]:
        bonus = wanted.bonus(texts[position])
        if bonus:
            groups[bonus].append(position)
    return groups


def _best(
    wanted: _Query, index: Index, positions: list[int], bonus: float, limit: int
) -> list[Hit]:
    """Return the best of some titles: short ones first, until none can be better."""
    best: list[tuple[float, int]] = []  # a heap; of equal scores the first title stays
    match, texts, most = wanted.pattern.match, index.texts, wanted.most
    least = (-inf, 0)  # what is worth keeping
    for position in positions:
        text, loss = texts[position], index.lengths[position] / 20
        if most - loss < least[0]:
            break
        if match(text) is None:
            continue
        if (wanted.most_with(index.initials[position]) - loss, -position) < least:
            continue
        entry = ((wanted.points(text) or 0) - loss, -position)
        if len(best) < limit:
            heappush(best, entry)
        elif entry > best[0]:
            heapreplace(best, entry)
        if len(best) == limit:
            least = best[0]
    hits = (Hit(-negative, bonus + value) for value, negative in best)
    return sorted(hits, key=_order)


def _guesses(wanted: _Query, index: Index) -> list[Hit]:
    """Return the titles that have, for each word of the query, one like it."""
    from difflib import get_close_matches  # noqa: PLC0415  # only after a mistake

    found: set[int] | None = None
    for word in _WORD.findall(wanted.text):
        near = get_close_matches(word, _alike(word, index.words), n=5, cutoff=0.7)
        places = set().union(*(index.words[each] for each in near))
        found = places if found is None else found & places
    hits = [Hit(n, -1 - len(index.texts[n]) / 20) for n in found or ()]
    return sorted(hits, key=_order)


def _alike(word: str, known: Iterable[str]) -> list[str]:
    """Return the words that may be like one: comparing all of them takes too long."""
    letters = set(word)
    enough = len(letters) * 0.7
    return [
        each
        for each in known
        if abs(len(each) - len(word)) <= 2 and len(letters.intersection(each)) >= enough
    ]


class _Query:
    """What was typed, made ready to be compared with many titles."""

    def __init__(self, query: str) -> None:
        self.text = " ".join(folded(query).split())[:_LONGEST].rstrip()
        self.letters = self.text.replace(" ", "")
        self.most = _WORD_START * len(self.letters)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """Return an expression that finds the query with no letter on either side."""
        before = r"(?<![^\W_])" if self.text[0].isalnum() else ""
        after = r"(?![^\W_])" if self.text[-1].isalnum() else ""
        return re.compile(before + re.escape(self.text) + after)

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return an expression that matches just what has all letters in order."""
        steps = (f"[^{re.escape(c)}]*{re.escape(c)}" for c in self.letters)
        return re.compile("".join(steps), re.DOTALL)

    def bonus(self, title: str) -> float:
        """Return what an exact match is worth beyond its points."""
        text = self.text
        if not text:
            return 0.0
        if title == text:
            return _EXACT
        if title.startswith(text):
            return _PREFIX
        return _WHOLE if self.whole.search(title) else 0.0

    def most_with(self, initials: str) -> int:
        """Return points that no title with these initials can exceed."""
        most = self.most
        for letter in self.letters:
            if letter not in initials:
                most -= 1
        return most - (self.letters[0] not in initials)

    def points(self, title: str) -> int | None:
        """Return the points of the best way to find the letters in a title."""
        row: dict[int, int] = {-2: 0}
        for letter in self.letters:
            row = _next_row(row, letter, title)
            if not row:
                return None
        return max(row.values())

    def places(self, title: str) -> list[int]:
        """Return where the letters are, in the best way to find them."""
        rows: list[dict[int, int]] = [{-2: 0}]
        for letter in self.letters:
            rows.append(_next_row(rows[-1], letter, title))
        places: list[int] = []
        row = rows.pop()
        while rows and row:
            place = max(row, key=row.__getitem__)
            places.append(place)
            before = rows.pop()
            direct = before.get(place - 1)
            joined = direct is not None and direct + _NEXT == row[place]
            row = {
                p: points
                for p, points in before.items()
                if (p == place - 1 if joined else p < place)
            }
        return places[::-1]


def _next_row(row: dict[int, int], letter: str, title: str) -> dict[int, int]:
    """Return the most points by the place of a letter, from those of the one before."""
    result = {}
    places = iter(row.items())
    upcoming = next(places, None)
    most = -1  # of all places before this one
    place = title.find(letter)
    while place >= 0:
        while upcoming is not None and upcoming[0] < place:
            most = max(most, upcoming[1])
            upcoming = next(places, None)
        if most >= 0:
            start = place == 0 or not title[place - 1].isalnum()
            points = most + (_WORD_START if start else _ANYWHERE)
            direct = row.get(place - 1)
            if direct is not None and direct + _NEXT > points:
                points = direct + _NEXT
            result[place] = points
        place = title.find(letter, place + 1)
    return result
