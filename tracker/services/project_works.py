"""All projects of a learner as they stand, and everything that can be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import NOTE, STAGE_FIELD, TITLE
from tracker.domain.ids import (
    MILESTONE,
    PROJECT,
    STAGE,
    kind_of,
    project_subject,
    slug_of,
)
from tracker.domain.project_facts import project_of
from tracker.domain.projects import own_project, work_of
from tracker.domain.subjects import Item
from tracker.services.journey import read_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.project import Project
    from tracker.domain.work import ProjectWork
    from tracker.services.journey import Journey
    from tracker.services.ports import Reader

NOWHERE = -1  # the position of what stands in no stage of the followed roadmap


def project_works(reader: Reader, journey: Journey) -> tuple[ProjectWork, ...]:
    """Return every project of the followed roadmap and every one of the learner's own.

    Those of lanes that are not walked come along only if something was done in them.
    It costs one query for all notes; the stages and all else are kept by the journey.
    """
    notes = reader.all_values(NOTE)

    def work(project: Project, stage: str) -> ProjectWork:
        note = notes.get(project_subject(project.slug), "")
        return work_of(project, stage, journey.facts, journey.progress, note)

    found: dict[str, ProjectWork] = {}
    for project, stage in _listed(journey):
        found.setdefault(project.slug, work(project, stage))
    for subject in journey.facts.own_projects():
        if slug_of(subject) not in found:
            found[slug_of(subject)] = work(own_project(subject, journey.facts), "")
    return tuple(found.values())


def project_work(reader: Reader, journey: Journey, subject: str) -> ProjectWork | None:
    """Return one project as it stands, if it is there."""
    works = project_works(reader, journey)
    return next((each for each in works if each.subject == subject), None)


def _listed(journey: Journey) -> Iterator[tuple[Project, str]]:
    touched = {project_of(s) for s in journey.progress.states if _is_of_project(s)}
    for position in range(len(journey.outline.stages)):
        walked = journey.walked(position)
        for project in walked.projects:
            yield project, walked.slug
        for project in journey.stage(position).all_projects:
            if project_subject(project.slug) in touched:
                yield project, walked.slug


def _is_of_project(subject: str) -> bool:
    return kind_of(subject) in {PROJECT, MILESTONE}


def known_items(reader: Reader, roadmap: str) -> list[Item]:
    """Return all that can be named: of a roadmap, in the learner's words, and own.

    An own project that stands in no stage of that roadmap is `NOWHERE`.
    """
    facts = read_facts(reader)
    items = reader.items(roadmap)
    stages = {i.subject: i.stage for i in items if kind_of(i.subject) == STAGE}
    gone = facts.is_removed
    named = [
        item._replace(title=facts.get(item.subject, TITLE) or item.title)
        for item in items
        if not gone(item.subject)
    ]
    places = {i.subject: i.stage for i in items if kind_of(i.subject) == PROJECT}
    for project in facts.own_projects():
        places[project] = stages.get(facts.get(project, STAGE_FIELD), NOWHERE)
        named.append(Item(project, places[project], facts.get(project, TITLE)))
    for part in facts.own_parts():
        if project_of(part) in places:
            place = places[project_of(part)]
            named.append(Item(part, place, facts.get(part, TITLE)))
    return named
