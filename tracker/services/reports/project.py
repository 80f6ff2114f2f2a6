"""The report of one project: what it is, how far it is, what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import NotFoundError
from tracker.domain.ids import PROJECT
from tracker.services.reports.blocks import (
    checklist,
    document,
    facts,
    listed,
    note_block,
    proof_lines,
    section,
)
from tracker.services.reports.report import EVERYTHING, Choices, Report
from tracker.services.reports.telling import Telling, one_line
from tracker.services.reports.user_text import quoted
from tracker.services.reports.wording import day_text, grade_name
from tracker.services.wording import state_name
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.domain.work import Entry, ProjectWork, Record


def project(record: Record, subject: str, choices: Choices = EVERYTHING) -> Report:
    """Return the report of one project.

    Args:
        record: What there is to tell.
        subject: Which project, such as ``project:todo-api``.
        choices: What to leave out.

    Raises:
        NotFoundError: If there is no such project.
    """
    telling = Telling(record, choices)
    found = telling.projects.get(subject)
    if found is None:
        raise NotFoundError(tr("There is no project “{name}”.", name=subject))
    entries = [
        entry
        for entry in record.entries
        if any(telling.project_of(link) == subject for link in entry.links)
    ]
    proofs = proof_lines(found.proofs, choices)
    blocks = [
        *section(tr("At a glance"), _glance(telling, found, entries)),
        *section(tr("Brief"), listed([quoted(found.brief)])),
        *section(tr("Milestones"), checklist(found.milestones, choices)),
        *section(tr("Proof"), listed(proofs)),
        *section(tr("Skills exercised"), _skills(telling, found)),
        *section(tr("Journal"), _journal(telling, found, entries)),
        *section(tr("Note"), note_block(found.note, choices)),
    ]
    status = state_name(found.status, PROJECT)
    return Report(
        title=found.title,
        subtitle=one_line(tr("Project report"), status, record.name),
        body=document(blocks),
    )


def _glance(telling: Telling, project: ProjectWork, entries: list[Entry]) -> list[str]:
    time = telling.time(sum(entry.minutes for entry in entries))
    pairs = [*facts(project), (tr("Time"), time)]
    return listed(f"- **{name}:** {value}" for name, value in pairs if value)


def _skills(telling: Telling, project: ProjectWork) -> list[str]:
    lines: list[str] = []
    for subject in project.skills:
        skill = telling.skills.get(subject)
        if skill and telling.names(skill):
            lines.append(f"- {telling.title(subject)} · {grade_name(skill.grade)}")
        elif telling.choices.unproved:
            lines.append(f"- {telling.title(subject)}")
    return listed(lines)


def _journal(telling: Telling, project: ProjectWork, entries: list[Entry]) -> list[str]:
    if not entries:
        return []
    itself = frozenset({project.subject})
    told = [
        telling.entry(entry, day_text(entry.day), besides=itself) for entry in entries
    ]
    return [telling.total(entries), *told]
