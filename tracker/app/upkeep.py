"""What a window does by itself once it is on screen: refresh, back up, check."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tracker.db.backup import list_backups, sweep
from tracker.domain.errors import MilepostError, StorageError
from tracker.words import tr
from tracker.workspace import back_up, bundled_content

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from tracker.app.journeying import Journeying
    from tracker.app.session import Session
    from tracker.ui.tasks import Progress
    from tracker.workspace import Content, Workspace

BACKUP_AFTER = timedelta(hours=24)


class Upkeep(QObject):
    """Runs in the background, one thing after another, and speaks only of trouble."""

    def __init__(
        self, session: Session, workspace: Workspace, journeying: Journeying
    ) -> None:
        """Keep up the folder of a session."""
        super().__init__(session)
        self._session, self._workspace = session, workspace
        self._journeying = journeying

    def start(self) -> None:
        """Do everything that is due."""
        tasks = self._session.tasks
        if self._workspace.store.read_only:
            return
        if not self._workspace.bundled_is_current():
            task = tasks.start(_read_bundled)
            task.succeeded.connect(self._on_bundled)
        path, now = self._workspace.store.path, self._workspace.now()
        sweep(path, now)
        self._workspace.kept.sweep(now.timestamp())
        if backup_is_due(path, now):
            task = tasks.start(partial(back_up_in_background, path, now))
            task.failed.connect(self._on_backup_failed)

    def _on_bundled(self, content: Content) -> None:
        if self._session.workspace is not self._workspace:
            return
        try:
            self._workspace.install_bundled(content)
        except MilepostError as error:
            self._session.report_failure(str(error), "")
            return
        self._journeying.current.reload()

    def _on_backup_failed(self, error: MilepostError) -> None:
        if self._session.workspace is not self._workspace:
            return  # it was about a folder that is no longer open
        if isinstance(error, StorageError) and error.kind == "damaged":
            self._session.show_trouble(error)
            return
        text = tr("Today's backup could not be made. {why}", why=error)
        details = getattr(error, "details", "")
        self._session.window.messages.say(text, details=details)


def backup_is_due(data_file: Path, now: datetime) -> bool:
    """Return whether the newest backup is older than a day, or there is none."""
    backups = list_backups(data_file)
    return not backups or now - backups[0].at > BACKUP_AFTER


def _read_bundled(_progress: Progress) -> Content:
    import_module("tracker.db.reference_rows")  # SQLAlchemy, off the window's thread
    return bundled_content()


def back_up_in_background(data_file: Path, now: datetime, _progress: Progress) -> Path:
    """Make a backup as a task; it opens and checks the whole file on the way."""
    return back_up(data_file, now).path
