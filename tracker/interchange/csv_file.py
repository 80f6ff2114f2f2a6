"""A learner's record as CSV (RFC 4180): a table for each kind of thing, or one for all.

Words in the head and in ``status``, ``grade`` and ``kind`` are fixed, not translated,
so that a script can rely on them. Ids are subjects, days ISO 8601, times minutes.
How cells are kept from being run as formulas is told in `csv_table`.
"""

from __future__ import annotations

import io
import zipfile
from itertools import chain
from typing import TYPE_CHECKING

from tracker.domain.edit import State
from tracker.domain.work import Grade, ProofKind
from tracker.interchange.applications_csv import applications_csv
from tracker.interchange.csv_table import table_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tracker.domain.work import (
        MilestoneWork,
        ProjectWork,
        Proof,
        Record,
        SkillWork,
        StageWork,
    )
    from tracker.interchange.csv_table import Row

SKILLS = (
    "id,stage,stage_title,group,title,status,grade,done,minutes,"
    "outcomes_done,outcomes,evidence,notes"
)
PROJECTS = (
    "id,stage,stage_title,title,status,own,archived,started,due,done,repository,"
    "milestones_done,milestones,skills,brief,evidence,notes"
)
MILESTONES = (
    "id,project_id,project,title,status,due,done,steps_done,steps,step_list,evidence"
)
ENTRIES = "id,day,minutes,links,titles,text"
PROOFS = "id,target_id,target,kind,title,value,added"
SINGLE = (
    "kind,id,parent_id,stage,title,status,grade,started,due,done,minutes,evidence,notes"
)


def tables(record: Record, *, bom: bool = False) -> dict[str, str]:
    """Return the text of each table by the name of its file.

    Write them in UTF-8 with ``newline=""``: line ends are those of the RFC already.

    Args:
        record: What to tell.
        bom: Whether to begin with the mark by which Excel knows UTF-8.
    """
    made = {
        "skills.csv": (SKILLS, _skills(record)),
        "projects.csv": (PROJECTS, _projects(record)),
        "milestones.csv": (MILESTONES, _milestones(record)),
        "entries.csv": (ENTRIES, _entries(record)),
        "proofs.csv": (PROOFS, _proofs(record)),
    }
    written = {
        name: table_text(head, rows, bom=bom) for name, (head, rows) in made.items()
    }
    return written | {
        "applications.csv": applications_csv(record.applications, bom=bom)
    }


def zipped_tables(record: Record, *, bom: bool = False) -> bytes:
    """Return `tables` as the bytes of one ZIP archive; the same record, the same."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in tables(record, bom=bom).items():
            archive.writestr(zipfile.ZipInfo(name), text.encode())
    return packed.getvalue()


def single_csv(record: Record, *, bom: bool = False) -> str:
    """Return stages, skills, projects, milestones, steps and entries in one table.

    ``stage`` is a stage's number; ``parent_id`` a skill's stage, a milestone's project,
    or the first thing that an entry is about. See `tables` for how to write it.
    """
    rows = chain(_single_stages(record), _single_projects(record))
    return table_text(SINGLE, chain(rows, _single_entries(record)), bom=bom)


def all_projects(record: Record) -> list[ProjectWork]:
    """Return each project once: those of the stages in their order, then the others."""
    staged = chain.from_iterable(stage.projects for stage in record.stages)
    every = chain(staged, record.projects)
    return list({project.subject: project for project in every}.values())


def all_skills(record: Record) -> list[tuple[StageWork, SkillWork]]:
    """Return each skill once, with the first stage that has it."""
    found: dict[str, tuple[StageWork, SkillWork]] = {}
    for stage in record.stages:
        for skill in stage.skills:
            found.setdefault(skill.subject, (stage, skill))
    return list(found.values())


def all_titles(record: Record) -> dict[str, str]:
    """Return the title of every subject of which the record knows one."""
    titles = dict(record.titles)
    titles |= {skill.subject: skill.title for _, skill in all_skills(record)}
    for project in all_projects(record):
        titles[project.subject] = project.title
        titles |= {each.subject: each.title for each in project.milestones}
    return titles


def _skills(record: Record) -> Iterator[Row]:
    for stage, skill in all_skills(record):
        yield (
            *(skill.subject, stage.number, stage.title, skill.group, skill.title),
            *(_state_of(skill), _grade(skill), skill.done_on, skill.minutes),
            sum(done for _, done in skill.outcomes),
            _checked(skill.outcomes),
            _evidence(skill.proofs),
            skill.note,
        )


def _projects(record: Record) -> Iterator[Row]:
    stages = {stage.slug: stage for stage in record.stages}
    for project in all_projects(record):
        stage = stages.get(project.stage)
        place = (stage.number, stage.title) if stage else (None, project.stage)
        yield (
            *(project.subject, *place, project.title, project.status),
            *(_yes(project.own), _yes(project.archived)),
            *(project.start, project.due, project.finish, project.repository),
            *(project.milestones_done, len(project.milestones)),
            *(" ".join(project.skills), project.brief),
            *(_evidence(project.proofs), project.note),
        )


def _milestones(record: Record) -> Iterator[Row]:
    for project in all_projects(record):
        for each in project.milestones:
            steps = [(step.title, step.done) for step in each.steps]
            yield (
                *(each.subject, project.subject, project.title, each.title),
                *(_done(each.done), each.due, each.done_on),
                *(sum(done for _, done in steps), len(steps), _checked(steps)),
                _evidence(each.proofs),
            )


def _entries(record: Record) -> Iterator[Row]:
    titles = all_titles(record)
    for entry in record.entries:
        yield (
            *(entry.subject, entry.day, entry.minutes),
            *(" ".join(entry.links), _named(entry.links, titles), entry.text),
        )


def _proofs(record: Record) -> Iterator[Row]:
    titles = all_titles(record)
    for proof in _all_proofs(record):
        yield (
            *(proof.subject, proof.target, titles.get(proof.target, "")),
            *(proof.kind, proof.title, proof.value, proof.added_on),
        )


def _single_stages(record: Record) -> Iterator[Row]:
    skills = all_skills(record)
    for stage in record.stages:
        key = f"stage:{stage.slug}"
        head: Row = ("stage", key, None, stage.number, stage.title)
        yield (*head, None, None, None, None, None, None, None, stage.note)
        for owner, skill in skills:
            if owner is not stage:
                continue
            yield (
                *("skill", skill.subject, key, stage.number, skill.title),
                *(_state_of(skill), _grade(skill), None, None),
                *(skill.done_on, skill.minutes, _evidence(skill.proofs), skill.note),
            )


def _single_projects(record: Record) -> Iterator[Row]:
    numbers = {stage.slug: stage.number for stage in record.stages}
    for project in all_projects(record):
        stage = numbers.get(project.stage)
        parent = None if stage is None else f"stage:{project.stage}"
        yield (
            *("project", project.subject, parent, stage, project.title),
            *(project.status, None, project.start, project.due, project.finish),
            *(None, _evidence(project.proofs, project.repository), project.note),
        )
        for each in project.milestones:
            yield from _single_milestone(each, project.subject, stage)


def _single_milestone(
    each: MilestoneWork, project: str, stage: int | None
) -> Iterator[Row]:
    yield (
        *("milestone", each.subject, project, stage, each.title, _done(each.done)),
        *(None, None, each.due, each.done_on, None, _evidence(each.proofs), None),
    )
    for step in each.steps:
        yield (
            *("step", step.subject, each.subject, stage, step.title, _done(step.done)),
            *(None, None, None, None, None, None, None),
        )


def _single_entries(record: Record) -> Iterator[Row]:
    titles = all_titles(record)
    for entry in record.entries:
        first = next(iter(entry.links), None)
        yield (
            *("entry", entry.subject, first, None, _named(entry.links, titles)),
            *(None, None, None, None, entry.day, entry.minutes or None, None),
            entry.text,
        )


def _all_proofs(record: Record) -> list[Proof]:
    projects = all_projects(record)
    proofs = chain(
        *(skill.proofs for _, skill in all_skills(record)),
        *(project.proofs for project in projects),
        *(each.proofs for project in projects for each in project.milestones),
    )
    return list({proof.subject: proof for proof in proofs}.values())


def _evidence(proofs: Iterable[Proof], *more: str) -> str:
    """Return one line for each proof: an address or commit, else what it is called."""
    plain = {ProofKind.LINK, ProofKind.COMMIT}
    lines = (
        proof.value if proof.kind in plain else proof.title or proof.value
        for proof in proofs
    )
    return "\n".join(line for line in (*more, *lines) if line)


def _state_of(skill: SkillWork) -> State:
    if skill.done_on:
        return State.DONE
    begun = skill.grade or skill.minutes or any(done for _, done in skill.outcomes)
    return State.LEARNING if begun else State.TODO


def _done(done: bool) -> State:  # noqa: FBT001  # the value itself, not a switch
    return State.DONE if done else State.TODO


def _yes(value: bool) -> str:  # noqa: FBT001  # the value itself, not a switch
    return "yes" if value else "no"


def _grade(skill: SkillWork) -> str:
    return skill.grade.name.lower() if skill.grade is not Grade.NONE else ""


def _checked(lines: Iterable[tuple[str, bool]]) -> str:
    return "\n".join(f"[{'x' if done else ' '}] {text}" for text, done in lines)


def _named(subjects: Iterable[str], titles: dict[str, str]) -> str:
    return ", ".join(titles.get(subject, subject) for subject in subjects)
