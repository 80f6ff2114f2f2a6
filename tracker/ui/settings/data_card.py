"""Where the data is, and its backups."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets.cards import Buttons, Card, Row, rule
from tracker.ui.widgets.fields import PathField
from tracker.ui.widgets.label import button, label
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tracker.domain.errors import MilepostError
    from tracker.ui.tasks import Progress, Task

_SHOWN = 5  # of the newest backups


class RunTask(Protocol):
    """Starts slow work off the GUI thread, as `TaskRunner.start` does."""

    def __call__(self, work: Callable[[Progress], Path], /) -> Task:
        """Start it."""
        ...


class DataCard(Card):
    """Open the folder, choose another, make a backup."""

    folder_change_requested = Signal()

    def __init__(
        self,
        folder: Path,
        run_task: RunTask,
        make_backup: Callable[[], Path],
        backups: Callable[[], list[tuple[str, Path]]],
    ) -> None:
        """Show a data folder and its backups; see `SettingsPage`."""
        super().__init__(tr("Data"))
        self._folder = folder
        self._run_task = run_task
        self._make_backup = make_backup
        self._backups = backups
        self._task: Task | None = None
        self._path = PathField(tr("Data folder"), folder)
        self._open = button(tr("Open the folder"), self._on_open_clicked)
        self._change = button(
            tr("Choose another data folder…"), self.folder_change_requested.emit
        )
        self._backup = button(tr("Make a backup now"), self._on_backup_clicked)
        self._row = Row(tr("Backups"), " ", self._backup)
        self._dates = label(kind="muted")
        self._fill()
        self.refresh()

    def _fill(self) -> None:
        sentence = tr("Everything you do is kept here, on this computer only.")
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(theme.unit(self) * 0.45))
        column.addWidget(label(tr("Data folder")))
        column.addWidget(label(sentence, "muted", wrap=True))
        column.addWidget(self._path)
        self.rows.addWidget(place)
        self.rows.addWidget(Buttons(self._open, self._change))
        self.rows.addWidget(rule())
        self.rows.addWidget(self._row)
        self.rows.addWidget(self._dates)

    def refresh(self) -> None:
        """Look for the backups again."""
        found = self._backups()
        lines = [date for date, _ in found[:_SHOWN]]
        more = len(found) - _SHOWN
        if more > 0:
            lines.append(tr_n("and 1 older", "and {n} older", more))
        self._dates.setText("\n".join(lines))
        self._dates.setVisible(bool(lines))
        if found:
            self._tell(tr("Whole copies of your data, kept in the data folder."))
        else:
            self._tell(tr("There is none yet. One is made in a moment."))

    def _tell(self, text: str) -> None:
        self._row.tell(text)
        self._backup.setAccessibleDescription(text)

    def _on_open_clicked(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self._path.setFocus()
            self._path.selectAll()

    def _on_backup_clicked(self) -> None:
        if self._task is not None:
            return  # one is being made; the button keeps the focus
        self._tell(tr("Making a backup…"))
        self._task = self._run_task(partial(_run, self._make_backup))
        self._task.succeeded.connect(self._on_made)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)

    def _on_made(self, path: Path) -> None:
        self.refresh()
        self._tell(tr("Backup made: {name}", name=path.name))

    def _on_failed(self, error: MilepostError) -> None:
        self._tell(tr("No backup was made. {reason}", reason=str(error)))

    def _on_finished(self) -> None:
        self._task = None


def _run(make_backup: Callable[[], Path], progress: Progress) -> Path:
    progress(0, 1)
    return make_backup()
