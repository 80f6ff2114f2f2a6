"""Save as…, and what becomes of it: progress with Cancel, then where it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from tracker.ui import theme
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.domain.errors import MilepostError
    from tracker.ui.tasks import Task


class Write(Protocol):
    """Starts writing what words of the terminal say into a file, or into nothing."""

    def __call__(self, words: Sequence[str], file: Path | None) -> Task:
        """Start, and return the task; what it is given back is what was printed."""
        ...


class SavingBox(QWidget):
    """A button that asks where to save, and a line that tells how it went."""

    asked = Signal()  # the button was pressed
    busy = Signal(bool)  # writing began or ended

    def __init__(self, write: Write, close: Callable[[], object] | None = None) -> None:
        """Take what writes, and what the button beside it closes, if anything."""
        super().__init__()
        self._write = write
        self._task: Task | None = None
        self._file: Path | None = None
        self.save = button(tr("&Save as…"), self.asked.emit, "primary")
        self.cancel = button(tr("Cancel"), self.stop)
        self._closes = close is not None
        self.close_button = button(tr("Close"), close or self.stop)
        self.show_file = button(tr("&Open it"), self._on_open)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)  # the line below says it
        self.bar.setAccessibleName(tr("How much is written"))
        self.said = label("", wrap=True)
        self.said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lay_out()
        self._show(running=False)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit // 2)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.show_file)
        row.addStretch(0)
        row.addWidget(self.close_button)
        column.addLayout(row)
        column.addWidget(self.said)

    @property
    def is_busy(self) -> bool:
        """Return whether something is being written."""
        return self._task is not None

    def ask_where(self, name: str, kinds: str, ending: str) -> Path | None:
        """Let the learner choose a file; the system asks before one is replaced."""
        start = Path.home() / name
        while True:
            chosen, _ = QFileDialog.getSaveFileName(
                self, tr("Save as"), str(start), kinds
            )
            path = Path(chosen)
            has_ending = path.suffix[1:2].isalpha()  # "week 48.1" and "Dr. Who" do not
            if not chosen or has_ending:
                return path if chosen else None
            start = path.with_name(f"{path.name}{ending}")
            if not start.exists():
                return start
            # It asked about the name without its ending; now it asks about this one.

    def write(self, words: Sequence[str], file: Path) -> None:
        """Write in the background."""
        self._file = file
        # The system's dialog asked before; see `ask_where`.
        task = self._write([*words, "--progress", "--force"], file)
        self._task = task
        task.progressed.connect(self._on_progressed)
        task.succeeded.connect(self._on_written)
        task.failed.connect(self._on_failed)
        task.finished.connect(partial(self._on_finished, task))
        self._tell(tr("Writing {name}…", name=file.name))
        self.bar.setValue(0)
        self._show(running=True)
        self.cancel.setFocus()

    def stop(self) -> None:
        """Stop writing; nothing is left behind."""
        if self._task is not None:
            self._task.cancel()
            self._tell(tr("Stopping…"))

    def _show(self, *, running: bool, written: bool = False) -> None:
        self.save.setVisible(not running)
        self.bar.setVisible(running)
        self.cancel.setVisible(running)
        self.close_button.setVisible(self._closes and not running)
        self.show_file.setVisible(written)
        self.said.setVisible(bool(self.said.text()))
        self.busy.emit(running)

    def _tell(self, text: str, kind: str = "") -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self.said.setProperty("kind", kind)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)

    def _on_progressed(self, done: int, total: int) -> None:
        percent = 100 * done // max(total, 1)
        self.bar.setValue(percent)
        if self._file is not None and self._task and not self._task.cancelled:
            name = self._file.name
            self._tell(tr("Writing {name}… {n} %", name=name, n=percent))

    def _on_written(self, _printed: object) -> None:
        self._tell(tr("Saved: {path}", path=self._file))
        self._show(running=False, written=True)
        self.show_file.setFocus()

    def _on_failed(self, error: MilepostError) -> None:
        self._tell(str(error), "error")
        self._show(running=False)
        self.save.setFocus()

    def _on_finished(self, task: Task) -> None:
        self._task = None
        if task.cancelled and self.bar.isVisibleTo(self):
            self._tell(tr("Stopped. Nothing was written."))
            self._show(running=False)
            self.save.setFocus()

    def _on_open(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file)))
