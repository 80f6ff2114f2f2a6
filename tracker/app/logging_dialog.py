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

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from tracker.app.journeying import Journeying
    from tracker.domain.timer import Timer


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
    open_one = window.findChild(QuickLogDialog)
    if journey is None or open_one is not None:
        return
    reader = journeying.current.reader
    names = tag_names(reader, journey.outline.slug)
    today = journeying.workspace.journal.today()
    choose = partial(choose_link, journeying)
    dialog = QuickLogDialog(window, names, reader.title, today, choose)

    def store(day: date, minutes: int, text: str, links: Sequence[str]) -> None:
        try:
            journeying.workspace.journal.add(day, minutes, text, links)
        except MilepostError as error:
            dialog.show_problem(str(error))
        else:
            dialog.accept()
            if logged is not None:
                logged()

    if timer is not None:
        now = journeying.workspace.timers.now()
        dialog.fill_in(timer.text, timer.minutes(now), timer.links)
    dialog.logged.connect(store)
    if about:
        dialog.line.setText(f"@{slug_of(about)} ")
        dialog.line.textEdited.emit(dialog.line.text())
        dialog.line.setCursorPosition(0)
    FullDayHint(dialog, partial(minutes_on, reader))
    dialog.open()
