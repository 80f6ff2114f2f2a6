"""Where a learner stands on the ladder, and what they are heading for.

The rule: somebody is ready for a level when its readiness is `READY` percent or more
and that of every level below it is, too. The level they stand on is the first one they
are not ready for; at the top of the ladder it is the last. Percentages are those of
`tracker.domain.readiness`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.edit import TARGET_DAY, TARGET_LEVEL, TARGET_PAY, TARGET_PLACE
from tracker.domain.stored_days import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from tracker.domain.ladder import Requirement
    from tracker.domain.outline import LaneOutline

READY = 80  # percent: all that is asked for, on the learner's own word alone
TARGET_SUBJECT = "target:career"  # the subject of what the learner is heading for
FIELDS = (TARGET_LEVEL, TARGET_DAY, TARGET_PLACE, TARGET_PAY)


def ready_for(percents: Sequence[int]) -> int:
    """Return the number of the highest level somebody is ready for, -1 for none.

    Args:
        percents: The readiness for each level, the lowest level first.
    """
    for number, percent in enumerate(percents):
        if percent < READY:
            return number - 1
    return len(percents) - 1


def stands_on(percents: Sequence[int]) -> int:
    """Return the number of the level somebody works towards; see `ready_for`."""
    return max(min(ready_for(percents) + 1, len(percents) - 1), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a learner is heading for, in their own words; every part may be missing.

    Attributes:
        level: The slug of a level.
        day: By when.
        place: Where.
        pay: How much, as they wrote it.
    """

    level: str = ""
    day: date | None = None
    place: str = ""
    pay: str = ""

    def __bool__(self) -> bool:
        return self != Target()


def target_from(facts: Mapping[str, str]) -> Target:
    """Return the target that the values of `FIELDS` make up, by field."""
    return Target(
        level=facts.get(TARGET_LEVEL, ""),
        day=day_of(facts.get(TARGET_DAY)),
        place=facts.get(TARGET_PLACE, ""),
        pay=facts.get(TARGET_PAY, ""),
    )


def new_in(
    higher: Sequence[Requirement], lower: Sequence[Requirement]
) -> list[Requirement]:
    """Return what one asks for and the other does not, the weightiest first.

    What shares no skill with anything that the other asks for is new.
    """
    known = {slug for each in lower for slug in each.any}
    found = [each for each in higher if known.isdisjoint(each.any)]
    return sorted(found, key=lambda requirement: -requirement.weight)


def asked_on_lane(
    lane: LaneOutline, credit_of: Mapping[str, int]
) -> Iterator[tuple[tuple[str, ...], int]]:
    """Return (skills of which one is enough, weight) for all that a lane asks for.

    Every skill of a lane weighs 1. Where ``n`` of several are enough, the best ``n``
    count: the skills are dealt out to ``n`` requirements, the one with most credit
    first, so that the best of each is one of the best ``n``.

    Args:
        lane: A lane of a roadmap; its subjects are skills and projects.
        credit_of: What each of its skills counts now, in hundredths, by subject.
    """
    for subject in lane.skills:
        yield (subject,), 1
    for group in lane.groups:
        ranked = sorted(group.skills, key=lambda subject: -credit_of.get(subject, 0))
        for start in range(group.least):
            yield tuple(ranked[start :: group.least]), 1
