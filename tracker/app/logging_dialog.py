"""The quick log over the window, and what becomes of its line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.app.choosing import choose_link
from tracker.domain.errors import MilepostError
from tracker.domain.ids import slug_of
from tracker.services.full_days import minutes_on
from tracker.services.tags import tag_names
from tracker.ui.full_day import FullDayHint
from tracker.ui.quick_log import QuickLogDialog
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from tracker.app.journeying import Journeying
    from tracker.domain.timer import Timer

_FEW_WORDS = 3  # so many are typed again in a moment


def show_quick_log(
    journeying: Journeying,
    about: str = "",
    timer: Timer | None = None,
    logged: Callable[[], None] | None = None,
) -> None:
    """Ask what was done; the dialog closes once the line is stored.

    A subject that it is about, or a stopped timer, fills it in; ``logged`` is called
    once its line is there.
    """
    window, journey = journeying.window, journeying.current.journey
    if journey is None or window.findChild(QuickLogDialog) is not None:
        return
    reader = journeying.current.reader
    names = tag_names(reader, journey.outline.slug)
    today = journeying.workspace.journal.today()
    choose = partial(choose_link, journeying)
    answer = logged or _nothing
    dialog = QuickLogDialog(window, names, reader.title, today, choose)

    def store(day: date, minutes: int, text: str, links: Sequence[str]) -> None:
        try:
            journeying.workspace.journal.add(day, minutes, text, links)
        except MilepostError as error:
            dialog.show_problem(str(error))
        else:
            _forget_half(journeying, begun)
            dialog.accept()
            answer()

    if timer is not None:
        now = journeying.workspace.timers.now()
        dialog.fill_in(timer.text, timer.minutes(now), timer.links)
    elif about:
        _begin(dialog, f"@{slug_of(about)} ", at=0)
    elif journeying.half_logged:
        _begin(dialog, journeying.half_logged, at=len(journeying.half_logged))
    dialog.logged.connect(store)
    begun = dialog.line.text()
    dialog.rejected.connect(lambda: _keep_half(journeying, dialog.line.text(), begun))
    FullDayHint(dialog, partial(minutes_on, reader))
    dialog.open()


def _nothing() -> None:
    """Do no more once a line is there."""


def _begin(dialog: QuickLogDialog, text: str, at: int) -> None:
    """Begin a line with a text, the cursor at a place."""
    dialog.line.setText(text)
    dialog.line.textEdited.emit(text)
    dialog.line.setCursorPosition(at)


def _forget_half(journeying: Journeying, begun: str) -> None:
    if begun == journeying.half_logged:  # it was gone on with
        journeying.half_logged = ""


def _keep_half(journeying: Journeying, text: str, begun: str) -> None:
    """Keep a line that was left with Escape for the next time, if it says much."""
    if text == begun:
        return
    _forget_half(journeying, begun)
    if len(text.split()) > _FEW_WORDS:
        journeying.half_logged = text
        text = tr("Not logged. Ctrl+L goes on with what you typed.")
        journeying.window.toast.say(text, undoable=False)
