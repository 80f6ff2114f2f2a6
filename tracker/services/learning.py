"""Use cases of the learner: check off, set aside, write notes.

Each makes one edit, stores it in one transaction and announces it once. A use case that
changes nothing stores nothing and returns ``None``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import DONE_ON, LANE, NOTE, STATE, Change, Edit, Label, State
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import (
    FORK,
    MILESTONE,
    OUTCOME,
    PROJECT,
    SKILL,
    STAGE,
    STEP,
    fork_subject,
    kind_of,
    lane_subject,
    parent_of,
    slug_of,
)
from tracker.domain.ids import LANE as LANE_KIND
from tracker.domain.limits import TEXT_LENGTH
from tracker.domain.texts import cleaned
from tracker.services.editing import Editing, changed
from tracker.services.stamps import stamp
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tracker.domain.edit import StoredEdit
    from tracker.services.ports import UnitOfWork

_CHECKED_ONLY = frozenset({OUTCOME, MILESTONE, STEP})  # to do or done, nothing between


class Learning(Editing):
    """Everything a learner does to their own progress."""

    def set_state(self, subject: str, state: State) -> StoredEdit | None:
        """Set the state of a skill, outcome, project, milestone or step.

        Raises:
            NotFoundError: Nothing of that name stands in any roadmap.
            BadInputError: An outcome, milestone or step can only be done or to do.
        """
        return self.set_states((subject,), state)

    def set_states(self, subjects: Sequence[str], state: State) -> StoredEdit | None:
        """Set the state of several things in one action; see `set_state`."""
        for subject in subjects:
            self._check(subject, state)
        with self._store.begin() as work:
            now = self._now()  # once: an action has one moment and one day
            changes = self._state_changes(work, subjects, state)
            changes += _dates(work, changes, now.date().isoformat())
            edit = Edit(Label(state.value), tuple(changes))
            stored = work.append(edit, stamp(now)) if edit else None
        if stored is not None:
            self._publish(stored)
        return stored

    def choose_lane(self, fork: str, lane: str) -> StoredEdit | None:
        """Walk this lane of a fork from now on; what was done in others stays.

        Raises:
            NotFoundError: No roadmap has that fork, or it has no such lane.
        """
        if not self._store.reader.places(lane_subject(fork, lane)):
            raise _not_found(lane_subject(fork, lane))
        subject = fork_subject(fork)
        return self._store_changes(
            Label.LANE, lambda work: changed(work, subject, {LANE: lane})
        )

    def write_note(self, subject: str, text: str) -> StoredEdit | None:
        """Write the Markdown note on anything, or clear it with an empty text.

        Raises:
            NotFoundError: Nothing of that name stands in any roadmap.
            BadInputError: The note is too long.
        """
        refuse_note_on_lane(subject)
        if not self._store.reader.knows(subject):
            raise _not_found(subject)
        after = checked_note(text)
        return self._store_changes(
            Label.NOTE, lambda work: changed(work, subject, {NOTE: after})
        )

    def _check(self, subject: str, state: State) -> None:
        kind = kind_of(subject)
        if kind not in {SKILL, PROJECT, *_CHECKED_ONLY}:
            if kind == STAGE:
                raise BadInputError(tr("A stage has no state of its own."))
            sentence = tr("A lane is chosen at its stage, or by “milepost lane”.")
            raise BadInputError(sentence)
        if kind in _CHECKED_ONLY and state not in {State.TODO, State.DONE}:
            sentence = tr("An outcome, a milestone or a step is either to do or done.")
            raise BadInputError(sentence)
        if not self._store.reader.knows(subject):
            raise _not_found(subject)

    def _state_changes(
        self, work: UnitOfWork, subjects: Sequence[str], state: State
    ) -> list[Change]:
        """Return the changes asked for and those that follow from them by rule."""
        changes = list(_moves(work, dict.fromkeys(subjects), state))
        if state is State.DONE:
            touched = {change.subject for change in changes}
            changes += self._moves_of_parents(work, touched)
        return changes

    def _moves_of_parents(self, work: UnitOfWork, touched: set[str]) -> list[Change]:
        """Return what happens to parents: begun with one part, done with the last.

        One that was set aside stays so until then: completing a part lowers no figure.
        The last step completes its milestone, and the last milestone its project.
        """
        done, asked = set(touched), frozenset(touched)
        changes: list[Change] = []
        level = touched
        while level:
            parents = {parent_of(subject) for subject in level} - {None, *asked}
            level = set()
            for parent in sorted(filter(None, parents)):
                parts = self._store.reader.parts(parent)
                states = work.values(parts, STATE)
                done |= {part for part in parts if states.get(part) == State.DONE}
                if done.issuperset(parts):
                    changes += _moves(work, (parent,), State.DONE)
                    done.add(parent)
                elif kind_of(parent) in _CHECKED_ONLY:
                    pass  # nothing between to do and done; what is above it has begun
                elif parent not in work.values((parent,), STATE):
                    changes += _moves(work, (parent,), State.LEARNING)
                level.add(parent)
        return changes


def _moves(work: UnitOfWork, subjects: Iterable[str], state: State) -> Iterator[Change]:
    """Return a change for each subject that is not in a state yet."""
    after = None if state is State.TODO else state.value
    for subject in subjects:
        before = work.values((subject,), STATE).get(subject)
        if before != after:
            yield Change(subject, STATE, before, after)


def _dates(work: UnitOfWork, moves: Iterable[Change], today: str) -> Iterator[Change]:
    """Return the changes of the day on which things were done."""
    for move in moves:
        if State.DONE in {move.before, move.after}:
            before = work.values((move.subject,), DONE_ON).get(move.subject)
            after = today if move.after == State.DONE else None
            yield Change(move.subject, DONE_ON, before, after)


def checked_note(text: str) -> str:
    """Return a note as it is kept, empty for none.

    Raises:
        BadInputError: It is too long.
    """
    text = cleaned(text)
    if len(text) > TEXT_LENGTH:
        sentence = tr("A note can hold {n} characters; this one has {m}.")
        raise BadInputError(sentence.format(n=TEXT_LENGTH, m=len(text)))
    return text if text.strip() else ""


def refuse_note_on_lane(subject: str) -> None:
    """Refuse a note on a fork or lane, which would be shown nowhere.

    Raises:
        BadInputError: It is one; says where the note belongs.
    """
    if kind_of(subject) in {FORK, LANE_KIND}:
        raise BadInputError(tr("Write the note on the stage where the road divides."))


def _not_found(subject: str) -> NotFoundError:
    name = slug_of(subject)
    return NotFoundError(tr("Nothing on your roadmaps is called {name}.", name=name))
