"""How questions went, as a bar; the words beside it say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.services.wording_interview import tally_text
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.bar import draw_track
from tracker.ui.widgets.label import plain_tip

if TYPE_CHECKING:
    from tracker.domain.interview import Tally


class TallyBar(QWidget):
    """What went well, then partly, then not yet; the rest was never answered."""

    def __init__(self, tally: Tally) -> None:
        """Show these numbers."""
        super().__init__()
        self._parts = (
            ("done", tally.good),
            ("here", tally.partly),
            ("muted", tally.again),
        )
        self._total = max(tally.total, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(plain_tip(tally_text(tally)))

    @override
    def sizeHint(self) -> QSize:
        unit = theme.unit(self)
        return QSize(round(unit * 7), max(round(unit * 0.5), 4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        draw_track(painter, whole)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start = 0.0
        for role, number in self._parts:
            if number:
                width = whole.width() * number / self._total
                left = whole.width() - start - width if mirrored else start
                painter.setBrush(theme.color(role))
                part = QRectF(left, 0, max(width - 1.5, 2), whole.height())
                painter.drawRoundedRect(part, 2, 2)
                start += width
        painter.end()
