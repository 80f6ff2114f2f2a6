"""The ways out when the data file cannot be used."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tracker.app.files import ask_for_folder, moment_text
from tracker.db.backup import Backup, list_backups
from tracker.db.data_file import NAME, make_anew
from tracker.domain.errors import StorageError
from tracker.ui.trouble import TroublePage
from tracker.workspace import restore

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.app.session import Session


class Rescue(QObject):
    """Does what the learner chooses on the trouble page."""

    def __init__(self, session: Session, error: StorageError) -> None:
        """Offer the ways out of ``error``."""
        super().__init__(session)
        self._session = session
        self._data_file = session.folder / NAME
        backups = list_backups(self._data_file)
        named = [(moment_text(backup), backup.path) for backup in backups]
        self.page = TroublePage(error, named, session.folder)
        self.page.retry_requested.connect(session.start)
        self.page.restore_requested.connect(self._on_restore)
        self.page.anew_requested.connect(self._on_anew)
        self.page.folder_requested.connect(self._on_folder)
        self.page.quit_requested.connect(QApplication.quit)

    def _on_restore(self, path: Path) -> None:
        now = datetime.now(UTC)
        try:
            restore(self._data_file, Backup(path, now), now)
        except StorageError as error:
            self._session.show_trouble(error)
            return
        self._session.start()

    def _on_anew(self) -> None:
        try:
            make_anew(self._session.folder)
        except StorageError as error:
            self._session.show_trouble(error)
            return
        self._session.start()

    def _on_folder(self) -> None:
        folder = ask_for_folder(self._session.window, self._session.folder)
        if folder is not None:
            self._session.change_folder(folder)
