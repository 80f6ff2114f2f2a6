"""What the board of applications asks for: each runs one use case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.domain.application import Phase
from tracker.ui.page_commands import PageCommands

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.services.applications import Applications
    from tracker.ui.commands import Commands


class ApplicationCommands(PageCommands):
    """The learner's actions on applications, on top of those of the window."""

    def __init__(self, commands: Commands, applications: Applications) -> None:
        """Run these use cases by ``commands``."""
        super().__init__(commands)
        self._applications = applications

    def today(self) -> date:
        """Return the learner's own day."""
        return self._applications.today()

    def move(self, subject: str, phase: str) -> bool:
        """Put an application into a phase, as of today."""
        return self._perform(partial(self._applications.move, subject, Phase(phase)))

    def set_field(self, subject: str, field: str, text: str) -> bool:
        """Store one field; empty takes it away."""
        store = self._applications.set_field
        return self._perform(partial(store, subject, field, text))

    def set_fields(self, subject: str, fields: Mapping[str, str]) -> bool:
        """Store several fields in one action."""
        return self._perform(partial(self._applications.set_fields, subject, fields))

    def write_note(self, subject: str, text: str) -> bool:
        """Write the note on an application."""
        if not self._perform(partial(self._applications.expect, subject)):
            return False
        return self._told(done=self._commands.write_note(subject, text))

    def remove(self, subject: str) -> bool:
        """Take an application away; undo brings it back."""
        return self._perform(partial(self._applications.remove, subject))
