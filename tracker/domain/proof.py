"""Grades of proof: how well what a learner says they can do is shown.

The rule, from the log alone:

- not done: no grade. What was gathered waits, and counts from the tick on, so that
  "done" and "claimed or better" are always the same.
- claimed: done.
- practised: a line of the journal is about it or one of its parts, or a note stands as
  proof. A note alone shows nothing: it is the learner's own word once more. Of three
  skills, applications are practice as well; see `tracker.domain.application`.
- shown: a link, commit or file stands on it or one of its parts; for a skill, also a
  finished project that exercises it and is borne out: one of its milestones is done,
  or a link, commit, file or confirmation stands on it or on one of its milestones.
  Marked as done with nothing to see, it is the learner's own word once more.
- endorsed: somebody confirmed it or one of its parts, as the learner wrote down.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.domain.edit import (
    DAY,
    KIND,
    TARGET,
    TEXT,
    TITLE,
    VALUE,
    State,
)
from tracker.domain.ids import PROOF, SKILL, kind_of, parent_of
from tracker.domain.stored_days import certain_day
from tracker.domain.work import Grade, Proof, ProofKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from tracker.domain.outline import StageOutline
    from tracker.domain.progress import Progress

FIELDS = (TARGET, KIND, VALUE, TITLE, TEXT, DAY)  # of a proof; the first makes it
SHOWING = frozenset({ProofKind.LINK, ProofKind.COMMIT, ProofKind.FILE})
BEARING = SHOWING | {ProofKind.CONFIRMATION}  # shows more than the learner's own word
PROVED = Grade.SHOWN  # the lowest grade that counts as proved


def grade_of(
    kinds: Collection[str],
    *,
    done: bool,
    practised: bool = False,
    exercised: bool = False,
) -> Grade:
    """Return a grade by the rule of this module.

    Args:
        kinds: The kinds of proof that stand on it and on its parts.
        done: Whether the learner says that it is done.
        practised: Whether a line of the journal is about it or one of its parts, or an
            application practised it.
        exercised: Whether a finished project that is borne out exercises it.
    """
    if not done:
        return Grade.NONE
    if ProofKind.CONFIRMATION in kinds:
        return Grade.ENDORSED
    if exercised or not SHOWING.isdisjoint(kinds):
        return Grade.SHOWN
    if practised or ProofKind.NOTE in kinds:
        return Grade.PRACTISED
    return Grade.CLAIMED


def is_borne_out(kinds: Collection[str], *, has_done_milestone: bool) -> bool:
    """Return whether a finished project shows the skills that it exercises.

    Args:
        kinds: The kinds of proof that stand on it and on its parts.
        has_done_milestone: Whether one of its milestones is done.
    """
    return has_done_milestone or not BEARING.isdisjoint(kinds)


def proofs_from(facts: Mapping[str, Mapping[str, str]]) -> Iterator[Proof]:
    """Return every proof, the oldest first, from the values of `FIELDS` by subject."""
    for subject in sorted(facts[TARGET]):  # a UUIDv7 sorts by time
        if kind_of(subject) != PROOF:
            continue
        kind = facts[KIND].get(subject, "")
        text = facts[TEXT].get(subject, "")
        is_note = kind == ProofKind.NOTE
        yield Proof(
            subject=subject,
            target=facts[TARGET][subject],
            kind=kind,
            value=text if is_note else facts[VALUE].get(subject, ""),
            title=facts[TITLE].get(subject, ""),
            added_on=certain_day(facts[DAY].get(subject)),
            name="" if is_note else text,
        )


def whole_of(subject: str) -> Iterator[str]:
    """Return a subject and everything that it is a part of."""
    above: str | None = subject
    while above is not None:
        yield above
        above = parent_of(above)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that grades follow from, beside the states.

    Attributes:
        proofs: All of them, the oldest first.
        logged: What lines of the journal are about.
        exercised: The skills of finished projects that are borne out.
        applied: The skills that applications practised.
    """

    proofs: tuple[Proof, ...] = ()
    logged: frozenset[str] = frozenset()
    exercised: frozenset[str] = frozenset()
    applied: frozenset[str] = frozenset()
    _on: dict[str, list[Proof]] = field(init=False, repr=False, compare=False)
    _kinds: dict[str, set[str]] = field(init=False, repr=False, compare=False)
    _practised: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        on: defaultdict[str, list[Proof]] = defaultdict(list)
        kinds: defaultdict[str, set[str]] = defaultdict(set)
        for proof in self.proofs:
            on[proof.target].append(proof)
            for subject in whole_of(proof.target):
                kinds[subject].add(proof.kind)
        practised = {whole for subject in self.logged for whole in whole_of(subject)}
        object.__setattr__(self, "_on", dict(on))
        object.__setattr__(self, "_kinds", dict(kinds))
        practised |= self.applied
        object.__setattr__(self, "_practised", frozenset(practised))

    def on(self, target: str) -> tuple[Proof, ...]:
        """Return the proofs of one thing, without those of its parts."""
        return tuple(self._on.get(target, ()))

    def kinds(self, subject: str) -> Collection[str]:
        """Return the kinds of proof that stand on something and on its parts."""
        return self._kinds.get(subject, ())

    def grade(self, subject: str, progress: Progress) -> Grade:
        """Return how well a skill, outcome, project or milestone is proved."""
        return self._grade(subject, done=progress.state(subject) is State.DONE)

    def waiting(self, subject: str) -> Grade:
        """Return the grade that a thing would have if it were done."""
        return self._grade(subject, done=True)

    def is_proved(self, subject: str, progress: Progress) -> bool:
        """Return whether something is done, and shown or endorsed."""
        return self.grade(subject, progress) >= PROVED

    def _grade(self, subject: str, *, done: bool) -> Grade:
        return grade_of(
            self.kinds(subject),
            done=done,
            practised=subject in self._practised,
            exercised=kind_of(subject) == SKILL and subject in self.exercised,
        )


@dataclass(frozen=True, slots=True)
class GradeCount:
    """How many skills and projects of a stage have each grade; ``total`` can be had.

    The four grades add up to what is done: see `tracker.domain.standing.count_stage`.
    """

    claimed: int = 0
    practised: int = 0
    shown: int = 0
    endorsed: int = 0
    total: int = 0

    @property
    def done(self) -> int:
        """Return how many are claimed or better."""
        return self.claimed + self.practised + self.proved

    @property
    def proved(self) -> int:
        """Return how many are shown or better."""
        return self.shown + self.endorsed

    @property
    def percent_proved(self) -> int:
        """Return whole percent of what counts that is proved."""
        return self.proved * 100 // self.total if self.total else 0

    @property
    def parts(self) -> tuple[int, int, int, int]:
        """Return the four numbers, the best grade first."""
        return self.endorsed, self.shown, self.practised, self.claimed

    def __add__(self, other: GradeCount) -> GradeCount:
        return GradeCount(
            self.claimed + other.claimed,
            self.practised + other.practised,
            self.shown + other.shown,
            self.endorsed + other.endorsed,
            self.total + other.total,
        )


def count_grades(
    stage: StageOutline, total: int, evidence: Evidence, progress: Progress
) -> GradeCount:
    """Count the grades of a stage as a learner walks it.

    Args:
        stage: The stage; of a fork, the lane that counts is looked at.
        total: How many skills and projects count, as `count_stage` says.
        evidence: What the grades follow from.
        progress: The states.
    """
    subjects: list[str] = [*stage.subjects]
    if stage.fork is not None:
        subjects += stage.fork.lane(progress.lane(stage.fork.subject)).subjects
    return _tally((evidence.grade(s, progress) for s in subjects), total)


def _tally(grades: Iterable[Grade], total: int) -> GradeCount:
    found = list(grades)
    return GradeCount(
        found.count(Grade.CLAIMED),
        found.count(Grade.PRACTISED),
        found.count(Grade.SHOWN),
        found.count(Grade.ENDORSED),
        total,
    )
