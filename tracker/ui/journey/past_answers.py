"""What a learner answered to the questions of a skill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.ids import SKILL, kind_of

if TYPE_CHECKING:
    from tracker.domain.interview import Answer
    from tracker.services.ports import Reader


def answers(reader: Reader, subject: str) -> tuple[Answer, ...]:
    """Return the answers to the questions of a skill, the oldest first."""
    if kind_of(subject) != SKILL:
        return ()
    from tracker.services.interview import read_history  # noqa: PLC0415  # not at start

    return read_history(reader).of_skill(subject)
