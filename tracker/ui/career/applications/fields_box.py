"""The lines and days of an application, each changed in place."""

from __future__ import annotations

from datetime import date
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
    TITLE,
)
from tracker.domain.texts import cleaned
from tracker.services.wording_applications import phase_name, result_name
from tracker.ui import theme
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.elided_field import ElidedField
from tracker.ui.widgets.fields import Combo
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.application import Application
    from tracker.domain.edit import Change
    from tracker.ui.career.applications.commands import ApplicationCommands

_WIDEST = 4  # characters that a choice asks room for


class Fields(QWidget):
    """A form that shows what is stored and asks for each change once it was typed.

    What cannot be stored stays in its line; where another application is shown
    meanwhile, it is kept and comes back with its own.
    """

    typed = Signal()  # something is not stored yet, or is by now
    overwrote = Signal(str)  # subject of a line that somebody else changed meanwhile

    def __init__(self, commands: ApplicationCommands) -> None:
        """Ask ``commands``."""
        super().__init__()
        self._commands = commands
        self.application: Application | None = None
        self.lines: dict[str, ElidedField] = {}
        self.days: dict[str, DayField] = {}
        self._bases: dict[str, str] = {}  # what was stored when a line was shown
        self._drafts: dict[tuple[str, str], str] = {}  # not stored: subject, field
        self._asked = ("", "")  # field and base of what is being stored
        unit = round(theme.unit(self))
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(unit * 2 // 3)
        self.form.setVerticalSpacing(unit // 3)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        grow = QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow
        self.form.setFieldGrowthPolicy(grow)

    def add_line(self, field: str, name: str, hint: str) -> ElidedField:
        """Return a line that stores a field."""
        line = self.lines[field] = ElidedField()
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        line.editingFinished.connect(partial(self._on_line, field))
        line.textEdited.connect(self.typed)
        return line

    def add_day(
        self, field: str, name: str, today: date, *, ahead: bool = False
    ) -> DayField:
        """Return a day that stores a field; ``ahead`` is for one to come."""
        day = self.days[field] = DayField(name, today, ahead=ahead)
        day.day_requested.connect(partial(self.store, field))
        day.line.textEdited.connect(self.typed)
        return day

    def store(self, field: str, text: str) -> None:
        """Ask for a field to be stored."""
        if self.application is not None:
            self._commands.set_field(self.application.subject, field, text)

    def take(self, application: Application) -> bool:
        """Be about an application; return whether another one was shown before."""
        shown = self.application
        other = shown is None or shown.subject != application.subject
        if other:
            self._keep_drafts()
        self.application = application
        return other

    def show_line(self, field: str, text: str, *, other: bool) -> None:
        """Show a stored line; what is being typed in its place stays."""
        line = self.lines[field]
        if not other and self._as_kept(field) not in {text, self._bases.get(field)}:
            return
        if line.text() != text and (other or line.is_unchanged):
            line.setText(text)
            line.setCursorPosition(0)
        self._bases[field] = text
        draft = self._drafts.pop((self.application_subject, field), None)
        if draft is not None:
            line.setText(draft)

    @property
    def application_subject(self) -> str:
        """Return the subject of what is shown, empty for nothing."""
        return "" if self.application is None else self.application.subject

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was typed is stored."""
        days = self.days.values() if self.application is not None else ()
        typed = self._unsaved() or not all(day.is_saved for day in days)
        return not self._drafts and not typed

    def save(self) -> None:
        """Ask again for what could not be stored."""
        for field in self._unsaved():
            self._on_line(field)
        for (subject, field), text in list(self._drafts.items()):
            if self._commands.set_field(subject, field, text):
                self._drafts.pop((subject, field), None)

    def give_up(self) -> list[str]:
        """Forget what is shown, which is gone; return what was not stored of it."""
        unsaved = [self.lines[field].text() for field in self._unsaved()]
        self.application = None
        return unsaved

    def take_in(self, change: Change) -> None:
        """Learn what is stored by now, and tell if it went over somebody else's."""
        field, after = change.field, change.after or ""
        if change.subject != self.application_subject:
            return
        if field in self.days:
            self.days[field].show_day(date.fromisoformat(after) if after else None)
        if field not in self.lines:
            return
        asked, base = self._asked
        if field == asked and change.before and change.before != base:
            self.overwrote.emit(change.subject)
        if self._as_kept(field) == after:
            self._bases[field] = after

    def _unsaved(self) -> list[str]:
        """Return the fields whose line is not what is stored."""
        if self.application is None:
            return []
        return [
            field
            for field in self.lines
            if self._as_kept(field) != self._bases.get(field, "")
        ]

    def _as_kept(self, field: str) -> str:
        return " ".join(cleaned(self.lines[field].text()).split())

    def _keep_drafts(self) -> None:
        subject = self.application_subject
        for field in self._unsaved():
            if text := self.lines[field].text().strip():
                self._drafts[subject, field] = text

    def set_today(self, today: date) -> None:
        """Count from another day."""
        for day in self.days.values():
            day.set_today(today)

    def stored_line(self, field: str) -> str:
        """Return what is stored of a line."""
        return str(getattr(self.application, field, ""))

    def reset(self) -> None:
        """Show what is stored of days after a refusal; lines stay as they were typed.

        Only a line that was emptied shows again what is stored: nothing is lost by it.
        """
        for field, line in self.lines.items():
            if not self._as_kept(field):
                line.setText(self.stored_line(field))
        for day in self.days.values():
            day.reset()
        self.typed.emit()

    def _on_line(self, field: str) -> None:
        text, base = self._as_kept(field), self._bases.get(field, "")
        if self.application is not None and text != base:
            self._asked = (field, base)
            self.store(field, text)
            self._asked = ("", "")
        self.typed.emit()


class TitleBox(Fields):
    """What the job is called, in large letters."""

    def __init__(self, commands: ApplicationCommands) -> None:
        """Ask ``commands``."""
        super().__init__(commands)
        self.line = self.add_line(TITLE, tr("Title"), "")
        self.line.setProperty("kind", "name")
        self.line.setTextMargins(-4, 0, 0, 0)  # in line with what is around it
        self.form.addRow(self.line)

    def show_application(self, application: Application) -> None:
        """Show what is stored."""
        other = self.take(application)
        self.show_line(TITLE, application.title, other=other)


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
        self.lost = False  # whether its advert was removed
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

    def offer_postings(self, postings: Sequence[tuple[str, str]], linked: str) -> None:
        """Offer these adverts: (subject, title); ``linked`` too if it was removed."""
        self.lost = bool(linked) and linked not in {each for each, _ in postings}
        if self.lost:
            gone = (linked, tr("Removed advert"))
            postings = [gone, *postings]
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
        linked = self.posting.currentIndex() > 0
        self.show_posting.setEnabled(linked and not self.lost)
        there = reached(application.phase)
        for phase, field in DAY_OF.items():
            day = self.days[field]
            day.show_day(application.days.get(phase))
            self.form.setRowVisible(day, phase in there)

    def _on_open(self) -> None:
        if self.application is not None and self.application.address:
            self.address_opened.emit(self.application.address)

    def _on_posting(self) -> None:
        chosen = str(self.posting.currentData() or "")
        if self.application is not None and chosen != self.application.posting:
            self.store(POSTING_FIELD, chosen)

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
