"""The portfolio: what a learner can do, with proof, and what they built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import State
from tracker.domain.work import Grade
from tracker.services.reports.blocks import (
    document,
    facts_line,
    is_built,
    is_shown,
    labelled,
    listed,
    milestone_line,
    note_block,
    proof_lines,
    section,
    task,
)
from tracker.services.reports.inline import plain
from tracker.services.reports.report import EVERYTHING, Choices, Report
from tracker.services.reports.telling import Telling, one_line
from tracker.services.reports.user_text import quoted
from tracker.services.reports.wording import day_text, grade_name, grade_reason
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.work import ProjectWork, Record, SkillWork

_BEST_FIRST = (Grade.ENDORSED, Grade.SHOWN, Grade.PRACTISED, Grade.CLAIMED)


def portfolio(record: Record, choices: Choices = EVERYTHING) -> Report:
    """Return skills by grade of proof, then finished projects, then active ones.

    Archived projects are left out.
    """
    telling = Telling(record, choices)
    shelf = [each for each in telling.projects.values() if not each.archived]
    finished = [
        each
        for each in shelf
        if each.status is State.DONE and (choices.unproved or is_built(each))
    ]
    active = [
        each
        for each in shelf
        if each.status is State.LEARNING and (choices.unproved or is_shown(each))
    ]
    finished.sort(key=lambda each: each.finish.toordinal() if each.finish else 0)
    blocks = [
        *section(tr("Skills"), _skills(telling)),
        *section(tr("Finished projects"), _projects(telling, reversed(finished))),
        *section(tr("Projects in progress"), _projects(telling, active)),
    ]
    title = tr("Portfolio of {name}", name=record.name) if record.name else ""
    return Report(
        title=title or tr("Portfolio"),
        subtitle=one_line(record.level_told(unproved=choices.unproved), record.roadmap),
        body=document(blocks or [tr("There is nothing to show yet.")]),
    )


def _skills(telling: Telling) -> list[str]:
    named = [skill for skill in telling.skills.values() if telling.names(skill)]
    blocks: list[str] = []
    for grade in _BEST_FIRST:
        lines: list[str] = []
        for skill in named:
            if skill.grade is grade:
                lines.append(_skill(telling, skill))
                lines += proof_lines(skill.proofs, telling.choices, 2)
        if lines:
            heading = f"### {grade_name(grade)}"
            blocks += [heading, grade_reason(grade), *listed(lines)]
    return blocks


def _skill(telling: Telling, skill: SkillWork) -> str:
    title = f"- **{plain(skill.title)}**"
    group = plain(skill.group) if skill.group.strip() else ""
    done = tr("done on {d}", d=day_text(skill.done_on)) if skill.done_on else ""
    return one_line(title, group, done, telling.time(skill.minutes))


def _projects(telling: Telling, projects: Iterable[ProjectWork]) -> list[str]:
    blocks: list[str] = []
    for project in projects:
        blocks += [f"### {plain(project.title)}", *project_blocks(telling, project)]
    return blocks


def project_blocks(telling: Telling, project: ProjectWork) -> list[str]:
    """Return a project without its heading: facts, brief, what was done, proof, note.

    Milestones that are not done are left out.
    """
    lines: list[str] = []
    for milestone in project.milestones:
        if milestone.done:
            lines.append(task(done=True, text=milestone_line(milestone)))
            lines += proof_lines(milestone.proofs, telling.choices, 2)
    skills = ", ".join(telling.exercised(project))
    proofs = proof_lines(project.proofs, telling.choices)
    return [
        facts_line(project),
        quoted(project.brief),
        tr("**Skills:** {skills}", skills=skills) if skills else "",
        *labelled(tr("Highlights"), listed(lines)),
        *labelled(tr("Proof"), listed(proofs)),
        *labelled(tr("Note"), note_block(project.note, telling.choices)),
    ]
