"""A skill: one thing to learn, with everything that helps to learn and to show it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hours:
    """An effort in whole hours, from a quick learner's to a slow one's."""

    low: int
    high: int

    @property
    def middle(self) -> float:
        """Return the hours to plan with."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Something a learner can be seen doing: "I can …"."""

    slug: str
    text: str
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Something to learn from, outside Milepost.

    Attributes:
        title: What it is called.
        url: Its address; opened only when the learner says so.
        kind: One of `RESOURCE_KINDS`.
        cost: ``free``, ``paid`` or ``mixed``.
        language: The code of the language it is written in, such as ``en``.
    """

    title: str
    url: str
    kind: str
    cost: str
    language: str


RESOURCE_KINDS = (
    "documentation",
    "specification",
    "tutorial",
    "course",
    "book",
    "video",
    "article",
    "practice",
)
COSTS = ("free", "paid", "mixed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that learners ask themselves, with a model answer."""

    ask: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """How a code repository shows a skill.

    Attributes:
        files: Patterns of paths below the root of a repository, as ``glob`` reads them.
        packages: Names of dependencies, each with its ecosystem: ``pypi:django``.
    """

    files: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()


ECOSYSTEMS = (
    "pypi",
    "npm",
    "maven",
    "packagist",
    "nuget",
    "rubygems",
    "go",
    "crates",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One thing to learn. It lives once and may stand in many roadmaps.

    Attributes:
        needs: Slugs of skills that help first; they never lock.
        why: Why it matters in the work.
        aliases: Names under which adverts and CVs mention it.
    """

    slug: str
    title: str
    summary: str
    hours: Hours
    outcomes: tuple[Outcome, ...]
    needs: tuple[str, ...] = ()
    why: str = ""
    aliases: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
    questions: tuple[Question, ...] = ()
    hints: Hints = Hints()
    was: tuple[str, ...] = ()
