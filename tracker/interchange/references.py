"""What refers to what by slug, and whether it is there, once, and without circles."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar

from tracker.interchange.findings import MOST, did_you_mean
from tracker.interchange.yaml_nodes import shown
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tracker.domain.project import Milestone
    from tracker.domain.skill import Outcome, Skill
    from tracker.interchange.findings import Findings
    from tracker.interchange.yaml_nodes import Path

T = TypeVar("T")
Way: TypeAlias = "tuple[str, int] | tuple[()]"  # the fork and lane, or neither

_SHOWN_OF_CIRCLE = 12  # a circle of 20,000 skills is a circle all the same


class Place(NamedTuple):
    """A place in one of the files that are read."""

    findings: Findings
    path: Path

    def tell(self, found: str, expected: str, *below: str | int) -> None:
        """Add a finding here, or ``below`` here."""
        self.findings.add(self.path + below, found, expected)


class Defined(NamedTuple, Generic[T]):
    """What a file defines: its value, unless something is wrong with it, and where."""

    value: T | None
    place: Place
    way: Way = ()


class Shelf(Generic[T]):
    """The skills, or the projects, of the files that are read and of the catalogue.

    Attributes:
        defined: What the files define, by slug; also what has something wrong in it, so
            that a reference to it is not told as well.
    """

    def __init__(self, catalogue: Mapping[str, T]) -> None:
        self.defined: dict[str, Defined[T]] = {}
        self._catalogue = catalogue
        self._referred: dict[str, set[Way]] = {}
        self._missing: list[tuple[str, Place]] = []

    def define(self, slug: str, defined: Defined[T]) -> None:
        """Put down what a file defines."""
        place = defined.place
        if slug in self.defined:
            found = tr("the slug {slug} a second time", slug=shown(slug))
            place.tell(found, tr("a slug of its own"), "slug")
        elif slug in self._catalogue:
            found = tr("{slug}, which the catalogue already has", slug=shown(slug))
            own = tr("its slug alone, as a reference, or a slug of its own")
            place.tell(found, own, "slug")
        else:
            self.defined[slug] = defined

    def refer(self, slug: str, place: Place, way: Way = ()) -> T | None:
        """Return what a reference that stands in a roadmap refers to.

        What stands in one lane of a fork may stand in its other lanes, too: a learner
        walks only one of them.
        """
        ways = self._referred.setdefault(slug, set())
        if any(way == other or way[:1] != other[:1] or not way for other in ways):
            place.tell(tr("{slug} a second time", slug=shown(slug)), _once())
            return None
        ways.add(way)
        value, defined = self._catalogue.get(slug), self.defined.get(slug)
        if value is not None:
            return value
        if defined and way and defined.way[:1] == way[:1] and defined.way != way:
            return defined.value  # another lane of the same fork has it
        self._missing.append((slug, place))
        return None

    def tell_missing(self) -> None:
        """Tell of the references that the catalogue has nothing for."""
        for slug, place in self._missing:
            if slug in self.defined:
                found = tr(
                    "{slug}, which this file defines elsewhere", slug=shown(slug)
                )
                place.tell(found, _once())
            else:
                expected = tr("a slug from the catalogue")
                tell_unknown(slug, place, expected, self._catalogue)

    def whole(self) -> Iterator[tuple[T, Place]]:
        """Return what the files define without anything wrong in itself."""
        for value, place, _ in self.defined.values():
            if value is not None:
                yield value, place

    @property
    def known(self) -> set[str]:
        """The slugs that something may refer to."""
        return self.defined.keys() | self._catalogue.keys()


def _once() -> str:
    return tr("it once in a roadmap")


def tell_unknown(slug: str, place: Place, expected: str, known: Iterable[str]) -> None:
    """Tell of a slug that nothing known has, with the one that may be meant."""
    near = "" if place.findings.full else did_you_mean(slug, known)
    place.tell(tr("the unknown slug {slug}", slug=shown(slug)), expected + near)


def tell_repeated(parts: Sequence[Outcome | Milestone], place: Place, key: str) -> None:
    """Tell of a slug that two parts of a skill or project share."""
    if len({part.slug for part in parts}) == len(parts):
        return
    slugs = [part.slug for part in parts]
    for index, slug in enumerate(slugs):
        if slug in slugs[:index]:
            found = tr("the slug {slug} a second time", slug=shown(slug))
            place.tell(found, tr("a slug of its own"), key, index, "slug")


def tell_wrong_needs(skills: Shelf[Skill]) -> None:
    """Tell of the skills that skills need but nobody has, or that need them in turn."""
    if _in_order(skills):
        return
    known = skills.known
    for skill, place in skills.whole():
        tell_unknown_among(skill.needs, known, place, "needs")
    needs = {skill.slug: skill.needs for skill, _ in skills.whole()}
    for circle in islice(_circles(needs), MOST):
        _tell_circle(circle, skills.defined[circle[-1]])


def tell_unknown_among(
    slugs: tuple[str, ...], known: set[str], place: Place, key: str
) -> None:
    """Tell of the slugs in one list that no skill has."""
    if known.issuperset(slugs):
        return
    expected = tr("a skill's slug, from this file or the catalogue")
    for index, slug in enumerate(slugs):
        if slug not in known:
            there = Place(place.findings, (*place.path, key, index))
            tell_unknown(slug, there, expected, known)


def _in_order(skills: Shelf[Skill]) -> bool:
    """Return whether each skill needs only earlier ones, as in most files.

    Then nothing is unknown and nothing leads back.
    """
    earlier = skills.known - skills.defined.keys()
    for skill, _ in skills.whole():
        if not earlier.issuperset(skill.needs):
            return False
        earlier.add(skill.slug)
    return True


def _circles(needs: Mapping[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """Yield a circle for each need that leads back to where a walk came from."""
    done: set[str] = set()
    for start in needs:
        trail = {} if start in done else {start: iter(needs[start])}
        while trail:
            slug, rest = next(reversed(trail.items()))
            for need in rest:
                if need in trail:
                    names = list(trail)
                    yield names[names.index(need) :]
                elif need in needs and need not in done:
                    trail[need] = iter(needs[need])
                    break
            else:
                done.add(slug)
                del trail[slug]


def _tell_circle(circle: list[str], last: Defined[Skill]) -> None:
    """Tell of one circle at the need that closes it."""
    names = [*circle, circle[0]]
    if len(names) > _SHOWN_OF_CIRCLE:
        names[_SHOWN_OF_CIRCLE // 2 : -_SHOWN_OF_CIRCLE // 2] = ["…"]
    found = tr("a circle: {names}", names=" → ".join(names))
    index = last.value.needs.index(circle[0]) if last.value else 0
    last.place.tell(found, tr("needs that do not lead back"), "needs", index)
