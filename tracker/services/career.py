"""The ladder and the roles as a learner sees them: each with their own readiness.

`CareerBook` is what does not change with progress, read once; `CareerView` is
everything counted at a moment. Window and terminal use both alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.domain.career import (
    asked_on_lane,
    new_in,
    ready_for,
    stands_on,
)
from tracker.domain.edit import State
from tracker.domain.ids import (
    PROJECT,
    SKILL,
    fork_subject,
    kind_of,
    lane_subject,
    skill_subject,
    slug_of,
)
from tracker.domain.readiness import (
    Asked,
    Readiness,
    asked_by,
    closing,
    readiness,
)
from tracker.domain.reference import LEVEL, ROLE
from tracker.services.grades import grades_of
from tracker.services.plan import CLOSED, on_plan, open_plan
from tracker.services.targets import read_target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tracker.domain.career import Target
    from tracker.domain.ladder import Ladder, Level, Requirement, Role
    from tracker.domain.outline import ForkOutline, LaneOutline, Outline
    from tracker.domain.progress import Progress
    from tracker.domain.proof import Evidence
    from tracker.domain.readiness import Term
    from tracker.services.journey import Journey
    from tracker.services.ports import Reader

MOST_CLOSING = 5
FORK_OF_ROLES = "specialisation"  # whose lanes the roles of the ladder name


class Stands(StrEnum):
    """Where a skill stands, seen from the road that is followed."""

    ROAD = "road"  # on the road as it is walked
    LANE = "lane"  # on another lane of it
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Rung:
    """A level with how far the learner is."""

    level: Level
    readiness: Readiness

    @property
    def subject(self) -> str:
        """Return its name as links write it."""
        return f"{LEVEL}:{self.level.slug}"

    def beyond(self, other: Rung) -> tuple[list[Term], list[Term]]:
        """Return the terms that another level does not ask for, then the rest."""
        new = asked_by(new_in(self.level.required, other.level.required))
        terms = self.readiness.terms
        fresh = [term for term in terms if term.asked in new]
        return fresh, [term for term in terms if term.asked not in new]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleFit:
    """A role, or a lane that leads to none, with how far the learner is.

    Attributes:
        subject: ``role:…``, or ``lane:fork/lane`` for a lane without a role.
        kind: ``specialisation``, ``related`` or ``lane``.
        role: What the ladder says of it, if anything.
        fork: The slug of the fork of its lane; empty without one.
        lane: The slug of its lane; empty without one.
        lane_title: What the lane is called.
        on_road: Whether that lane is one of the road that is followed.
        walked: Whether the learner chose that lane, on that road.
        stands: Where each of its skills stands, by slug.
        closing: What would close most of the gap, at most `MOST_CLOSING`.
    """

    subject: str
    title: str
    kind: str
    summary: str
    readiness: Readiness
    closing: tuple[Term, ...]
    role: Role | None = None
    fork: str = ""
    lane: str = ""
    lane_title: str = ""
    on_road: bool = False
    walked: bool = False
    stands: Mapping[str, Stands] = field(default_factory=dict)

    def terms_on(self, stands: Stands) -> int:
        """Return for how many of its terms this is the nearest place of a skill."""
        return sum(self.stands_of(term) is stands for term in self.readiness.terms)

    def stands_of(self, term: Term) -> Stands:
        """Return the nearest place in which one of the skills of a term stands."""
        found = {self.stands[slug] for slug in term.asked.any}
        return next(place for place in Stands if place in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerView:
    """Everything on the Career page, counted at a moment.

    Attributes:
        ready: The number of the highest level the learner is ready for, -1 for none.
        here: The number of the level they stand on.
        plan: What is on the plan and open, the oldest first.
        planned: Everything that was put on the plan, done or not.
    """

    rungs: tuple[Rung, ...]
    roles: tuple[RoleFit, ...]
    target: Target
    ready: int
    here: int
    plan: tuple[str, ...]
    planned: frozenset[str]
    progress: Progress

    def rung(self, slug: str) -> Rung | None:
        """Return a level by its slug."""
        return next((each for each in self.rungs if each.level.slug == slug), None)

    def role(self, subject: str) -> RoleFit | None:
        """Return a role or lane by its subject."""
        return next((each for each in self.roles if each.subject == subject), None)

    def role_of_lane(self, subject: str) -> RoleFit | None:
        """Return the role to which a lane leads, or the lane itself."""
        found = (r for r in self.roles if lane_subject(r.fork, r.lane) == subject)
        return next(found, None)

    def meant(self, term: Term) -> str:
        """Return the subject of the skill that a term stands for.

        It is the one that counts in the sum; where none counts, the one on the plan,
        else the first that is not set aside.
        """
        if term.has or term.learning:
            return skill_subject(term.best)
        open_ = (each for each in _subjects(term) if not self._is_aside(each))
        return self.on_plan(term) or next(open_, skill_subject(term.best))

    def on_plan(self, term: Term) -> str:
        """Return which skill of a term is on the plan, and open; empty for none."""
        planned = (each for each in _subjects(term) if each in self.planned)
        open_ = (each for each in planned if self.progress.state(each) not in CLOSED)
        return next(open_, "")

    def to_plan(self, terms: Iterable[Term]) -> list[str]:
        """Return what would go on the plan for terms that are not there yet.

        Of several skills of which one is enough it is the one that is meant; what has
        one on the plan already is left out, and what was set aside stays aside.
        """
        missing = (term for term in terms if not term.has and not self.on_plan(term))
        wanted = dict.fromkeys(map(self.meant, missing))
        return [subject for subject in wanted if not self._is_aside(subject)]

    def _is_aside(self, subject: str) -> bool:
        return self.progress.state(subject) is State.ASIDE


def _subjects(term: Term) -> list[str]:
    return [skill_subject(slug) for slug in term.asked.any]


class CareerBook:
    """The ladder, the names of skills, and where each skill stands."""

    def __init__(self, reader: Reader, journey: Journey) -> None:
        """Read what stays the same until the roadmap or the content changes."""
        self._reader, self._journey = reader, journey
        self.ladder: Ladder = reader.ladder()
        self._names = reader.names()
        self._outlines = [journey.outline, *self._others()]
        self._hours = dict(_all_hours(reversed(self._outlines)))

    def _others(self) -> Iterator[Outline]:
        for head in self._reader.roadmaps():
            if head.slug != self._journey.outline.slug:
                yield self._reader.outline(head.slug)

    def title(self, subject: str) -> str:
        """Return the title of a skill or project."""
        names = self._names.get(slug_of(subject), ())
        if names and kind_of(subject) != PROJECT:
            return names[0]
        return self._reader.title(subject) or slug_of(subject)

    def title_of(self, slug: str) -> str:
        """Return the title of a skill by its slug."""
        return self.title(skill_subject(slug))

    def name(self, asked: Asked) -> str:
        """Return what something asked for is called."""
        return asked.title or " / ".join(map(self.title_of, asked.any))

    def hours(self, subject: str) -> float:
        """Return the planned hours of a skill or project, 0 for none."""
        return self._hours.get(subject, 0.0)

    def source(self, slug: str) -> str:
        """Return the title of a source."""
        found = (s.title for s in self.ladder.sources if s.slug == slug)
        return next(found, slug)

    def forks(self) -> Iterator[ForkOutline]:
        """Return every fork, those of the road that is followed first."""
        seen = set()
        for outline in self._outlines:
            for stage in outline.stages:
                if stage.fork is not None and stage.fork.subject not in seen:
                    seen.add(stage.fork.subject)
                    yield stage.fork

    def walked_skills(self) -> frozenset[str]:
        """Return what stands on the road as it is walked now."""
        journey, found = self._journey, set[str]()
        for position, stage in enumerate(journey.outline.stages):
            found.update(stage.subjects)
            if stage.fork is not None:
                found.update(stage.fork.lane(journey.lane(position)).subjects)
        return frozenset(found)

    def view(self, evidence: Evidence) -> CareerView:
        """Return everything as it is now."""
        progress, reader = self._journey.progress, self._reader
        counter = _Counter(self, self._journey, evidence)
        rungs = tuple(
            Rung(level, counter.sum(level.required)) for level in self.ladder.levels
        )
        percents = [rung.readiness.percent for rung in rungs]
        return CareerView(
            rungs=rungs,
            roles=tuple(counter.roles()),
            target=read_target(reader),
            ready=ready_for(percents),
            here=stands_on(percents),
            plan=tuple(open_plan(reader, progress)),
            planned=frozenset(on_plan(reader)),
            progress=progress,
        )

    def lane_summary(self, fork: str, lane: str) -> str:
        """Return what a roadmap says of a lane; empty where none has it."""
        places = self._reader.places(lane_subject(fork, lane))
        found = self._reader.stage(*places[0]).fork if places else None
        return found.lane(lane).summary if found is not None else ""

    def advice(
        self, level: Level, evidence: Evidence
    ) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
        """Return what to master on a level, and what to start from the next."""
        counter = _Counter(self, self._journey, evidence)
        return counter.sum(level.master).terms, counter.sum(level.start).terms


class _Counter:
    """Counts what the learner has; made anew for each moment."""

    def __init__(self, book: CareerBook, journey: Journey, evidence: Evidence) -> None:
        self._book, self._progress = book, journey.progress
        self._grades = grades_of(evidence, journey.progress)
        self._road = book.walked_skills()
        self._places = journey.outline.places
        stages = journey.outline.stages
        self._forks = {s.fork.subject for s in stages if s.fork is not None}

    def sum(self, requirements: Iterable[Requirement]) -> Readiness:
        return self.of(asked_by(requirements))

    def of(self, asked: Iterable[Asked]) -> Readiness:
        return readiness(asked, *self._grades)

    def roles(self) -> Iterator[RoleFit]:
        """Return the roles in the order of the ladder, then the lanes without one."""
        forks = list(self._book.forks())
        lanes = {
            (slug_of(fork.subject), slug): lane
            for fork in forks
            for slug, lane in fork.lanes.items()
        }
        for role in self._book.ladder.roles:
            key = (FORK_OF_ROLES, role.lane)
            yield self._role(role, lanes.pop(key, None))
        for (fork, slug), lane in lanes.items():
            yield self._lane(fork, slug, lane)

    def _role(self, role: Role, lane: LaneOutline | None) -> RoleFit:
        made = self.sum(role.skills)
        return RoleFit(
            subject=f"{ROLE}:{role.slug}",
            title=role.title,
            kind=role.kind,
            summary=role.summary,
            readiness=made,
            closing=self._closing(made),
            role=role,
            fork=FORK_OF_ROLES if lane is not None else "",
            lane=role.lane if lane is not None else "",
            lane_title=lane.title if lane is not None else "",
            on_road=lane is not None and self._on_road(FORK_OF_ROLES),
            walked=lane is not None and self._walks(FORK_OF_ROLES, role.lane),
            stands=self._stands(made),
        )

    def _lane(self, fork: str, slug: str, lane: LaneOutline) -> RoleFit:
        skills = (s for s in lane.subjects if kind_of(s) == SKILL)
        credit_of = {s: self.of([Asked((slug_of(s),), 1)]).points for s in skills}
        asked = (
            Asked(tuple(map(slug_of, subjects)), weight)
            for subjects, weight in asked_on_lane(lane, credit_of)
        )
        made = self.of(asked)
        return RoleFit(
            subject=lane_subject(fork, slug),
            title=lane.title,
            kind="lane",
            summary="",
            readiness=made,
            closing=self._closing(made),
            fork=fork,
            lane=slug,
            lane_title=lane.title,
            on_road=self._on_road(fork),
            walked=self._walks(fork, slug),
            stands=self._stands(made),
        )

    def _walks(self, fork: str, lane: str) -> bool:
        chosen = self._progress.lane(fork_subject(fork))
        return self._on_road(fork) and chosen == lane

    def _on_road(self, fork: str) -> bool:
        return fork_subject(fork) in self._forks

    def _closing(self, made: Readiness) -> tuple[Term, ...]:
        def hours_of(slug: str) -> float:
            return self._book.hours(skill_subject(slug))

        return tuple(closing(made, hours_of, MOST_CLOSING))

    def _stands(self, made: Readiness) -> dict[str, Stands]:
        slugs = (slug for term in made.terms for slug in term.asked.any)
        return {slug: self._place(skill_subject(slug)) for slug in slugs}

    def _place(self, subject: str) -> Stands:
        if subject in self._road:
            return Stands.ROAD
        return Stands.LANE if subject in self._places else Stands.ELSEWHERE


def _all_hours(outlines: Iterable[Outline]) -> Iterator[tuple[str, float]]:
    for outline in outlines:
        for stage in outline.stages:
            lanes = stage.fork.lanes.values() if stage.fork is not None else ()
            for part in (stage, *lanes):
                yield from part.skills.items()
                yield from part.projects.items()
                for group in part.groups:
                    yield from group.skills.items()


def by_fit(roles: Sequence[RoleFit]) -> list[RoleFit]:
    """Return roles with what the learner has most of first, else in their order."""
    return sorted(roles, key=lambda role: -role.readiness.percent)
