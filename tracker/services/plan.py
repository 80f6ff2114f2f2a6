"""Use cases of the plan: what a learner wants to take up next, put together by hand.

The plan is a fact of each skill and project on it. What is done leaves the list by
itself and comes back when it is put back to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import ARCHIVED, PLANNED, Change, Label, State
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import PROJECT, SKILL, kind_of, slug_of
from tracker.services.editing import Editing
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.domain.edit import StoredEdit
    from tracker.domain.progress import Progress
    from tracker.services.ports import Reader, UnitOfWork


class Plan(Editing):
    """What a learner wants to take up next."""

    def add(self, subjects: Sequence[str]) -> StoredEdit | None:
        """Put skills and projects on the plan, in one action.

        Raises:
            NotFoundError: Nothing of that name stands in any roadmap.
            BadInputError: It is neither a skill nor a project.
        """
        for subject in subjects:
            self._check(subject)
        return self._set(subjects, self.today().isoformat(), Label.PLAN)

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
        def changes_in(work: UnitOfWork) -> Iterator[Change]:
            there = work.values(subjects, PLANNED)
            for subject in dict.fromkeys(subjects):
                if (subject in there) == (after is None):
                    yield Change(subject, PLANNED, there.get(subject), after)

        return self._store_changes(label, changes_in)


def on_plan(reader: Reader) -> dict[str, str]:
    """Return everything that was put on the plan, with the day, done or not."""
    return reader.all_values(PLANNED)


def open_plan(reader: Reader, progress: Progress) -> list[str]:
    """Return what is on the plan and neither done nor set aside, the oldest first.

    A project that was archived is left out, too, until it is taken out of the archive.
    What stands in no roadmap any more is left out; it comes back with a roadmap that
    has it.
    """
    closed = progress.in_state(State.DONE) | progress.in_state(State.ASIDE)
    closed |= reader.all_values(ARCHIVED).keys()
    days = on_plan(reader)
    there = (each for each in days.keys() - closed if reader.knows(each))
    return sorted(there, key=lambda subject: (days[subject], subject))
