"""The ladder of a career: its levels, the roles beside it, and who says what of them.

Nothing here is Milepost's own opinion on pay or years: each figure names its source,
and where sources disagree, all of them stand.
"""

from __future__ import annotations

from dataclasses import dataclass

HEAVIEST = 3  # the weight of what a source names first, or several sources name


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that facts were taken from.

    Attributes:
        about: What kind of page it is.
        date: As the page states it; empty where it has none.
        place: The country it is about; empty where it names none.
        author: The by-line of the page, if it has one.
    """

    slug: str
    title: str
    about: str
    date: str = ""
    place: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Something that one or more sources say."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """A pay as a source states it; never converted to another currency.

    Attributes:
        amount: As written, such as ``$55K–$80K``.
        currency: Its ISO 4217 code.
        place: Where it is paid, or that the source does not say.
        per: The time it is paid for, such as ``year``.
    """

    amount: str
    currency: str
    place: str
    per: str
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """Skills of which one is enough, and how much they weigh, from 1 to `HEAVIEST`."""

    any: tuple[str, ...]
    weight: int = 1
    title: str = ""  # empty where the one skill's own title says it
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A rung of the ladder.

    Attributes:
        titles: Other names it goes by.
        required: What a person on it can do.
        master: What to be good at before the next level.
        start: What of the next level to begin with.
        advance: How to get there.
    """

    slug: str
    title: str
    summary: str
    years: tuple[Said, ...]
    pay: tuple[Pay, ...]
    responsibilities: tuple[Said, ...]
    day_to_day: tuple[Said, ...]
    focus: tuple[Said, ...]
    required: tuple[Requirement, ...]
    titles: tuple[str, ...] = ()
    master: tuple[Requirement, ...] = ()
    start: tuple[Requirement, ...] = ()
    advance: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A job title with its skills.

    Attributes:
        kind: ``specialisation`` or ``related``.
        lane: The lane of the road that leads to it, if any.
    """

    slug: str
    title: str
    kind: str
    summary: str
    said: tuple[Said, ...]
    skills: tuple[Requirement, ...]
    lane: str = ""


ROLE_KINDS = ("specialisation", "related")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleAdvert:
    """An example of a job advert, as a source listed it.

    Attributes:
        age: How old it was when the page was kept.
        doubt: What of it does not fit together.
    """

    slug: str
    title: str
    company: str
    place: str
    age: str
    views: str
    tags: tuple[str, ...]
    about: str
    source: str
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Everything about levels and roles, in the order in which it is shown."""

    sources: tuple[Source, ...] = ()
    levels: tuple[Level, ...] = ()
    roles: tuple[Role, ...] = ()
    adverts: tuple[ExampleAdvert, ...] = ()
