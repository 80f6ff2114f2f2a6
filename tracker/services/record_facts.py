"""What a learner stored about projects, their parts and proof, read for a record."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING

from tracker.domain.edit import (
    ARCHIVED,
    DAY,
    DONE_ON,
    DUE,
    KIND,
    NOTE,
    ORDER,
    REMOVED,
    STATE,
    TARGET,
    TEXT,
    TITLE,
    VALUE,
    State,
)
from tracker.domain.ids import MILESTONE, PROJECT, STEP, is_own, kind_of, parent_of
from tracker.domain.work import MilestoneWork, Proof, ProofKind, Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.services.ports import Reader


class Facts:
    """Fields by subject, each read once when it is first asked for."""

    def __init__(self, reader: Reader) -> None:
        """Read from here."""
        self._all = cache(reader.all_values)

    def text(self, subject: str, field: str) -> str:
        """Return the value of a field, empty where nothing is stored."""
        return self._all(field).get(subject, "")

    def day(self, subject: str, field: str) -> date | None:
        """Return a field as a day, if it is one."""
        with suppress(ValueError):
            return date.fromisoformat(self.text(subject, field))
        return None

    def lines(self, subject: str, field: str) -> tuple[str, ...]:
        """Return a field as its lines."""
        return tuple(self.text(subject, field).split())

    def state(self, subject: str) -> State:
        """Return the state of a subject."""
        with suppress(ValueError):
            return State(self.text(subject, STATE))
        return State.TODO

    def is_set(self, subject: str, field: str) -> bool:
        """Return whether a field says yes."""
        return self.text(subject, field) == "yes"

    def own_projects(self) -> list[str]:
        """Return the projects that the learner made up and did not remove."""
        made = [s for s in self._all(TITLE) if kind_of(s) == PROJECT and is_own(s)]
        return sorted(s for s in made if not self.is_set(s, REMOVED))

    def is_archived(self, subject: str) -> bool:
        """Return whether a project was put away."""
        return self.is_set(subject, ARCHIVED)

    def note(self, subject: str) -> str:
        """Return the note on a subject."""
        return self.text(subject, NOTE)

    def done_on(self, subject: str) -> date | None:
        """Return the day on which something was done, if it is."""
        done = self.state(subject) is State.DONE
        return self.day(subject, DONE_ON) if done else None

    def milestones(
        self, project: str, known: Iterable[tuple[str, str]] = ()
    ) -> tuple[MilestoneWork, ...]:
        """Return the milestones of a project as they stand, in the learner's order.

        Args:
            project: Its subject.
            known: Subject and title of those that the catalogue has.
        """
        return tuple(
            MilestoneWork(
                subject=subject,
                title=title,
                done=self.state(subject) is State.DONE,
                done_on=self.done_on(subject),
                due=self.day(subject, DUE),
                steps=self._steps(subject),
                proofs=self.proofs(subject),
            )
            for subject, title in self._parts(project, MILESTONE, known)
        )

    def _steps(self, milestone: str) -> tuple[Step, ...]:
        return tuple(
            Step(subject=s, title=title, done=self.state(s) is State.DONE)
            for s, title in self._parts(milestone, STEP, ())
        )

    def _parts(
        self, whole: str, kind: str, known: Iterable[tuple[str, str]]
    ) -> list[tuple[str, str]]:
        parts = dict(known)
        parts |= {s: self.text(s, TITLE) for s in self._own_parts[kind, whole]}
        parts = {s: self.text(s, TITLE) or title for s, title in parts.items()}
        left = [(s, t) for s, t in parts.items() if not self.is_set(s, REMOVED)]
        places = {slug: n for n, slug in enumerate(self.lines(whole, ORDER))}
        last = len(places)
        return sorted(left, key=lambda p: places.get(p[0].rpartition("/")[2], last))

    @cached_property
    def _own_parts(self) -> dict[tuple[str, str], list[str]]:
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for subject in sorted(self._all(TITLE)):
            if is_own(subject):
                found[kind_of(subject), parent_of(subject) or ""].append(subject)
        return found

    def proofs(self, *targets: str) -> tuple[Proof, ...]:
        """Return what shows any of these, the oldest first."""
        found = [proof for each in targets for proof in self._proofs[each]]
        return tuple(sorted(found, key=lambda proof: (proof.added_on, proof.subject)))

    @cached_property
    def _proofs(self) -> dict[str, list[Proof]]:
        found: defaultdict[str, list[Proof]] = defaultdict(list)
        for subject, target in self._all(TARGET).items():
            kind = self.text(subject, KIND) or ProofKind.NOTE
            is_note = kind == ProofKind.NOTE
            proof = Proof(
                subject=subject,
                target=target,
                kind=kind,
                value=self.text(subject, TEXT if is_note else VALUE),
                title=self.text(subject, TITLE),
                added_on=self.day(subject, DAY) or date(1970, 1, 1),
            )
            found[target].append(proof)
        return found
