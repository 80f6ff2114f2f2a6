"""How good a learner is at skills: their grades, and what these follow from."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.edit import State
from tracker.domain.ids import skill_subject
from tracker.services.evidence import read_evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.progress import Progress
    from tracker.domain.proof import Evidence
    from tracker.domain.work import Grade
    from tracker.services.ports import Reader


class Grounds(NamedTuple):
    """What grades follow from."""

    evidence: Evidence
    progress: Progress


class Grades(NamedTuple):
    """The grade of a skill by its slug, and whether it is being learnt.

    In the order in which `tracker.domain.readiness.readiness` asks for them.
    """

    grade_of: Callable[[str], Grade]
    is_learning: Callable[[str], bool]


def grades_of(evidence: Evidence, progress: Progress) -> Grades:
    """Return the grades as they are now; each question is answered once, and kept."""

    @cache
    def grade_of(skill: str) -> Grade:
        return evidence.grade(skill_subject(skill), progress)

    @cache
    def is_learning(skill: str) -> bool:
        return progress.state(skill_subject(skill)) is State.LEARNING

    return Grades(grade_of, is_learning)


def stored_grounds(reader: Reader) -> Grounds:
    """Return what is stored, for whoever does not keep it current."""
    progress = reader.progress()
    return Grounds(read_evidence(reader, progress), progress)
