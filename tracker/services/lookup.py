"""Find what can be looked up: by its title first, then by the words one sees in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.services.search import folded, rank
from tracker.services.visible_text import visible_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.reference import ReferenceHead

_MOST = 200  # more than anybody looks through
# What people type for what the pages call by one of the other names.
_ALIKE = (
    (
        "salary",
        "salaries",
        "wage",
        "wages",
        "pay",
        "earnings",
        "earn",
        "earns",
        "money",
    ),
    ("faq", "faqs", "questions"),
    ("resume", "resumes", "cv", "cvs"),
    ("job ad", "advert", "adverts", "posting", "postings"),
    ("k8s", "kubernetes"),
    ("postgres", "postgresql"),
    ("js", "javascript"),
)
# Words of a question that say nothing of what it is about.
_FILLERS = (
    "a an and are as asked at be become by can could do does for frequently from how i "
    "in is it me much my of on or should the to vs what when where which who why will "
    "with you your"
)
_SHORT = 3  # letters of a word whose last s belongs to it
_GUESS = 5.0  # below this stand titles in which the letters only happen to occur


class Library:
    """Guide pages, levels, roles, sources and adverts, ready to be searched."""

    def __init__(self, heads: Sequence[ReferenceHead], bodies: Sequence[str]) -> None:
        """Take the heads and the texts, in the same order."""
        self.heads = tuple(heads)
        self._titles = [head.title for head in heads]
        self._sections = [folded(f"{head.section} {head.title}") for head in heads]
        self._texts = [folded(visible_text(body)) for body in bodies]

    def find(self, query: str) -> list[ReferenceHead]:
        """Return what a query finds; everything, in its order, for an empty one.

        A title is found by a few of its letters, a text by whole words or their
        beginnings, all of which it must hold, except the fillers of a question. Words
        that mean the same count alike, in titles first, then in the titles of sections.
        """
        words = _words(query)
        if not words:
            return list(self.heads)
        hits = rank(query, self._titles, _MOST)
        found = [hit.position for hit in hits if _is_good(hit.score, query)]
        titles = [folded(title) for title in self._titles]
        for texts in (titles, self._sections, self._texts):
            known = set(found)
            found += [
                position
                for position, text in enumerate(texts)
                if position not in known and all(_speaks_of(text, w) for w in words)
            ]
        return [self.heads[position] for position in found]


def marking(query: str) -> str:
    """Return a regular expression of the words by which a query finds texts."""
    found = [re.escape(_stem(word)) for word in _words(query)]
    alike = (each for word in _words(query) for each in _like(word))
    found += [rf"{re.escape(each)}(?!\w)" for each in alike]
    return rf"(?<!\w)(?:{'|'.join(found)})" if found else ""


def _words(query: str) -> list[str]:
    """Return the words to look for; fillers only where there is nothing else."""
    words = folded(query).split()
    bare = [_bare(word) or word for word in words]
    fillers = _FILLERS.split()
    return [word for word in bare if word not in fillers] or words


def _bare(word: str) -> str:
    """Return a word without the end of a sentence and the 's of "what's"."""
    return word.rstrip("?!.,").removesuffix("'s").removesuffix("’s")


def _is_good(score: float, query: str) -> bool:
    """Return whether a title is really meant: found well, or guessed from a mistake."""
    return score >= len(query) or -_GUESS < score < 0


def _like(word: str) -> tuple[str, ...]:
    """Return a word, or all words that mean the same where it is one of these."""
    return next((group for group in _ALIKE if word in group), (word,))


def _speaks_of(text: str, word: str) -> bool:
    """Return whether a text has a word that begins like this, or one that means it."""
    return _has_word(text, _stem(word)) or any(
        _has_word(text, each, whole=True) for each in _like(word)
    )


def _stem(word: str) -> str:
    """Return a word without the s of the plural."""
    several = len(word) > _SHORT and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if several else word


def _has_word(text: str, word: str, *, whole: bool = False) -> bool:
    """Return whether a word of a text begins with these letters, or is all of them."""
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if (place == 0 or not text[place - 1].isalnum()) and not (
            whole and text[end : end + 1].isalnum()  # no "payment" for "salary"
        ):
            return True
        place = text.find(word, place + 1)
    return False
