"""The upper part of the panel: which stage this is, and how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets.clamped_label import ClampedLabel
from tracker.ui.widgets.label import label
from tracker.ui.widgets.ring import Ring
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from tracker.services.journey import Journey

# Files may hold far more; all of it stands at the beginning of the guide.
_TITLE_LINES, _SUMMARY_LINES = 3, 4


class StageHead(QWidget):
    """Number, title, summary, level and hours of a stage, and its ring."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._overline = label("", "overline")
        self._title = ClampedLabel("panel", _TITLE_LINES)
        self._summary = ClampedLabel("muted", _SUMMARY_LINES)
        self._chips = label("", "muted", wrap=True)
        self._ring = Ring()
        unit = round(theme.unit(self))
        words = QVBoxLayout()
        words.setSpacing(unit // 4)
        for widget in (self._overline, self._title, self._summary, self._chips):
            words.addWidget(widget)
        head = QHBoxLayout(self)
        head.setContentsMargins(unit * 3 // 2, unit * 5 // 4, unit * 5 // 4, unit // 4)
        head.addLayout(words, 1)
        head.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)

    def show_stage(self, journey: Journey, position: int, percent: int) -> None:
        """Show how a stage stands, and so many percent."""
        stage = journey.outline.stages[position]
        count = journey.standing.stages[position]
        self._overline.setText(tr("STAGE {n}", n=position + 1))
        self._title.setText(stage.title)
        self._summary.setText(stage.summary)
        hours = round(count.hours_left)
        left = tr_n("about 1 h left", "about {n} h left", hours)
        if count.finished:
            left = tr("Set aside") if count.is_aside else tr("Done")
        self._chips.setText(" · ".join(filter(None, (stage.level, left))))
        state = journey.standing.state_of(position)
        self._ring.show_percent(percent, "here" if state == "here" else "done")

    def fit(self, *, roomy: bool, tight: bool) -> None:
        """Say less where there is little room."""
        self._summary.setVisible(roomy)
        self._chips.setVisible(not tight)
        kind = "heading" if tight else "panel"
        if self._title.property("kind") != kind:
            self._title.setProperty("kind", kind)
            self._title.style().polish(self._title)
