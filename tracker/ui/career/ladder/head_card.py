"""The head of a page about a level or a role: what it is, and how far I am."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tracker.ui.career.ladder.head_link import HeadLink
from tracker.ui.career.ladder.meter import Meter
from tracker.ui.widgets.cards import Buttons, Card
from tracker.ui.widgets.flush_box import FlushBox
from tracker.ui.widgets.label import label
from tracker.ui.widgets.text_link import INSET
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from tracker.domain.readiness import Readiness


class HeadCard(Card):
    """Overline, title, summary, remarks, a bar with the sum behind it, and buttons."""

    def __init__(
        self, title: str, texts: Sequence[str], buttons: Sequence[QPushButton]
    ) -> None:
        """Show what does not change."""
        super().__init__(gap=0.6)
        self.over = label("", "overline", wrap=True)
        self.rows.addWidget(self.over)
        self.rows.addWidget(label(title, "panel", wrap=True))
        for text, kind in zip(texts, ("", "muted"), strict=False):
            if text:
                self.rows.addWidget(label(text, kind, wrap=True))
        self.meter = Meter(tr("Readiness for {level}", level=title))
        self.percent = HeadLink("", underlined=True)
        self.remark = label("", "muted", wrap=True)
        self.rows.addWidget(self.meter)
        box = FlushBox(INSET)
        box.addWidget(self.percent, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.addLayout(box)
        self.rows.addWidget(self.remark)
        self.rows.addWidget(Buttons(*buttons))

    def show_sum(self, readiness: Readiness, remark: str, *, here: bool) -> None:
        """Show how far the learner is, and a sentence below it."""
        percent = readiness.percent
        self.meter.show_percent(percent, "here" if here else "done")
        self.percent.setText(tr("{n}% ready · how it is counted", n=percent))
        self.percent.setAccessibleName(self.percent.text())
        self.percent.updateGeometry()
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
