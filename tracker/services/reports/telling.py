"""A record, read as a learner chose: titles, and what belongs to what."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tracker.domain.ids import MILESTONE, PROJECT, kind_of, parent_of, slug_of
from tracker.domain.work import Grade
from tracker.services.reports.inline import plain
from tracker.services.reports.user_text import indented
from tracker.services.reports.wording import entries_text, minutes_text
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.domain.work import Entry, ProjectWork, Record, SkillWork, StageWork
    from tracker.services.reports.report import Choices


class Telling:
    """A record and what to leave out; looks titles and projects up at once."""

    def __init__(self, record: Record, choices: Choices) -> None:
        self.record = record
        self.choices = choices

    @cached_property
    def projects(self) -> dict[str, ProjectWork]:
        """All projects by subject, each once: those of the stages, then the others."""
        found: dict[str, ProjectWork] = {}
        for project in self._all_projects():
            found.setdefault(project.subject, project)
        return found

    def _all_projects(self) -> Iterator[ProjectWork]:
        for stage in self.record.stages:
            yield from stage.projects
        yield from self.record.projects

    @cached_property
    def skills(self) -> dict[str, SkillWork]:
        """All skills by subject, each once, in the order of the road."""
        found: dict[str, SkillWork] = {}
        for stage in self.record.stages:
            for skill in stage.skills:
                found.setdefault(skill.subject, skill)
        return found

    @cached_property
    def _project_of(self) -> dict[str, str]:
        return {
            milestone.subject: project.subject
            for project in self.projects.values()
            for milestone in project.milestones
        }

    def project_of(self, subject: str) -> str | None:
        """Return the project that a subject is or that it is a milestone of."""
        if kind_of(subject) == PROJECT:
            return subject
        if kind_of(subject) == MILESTONE:
            return self._project_of.get(subject) or parent_of(subject)
        return None

    def projects_of(self, stage: StageWork) -> list[ProjectWork]:
        """Return the projects of a stage and the learner's own that belong to it."""
        own = (each for each in self.record.projects if each.stage == stage.slug)
        both = [*stage.projects, *own]
        return list({each.subject: each for each in reversed(both)}.values())[::-1]

    def title(self, subject: str) -> str:
        """Return the title of a subject as Markdown."""
        title = self.record.titles.get(subject)
        if title is None:
            known = self.skills.get(subject) or self.projects.get(subject)
            title = known.title if known else slug_of(subject)
        return plain(title)

    def names(self, skill: SkillWork) -> bool:
        """Return whether a skill may be named as one that the learner has."""
        lowest = Grade.CLAIMED if self.choices.unproved else Grade.SHOWN
        return skill.grade >= lowest

    def exercised(self, project: ProjectWork) -> list[str]:
        """Return the titles of the skills that a project exercises."""
        return [
            self.title(subject)
            for subject in project.skills
            if self.choices.unproved or self._is_named(subject)
        ]

    def _is_named(self, subject: str) -> bool:
        skill = self.skills.get(subject)
        return skill is not None and self.names(skill)

    def time(self, minutes: int) -> str:
        """Return a time spent, empty if there is none or hours are left out."""
        return minutes_text(minutes) if minutes > 0 and self.choices.hours else ""

    def total(self, entries: Sequence[Entry]) -> str:
        """Return how many entries there are and the time they took, as a sentence."""
        count = entries_text(len(entries))
        time = self.time(sum(entry.minutes for entry in entries))
        if time:
            return tr("**{time}** in {entries}.", time=time, entries=count)
        return f"{count}."

    def entry(
        self, entry: Entry, day: str = "", besides: frozenset[str] = frozenset()
    ) -> str:
        """Return an entry as the item of a list: time and subjects, then its text.

        The mark is ``*``, and nowhere else, which tells journals from other lists.

        Args:
            entry: What to tell.
            day: What stands first, if anything.
            besides: Subjects that go without saying here.
        """
        links = (self.title(each) for each in entry.links if each not in besides)
        told = [each for each in (day, self.time(entry.minutes), *links) if each]
        first, *others = told or [tr("In general")]
        line = " · ".join([f"* **{first}**", *others])
        text = indented(entry.text, 2)
        return f"{line}\n\n{text}" if text else line


def one_line(*parts: str) -> str:
    """Return a subtitle of its parts; empty ones are left out."""
    return " · ".join(part for part in parts if part)
