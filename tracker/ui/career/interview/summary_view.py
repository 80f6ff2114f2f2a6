"""How a round went, skill by skill, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.services.wording_interview import questions_text
from tracker.ui.career.interview.result_rows import ResultRows
from tracker.ui.widgets.cards import Card, CardPage
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.label import button, label
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Collection

    from tracker.domain.interview import Answers
    from tracker.ui.career.interview.round import Round


class SummaryView(CardPage):
    """Shows a round that is over or was stopped."""

    plan_wanted = Signal(list)  # subjects of skills
    again_wanted = Signal()  # what did not go well, once more
    resumed = Signal()
    closed = Signal()
    skill_opened = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(46)
        self.head = label("", "title", wrap=True)
        self.told = label("", "muted", wrap=True)
        self.resume = button(tr("Go &on with the rest"), self.resumed.emit)
        self.again = button(tr("&Repeat what did not go well"), self.again_wanted.emit)
        self.plan = button("", self._on_plan)
        self.close_button = button(tr("&Choose other questions"), self.closed.emit)
        self._weak: list[str] = []
        card = Card()
        for each in (self.head, self.told):
            card.rows.addWidget(each)
        buttons = (self.resume, self.again, self.plan, self.close_button)
        acts = QWidget()
        FlowLayout(acts).add(*buttons)
        card.rows.addWidget(acts)
        self.skills = Card(tr("By skill"))
        self.rows = ResultRows()
        self.rows.opened.connect(self.skill_opened)
        self.skills.rows.addWidget(self.rows)
        self.cards.addWidget(card)
        self.cards.addWidget(self.skills)

    def show_round(
        self, round_: Round, history: Answers, planned: Collection[str]
    ) -> None:
        """Show how a round went; ``planned`` is on the plan already."""
        count, total = round_.tally(history), len(round_.questions)
        answered = total - count.never
        self.head.setText(_head(round_, history, good=count.good, answered=answered))
        left = "" if not count.never else questions_text(count.never)
        told = tr(
            "{what}: {n} answered.", what=round_.title, n=questions_text(answered)
        )
        if left:
            told = tr("{told} {left} left out.", told=told, left=left)
        self.told.setText(told)
        rows = round_.by_skill(history)
        weak = [each.skill for each in rows if each.is_weak]
        self._weak = [skill for skill in weak if skill not in planned]
        self.again.setVisible(bool(weak))
        self.resume.setVisible(bool(count.never))
        self.show_plan_button(weak=len(weak), offered=len(self._weak))
        self.rows.show_skills(rows, repeat=True)
        self.skills.setVisible(bool(rows))

    def show_plan_button(self, *, weak: int, offered: int) -> None:
        """Offer to put skills on the plan, or say that they are on it."""
        one, many = "Put 1 skill on the &plan", "Put {n} skills on the &plan"
        text = tr_n(one, many, offered) if offered else tr("All on the plan")
        self.plan.setText(text)
        self.plan.setEnabled(bool(offered))
        self.plan.setVisible(bool(weak))

    def focus_first(self) -> None:
        """Give the keyboard to what most likely comes next."""
        buttons = (self.resume, self.plan, self.again, self.close_button)
        able = (b for b in buttons if not b.isHidden() and b.isEnabled())
        next(able, self.close_button).setFocus()

    def _on_plan(self) -> None:
        self.plan_wanted.emit(list(self._weak))


def _head(round_: Round, history: Answers, *, good: int, answered: int) -> str:
    """Return how it went; ``answered`` are the questions that were judged."""
    if answered:
        return tr("{n} of {all} went well", n=good, all=answered)
    if any(history.unjudged(asked) is not None for asked in round_.questions):
        return tr("Nothing was judged this time; what you wrote is kept")
    return tr("Nothing was answered this time")
