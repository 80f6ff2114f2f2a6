"""Commands of the timer: start, pause, stop into a line of the journal, look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.shared import journey_of, opened, say
from tracker.domain.errors import BadInputError
from tracker.domain.quick_log import parse
from tracker.domain.timer import Idle
from tracker.services.full_days import full_day_words, minutes_on
from tracker.services.tags import tag_names
from tracker.services.wording import minutes_text
from tracker.words import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.domain.quick_log import Line
    from tracker.domain.timer import Timer
    from tracker.workspace import Workspace


def run_start(arguments: Namespace) -> int:
    """Start a timer, or go on after a pause."""
    with opened(arguments) as workspace:
        line = _line(workspace, arguments.words)
        timer = workspace.timers.start(line.text, line.links)
        say(tr("The timer runs: {what}", what=_words(workspace, timer)))
    return 0


def run_pause(arguments: Namespace) -> int:
    """Pause the timer."""
    with opened(arguments) as workspace:
        timer = workspace.timers.pause(_judged(workspace, arguments.idle))
        if timer is None:
            say(tr("The timer was discarded; nothing was logged."))
        else:
            say(tr("The timer is paused: {what}", what=_words(workspace, timer)))
    return 0


def run_stop(arguments: Namespace) -> int:
    """Stop the timer and write its line; the timer is kept if that is refused."""
    with opened(arguments) as workspace:
        line = _line(workspace, arguments.words)
        timer = workspace.timers.pause(_judged(workspace, arguments.idle))
        if timer is None:
            say(tr("The timer was discarded; nothing was logged."))
            return 0
        text = line.text or timer.text
        links = (*timer.links, *line.links)
        minutes = line.minutes or timer.minutes(workspace.timers.now())
        workspace.journal.add(line.day, minutes, text, links)
        workspace.timers.clear()
        reader = workspace.store.reader
        parts = [line.day.isoformat(), minutes_text(minutes), text]
        parts += [reader.title(link) or link for link in dict.fromkeys(links)]
        say(tr("Logged: {what}", what=" · ".join(filter(None, parts))))
        if hint := full_day_words(line.day, minutes_on(reader, line.day)):
            say(hint)
    return 0


def run_status(arguments: Namespace) -> int:
    """Say whether a timer runs, and what it has counted."""
    with opened(arguments) as workspace:
        timer = workspace.timers.current()
        if timer is None:
            say(tr("There is no timer. “milepost timer start” starts one."))
        elif timer.runs:
            say(tr("The timer runs: {what}", what=_words(workspace, timer)))
        else:
            say(tr("The timer is paused: {what}", what=_words(workspace, timer)))
    return 0


def _line(workspace: Workspace, words: list[str]) -> Line:
    names = tag_names(workspace.store.reader, journey_of(workspace).outline.slug)
    return parse(" ".join(words), workspace.journal.today(), names)


def _judged(workspace: Workspace, idle: str | None) -> Idle:
    """Return what to do with time without a sign; ask for it where it is needed."""
    timer, now = workspace.timers.current(), workspace.timers.now()
    if idle is not None:
        return Idle(idle)
    if timer is not None and timer.idle(now):
        sentence = tr(
            "The timer has {all}, {quiet} of it without a sign of you. Say what to do "
            "with that time: --idle keep, --idle trim, or --idle discard for all of it."
        )
        quiet = int(timer.idle(now).total_seconds() // 60)
        spent = minutes_text(timer.minutes(now))
        raise BadInputError(sentence.format(all=spent, quiet=minutes_text(quiet)))
    return Idle.KEEP


def _words(workspace: Workspace, timer: Timer) -> str:
    reader = workspace.store.reader
    spent = minutes_text(timer.minutes(workspace.timers.now())) or tr("0 min")
    about = [reader.title(link) or link for link in timer.links]
    return " · ".join(filter(None, [spent, timer.text, *about]))
