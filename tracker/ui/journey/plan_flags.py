"""Flags on the road: how much of each stage is on the plan."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tracker.services.plan import CLOSED

if TYPE_CHECKING:
    from tracker.ui.current import Current
    from tracker.ui.journey.road_view import RoadView


class PlanFlags(QObject):
    """Counts what is on the plan and open, and follows what is stored."""

    def __init__(self, current: Current, road: RoadView) -> None:
        """Show the plan of ``current`` on a road that shows its stages already."""
        super().__init__(road)
        self._current, self._road = current, road
        current.changed.connect(self._show)
        current.replaced.connect(self._show)
        self._show()

    def _show(self) -> None:
        journey = self._current.journey
        if journey is None:
            return
        places, state = journey.outline.places, journey.progress.state
        here = self._current.plan.keys() & places.keys()
        self._road.show_planned(
            Counter(places[each] for each in here if state(each) not in CLOSED)
        )
