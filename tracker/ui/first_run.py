"""The first screen a learner sees: which road, how many hours a week, go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.forecast import HOURS_A_WEEK, USUAL_HOURS_A_WEEK
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.cards import Buttons, Card, CardPage, Row
from tracker.ui.widgets.fields import NumberBox, Picture, breakable
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

_WIDEST = 38  # lines of text
_WRAP = Qt.TextFlag.TextWordWrap


class FirstRunPage(CardPage):
    """Asks; stores nothing itself."""

    started = Signal(str, int)  # slug of a roadmap, hours a week
    skipped = Signal()
    add_file_requested = Signal()

    def __init__(self, roadmaps: Sequence[tuple[str, str, str]]) -> None:
        """Offer roadmaps by slug, title and summary; the first is chosen."""
        super().__init__(_WIDEST, middle=True)
        self.setAccessibleName(tr("Welcome to Milepost"))
        self._slugs = [slug for slug, _, _ in roadmaps]
        self._roads = [RoadCard(title, summary) for _, title, summary in roadmaps]
        self._group = QButtonGroup(self)
        self._hours = NumberBox(tr("Hours a week"), HOURS_A_WEEK, tr(" h"))
        self._hours.setValue(USUAL_HOURS_A_WEEK)
        self._start = button(tr("Start the journey"), self._on_start, "primary")
        self._skip = button(tr("Skip"), self.skipped.emit, "quiet")
        self._file = button(
            tr("Use a roadmap file of my own…"), self.add_file_requested.emit, "link"
        )
        self.cards.addWidget(self._make_card())
        self._start.setEnabled(bool(roadmaps))
        self._skip.setVisible(bool(roadmaps))
        skipping = tr(
            "Starts with the first roadmap and {n} hours a week.", n=USUAL_HOURS_A_WEEK
        )
        self._skip.setAccessibleDescription(skipping)

    def _make_card(self) -> Card:
        card = Card()
        unit = theme.unit(self)
        card.rows.setSpacing(round(unit * 1.1))
        card.rows.addWidget(_Welcome())
        card.rows.addWidget(self._make_roads())
        hint = tr("A guess is enough; you can change it at any time.")
        card.rows.addWidget(Row(tr("Hours a week"), hint, self._hours))
        self._buttons = Buttons(self._start, self._skip, self._file)
        card.rows.addWidget(self._buttons)
        return card

    def _make_roads(self) -> QWidget:
        roads = QWidget()
        question = tr("Which road do you want to follow?")
        roads.setAccessibleName(question)
        column = QVBoxLayout(roads)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(theme.unit(self) * 0.5))
        column.addWidget(label(question, "heading", wrap=True))
        for number, road in enumerate(self._roads):
            self._group.addButton(road, number)
            column.addWidget(road)
        if self._roads:
            self._roads[0].setChecked(True)
        else:
            sentence = tr("No roadmap came with this Milepost. Use a file of your own.")
            column.addWidget(label(sentence, "muted", wrap=True))
        return roads

    def _on_start(self) -> None:
        chosen = self._group.checkedId()
        if chosen >= 0:
            self.started.emit(self._slugs[chosen], self._hours.value())

    @property
    def hours(self) -> int:
        """Return the hours a week that are entered."""
        return self._hours.value()

    @override
    def keyPressEvent(self, a0: QKeyEvent) -> None:
        if a0.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._start.click()
        else:
            super().keyPressEvent(a0)

    @override
    def showEvent(self, a0: QShowEvent) -> None:
        super().showEvent(a0)
        first = self._group.checkedButton() or self._file
        first.setFocus(Qt.FocusReason.OtherFocusReason)


class _Welcome(QWidget):
    """What Milepost is, in one sentence."""

    def __init__(self) -> None:
        super().__init__()
        unit = theme.unit(self)
        title = label(tr("Welcome to Milepost"), "panel", wrap=True)
        sentence = tr(
            "It draws your career as a road: you see where you stand and what is "
            "next, and nothing you do is lost."
        )
        texts = QVBoxLayout()
        texts.setSpacing(round(unit * 0.3))
        texts.addWidget(title)
        texts.addWidget(label(sentence, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(unit))
        picture = Picture("milepost", "on_done", "done", 2.8)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)


class RoadCard(QAbstractButton):
    """A roadmap to choose: a radio button with a title and a summary."""

    def __init__(self, title: str, summary: str) -> None:
        """Show a title and, below it, what the road leads to."""
        super().__init__()
        self._title, self._summary = breakable(title), breakable(summary)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(summary)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, a0: int) -> int:
        title, summary = self._areas(a0)
        return round(summary.bottom() + title.top())

    @override
    def sizeHint(self) -> QSize:
        width = round(theme.unit(self) * 24)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        unit = round(theme.unit(self))
        return QSize(unit * 10, unit * 3)

    def _areas(self, width: int) -> tuple[QRectF, QRectF]:
        """Return where the title and the summary are, in a row of this width."""
        unit = theme.unit(self)
        left = unit * 2.5
        endless = QRectF(0, 0, max(width - left - unit, unit * 4), 1e5)
        title = QFontMetricsF(self._title_font()).boundingRect(
            endless, _WRAP, self._title
        )
        summary = QFontMetricsF(self._summary_font()).boundingRect(
            endless, _WRAP, self._summary
        )
        top = QRectF(left, unit * 0.65, endless.width(), title.height())
        gap = unit * 0.15 if self._summary else 0
        height = summary.height() if self._summary else 0
        return top, QRectF(left, top.bottom() + gap, endless.width(), height)

    def _title_font(self) -> QFont:
        return theme.scaled(self.font(), 1.0, 600)

    def _summary_font(self) -> QFont:
        return theme.scaled(self.font(), theme.SMALL)

    @override
    def changeEvent(self, a0: QEvent) -> None:
        super().changeEvent(a0)
        self.updateGeometry()

    @override
    def paintEvent(self, a0: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        painter.setPen(QPen(theme.color("done" if chosen else "line"), 1.2))
        ground = "done_soft" if chosen else "surface"
        if self.underMouse() and not chosen:
            ground = "background"
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(area, 9, 9)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 9, 9)
        self._paint_content(painter)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        unit = theme.unit(self)
        title, summary = self._areas(self.width())
        dot = QRectF(unit * 0.85, title.top() + unit * 0.02, unit, unit)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            for area in (title, summary, dot):
                area.moveLeft(self.width() - area.right())
        _paint_dot(painter, dot, chosen=self.isChecked())
        for text, font, role, area in (
            (self._title, self._title_font(), "text", title),
            (self._summary, self._summary_font(), "muted", summary),
        ):
            painter.setFont(font)
            painter.setPen(theme.color(role))
            painter.drawText(area.adjusted(0, 0, 0, 2), _WRAP, text)


def _paint_dot(painter: QPainter, area: QRectF, *, chosen: bool) -> None:
    painter.setPen(QPen(theme.color("done" if chosen else "muted"), 1.5))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(area.adjusted(1, 1, -1, -1))
    if chosen:
        inset = area.width() * 0.3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("done"))
        painter.drawEllipse(area.adjusted(inset, inset, -inset, -inset))
