"""How well a learner fits an advert: the one formula of readiness over what it asks.

``fit = sum(weight x credit) / sum(weight)``, where the weight is 3 for a must, 2 for
what is asked for plainly and 1 for what is nice to have, and the credit follows from
the grade (`tracker.domain.readiness`). Of alternatives the best one counts, once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.fit.reading import Need
from tracker.domain.readiness import Asked, readiness
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tracker.domain.fit.reading import Reading
    from tracker.domain.readiness import Readiness, Term
    from tracker.domain.work import Grade


def need_of(term: Term) -> Need:
    """Return how much an advert wants what a term stands for."""
    return Need(term.asked.weight)


def fit_of(
    reading: Reading,
    title_of: Callable[[str], str],
    grade_of: Callable[[str], Grade],
    is_learning: Callable[[str], bool],
) -> Readiness | None:
    """Return how well a learner fits an advert, ``None`` if it names no known skill.

    Args:
        reading: What was read in the advert.
        title_of: Returns the title of a skill by its slug.
        grade_of: Returns the grade of a skill by its slug.
        is_learning: Returns whether a skill is being learnt.
    """
    asked = asked_in(reading, title_of)
    return readiness(asked, grade_of, is_learning) if asked else None


def asked_in(reading: Reading, title_of: Callable[[str], str]) -> tuple[Asked, ...]:
    """Return what an advert asks for, the weightiest first.

    Args:
        reading: What was read in it.
        title_of: Returns the title of a skill by its slug.
    """
    return tuple(
        Asked(wanted.any, int(wanted.need), any_of(map(title_of, wanted.any)))
        for wanted in sorted(reading.wanted, key=lambda wanted: -wanted.need)
    )


def any_of(titles: Iterable[str]) -> str:
    """Return several names of which one is enough, such as "Python or Java"."""
    *first, last = titles
    return tr("{some} or {last}", some=", ".join(first), last=last) if first else last
