"""A bar while adverts are read from files, with a way to stop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from tracker.ui import theme
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.ui.tasks import Task


PATIENCE = 200  # ms; what is read sooner needs no bar


class Busy(QFrame):
    """Hidden while nothing is read, or not for long."""

    def __init__(self) -> None:
        """Wait for the first task."""
        super().__init__()
        self.setProperty("kind", "notice")
        self._tasks: list[Task] = []
        self.text = label(tr("Reading adverts…"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Adverts read"))
        self.cancel = button(tr("Cancel"), self._on_cancel)
        unit = round(theme.unit(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(unit, unit // 3, unit, unit // 3)
        row.setSpacing(unit)
        row.addWidget(self.text)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.show)
        self.hide()

    def follow(self, task: Task) -> None:
        """Show how far a task is until it ends, beside those that go on."""
        self._tasks.append(task)
        self.bar.setRange(0, 0)
        self._later.start(PATIENCE)
        task.progressed.connect(self._on_progressed)
        task.finished.connect(partial(self._on_finished, task))

    def _on_progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _on_finished(self, task: Task) -> None:
        self._tasks.remove(task)
        if not self._tasks:
            self._later.stop()
            self.hide()

    def _on_cancel(self) -> None:
        for task in self._tasks:
            task.cancel()
