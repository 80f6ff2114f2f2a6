"""Below the head of a stage: its grades of proof, and the choice to see no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.proof import PROVED
from tracker.domain.work import Grade
from tracker.services.evidence import count_stage_grades
from tracker.services.wording_proof import counts_text
from tracker.ui import theme
from tracker.ui.journey.rows import only_proved
from tracker.ui.widgets.grade_mark import GradeBar
from tracker.ui.widgets.label import ElidedLabel
from tracker.ui.widgets.tick import Tick
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.services.journey import Journey
    from tracker.ui.current import Current
    from tracker.ui.journey.rows import ListRow


class ProofStrip(QWidget):
    """A bar of four grades with its numbers in words, and a filter."""

    filter_requested = Signal(bool)

    def __init__(self, current: Current) -> None:
        """Show nothing yet; read from ``current``."""
        super().__init__()
        self._current = current
        unit = round(theme.unit(self))
        self.bar = GradeBar()
        self.counts = ElidedLabel("", "below")
        self.only = Tick(tr("Only what I can prove"))
        self.only.clicked.connect(self.filter_requested)
        box = QVBoxLayout(self)
        box.setContentsMargins(unit * 3 // 2, unit // 4, unit // 4, unit // 4)
        box.setSpacing(unit // 4)
        figures = QVBoxLayout()
        figures.setContentsMargins(0, 0, unit, 0)  # in line with what is above
        figures.setSpacing(unit // 4)
        figures.addWidget(self.bar)
        figures.addWidget(self.counts)
        box.addLayout(figures)
        box.addWidget(self.only, 0, Qt.AlignmentFlag.AlignLeft)

    def show_stage(self, journey: Journey, position: int) -> int:
        """Show the grades of a stage; return its percent, as the filter sees it."""
        count = count_stage_grades(journey, position, self._current.evidence)
        self.bar.show_count(count)
        text = counts_text(count)
        only = self.only.isChecked()
        if only and not count.proved:
            text = tr("Nothing proved yet: open a skill to add it.")
        self.counts.setText(text)
        percent = journey.standing.stages[position].percent
        return count.percent_proved if only else percent

    def grade_of(self, subject: str) -> Grade:
        """Return how well something is proved."""
        journey = self._current.journey
        if journey is None:
            return Grade.NONE
        return self._current.evidence.grade(subject, journey.progress)

    def kept(self, rows: Iterable[ListRow]) -> tuple[ListRow, ...]:
        """Return the rows that the filter lets through."""
        only = self.only.isChecked()
        return tuple(only_proved(rows, self._is_proved) if only else rows)

    def _is_proved(self, subject: str) -> bool:
        return self.grade_of(subject) >= PROVED

    def fit(self, *, tight: bool) -> None:
        """Leave the figures out where there is little room; the filter stays."""
        self.bar.setVisible(not tight)
        self.counts.setVisible(not tight)
