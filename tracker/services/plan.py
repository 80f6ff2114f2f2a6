"""Use cases of the plan: what a learner wants to take up next, put together by hand.

The plan is a fact of each skill and project on it. What is done leaves the list by
itself and comes back when it is put back to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import PLANNED, Change, Edit, Label, State
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import PROJECT, SKILL, kind_of, slug_of
from tracker.services.stamps import stamp
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from tracker.domain.edit import StoredEdit
    from tracker.domain.progress import Progress
    from tracker.services.ports import Publish, Reader, Store


class Plan:
    """What a learner wants to take up next."""

    def __init__(
        self, store: Store, publish: Publish, now: Callable[[], datetime]
    ) -> None:
        """Take the ports; see `tracker.services.learning.Learning`."""
        self._store = store
        self._publish = publish
        self._now = now

    def add(self, subjects: Sequence[str]) -> StoredEdit | None:
        """Put skills and projects on the plan, in one action.

        Raises:
            NotFoundError: Nothing of that name stands in any roadmap.
            BadInputError: It is neither a skill nor a project.
        """
        for subject in subjects:
            self._check(subject)
        return self._set(subjects, self._now().date().isoformat(), Label.PLAN)

    def remove(self, subjects: Sequence[str]) -> StoredEdit | None:
        """Take skills and projects off the plan, in one action."""
        return self._set(subjects, None, Label.UNPLAN)

    def _check(self, subject: str) -> None:
        name = slug_of(subject)
        if kind_of(subject) not in {SKILL, PROJECT}:
            sentence = tr("Only skills and projects can be on the plan, not {name}.")
            raise BadInputError(sentence.format(name=name))
        if not self._store.reader.knows(subject):
            sentence = tr("Nothing on your roadmaps is called {name}.")
            raise NotFoundError(sentence.format(name=name))

    def _set(
        self, subjects: Sequence[str], after: str | None, label: Label
    ) -> StoredEdit | None:
        with self._store.begin() as work:
            there = work.values(subjects, PLANNED)
            changes = tuple(
                Change(subject, PLANNED, there.get(subject), after)
                for subject in dict.fromkeys(subjects)
                if (subject in there) == (after is None)
            )
            edit = Edit(label, changes)
            stored = work.append(edit, stamp(self._now())) if edit else None
        if stored is not None:
            self._publish(stored)
        return stored


def on_plan(reader: Reader) -> dict[str, str]:
    """Return everything that was put on the plan, with the day, done or not."""
    return reader.all_values(PLANNED)


def open_plan(reader: Reader, progress: Progress) -> list[str]:
    """Return what is on the plan and neither done nor set aside, the oldest first.

    What stands in no roadmap any more is left out; it comes back with a roadmap that
    has it.
    """
    closed = progress.in_state(State.DONE) | progress.in_state(State.ASIDE)
    days = on_plan(reader)
    there = (each for each in days.keys() - closed if reader.knows(each))
    return sorted(there, key=lambda subject: (days[subject], subject))
