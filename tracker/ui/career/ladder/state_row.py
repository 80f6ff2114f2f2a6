"""A row for a skill or project: its own state to tick, and whether it is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter

from tracker.domain.edit import State
from tracker.domain.ids import kind_of
from tracker.services.wording import state_name
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.check_row import INSET, CheckRow
from tracker.ui.widgets.fields import draw_icon
from tracker.ui.widgets.label import plain_tip
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

_STATE_KEYS: dict[int, State] = {
    Qt.Key.Key_L: State.LEARNING,
    Qt.Key.Key_A: State.ASIDE,
}


class StateRow(CheckRow):
    """Space or a click on the box ticks, Enter or a click on the text opens.

    Where one of several skills is enough, both ask which one is meant.
    """

    ticked = Signal()
    opened = Signal()
    state_requested = Signal(State)
    menu_requested = Signal(QPoint)  # on screen
    plan_requested = Signal(str, bool)  # whether it shall be on the plan

    def __init__(self, subjects: Sequence[str], title: str) -> None:
        """Stand for one thing, or for several of which one is enough."""
        super().__init__(title)
        self.subjects = tuple(subjects)
        self.subject = self.subjects[0]  # the one whose state is shown
        self._state = State.TODO
        self.plan_subject = self.subject  # the one that is planned, or would be
        self._planned = self._offers = False
        self._shown: tuple[str, State, str, bool, str] | None = None
        self.plannable = False  # offers the plan where it is neither done nor on it
        self.brief = False  # what stands at the end is spoken, and a tool tip
        self._pressed: QPointF | None = None
        self.clicked.connect(self._on_clicked)

    def show_item(
        self, subject: str, state: State, detail: str, *, planned: bool
    ) -> None:
        """Show what is stored.

        Args:
            subject: The one of its subjects that counts.
            state: Its state.
            detail: A few words at the end of the row.
            planned: Whether one of its subjects is on the plan.
        """
        shown = (subject, state, detail, planned, self.text())
        if shown == self._shown:
            return  # the page is not laid out again for what stays
        self._shown = shown
        self.subject, self._state, self._planned = subject, state, planned
        closed = state in {State.DONE, State.ASIDE}
        self._offers = self.plannable and not closed and not planned
        offer = tr("The plus puts it on your plan") if self._offers else ""
        self.setToolTip(plain_tip(detail if self.brief else offer))
        self.show_state("" if self.brief else detail, checked=state is State.DONE)
        word = state_name(state, kind_of(subject))
        plan = tr("on my plan") if planned else ""
        spoken = (self.text(), word, detail, plan)
        self.setAccessibleName(", ".join(filter(None, spoken)))

    def show_state_now(self, subject: str, state: State) -> None:
        """Show a state that was just stored; what follows from it is shown later."""
        if subject == self.subject and self._shown is not None:
            _, _, detail, planned, _ = self._shown
            self.show_item(subject, state, detail, planned=planned)

    @override
    def drawn_state(self) -> State:
        return self._state

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        self._pressed = e.position()
        super().mousePressEvent(e)

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        super().mouseReleaseEvent(e)
        self._pressed = None

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif e.key() in _STATE_KEYS:
            self.state_requested.emit(_STATE_KEYS[e.key()])
        else:
            super().keyPressEvent(e)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        middle = self.mapToGlobal(self.rect().center())
        self.menu_requested.emit(middle if by_keys else event.globalPos())

    def _on_clicked(self) -> None:
        pressed = self._pressed
        if pressed is None or self._in_box(pressed):
            self.ticked.emit()
        elif self.plannable and self._mark_area().contains(pressed):
            self.plan_requested.emit(self.plan_subject, not self._planned)
        else:
            self.opened.emit()

    def _in_box(self, point: QPointF) -> bool:
        room = theme.unit(self) * 1.75
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return point.x() > self.width() - room if mirrored else point.x() < room

    @override
    def _mark_room(self) -> int:
        marked = self._planned or self._offers
        return round(theme.unit(self) * 1.3) if marked else 0

    def _mark_area(self) -> QRectF:
        """Return where the flag of the plan is; nothing where there is none."""
        if not self._planned and not self._offers:
            return QRectF()
        unit = theme.unit(self)
        side = unit * 0.85
        edge = unit * INSET
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = edge if mirrored else self.width() - edge - side
        return QRectF(left, unit * 0.5, side, side)

    @override
    def _paint_content(self, painter: QPainter, unit: float) -> None:
        super()._paint_content(painter, unit)
        area = self._mark_area()
        if self._planned:
            draw_icon(painter, "flag", "here", area)
        elif self._offers:
            role = "text" if self.underMouse() or self.hasFocus() else "muted"
            draw_icon(painter, "plus", role, area)
