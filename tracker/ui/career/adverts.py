"""How well a learner fits the adverts they keep, for every section that asks for it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.domain.errors import StorageError
from tracker.ui.tasks import in_small_steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tracker.services.application_fit import AdvertFit, ReadAdverts
    from tracker.ui.tasks import Progress, Task


class Adverts(QObject):
    """Has adverts read in the background, so that a fit is a short sum."""

    read = Signal()  # some were read: whoever waits asks again

    def __init__(
        self,
        fit_of: AdvertFit,
        run_task: Callable[[Callable[[Progress], object]], Task],
        parent: QObject,
    ) -> None:
        """Take what knows the fits, and what runs slow work."""
        super().__init__(parent)
        self.fit_of = fit_of
        self._run_task = run_task
        self._task: Task | None = None

    def are_read(self, postings: Iterable[str]) -> bool:
        """Return whether these are read; if not, have it done, and tell by `read`.

        Raises:
            StorageError: The data file cannot be read just now.
        """
        work = self.fit_of.missing(postings)
        if work is not None and self._task is None:
            self._task = self._run_task(lambda _progress: in_small_steps(work))
            self._task.succeeded.connect(self._on_read)
            self._task.finished.connect(self._on_finished)
        return work is None

    def _on_read(self, found: ReadAdverts) -> None:
        self._task = None
        with suppress(StorageError):  # locked just now, or the folder was changed
            self.fit_of.take(found)
            self.read.emit()

    def _on_finished(self) -> None:
        self._task = None
