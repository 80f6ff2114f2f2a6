"""Rows of what a level or role asks for, kept with what the learner has of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.domain.ids import skill_subject
from tracker.services.career_words import term_state
from tracker.ui.career.ladder.state_row import StateRow

if TYPE_CHECKING:
    from tracker.domain.readiness import Term
    from tracker.services.career import CareerBook, CareerView
    from tracker.ui.career.ladder.desk import CareerDesk


def wired(row: StateRow, desk: CareerDesk) -> StateRow:
    """Let a row ask a desk for everything; return it."""
    row.ticked.connect(partial(desk.tick, row))
    row.opened.connect(partial(desk.open, row))
    row.state_requested.connect(partial(desk.mark, row))
    row.plan_requested.connect(desk.plan_one)
    row.menu_requested.connect(partial(desk.show_menu, row))
    return row


class TermRow(StateRow):
    """Something that is asked for: one skill, or several of which one is enough."""

    def __init__(
        self, term: Term, book: CareerBook, desk: CareerDesk, *, brief: bool = False
    ) -> None:
        """Show nothing of the learner yet; ``brief`` leaves out all but the box."""
        subjects = [skill_subject(slug) for slug in term.asked.any]
        super().__init__(subjects, book.name(term.asked))
        self._book, self.brief = book, brief
        self.asked = term.asked
        self.plannable = not brief
        wired(self, desk)

    def show_term(self, term: Term, view: CareerView) -> None:
        """Show the skill that counts, and how well it is proved."""
        meant = view.meant(term)
        title = self._book.title(meant)
        words = [term_state(term)] if term.has or term.learning else []
        named = term.asked.title and title != term.asked.title
        if words and named and len(self.subjects) > 1:
            words.insert(0, title)
        planned = view.on_plan(term)
        self.plan_subject = planned or meant
        state, flag = view.progress.state(meant), bool(planned) and not term.has
        self.show_item(meant, state, " · ".join(words), planned=flag)


class SkillRow(StateRow):
    """One skill or project, with a few words at its end."""

    def __init__(self, subject: str, book: CareerBook, desk: CareerDesk) -> None:
        """Show nothing of the learner yet."""
        super().__init__([subject], book.title(subject))
        wired(self, desk)

    def show_view(self, view: CareerView, detail: str) -> None:
        """Show its state."""
        state = view.progress.state(self.subject)
        self.show_item(
            self.subject, state, detail, planned=self.subject in view.planned
        )
