"""What can be done with any skill on the Career page: ticked, planned, opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu

from tracker.domain.edit import State
from tracker.domain.ids import kind_of
from tracker.services.plan import CLOSED
from tracker.services.wording import state_name
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from tracker.services.career import CareerBook
    from tracker.ui.career.ladder.state_row import StateRow
    from tracker.ui.commands import Commands
    from tracker.ui.current import Current


class CareerDesk(QObject):
    """Serves every row; asks for changes and stores nothing itself."""

    item_opened = Signal(str)  # to be shown on the road
    link_clicked = Signal(str)
    practise_requested = Signal(str)  # a level or role: its interview questions
    refresh_requested = Signal()  # show again what is stored

    def __init__(self, parent: QWidget, current: Current, commands: Commands) -> None:
        """Ask ``commands``; menus stand above ``parent``."""
        super().__init__(parent)
        self._parent, self._current, self._commands = parent, current, commands
        self.book: CareerBook | None = None  # names for the menus

    def set_state(self, subject: str, state: State) -> None:
        """Set the state of a skill or project."""
        self._commands.set_state(subject, state)

    def plan(self, subjects: Sequence[str], *, wanted: bool = True) -> None:
        """Put skills and projects on the plan, or take them off."""
        self._commands.plan(list(subjects), wanted=wanted)

    def plan_one(self, subject: str, wanted: bool) -> None:  # noqa: FBT001  # a signal's value
        """Put one thing on the plan, or take it off."""
        self.plan([subject], wanted=wanted)

    def walk(self, fork: str, lane: str) -> None:
        """Choose a lane, as on the road."""
        self._commands.choose_lane(fork, lane)

    def aim(self, fields: Mapping[str, str]) -> bool:
        """Head for something; return whether it was stored."""
        return self._commands.aim(fields)

    def tick(self, row: StateRow) -> None:
        """Check a skill off or put it back; of several, ask which."""
        if len(row.subjects) > 1:
            self._ask(row, self._toggle)
        else:
            self._toggle(row.subject)

    def mark(self, row: StateRow, state: State) -> None:
        """Set the state of a row; of several skills, ask of which."""
        if len(row.subjects) > 1:
            self._ask(row, partial(self.set_state, state=state))
        else:
            self.set_state(row.subject, state)

    def open(self, row: StateRow) -> None:
        """Show a skill on the road; of several, ask which."""
        if len(row.subjects) > 1:
            self._ask(row, self.item_opened.emit)
        else:
            self.item_opened.emit(row.subject)

    def show_menu(self, row: StateRow, point: QPoint) -> None:
        """Offer all that can be done with a row."""
        menu = self._menu()
        if len(row.subjects) == 1:
            self.fill(menu, row.subject)
        for subject in row.subjects if len(row.subjects) > 1 else ():
            below = menu.addMenu(self._name(subject))
            self.fill(below, subject)
        menu.popup(point)

    def fill(self, menu: QMenu, subject: str) -> None:
        """Put the states, the plan and the way to the road into a menu."""
        now = self._state(subject)
        for state in State:
            action = menu.addAction(state_name(state, kind_of(subject)))
            action.setCheckable(True)
            action.setChecked(state is now)
            action.triggered.connect(partial(self.set_state, subject, state))
        menu.addSeparator()
        planned = subject in self._current.plan
        text = tr("Take it off my plan") if planned else tr("Put it on my plan")
        action = menu.addAction(text)
        action.triggered.connect(partial(self.plan, [subject], wanted=not planned))
        action.setEnabled(planned or now not in CLOSED)  # it would not be seen there
        action = menu.addAction(tr("Show it on the road"))
        action.triggered.connect(partial(self.item_opened.emit, subject))

    def _ask(self, row: StateRow, act: Callable[[str], object]) -> None:
        menu = self._menu()
        menu.setAccessibleName(tr("Which of these?"))
        heading = menu.addAction(tr("One of these is enough:"))
        heading.setEnabled(False)
        for subject in row.subjects:
            action = menu.addAction(self._name(subject))
            action.setCheckable(True)
            action.setChecked(self._state(subject) is State.DONE)
            action.triggered.connect(partial(act, subject))
        menu.popup(row.mapToGlobal(row.rect().bottomLeft()))

    def _menu(self) -> QMenu:
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _name(self, subject: str) -> str:
        title = subject if self.book is None else self.book.title(subject)
        return title.replace("&", "&&")

    def _state(self, subject: str) -> State:
        journey = self._current.journey
        return State.TODO if journey is None else journey.progress.state(subject)

    def _toggle(self, subject: str) -> None:
        done = self._state(subject) is State.DONE
        self.set_state(subject, State.TODO if done else State.DONE)
