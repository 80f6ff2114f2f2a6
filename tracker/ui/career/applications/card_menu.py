"""What can be done with an application where its card stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from tracker.domain.application import PHASES, Result
from tracker.domain.edit import RESULT
from tracker.services.wording_applications import phase_name, result_name
from tracker.ui.career.applications.words import ApplicationCard
from tracker.ui.widgets.card_menu import CardKeys
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView, QWidget

    from tracker.ui.career.applications.commands import ApplicationCommands
    from tracker.ui.widgets.card_delegate import BoardCard


class ApplicationMenu(QObject):
    """Offers phases, results, the advert and Remove."""

    posting_requested = Signal(str)

    def __init__(self, parent: QWidget, commands: ApplicationCommands) -> None:
        """Ask ``commands``; menus stand above ``parent``."""
        super().__init__(parent)
        self._parent, self._commands = parent, commands
        self._keys = CardKeys(parent, self.menu, commands.remove)

    def watch(self, view: QAbstractItemView) -> None:
        """Answer for a view, too."""
        self._keys.watch(view)

    def menu(self, card: BoardCard) -> QMenu:
        """Return what can be done with an application."""
        menu, commands = QMenu(self._parent), self._commands
        if not isinstance(card, ApplicationCard):
            return menu
        of = card.application
        for phase in PHASES:
            action = menu.addAction(phase_name(phase))
            action.setCheckable(True)
            action.setChecked(phase is of.phase)
            action.setData(partial(commands.move, of.subject, phase))
        if not of.is_open:
            menu.addSeparator()
            for result in Result:
                action = menu.addAction(result_name(result))
                action.setCheckable(True)
                action.setChecked(result is of.result)
                action.setData(partial(commands.set_field, of.subject, RESULT, result))
        menu.addSeparator()
        if of.posting:
            show = partial(self.posting_requested.emit, of.posting)
            menu.addAction(tr("Show the advert")).setData(show)
        remove = partial(commands.remove, of.subject)
        menu.addAction(tr("Remove")).setData(remove)
        menu.triggered.connect(lambda action: action.data()())
        return menu
