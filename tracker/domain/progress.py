"""What a learner's edits add up to: states, days, notes and chosen lanes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tracker.domain.edit import DONE_ON, LANE, NOTE, STATE, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from tracker.domain.edit import StoredEdit


# A state this Milepost does not know must not take a whole window down.
_TOUCHED = frozenset(State) - {State.TODO}


class Progress:
    """What a learner's edits add up to."""

    def __init__(
        self,
        states: Mapping[str, str],
        done_on: Mapping[str, str] | None = None,
        noted: Iterable[str] = (),
        lanes: Mapping[str, str] | None = None,
    ) -> None:
        """Start from what is stored.

        Args:
            states: The state of each subject that was ever touched.
            done_on: The ISO date on which a subject was done.
            noted: Subjects with a note; the text is read when it is shown.
            lanes: The slug of the lane that was chosen at each fork.
        """
        self._states: dict[str, str] = {}
        self._done_on = dict(done_on or {})
        self._noted = set(noted)
        self._lanes = dict(lanes or {})
        self._in_state: defaultdict[str, set[str]] = defaultdict(set)
        for subject, state in states.items():
            self._put(subject, state)  # an unknown one counts as to do

    def state(self, subject: str) -> State:
        """Return the state of a subject; one never touched is to do."""
        return State(self._states.get(subject, State.TODO))

    def done_on(self, subject: str) -> str:
        """Return the ISO date on which a subject was done, or an empty text."""
        return self._done_on.get(subject, "")

    def has_note(self, subject: str) -> bool:
        """Return whether a note was written on a subject."""
        return subject in self._noted

    def lane(self, fork: str) -> str:
        """Return the lane that was chosen at a fork, or an empty text."""
        return self._lanes.get(fork, "")

    def in_state(self, state: State) -> AbstractSet[str]:
        """Return every subject in a state other than to do."""
        return self._in_state[state]

    @property
    def states(self) -> Mapping[str, str]:
        """Return every subject that has a state other than to do."""
        return self._states

    def apply(self, stored: StoredEdit) -> None:
        """Take one stored edit into account."""
        texts = {DONE_ON: self._done_on, LANE: self._lanes}
        for change in stored.edit.changes:
            subject, after = change.subject, change.after
            if change.field == STATE:
                self._put(subject, after or State.TODO)
            elif change.field == NOTE:
                (self._noted.add if after else self._noted.discard)(subject)
            elif change.field in texts and after:
                texts[change.field][subject] = after
            elif change.field in texts:
                texts[change.field].pop(subject, None)

    def _put(self, subject: str, state: str) -> None:
        old = self._states.pop(subject, None)
        if old is not None:
            self._in_state[old].discard(subject)
        if state in _TOUCHED:
            self._states[subject] = state
            self._in_state[state].add(subject)
