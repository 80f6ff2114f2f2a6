"""The timer in the window: shown, asked about, and stopped into the quick log."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from tracker.domain.errors import MilepostError, StorageError
from tracker.domain.timer import Idle
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.app.journeying import Journeying
    from tracker.domain.timer import Timer

LOOK = 20_000  # ms between looks at the timer; it shows minutes


class Timing(QObject):
    """Keeps the button in the navigation true, and answers its commands."""

    def __init__(self, journeying: Journeying) -> None:
        """Show the timer of a data folder, also one that ran on while it was closed."""
        super().__init__(journeying)
        self._journeying = journeying
        self._timers = journeying.workspace.timers
        self._button = journeying.window.navigation.timer
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK)
        self._looks.timeout.connect(self.look)
        self._links = [
            (self._button.start_requested, self.toggle),
            (self._button.pause_requested, self.toggle),
            (self._button.stop_requested, self.stop),
            (self._button.discard_requested, self.discard),
            (journeying.current.changed, self._on_sign),
            (_application().applicationStateChanged, self._on_state),
        ]
        for signal, slot in self._links:
            signal.connect(slot)
        self._looks.start()
        self.look()

    def detach(self) -> None:
        """Let go of the window."""
        self._looks.stop()
        for signal, slot in self._links:
            signal.disconnect(slot)
        self._button.show_timer(None, self._timers.now())

    def look(self) -> None:
        """Show the timer as it is stored: the terminal may have started it."""
        with suppress(StorageError):  # locked just now: there is a next look
            timer = self._timers.current()
            self._button.show_timer(timer, self._timers.now())

    def toggle(self) -> None:
        """Start, pause or go on."""
        timer = self._current()
        if timer is None or not timer.runs:
            self._perform(self._timers.start)
        elif timer.idle(self._timers.now()):
            self._ask(timer, self._pause)
        else:
            self._pause(Idle.KEEP)

    def stop(self) -> None:
        """Stop into a line of the journal; the timer is paused until that is stored."""
        timer = self._current()
        if timer is None:
            text = tr("There is no timer to stop. Ctrl+T starts one")
            self._journeying.window.toast.say(text, undoable=False)
        elif timer.idle(self._timers.now()):
            self._ask(timer, self._stop)
        else:
            self._stop(Idle.KEEP)

    def discard(self) -> None:
        """Throw the timer away."""
        self._pause(Idle.DISCARD)

    def _stop(self, idle: Idle) -> None:
        self._pause(idle)
        timer = self._current()
        if timer is not None:
            from tracker.app.logging_dialog import show_quick_log

            show_quick_log(self._journeying, timer=timer, logged=self._on_logged)

    def _on_logged(self) -> None:
        self._perform(self._timers.clear)

    def _pause(self, idle: Idle) -> None:
        def pause() -> object:
            return self._timers.pause(idle)

        self._perform(pause)

    def _ask(self, timer: Timer, then: Callable[[Idle], None]) -> None:
        from tracker.ui.idle_question import IdleQuestion

        window = self._journeying.window
        question = IdleQuestion(window, timer, self._timers.now())
        question.answered.connect(then)
        question.open()

    def _perform(self, use_case: Callable[[], object]) -> None:
        self._journeying.commands.perform(use_case)
        self.look()

    def _current(self) -> Timer | None:
        try:
            return self._timers.current()
        except MilepostError as error:
            self._journeying.telling.on_failed(error)
            return None

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._on_sign()

    def _on_sign(self) -> None:
        """Take in that the learner is there; no failure of that is worth a word."""
        with suppress(MilepostError):
            self._timers.sign()
        self.look()


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)  # noqa: S101  # a window needs one
    return application
