"""Where a learner stands: the fold of their edits, seen on a roadmap.

`Progress` is what is true now; `Outline` is as much of a roadmap as counting needs;
`Standing` is a function of the two. One stage is recounted when one edit touches it, so
the cost of an edit does not grow with the roadmap or the log.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tracker.domain.edit import DONE_ON, NOTE, STATE, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from tracker.domain.edit import StoredEdit


# A state this Milepost does not know must not take a whole window down.
_TOUCHED = frozenset(State) - {State.TODO}


class Progress:
    """What a learner's edits add up to."""

    def __init__(
        self,
        states: Mapping[str, str],
        done_on: Mapping[str, str] | None = None,
        noted: Iterable[str] = (),
    ) -> None:
        """Start from what is stored.

        Args:
            states: The state of each subject that was ever touched.
            done_on: The ISO date on which a subject was done.
            noted: Subjects with a note; the text is read when it is shown.
        """
        self._states: dict[str, str] = {}
        self._done_on = dict(done_on or {})
        self._noted = set(noted)
        self._in_state: defaultdict[str, set[str]] = defaultdict(set)
        for subject, state in states.items():
            self._put(subject, state)  # an unknown one counts as to do

    def state(self, subject: str) -> State:
        """Return the state of a subject; one never touched is to do."""
        return State(self._states.get(subject, State.TODO))

    def done_on(self, subject: str) -> str:
        """Return the ISO date on which a subject was done, or an empty text."""
        return self._done_on.get(subject, "")

    def has_note(self, subject: str) -> bool:
        """Return whether a note was written on a subject."""
        return subject in self._noted

    def in_state(self, state: State) -> AbstractSet[str]:
        """Return every subject in a state other than to do."""
        return self._in_state[state]

    @property
    def states(self) -> Mapping[str, str]:
        """Return every subject that has a state other than to do."""
        return self._states

    def apply(self, stored: StoredEdit) -> None:
        """Take one stored edit into account."""
        for change in stored.edit.changes:
            if change.field == STATE:
                self._put(change.subject, change.after or State.TODO)
            elif change.field == DONE_ON and change.after:
                self._done_on[change.subject] = change.after
            elif change.field == DONE_ON:
                self._done_on.pop(change.subject, None)
            elif change.field == NOTE and change.after:
                self._noted.add(change.subject)
            elif change.field == NOTE:
                self._noted.discard(change.subject)

    def _put(self, subject: str, state: str) -> None:
        old = self._states.pop(subject, None)
        if old is not None:
            self._in_state[old].discard(subject)
        if state in _TOUCHED:
            self._states[subject] = state
            self._in_state[state].add(subject)


def fold(log: Iterable[StoredEdit]) -> Progress:
    """Return the progress after a whole log, in its order."""
    progress = Progress({})
    for stored in log:
        progress.apply(stored)
    return progress


@dataclass(frozen=True, slots=True, kw_only=True)
class StageOutline:
    """What counting needs of a stage; hours by subject, skills and projects apart."""

    slug: str
    title: str
    summary: str
    icon: str
    level: str
    skills: Mapping[str, float]  # skill subject -> hours to plan with
    projects: Mapping[str, float]
    hours: float = field(init=False)  # of all of them

    def __post_init__(self) -> None:
        hours = sum(self.skills.values()) + sum(self.projects.values())
        object.__setattr__(self, "hours", hours)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What counting needs of a roadmap."""

    slug: str
    title: str
    summary: str
    version: str
    stages: tuple[StageOutline, ...]
    places: Mapping[str, int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        places = {
            subject: position
            for position, stage in enumerate(self.stages)
            for subject in (*stage.skills, *stage.projects)
        }
        object.__setattr__(self, "places", places)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageStanding:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
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
    """Count one stage: the only function that says what counts."""
    done, aside = progress.in_state(State.DONE), progress.in_state(State.ASIDE)
    learning = progress.in_state(State.LEARNING)
    skills_done = stage.skills.keys() & done
    projects_done = stage.projects.keys() & done
    skills_aside = stage.skills.keys() & aside
    projects_aside = stage.projects.keys() & aside
    spent = sum(stage.skills[subject] for subject in skills_done | skills_aside)
    spent += sum(stage.projects[subject] for subject in projects_done | projects_aside)
    return StageStanding(
        skills_done=len(skills_done),
        skills=len(stage.skills) - len(skills_aside),
        projects_done=len(projects_done),
        projects=len(stage.projects) - len(projects_aside),
        learning=len(stage.skills.keys() & learning)
        + len(stage.projects.keys() & learning),
        hours_left=stage.hours - spent,
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
    return replace(standing, stages=tuple(stages))
