"""Groups, projects, lanes and forks of what a file holds; imports pydantic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from tracker.domain.roadmap import Fork, Group, Lane
from tracker.interchange.definitions import Definitions, children
from tracker.interchange.explain import check, described, slug_words
from tracker.interchange.references import Place, Shelf, tell_unknown
from tracker.interchange.shapes import FORK, GROUP, LANE
from tracker.interchange.yaml_nodes import shown
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tracker.domain.project import Project
    from tracker.domain.skill import Skill
    from tracker.interchange.catalogue import Catalogue
    from tracker.interchange.findings import Findings
    from tracker.interchange.references import Way
    from tracker.interchange.yaml_nodes import Node, Path

_T = TypeVar("_T")


class PartAssembler:
    """Makes the parts of stages, or tells everything that is wrong in them.

    Attributes:
        definitions: The skills and projects that the file and the catalogue define.
        skills: How many skills stood in the groups that were read.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        pages: Callable[[str], str | None],
        findings: Findings,
    ) -> None:
        self.definitions = Definitions(catalogue)
        self.skills = 0
        self._catalogue, self._pages, self._findings = catalogue, pages, findings
        self._forks: set[str] = set()
        self._skills: dict[Path, Skill | None] = {}
        self._projects: dict[Path, Project | None] = {}
        self._way: Way = ()  # where what is read now stands

    def groups(self, node: Node, path: Path) -> tuple[Group, ...]:
        """Return the groups of a stage or lane."""
        return whole(
            self._group(each, (*path, "groups", index))
            for index, each in children(node, "groups")
        )

    def projects(self, node: Node, path: Path) -> tuple[Project, ...]:
        """Return the projects of a stage or lane."""
        return whole(
            self._project(each, (*path, "projects", index))
            for index, each in children(node, "projects")
        )

    def fork(self, node: Node, path: Path) -> Fork | None:
        """Return the fork that a mapping defines or a slug of the catalogue names.

        Returns None, with the reasons told, where neither is so.
        """
        if isinstance(node, str) and node:
            return self._fork_of_catalogue(node, path)
        head = check(FORK, node, path, self._findings)
        lanes: list[Lane | None] = []
        slugs: set[str] = set()
        for index, each in children(node, "lanes"):
            self._way = (str(path), index)
            self._define_in(each, (*path, "lanes", index))
        for index, each in children(node, "lanes"):
            self._way = (str(path), index)
            lanes.append(self._lane(each, (*path, "lanes", index), slugs))
        self._way = ()
        if head is None:
            return None
        if head["slug"] in self._catalogue.forks:
            found = tr("{slug}, which the catalogue already has")
            own = tr("its slug alone, as a reference, or a slug of its own")
            found = found.format(slug=shown(head["slug"]))
            self._findings.add((*path, "slug"), found, own)
        self.tell_twice(head["slug"], self._forks, (*path, "slug"))
        return Fork(
            slug=head["slug"],
            title=head["title"],
            lanes=whole(lanes),
            was=head.get("was", ()),
        )

    def guide(self, head: dict[str, Any], path: Path) -> str:
        """Return the guide of a stage or lane, from the file itself or from a page."""
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

    def tell_twice(self, slug: str, known: set[str], path: Path) -> None:
        """Tell of a slug that something else has, too, and remember it."""
        if slug in known:
            found = tr("the slug {slug} a second time", slug=shown(slug))
            self._findings.add(path, found, tr("a slug of its own"))
        known.add(slug)

    def _fork_of_catalogue(self, slug: str, path: Path) -> Fork | None:
        place, fork = Place(self._findings, path), self._catalogue.forks.get(slug)
        if slug in self._forks:  # told once, not for everything in its lanes
            self.tell_twice(slug, self._forks, path)
            return None
        self._forks.add(slug)
        if fork is None:
            expected = tr("the slug of a fork in the catalogue")
            tell_unknown(slug, place, expected, self._catalogue.forks)
            return None
        for index, lane in enumerate(fork.lanes):
            way = (str(path), index)
            for skill in (skill for group in lane.groups for skill in group.skills):
                self.definitions.skills.refer(skill.slug, place, way)
            for project in lane.projects:
                self.definitions.projects.refer(project.slug, place, way)
        return fork

    def _define_in(self, lane: Node, path: Path) -> None:
        """Take in what a lane defines, before another lane refers to it."""
        for index, group in children(lane, "groups"):
            for number, each in children(group, "skills"):
                self._skill(each, (*path, "groups", index, "skills", number), new=True)
        for index, each in children(lane, "projects"):
            self._project(each, (*path, "projects", index), new=True)

    def _lane(self, node: Node, path: Path, slugs: set[str]) -> Lane | None:
        head = check(LANE, node, path, self._findings)
        groups, projects = self.groups(node, path), self.projects(node, path)
        if head is None:
            return None
        self.tell_twice(head["slug"], slugs, (*path, "slug"))
        return Lane(
            slug=head["slug"],
            title=head["title"],
            summary=head["summary"],
            groups=groups,
            projects=projects,
            guide=self.guide(head, path),
            was=head.get("was", ()),
        )

    def _group(self, node: Node, path: Path) -> Group | None:
        head = check(GROUP, node, path, self._findings)
        skills = [
            self._skill(each, (*path, "skills", index))
            for index, each in children(node, "skills")
        ]
        self.skills += len(skills)
        if head is None:
            return None
        rule: str = head.get("rule", "all")
        least = _least(rule)
        if least > len(skills):
            one, many = "{rule} of 1 skill", "{rule} of {n} skills"
            found = tr_n(one, many, len(skills), rule=shown(rule))
            no_more = tr("no more than there are")
            self._findings.add((*path, "rule"), found, no_more)
        if least == len(skills):  # then they are no alternatives
            least = 0
        return Group(title=head["title"], skills=whole(skills), least=least)

    def _skill(self, node: Node, path: Path, *, new: bool = False) -> Skill | None:
        if isinstance(node, dict):
            if path not in self._skills:
                define = self.definitions.skill
                self._skills[path] = define(node, path, self._findings, self._way)
            return self._skills[path]
        return None if new else self._reference(self.definitions.skills, node, path)

    def _project(self, node: Node, path: Path, *, new: bool = False) -> Project | None:
        if isinstance(node, dict):
            if path not in self._projects:
                define = self.definitions.project
                self._projects[path] = define(node, path, self._findings, self._way)
            return self._projects[path]
        return None if new else self._reference(self.definitions.projects, node, path)

    def _reference(self, shelf: Shelf[_T], node: Node, path: Path) -> _T | None:
        if isinstance(node, str) and node:
            return shelf.refer(node, Place(self._findings, path), self._way)
        self._findings.add(path, described(node), slug_words())
        return None


def whole(values: Iterable[_T | None]) -> tuple[_T, ...]:
    """Return what was made, without what could not be."""
    return tuple([value for value in values if value is not None])


def _least(rule: str) -> int:
    """Return how many skills a rule asks for, such as ``at least 2``; 0 for all."""
    words = {"all": 0, "choose one": 1}
    return words[rule] if rule in words else int(rule.rpartition(" ")[2])
