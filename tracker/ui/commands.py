"""What the widgets ask for: each command runs one use case and tells when it fails."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.domain.errors import MilepostError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.edit import State
    from tracker.workspace import Workspace


class Commands(QObject):
    """The learner's actions. A widget asks here and waits for the announcement."""

    failed = Signal(object, object)  # MilepostError, what tries again (no arguments)
    roadmap_chosen = Signal()
    settings_changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        """Act on a workspace."""
        super().__init__(parent)
        self._workspace = workspace

    def set_state(self, subject: str, state: State) -> bool:
        """Set the state of a skill, outcome, project or milestone."""
        return self._perform(
            partial(self._workspace.learning.set_state, subject, state)
        )

    def write_note(self, subject: str, text: str) -> bool:
        """Write the note on anything."""
        return self._perform(
            partial(self._workspace.learning.write_note, subject, text)
        )

    def undo(self) -> bool:
        """Take back the last action."""
        return self._perform(self._workspace.undo.undo)

    def redo(self) -> bool:
        """Bring back the last undone action."""
        return self._perform(self._workspace.undo.redo)

    def choose_roadmap(self, slug: str) -> bool:
        """Show another roadmap."""
        done = self._perform(partial(self._workspace.roadmaps.choose, slug))
        if done:
            self.roadmap_chosen.emit()
        return done

    def remove_roadmap(self, slug: str) -> bool:
        """Forget a roadmap of the learner's own."""
        done = self._perform(partial(self._workspace.roadmaps.remove, slug))
        if done:
            self.settings_changed.emit()
        return done

    def set_hours_a_week(self, hours: int) -> bool:
        """Plan with so many hours a week."""
        done = self._perform(partial(self._workspace.roadmaps.set_hours_a_week, hours))
        if done:
            self.settings_changed.emit()
        return done

    def _perform(self, use_case: Callable[[], object]) -> bool:
        """Run a use case; return whether it succeeded."""
        try:
            use_case()
        except MilepostError as error:
            self.failed.emit(error, use_case)
            return False
        return True
