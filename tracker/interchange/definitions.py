"""The skills and projects that files define; imports pydantic."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.domain.project import Project
from tracker.domain.skill import Skill
from tracker.interchange.catalogue import Catalogue
from tracker.interchange.explain import check
from tracker.interchange.references import (
    Defined,
    Place,
    Shelf,
    tell_repeated,
    tell_unknown_among,
    tell_wrong_needs,
)
from tracker.interchange.shapes import CATALOGUE, MOST_SKILLS, PROJECT, SKILL
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.interchange.findings import Findings
    from tracker.interchange.references import Way
    from tracker.interchange.yaml_nodes import Node, Path

_T = TypeVar("_T")


def children(node: Node, key: str) -> Iterator[tuple[int, Node]]:
    """Return the items of a list in a mapping, or none if it has no such list.

    Those above ``MOST_SKILLS`` are left out, as the length itself is told of.
    """
    items = node.get(key) if isinstance(node, dict) else None
    return enumerate(islice(items, MOST_SKILLS) if isinstance(items, list) else ())


def without(catalogue: Catalogue, document: Node) -> Catalogue:
    """Return a catalogue without what a file that may be a part of it defines."""
    own = {
        node["slug"]
        for key in ("skills", "projects", "forks")
        for _, node in children(document, key)
        if isinstance(node, dict) and isinstance(node.get("slug"), str)
    }
    return Catalogue(
        {slug: each for slug, each in catalogue.skills.items() if slug not in own},
        {slug: each for slug, each in catalogue.projects.items() if slug not in own},
        {slug: each for slug, each in catalogue.forks.items() if slug not in own},
    )


class Definitions:
    """The skills and projects that some files define, beside those of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.skills = Shelf[Skill](catalogue.skills)
        self.projects = Shelf[Project](catalogue.projects)

    def skill(
        self, node: Node, path: Path, findings: Findings, way: Way = ()
    ) -> Skill | None:
        """Return the skill that a mapping defines, or None with the reasons told."""
        value: Skill | None = check(SKILL, node, path, findings)
        place = Place(findings, path)
        if value is not None:
            tell_repeated(value.outcomes, place, "outcomes")
        _define(self.skills, node, Defined(value, place, way))
        return value

    def project(
        self, node: Node, path: Path, findings: Findings, way: Way = ()
    ) -> Project | None:
        """Return the project that a mapping defines, or None with the reasons told."""
        value: Project | None = check(PROJECT, node, path, findings)
        place = Place(findings, path)
        if value is not None:
            tell_repeated(value.milestones, place, "milestones")
        _define(self.projects, node, Defined(value, place, way))
        return value

    def add_catalogue(self, document: Node, findings: Findings) -> None:
        """Take in one catalogue file; its forks can be read once all files are in."""
        head: dict[str, Any] | None = check(CATALOGUE, document, (), findings)
        if head is not None and not {"skills", "projects", "forks"} & head.keys():
            line = tr("a line “{key}: …”", key="skills")
            findings.add(("skills",), tr("nothing"), line)
        for index, node in children(document, "skills"):
            self.skill(node, ("skills", index), findings)
        for index, node in children(document, "projects"):
            self.project(node, ("projects", index), findings)

    def tell_wrong_references(self) -> None:
        """Tell of references to nothing and in circles, once all files are in."""
        tell_wrong_needs(self.skills)
        known = self.skills.known
        for project, place in self.projects.whole():
            tell_unknown_among(project.skills, known, place, "skills")


def _define(shelf: Shelf[_T], node: Node, defined: Defined[_T]) -> None:
    slug = node.get("slug") if isinstance(node, dict) else None
    if isinstance(slug, str):
        shelf.define(slug, defined)
