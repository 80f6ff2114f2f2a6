"""What was read in an advert."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


_FEW = 2  # skills on which no score should rest in an advert of another trade


class Need(IntEnum):
    """How much a skill is wanted; the number is its weight in the score."""

    NICE = 1
    ASKED = 2
    MUST = 3

    @property
    def word(self) -> str:
        """Return the word that files and the terminal use."""
        return self.name.lower()


class Reason(Enum):
    """Why a name that was found does not count."""

    NOT_ASKED = "not asked for"
    OFFERED = "offered by the employer"
    ABOUT = "about the employer"
    APPLYING = "about applying"
    TRADE = "a word of another trade"


class Hit(NamedTuple):
    """A name of a skill in an advert. Offsets count characters of the text.

    Attributes:
        skill: The slug.
        words: As written: ``text[start:end]``.
        start: The first character.
        end: Behind the last one.
        sentence_start: Where the sentence around it begins.
        sentence_end: Behind its end.
        need: How much it is wanted.
        group: The same for alternatives of which one is enough, else its own.
    """

    skill: str
    words: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    need: Need
    group: int


class Ignored(NamedTuple):
    """A hit that does not count, and why."""

    hit: Hit
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """Years of experience that an advert names.

    Attributes:
        least: The lowest number.
        most: The highest, the same where only one is named.
        start: The first character of the number.
        end: Behind the word for years.
        skills: What the years are of, as far as the sentence says.
    """

    least: int
    most: int
    start: int
    end: int
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that an advert asks for: a skill, or alternatives."""

    any: tuple[str, ...]
    need: Need


@dataclass(frozen=True, kw_only=True)  # without slots: what is wanted is kept
class Reading:
    """Everything that was read in an advert.

    Attributes:
        hits: The names that count, in the order of the text.
        ignored: Those that do not.
        years: The years of experience.
        language: ``en``, ``de``, the code of another language, ``other`` for one that
            is not known, or empty for a text too short to tell.
        length: How many characters were read.
        of_trade: Whether the advert seems to be about software at all.
    """

    hits: tuple[Hit, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    years: tuple[Years, ...] = ()
    language: str = ""
    length: int = 0
    of_trade: bool = True

    @property
    def phrases_were_read(self) -> bool:
        """Return whether must, nice and no were understood in this language."""
        return self.language in {"", "de", "en"}

    @property
    def is_doubtful(self) -> bool:
        """Return whether what was found is too little to say how well it fits."""
        few = len({hit.skill for hit in self.hits}) <= _FEW
        return bool(self.hits) and few and not self.of_trade

    @cached_property
    def wanted(self) -> tuple[Wanted, ...]:
        """Return what is asked for, each thing once.

        A skill that is named often counts once, with the strongest of its needs. Where
        it also stands among alternatives, it is asked for by itself, unless only more
        weakly so: then the alternatives count.
        """
        groups: dict[int, tuple[dict[str, None], Need]] = {}
        for hit in self.hits:
            skills, need = groups.setdefault(hit.group, ({}, hit.need))
            skills[hit.skill] = None
            groups[hit.group] = skills, max(need, hit.need)
        return _once((tuple(skills), need) for skills, need in groups.values())


def _once(groups: Iterable[tuple[tuple[str, ...], Need]]) -> tuple[Wanted, ...]:
    found: dict[frozenset[str], Wanted] = {}
    for skills, need in groups:
        key = frozenset(skills)
        before = found.get(key)
        if before is None or before.need < need:
            any_ = before.any if before else skills
            found[key] = Wanted(any_, need)
    alone = {w.any[0]: w.need for w in found.values() if len(w.any) == 1}
    choices = [w for w in found.values() if len(w.any) > 1]
    covered = {
        skill
        for w in choices
        if all(alone.get(s, 0) < w.need for s in w.any)
        for skill in w.any
    }
    return tuple(
        w
        for w in found.values()
        if (len(w.any) == 1 and w.any[0] not in covered)
        or (len(w.any) > 1 and all(alone.get(s, 0) < w.need for s in w.any))
    )
