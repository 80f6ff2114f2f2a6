"""Making a roadmap of what a file holds; imports pydantic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.domain.roadmap import Roadmap, Stage
from tracker.interchange.definitions import children
from tracker.interchange.explain import check
from tracker.interchange.findings import raise_if_any
from tracker.interchange.parts import PartAssembler, whole
from tracker.interchange.shapes import MOST_SKILLS, ROADMAP, STAGE
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tracker.domain.roadmap import Fork
    from tracker.interchange.catalogue import Catalogue
    from tracker.interchange.findings import Findings
    from tracker.interchange.yaml_nodes import Node, Path


class RoadmapAssembler:
    """Makes the roadmap of one file, or tells everything that is wrong in it."""

    def __init__(
        self,
        catalogue: Catalogue,
        pages: Callable[[str], str | None],
        findings: Findings,
    ) -> None:
        self._parts = PartAssembler(catalogue, pages, findings)
        self._findings = findings
        self._stages: set[str] = set()

    def roadmap(self, document: Node) -> Roadmap:
        """Return the roadmap that a document holds.

        Raises:
            UnreadableFileError: With all that is wrong in it.
        """
        head: dict[str, Any] = check(ROADMAP, document, (), self._findings)
        stages = [
            self._stage(node, ("stages", index))
            for index, node in children(document, "stages")
        ]
        if self._parts.skills > MOST_SKILLS:
            found = tr("{number} skills", number=self._parts.skills)
            most = tr("at most {most}", most=MOST_SKILLS)
            self._findings.add(("stages",), found, most)
        definitions = self._parts.definitions
        definitions.skills.tell_missing()
        definitions.projects.tell_missing()
        definitions.tell_wrong_references()
        raise_if_any([self._findings])
        return Roadmap(
            slug=head["slug"],
            title=head["title"],
            summary=head["summary"],
            version=head["version"],
            stages=whole(stages),
        )

    def _stage(self, node: Node, path: Path) -> Stage | None:
        head = check(STAGE, node, path, self._findings)
        parts = self._parts
        groups, projects = parts.groups(node, path), parts.projects(node, path)
        fork: Fork | None = None
        if isinstance(node, dict) and "fork" in node:
            fork = parts.fork(node["fork"], (*path, "fork"))
        if head is None:
            return None
        parts.tell_twice(head["slug"], self._stages, (*path, "slug"))
        if not ("groups" in head or "fork" in head):
            line = tr("a line “{key}: …”", key="groups")
            self._findings.add((*path, "groups"), tr("nothing"), line)
        optional = {key: head[key] for key in ("icon", "level", "was") if key in head}
        return Stage(
            slug=head["slug"],
            title=head["title"],
            summary=head["summary"],
            groups=groups,
            projects=projects,
            guide=parts.guide(head, path),
            fork=fork,
            **optional,
        )


def forks_of(document: Node, parts: PartAssembler) -> Mapping[str, Fork]:
    """Return the forks that a catalogue file defines, by slug.

    Args:
        document: The file.
        parts: Knows the whole catalogue, of which this file is one.
    """
    found = [
        parts.fork(node, ("forks", index))
        for index, node in children(document, "forks")
    ]
    parts.definitions.skills.tell_missing()
    parts.definitions.projects.tell_missing()
    return {fork.slug: fork for fork in whole(found)}
