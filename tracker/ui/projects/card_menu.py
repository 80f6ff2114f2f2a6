"""What can be done with a project where its card stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from tracker.domain.ids import PROJECT
from tracker.services.wording import state_name
from tracker.ui.projects.words import STATES, Card
from tracker.ui.widgets.card_menu import CardKeys
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractItemView, QWidget

    from tracker.ui.projects.commands import ProjectCommands
    from tracker.ui.widgets.card_delegate import BoardCard


class CardMenu(QObject):
    """Offers what a project can become, on any number of views."""

    report_requested = Signal(str)

    def __init__(self, parent: QWidget, commands: ProjectCommands) -> None:
        """Ask ``commands``; menus stand above ``parent``."""
        super().__init__(parent)
        self._parent, self._commands = parent, commands
        self._keys = CardKeys(parent, self.menu, commands.remove)

    def watch(self, view: QAbstractItemView) -> None:
        """Answer for a view, too."""
        self._keys.watch(view)

    def menu(self, card: BoardCard) -> QMenu:
        """Return what can be done with a project."""
        menu, commands = QMenu(self._parent), self._commands
        if not isinstance(card, Card):
            return menu
        work = card.work
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
