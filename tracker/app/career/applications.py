"""The section "applications" of the Career page, wired to a journey."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.app.career.adverts import adverts_of
from tracker.app.career.page import show_career
from tracker.domain.errors import MilepostError
from tracker.ui.career.applications.commands import ApplicationCommands
from tracker.ui.career.applications.new_dialog import NewApplicationDialog
from tracker.ui.career.applications.section import ApplicationsSection
from tracker.ui.career.names import INTERVIEW, POSTINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.app.journeying import Journeying
    from tracker.domain.application import Phase
    from tracker.domain.posting import Posting
    from tracker.ui.career.section import Section


def make(journeying: Journeying) -> Section:
    """Return the section."""
    workspace, current = journeying.workspace, journeying.current
    applications = workspace.use_cases.applications
    commands = ApplicationCommands(journeying.commands, applications)
    section = ApplicationsSection(current, commands, adverts_of(journeying))
    section.new_requested.connect(partial(ask_for_application, journeying, section))
    section.posting_requested.connect(partial(show_career, journeying, POSTINGS))
    detail = section.detail
    detail.interview_requested.connect(partial(show_career, journeying, INTERVIEW))
    detail.about.address_opened.connect(journeying.open_address)
    detail.note.link_clicked.connect(journeying.open_address)
    section.typing.connect(journeying.telling.show_typing)
    detail.overwrote.connect(journeying.telling.say_overwritten)
    current.changed.connect(section.show_change)
    current.replaced.connect(section.reload)
    journeying.reminding.day_changed.connect(section.show_today)
    if workspace.store.read_only:
        section.make_read_only()
    return section


def ask_for_application(
    journeying: Journeying,
    section: ApplicationsSection,
    posting: Posting | None = None,
) -> None:
    """Ask for a new application; the dialog closes once it is stored."""
    window, workspace = journeying.window, journeying.workspace
    if workspace.store.read_only:
        journeying.telling.say_read_only()
        return
    if window.findChild(NewApplicationDialog) is not None:
        return
    applications = workspace.use_cases.applications
    dialog = NewApplicationDialog(window, applications.today(), posting)

    def make_it(title: str, phase: Phase, fields: Mapping[str, str]) -> None:
        try:
            stored = applications.add(title, phase=phase, **fields)
        except MilepostError as error:
            dialog.show_problem(str(error))
            return
        dialog.accept()
        section.open(stored.edit.changes[0].subject)

    dialog.wanted.connect(make_it)
    dialog.open()
