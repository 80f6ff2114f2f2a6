"""Whether an advert is of the trade at all, or about a harbour, a kitchen, a school."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.domain.fit.ambiguous import AFTER, Guard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.fit.finding import Mark
    from tracker.domain.fit.tree import Name

_FEWEST_WORDS = 20  # different ones; a shorter text may be of any trade
_ENOUGH = 3  # names that are written as such, if each may be an ordinary word
# Of these, an advert of the trade has one.
_WORDS = frozenset(
    """
    software developer developers entwickler entwicklerin programmer programmers
    programming programmierer programmierung programmieren backend frontend fullstack
    devops sre code codebase coding api apis database databases datenbank datenbanken
    microservices informatik informatiker fachinformatiker anwendungsentwicklung
    softwareentwickler softwareentwicklerin softwareentwicklung deploy deployment
    deployments webentwickler développeur développeuse desarrollador desarrolladora
    ontwikkelaar programista programador utvecklare sviluppatore logiciel linux
    monorepo repository repositories algorithms unix webapp github gitlab hackers
    dba dbas mlops dataops desenvolvedor desenvolvedora desenvolvedores développeurs
    desarrolladores entwicklern entwicklers
    """.split()  # noqa: SIM905  # as a list it would fill a screen
)
_PHRASES = re.compile(
    r"\b(?:data|analytics|machine learning|ml|platform|site reliability|qa|cloud"
    r"|security)[ -]engineer|\bdata (?:lake|platform|warehouse)|\bbig data\b"
)
_ANYWHERE = frozenset({"kanban", "scrum", "agile", "lean"})  # warehouses know them, too
_CAPITAL = re.compile(r"[ \t]+([A-ZÄÖÜ][\w-]+)")  # "Kubernetes Shipping"


def is_of_trade(text: str, small: str, marks: list[Mark], words: set[str]) -> bool:
    """Return whether an advert is of the trade; a short text always is.

    It is if it has one of its words or phrases, two names of which one means nothing
    else, or three that are written as names.

    Args:
        text: The advert.
        small: The same in small letters.
        marks: The names in it.
        words: Its different words, in small letters.
    """
    if len(words) < _FEWEST_WORDS or not _WORDS.isdisjoint(words):
        return True
    plain = {name.skill for name in _proper(text, marks, Guard.NONE)}
    both = plain | {name.skill for name in _proper(text, marks, Guard.TRADE)}
    if plain and len(both) > 1:
        return True
    cased = {name.skill for name in _proper(text, marks, Guard.CASED)}
    return len(both | cased) >= _ENOUGH or _PHRASES.search(small) is not None


def silence(text: str, marks: list[Mark]) -> None:
    """Mark the names that mean something else outside of the trade."""
    for mark in marks:
        mark.silenced = mark.name is not None and not _is_meant(text, mark)


def _proper(text: str, marks: list[Mark], guard: Guard) -> Iterator[Name]:
    """Yield the proper names of a guard that are written as such."""
    for mark in marks:
        name = mark.name
        if name is None or name.guard is not guard or not name.text[0].isupper():
            continue
        # "SQL queries" and "Spring Boot", but not "Unit tests"
        is_name = " " not in name.text or not name.text[1:].islower()
        is_cased = text[mark.start : mark.start + 1].isupper()
        is_meant = is_name and (guard is Guard.NONE or is_cased)
        if is_meant and name.text.lower() not in _ANYWHERE:
            yield name


def _is_meant(text: str, mark: Mark) -> bool:
    """Return whether a name counts in an advert of another trade."""
    if mark.name is None or mark.name.guard is not Guard.NONE:
        return False
    behind = _CAPITAL.match(text, mark.end)
    return behind is None or behind[1].lower() in AFTER
