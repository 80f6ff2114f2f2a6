"""Where a learner stands: the fold of their edits, seen on a roadmap.

`Progress` is what is true now; `Outline` is as much of a roadmap as counting needs;
`Standing` is a function of the two. One stage is recounted when one edit touches it, so
the cost of an edit does not grow with the roadmap or the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.edit import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.outline import (
        ForkOutline,
        GroupOutline,
        Outline,
        PartOutline,
        StageOutline,
    )
    from tracker.domain.progress import Progress


class StageStanding(NamedTuple):
    """How far one stage has come. What is set aside does not count."""

    skills_done: int
    skills: int
    projects_done: int
    projects: int
    learning: int
    hours_left: float

    @property
    def done(self) -> int:
        """Return how many skills and projects are done."""
        return self.skills_done + self.projects_done

    @property
    def total(self) -> int:
        """Return how many skills and projects count."""
        return self.skills + self.projects

    @property
    def percent(self) -> int:
        """Return whole percent; 100 only when everything is done."""
        return self.done * 100 // self.total if self.total else 0

    @property
    def finished(self) -> bool:
        """Return whether nothing is left to do here."""
        return self.done == self.total

    @property
    def is_aside(self) -> bool:
        """Return whether everything in this stage was set aside."""
        return self.total == 0


class Standing(NamedTuple):
    """Everything counted for a learner on a roadmap at a moment."""

    stages: tuple[StageStanding, ...]

    @property
    def here(self) -> int:
        """Return the stage the learner stands on: the first that is not finished."""
        for position, stage in enumerate(self.stages):
            if not stage.finished:
                return position
        return len(self.stages) - 1

    def state_of(self, position: int) -> str:
        """Return ``done``, ``here``, ``ahead`` or ``aside`` for a stage."""
        stage = self.stages[position]
        if stage.is_aside:
            return "aside"
        if stage.finished:
            return "done"
        return "here" if position == self.here else "ahead"

    @property
    def arrived(self) -> bool:
        """Return whether every stage is finished, and not only set aside."""
        stages = self.stages
        return all(s.finished for s in stages) and any(s.done for s in stages)

    @property
    def goal(self) -> int | None:
        """Return the next stage to walk after the present one, if there is any."""
        later = range(self.here + 1, len(self.stages))
        return next((n for n in later if not self.stages[n].finished), None)

    @property
    def percent(self) -> int:
        """Return whole percent of all skills and projects that count."""
        total = sum(stage.total for stage in self.stages)
        done = sum(stage.done for stage in self.stages)
        return done * 100 // total if total else 0

    @property
    def hours_left(self) -> float:
        """Return the planned hours of everything that is neither done nor set aside."""
        return sum(stage.hours_left for stage in self.stages)


def count_stage(stage: StageOutline, progress: Progress) -> StageStanding:
    """Count one stage: the only function that says what counts.

    That is everything but what is set aside and, at a fork, what stands in lanes that
    were not chosen. Of alternatives as many count as are asked for, or as are done.
    """
    count = _count_part(stage, progress)
    if stage.fork is None:
        return count
    chosen = progress.lane(stage.fork.subject)
    return _sum(count, count_lane(stage.fork, chosen, progress))


def count_lane(fork: ForkOutline, lane: str, progress: Progress) -> StageStanding:
    """Count one lane of a fork, whether or not it is the one that is walked."""
    return _count_part(fork.lane(lane), progress)


def _count_part(part: PartOutline, progress: Progress) -> StageStanding:
    done, aside = progress.in_state(State.DONE), progress.in_state(State.ASIDE)
    learning = progress.in_state(State.LEARNING)
    skills_done = part.skills.keys() & done
    projects_done = part.projects.keys() & done
    skills_aside = part.skills.keys() & aside
    projects_aside = part.projects.keys() & aside
    spent = sum(part.skills[subject] for subject in skills_done | skills_aside)
    spent += sum(part.projects[subject] for subject in projects_done | projects_aside)
    count = StageStanding(
        skills_done=len(skills_done),
        skills=len(part.skills) - len(skills_aside),
        projects_done=len(projects_done),
        projects=len(part.projects) - len(projects_aside),
        learning=len(part.skills.keys() & learning)
        + len(part.projects.keys() & learning),
        hours_left=part.hours - spent,
    )
    for group in part.groups:
        count = _sum(count, _count_group(group, progress))
    return count


def _count_group(group: GroupOutline, progress: Progress) -> StageStanding:
    """Count alternatives; what is missing takes the hours of what is being learnt.

    What nobody has begun is planned with the mean of the rest.
    """
    offered = group.skills.keys() - progress.in_state(State.ASIDE)
    done = offered & progress.in_state(State.DONE)
    learning = [s for s in group.skills if s in progress.in_state(State.LEARNING)]
    missing = max(min(group.least, len(offered)) - len(done), 0)
    hours = sum(group.skills[subject] for subject in learning[:missing])
    rest = [group.skills[s] for s in offered.difference(done, learning)]
    unbegun = max(missing - len(learning), 0)
    return StageStanding(
        skills_done=len(done),
        skills=len(done) + missing,
        projects_done=0,
        projects=0,
        learning=len(learning),
        hours_left=hours + (unbegun * sum(rest) / len(rest) if unbegun else 0),
    )


def _sum(one: StageStanding, other: StageStanding) -> StageStanding:
    return StageStanding(
        skills_done=one.skills_done + other.skills_done,
        skills=one.skills + other.skills,
        projects_done=one.projects_done + other.projects_done,
        projects=one.projects + other.projects,
        learning=one.learning + other.learning,
        hours_left=one.hours_left + other.hours_left,
    )


def stand(outline: Outline, progress: Progress) -> Standing:
    """Return where a learner stands on a whole roadmap."""
    return Standing(stages=tuple(count_stage(s, progress) for s in outline.stages))


def stand_again(
    standing: Standing, outline: Outline, progress: Progress, subjects: Iterable[str]
) -> Standing:
    """Return the standing after an edit, recounting only the stages that it touches."""
    stages = list(standing.stages)
    for position in {outline.places[s] for s in subjects if s in outline.places}:
        stages[position] = count_stage(outline.stages[position], progress)
    return Standing(stages=tuple(stages))
