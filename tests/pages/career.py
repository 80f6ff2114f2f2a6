"""The ladder as a learner sees and uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu

from tests.pages.keys import click
from tracker.ui.career.ladder.state_row import StateRow

if TYPE_CHECKING:
    from tracker.ui.career.ladder.section import LadderSection


class Ladder:
    """The section of the ladder in a running window."""

    def __init__(self, running) -> None:
        """Open the page by its keys."""
        self.running = running
        running.press("Ctrl+Shift+C")
        self.section: LadderSection = running.journeying.career.section("ladder")

    def settle(self) -> None:
        """Wait for what follows from a check-off, which is shown in the next pauses."""
        self.running.qtbot.waitUntil(lambda: not self.section.later.is_waiting)

    @property
    def overview(self):
        self.settle()
        return self.section.overview

    @property
    def detail(self):
        """The page about one thing; nothing while the overview is shown."""
        self.settle()
        return self.section.detail

    def step(self, number: int):
        """A step, counted from 1."""
        return self.overview.steps.cards[number - 1]

    @property
    def percents(self) -> list[str]:
        return [card.percent.text() for card in self.overview.steps.cards]

    def open(self, subject: str):
        self.section.open(subject)
        return self.detail

    def rows(self, within=None) -> dict[str, StateRow]:
        """Rows of skills by what they say, those of a page or of the overview."""
        found = (within or self.overview).findChildren(StateRow)
        return {row.text(): row for row in found}

    def tick(self, row: StateRow) -> None:
        """Click the box of a row."""
        click(row, QPoint(10, row.height() // 2))
        self.settle()

    def click_text(self, row: StateRow) -> None:
        click(row, QPoint(40, 12))

    @property
    def menu(self) -> QMenu:
        """The menu that is open."""
        found = [m for m in QApplication.topLevelWidgets() if isinstance(m, QMenu)]
        (shown,) = [m for m in found if m.isVisible()]
        return shown

    def choose(self, text: str) -> None:
        """Choose an entry of the menu that is open."""
        menu = self.menu
        action = next(a for a in menu.actions() if a.text() == text)
        action.trigger()
        menu.close()
        self.settle()

    @property
    def plan(self) -> list[str]:
        """What the card of the plan lists, from above."""
        return [row.row.text() for row in self.overview.plan.shown.values()]
