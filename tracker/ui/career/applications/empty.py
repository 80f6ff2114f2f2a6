"""What is shown while there is no application: what this is for, and how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets.cards import Card, answer_enter
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout


class EmptyBox(QWidget):
    """Teaches the board."""

    new_requested = Signal()

    def __init__(self) -> None:
        """Say how applications come here."""
        super().__init__()
        card = Card(tr("No application yet"))
        lines = (
            tr(
                "Keep here every job that you want: found, applied, interview, offer, "
                "closed. Each has a next step with its day, which is shown with your "
                "milestones when it is due."
            ),
            tr(
                "From an advert under “Job fit” an application takes title, company "
                "and place, and keeps how well you fitted on the day you applied."
            ),
            tr(
                "What you do here counts as practice of the skills “Read job adverts”, "
                "“Write a CV and an application” and “Practise for technical "
                "interviews”. Nothing is checked off without you."
            ),
        )
        for line in lines:
            card.rows.addWidget(label(line, wrap=True))
        self.new = button(tr("New application"), self.new_requested.emit, "primary")
        answer_enter(self.new)
        card.rows.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        box: QLayout = QVBoxLayout(self)
        box.setContentsMargins(0, round(theme.unit(self)), 0, 0)
        box.addWidget(card)
        card.setMaximumWidth(round(theme.unit(self) * 38))
        box.setAlignment(
            card, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        )
