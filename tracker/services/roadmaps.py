"""Use cases around roadmaps: add, choose, remove; and the learner's own settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.edit import DONE_ON, LANE, NOTE, PLANNED, STATE, Change, Edit, Label
from tracker.domain.errors import BadInputError, ConflictError, NotFoundError
from tracker.domain.forecast import HOURS_A_WEEK
from tracker.domain.ids import fork_subject, slug_of
from tracker.domain.subjects import items, renames
from tracker.services.stamps import stamp
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from tracker.domain.roadmap import Roadmap
    from tracker.services.port_values import RoadmapHead
    from tracker.services.ports import Publish, Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a roadmap did, in numbers that add up.

    Attributes:
        slug: The roadmap.
        is_new: Whether there was none of that slug before.
        fresh: Items that were not there before.
        kept: Items that were there before, or moved here under a new name.
        gone: Titles of items with progress that the new version no longer has; their
            progress stays stored and comes back with them.
    """

    slug: str
    is_new: bool
    fresh: int
    kept: int
    gone: tuple[str, ...]


class Roadmaps:
    """The roadmaps of a learner."""

    def __init__(
        self, store: Store, publish: Publish, now: Callable[[], datetime]
    ) -> None:
        """Take the ports; see `tracker.services.editing.Editing`."""
        self._store = store
        self._publish = publish
        self._now = now

    def add(self, roadmap: Roadmap, digest: str, *, bundled: bool = False) -> Added:
        """Store a roadmap, or a newer version of one; every tick stays, by slug.

        Raises:
            ConflictError: A learner's file uses the slug of a bundled roadmap, or that
                of a fork which stands in another roadmap with other lanes.
        """
        reader = self._store.reader
        heads = {head.slug: head for head in reader.roadmaps()}
        old = heads.get(roadmap.slug)
        if old is not None and old.origin == "bundled" and not bundled:
            sentence = tr(
                "“{slug}” is the name of a roadmap that comes with Milepost. Give "
                "yours another slug.",
                slug=roadmap.slug,
            )
            raise ConflictError(sentence)
        if not bundled:
            self._refuse_other_lanes(roadmap, heads)
        before = {i.subject: i.title for i in reader.items(roadmap.slug)}
        origin = "bundled" if bundled else "file"
        now = self._now()
        stored = None
        with self._store.begin() as work:
            added_at = now.isoformat(timespec="milliseconds")
            work.put_roadmap(roadmap, origin, digest, added_at)
            changes = (*_carried(work, roadmap), *_carried_lanes(work, roadmap))
            if changes:
                stored = work.append(Edit(Label.CARRY, changes), stamp(now))
        if stored is not None:
            self._publish(stored)
        return self._counted(roadmap, before, is_new=old is None)

    def choose(self, slug: str) -> None:
        """Show this roadmap from now on.

        Raises:
            NotFoundError: There is no such roadmap.
        """
        self._known(slug)
        with self._store.begin() as work:
            work.set_setting("roadmap", slug)

    def remove(self, slug: str) -> None:
        """Forget a learner's own roadmap; progress on it stays stored.

        Raises:
            NotFoundError: There is no such roadmap.
            BadInputError: It comes with Milepost, or it is the one being shown.
        """
        if self._known(slug) == "bundled":
            raise BadInputError(tr("A roadmap that comes with Milepost stays."))
        if self._store.reader.setting("roadmap") == slug:
            sentence = tr("Choose another roadmap first; this one is being shown.")
            raise BadInputError(sentence)
        with self._store.begin() as work:
            work.remove_roadmap(slug)

    def set_hours_a_week(self, hours: int) -> None:
        """Plan with so many hours a week.

        Raises:
            BadInputError: Fewer than 1 or more than 80.
        """
        if hours not in HOURS_A_WEEK:
            raise BadInputError(tr("Hours a week are a number from 1 to 80."))
        with self._store.begin() as work:
            work.set_setting("hours_a_week", str(hours))

    def _refuse_other_lanes(
        self, roadmap: Roadmap, heads: Mapping[str, RoadmapHead]
    ) -> None:
        """Refuse a fork whose choice another roadmap could not share."""
        own = {
            fork_subject(stage.fork.slug): {lane.slug for lane in stage.fork.lanes}
            for stage in roadmap.stages
            if stage.fork is not None
        }
        others = (slug for slug in heads if own and slug != roadmap.slug)
        for other in others:
            for stage in self._store.reader.outline(other).stages:
                fork = stage.fork
                if fork is None or fork.subject not in own:
                    continue
                if own[fork.subject] != set(fork.lanes):
                    sentence = tr(
                        "The fork “{fork}” stands in the roadmap “{other}” with other "
                        "lanes. Give yours another slug.",
                        fork=slug_of(fork.subject),
                        other=heads[other].title,
                    )
                    raise ConflictError(sentence)

    def _known(self, slug: str) -> str:
        heads = {head.slug: head.origin for head in self._store.reader.roadmaps()}
        if slug not in heads:
            raise NotFoundError(tr("There is no roadmap called {slug}.", slug=slug))
        return heads[slug]

    def _counted(
        self, roadmap: Roadmap, before: dict[str, str], *, is_new: bool
    ) -> Added:
        after = {item.subject for item in items(roadmap)}
        moved = {old: new for old, new in renames(roadmap) if old in before}
        kept = (after & before.keys()) | (after & set(moved.values()))
        gone = before.keys() - after - moved.keys()
        states = self._store.reader.progress().states
        titles = tuple(sorted(before[s] for s in gone if s in states))
        return Added(roadmap.slug, is_new, len(after - kept), len(kept), titles)


def _carried_lanes(work: UnitOfWork, roadmap: Roadmap) -> Iterator[Change]:
    """Return the changes that bring the choice of a lane to its new names."""
    for fork in (stage.fork for stage in roadmap.stages if stage.fork):
        subject = fork_subject(fork.slug)
        before = work.values((subject,), LANE).get(subject)
        chosen = before
        for old in fork.was:
            if chosen is None and not work.was_set(subject, LANE):
                name = fork_subject(old)
                chosen = work.values((name,), LANE).get(name)
        after = None if chosen is None else fork.renamed(chosen)
        if after != before:
            yield Change(subject, LANE, before, after)


def _carried(work: UnitOfWork, roadmap: Roadmap) -> Iterator[Change]:
    """Return the changes that bring progress from old names to new ones.

    What was ever set under the new name stays: a tick that the learner took back there
    does not return with the next version.
    """
    taken: set[tuple[str, str]] = set()
    for old, new in renames(roadmap):
        # A day belongs to its state.
        for fields in ((STATE, DONE_ON), (NOTE,), (PLANNED,)):
            asked = fields[0]
            values = {field: work.values((old,), field).get(old) for field in fields}
            if (new, asked) in taken or work.was_set(new, asked):
                continue
            if values[asked] is not None:
                taken.add((new, asked))
                yield from (
                    Change(new, field, None, value)
                    for field, value in values.items()
                    if value is not None
                )
