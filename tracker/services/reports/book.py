"""The whole journey as a book: a chapter for each stage, then the journal by month."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tracker.domain.work import Grade
from tracker.services.reports.blocks import (
    document,
    labelled,
    listed,
    note_block,
    proof_lines,
    task,
)
from tracker.services.reports.inline import plain
from tracker.services.reports.portfolio import project_blocks
from tracker.services.reports.report import EVERYTHING, Choices, Report
from tracker.services.reports.telling import Telling, one_line
from tracker.services.reports.user_text import indented
from tracker.services.reports.wording import day_text, grade_name, month_text
from tracker.services.wording_interview import verdict_name
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.work import Entry, ProjectWork, Record, SkillWork, StageWork


def book(record: Record, choices: Choices = EVERYTHING) -> Report:
    """Return everything there is to tell, in time linear in the entries."""
    telling = Telling(record, choices)
    blocks: list[str] = []
    placed: set[str] = set()
    for stage in record.stages:
        projects = telling.projects_of(stage)
        blocks += _chapter(telling, stage, projects)
        placed.update(project.subject for project in projects)
    others = [p for p in telling.projects.values() if p.subject not in placed]
    if others:
        blocks += [f"## {tr('Other projects')}", *_projects(telling, others, "###")]
    blocks += _journal(telling)
    level = record.level_told(unproved=choices.unproved)
    subtitle = one_line(record.name, record.roadmap, level, _span(record))
    return Report(
        title=tr("The whole journey"),
        subtitle=subtitle,
        body=document(blocks or [tr("There is nothing to tell yet.")]),
        chapters=True,
    )


def _span(record: Record) -> str:
    if not record.entries:
        return ""
    first = month_text(min(entry.day for entry in record.entries))
    last = month_text(max(entry.day for entry in record.entries))
    return first if first == last else tr("{a} – {b}", a=first, b=last)


def _chapter(
    telling: Telling, stage: StageWork, projects: list[ProjectWork]
) -> list[str]:
    heading = tr("Stage {n}: {title}", n=stage.number, title=plain(stage.title))
    blocks = [f"## {heading}"]
    if stage.summary.strip():
        blocks.append(plain(stage.summary))
    if telling.choices.unproved:
        blocks.append(tr("**{n} %** of this stage is done.", n=stage.percent))
    blocks += note_block(stage.note, telling.choices)
    blocks += _skills(telling, stage)
    if projects:
        blocks += [f"### {tr('Projects')}", *_projects(telling, projects, "####")]
    return blocks


def _skills(telling: Telling, stage: StageWork) -> list[str]:
    told = [skill for skill in stage.skills if _is_told(telling, skill)]
    named = {skill.subject for skill in told}
    ahead = [plain(s.title) for s in stage.skills if s.subject not in named]
    blocks: list[str] = []
    if ahead and telling.choices.unproved:
        blocks.append(tr("Still ahead: {skills}.", skills=", ".join(ahead)))
    for skill in told:
        blocks += [f"#### {plain(skill.title)}", *_skill(telling, skill)]
    return [f"### {tr('Skills')}", *blocks] if blocks else []


def _is_told(telling: Telling, skill: SkillWork) -> bool:
    if telling.names(skill):
        return True
    begun = skill.note.strip() or skill.proofs or any(d for _, d in skill.outcomes)
    return telling.choices.unproved and bool(begun)


def _skill(telling: Telling, skill: SkillWork) -> list[str]:
    grade = grade_name(skill.grade) if skill.grade is not Grade.NONE else tr("Begun")
    done = tr("done on {d}", d=day_text(skill.done_on)) if skill.done_on else ""
    outcomes = [task(done, plain(text)) for text, done in skill.outcomes]
    return [
        one_line(grade, done, telling.time(skill.minutes)),
        *listed(outcomes),
        *labelled(tr("Proof"), listed(proof_lines(skill.proofs, telling.choices))),
        *labelled(tr("Note"), note_block(skill.note, telling.choices)),
        *labelled(tr("Interview questions"), _answers(telling, skill)),
    ]


def _answers(telling: Telling, skill: SkillWork) -> list[str]:
    """Return the learner's own answers; they are notes, and left out with these."""
    if not telling.choices.notes:
        return []
    lines: list[str] = []
    for each in skill.answers:
        told = verdict_name(each.result) if each.result else tr("Not judged")
        day = day_text(each.day)
        lines.append(one_line(f"- {plain(each.question)}", told, day))
        text = indented(each.text, 2)
        lines += ["", text, ""] if text else []
    return listed(lines)


def _projects(
    telling: Telling, projects: Iterable[ProjectWork], mark: str
) -> list[str]:
    blocks: list[str] = []
    for project in projects:
        blocks += [f"{mark} {plain(project.title)}", *project_blocks(telling, project)]
    return blocks


def _journal(telling: Telling) -> list[str]:
    entries = sorted(telling.record.entries, key=lambda entry: entry.day)
    if not entries:
        return []
    blocks = [f"## {tr('Journal')}", telling.total(entries)]
    for _, group in groupby(entries, key=lambda e: (e.day.year, e.day.month)):
        month = list(group)
        blocks += [f"### {month_text(month[0].day)}", telling.total(month)]
        blocks += [_entry(telling, entry) for entry in month]
    return blocks


def _entry(telling: Telling, entry: Entry) -> str:
    return telling.entry(entry, day_text(entry.day, year=False))
