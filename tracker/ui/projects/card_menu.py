"""What can be done with a project where its card stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tracker.domain.ids import PROJECT
from tracker.services.wording import state_name
from tracker.typing_tools import override
from tracker.ui.projects.words import STATES, ProjectCard
from tracker.ui.widgets.card_menu import ActMenu, CardMenu
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tracker.ui.projects.commands import ProjectCommands
    from tracker.ui.widgets.card_delegate import BoardCard


class ProjectMenu(CardMenu):
    """Offers what a project can become, on any number of views."""

    report_requested = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        commands: ProjectCommands,
        is_planned: Callable[[str], bool],
    ) -> None:
        """Ask ``commands``, stand above ``parent``; ``is_planned`` knows the plan."""
        super().__init__(parent, commands.remove)
        self._commands, self._is_planned = commands, is_planned

    @override
    def fill(self, menu: ActMenu, card: BoardCard) -> None:
        if not isinstance(card, ProjectCard):
            return
        work, commands = card.work, self._commands
        for state in STATES:
            name = state_name(state, PROJECT)
            become = partial(commands.set_state, work.subject, state)
            menu.add_choice(name, become, chosen=state is work.status)
        menu.addSeparator()
        archive = tr("Out of the archive") if work.archived else tr("Archive")
        put = partial(commands.archive, work.subject, archived=not work.archived)
        menu.add(tr("Report…"), partial(self.report_requested.emit, work.subject))
        planned = self._is_planned(work.subject)
        plan = partial(commands.plan, work.subject, wanted=not planned)
        text = tr("Take it off my plan") if planned else tr("Put it on my plan")
        menu.add(text, plan)
        menu.add(tr("Duplicate"), partial(commands.duplicate, work))
        menu.add(archive, put)
        if work.own:
            menu.add(tr("Remove"), partial(commands.remove, work.subject))
