"""How much of what is asked for somebody has: the sum behind every percentage.

A level, a role and an advert each ask for skills with weights. The formula is the same
for all of them::

    readiness = sum(weight x credit) / sum(weight)

The credit of a skill follows from its grade, see `CREDIT`; where one of several skills
is enough, the one with the most credit counts. What only a learner says counts less
than what they can show.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.work import Grade

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tracker.domain.ladder import Requirement

# In hundredths, so that sums are exact and can be checked by hand.
CREDIT = {
    Grade.NONE: 0,
    Grade.CLAIMED: 80,
    Grade.PRACTISED: 90,
    Grade.SHOWN: 100,
    Grade.ENDORSED: 100,
}
CREDIT_LEARNING = 30  # of a skill that is being learnt
FULL = 100


class Asked(NamedTuple):
    """Skills of which one is enough, and how much they weigh.

    Attributes:
        any: Slugs of skills.
        weight: How much it counts, 1 or more.
        title: What it is called; empty where the title of its one skill says it.
    """

    any: tuple[str, ...]
    weight: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One summand: something asked for, and what the learner has of it.

    Attributes:
        asked: What is asked for.
        best: The skill that counts: the one with the most credit, else the first.
        grade: Its grade.
        learning: Whether it is being learnt.
    """

    asked: Asked
    best: str
    grade: Grade
    learning: bool

    @property
    def credit(self) -> int:
        """Return how much of its weight counts, in hundredths."""
        if self.grade is Grade.NONE:
            return CREDIT_LEARNING if self.learning else 0
        return CREDIT[self.grade]

    @property
    def points(self) -> int:
        """Return weight times credit, in hundredths."""
        return self.asked.weight * self.credit

    @property
    def has(self) -> bool:
        """Return whether the learner has it: claimed or better."""
        return self.grade is not Grade.NONE

    @property
    def is_missing(self) -> bool:
        """Return whether the learner neither has it nor is learning it."""
        return not self.has and not self.learning


@dataclass(frozen=True, slots=True)
class Readiness:
    """A sum, with all its terms in the order in which they were asked for."""

    terms: tuple[Term, ...]

    @property
    def points(self) -> int:
        """Return what counts, in hundredths."""
        return sum(term.points for term in self.terms)

    @property
    def most(self) -> int:
        """Return the sum of all weights, in hundredths."""
        return sum(term.asked.weight for term in self.terms) * FULL

    @property
    def percent(self) -> int:
        """Return whole percent, rounded down; 0 where nothing is asked for."""
        return self.points * 100 // self.most if self.most else 0

    @property
    def have(self) -> list[Term]:
        """Return what is there."""
        return [term for term in self.terms if term.has]

    @property
    def in_progress(self) -> list[Term]:
        """Return what is being learnt and not there yet."""
        return [term for term in self.terms if term.learning and not term.has]

    @property
    def missing(self) -> list[Term]:
        """Return what is neither there nor being learnt."""
        return [term for term in self.terms if term.is_missing]


def readiness(
    asked: Iterable[Asked],
    grade_of: Callable[[str], Grade],
    is_learning: Callable[[str], bool],
) -> Readiness:
    """Return how much of what is asked for is there.

    Args:
        asked: What is asked for.
        grade_of: Returns the grade of a skill by its slug.
        is_learning: Returns whether a skill is being learnt.
    """

    def term(each: Asked) -> Term:
        made = (Term(each, s, grade_of(s), is_learning(s)) for s in each.any)
        return max(made, key=lambda term: (term.credit, term.grade))

    return Readiness(tuple(term(each) for each in asked if each.any))


def asked_by(requirements: Iterable[Requirement]) -> list[Asked]:
    """Return what the requirements of a level or role ask for, the weightiest first."""
    made = [Asked(each.any, each.weight, each.title) for each in requirements]
    return sorted(made, key=lambda asked: -asked.weight)


def closing(
    readiness: Readiness, hours_of: Callable[[str], float], most: int
) -> list[Term]:
    """Return the missing terms that would close most of the gap, the best first.

    What closes more comes first; where two close as much, the one with fewer hours.

    Args:
        readiness: The sum with the gap.
        hours_of: Returns the planned hours of a skill by its slug.
        most: At most so many.
    """
    open_terms = [term for term in readiness.terms if not term.has]

    def order(term: Term) -> tuple[int, float, str]:
        gain = term.asked.weight * FULL - term.points
        return -gain, hours_of(term.best), term.best

    return sorted(open_terms, key=order)[:most]
