"""What is due: the line on the Journey page, and one notice a day if it is wanted.

It watches the day, so that both are true after midnight and after the computer slept.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from tracker.app.ways import show_due
from tracker.domain.edit import (
    ARCHIVED,
    DUE,
    NEXT_STEP,
    PHASE,
    REMOVED,
    STATE,
    TITLE,
)
from tracker.domain.errors import StorageError
from tracker.services.reminders import due_text, due_this_week, notice
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.app.journeying import Journeying
    from tracker.domain.edit import StoredEdit
    from tracker.ui.notices import Notice
    from tracker.ui.preferences import Preferences

LOOK = 20_000  # ms between looks at the calendar
_FIELDS = frozenset({DUE, STATE, REMOVED, ARCHIVED, TITLE, PHASE, NEXT_STEP})


class Reminding(QObject):
    """Keeps the line true, and says once a day what is due if that is wanted."""

    day_changed = Signal()

    def __init__(self, journeying: Journeying, preferences: Preferences) -> None:
        """Show what is due now."""
        super().__init__(journeying)
        self._journeying, self._preferences = journeying, preferences
        self._today = journeying.workspace.journal.today()
        self._notice: Notice | None = None
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK)
        self._looks.timeout.connect(self.look)
        self._links = [
            (journeying.current.changed, self._on_changed),
            (journeying.current.replaced, self.show),
            (journeying.page.due.opened, self._on_opened),
            (_application().applicationStateChanged, self._on_state),
        ]
        for signal, slot in self._links:
            signal.connect(slot)
        self._looks.start()
        self.show()
        self.notify()

    def detach(self) -> None:
        """Let go of the window."""
        self._looks.stop()
        for signal, slot in self._links:
            signal.disconnect(slot)
        if self._notice is not None:
            self._notice.finish()
            self._notice = None

    def look(self) -> None:
        """Look whether it is another day by now."""
        today = self._journeying.workspace.journal.today()
        if today != self._today:
            self._today = today
            self.show()
            self.day_changed.emit()
            self.notify()

    def show(self) -> None:
        """Read again what is due."""
        journeying = self._journeying
        with suppress(StorageError):  # locked just now: the next change shows it
            reader = journeying.current.reader
            items = due_this_week(reader, self._today)
            text = due_text(reader, items, self._today)
            journeying.page.due.show_text(text, items[0].subject if items else "")

    def notify(self) -> None:
        """Say what is overdue or due today, if it is wanted and was not said today."""
        wanted, day = self._preferences.notices, self._today.isoformat()
        if not wanted or self._preferences.noticed_on == day:
            return
        lines: list[str] = []
        with suppress(StorageError):  # locked just now: tomorrow is another day
            lines = notice(self._journeying.current.reader, self._today)
        if lines:
            from tracker.ui.notices import Notice, can_notify

            if can_notify():
                self._preferences.noticed_on = day
                self._notice = Notice(self, tr("Milepost"), lines)
                self._notice.opened.connect(self._on_notice_opened)

    def _on_changed(self, stored: StoredEdit) -> None:
        if any(change.field in _FIELDS for change in stored.edit.changes):
            self.show()

    def _on_opened(self, subject: str) -> None:
        show_due(self._journeying, subject)

    def _on_notice_opened(self) -> None:
        window = self._journeying.window
        window.show()
        window.raise_()
        window.activateWindow()
        items = due_this_week(self._journeying.current.reader, self._today)
        if items:
            show_due(self._journeying, items[0].subject)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)  # noqa: S101  # there is a window
    return application
