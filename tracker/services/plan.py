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

CLOSED = frozenset({State.DONE, State.ASIDE})  # what the plan does not list


class Plan(Editing):
    """What a learner wants to take up next."""

    def add(self, subjects: Sequence[str]) -> StoredEdit | None:
        """Put skills and projects on the plan, in one action; what is open of them.

        Raises:
            NotFoundError: Nothing of that name stands in any roadmap.
            BadInputError: It is neither a skill nor a project, or nothing of it is
                open: done or set aside, it would not be seen on the plan.
        """
        for subject in subjects:
            self._check(subject)
        reader = self._store.reader
        closed = _closed(reader, reader.progress())
        open_ = [each for each in subjects if each not in closed]
        if subjects and not open_:
            sentence = tr(
                "“{title}” is done, set aside or archived, so your plan would not show "
                "it. Put it back to do first. Nothing was changed."
            )
            title = reader.title(subjects[0]) or slug_of(subjects[0])
            raise BadInputError(sentence.format(title=title))
        return self._set(open_, self.today().isoformat(), Label.PLAN)

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
    days = on_plan(reader)
    open_ = days.keys() - _closed(reader, progress)
    there = (each for each in open_ if reader.knows(each))
    return sorted(there, key=lambda subject: (days[subject], subject))


def _closed(reader: Reader, progress: Progress) -> set[str]:
    """Return what the plan does not list."""
    return reader.all_values(ARCHIVED).keys() | set().union(
        *map(progress.in_state, CLOSED)
    )
