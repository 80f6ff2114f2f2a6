"""The whole window, from opening to quitting."""

from __future__ import annotations

import logging
import sqlite3
import warnings
from contextlib import closing
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.pages.journey import JourneyPage
from tests.pages.keys import click, press, write
from tracker.app.session import Session
from tracker.db.data_file import NAME
from tracker.paths import log_folder, preferences_file
from tracker.ui.first_run import FirstRunPage
from tracker.ui.navigation import JOURNEY, SETTINGS
from tracker.ui.palette import Palette
from tracker.ui.preferences import Preferences
from tracker.ui.problems import ProblemsDialog
from tracker.ui.single_instance import SingleInstance
from tracker.ui.trouble import TroublePage

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.domain.edit import State

SIZE = (1280, 860)


def entering(data: QMimeData) -> QDragEnterEvent:
    """Return what a window is sent when something is dragged onto it."""
    with warnings.catch_warnings():
        # Deprecated from PySide6 6.12 on, which has nothing yet that 6.11 has too.
        warnings.simplefilter("ignore", DeprecationWarning)
        return QDragEnterEvent(
            QPoint(200, 200),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )


class Milepost:
    """One running window on one data folder, as a learner sees it."""

    def __init__(self, qtbot, folder: Path, *, size=SIZE, report=None) -> None:
        """Open the window as `tracker.app.running` does."""
        self.qtbot, self.folder = qtbot, folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        instance = SingleInstance(folder)
        assert instance.acquire(), "another test left its window open"
        preferences = Preferences(preferences_file(folder))
        log_folder(folder).mkdir(exist_ok=True)  # `tracker.logs.RunMarker` does it
        self.session = Session(
            folder, preferences, log_folder(folder), instance=instance, report=report
        )
        self.session.start()
        self.window = self.session.window
        self.window.restore()
        if size is not None:
            self.window.resize(*size)

    def show(self) -> None:
        """Show the window and wait until it is complete."""
        qtbot = self.qtbot
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: self.session._settled)
        if self.session.journeying is not None:
            qtbot.waitUntil(lambda: bool(self.session.journeying._actions))
        self.wait_for_tasks()

    def ready(self) -> None:
        """Wait until the panel of a journey that was just opened can be clicked."""
        self.qtbot.waitUntil(lambda: self.session.journeying is not None)
        self.qtbot.waitUntil(self.journey.table.isVisible)
        self.qtbot.waitUntil(self.journey.table.hasFocus)

    # What is seen

    @property
    def journeying(self):
        assert self.session.journeying is not None, "the window shows no journey"
        return self.session.journeying

    @property
    def journey(self) -> JourneyPage:
        return JourneyPage(self.journeying.page)

    @property
    def status(self) -> str:
        return self.window.header.status.text()

    @property
    def roadmap(self) -> str:
        return self.window.header._full_title.removesuffix("  ▾")

    @property
    def saved(self) -> str:
        return self.window.navigation.saved._text

    @property
    def toast(self) -> str:
        """What the toast says; empty when there is none."""
        toast = self.window._toast
        return toast.text.text() if toast is not None and toast.isVisible() else ""

    def undo_from_toast(self) -> None:
        click(self.window.toast.undo)

    @property
    def message(self) -> str:
        """What the bar above the page says; empty when there is none."""
        bar = self.window._messages
        return bar.text.text() if bar is not None and bar.isVisible() else ""

    @property
    def message_button(self) -> str:
        button = self.window.messages.action
        return button.text() if button.isVisible() else ""

    def click_message_button(self) -> None:
        click(self.window.messages.action)

    def dismiss_message(self) -> None:
        click(self.window.messages.dismiss)

    @property
    def shown_alone(self):
        """The page that stands without header and navigation, if one does."""
        page = self.window._whole.currentWidget()
        return page if isinstance(page, FirstRunPage | TroublePage) else None

    @property
    def problems(self) -> ProblemsDialog | None:
        found = [d for d in self.window.findChildren(ProblemsDialog) if d.isVisible()]
        return found[0] if found else None

    def wait_for_problems(self) -> ProblemsDialog:
        self.qtbot.waitUntil(lambda: self.problems is not None)
        dialog = self.problems
        assert dialog is not None
        return dialog

    # What is done

    def press(self, keys: str) -> None:
        press(keys)

    def write(self, text: str) -> None:
        write(text)

    def run(self, action: str) -> None:
        self.journeying.actions[action].trigger()

    def menu_text(self, action: str) -> str:
        self.journeying.refresh_undo()
        return self.journeying.actions[action].text().replace("&", "")

    def show_settings(self) -> None:
        click(self.window.navigation._buttons[SETTINGS])

    def show_journey(self) -> None:
        click(self.window.navigation._buttons[JOURNEY])

    def roadmaps(self) -> list[str]:
        """What the header offers."""
        menu = self.window.header.menu
        menu.aboutToShow.emit()
        return [a.text().replace("&&", "&") for a in menu.actions() if a.data()]

    def choose_roadmap(self, title: str) -> None:
        assert title in self.roadmaps()
        menu = self.window.header.menu
        action = next(a for a in menu.actions() if a.text() == title)
        action.trigger()

    @property
    def palette(self) -> Palette | None:
        found = [p for p in self.window.findChildren(Palette) if p.isVisible()]
        return found[0] if found else None

    def drop(self, *paths: Path) -> bool:
        """Drag files onto the window and let go; return whether they were taken."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        enter = entering(data)
        enter.ignore()
        QApplication.sendEvent(self.window, enter)
        if not enter.isAccepted():
            return False
        drop = QDropEvent(QPointF(200, 200), action, data, left, none)
        drop.ignore()
        QApplication.sendEvent(self.window, drop)
        return drop.isAccepted()

    def look_for_changes(self) -> None:
        """Do what the timer does each second."""
        self.session._on_watch()

    def wait_for_tasks(self) -> None:
        """Wait until nothing runs in the background."""
        tasks = self.session._tasks
        if tasks is not None:
            self.qtbot.waitUntil(lambda: not tasks._tasks)

    # What is stored

    def stored_state(self, subject: str) -> str:
        """Return what a connection of its own finds in the data file."""
        return self._stored(subject, "state") or "todo"

    def stored_note(self, subject: str) -> str:
        return self._stored(subject, "note") or ""

    def _stored(self, subject: str, field: str) -> str | None:
        query = "SELECT value FROM fact WHERE subject = ? AND field = ?"
        with closing(sqlite3.connect(self.data_file)) as connection:
            row = connection.execute(query, (subject, field)).fetchone()
        return None if row is None else row[0]

    @property
    def data_file(self) -> Path:
        return self.folder / NAME

    def edits(self) -> int:
        with closing(sqlite3.connect(self.data_file)) as connection:
            return connection.execute("SELECT count(*) FROM edit").fetchone()[0]

    def set_state(self, subject: str, state: State) -> None:
        self.journeying.commands.set_state(subject, state)

    # The end

    def quit(self) -> None:
        """Close the window as a learner does, and leave nothing running."""
        session, window = self.session, self.window
        window.close()
        session.end()
        session.instance.release()
        assert session.workspace is None
        assert session.journeying is None
        assert not session._watch.isActive()
        if session._tasks is not None:
            assert session._tasks._pool.activeThreadCount() == 0
        _stop_log()
        shiboken6.delete(session)
        shiboken6.delete(window)


def _stop_log() -> None:
    """Close the log; a process of its own would end here."""
    logger = logging.getLogger()
    for handler in logger.handlers[:]:
        if isinstance(handler, RotatingFileHandler):
            logger.removeHandler(handler)
            handler.close()
    logger.setLevel(logging.WARNING)
