"""Whether the desktop says once a day what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tracker.ui.widgets.cards import Card, Row
from tracker.ui.widgets.segmented import Segmented
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.ui.preferences import Preferences


class ReminderCard(Card):
    """Off until the learner wants it."""

    changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        """Show and change what is preferred on this computer."""
        super().__init__(tr("Reminders"))
        self._preferences = preferences
        name = tr("One notice a day")
        self._wanted = Segmented((tr("Off"), tr("On")), name)
        self._row = Row(name, " ", self._wanted)
        self.rows.addWidget(self._row)
        self.refresh()
        self._wanted.chosen.connect(self._on_chosen)

    def refresh(self) -> None:
        """Show what is preferred, and whether this desktop can do it."""
        from tracker.ui.notices import can_notify  # noqa: PLC0415  # only where wanted

        can = can_notify()
        self._wanted.choose(int(self._preferences.notices))
        self._wanted.setEnabled(can or self._preferences.notices)
        hint = tr(
            "If something is overdue or due today, the desktop says so once, while "
            "Milepost is open. Journey and Projects say it in any case."
        )
        if not can:
            hint = tr(
                "This desktop has no tray that shows notices, so there are none. "
                "Journey and Projects say what is due."
            )
        self._row.tell(hint)

    def _on_chosen(self, number: int) -> None:
        self._preferences.notices = bool(number)
        self.refresh()
        self.changed.emit()
