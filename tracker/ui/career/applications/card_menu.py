"""What can be done with an application where its card stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tracker.domain.application import PHASES, Result
from tracker.domain.edit import RESULT
from tracker.services.wording_applications import phase_name, result_name
from tracker.typing_tools import override
from tracker.ui.career.applications.words import ApplicationCard
from tracker.ui.widgets.card_menu import ActMenu, CardMenu
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tracker.ui.career.applications.commands import ApplicationCommands
    from tracker.ui.widgets.card_delegate import BoardCard


class ApplicationMenu(CardMenu):
    """Offers phases, results, the advert and Remove."""

    posting_requested = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        commands: ApplicationCommands,
        has_advert: Callable[[str], bool],
    ) -> None:
        """Ask ``commands``, stand above ``parent``; ``has_advert`` knows the kept."""
        super().__init__(parent, commands.remove)
        self._commands = commands
        self._has_advert = has_advert

    @override
    def fill(self, menu: ActMenu, card: BoardCard) -> None:
        if not isinstance(card, ApplicationCard):
            return
        of, commands = card.application, self._commands
        for phase in PHASES:
            move = partial(commands.move, of.subject, phase)
            menu.add_choice(phase_name(phase), move, chosen=phase is of.phase)
        if not of.is_open:
            menu.addSeparator()
            for result in Result:
                end = partial(commands.set_field, of.subject, RESULT, result)
                menu.add_choice(result_name(result), end, chosen=result is of.result)
        menu.addSeparator()
        if of.posting:
            show = partial(self.posting_requested.emit, of.posting)
            there = self._has_advert(of.posting)
            text = tr("Show the advert") if there else tr("Its advert was removed")
            menu.add(text, show).setEnabled(there)
        menu.add(tr("Remove"), partial(commands.remove, of.subject))
