"""What the commands of one page share: what was refused is shown as it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.ui.commands import Commands


class PageCommands(QObject):
    """The learner's actions on one page, on top of those of the window."""

    refused = Signal()  # fields show again what is stored

    def __init__(self, commands: Commands) -> None:
        """Let ``commands`` run use cases, and tell when they fail."""
        super().__init__(commands)
        self._commands = commands

    def _perform(self, use_case: Callable[[], object]) -> bool:
        return self._told(done=self._commands.perform(use_case))

    def _told(self, *, done: bool) -> bool:
        if not done:
            self.refused.emit()
        return done
