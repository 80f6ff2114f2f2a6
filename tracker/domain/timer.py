"""The timer: how long somebody has worked, though clocks jump and programs end.

All moments are those of the wall clock, in UTC: only they outlive a restart. What was
counted is never lost when the clock goes back; where a long time passed without a sign
of the learner, they are asked, as only they know whether they worked.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

MOST = timedelta(hours=24)  # of one timer, as of one line of the journal
IDLE = timedelta(hours=2)  # without a sign; work in an editor is not seen from here
NOTHING = timedelta()


class Idle(StrEnum):
    """What to do with time in which nothing was seen of the learner."""

    KEEP = "keep"
    TRIM = "trim"  # to the last sign
    DISCARD = "discard"  # all that the timer has


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """A timer that runs or is paused.

    Attributes:
        begun: When it was first started.
        counted: The time before ``since``.
        since: Since when it runs; ``None`` while it is paused.
        seen: The last sign of the learner.
        text: What they do, in their words.
        links: Subjects that it is about.
    """

    begun: datetime
    counted: timedelta = NOTHING
    since: datetime | None = None
    seen: datetime
    text: str = ""
    links: tuple[str, ...] = ()

    @property
    def runs(self) -> bool:
        """Return whether time is being counted."""
        return self.since is not None

    def spent(self, now: datetime) -> timedelta:
        """Return the time counted until now, at most a day."""
        if self.since is None:
            return min(self.counted, MOST)
        # A clock that went back takes nothing away of what was seen before.
        return min(self.counted + max(now, self.seen) - self.since, MOST)

    def minutes(self, now: datetime) -> int:
        """Return the time counted in whole minutes, rounded to the nearest."""
        return int(self.spent(now) / timedelta(minutes=1) + 0.5)

    def idle(self, now: datetime) -> timedelta:
        """Return the time without a sign, if it runs and that is worth a question."""
        quiet = now - self.seen
        return quiet if self.since is not None and quiet > IDLE else NOTHING


def started(now: datetime, text: str = "", links: tuple[str, ...] = ()) -> Timer:
    """Return a timer that begins now."""
    return Timer(begun=now, since=now, seen=now, text=text, links=links)


def resumed(timer: Timer, now: datetime) -> Timer:
    """Go on after a pause; one that runs goes on as it is."""
    return timer if timer.runs else replace(timer, since=now, seen=now)


def paused(timer: Timer, now: datetime) -> Timer:
    """Count until now and stand still."""
    return replace(timer, counted=timer.spent(now), since=None, seen=now)


def touched(timer: Timer, now: datetime) -> Timer:
    """Take in a sign of the learner, also on a clock that was put back."""
    if timer.since is None or timer.idle(now):
        return timer  # a long silence is for the learner to judge first
    if now < timer.seen:
        return replace(timer, counted=timer.spent(now), since=now, seen=now)
    return replace(timer, seen=now)


def settled(timer: Timer, now: datetime, idle: Idle) -> Timer | None:
    """Return the timer, paused, after the learner judged the time without a sign."""
    if idle is Idle.DISCARD:
        return None
    return paused(timer, timer.seen if idle is Idle.TRIM else now)


def written(timer: Timer) -> str:
    """Return a timer as a text to store."""
    return json.dumps(
        {
            "begun": timer.begun.isoformat(),
            "counted": timer.counted.total_seconds(),
            "since": timer.since.isoformat() if timer.since else None,
            "seen": timer.seen.isoformat(),
            "text": timer.text,
            "links": timer.links,
        }
    )


def read(text: str) -> Timer | None:
    """Return a stored timer; ``None`` for none, and for what is no timer."""
    try:
        found = json.loads(text)
        counted = timedelta(seconds=float(found["counted"]))
        since = found["since"]
        return Timer(
            begun=_moment(found["begun"]),
            counted=min(max(counted, NOTHING), MOST),
            since=None if since is None else _moment(since),
            seen=_moment(found["seen"]),
            text=str(found["text"]),
            links=tuple(map(str, found["links"])),
        )
    except (ValueError, TypeError, KeyError, OverflowError):
        return None


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
