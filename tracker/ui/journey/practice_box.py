"""What a learner's applications tell of a skill, and what they bear out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.edit import State
from tracker.domain.ids import APPLICATION
from tracker.ui import theme
from tracker.ui.widgets.label import label
from tracker.ui.widgets.text_link import TextLink
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.domain.progress import Progress
    from tracker.services.applications import Practice


class PracticeBox(QWidget):
    """There only for skills that applications practise, once there are some."""

    state_requested = Signal(str, State)
    link_clicked = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._outcome = ""
        self._heading = label(tr("From your applications"), "heading", wrap=True)
        self.said = TextLink("")
        self.said.clicked.connect(self._on_said)
        self.offer = TextLink("")
        self.offer.clicked.connect(self._on_offer)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(round(theme.unit(self)) // 3)
        for widget in (self._heading, self.said, self.offer):
            box.addWidget(widget)
        self.hide()

    def show_practice(self, practice: Practice | None) -> None:
        """Show what applications tell, or nothing."""
        self.setVisible(practice is not None)
        self._outcome = ""
        if practice is None:
            return
        from tracker.services.wording_applications import (  # noqa: PLC0415  # not at start
            job_counts_words,
        )

        text = job_counts_words(practice.counts)
        self.said.setText(text)
        self.said.setAccessibleName(text)
        self._outcome = practice.outcome
        offer = tr("Check off: {text}", text=practice.title)
        self.offer.setText(offer)
        self.offer.setAccessibleName(offer)
        self.offer.setVisible(bool(practice.outcome))

    def show_states(self, progress: Progress) -> None:
        """Offer no more what is checked off."""
        wanted = self._outcome
        done = bool(wanted) and progress.state(wanted) is State.DONE
        self.offer.setVisible(bool(wanted) and not done)

    def _on_said(self) -> None:
        self.link_clicked.emit(f"{APPLICATION}:")

    def _on_offer(self) -> None:
        self.state_requested.emit(self._outcome, State.DONE)
