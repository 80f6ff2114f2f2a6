"""A preview that follows: made anew a moment after something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.reports.preview import Preview
from tracker.ui.widgets.label import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.domain.errors import MilepostError
    from tracker.ui.reports.saving import Write
    from tracker.ui.tasks import Task

_PAUSE = 150  # milliseconds of rest before the preview follows


class LivePreview(QWidget):
    """Asks the terminal's own command in the background; one question at a time."""

    def __init__(self, write: Write, words: Callable[[], Sequence[str]]) -> None:
        """Take what runs a command, and what it is to be."""
        super().__init__()
        self._write, self._words = write, words
        self._task: Task | None = None
        self._stale = False  # something changed while one was being made
        self.preview = Preview()
        self.preview.setProperty("kind", "paper")
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._make)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.problem)
        box.addWidget(self.preview, 1)

    @property
    def is_made(self) -> bool:
        """Return whether what is shown is all there is to show."""
        return self._task is None and not self._timer.isActive()

    def follow(self) -> None:
        """Make it anew soon."""
        self._timer.start()

    def stop(self) -> None:
        """Make nothing any more."""
        self._timer.stop()
        self._stale = False
        if self._task is not None:
            self._task.cancel()

    def _make(self) -> None:
        if self._task is not None:
            self._stale = True
            return
        self._stale = False
        task = self._write([*self._words(), "--preview"], None)
        self._task = task
        task.succeeded.connect(self._on_made)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_ended)

    def _on_made(self, printed: str) -> None:
        self.problem.hide()
        if not self._stale:
            self.preview.show_report(printed)

    def _on_failed(self, error: MilepostError) -> None:
        self.preview.forget()
        self.problem.setText(str(error))
        self.problem.show()

    def _on_ended(self) -> None:
        self._task = None
        if self._stale:
            self._make()
