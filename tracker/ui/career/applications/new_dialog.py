"""Ask for a new application: a title is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout

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
from tracker.ui import theme
from tracker.ui.widgets.cards import answer_enter
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.fields import Combo, LineField, size_for_screen
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tracker.domain.posting import Posting

_BEGIN = (Phase.FOUND, Phase.APPLIED)


class NewApplicationDialog(QDialog):
    """Stays open until the application is stored, so that nothing typed is lost."""

    wanted = Signal(str, object, object)  # title, phase, values of other fields

    def __init__(
        self, parent: QWidget, today: date, posting: Posting | None = None
    ) -> None:
        """Ask for one, filled in from an advert if there is one."""
        super().__init__(parent)
        self.setObjectName("new-application")
        self.setWindowTitle(tr("New application"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._posting = posting
        self.title = _line(tr("Title"), tr("What the job is called"))
        self.company = _line(tr("Company"), tr("Who offers it"))
        self.place = _line(tr("Place"), tr("Where the work is, or “remote”"))
        self.address = _line(tr("Address"), "https://…")
        names = tuple(phase_name(phase) for phase in _BEGIN)
        self.phase = Combo(tr("Phase"), names)
        self.next_step = _line(tr("Next step"), tr("Such as: write the letter"))
        self.due = DayField(tr("Day of the next step"), today)
        self.said = label("", "error", wrap=True)
        self.said.hide()
        self.make = button(tr("Begin the application"), self._on_make, "primary")
        self._lay_out()
        if posting is not None:
            self._fill_in(posting)
        size_for_screen(self, 34, 24)
        self.title.setFocus()

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        form = QFormLayout()
        form.setHorizontalSpacing(unit)
        form.setVerticalSpacing(unit * 2 // 3)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(label(tr("Title")), self.title)
        form.addRow(label(tr("Company")), self.company)
        form.addRow(label(tr("Place")), self.place)
        form.addRow(label(tr("Address")), self.address)
        form.addRow(label(tr("Phase")), self.phase)
        form.addRow(label(tr("Next step")), self.next_step)
        form.addRow(label(tr("Due")), self.due)
        below = QHBoxLayout()
        below.addStretch(1)
        answer_enter(self.make)
        self.make.setDefault(True)
        below.addWidget(button(tr("Cancel"), self.reject))
        below.addWidget(self.make)
        box = QVBoxLayout(self)
        box.setContentsMargins(unit * 3 // 2, unit, unit * 3 // 2, unit)
        box.setSpacing(unit)
        box.addWidget(label(tr("New application"), "section"))
        if self._posting is not None:
            text = tr("For the advert “{title}”", title=self._posting.title)
            box.addWidget(label(text, "muted", wrap=True))
        box.addLayout(form)
        box.addWidget(self.said)
        box.addStretch(1)
        box.addLayout(below)

    def _fill_in(self, posting: Posting) -> None:
        for line, text in (
            (self.title, posting.title),
            (self.company, posting.company),
            (self.place, posting.place),
            (self.address, posting.address),
        ):
            line.setText(text)
            line.setCursorPosition(0)

    def show_problem(self, sentence: str) -> None:
        """Say why the application was not stored; everything typed stays."""
        self.said.setText(sentence)
        self.said.show()

    def _on_make(self) -> None:
        fields = {
            COMPANY: self.company.text(),
            PLACE: self.place.text(),
            ADDRESS: self.address.text(),
            NEXT_STEP: self.next_step.text(),
            DUE: self.due.typed(),
            POSTING_FIELD: "" if self._posting is None else self._posting.subject,
        }
        self.wanted.emit(self.title.text(), _BEGIN[self.phase.currentIndex()], fields)


def _line(name: str, hint: str) -> LineField:
    line = LineField()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    return line
