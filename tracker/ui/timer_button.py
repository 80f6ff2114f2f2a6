"""The timer in the corner of the window: what it has counted, and its commands."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from tracker.services.wording import minutes_text
from tracker.ui.widgets.label import plain_tip
from tracker.words import tr

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QAction

    from tracker.domain.timer import Timer


class TimerButton(QPushButton):
    """Stands there only while there is a timer; says minutes, never seconds."""

    start_requested = Signal()  # or go on
    pause_requested = Signal()
    stop_requested = Signal()
    discard_requested = Signal()

    def __init__(self) -> None:
        """Show no timer yet."""
        super().__init__()
        self.setObjectName("timer")
        self.setProperty("kind", "chip")
        self._narrow = False
        self._spent = self._state = ""
        self.hide()

    def show_timer(self, timer: Timer | None, now: datetime) -> None:
        """Show a timer, or none."""
        self.setVisible(timer is not None)
        if timer is None:
            return
        self._spent = minutes_text(timer.minutes(now)) or tr("0 min")
        self._state = tr("Timer") if timer.runs else tr("Paused")
        go_on, pause = self._offers
        go_on.setVisible(not timer.runs)
        pause.setVisible(timer.runs)
        said = tr("The timer runs: {time}") if timer.runs else tr("Paused at {time}")
        self.setAccessibleName(said.format(time=self._spent))
        what = f"{self.accessibleName()} · {timer.text}".rstrip(" ·")
        self.setToolTip(plain_tip(what))
        self._fit()

    @cached_property
    def _offers(self) -> tuple[QAction, QAction]:
        """Return "go on" and "pause" of the menu, made when there is first a timer."""
        offers = QMenu(self)
        go_on = offers.addAction(tr("Go on"), self.start_requested.emit)
        pause = offers.addAction(tr("Pause"), self.pause_requested.emit)
        offers.addAction(tr("Stop and log…"), self.stop_requested.emit)
        offers.addSeparator()
        offers.addAction(tr("Discard the time"), self.discard_requested.emit)
        self.setMenu(offers)
        return go_on, pause

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the time alone where there is little room."""
        self._narrow = narrow
        self._fit()

    def _fit(self) -> None:
        text = self._spent if self._narrow else f"{self._state} · {self._spent}"
        if text != self.text():
            self.setText(text)  # only then is anything painted
