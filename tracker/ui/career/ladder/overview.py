"""The ladder at a glance: steps, and below them roles, the plan and a target."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from tracker.services.career_words import rule_text, standing_text, status_text
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.ladder.fit_card import FitCard
from tracker.ui.career.ladder.plan_card import PlanCard
from tracker.ui.career.ladder.roles_card import RolesCard
from tracker.ui.career.ladder.steps import Steps
from tracker.ui.career.ladder.target_card import TargetCard
from tracker.ui.widgets.cards import turn
from tracker.ui.widgets.down_scroll import DownScroll, ScrolledPage
from tracker.ui.widgets.fitted import Fitted
from tracker.ui.widgets.label import button, label
from tracker.ui.widgets.tab_order import follow_layout
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tracker.services.career import CareerBook, CareerView
    from tracker.ui.career.ladder.desk import CareerDesk
    from tracker.ui.career.ladder.newest_advert import NewestAdvert

_WIDE = 44  # lines of text from which on two columns stand below the steps


class Overview(Fitted, DownScroll):
    """Everything of the section that is not about one level or role."""

    compare_requested = Signal()

    def __init__(self, desk: CareerDesk, newest: NewestAdvert, today: date) -> None:
        """Show nothing yet; ``today`` is the learner's own day."""
        super().__init__()
        self.standing = label("", "section", wrap=True)
        self.rule = label(rule_text(), "muted", wrap=True)
        self.compare = button(tr("Compare two levels"), self.compare_requested.emit)
        self.steps = Steps(desk)
        self.roles = RolesCard()
        self.plan = PlanCard(desk)
        self.target = TargetCard(desk, today)
        self.fit = FitCard(desk, newest)
        self._stops: list[QWidget] = []  # of the Tab key
        self.plan.emptied.connect(self._on_plan_emptied)
        self._here = 0  # the step on which the learner stands
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides = (QVBoxLayout(), QVBoxLayout())
        self._box = QVBoxLayout()
        self._build()

    def make(self, book: CareerBook, view: CareerView) -> None:
        """Make what depends on the ladder, in place of what was there."""
        self.steps.make(book, view)
        self.target.offer(book)

    def slices(
        self, book: CareerBook, view: CareerView
    ) -> tuple[Callable[[], object], ...]:
        """Return what shows everything as it is now, part by part."""
        return (
            partial(self._show_steps, view),
            partial(self.roles.show_view, view),
            partial(self.plan.show_view, book, view),
            partial(self.target.show_view, book, view),
            partial(self.fit.show_newest, book),
            self._follow_layout,
        )

    def _show_steps(self, view: CareerView) -> None:
        self._here = view.here
        self.standing.setText(standing_text(view) or status_text(view))
        self.rule.setVisible(bool(view.rungs))
        self.compare.setVisible(len(view.rungs) > 1)
        self.steps.show_view(view)

    def _follow_layout(self) -> None:
        self._stops = follow_layout(self, self._stops)

    def _on_plan_emptied(self) -> None:
        self.fit.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Give the keyboard to the step on which the learner stands."""
        cards = self.steps.cards
        target = cards[self._here].title if cards else self.roles.all
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        page = ScrolledPage()
        self._box = QVBoxLayout(page)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.standing)
        words.addWidget(self.rule)
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addLayout(words, 1)
        head.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box.addLayout(head)
        self._box.addWidget(self.steps)
        left, right = self._sides
        left.addWidget(self.roles)
        left.addWidget(self.target)
        left.addStretch(1)
        right.addWidget(self.plan)
        right.addWidget(self.fit)
        right.addStretch(1)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        self._box.addLayout(self._columns)
        self._box.addStretch(1)
        self.setWidget(page)
        self._fit()

    @override
    def _fit(self) -> None:
        unit = round(theme.unit(self))
        below = unit * 4  # so that nothing has to stay under the toast
        self._box.setContentsMargins(unit, unit // 2, unit, below)
        self._box.setSpacing(unit)
        self._columns.setSpacing(unit)
        for side in self._sides:
            side.setSpacing(unit)
        turn(self._columns, wide=self.viewport().width() >= unit * _WIDE)
