"""The line on the Journey page that says what is due."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tracker.domain.edit import ARCHIVED, DUE, REMOVED, STATE, TITLE
from tracker.domain.errors import StorageError
from tracker.services.reminders import due_text

if TYPE_CHECKING:
    from tracker.app.journeying import Journeying
    from tracker.domain.edit import StoredEdit

_FIELDS = frozenset({DUE, STATE, REMOVED, ARCHIVED, TITLE})


class Reminding(QObject):
    """Keeps the line true; it asks for nothing and never comes forward."""

    def __init__(self, journeying: Journeying) -> None:
        """Show what is due now."""
        super().__init__(journeying)
        self._journeying = journeying
        journeying.current.changed.connect(self._on_changed)
        journeying.current.replaced.connect(self.show)
        self.show()

    def show(self) -> None:
        """Read again what is due."""
        journeying = self._journeying
        with suppress(StorageError):  # locked just now: the next change shows it
            today = journeying.workspace.journal.today()
            journeying.page.due.show_text(due_text(journeying.current.reader, today))

    def _on_changed(self, stored: StoredEdit) -> None:
        if any(change.field in _FIELDS for change in stored.edit.changes):
            self.show()
