"""In the quick log: a hint where the line would make a day longer than a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel

from tracker.services.full_days import full_day_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.ui.quick_log import QuickLogDialog


class FullDayHint(QLabel):
    """Takes no room while there is nothing to say."""

    def __init__(self, dialog: QuickLogDialog, logged: Callable[[date], int]) -> None:
        """Watch a dialog.

        Args:
            dialog: It is told below what its line says.
            logged: Returns how many minutes a day has already.
        """
        super().__init__()
        self.setObjectName("full-day")
        self.setProperty("kind", "muted")
        self.setWordWrap(True)
        self._dialog, self._logged = dialog, logged
        layout = dialog.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(layout.indexOf(dialog.said) + 1, self)
        dialog.line.textEdited.connect(self._tell)  # after the dialog has read it
        later = Qt.ConnectionType.QueuedConnection
        dialog.line.textChanged.connect(self._tell, later)  # by the program itself
        dialog.offers.chosen.connect(self._tell)
        dialog.day.dateChanged.connect(self._tell)
        dialog.minutes.valueChanged.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        day, minutes = self._dialog.day.day, self._dialog.minutes.value()
        words = full_day_words(day, self._logged(day) + minutes) if minutes else ""
        self.setText(words)
        self.setVisible(bool(words))
