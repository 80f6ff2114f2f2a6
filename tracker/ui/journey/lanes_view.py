"""The lanes of a fork, to compare and to choose from."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.standing import count_lane
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.cards import Buttons
from tracker.ui.widgets.choice_card import ChoiceCard
from tracker.ui.widgets.down_scroll import DownScroll
from tracker.ui.widgets.label import button, label
from tracker.ui.widgets.notes_view import NotesView
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from tracker.domain.roadmap import Fork, Lane
    from tracker.domain.standing import StageStanding
    from tracker.services.journey import Journey

_NAMED = 4  # skills of a lane that are named to compare it


class LanesView(QFrame):
    """Asks for a lane with ``lane_requested``; shows the one that is stored."""

    closed = Signal()
    lane_requested = Signal(str, str)  # slug of the fork, slug of the lane
    link_clicked = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setProperty("kind", "panel")
        self._fork: Fork | None = None
        self._cards: list[ChoiceCard] = []
        self._group = QButtonGroup(self)
        self._title = label("", "panel", wrap=True)
        self.back = button(tr("‹ Stage"), self.closed.emit, "quiet")
        self.walk = button(tr("Walk this lane"), self._on_walk, "primary")
        self.read = button(tr("Read about it"), self._on_read)
        self.text = NotesView()
        self.text.setAccessibleName(tr("Guide to the lane"))
        self.text.link_clicked.connect(self.link_clicked)
        self._ways = QStackedWidget()  # the cards, or the guide to one lane
        self._scroll = DownScroll()
        self._build()

    def show_fork(self, fork: Fork, position: int, journey: Journey) -> None:
        """Show the lanes of a fork, with what is done on each."""
        self._fork = fork
        self._ways.setCurrentIndex(0)
        self.read.setText(tr("Read about it"))
        self._title.setText(fork.title)
        outline = journey.outline.stages[position].fork
        assert outline is not None  # noqa: S101  # the stage has this fork
        for card in self._cards:
            self._group.removeButton(card)
        inside = QWidget()
        column = QVBoxLayout(inside)
        unit = round(theme.unit(self))
        column.setContentsMargins(unit * 3 // 2, 0, unit * 3 // 2, unit // 2)
        column.setSpacing(unit // 2)
        column.addWidget(label(_explanation(), "muted", wrap=True))
        self._cards = []
        for number, lane in enumerate(fork.lanes):
            count = count_lane(outline, lane.slug, journey.progress)
            about = f"{lane.summary}\n{_contents(lane)}\n{_numbers(count)}"
            card = ChoiceCard(lane.title, about)
            self._group.addButton(card, number)
            self._cards.append(card)
            column.addWidget(card)
        column.addStretch(1)
        old = self._scroll.takeWidget()
        self._scroll.setWidget(inside)
        if old is not None:
            old.setParent(None)
        for before, after in pairwise((self.back, *self._cards, self.walk, self.read)):
            self.setTabOrder(before, after)
        self.show_chosen(journey.lane(position), is_chosen=journey.has_chosen(position))

    def show_again(self, fork: Fork, position: int, journey: Journey) -> None:
        """Count what the lanes say anew; mark and keyboard stay where they are."""
        marked, focus = self.marked, QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        self.show_fork(fork, position, journey)
        self.choose(marked)
        if held:
            self.focus_first()

    def show_chosen(self, lane: str, *, is_chosen: bool) -> None:
        """Show which lane counts, and whether it was chosen."""
        if self._fork is None:
            return
        slugs = [each.slug for each in self._fork.lanes]
        card = self._cards[slugs.index(lane)]
        card.setChecked(True)
        said = tr("Your progress is measured on this lane until you choose.")
        if is_chosen:
            said = tr("You walk this lane.")
        for each in self._cards:
            each.show_mark(said if each is card else "")

    def choose(self, lane: str) -> None:
        """Mark a lane for the learner to confirm, as one found by searching."""
        if self._fork is None:
            return
        slugs = [each.slug for each in self._fork.lanes]
        if lane in slugs:
            self._cards[slugs.index(lane)].setChecked(True)

    def focus_first(self) -> None:
        """Give the keyboard to the marked lane."""
        card = self._group.checkedButton()
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(card)

    def make_read_only(self) -> None:
        """Offer no choice: it could not be stored."""
        self.walk.setEnabled(False)
        self.walk.setText(tr("Read only: no lane can be chosen"))

    @property
    def marked(self) -> str:
        """Return the slug of the lane that is marked, which need not be stored."""
        lane = self._marked()
        return "" if lane is None else lane.slug

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._ways.currentIndex() == 1:
            self._show_cards()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (
            QApplication.focusWidget() in self._cards
        ):
            self._on_walk()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        unit = round(theme.unit(self))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        top = QHBoxLayout()
        top.setContentsMargins(unit, unit // 2, unit, 0)
        top.addWidget(self.back)
        top.addStretch()
        box.addLayout(top)
        head = QHBoxLayout()
        head.setContentsMargins(unit * 3 // 2, 0, unit * 3 // 2, 0)
        head.addWidget(self._title, 1)
        box.addLayout(head)
        self._ways.addWidget(self._scroll)
        around = QWidget()
        inside = QVBoxLayout(around)
        inside.setContentsMargins(unit * 3 // 2, 0, unit, 0)
        inside.addWidget(self.text)
        self._ways.addWidget(around)
        box.addWidget(self._ways, 1)
        below = QVBoxLayout()
        below.setContentsMargins(unit * 3 // 2, unit // 2, unit * 3 // 2, unit)
        below.addWidget(Buttons(self.walk, self.read))
        box.addLayout(below)

    def _marked(self) -> Lane | None:
        number = self._group.checkedId()
        return None if self._fork is None or number < 0 else self._fork.lanes[number]

    def _on_walk(self) -> None:
        lane = self._marked()
        if lane is not None and self._fork is not None:
            self.lane_requested.emit(self._fork.slug, lane.slug)

    def _on_read(self) -> None:
        """Show the guide to the marked lane, or the cards again."""
        lane = self._marked()
        if lane is None or self._ways.currentIndex() == 1:
            self._show_cards()
            return
        self.text.show_markdown(lane.guide or f"# {lane.title}\n\n{lane.summary}")
        self._ways.setCurrentIndex(1)
        self.read.setText(tr("Back to the lanes"))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_cards(self) -> None:
        self._ways.setCurrentIndex(0)
        self.read.setText(tr("Read about it"))
        self.focus_first()


def _contents(lane: Lane) -> str:
    """Return the first skills of a lane, and how many more there are."""
    titles = [skill.title for group in lane.groups for skill in group.skills]
    first, more = titles[:_NAMED], len(titles) - _NAMED
    text = " · ".join(first)
    if more <= 0:
        return text
    return tr_n("{text} and 1 more", "{text} and {n} more", more, text=text)


def _numbers(count: StageStanding) -> str:
    skills = tr_n(
        "{done} of 1 skill done",
        "{done} of {n} skills done",
        count.skills,
        done=count.skills_done,
    )
    projects = tr_n("1 project", "{n} projects", count.projects)
    hours = tr_n("about 1 h left", "about {n} h left", round(count.hours_left))
    return f"{skills} · {projects} · {hours}"


def _explanation() -> str:
    return tr(
        "Choose one. The stage then shows and counts that lane. You can change your "
        "mind at any time: what you did on another one stays."
    )
