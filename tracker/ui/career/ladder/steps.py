"""The levels as rising steps, each with its years, pay, readiness and skills."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tracker.services.career_words import level_line, short_title
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.ladder.head_link import HeadLink
from tracker.ui.career.ladder.meter import Meter
from tracker.ui.career.ladder.rows import TermRow
from tracker.ui.career.ladder.steps_layout import StepsLayout
from tracker.ui.widgets.check_row import INSET
from tracker.ui.widgets.dropping import drop
from tracker.ui.widgets.flush_box import FlushBox
from tracker.ui.widgets.label import label
from tracker.ui.widgets.text_link import INSET as _LINK
from tracker.ui.widgets.text_link import TextLink
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from tracker.services.career import CareerBook, CareerView, Rung
    from tracker.ui.career.ladder.desk import CareerDesk

MOST = 5  # skills that a step names; all of them stand in its details


class StepCard(QFrame):
    """One level."""

    opened = Signal(str)  # the subject of the level
    sum_requested = Signal(str)

    def __init__(self, rung: Rung, book: CareerBook, desk: CareerDesk) -> None:
        """Show a level; the rows ask ``desk``."""
        super().__init__()
        self.subject, level = rung.subject, rung.level
        self._title, self._here = level.title, False
        self._shown: tuple[Rung, bool, bool] | None = None
        self.title = HeadLink(level.title)
        self.place = label("", "overline")
        self.meter = Meter(tr("Readiness for {level}", level=short_title(level)))
        self.percent = HeadLink("", underlined=True)
        self.advance = TextLink(tr("How to advance →"))
        self.advance.setAccessibleName(
            tr("How to advance on {level}", level=level.title)
        )
        self.rows = [
            TermRow(t, book, desk, brief=True) for t in rung.readiness.terms[:MOST]
        ]
        self._more = TextLink("")
        self._box, self._list = QVBoxLayout(self), FlushBox(INSET - _LINK)
        self._line = label(level_line(level), "muted", wrap=True)
        self._build(len(rung.readiness.terms) - MOST)
        self.title.clicked.connect(partial(self.opened.emit, self.subject))
        self.advance.clicked.connect(partial(self.opened.emit, self.subject))
        self._more.clicked.connect(partial(self.opened.emit, self.subject))
        self.percent.clicked.connect(partial(self.sum_requested.emit, self.subject))

    def show_rung(self, rung: Rung, view: CareerView, *, here: bool) -> None:
        """Show how far the learner is."""
        wanted = view.target.level == rung.level.slug
        for row, term in zip(self.rows, rung.readiness.terms, strict=False):
            row.show_term(term, view)
        if (rung, here, wanted) == self._shown:
            return
        self._shown = rung, here, wanted
        self._here = here
        percent = rung.readiness.percent
        words = tr("{n}% ready", n=percent)
        self.percent.setText(words)
        self.percent.setAccessibleName(
            tr("{n}% ready, show the sum for {level}", n=percent, level=self._title)
        )
        self.meter.show_percent(percent, "here" if here else "done")
        marks = [tr("YOU ARE HERE")] * here + [tr("YOUR TARGET")] * wanted
        self.place.setText(" · ".join(marks))
        self.place.setVisible(bool(marks))
        self.setAccessibleName(", ".join([self._title, words, *marks]))
        self._tell_more(rung)
        self.update()

    def _tell_more(self, rung: Rung) -> None:
        """Say how many skills are not named here, and how many of them are missing."""
        rest = rung.readiness.terms[MOST:]
        text = tr_n("1 more skill", "{n} more skills", len(rest))
        missing = sum(not term.has for term in rest)
        if missing:
            text = tr("{text}, {n} missing", text=text, n=missing)
        self._more.setText(tr("{text} →", text=text))
        self._more.setAccessibleName(
            tr("{text}: {level}", text=text, level=self._title)
        )
        self._more.updateGeometry()

    def _build(self, more: int) -> None:
        self._box.addWidget(self.place)
        self._box.addWidget(self.title)
        self._box.addWidget(self._line)
        self._box.addWidget(self.meter)
        self._box.addWidget(self.percent, 0, Qt.AlignmentFlag.AlignLeft)
        for row in self.rows:
            self._list.addWidget(row)
        self._box.addLayout(self._list)
        if more > 0:
            self._box.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            drop(self._more)
        self._box.addStretch(1)
        self._box.addWidget(self.advance, 0, Qt.AlignmentFlag.AlignLeft)
        self._fit()

    def _fit(self) -> None:
        unit = round(theme.unit(self))
        self._box.setContentsMargins(unit, unit, unit, unit)
        self._box.setSpacing(round(unit * 0.35))
        inset = max(round(unit * 0.2), 3)  # as links have it, for their frame
        for each in (self.place, self._line, self.meter):
            each.setContentsMargins(inset, 0, inset, 0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("here"), 2) if self._here else QPen(theme.color("line"))
        painter.setPen(pen)
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)


class Steps(QWidget):
    """All levels."""

    opened = Signal(str)
    sum_requested = Signal(str)

    def __init__(self, desk: CareerDesk) -> None:
        """Show nothing yet; rows ask ``desk``."""
        super().__init__()
        self._desk = desk
        self.setAccessibleName(tr("The levels of the ladder"))
        self._steps = StepsLayout(self)
        self.cards: list[StepCard] = []

    def make(self, book: CareerBook, view: CareerView) -> None:
        """Make a step for each level, in place of those that were there."""
        while self.cards:
            old = self.cards.pop()
            self._steps.removeWidget(old)
            drop(old)
        for rung in view.rungs:
            card = StepCard(rung, book, self._desk)
            card.opened.connect(self.opened)
            card.sum_requested.connect(self.sum_requested)
            self._steps.addWidget(card)
            self.cards.append(card)

    def show_view(self, view: CareerView) -> None:
        """Show how far the learner is."""
        for number, (card, rung) in enumerate(zip(self.cards, view.rungs, strict=True)):
            card.show_rung(rung, view, here=number == view.here)
