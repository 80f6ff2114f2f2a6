"""Everything a report or an export may tell of a learner, read once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tracker.domain.edit import State
from tracker.domain.ids import (
    outcome_subject,
    project_subject,
    skill_subject,
    stage_subject,
)
from tracker.domain.stored_days import day_of
from tracker.domain.work import Grade, LevelStanding, Record, SkillWork, StageWork
from tracker.services.applications import read_applications
from tracker.services.evidence import proofs_to_send, read_evidence, with_proofs
from tracker.services.interview import read_history
from tracker.services.levels import level_standing
from tracker.services.profile import read_profile
from tracker.services.project_works import project_works

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.roadmap import Group
    from tracker.domain.skill import Skill
    from tracker.domain.work import Proof
    from tracker.services.journey import Journey
    from tracker.services.ports import Reader

_ALL = 10_000_000  # more lines than anybody writes


def read_record(reader: Reader, journey: Journey) -> Record:
    """Return the record of a learner on the roadmap that they follow."""
    return _Recorder(reader, journey).record()


class _Recorder:
    def __init__(self, reader: Reader, journey: Journey) -> None:
        self._reader, self._journey = reader, journey
        self._progress = journey.progress
        self._evidence = read_evidence(reader, journey.progress)
        self._history = read_history(reader)
        self._minutes: defaultdict[str, int] = defaultdict(int)
        self._entries = tuple(reversed(reader.entries("", "9", _ALL)))
        for entry in self._entries:
            for link in entry.links:
                self._minutes[link] += entry.minutes
        works = (
            with_proofs(each, self._proofs) for each in project_works(reader, journey)
        )
        self._projects = {work.subject: work for work in works}

    def record(self) -> Record:
        """Return everything."""
        stages = tuple(map(self._stage, range(len(self._journey.outline.stages))))
        profile, standing = read_profile(self._reader), self._standing(Grade.CLAIMED)
        return Record(
            roadmap=self._journey.outline.title,
            name=profile.name,
            level=standing.level,
            standing=standing,
            proved_standing=self._standing(Grade.SHOWN),
            profile=profile,
            stages=stages,
            projects=tuple(self._projects.values()),
            entries=self._entries,
            applications=read_applications(self._reader)[::-1],
            titles=self._titles(stages),
        )

    def _standing(self, least: Grade) -> LevelStanding:
        ladder = self._reader.ladder()
        return level_standing(ladder, self._evidence, self._progress, least=least)

    def _stage(self, position: int) -> StageWork:
        stage = self._journey.walked(position)
        count = self._journey.standing.stages[position]
        subject = stage_subject(self._journey.outline.slug, stage.slug)
        works = (self._projects.get(project_subject(p.slug)) for p in stage.projects)
        return StageWork(
            slug=stage.slug,
            number=position + 1,
            title=stage.title,
            summary=stage.summary,
            percent=count.percent,
            skills=tuple(
                self._skill(skill, group)
                for group in stage.groups
                for skill in group.skills
            ),
            projects=tuple(work for work in works if work is not None),
            note=self._reader.note(subject),
        )

    def _skill(self, skill: Skill, group: Group) -> SkillWork:
        subject = skill_subject(skill.slug)
        outcomes = {outcome_subject(skill.slug, o.slug): o.text for o in skill.outcomes}
        return SkillWork(
            subject=subject,
            title=skill.title,
            group=group.title,
            grade=self._evidence.grade(subject, self._progress),
            done_on=self._day(subject),
            minutes=self._minutes[subject],
            outcomes=tuple(
                (text, self._is_done(each)) for each, text in outcomes.items()
            ),
            note=self._note(subject),
            proofs=self._proofs(subject, *outcomes),
            answers=self._history.of_skill(subject),
        )

    def _proofs(self, *subjects: str) -> tuple[Proof, ...]:
        return proofs_to_send(self._evidence, *subjects)

    def _titles(self, stages: tuple[StageWork, ...]) -> dict[str, str]:
        titles = {skill.subject: skill.title for s in stages for skill in s.skills}
        projects = self._projects.values()
        for project in projects:
            titles[project.subject] = project.title
            titles |= {each.subject: each.title for each in project.milestones}
        named = {link for entry in self._entries for link in entry.links}
        named.update(subject for each in projects for subject in each.skills)
        for subject in named - titles.keys():
            titles[subject] = self._reader.title(subject) or subject
        return titles

    def _is_done(self, subject: str) -> bool:
        return self._progress.state(subject) is State.DONE

    def _day(self, subject: str) -> date | None:
        is_done = self._is_done(subject)
        return day_of(self._progress.done_on(subject)) if is_done else None

    def _note(self, subject: str) -> str:
        return self._reader.note(subject) if self._progress.has_note(subject) else ""
