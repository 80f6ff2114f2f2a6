"""The pages beside the journey, each made when it is first wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.app.choosing import choose_about, choose_link_of, choose_month
from tracker.domain.progress import Progress
from tracker.ui.career.names import LADDER
from tracker.ui.guide.page import GuidePage
from tracker.ui.journal.page import JournalPage
from tracker.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.app.journeying import Journeying
    from tracker.app.session import Session
    from tracker.domain.proof import Evidence


def make_settings(journeying: Journeying, session: Session) -> SettingsPage:
    """Return the settings of a journey, wired to the session."""
    workspace = journeying.workspace

    def make_backup() -> Path:
        from tracker.workspace import back_up

        return back_up(workspace.store.path, workspace.now()).path

    def backups() -> list[tuple[str, Path]]:
        from tracker.app.files import moment_text
        from tracker.db.backup import list_backups

        found = list_backups(workspace.store.path)
        return [(moment_text(backup), backup.path) for backup in found]

    page = SettingsPage(
        workspace.use_cases,
        journeying.current,
        journeying.commands,
        session.preferences,
        folder=workspace.folder,
        run_task=session.tasks.start,
        make_backup=make_backup,
        backups=backups,
    )
    page.look_changed.connect(session.apply_look)
    page.reminders_changed.connect(journeying.reminding.notify)
    page.add_roadmap_requested.connect(journeying.adding.ask_for_file)
    page.folder_change_requested.connect(journeying.ask_for_data_folder)
    return page


def make_journal(journeying: Journeying) -> JournalPage:
    """Return the journal of a learner."""
    commands, current = journeying.commands, journeying.current

    def proof() -> tuple[Evidence, Progress]:
        journey = current.journey
        progress = Progress({}) if journey is None else journey.progress
        return current.evidence, progress

    today = journeying.workspace.journal.today
    page = JournalPage(current.reader, today, proof)
    editor, filters = page.editor, page.filters
    page.log_requested.connect(journeying.show_quick_log)
    page.report_requested.connect(partial(_show_week, journeying))
    page.opened.connect(journeying.go_to)
    page.join_requested.connect(commands.join_entries)
    page.remove_requested.connect(commands.remove_entries)
    filters.about_requested.connect(partial(choose_about, journeying, page))
    filters.month_requested.connect(partial(choose_month, journeying, page))
    editor.link_requested.connect(partial(choose_link_of, journeying))
    editor.link_clicked.connect(journeying.open_address)
    editor.typing.connect(journeying.telling.show_typing)
    editor.text.overwrote.connect(journeying.telling.say_overwritten)
    editor.change_requested.connect(commands.change_entry)
    editor.split_requested.connect(commands.split_entry)
    journeying.proof_desk.serve(editor.evidence)
    editor.evidence.set_editable(editable=not journeying.workspace.store.read_only)
    current.changed.connect(page.show_change)
    current.replaced.connect(page.show_all)
    return page


def _show_week(journeying: Journeying) -> None:
    from tracker.app.reporting import show_report

    show_report(journeying)


def make_guide(journeying: Journeying) -> GuidePage:
    """Return the guide, whose links lead onto the road of a journey."""
    page = GuidePage(journeying.workspace.store.reader)
    page.link_clicked.connect(journeying.open_address)
    page.left.connect(journeying.leave_guide)
    page.career_requested.connect(partial(_show_on_ladder, journeying))
    journeying.current.replaced.connect(page.show_all)
    return page


def _show_on_ladder(journeying: Journeying, subject: str) -> None:
    from tracker.app.career.page import show_career

    show_career(journeying, LADDER, subject)
