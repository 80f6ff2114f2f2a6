"""What can be done with a card where it stands: the menu key, a right click, Delete."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

from tracker.domain.ids import PROJECT
from tracker.services.wording import state_name
from tracker.typing_tools import override
from tracker.ui.projects.card_delegate import CARD
from tracker.ui.projects.words import STATES
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from tracker.ui.projects.commands import ProjectCommands
    from tracker.ui.projects.words import Card


class CardMenu(QObject):
    """Answers for any number of views whose items have a `CARD`."""

    report_requested = Signal(str)

    def __init__(self, parent: QWidget, commands: ProjectCommands) -> None:
        """Ask ``commands``; menus stand above ``parent``."""
        super().__init__(parent)
        self._parent, self._commands = parent, commands
        self._views: list[QAbstractItemView] = []

    def watch(self, view: QAbstractItemView) -> None:
        """Answer for a view, too."""
        self._views.append(view)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        for view in self._views:
            if watched is view:
                return self._on_keys(view, event)
            if watched is view.viewport():
                return self._on_mouse(view, event)
        return False

    def _on_keys(self, view: QAbstractItemView, event: QEvent) -> bool:
        index = view.currentIndex()
        card = index.data(CARD)
        by_keys = QContextMenuEvent.Reason.Keyboard
        if card is None:
            return False
        if isinstance(event, QContextMenuEvent) and event.reason() == by_keys:
            self._show(view, index, card)
            return True
        wanted = _is_delete(event)
        if wanted:
            self._commands.remove(card.work.subject)
        return wanted

    def _on_mouse(self, view: QAbstractItemView, event: QEvent) -> bool:
        if not isinstance(event, QContextMenuEvent):
            return False
        index = view.indexAt(event.pos())
        card = index.data(CARD)
        if card is not None:
            self._show(view, index, card, event.globalPos())
        return card is not None

    def _show(
        self,
        view: QAbstractItemView,
        index: QModelIndex,
        card: Card,
        at: QPoint | None = None,
    ) -> None:
        view.setCurrentIndex(index)
        middle = view.viewport().mapToGlobal(view.visualRect(index).center())
        menu = self.menu(card)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(middle if at is None else at)

    def menu(self, card: Card) -> QMenu:
        """Return what can be done with a project."""
        menu, work, commands = QMenu(self._parent), card.work, self._commands
        for state in STATES:
            action = menu.addAction(state_name(state, PROJECT))
            action.setCheckable(True)
            action.setChecked(state is work.status)
            action.setData(partial(commands.set_state, work.subject, state))
        menu.addSeparator()
        archive = tr("Out of the archive") if work.archived else tr("Archive")
        acts: dict[str, Callable[[], object]] = {
            tr("Report…"): partial(self.report_requested.emit, work.subject),
            tr("Duplicate"): partial(commands.duplicate, work),
            archive: partial(
                commands.archive, work.subject, archived=not work.archived
            ),
        }
        if work.own:
            acts[tr("Remove")] = partial(commands.remove, work.subject)
        for text, act in acts.items():
            menu.addAction(text).setData(act)
        menu.triggered.connect(lambda action: action.data()())
        return menu


def _is_delete(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete
