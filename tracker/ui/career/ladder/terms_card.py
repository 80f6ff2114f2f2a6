"""A card with skills that are asked for, and a button that plans what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tracker.ui import theme
from tracker.ui.career.ladder.rows import TermRow
from tracker.ui.widgets.cards import Card
from tracker.ui.widgets.check_row import INSET
from tracker.ui.widgets.dropping import drop
from tracker.ui.widgets.flush_box import FlushBox
from tracker.ui.widgets.label import button, label
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.readiness import Asked, Term
    from tracker.services.career import CareerBook, CareerView
    from tracker.ui.career.ladder.desk import CareerDesk


class TermsCard(Card):
    """Skills under headings, each to be ticked and planned."""

    def __init__(
        self, title: str, hint: str, book: CareerBook, desk: CareerDesk
    ) -> None:
        """Show nothing yet; rows ask ``desk``."""
        super().__init__(title, hint, gap=0.6)
        self._book, self._desk = book, desk
        self._asked: list[tuple[str, Asked]] = []
        self.terms: list[TermRow] = []
        self._to_plan: list[str] = []
        self._list = FlushBox(INSET)
        self.rows.addLayout(self._list)
        self.all = button("", self._on_all)
        self.rows.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)

    def show_parts(
        self, parts: Sequence[tuple[str, Sequence[Term]]], view: CareerView
    ) -> None:
        """Show (heading, terms); the rows stay where the same is asked for."""
        asked = [(head, term.asked) for head, terms in parts for term in terms]
        if asked != self._asked:
            self._asked = asked
            self._make(parts)
        every = [term for _, terms in parts for term in terms]
        for row, term in zip(self.terms, every, strict=True):
            row.show_term(term, view)
        self._to_plan = view.to_plan(every)
        number = len(self._to_plan)
        one, many = "Put 1 missing skill on my plan", "Put {n} missing on my plan"
        self.all.setText(tr_n(one, many, number) if number else _why_none(every, view))
        if (
            not number and self.all.hasFocus() and self.terms
        ):  # not to what is far below
            self.terms[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.all.setEnabled(number > 0)

    def focus_first(self) -> None:
        """Give the keyboard to the first row."""
        if self.terms:
            self.terms[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, parts: Sequence[tuple[str, Sequence[Term]]]) -> None:
        """Show other rows; those that stay keep the keyboard, or the one in place."""
        old, focus = self.terms, QApplication.focusWidget()
        at = old.index(focus) if isinstance(focus, TermRow) and focus in old else -1
        self._empty()
        self.terms = []
        for heading, terms in parts:
            if heading and terms:
                self._add_heading(heading)
            for term in terms:
                kept = (r for r in old if r.asked == term.asked and r not in self.terms)
                row = next(kept, None) or TermRow(term, self._book, self._desk)
                self._list.addWidget(row)
                self.terms.append(row)
        gone = [row for row in old if row not in self.terms]
        if focus in gone and self.terms:
            target = self.terms[min(at, len(self.terms) - 1)]
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        for row in gone:
            drop(row)

    def _empty(self) -> None:
        """Take everything out of the list; headings for good, rows to be used again."""
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if not isinstance(widget, TermRow):
                drop(widget)

    def _add_heading(self, text: str) -> None:
        unit = theme.unit(self)
        if self.terms:
            self._list.addSpacing(round(unit * 0.7))
        heading = label(text, "heading", wrap=True)
        heading.setContentsMargins(round(unit * INSET), 0, 0, round(unit * 0.2))
        self._list.addWidget(heading)

    def _on_all(self) -> None:
        self._desk.plan(self._to_plan)


def _why_none(terms: Sequence[Term], view: CareerView) -> str:
    """Return why there is nothing to put on the plan."""
    missing = [term for term in terms if not term.has]
    if not missing:
        return tr("You have it all")
    if all(map(view.on_plan, missing)):
        return tr("All of it is on your plan")
    return tr("What is missing is set aside or on your plan")
