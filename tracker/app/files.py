"""Files and folders that the learner points at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from tracker.domain.errors import MilepostError, UnreadableFileError
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tracker.db.backup import Backup
    from tracker.ui.main_window import MainWindow
    from tracker.workspace import Workspace


def ask_for_roadmap_file(parent: QWidget) -> Path | None:
    """Let the learner choose a roadmap file."""
    kinds = tr("Roadmap files (*.yaml *.yml);;All files (*)")
    title = tr("Add a roadmap file")
    name, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
    return Path(name) if name else None


def ask_for_folder(parent: QWidget, start: Path) -> Path | None:
    """Let the learner choose another data folder."""
    title = tr("Choose a data folder")
    name = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(name) if name else None


def moment_text(backup: Backup) -> str:
    """Return when a backup was made, in the learner's own time and language."""
    moment = QDateTime.fromSecsSinceEpoch(int(backup.at.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def add_first(window: MainWindow, workspace: Workspace, path: Path) -> str | None:
    """Add a roadmap file before anything else is on screen; return its slug."""
    try:
        return workspace.add_file(path).slug
    except UnreadableFileError as error:
        from tracker.ui.trouble import show_problems  # rarely needed

        show_problems(window, path, error.problems)
    except MilepostError as error:
        window.messages.say(str(error))
    return None
