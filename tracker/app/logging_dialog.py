"""The quick log over the window, and what becomes of its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import MilepostError
from tracker.domain.ids import slug_of
from tracker.services.tags import tag_names
from tracker.ui.quick_log import QuickLogDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.app.journeying import Journeying


def show_quick_log(journeying: Journeying, about: str = "") -> None:
    """Ask what was done on something; the dialog closes once the line is stored."""
    window, journey = journeying.window, journeying.current.journey
    open_one = window.findChild(QuickLogDialog)
    if journey is None or open_one is not None:
        return
    reader = journeying.current.reader
    names = tag_names(reader, journey.outline.slug)
    today = journeying.workspace.journal.today()
    dialog = QuickLogDialog(window, names, reader.title, today)

    def store(day: date, minutes: int, text: str, links: Sequence[str]) -> None:
        try:
            journeying.workspace.journal.add(day, minutes, text, links)
        except MilepostError as error:
            dialog.show_problem(str(error))
        else:
            dialog.accept()

    dialog.logged.connect(store)
    if about:
        dialog.line.setText(f"@{slug_of(about)} ")
        dialog.line.textEdited.emit(dialog.line.text())
        dialog.line.setCursorPosition(0)
    dialog.open()
