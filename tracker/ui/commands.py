"""What the widgets ask for: each command runs one use case and tells when it fails."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.domain.errors import MilepostError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tracker.domain.edit import State
    from tracker.domain.work import Entry
    from tracker.services.use_cases import UseCases


class Commands(QObject):
    """The learner's actions. A widget asks here and waits for the announcement."""

    failed = Signal(object, object)  # MilepostError, what tries again (no arguments)
    roadmap_chosen = Signal()
    settings_changed = Signal()

    def __init__(self, use_cases: UseCases, parent: QObject | None = None) -> None:
        """Run these use cases."""
        super().__init__(parent)
        self._use_cases = use_cases

    def set_state(self, subject: str, state: State) -> bool:
        """Set the state of a skill, outcome, project or milestone."""
        return self.perform(partial(self._use_cases.learning.set_state, subject, state))

    def choose_lane(self, fork: str, lane: str) -> bool:
        """Walk another lane of a fork."""
        learning = self._use_cases.learning
        return self.perform(partial(learning.choose_lane, fork, lane))

    def write_note(self, subject: str, text: str) -> bool:
        """Write the note on anything."""
        return self.perform(partial(self._use_cases.learning.write_note, subject, text))

    def plan(self, subjects: Sequence[str], *, wanted: bool = True) -> bool:
        """Put skills and projects on the plan, or take them off."""
        plan = self._use_cases.plan
        return self.perform(partial(plan.add if wanted else plan.remove, subjects))

    def aim(self, fields: Mapping[str, str]) -> bool:
        """Head for a level, day, place or pay; see `tracker.services.targets`."""
        return self.perform(partial(self._use_cases.targets.set_fields, fields))

    def change_entry(self, entry: Entry, shown: Entry | None = None) -> bool:
        """Store what was changed of a line of the journal as it was shown."""
        return self.perform(partial(self._use_cases.journal.change, entry, shown))

    def remove_entries(self, subjects: Sequence[str]) -> bool:
        """Delete lines of the journal."""
        return self.perform(partial(self._use_cases.journal.remove, *subjects))

    def split_entry(self, subject: str, minutes: int, at: int) -> bool:
        """Make two lines of one, its text parted at a place, or in both for -1."""
        split, place = self._use_cases.journal.split, at if at >= 0 else None
        return self.perform(partial(split, subject, minutes, place))

    def join_entries(self, subjects: Sequence[str]) -> bool:
        """Make one line of several of one day."""
        return self.perform(partial(self._use_cases.journal.join, subjects))

    def undo(self) -> bool:
        """Take back the last action."""
        return self.perform(self._use_cases.undo.undo)

    def redo(self) -> bool:
        """Bring back the last undone action."""
        return self.perform(self._use_cases.undo.redo)

    def choose_roadmap(self, slug: str) -> bool:
        """Show another roadmap."""
        done = self.perform(partial(self._use_cases.roadmaps.choose, slug))
        if done:
            self.roadmap_chosen.emit()
        return done

    def remove_roadmap(self, slug: str) -> bool:
        """Forget a roadmap of the learner's own."""
        done = self.perform(partial(self._use_cases.roadmaps.remove, slug))
        if done:
            self.settings_changed.emit()
        return done

    def set_hours_a_week(self, hours: int) -> bool:
        """Plan with so many hours a week."""
        done = self.perform(partial(self._use_cases.roadmaps.set_hours_a_week, hours))
        if done:
            self.settings_changed.emit()
        return done

    def perform(self, use_case: Callable[[], object]) -> bool:
        """Run a use case; return whether it succeeded."""
        try:
            use_case()
        except MilepostError as error:
            self.failed.emit(error, use_case)
            return False
        return True
