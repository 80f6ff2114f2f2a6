"""What can be done with a skill or project where it stands in a list of the road."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from tracker.domain.edit import State
from tracker.domain.ids import kind_of
from tracker.services.wording import state_name
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from tracker.ui.commands import Commands
    from tracker.ui.current import Current


def show_item_menu(
    parent: QWidget, subject: str, point: QPoint, current: Current, commands: Commands
) -> None:
    """Offer the states and the plan, and do what is chosen."""
    if current.journey is None:
        return
    menu = QMenu(parent)
    now = current.journey.progress.state(subject)
    for state in State:
        action = QAction(state_name(state, kind_of(subject)), menu)
        action.setCheckable(True)
        action.setChecked(state is now)
        action.setData(partial(commands.set_state, subject, state))
        menu.addAction(action)
    menu.addSeparator()
    planned = subject in current.plan
    action = menu.addAction(plan_text(planned=planned))
    action.setData(partial(commands.plan, [subject], wanted=not planned))
    chosen = menu.exec(point)
    if chosen is not None:
        chosen.data()()
    menu.setParent(None)


def plan_text(*, planned: bool) -> str:
    """Return what a button or menu does with the plan."""
    return tr("Take it off my plan") if planned else tr("Put it on my plan")
