"""The lines and days of an application, each changed in place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QWidget

from tracker.domain.application import DAY_OF, PHASES, Phase, Result, reached
from tracker.domain.edit import (
    ADDRESS,
    COMPANY,
    CONTACT,
    DUE,
    NEXT_STEP,
    PLACE,
    POSTING_FIELD,
    RESULT,
)
from tracker.services.wording_applications import phase_name, result_name
from tracker.ui import theme
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.fields import Combo, LineField
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.domain.application import Application
    from tracker.ui.career.applications.commands import ApplicationCommands

_WIDEST = 8  # characters that a choice asks room for


class Fields(QWidget):
    """A form that shows what is stored and asks for each change once it was typed."""

    def __init__(self, commands: ApplicationCommands) -> None:
        """Ask ``commands``."""
        super().__init__()
        self._commands = commands
        self.application: Application | None = None
        self.lines: dict[str, LineField] = {}
        self.days: dict[str, DayField] = {}
        unit = round(theme.unit(self))
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(unit * 2 // 3)
        self.form.setVerticalSpacing(unit // 3)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        grow = QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow
        self.form.setFieldGrowthPolicy(grow)

    def add_line(self, field: str, name: str, hint: str) -> LineField:
        """Return a line that stores a field."""
        line = self.lines[field] = LineField()
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        line.editingFinished.connect(partial(self._on_line, field))
        return line

    def add_day(
        self, field: str, name: str, today: date, *, ahead: bool = False
    ) -> DayField:
        """Return a day that stores a field; ``ahead`` is for one to come."""
        day = self.days[field] = DayField(name, today, ahead=ahead)
        day.day_requested.connect(partial(self.store, field))
        return day

    def store(self, field: str, text: str) -> None:
        """Ask for a field to be stored."""
        if self.application is not None:
            self._commands.set_field(self.application.subject, field, text)

    def take(self, application: Application) -> bool:
        """Be about an application; return whether another one was shown before."""
        shown, self.application = self.application, application
        return shown is None or shown.subject != application.subject

    def show_line(self, field: str, text: str, *, other: bool) -> None:
        """Show a stored line; what is being typed in its place stays."""
        line = self.lines[field]
        if line.text() != text and (other or line.is_unchanged):
            line.setText(text)
            line.setCursorPosition(0)

    def set_today(self, today: date) -> None:
        """Count from another day."""
        for day in self.days.values():
            day.set_today(today)

    def stored_line(self, field: str) -> str:
        """Return what is stored of a line."""
        return str(getattr(self.application, field, ""))

    def reset(self) -> None:
        """Show what is stored, whatever was typed and refused."""
        for field, line in self.lines.items():
            line.setText(self.stored_line(field))
        for day in self.days.values():
            day.reset()

    def _on_line(self, field: str) -> None:
        text = " ".join(self.lines[field].text().split())
        if self.application is not None and text != self.stored_line(field):
            self.store(field, text)


class StandBox(Fields):
    """How far it is: the phase, how it ended, and what comes next."""

    def __init__(self, commands: ApplicationCommands, today: date) -> None:
        """Ask ``commands``; ``today`` is the learner's own day."""
        super().__init__(commands)
        self.phase = _choice(tr("Phase"), [(p, phase_name(p)) for p in PHASES])
        ends = [("", tr("Not said")), *((r, result_name(r)) for r in Result)]
        self.result = _choice(tr("How it ended"), ends)
        step = self.add_line(NEXT_STEP, tr("Next step"), tr("Such as: call back"))
        due = self.add_day(DUE, tr("Day of the next step"), today, ahead=True)
        self.phase.activated.connect(self._on_phase)
        self.result.activated.connect(self._on_result)
        for text, widget in (
            (tr("Phase"), self.phase),
            (tr("How it ended"), self.result),
            (tr("Next step"), step),
            (tr("Due"), due),
        ):
            self.form.addRow(label(text, "muted"), widget)

    def show_application(self, application: Application) -> None:
        """Show what is stored."""
        other = self.take(application)
        self.phase.setCurrentIndex(PHASES.index(application.phase))
        self.result.setCurrentIndex(max(self.result.findData(application.result), 0))
        self.form.setRowVisible(self.result, not application.is_open)
        self.form.setRowVisible(self.lines[NEXT_STEP], application.is_open)
        self.form.setRowVisible(self.days[DUE], application.is_open)
        self.show_line(NEXT_STEP, application.next_step, other=other)
        self.days[DUE].show_day(application.due)

    def _on_phase(self, number: int) -> None:
        if self.application is not None:
            self._commands.move(self.application.subject, PHASES[number])

    def _on_result(self) -> None:
        self.store(RESULT, str(self.result.currentData() or ""))


class AboutBox(Fields):
    """Who offers it, where, which advert, and on which days it came this far."""

    address_opened = Signal(str)
    posting_opened = Signal(str)

    def __init__(self, commands: ApplicationCommands, today: date) -> None:
        """Ask ``commands``; ``today`` is the learner's own day."""
        super().__init__(commands)
        company = self.add_line(COMPANY, tr("Company"), tr("Who offers it"))
        place = self.add_line(PLACE, tr("Place"), tr("Where the work is"))
        contact = self.add_line(CONTACT, tr("Contact"), tr("Who to speak to"))
        address = self.add_line(ADDRESS, tr("Address"), "https://…")
        self.open = button(tr("Open"), self._on_open, "quiet")
        self.posting = _choice(tr("Advert"), [("", tr("None"))])
        self.show_posting = button(tr("Show"), self._on_show, "quiet")
        self.show_posting.setAccessibleName(tr("Show the advert"))
        self.posting.activated.connect(self._on_posting)
        for text, widget in (
            (tr("Company"), company),
            (tr("Place"), place),
            (tr("Contact"), contact),
            (tr("Address"), _beside(address, self.open)),
            (tr("Advert"), _beside(self.posting, self.show_posting)),
        ):
            self.form.addRow(label(text, "muted"), widget)
        for phase in PHASES:
            name = _day_name(phase)
            day = self.add_day(DAY_OF[phase], name, today)
            self.form.addRow(label(name, "muted"), day)

    def offer_postings(self, postings: Sequence[tuple[str, str]]) -> None:
        """Offer these adverts: (subject, title)."""
        offered = [self.posting.itemData(n) for n in range(1, self.posting.count())]
        texts = [self.posting.itemText(n) for n in range(1, self.posting.count())]
        if list(postings) == list(zip(offered, texts, strict=True)):
            return
        self.posting.clear()
        self.posting.addItem(tr("None"), "")
        for subject, title in postings:
            self.posting.addItem(title, subject)

    def show_application(self, application: Application) -> None:
        """Show what is stored."""
        other = self.take(application)
        for field in (COMPANY, PLACE, CONTACT, ADDRESS):
            self.show_line(field, self.stored_line(field), other=other)
        self.open.setEnabled(bool(application.address))
        self.posting.setCurrentIndex(max(self.posting.findData(application.posting), 0))
        self.show_posting.setEnabled(self.posting.currentIndex() > 0)
        there = reached(application.phase)
        for phase, field in DAY_OF.items():
            day = self.days[field]
            day.show_day(application.days.get(phase))
            self.form.setRowVisible(day, phase in there)

    def _on_open(self) -> None:
        if self.application is not None and self.application.address:
            self.address_opened.emit(self.application.address)

    def _on_posting(self) -> None:
        self.store(POSTING_FIELD, str(self.posting.currentData() or ""))

    def _on_show(self) -> None:
        if self.application is not None and self.application.posting:
            self.posting_opened.emit(self.application.posting)


def _day_name(phase: Phase) -> str:
    names = {
        Phase.FOUND: tr("Found on"),
        Phase.APPLIED: tr("Applied on"),
        Phase.INTERVIEW: tr("Interview on"),
        Phase.OFFER: tr("Offer on"),
        Phase.CLOSED: tr("Closed on"),
    }
    return names[phase]


def _choice(name: str, items: Sequence[tuple[str, str]]) -> Combo:
    """Return a choice of (value, text) that asks for little room."""
    combo = Combo(name)
    policy = Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    combo.setSizeAdjustPolicy(policy)
    combo.setMinimumContentsLength(_WIDEST)
    for value, text in items:
        combo.addItem(text, value)
    return combo


def _beside(field: QWidget, more: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field, 1)
    row.addWidget(more, 0, Qt.AlignmentFlag.AlignVCenter)
    return both
