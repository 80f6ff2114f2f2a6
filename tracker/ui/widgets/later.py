"""Work that can wait until the window has painted, done a slice at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Later(QObject):
    """Runs slices one by one in the pauses of the window; each takes milliseconds."""

    def __init__(self, parent: QObject) -> None:
        """Have nothing to do yet."""
        super().__init__(parent)
        self._slices: list[Callable[[], object]] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self._on_pause)

    @property
    def is_waiting(self) -> bool:
        """Return whether something is still to be done."""
        return bool(self._slices)

    def start(self, slices: Sequence[Callable[[], object]]) -> None:
        """Do this from the next pause on, in place of what is still waiting."""
        self._slices = list(slices)
        self._pause.start()

    def cancel(self) -> None:
        """Do nothing of it: it was done in another way."""
        self._slices.clear()
        self._pause.stop()

    def finish(self) -> None:
        """Do the rest at once."""
        while self._slices:
            self._slices.pop(0)()
        self._pause.stop()

    def _on_pause(self) -> None:
        if self._slices:
            self._slices.pop(0)()
        if self._slices:
            self._pause.start()
