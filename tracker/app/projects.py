"""The page of projects, wired to a journey, and the dialog that makes a new one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.app.files import open_folder
from tracker.app.logging_dialog import show_quick_log
from tracker.domain.errors import MilepostError
from tracker.domain.ids import PROJECT, kind_of, stage_subject
from tracker.ui.journal.page import JournalPage
from tracker.ui.links import open_link
from tracker.ui.navigation import JOURNAL, PROJECTS
from tracker.ui.projects.commands import ProjectCommands
from tracker.ui.projects.new_dialog import NewProjectDialog
from tracker.ui.projects.page import ProjectsPage
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.app.journeying import Journeying


def make_projects(journeying: Journeying) -> ProjectsPage:
    """Return the projects of a learner."""
    workspace, current = journeying.workspace, journeying.current
    commands = ProjectCommands(journeying.commands, workspace.projects)
    page = ProjectsPage(current, commands, workspace.projects.today)
    page.new_requested.connect(partial(ask_for_project, journeying))
    detail = page.detail
    detail.opened.connect(journeying.go_to)
    detail.link_clicked.connect(journeying.open_address)
    detail.typing.connect(journeying.telling.show_typing)
    for editor in (detail.brief, detail.note):
        editor.overwrote.connect(journeying.telling.say_overwritten)
    detail.log_requested.connect(partial(show_quick_log, journeying))
    detail.lines_requested.connect(partial(_show_lines_about, journeying))
    detail.report_requested.connect(partial(_report_on, journeying))
    journeying.proof_desk.serve(detail.evidence)
    detail.repository_opened.connect(partial(open_repository, journeying))
    current.changed.connect(page.show_change)
    current.replaced.connect(page.reload)
    journeying.reminding.day_changed.connect(page.show_today)
    if workspace.store.read_only:
        page.make_read_only()
    return page


def ask_for_project(journeying: Journeying) -> None:
    """Ask for a new project; the dialog closes once it is stored."""
    window, journey = journeying.window, journeying.current.journey
    if journey is None or window.findChild(NewProjectDialog) is not None:
        return
    page = journeying.projects
    today = journeying.workspace.projects.today()
    dialog = NewProjectDialog(window, page.stages(), today)
    here = journey.outline.stages[journey.standing.here]
    dialog.choose_stage(stage_subject(journey.outline.slug, here.slug))

    def make(title: str, fields: Mapping[str, str]) -> None:
        try:
            stored = journeying.workspace.projects.create(title, **fields)
        except MilepostError as error:
            dialog.show_problem(str(error))
            return
        dialog.accept()
        made = stored.edit.changes[0].subject
        if kind_of(made) == PROJECT:
            journeying.show_page(PROJECTS)
            page.go_to(made)
            page.open_chosen()

    dialog.wanted.connect(make)
    dialog.open()


def _show_lines_about(journeying: Journeying, subject: str) -> None:
    journeying.show_page(JOURNAL)
    page = journeying.window.pages.currentWidget()
    if isinstance(page, JournalPage):
        page.show_about(subject)


def _report_on(journeying: Journeying, subject: str) -> None:
    from tracker.app.reporting import show_report

    show_report(journeying, "project", subject)


def open_repository(journeying: Journeying, text: str) -> None:
    """Open an address after asking, or a folder in the system's own window."""
    if "://" in text or "@" in text.partition("/")[0]:
        open_link(journeying.window, text)
        return
    folder = Path(text).expanduser()
    if folder.is_dir():
        open_folder(folder)
    else:
        sentence = tr("There is no folder {path} on this computer.", path=text)
        journeying.window.messages.say(sentence)
