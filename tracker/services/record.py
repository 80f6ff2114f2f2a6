"""Everything a report or an export may tell of a learner, read once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.edit import (
    BRIEF,
    DUE,
    REPOSITORY,
    SKILLS,
    STAGE_FIELD,
    START,
    TITLE,
    State,
)
from tracker.domain.ids import (
    milestone_subject,
    outcome_subject,
    project_subject,
    skill_subject,
    stage_subject,
)
from tracker.domain.work import (
    Grade,
    ProjectWork,
    ProofKind,
    Record,
    SkillWork,
    StageWork,
)
from tracker.services.record_facts import Facts

if TYPE_CHECKING:
    from tracker.domain.project import Project
    from tracker.domain.roadmap import Group
    from tracker.domain.skill import Skill
    from tracker.domain.work import Proof
    from tracker.services.journey import Journey
    from tracker.services.ports import Reader

NAME = "name"  # the setting that holds what the learner is called
_ALL = 10_000_000  # more lines than anybody writes


def read_record(reader: Reader, journey: Journey) -> Record:
    """Return the record of a learner on the roadmap that they follow."""
    return _Recorder(reader, journey).record()


class _Recorder:
    def __init__(self, reader: Reader, journey: Journey) -> None:
        self._reader, self._journey = reader, journey
        self._facts = Facts(reader)
        self._minutes: defaultdict[str, int] = defaultdict(int)
        self._entries = tuple(reversed(reader.entries("", "9", _ALL)))
        for entry in self._entries:
            for link in entry.links:
                self._minutes[link] += entry.minutes
        self._practised = {link for entry in self._entries for link in entry.links}
        self._proved = self._skills_of_finished_projects()

    def record(self) -> Record:
        """Return everything."""
        stages = tuple(map(self._stage, range(len(self._journey.outline.stages))))
        staged = tuple(project for stage in stages for project in stage.projects)
        own = map(self._own_project, self._facts.own_projects())
        projects = tuple({each.subject: each for each in (*staged, *own)}.values())
        return Record(
            roadmap=self._journey.outline.title,
            name=self._reader.setting(NAME) or "",
            stages=stages,
            projects=projects,
            entries=self._entries,
            titles=self._titles(stages, projects),
        )

    def _skills_of_finished_projects(self) -> frozenset[str]:
        proved: set[str] = set()
        for position in range(len(self._journey.outline.stages)):
            for project in self._journey.stage(position).all_projects:
                if self._facts.state(project_subject(project.slug)) is State.DONE:
                    proved.update(self._skills_of(project))
        for subject in self._facts.own_projects():
            if self._facts.state(subject) is State.DONE:
                proved.update(self._facts.lines(subject, SKILLS))
        return frozenset(proved)

    def _skills_of(self, project: Project) -> tuple[str, ...]:
        chosen = self._facts.lines(project_subject(project.slug), SKILLS)
        return chosen or tuple(map(skill_subject, project.skills))

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
            note=self._facts.note(subject),
        )

    def _skill(self, skill: Skill, group: Group) -> SkillWork:
        subject, facts = skill_subject(skill.slug), self._facts
        outcomes = {outcome_subject(skill.slug, o.slug): o.text for o in skill.outcomes}
        proofs = facts.proofs(subject, *outcomes)
        return SkillWork(
            subject=subject,
            title=skill.title,
            group=group.title,
            grade=self._grade(subject, proofs),
            done_on=facts.done_on(subject),
            minutes=self._minutes[subject],
            outcomes=tuple(
                (text, facts.state(each) is State.DONE)
                for each, text in outcomes.items()
            ),
            note=facts.note(subject),
            proofs=proofs,
        )

    def _grade(self, subject: str, proofs: tuple[Proof, ...]) -> Grade:
        """Return how well a skill is proved: a rule over what is recorded."""
        if self._facts.state(subject) is not State.DONE:
            return Grade.NONE
        kinds = {proof.kind for proof in proofs}
        if ProofKind.CONFIRMATION in kinds:
            return Grade.ENDORSED
        if subject in self._proved or kinds - {ProofKind.NOTE}:
            return Grade.SHOWN
        return Grade.PRACTISED if subject in self._practised else Grade.CLAIMED

    def _project(self, project: Project, stage: str) -> ProjectWork:
        subject = project_subject(project.slug)
        known = [
            (milestone_subject(project.slug, step.slug), step.title)
            for step in project.milestones
        ]
        work = ProjectWork(
            subject=subject,
            title=project.title,
            stage=stage,
            brief=project.brief,
            skills=self._skills_of(project),
            milestones=self._facts.milestones(subject, known),
        )
        return self._as_it_stands(work)

    def _own_project(self, subject: str) -> ProjectWork:
        facts = self._facts
        stage = facts.text(subject, STAGE_FIELD).rpartition("/")[2]
        work = ProjectWork(
            subject=subject,
            title=facts.text(subject, TITLE),
            own=True,
            stage=stage.rpartition(":")[2],
            skills=facts.lines(subject, SKILLS),
            milestones=facts.milestones(subject),
        )
        return self._as_it_stands(work)

    def _as_it_stands(self, work: ProjectWork) -> ProjectWork:
        """Return a project with what the learner stored about it."""
        facts, subject = self._facts, work.subject
        return replace(
            work,
            title=facts.text(subject, TITLE) or work.title,
            brief=facts.text(subject, BRIEF) or work.brief,
            status=facts.state(subject),
            start=facts.day(subject, START),
            due=facts.day(subject, DUE),
            finish=facts.done_on(subject),
            repository=facts.text(subject, REPOSITORY),
            archived=facts.is_archived(subject),
            note=facts.note(subject),
            proofs=facts.proofs(subject),
        )

    def _titles(
        self, stages: tuple[StageWork, ...], projects: tuple[ProjectWork, ...]
    ) -> dict[str, str]:
        titles = {skill.subject: skill.title for s in stages for skill in s.skills}
        for project in projects:
            titles[project.subject] = project.title
            titles |= {each.subject: each.title for each in project.milestones}
        named = {link for entry in self._entries for link in entry.links}
        named.update(subject for each in projects for subject in each.skills)
        for subject in named - titles.keys():
            titles[subject] = self._reader.title(subject) or subject
        return titles
