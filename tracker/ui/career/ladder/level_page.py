"""Everything about one level of the ladder."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from tracker.domain.edit import TARGET_LEVEL
from tracker.services.career_words import pay_place_text, target_text
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.ladder.detail_page import (
    DetailPage,
    add_said,
    reading_card,
    said_card,
)
from tracker.ui.career.ladder.head_card import HeadCard
from tracker.ui.career.ladder.terms_card import TermsCard
from tracker.ui.widgets.cards import Card
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.domain.ladder import Level
    from tracker.domain.readiness import Term
    from tracker.domain.reference import ReferenceHead
    from tracker.services.career import CareerBook, CareerView
    from tracker.ui.career.ladder.desk import CareerDesk

    Advice = Callable[[Level], tuple[tuple[Term, ...], tuple[Term, ...]]]


class LevelPage(DetailPage):
    """Skills, advice, years, pay and duties, each with its sources."""

    compare_requested = Signal(str)

    def __init__(
        self,
        level: Level,
        book: CareerBook,
        desk: CareerDesk,
        advice: Advice,
        pages: Sequence[ReferenceHead],
    ) -> None:
        """Show a level.

        Args:
            level: Which one.
            book: Names and sources.
            desk: What rows ask.
            advice: Returns what to master on a level, and what to start.
            pages: What there is to read about it.
        """
        super().__init__(f"level:{level.slug}", book, desk)
        self._level, self._advice = level, advice
        self.aim = button(tr("Make it my target"), self._on_aim)
        self.compare = button(
            tr("Compare with another level"),
            partial(self.compare_requested.emit, level.slug),
        )
        self.read = button(
            tr("Read it as a page"), partial(desk.link_clicked.emit, self.subject)
        )
        self.head = self._head()
        hint = tr(
            "The weightiest first. Where a row names several skills, one is enough. "
            "The plus puts it on your plan. Space ticks, Enter "
            "shows it on the road, and the menu key or a right click has the rest."
        )
        self.required = TermsCard(tr("Skills it asks for"), hint, book, desk)
        self.advance = TermsCard(tr("How to advance"), "", book, desk)
        if level.advance:
            self._say_how_to_advance()
        self.target = label("", wrap=True)
        for card in (self.head, self.required, self.advance, self._pay_card()):
            self.add(card)
        for title, said in (
            (tr("Responsibilities"), level.responsibilities),
            (tr("Day to day"), level.day_to_day),
            (tr("What to focus on"), level.focus),
        ):
            if said:
                self.add(said_card(title, said, book))
        self.add(reading_card(pages, desk))

    @override
    def show_view(self, view: CareerView) -> None:
        """Show everything as it is now."""
        rung = view.rung(self._level.slug)
        if rung is None:
            return
        number = view.rungs.index(rung)
        marks = [tr("LEVEL {n} OF {all}", n=number + 1, all=len(view.rungs))]
        marks += [tr("YOU ARE HERE")] * (number == view.here)
        wanted = view.target.level == self._level.slug
        marks += [tr("YOUR TARGET")] * wanted
        self.head.over.setText(" · ".join(marks))
        self.head.show_sum(rung.readiness, "", here=number == view.here)
        self.aim.setEnabled(not wanted)
        self.required.show_parts([("", rung.readiness.terms)], view)
        master, start = self._advice(self._level)
        parts = [
            (tr("Master these on this level"), master),
            (tr("Start these from the next level"), start),
        ]
        self.advance.show_parts(parts, view)
        own = target_text(view.target, self.book.ladder)
        none = tr("You have no target yet; it is set on the ladder.")
        self.target.setText(tr("My target: {target}", target=own) if own else none)

    def _head(self) -> HeadCard:
        level = self._level
        also = ", ".join(level.titles)
        texts = (level.summary, tr("Also called: {names}.", names=also) if also else "")
        buttons = (self.aim, self.compare, self.practise, self.read)
        head = HeadCard(level.title, texts, buttons)
        head.percent.clicked.connect(partial(self.sum_requested.emit, self.subject))
        return head

    def _say_how_to_advance(self) -> None:
        """Add what the sources say below the checklists."""
        card = self.advance
        card.rows.addSpacing(round(theme.unit(card) * 0.4))
        card.rows.addWidget(label(tr("What the sources say"), "heading", wrap=True))
        add_said(card, self._level.advance, self.book)

    def _pay_card(self) -> Card:
        """Return years and pay, each as its source states it."""
        card, level = Card(tr("Years and pay, as each source states them")), self._level
        unit = round(theme.unit(card))
        grid = QGridLayout()
        grid.setHorizontalSpacing(unit)
        grid.setVerticalSpacing(unit // 2)
        grid.setColumnStretch(1, 1)
        row, top = 0, Qt.AlignmentFlag.AlignTop
        for said in level.years:
            names = ", ".join(map(self.book.source, said.sources))
            grid.addWidget(label(said.text, "heading", wrap=True), row, 0, top)
            grid.addWidget(label(names, "muted", wrap=True), row, 1, top)
            row += 1
        for pay in level.pay:
            amount = tr("{amount} a {per}", amount=pay.amount, per=pay.per)
            where = pay_place_text(pay, self.book.ladder)
            parts = (self.book.source(pay.source), pay.currency, where)
            text = " · ".join(parts)
            if pay.note:
                text = f"{text}\n{pay.note}"
            grid.addWidget(label(amount, "heading", wrap=True), row, 0, top)
            grid.addWidget(label(text, "muted", wrap=True), row, 1, top)
            row += 1
        card.rows.addLayout(grid)
        card.rows.addWidget(self.target)
        return card

    def _on_aim(self) -> None:
        self.desk.aim({TARGET_LEVEL: self._level.slug})
