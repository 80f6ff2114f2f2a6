"""How many hours a week, and when the road ends at that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.forecast import HOURS_A_WEEK, time_left
from tracker.services.wording import time_left_text
from tracker.ui.widgets.cards import Card, Row
from tracker.ui.widgets.fields import NumberBox
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.ui.commands import Commands
    from tracker.ui.current import Current


class HoursCard(Card):
    """Stores each number as it is set and says at once what it means."""

    def __init__(self, current: Current, commands: Commands) -> None:
        """Plan the current journey."""
        super().__init__(tr("Plan"))
        self._current = current
        self._commands = commands
        self._hours = NumberBox(tr("Hours a week"), HOURS_A_WEEK, tr(" h"))
        self._row = Row(tr("Hours a week"), " ", self._hours)
        self.rows.addWidget(self._row)
        self.refresh()
        self._hours.valueChanged.connect(self._on_hours_changed)

    def refresh(self) -> None:
        """Show what is stored."""
        self._hours.show_value(self._current.hours_a_week)
        self._tell(self._current.hours_a_week)

    def _on_hours_changed(self, hours: int) -> None:
        self._tell(hours)
        if not self._commands.set_hours_a_week(hours):
            self.refresh()

    def _tell(self, hours: int) -> None:
        sentence = self._meaning(hours)
        self._row.tell(sentence)
        self._hours.setAccessibleDescription(sentence)

    def _meaning(self, hours: int) -> str:
        journey = self._current.journey
        if journey is None:
            return tr("Follow a roadmap to see how long it takes.")
        left = time_left(journey.standing.hours_left, hours)
        if left is None:
            return tr("Nothing is left to do on this road.")
        text = time_left_text(left)
        return tr("At this pace {time} to go.", time=text)
