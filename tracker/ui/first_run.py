"""The first screen a learner sees: which road, how many hours a week, go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.forecast import HOURS_A_WEEK, USUAL_HOURS_A_WEEK, time_left
from tracker.services.wording import time_left_text
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.cards import Buttons, Card, CardPage, Row
from tracker.ui.widgets.choice_card import ChoiceCard
from tracker.ui.widgets.fields import NumberBox, Picture
from tracker.ui.widgets.illustration import Illustration
from tracker.ui.widgets.label import button, label
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QKeyEvent,
        QResizeEvent,
        QShowEvent,
    )

_WIDEST = 38  # lines of text


class Road(NamedTuple):
    """A roadmap to offer; ``hours`` are those of all that counts on it."""

    slug: str
    title: str
    summary: str
    stages: int = 0
    hours: float = 0.0


class FirstRunPage(CardPage):
    """Asks; stores nothing itself."""

    started = Signal(str, int)  # slug of a roadmap, hours a week
    skipped = Signal()
    add_file_requested = Signal()

    def __init__(self, roadmaps: Sequence[Road]) -> None:
        """Offer roadmaps; the first is chosen."""
        super().__init__(_WIDEST, middle=True)
        self.setAccessibleName(tr("Welcome to Milepost"))
        self._offered = tuple(roadmaps)
        self._roads = [ChoiceCard(road.title, road.summary) for road in roadmaps]
        self._group = QButtonGroup(self)
        self._hours = NumberBox(tr("Hours a week"), HOURS_A_WEEK, tr(" h"))
        self._hours.setValue(USUAL_HOURS_A_WEEK)
        self._hours.valueChanged.connect(self._show_times)
        self._show_times()
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
        drawing = tr("A developer at the start of a winding road with seven stages")
        self._picture = Illustration("welcome", drawing)
        card.rows.addWidget(self._picture)
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
            self.started.emit(self._offered[chosen].slug, self._hours.value())

    def _show_times(self) -> None:
        """Say how long each road is, at the hours a week that are entered."""
        for road, card in zip(self._offered, self._roads, strict=True):
            left = time_left(road.hours, self._hours.value())
            if left is None:
                continue
            hours = round(road.hours, -1 if road.hours > 100 else 0)
            length = tr(
                "{stages} · about {hours} h, {time} at {n} h a week",
                stages=tr_n("1 stage", "{n} stages", road.stages),
                hours=f"{hours:.0f}",
                time=time_left_text(left),
                n=self._hours.value(),
            )
            card.show_summary(f"{road.summary}\n{length}")

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
    def resizeEvent(self, a0: QResizeEvent) -> None:
        """Leave the drawing out where it would push the choice out of sight."""
        super().resizeEvent(a0)
        self._picture.setVisible(self.height() > theme.unit(self) * 48)

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
