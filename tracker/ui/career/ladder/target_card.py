"""My target: a level, a day, a place and a pay, each changed in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout

from tracker.domain.edit import TARGET_DAY, TARGET_LEVEL, TARGET_PAY, TARGET_PLACE
from tracker.services.career_words import pay_place_text
from tracker.services.targets import LONGEST
from tracker.ui import theme
from tracker.ui.widgets.cards import Card
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.fields import Combo, LineField
from tracker.ui.widgets.label import label
from tracker.words import tr

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.career import Target
    from tracker.domain.ladder import Pay
    from tracker.services.career import CareerBook, CareerView
    from tracker.ui.career.ladder.desk import CareerDesk


class TargetCard(Card):
    """What a learner heads for, beside what the sources say of that level."""

    def __init__(self, desk: CareerDesk, today: date) -> None:
        """Show nothing yet; ``today`` is the learner's own day."""
        super().__init__(tr("My target"))
        self._desk = desk
        self._target: Target | None = None
        self.level = Combo(tr("The level I head for"))
        policy = Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.level.setSizeAdjustPolicy(policy)
        self.level.setMinimumContentsLength(8)
        self.day = DayField(tr("By when"), today)
        self.place = _line(tr("Where"), tr("such as Berlin, or remote"))
        self.pay = _line(tr("Pay"), tr("as you want it written"))
        self.said = label("", "muted", wrap=True)
        self._lay_out()
        self.level.activated.connect(self._on_level)
        self.day.day_requested.connect(self._on_day)
        self.place.editingFinished.connect(self._on_place)
        self.pay.editingFinished.connect(self._on_pay)

    def offer(self, book: CareerBook) -> None:
        """Offer the levels of the ladder."""
        self.level.clear()
        self.level.addItem(tr("None yet"), "")
        for level in book.ladder.levels:
            self.level.addItem(level.title, level.slug)

    def show_view(self, book: CareerBook, view: CareerView) -> None:
        """Show what is stored, except while something else is being typed."""
        target = self._target = view.target
        self.level.setCurrentIndex(max(self.level.findData(target.level), 0))
        self.day.show_day(target.day)
        for field, text in ((self.place, target.place), (self.pay, target.pay)):
            if field.text() != text and (field.is_unchanged or not field.hasFocus()):
                field.setText(text)
        rung = view.rung(target.level)
        if rung is None:
            text = tr("Choose a level to see what its sources say it pays.")
        else:
            text = "\n".join(_said(pay, book) for pay in rung.level.pay)
        self.said.setText(text)

    def save(self) -> None:
        """Store what is being typed."""
        self._on_place()
        self._on_pay()

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was typed is stored."""
        typed = (_typed(self.place), _typed(self.pay))
        return self._target is None or typed == (self._target.place, self._target.pay)

    def make_read_only(self) -> None:
        """Take nothing: it could not be stored."""
        for field in (self.level, self.day, self.place, self.pay):
            field.setEnabled(False)

    def set_today(self, today: date) -> None:
        """Count "in 3 months" and the like from another day."""
        self.day.set_today(today)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(unit * 2 // 3)
        form.setVerticalSpacing(unit // 3)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        grow = QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow
        form.setFieldGrowthPolicy(grow)
        for text, field in (
            (tr("Level"), self.level),
            (tr("By"), self.day),
            (tr("Where"), self.place),
            (tr("Pay"), self.pay),
        ):
            form.addRow(label(text, "muted"), field)
        self.rows.addLayout(form)
        self.rows.addWidget(self.said)
        self.rows.addStretch(1)

    def _store(self, field: str, text: str) -> None:
        if not self._desk.aim({field: text}):
            self._desk.refresh_requested.emit()
            self.day.reset()

    def _on_level(self) -> None:
        self._store(TARGET_LEVEL, str(self.level.currentData() or ""))

    def _on_day(self, text: str) -> None:
        self._store(TARGET_DAY, text)

    def _on_place(self) -> None:
        text = _typed(self.place)
        if self._target is not None and text != self._target.place:
            self._store(TARGET_PLACE, text)

    def _on_pay(self) -> None:
        text = _typed(self.pay)
        if self._target is not None and text != self._target.pay:
            self._store(TARGET_PAY, text)


def _said(pay: Pay, book: CareerBook) -> str:
    """Return what a source says of a level's pay, with what restricts it."""
    amount = tr("{amount} a {per}", amount=pay.amount, per=pay.per)
    where = pay_place_text(pay, book.ladder)
    line = " · ".join((amount, book.source(pay.source), where))
    return f"{line}. {pay.note}" if pay.note else line


def _line(name: str, hint: str) -> LineField:
    field = LineField()
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setMaxLength(LONGEST)
    return field


def _typed(field: LineField) -> str:
    """Return what is typed, as it is kept."""
    return " ".join(field.text().split())
