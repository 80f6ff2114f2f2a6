"""The newest lines of the journal about a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tracker.services.wording import minutes_text
from tracker.ui import theme
from tracker.ui.day_words import day_text
from tracker.ui.widgets.cards import Buttons
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.domain.work import Entry

NEWEST = 20


class EntriesBox(QWidget):
    """Tells what was done; the journal itself changes it."""

    log_requested = Signal()
    all_requested = Signal()

    def __init__(self, today: date) -> None:
        """Show nothing yet; ``today`` is the learner's own day."""
        super().__init__()
        self._today = today
        self._shown: tuple[Entry, ...] | None = None
        self._lines = QWidget()
        self.log = button(tr("Log what you did"), self.log_requested.emit)
        self.all = button(tr("All lines"), self.all_requested.emit, "quiet")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._lines)
        self._box.addWidget(Buttons(self.log, self.all))

    def set_today(self, today: date) -> None:
        """Tell the days as of another one, once lines are shown again."""
        self._today, self._shown = today, None

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these lines, the newest first."""
        if tuple(entries) == self._shown:
            return
        self._shown = tuple(entries)
        old, self._lines = self._lines, QWidget()
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(round(theme.unit(self)))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, entry in enumerate(self._shown):
            grid.addWidget(
                label(day_text(entry.day, self._today), "muted"), row, 0, top
            )
            text = " ".join(entry.text.split())[:300] or tr("Time without words")
            grid.addWidget(label(text, wrap=True), row, 1)
            grid.addWidget(label(minutes_text(entry.minutes), "muted"), row, 2, top)
        if not entries:
            hint = tr(
                "Nothing logged on it yet. “1h30 wrote the tests @{name}” does it."
            )
            grid.addWidget(label(hint.format(name="…"), "muted", wrap=True), 0, 0, 1, 3)
        self._box.replaceWidget(old, self._lines)
        old.setParent(None)
        self.all.setVisible(len(self._shown) > 0)
