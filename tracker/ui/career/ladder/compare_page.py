"""Two levels side by side: what the higher one asks for that the lower does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QFormLayout, QVBoxLayout, QWidget

from tracker.services.career_words import level_line
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.ladder.detail_page import DetailPage, add_said, said_card
from tracker.ui.career.ladder.meter import Meter
from tracker.ui.career.ladder.terms_card import TermsCard
from tracker.ui.widgets.cards import Card, turn
from tracker.ui.widgets.dropping import drop
from tracker.ui.widgets.fields import Combo
from tracker.ui.widgets.fitted import Fitted
from tracker.ui.widgets.label import label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.ladder import Level
    from tracker.domain.readiness import Term
    from tracker.services.career import CareerBook, CareerView, Rung
    from tracker.ui.career.ladder.desk import CareerDesk

COMPARE = "compare:"
_WIDE = 40  # lines from which on the two stand beside each other


class ComparePage(Fitted, DetailPage):
    """Choose two levels; everything below follows."""

    def __init__(
        self, lower: str, higher: str, book: CareerBook, desk: CareerDesk
    ) -> None:
        """Compare two levels by their slugs."""
        super().__init__(f"{COMPARE}{lower}/{higher}", book, desk)
        self._view: CareerView | None = None
        self._shown = ""  # what the pairs below are about
        self._figures: list[FiguresCard] = []
        titles = [level.title for level in book.ladder.levels]
        slugs = [level.slug for level in book.ladder.levels]
        self.first = Combo(tr("The first level"), titles)
        self.second = Combo(tr("The second level"), titles)
        self.first.setCurrentIndex(slugs.index(lower))
        self.second.setCurrentIndex(slugs.index(higher))
        for combo in (self.first, self.second):
            policy = Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            combo.setSizeAdjustPolicy(policy)
            combo.setMinimumContentsLength(12)
            combo.currentIndexChanged.connect(self._on_chosen)
        self.new = TermsCard("", "", book, desk)
        self.kept = TermsCard("", "", book, desk)
        self._below = QWidget()
        self._pairs = QVBoxLayout(self._below)
        self._pairs.setContentsMargins(0, 0, 0, 0)
        self._rows: list[QBoxLayout] = []
        for part in (self._chooser(), self.new, self.kept, self._below):
            self.add(part)

    @override
    def show_view(self, view: CareerView) -> None:
        """Show everything as it is now."""
        self._view = view
        one, other = (
            view.rungs[combo.currentIndex()] for combo in (self.first, self.second)
        )
        self.subject = f"{COMPARE}{one.level.slug}/{other.level.slug}"
        fresh, rest = other.beyond(one)
        up = self.first.currentIndex() <= self.second.currentIndex()
        title = tr("New on the higher level") if up else tr("Only on the lower level")
        self._show_terms(self.new, fresh, view, title)
        self._show_terms(self.kept, rest, view, tr("Asked for by both"))
        if self._shown != self.subject:
            self._shown = self.subject
            self._show_pairs(one, other)
        for card, rung in zip(self._figures, (one, other), strict=True):
            card.show_rung(rung)

    def _chooser(self) -> Card:
        card = Card(tr("Two levels side by side"))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        grow = QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow
        form.setFieldGrowthPolicy(grow)
        form.addRow(label(tr("From"), "muted"), self.first)
        form.addRow(label(tr("To"), "muted"), self.second)
        card.rows.addLayout(form)
        return card

    def _show_terms(
        self, card: TermsCard, terms: list[Term], view: CareerView, title: str
    ) -> None:
        card.setVisible(bool(terms))
        card.show_parts([(title, terms)], view)

    def _show_pairs(self, one: Rung, other: Rung) -> None:
        """Show both levels, card by card."""
        while self._rows:
            row = self._rows.pop()
            while row.count():
                item = row.takeAt(0)
                drop(item.widget() if item is not None else None)
            self._pairs.removeItem(row)
        both = (one.level, other.level)
        self._figures = [FiguresCard(rung, self.book) for rung in (one, other)]
        cards: list[Sequence[Card]] = [
            self._figures,
            [self._said(tr("Responsibilities: {level}"), each) for each in both],
        ]
        for pair in cards:
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            row.setSpacing(round(theme.unit(self)))
            for card in pair:
                card.rows.addStretch(1)  # the shorter one begins where the other does
                row.addWidget(card, 1)
            self._pairs.addLayout(row)
            self._rows.append(row)
        self._fit()

    def _said(self, title: str, level: Level) -> Card:
        words = title.format(level=level.title)
        return said_card(words, level.responsibilities, self.book)

    def _on_chosen(self) -> None:
        if self._view is not None:
            self.show_view(self._view)

    @override
    def _fit(self) -> None:
        wide = self.width() >= theme.unit(self) * _WIDE
        self._pairs.setSpacing(round(theme.unit(self)))
        for row in self._rows:
            turn(row, wide=wide)


class FiguresCard(Card):
    """Years, pay, readiness and focus of one of the two levels."""

    def __init__(self, rung: Rung, book: CareerBook) -> None:
        """Show what does not change."""
        super().__init__(rung.level.title)
        self.meter = Meter(tr("Readiness for {level}", level=rung.level.title))
        self.percent = label("", "heading")
        self.rows.addWidget(label(level_line(rung.level), "muted", wrap=True))
        self.rows.addWidget(self.meter)
        self.rows.addWidget(self.percent)
        add_said(self, rung.level.focus, book)

    def show_rung(self, rung: Rung) -> None:
        """Show how far the learner is."""
        self.meter.show_percent(rung.readiness.percent)
        self.percent.setText(tr("{n}% ready", n=rung.readiness.percent))
