"""Ask for a new application: a title is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tracker.domain.application import Phase
from tracker.domain.edit import (
    ADDRESS,
    COMPANY,
    DUE,
    NEXT_STEP,
    PLACE,
    POSTING_FIELD,
)
from tracker.services.wording_applications import phase_name
from tracker.typing_tools import override
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.fields import Combo, size_for_screen
from tracker.ui.widgets.new_dialog import NewDialog, named_line
from tracker.words import tr

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tracker.domain.posting import Posting

_BEGIN = (Phase.FOUND, Phase.APPLIED)


class NewApplicationDialog(NewDialog):
    """A title is enough; an advert fills in what it knows."""

    wanted = Signal(str, object, object)  # title, phase, values of other fields

    def __init__(self, parent: QWidget, today: date, posting: Posting | None) -> None:
        """Ask for one, filled in from an advert if there is one."""
        super().__init__(parent, tr("New application"), tr("Begin the application"))
        self.setObjectName("new-application")
        self._posting = posting
        self.title = named_line(tr("Title"), tr("What the job is called"))
        self.company = named_line(tr("Company"), tr("Who offers it"))
        self.place = named_line(tr("Place"), tr("Where the work is, or “remote”"))
        self.address = named_line(tr("Address"), "https://…")
        names = tuple(map(phase_name, _BEGIN))
        self.phase = Combo(tr("Phase"), names)
        self.next_step = named_line(tr("Next step"), tr("Such as: write the letter"))
        self.due = DayField(tr("Day of the next step"), today)
        self._lay_out()
        if posting is not None:
            self._fill_in(posting)
        size_for_screen(self, 34, 24)
        self.title.setFocus()

    def _lay_out(self) -> None:
        rows = (
            (tr("Title"), self.title),
            (tr("Company"), self.company),
            (tr("Place"), self.place),
            (tr("Address"), self.address),
            (tr("Phase"), self.phase),
            (tr("Next step"), self.next_step),
            (tr("Due"), self.due),
        )
        above = ""
        if self._posting is not None:
            above = tr("For the advert “{title}”", title=self._posting.title)
        self.lay_out(rows, above)

    def _fill_in(self, posting: Posting) -> None:
        for line, text in (
            (self.title, posting.title),
            (self.company, posting.company),
            (self.place, posting.place),
            (self.address, posting.address),
        ):
            line.setText(text)
            line.setCursorPosition(0)

    @override
    def ask(self) -> None:
        fields = {
            COMPANY: self.company.text(),
            PLACE: self.place.text(),
            ADDRESS: self.address.text(),
            NEXT_STEP: self.next_step.text(),
            DUE: self.due.typed(),
            POSTING_FIELD: "" if self._posting is None else self._posting.subject,
        }
        self.wanted.emit(self.title.text(), _BEGIN[self.phase.currentIndex()], fields)
