"""Everything grades follow from, read once and kept current edit by edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.application import practised
from tracker.domain.edit import LINKS, REMOVED, SKILLS, STATE, State
from tracker.domain.ids import (
    APPLICATION,
    ENTRY,
    MILESTONE,
    PROJECT,
    PROOF,
    kind_of,
    skill_subject,
    slug_of,
)
from tracker.domain.project_facts import project_of
from tracker.domain.proof import (
    Evidence,
    GradeCount,
    count_grades,
    is_borne_out,
    whole_of,
)
from tracker.domain.work import ProofKind
from tracker.services.applications import read_job_counts
from tracker.services.proof import read_proofs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.domain.edit import Change, StoredEdit
    from tracker.domain.progress import Progress
    from tracker.domain.work import ProjectWork, Proof
    from tracker.services.journey import Journey
    from tracker.services.ports import Reader

_BUILT = frozenset({PROJECT, MILESTONE})


def read_evidence(reader: Reader, progress: Progress) -> Evidence:
    """Return everything that grades follow from."""
    applied = practised(read_job_counts(reader))
    evidence = Evidence(read_proofs(reader), reader.logged(), applied=applied)
    return replace(evidence, exercised=_exercised(reader, progress, evidence))


def with_proofs(
    work: ProjectWork, on: Callable[[str], tuple[Proof, ...]]
) -> ProjectWork:
    """Return a project with the proofs ``on`` it and on its milestones."""
    milestones = (replace(m, proofs=on(m.subject)) for m in work.milestones)
    return replace(work, proofs=on(work.subject), milestones=tuple(milestones))


def proofs_to_send(evidence: Evidence, *subjects: str) -> tuple[Proof, ...]:
    """Return the proofs of some things as others may read them.

    A commit names its repository, not the folders of this computer.
    """
    return tuple(_to_send(p) for subject in subjects for p in evidence.on(subject))


def _to_send(proof: Proof) -> Proof:
    if proof.kind != ProofKind.COMMIT:
        return proof
    digest, _, folder = proof.value.partition(" ")
    name = folder.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return replace(proof, value=f"{name}@{digest[:12]}")


def count_stage_grades(
    journey: Journey, position: int, evidence: Evidence
) -> GradeCount:
    """Return how many skills and projects of a stage have each grade."""
    stage, total = (
        journey.outline.stages[position],
        journey.standing.stages[position].total,
    )
    return count_grades(stage, total, evidence, journey.progress)


def sum_grades(journey: Journey, evidence: Evidence) -> GradeCount:
    """Return how many skills and projects of the whole roadmap have each grade."""
    stages = range(len(journey.outline.stages))
    counts = (count_stage_grades(journey, n, evidence) for n in stages)
    return sum(counts, GradeCount())


class Proving:
    """A read model: the evidence, kept current; what a change touched is told."""

    def __init__(self, reader: Reader, progress: Progress) -> None:
        """Read everything; ``progress`` is kept current by somebody else."""
        self._reader, self._progress = reader, progress
        self.evidence = read_evidence(reader, progress)

    def apply(self, stored: StoredEdit) -> frozenset[str]:
        """Take a stored edit into account; return what may have another grade now."""
        touched: set[str] = set()
        changes = stored.edit.changes
        if any(kind_of(change.subject) == PROOF for change in changes):
            touched |= self._read_proofs()
        if any(kind_of(change.subject) == APPLICATION for change in changes):
            touched |= self._read_applied()
        targets = {t for c in changes if _is_link(c) for t in _targets(c)}
        if targets:
            touched |= self._look_at(targets)
        moved = {project_of(each) for each in touched if kind_of(each) in _BUILT}
        moved |= {project_of(c.subject) for c in changes if _moves_project(c)}
        moved &= self._progress.in_state(State.DONE)
        if moved or any(_finishes_or_not(change) for change in changes):
            touched |= self._read_exercised()
        whole = {each for subject in touched for each in whole_of(subject)}
        return frozenset(whole | stored.edit.subjects)

    def _read_proofs(self) -> set[str]:
        before = self.evidence.proofs
        self.evidence = replace(self.evidence, proofs=read_proofs(self._reader))
        changed = set(before) ^ set(self.evidence.proofs)
        return {proof.target for proof in changed}

    def _look_at(self, targets: set[str]) -> set[str]:
        there = {each for each in targets if self._reader.entries_on(each, 1)}
        logged = self.evidence.logged - targets | there
        self.evidence = replace(self.evidence, logged=frozenset(logged))
        return targets

    def _read_applied(self) -> set[str]:
        before, after = self.evidence.applied, practised(read_job_counts(self._reader))
        self.evidence = replace(self.evidence, applied=after)
        return set(before ^ after)

    def _read_exercised(self) -> set[str]:
        before = self.evidence.exercised
        after = _exercised(self._reader, self._progress, self.evidence)
        self.evidence = replace(self.evidence, exercised=after)
        return set(before ^ after)


def _is_link(change: Change) -> bool:
    return change.field == LINKS and kind_of(change.subject) == ENTRY


def _targets(change: Change) -> set[str]:
    return set((change.before or "").split()) ^ set((change.after or "").split())


def _finishes_or_not(change: Change) -> bool:
    return change.field == STATE and kind_of(change.subject) == PROJECT


def _moves_project(change: Change) -> bool:
    """Return whether a change may bear out a finished project, or no longer."""
    fields = {STATE, SKILLS, REMOVED}
    return change.field in fields and kind_of(change.subject) in _BUILT


def _exercised(
    reader: Reader, progress: Progress, evidence: Evidence
) -> frozenset[str]:
    """Return the skills that finished projects exercise, if these are borne out.

    What the learner wrote down themselves comes before what a roadmap says.
    """
    ticked = progress.in_state(State.DONE)
    done = [s for s in ticked if kind_of(s) == PROJECT]
    if done:
        removed = reader.all_values(REMOVED)
        begun = {
            project_of(s)
            for s in ticked
            if kind_of(s) == MILESTONE and s not in removed
        }
        done = [
            each
            for each in done
            if is_borne_out(evidence.kinds(each), has_done_milestone=each in begun)
        ]
    if not done:
        return frozenset()
    own = reader.all_values(SKILLS)
    return frozenset(
        skill
        for project in done
        for skill in (
            own[project].split() if project in own else _of_roadmap(reader, project)
        )
    )


def _of_roadmap(reader: Reader, project: str) -> Iterator[str]:
    for roadmap, position in reader.places(project)[:1]:
        for each in reader.stage(roadmap, position).all_projects:
            if each.slug == slug_of(project):
                yield from map(skill_subject, each.skills)
