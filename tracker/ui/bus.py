"""Announce what was stored: one signal; each page decides whether it is concerned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from tracker.domain.edit import StoredEdit


class EditBus(QObject):
    """Lives in the GUI thread."""

    stored = Signal(object)  # StoredEdit

    def publish(self, stored: StoredEdit) -> None:
        """Announce a stored edit."""
        self.stored.emit(stored)
