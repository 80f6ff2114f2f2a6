"""Everything a report or an export may tell of a learner, read once."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.edit import State
from tracker.domain.ids import (
    milestone_subject,
    outcome_subject,
    project_subject,
    skill_subject,
    stage_subject,
)
from tracker.domain.work import (
    MilestoneWork,
    ProjectWork,
    Record,
    SkillWork,
    StageWork,
)
from tracker.services.evidence import proofs_to_send, read_evidence

if TYPE_CHECKING:
    from tracker.domain.project import Project
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
        self._minutes: defaultdict[str, int] = defaultdict(int)
        self._entries = tuple(reversed(reader.entries("", "9", _ALL)))
        for entry in self._entries:
            for link in entry.links:
                self._minutes[link] += entry.minutes
        self._evidence = read_evidence(reader, self._progress)

    def record(self) -> Record:
        """Return everything."""
        stages = tuple(map(self._stage, range(len(self._journey.outline.stages))))
        return Record(
            roadmap=self._journey.outline.title,
            stages=stages,
            projects=tuple(project for stage in stages for project in stage.projects),
            entries=self._entries,
            titles=self._titles(stages),
        )

    def _stage(self, position: int) -> StageWork:
        stage = self._journey.walked(position)
        count = self._journey.standing.stages[position]
        subject = stage_subject(self._journey.outline.slug, stage.slug)
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
            projects=tuple(self._project(p, stage.slug) for p in stage.projects),
            note=self._reader.note(subject),
        )

    def _skill(self, skill: Skill, group: Group) -> SkillWork:
        subject = skill_subject(skill.slug)
        outcomes = tuple(
            (each.text, self._is_done(outcome_subject(skill.slug, each.slug)))
            for each in skill.outcomes
        )
        return SkillWork(
            subject=subject,
            title=skill.title,
            group=group.title,
            grade=self._evidence.grade(subject, self._progress),
            done_on=self._day(subject),
            minutes=self._minutes[subject],
            outcomes=outcomes,
            note=self._note(subject),
            proofs=proofs_to_send(
                self._evidence,
                subject,
                *(outcome_subject(skill.slug, each.slug) for each in skill.outcomes),
            ),
        )

    def _proofs(self, subject: str) -> tuple[Proof, ...]:
        return proofs_to_send(self._evidence, subject)

    def _project(self, project: Project, stage: str) -> ProjectWork:
        subject = project_subject(project.slug)
        return ProjectWork(
            subject=subject,
            title=project.title,
            stage=stage,
            brief=project.brief,
            status=self._state(subject),
            finish=self._day(subject),
            milestones=tuple(
                self._milestone(project.slug, step.slug, step.title)
                for step in project.milestones
            ),
            skills=tuple(map(skill_subject, project.skills)),
            note=self._note(subject),
            proofs=self._proofs(subject),
        )

    def _milestone(self, project: str, slug: str, title: str) -> MilestoneWork:
        subject = milestone_subject(project, slug)
        return MilestoneWork(
            subject=subject,
            title=title,
            done=self._is_done(subject),
            done_on=self._day(subject),
            proofs=self._proofs(subject),
        )

    def _titles(self, stages: tuple[StageWork, ...]) -> dict[str, str]:
        titles: dict[str, str] = {}
        for stage in stages:
            titles |= {skill.subject: skill.title for skill in stage.skills}
            titles |= {project.subject: project.title for project in stage.projects}
        named = {link for entry in self._entries for link in entry.links}
        for subject in named - titles.keys():
            titles[subject] = self._reader.title(subject) or subject
        return titles

    def _state(self, subject: str) -> State:
        return self._progress.state(subject)

    def _is_done(self, subject: str) -> bool:
        return self._state(subject) is State.DONE

    def _day(self, subject: str) -> date | None:
        with suppress(ValueError):
            if self._is_done(subject):
                return date.fromisoformat(self._progress.done_on(subject))
        return None

    def _note(self, subject: str) -> str:
        return self._reader.note(subject) if self._progress.has_note(subject) else ""
