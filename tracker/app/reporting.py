"""Report and Export over the window: what they offer, and who does the writing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.app.child import start_command
from tracker.domain.edit import TITLE, State
from tracker.domain.ids import PROJECT, is_own, kind_of
from tracker.domain.profile import NAME
from tracker.services.profile import read_profile
from tracker.services.reports.remembered import choices_of, remember, remembered
from tracker.ui.reports.dialog import Offer, ReportDialog
from tracker.ui.reports.export import ExportDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from tracker.app.journeying import Journeying
    from tracker.services.reports import Choices

_FIRST = (State.LEARNING, State.DONE, State.TODO, State.ASIDE)


def show_report(journeying: Journeying, kind: str = "week", project: str = "") -> None:
    """Let the learner choose a report, look at it and save it.

    Args:
        journeying: The window.
        kind: What to begin with: ``week``, ``project``, ``portfolio`` or ``book``.
        project: Subject of the project to begin with, if any.
    """
    from tracker.app.printing import usual_paper

    if journeying.current.journey is None or _is_open(journeying, "report"):
        return
    journeying.save()  # what is being typed belongs into the report
    reader = journeying.current.reader
    choices = remembered(reader)
    offer = Offer(
        projects=_projects(journeying),
        kind=kind,
        project=project,
        hours=choices.hours,
        notes=choices.notes,
        unproved=choices.unproved,
        name=read_profile(reader).name,
        paper=usual_paper(),
    )
    today = journeying.workspace.now().date()
    dialog = ReportDialog(
        journeying.window, offer, today, partial(start_command, journeying)
    )
    dialog.chosen.connect(partial(_remember, journeying))
    dialog.link_clicked.connect(journeying.open_address)
    _open(dialog)


def show_export(journeying: Journeying) -> None:
    """Let the learner choose a file for another program, and save it."""
    if journeying.current.journey is None or _is_open(journeying, "export"):
        return
    journeying.save()
    unproved = remembered(journeying.current.reader).unproved
    write = partial(start_command, journeying)
    _open(ExportDialog(journeying.window, unproved=unproved, write=write))


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _is_open(journeying: Journeying, name: str) -> bool:
    from PySide6.QtWidgets import QDialog

    return journeying.window.findChild(QDialog, name) is not None


def _remember(journeying: Journeying, left_out: str, name: str) -> None:
    store, profiles = (
        journeying.workspace.store,
        journeying.workspace.use_cases.profiles,
    )
    if not store.read_only:
        choices: Choices = choices_of(left_out)
        journeying.commands.perform(partial(remember, store, choices))
        journeying.commands.perform(partial(profiles.change, {NAME: name}))


def _projects(journeying: Journeying) -> list[tuple[str, str]]:
    """Return the projects of the road and the learner's own, the active ones first."""
    journey, reader = journeying.current.journey, journeying.current.reader
    if journey is None:
        return []
    subjects = [item.subject for item in reader.items(journey.outline.slug)]
    subjects += sorted(s for s in reader.all_values(TITLE) if is_own(s))
    found = dict.fromkeys(s for s in subjects if kind_of(s) == PROJECT)
    state = journey.progress.state
    ranked = sorted(found, key=lambda s: _FIRST.index(state(s)))
    return [(subject, reader.title(subject) or subject) for subject in ranked]
