"""The chosen roadmap with where the learner stands, kept current edit by edit."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tracker.domain.edit import State
from tracker.domain.forecast import HOURS_A_WEEK, USUAL_HOURS_A_WEEK
from tracker.domain.ids import FORK, stage_subject
from tracker.domain.next_steps import next_step
from tracker.domain.project_facts import FIELDS, ProjectFacts
from tracker.domain.standing import stand, stand_again

if TYPE_CHECKING:
    from tracker.domain.edit import StoredEdit
    from tracker.domain.outline import Outline
    from tracker.domain.progress import Progress
    from tracker.domain.project import Project
    from tracker.domain.roadmap import Fork, Stage
    from tracker.domain.skill import Skill
    from tracker.domain.standing import Standing
    from tracker.services.ports import Reader


class Journey:
    """A read model: everything the Journey page, the palette and ``status`` show."""

    def __init__(self, reader: Reader, outline: Outline, progress: Progress) -> None:
        """See `open_journey`."""
        self._bare = outline  # as the roadmap says it, without projects of one's own
        self.facts = read_facts(reader)
        self.outline = self._with_own_projects()
        self.progress = progress
        self.standing: Standing = stand(self.outline, progress)
        self._reader = reader
        self._as_written = lru_cache(maxsize=8)(self._read_stage)
        self.stage = lru_cache(maxsize=8)(self._overlay_stage)
        self._walked = lru_cache(maxsize=8)(self._walk)
        self._off_road = lru_cache(maxsize=2)(self._find_off_road)

    def apply(self, stored: StoredEdit) -> frozenset[int]:
        """Take a stored edit into account; return the stages whose count changed."""
        before = self.standing.stages
        self.progress.apply(stored)
        subjects = stored.edit.subjects
        if self._reshape(stored):
            self.standing = stand(self.outline, self.progress)
        else:
            self.standing = stand_again(
                self.standing, self.outline, self.progress, subjects
            )
        after, places = self.standing.stages, self.outline.places.keys()
        pairs = enumerate(zip(before, after, strict=True))
        counted = {n for n, (old, new) in pairs if old is not new and old != new}
        forks = {s for s in subjects if s.startswith(f"{FORK}:")}
        return frozenset(counted | {self.outline.places[s] for s in forks & places})

    def _reshape(self, stored: StoredEdit) -> bool:
        """Take in what changed about projects; return whether others stand on the road.

        What was made or changed is shown by `stage` from now on.
        """
        if not self.facts.apply(stored):
            return False
        self.stage.cache_clear()
        self._walked.cache_clear()
        outline = self._with_own_projects()
        is_other = outline != self.outline
        self.outline = outline
        return is_other

    def _with_own_projects(self) -> Outline:
        """Return the outline with the projects that the learner put into its stages."""
        own = self.facts.own_on
        bare = self._bare
        if not self.facts.own_projects():
            return bare
        stages = []
        for stage in bare.stages:
            more = own(stage_subject(bare.slug, stage.slug))
            # A project of one's own has no planned hours: it makes no road longer.
            projects = {**stage.projects, **dict.fromkeys(more, 0.0)}
            stages.append(replace(stage, projects=projects) if more else stage)
        return replace(bare, stages=tuple(stages))

    def lane(self, position: int) -> str:
        """Return the lane that counts in a stage; empty where there is no fork."""
        fork = self.outline.stages[position].fork
        if fork is None:
            return ""
        chosen = self.progress.lane(fork.subject)
        return chosen if chosen in fork.lanes else next(iter(fork.lanes))

    def has_chosen(self, position: int) -> bool:
        """Return whether the learner chose a lane of a stage, or there is no fork."""
        fork = self.outline.stages[position].fork
        return fork is None or self.progress.lane(fork.subject) in fork.lanes

    def walked(self, position: int) -> Stage:
        """Return a stage with the lane that counts, and without its fork."""
        return self._walked(position, self.lane(position))

    def next(self, position: int) -> Skill | Project | Fork | None:
        """Return what to do next in a stage, or ``None`` when nothing is left.

        A lane is to be chosen once everything that stands on all of them is done.
        """
        lanes = tuple(self.lane(n) for n in range(len(self.outline.stages)))
        off_road = self._off_road(lanes) | self._left_alternatives(lanes)
        if self.has_chosen(position) or self.standing.stages[position].finished:
            return next_step(self.walked(position), self.progress, off_road)
        stage = self.stage(position)
        common = replace(stage, fork=None)
        return next_step(common, self.progress, off_road) or stage.fork

    def _left_alternatives(self, lanes: tuple[str, ...]) -> frozenset[str]:
        """Return the alternatives that nobody asks for, as enough others are done."""
        done = self.progress.in_state(State.DONE)
        left: set[str] = set()
        for stage, lane in zip(self.outline.stages, lanes, strict=True):
            more = stage.fork.lane(lane).groups if stage.fork else ()
            for group in (*stage.groups, *more):
                if len(group.skills.keys() & done) >= group.least:
                    left.update(group.skills.keys() - done)
        return frozenset(left)

    def _find_off_road(self, lanes: tuple[str, ...]) -> frozenset[str]:
        """Return what stands on this roadmap, but only in lanes that are not walked."""
        walked: set[str] = set()
        everything: set[str] = set()
        for stage, lane in zip(self.outline.stages, lanes, strict=True):
            if stage.fork is None:
                continue
            walked.update(stage.fork.lane(lane).subjects)
            for each in stage.fork.lanes.values():
                everything.update(each.subjects)
        return frozenset(everything - walked)

    def _walk(self, position: int, lane: str) -> Stage:
        return self.stage(position).walked(lane)

    def _overlay_stage(self, position: int) -> Stage:
        from tracker.domain.projects import overlaid_stage  # noqa: PLC0415  # not at start

        stage = self._as_written(position)
        subject = stage_subject(self.outline.slug, stage.slug)
        return overlaid_stage(stage, subject, self.facts)

    def _read_stage(self, position: int) -> Stage:
        return self._reader.stage(self.outline.slug, position)


def read_facts(reader: Reader) -> ProjectFacts:
    """Return what is stored about projects, with one query for each field."""
    return ProjectFacts({field: reader.all_values(field) for field in FIELDS})


def chosen_roadmap(reader: Reader) -> str | None:
    """Return the slug of the chosen roadmap; ``None`` before one was chosen."""
    chosen = reader.setting("roadmap")
    return chosen if chosen in {head.slug for head in reader.roadmaps()} else None


def open_journey(reader: Reader) -> Journey | None:
    """Return the journey on the chosen roadmap; ``None`` before one was chosen."""
    chosen = chosen_roadmap(reader)
    if chosen is None:
        return None
    return Journey(reader, reader.outline(chosen), reader.progress())


def hours_a_week(reader: Reader) -> int:
    """Return the hours a week the learner plans to spend."""
    text = reader.setting("hours_a_week") or ""
    is_number = text.isdecimal() and len(text) <= len(str(HOURS_A_WEEK.stop))
    value = int(text) if is_number else USUAL_HOURS_A_WEEK
    return min(max(value, HOURS_A_WEEK.start), HOURS_A_WEEK.stop - 1)
