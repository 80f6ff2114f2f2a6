"""Use cases of the timer: start, pause, and hand over what it counted.

It is kept among the settings of the data file and stored at each step, so a crash or a
restart takes nothing from it. It is no edit: only the line it ends in is one.
"""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from tracker.domain.errors import BadInputError
from tracker.domain.timer import (
    Idle,
    Timer,
    paused,
    read,
    resumed,
    settled,
    started,
    touched,
    written,
)
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from tracker.services.ports import Store

SETTING = "timer"
SIGN_EVERY = timedelta(minutes=1)  # signs of the learner are stored no more often


class Timers:
    """The learner's one timer."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        """Keep the timer in ``store``; ``now`` is the wall clock."""
        self._store = store
        self._now = now

    def now(self) -> datetime:
        """Return the present moment, as the timer counts it."""
        return self._now().astimezone(UTC)

    def current(self) -> Timer | None:
        """Return the timer that runs or is paused, if there is one."""
        return read(self._store.reader.setting(SETTING) or "")

    def start(self, text: str = "", links: Sequence[str] = ()) -> Timer:
        """Start a timer, or go on with the one that is paused.

        Raises:
            BadInputError: One runs already; it goes on.
        """
        timer = self.current()
        if timer is not None and timer.runs:
            raise BadInputError(tr("The timer runs already. Stop it first."))
        if timer is None:
            timer = started(self.now(), text, tuple(links))
        return self._keep(resumed(timer, self.now()))

    def pause(self, idle: Idle = Idle.KEEP) -> Timer | None:
        """Stand still; ``idle`` says what becomes of time without a sign.

        Raises:
            BadInputError: There is no timer.
        """
        timer = self.current()
        if timer is None:
            raise BadInputError(tr("There is no timer. Start one first."))
        if timer.runs:
            still = settled(timer, self.now(), idle)
        else:
            still = None if idle is Idle.DISCARD else paused(timer, self.now())
        if still is None:
            self.clear()
            return None
        return self._keep(still)

    def sign(self) -> None:
        """Take in that the learner is there."""
        timer = self.current()
        if timer is None or not timer.runs:
            return
        if abs(self.now() - timer.seen) >= SIGN_EVERY:
            seen = touched(timer, self.now())
            if seen != timer:
                self._keep(seen)

    def clear(self) -> None:
        """Forget the timer; what it counted is a line by now, or is not wanted."""
        with self._store.begin() as work:
            work.set_setting(SETTING, "")

    def _keep(self, timer: Timer) -> Timer:
        with self._store.begin() as work:
            work.set_setting(SETTING, written(timer))
        return timer
