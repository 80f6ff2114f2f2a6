"""Grades of proof on screen: four steps beside a word, and a bar with all four.

One hue says all of them, so a word or a number always stands beside it.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.domain.proof import GradeCount
from tracker.domain.work import Grade
from tracker.services.wording_proof import counts_text
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.label import plain_tip
from tracker.words import tr

STRENGTH = {  # how much of the hue each grade has
    Grade.ENDORSED: 1.0,
    Grade.SHOWN: 0.74,
    Grade.PRACTISED: 0.5,
    Grade.CLAIMED: 0.28,
}


def grade_color(grade: Grade) -> QColor:
    """Return the colour of a grade: the hue of what is done, the weaker the lower."""
    full, ground = theme.color("done"), theme.color("surface")
    part = STRENGTH.get(grade, 0.0)

    def mixed(over: int, under: int) -> int:
        return round(over * part + under * (1 - part))

    return QColor(
        mixed(full.red(), ground.red()),
        mixed(full.green(), ground.green()),
        mixed(full.blue(), ground.blue()),
    )


def draw_grade(painter: QPainter, area: QRectF, grade: Grade) -> None:
    """Draw four steps that rise, as many filled as the grade is high."""
    step = area.width() / 4
    painter.setPen(Qt.PenStyle.NoPen)
    for number in range(1, 5):
        height = area.height() * (0.34 + 0.22 * (number - 1))
        bar = QRectF(0, 0, step * 0.62, height)
        bar.moveBottomLeft(area.bottomLeft())
        bar.translate(step * (number - 1), 0)
        painter.setBrush(theme.color("done" if number <= grade else "ahead"))
        painter.drawRoundedRect(bar, 1, 1)


class GradeBar(QWidget):
    """How much of a stage is endorsed, shown, practised and claimed."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._count = GradeCount()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(self._count)

    def show_count(self, count: GradeCount) -> None:
        """Show these grades; the rest of what counts is ahead."""
        self._count = count
        text = tr("Of {n}: {counts}", n=count.total, counts=counts_text(count))
        self.setAccessibleName(tr("Grades of proof"))
        self.setAccessibleDescription(text)
        self.setToolTip(plain_tip(text))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        unit = theme.unit(self)
        return QSize(round(unit * 8), max(round(unit * 0.5), 4))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(theme.unit(self) * 3), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(theme.color("ahead"))
        painter.drawRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        total = max(self._count.total, self._count.done, 1)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start = 0.0
        for grade, number in zip(STRENGTH, self._count.parts, strict=True):
            if not number:
                continue
            width = whole.width() * number / total
            left = whole.width() - start - width if mirrored else start
            painter.setBrush(grade_color(grade))
            part = QRectF(left, 0, max(width - 1.5, 2), whole.height())
            painter.drawRoundedRect(part, 2, 2)
            start += width
