"""What a link or a row of the table of coverage can name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tracker.domain import ids

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from tracker.domain.project import Project
    from tracker.domain.roadmap import Roadmap
    from tracker.domain.skill import Skill
    from tracker.interchange.catalogue import Catalogue
    from tracker.workspace import Content


def known_subjects(catalogue: Catalogue, content: Content) -> dict[str, set[str]]:
    """Return the slugs of everything that a link can lead to, by kind."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    known["skill"] |= catalogue.skills.keys()
    known["project"] |= catalogue.projects.keys()
    for page in content.references:
        known[page.kind].add(page.slug)
    for roadmap in content.roadmaps:
        known["stage"] |= {f"{roadmap.slug}/{each.slug}" for each in roadmap.stages}
    for fork in catalogue.forks.values():
        known["lane"] |= {f"{fork.slug}/{lane.slug}" for lane in fork.lanes}
    return dict(known)


def resolves(subject: str, known: Mapping[str, Collection[str]]) -> bool:
    """Return whether there is what a subject such as ``skill:indexes`` names."""
    kind, _, slug = subject.partition(":")
    return slug in known.get(kind, ())


def kept_subjects(catalogue: Catalogue, content: Content) -> Iterator[str]:
    """Yield each name on which what a learner did can hang, former names included."""
    for skill in catalogue.skills.values():
        yield from _of_skill(skill)
    for project in catalogue.projects.values():
        yield from _of_project(project)
    for fork in catalogue.forks.values():
        yield ids.fork_subject(fork.slug)
        yield from (ids.lane_subject(fork.slug, lane.slug) for lane in fork.lanes)
    for roadmap in content.roadmaps:
        yield from _of_roadmap(roadmap)


def _of_skill(skill: Skill) -> Iterator[str]:
    for slug in (skill.slug, *skill.was):
        yield ids.skill_subject(slug)
        for outcome in skill.outcomes:
            for each in (outcome.slug, *outcome.was):
                yield ids.outcome_subject(slug, each)


def _of_project(project: Project) -> Iterator[str]:
    for slug in (project.slug, *project.was):
        yield ids.project_subject(slug)
        for milestone in project.milestones:
            for each in (milestone.slug, *milestone.was):
                yield ids.milestone_subject(slug, each)


def _of_roadmap(roadmap: Roadmap) -> Iterator[str]:
    for stage in roadmap.stages:
        for slug in (stage.slug, *stage.was):
            yield ids.stage_subject(roadmap.slug, slug)
