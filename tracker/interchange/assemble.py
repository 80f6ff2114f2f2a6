"""Making a roadmap or a catalogue of what a file holds; imports pydantic."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.domain.project import Project
from tracker.domain.roadmap import Fork, Group, Lane, Roadmap, Stage
from tracker.domain.skill import Skill
from tracker.interchange.catalogue import Catalogue
from tracker.interchange.explain import check, described, slug_words
from tracker.interchange.findings import raise_if_any
from tracker.interchange.references import (
    Place,
    Shelf,
    Way,
    tell_repeated,
    tell_unknown_among,
    tell_wrong_needs,
)
from tracker.interchange.shapes import (
    CATALOGUE,
    FORK,
    GROUP,
    LANE,
    MOST_SKILLS,
    PROJECT,
    ROADMAP,
    SKILL,
    STAGE,
)
from tracker.interchange.yaml_nodes import shown
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.interchange.findings import Findings
    from tracker.interchange.yaml_nodes import Node, Path

_T = TypeVar("_T")


def _children(node: Node, key: str) -> Iterator[tuple[int, Node]]:
    """Return the items of a list in a mapping, or none if it has no such list.

    Those above ``MOST_SKILLS`` are left out, as the length itself is told of.
    """
    items = node.get(key) if isinstance(node, dict) else None
    return enumerate(islice(items, MOST_SKILLS) if isinstance(items, list) else ())


def without(catalogue: Catalogue, document: Node) -> Catalogue:
    """Return a catalogue without what a file that may be a part of it defines."""
    own = {
        node["slug"]
        for key in ("skills", "projects")
        for _, node in _children(document, key)
        if isinstance(node, dict) and isinstance(node.get("slug"), str)
    }
    return Catalogue(
        {slug: each for slug, each in catalogue.skills.items() if slug not in own},
        {slug: each for slug, each in catalogue.projects.items() if slug not in own},
    )


class Definitions:
    """The skills and projects that some files define, beside those of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.skills = Shelf[Skill](catalogue.skills)
        self.projects = Shelf[Project](catalogue.projects)

    def skill(self, node: Node, path: Path, findings: Findings) -> Skill | None:
        """Return the skill that a mapping defines, or None with the reasons told."""
        value: Skill | None = check(SKILL, node, path, findings)
        place = Place(findings, path)
        if value is not None:
            tell_repeated(value.outcomes, place, "outcomes")
        _define(self.skills, node, value, place)
        return value

    def project(self, node: Node, path: Path, findings: Findings) -> Project | None:
        """Return the project that a mapping defines, or None with the reasons told."""
        value: Project | None = check(PROJECT, node, path, findings)
        place = Place(findings, path)
        if value is not None:
            tell_repeated(value.milestones, place, "milestones")
        _define(self.projects, node, value, place)
        return value

    def add_catalogue(self, document: Node, findings: Findings) -> None:
        """Take in one catalogue file."""
        head: dict[str, Any] | None = check(CATALOGUE, document, (), findings)
        if head is not None and not ("skills" in head or "projects" in head):
            line = tr("a line “{key}: …”", key="skills")
            findings.add(("skills",), tr("nothing"), line)
        for index, node in _children(document, "skills"):
            self.skill(node, ("skills", index), findings)
        for index, node in _children(document, "projects"):
            self.project(node, ("projects", index), findings)

    def tell_wrong_references(self) -> None:
        """Tell of references to nothing and in circles, once all files are in."""
        tell_wrong_needs(self.skills)
        known = self.skills.known
        for project, place in self.projects.whole():
            tell_unknown_among(project.skills, known, place, "skills")


def _define(shelf: Shelf[Any], node: Node, value: Any, place: Place) -> None:  # noqa: ANN401
    slug = node.get("slug") if isinstance(node, dict) else None
    if isinstance(slug, str):
        shelf.define(slug, value, place)


class RoadmapAssembler:
    """Makes the roadmap of one file, or tells everything that is wrong in it."""

    def __init__(
        self,
        catalogue: Catalogue,
        pages: Callable[[str], str | None],
        findings: Findings,
    ) -> None:
        self._definitions = Definitions(catalogue)
        self._pages = pages
        self._findings = findings
        self._stages: set[str] = set()
        self._forks: set[str] = set()
        self._way: Way = ()  # where what is read now stands
        self._skills = 0

    def roadmap(self, document: Node) -> Roadmap:
        """Return the roadmap that a document holds.

        Raises:
            UnreadableFileError: With all that is wrong in it.
        """
        head: dict[str, Any] = check(ROADMAP, document, (), self._findings)
        stages = [
            self._stage(node, ("stages", index))
            for index, node in _children(document, "stages")
        ]
        if self._skills > MOST_SKILLS:
            found = tr("{number} skills", number=self._skills)
            most = tr("at most {most}", most=MOST_SKILLS)
            self._findings.add(("stages",), found, most)
        self._definitions.skills.tell_missing()
        self._definitions.projects.tell_missing()
        self._definitions.tell_wrong_references()
        raise_if_any([self._findings])
        return Roadmap(
            slug=head["slug"],
            title=head["title"],
            summary=head["summary"],
            version=head["version"],
            stages=_whole(stages),
        )

    def _stage(self, node: Node, path: Path) -> Stage | None:
        head = check(STAGE, node, path, self._findings)
        groups, projects = self._groups(node, path), self._projects(node, path)
        fork = self._fork(node, path)
        if head is None:
            return None
        self._tell_twice(head["slug"], self._stages, path)
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
            guide=self._guide(head, path),
            fork=fork,
            **optional,
        )

    def _groups(self, node: Node, path: Path) -> tuple[Group, ...]:
        return _whole(
            [
                self._group(each, (*path, "groups", index))
                for index, each in _children(node, "groups")
            ]
        )

    def _projects(self, node: Node, path: Path) -> tuple[Project, ...]:
        return _whole(
            [
                self._project(each, (*path, "projects", index))
                for index, each in _children(node, "projects")
            ]
        )

    def _fork(self, stage: Node, above: Path) -> Fork | None:
        node = stage.get("fork") if isinstance(stage, dict) else None
        if node is None:
            return None
        path = (*above, "fork")
        head = check(FORK, node, path, self._findings)
        lanes: list[Lane | None] = []
        slugs: set[str] = set()
        for index, each in _children(node, "lanes"):
            self._way = (str(path), index)
            lanes.append(self._lane(each, (*path, "lanes", index), slugs))
        self._way = ()
        if head is None:
            return None
        self._tell_twice(head["slug"], self._forks, path)
        return Fork(slug=head["slug"], title=head["title"], lanes=_whole(lanes))

    def _lane(self, node: Node, path: Path, slugs: set[str]) -> Lane | None:
        head = check(LANE, node, path, self._findings)
        groups, projects = self._groups(node, path), self._projects(node, path)
        if head is None:
            return None
        self._tell_twice(head["slug"], slugs, path)
        return Lane(
            slug=head["slug"],
            title=head["title"],
            summary=head["summary"],
            groups=groups,
            projects=projects,
            guide=self._guide(head, path),
        )

    def _tell_twice(self, slug: str, known: set[str], path: Path) -> None:
        if slug in known:
            found = tr("the slug {slug} a second time", slug=shown(slug))
            self._findings.add((*path, "slug"), found, tr("a slug of its own"))
        known.add(slug)

    def _guide(self, head: dict[str, Any], path: Path) -> str:
        """Return the guide of a stage, from the file itself or from a page."""
        guide: str = head.get("guide", "")
        name = head.get("guide_page")
        if name is None:
            return guide
        place = (*path, "guide_page")
        if guide:
            found = tr("both “guide” and “guide_page”")
            self._findings.add(place, found, tr("one of them"), on_key=True)
        page = self._pages(name)
        if page is None:
            found = tr("{name}, for which there is no guide page", name=shown(name))
            self._findings.add(place, found, tr("the name of a guide page"))
        return page or ""

    def _group(self, node: Node, path: Path) -> Group | None:
        head = check(GROUP, node, path, self._findings)
        skills = [
            self._skill(each, (*path, "skills", index))
            for index, each in _children(node, "skills")
        ]
        self._skills += len(skills)
        if head is None:
            return None
        rule: str = head.get("rule", "all")
        least = _least(rule)
        if least > len(skills):
            found = tr("{rule} of {n} skills", rule=shown(rule), n=len(skills))
            no_more = tr("no more than there are")
            self._findings.add((*path, "rule"), found, no_more)
        return Group(title=head["title"], skills=_whole(skills), least=least)

    def _skill(self, node: Node, path: Path) -> Skill | None:
        if isinstance(node, dict):
            return self._definitions.skill(node, path, self._findings)
        return self._reference(self._definitions.skills, node, path)

    def _project(self, node: Node, path: Path) -> Project | None:
        if isinstance(node, dict):
            return self._definitions.project(node, path, self._findings)
        return self._reference(self._definitions.projects, node, path)

    def _reference(self, shelf: Shelf[_T], node: Node, path: Path) -> _T | None:
        if isinstance(node, str) and node:
            return shelf.refer(node, Place(self._findings, path), self._way)
        self._findings.add(path, described(node), slug_words())
        return None


def _whole(values: list[_T | None]) -> tuple[_T, ...]:
    return tuple([value for value in values if value is not None])


def _least(rule: str) -> int:
    """Return how many skills a rule asks for, such as ``at least 2``; 0 for all."""
    words = {"all": 0, "choose one": 1}
    return words[rule] if rule in words else int(rule.rpartition(" ")[2])
