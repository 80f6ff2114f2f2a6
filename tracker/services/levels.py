"""Which level of the ladder a learner is ready for: told in profiles and résumés.

The rule is that of `tracker.domain.career`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tracker.domain.career import ready_for
from tracker.domain.edit import State
from tracker.domain.ids import skill_subject
from tracker.domain.readiness import asked_by, readiness
from tracker.domain.work import Grade, LevelStanding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.ladder import Ladder
    from tracker.domain.progress import Progress
    from tracker.domain.proof import Evidence


def level_standing(
    ladder: Ladder, evidence: Evidence, progress: Progress, *, least: Grade
) -> LevelStanding:
    """Return where a learner stands.

    Args:
        ladder: The levels, the lowest first.
        evidence: What the grades follow from.
        progress: The states.
        least: Lower grades count as none: `Grade.SHOWN` for what can be proved.
    """

    def sums(lowest: Grade) -> list[int]:
        return [
            readiness(
                asked_by(level.required),
                partial(_grade_of, evidence, progress, lowest),
                partial(_is_learning, progress, lowest),
            ).percent
            for level in ladder.levels
        ]

    proved = sums(Grade.SHOWN)
    counted = proved if least >= Grade.SHOWN else sums(least)
    return _standing([level.title for level in ladder.levels], counted, proved)


def _grade_of(evidence: Evidence, progress: Progress, least: Grade, slug: str) -> Grade:
    grade = evidence.grade(skill_subject(slug), progress)
    return grade if grade >= least else Grade.NONE


def _is_learning(progress: Progress, least: Grade, slug: str) -> bool:
    """Return whether a skill is being learnt, where proof is not asked for."""
    is_learning = progress.state(skill_subject(slug)) is State.LEARNING
    return is_learning and least < Grade.SHOWN


def _standing(
    titles: Sequence[str], counted: Sequence[int], proved: Sequence[int]
) -> LevelStanding:
    above = ready_for(counted) + 1
    standing = LevelStanding()
    if above:
        here = above - 1
        standing = replace(
            standing,
            level=titles[here],
            percent=counted[here],
            proved=proved[here],
        )
    if above < len(counted):
        standing = replace(
            standing,
            next_level=titles[above],
            next_percent=counted[above],
        )
    return standing
