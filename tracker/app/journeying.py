"""The window while a roadmap is followed: pages, actions, and what connects them."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from tracker.app import ways
from tracker.app.adding import Adding
from tracker.app.headings import heading
from tracker.app.telling import Telling
from tracker.domain.ids import (
    SUBJECT_KINDS,
    kind_of,
    slug_of,
)
from tracker.ui.commands import Commands
from tracker.ui.current import Current
from tracker.ui.journey.page import JourneyPage
from tracker.ui.menus import menu_bar
from tracker.ui.navigation import (
    CAREER,
    GUIDE,
    JOURNAL,
    JOURNEY,
    PROJECTS,
    SETTINGS,
)
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from tracker.app.reminding import Reminding
    from tracker.app.session import Session
    from tracker.app.timing import Timing
    from tracker.domain.edit import State
    from tracker.ui.bus import EditBus
    from tracker.ui.career.page import CareerPage
    from tracker.ui.guide.page import GuidePage
    from tracker.ui.journal.page import JournalPage
    from tracker.ui.journey.stage_panel import StagePanel
    from tracker.ui.projects.page import ProjectsPage
    from tracker.ui.proof.desk import ProofDesk
    from tracker.ui.tasks import Progress, Task
    from tracker.workspace import Workspace


class Journeying(QObject):
    """Puts the pages into the window and answers what they ask for."""

    def __init__(self, session: Session, workspace: Workspace, bus: EditBus) -> None:
        """Follow the chosen roadmap of a workspace."""
        super().__init__(session)
        self._session, self.workspace = session, workspace
        self.window = session.window
        self.log_folder, self.preferences = session.logs, session.preferences
        self.current = Current(workspace.use_cases, bus, self)
        self.commands = Commands(workspace.use_cases, self)
        self.page = JourneyPage(self.current, self.commands, self.preferences)
        self.telling = Telling(self)
        self._guide: GuidePage | None = None
        self._journal: JournalPage | None = None
        self._projects: ProjectsPage | None = None
        self._career: CareerPage | None = None
        self._made = {JOURNEY}  # numbers of the pages that exist
        self._shown = JOURNEY
        self._recent: list[str] = []
        self.half_logged = ""  # what was typed into a quick log and left with Escape
        self._actions: dict[str, QAction] = {}
        self.adding = Adding(session, self)
        self._fill_window()
        self._connect()
        self._show_header()
        if workspace.store.read_only:
            self.telling.say_read_only()

    def complete(self) -> None:
        """Make what the first picture did without: panel, menus, keyboard, flags."""
        from tracker.ui.journey.plan_flags import PlanFlags

        panel = self.page.panel
        if self.workspace.store.read_only:
            panel.make_read_only()
        if self._shown == JOURNEY:  # else a click was quicker
            panel.focus_content()
        _ = self.actions, self.timing, self.reminding
        PlanFlags(self.current, self.page.road)

    @cached_property
    def reminding(self) -> Reminding:
        """Return what says what is due, made once the road is on screen."""
        from tracker.app.reminding import Reminding

        return Reminding(self, self.preferences)

    @cached_property
    def timing(self) -> Timing:
        """Return what shows the timer, made once the road is on screen."""
        from tracker.app.timing import Timing

        return Timing(self)

    @property
    def actions(self) -> dict[str, QAction]:
        """Return every action by name, made once the road is on screen."""
        if not self._actions:
            from tracker.app.menu import handlers
            from tracker.ui.actions import make_actions

            bar = self.window.menuBar()
            self._actions = make_actions(self, self.window, bar, handlers(self))
            edit_menu = self._actions["undo"].associatedObjects()[0]
            if isinstance(edit_menu, QMenu):
                edit_menu.aboutToShow.connect(self.refresh_undo)
        return self._actions

    @property
    def run_task(self) -> Callable[[Callable[[Progress], object]], Task]:
        """Return what runs slow work in the background."""
        return self._session.tasks.start

    def save(self) -> None:
        """Store what is being typed and where the learner was."""
        self.page.save()
        for page in (self._journal, self._projects, self._career):
            if page is not None:
                page.save()

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was typed is stored."""
        pages = (self.page, self._journal, self._projects, self._career)
        return all(page is None or page.is_saved for page in pages)

    def ask_for_data_folder(self) -> None:
        """Let the learner choose another data folder, and open it."""
        from tracker.app.files import ask_for_folder

        folder = ask_for_folder(self.window, self.workspace.folder)
        if folder is not None:
            self._session.change_folder(folder)

    def back_up(self) -> None:
        """Make a backup in the background and say where it is."""
        from tracker.app.upkeep import back_up_in_background

        path, now = self.workspace.store.path, self.workspace.now()
        task = self._session.tasks.start(partial(back_up_in_background, path, now))
        task.setParent(self)
        task.succeeded.connect(self.telling.on_backed_up)
        task.failed.connect(self.telling.on_failed)

    def show_page(self, number: int) -> None:
        """Show a page of the navigation."""
        if number not in self._made:
            self._make_page(number)
        self._shown = number
        self.window.show_page(number)
        self._show_header()
        if number == JOURNAL and self._journal is not None:
            self._journal.lines.setFocus()
        elif number == PROJECTS and self._projects is not None:
            self._projects.focus_content()
        elif number == CAREER and self._career is not None:
            self._career.focus_content()

    def show_palette(self) -> None:
        """Search stages, skills, projects and actions."""
        from PySide6.QtWidgets import QDialog

        from tracker.app.finding import show_palette

        self.refresh_undo()
        if self.window.findChild(QDialog, "palette") is None:
            show_palette(self, self._recent).ran.connect(self._on_palette_ran)

    def go_to(self, subject: str) -> None:
        """Show a stage, skill, project or lane, if it is on the roadmap."""
        if self.page.knows(subject):
            self.show_page(JOURNEY)
            self.page.go_to(subject)
        elif not ways.show_elsewhere(self, subject):
            title = self.current.reader.title(subject) or slug_of(subject)
            text = tr("“{title}” is not on the roadmap you follow", title=title)
            self.window.toast.say(text, undoable=False)

    @cached_property
    def proof_desk(self) -> ProofDesk:
        """Return what answers evidence views, on whatever page they stand."""
        from tracker.app.proving import make_proof_desk

        return make_proof_desk(self, self._session)

    def _serve_panel(self, panel: StagePanel) -> None:
        self.proof_desk.serve(panel.detail.evidence)
        ways.serve_questions(self, panel.detail)
        for editor in (panel.note, panel.detail.note):
            editor.overwrote.connect(self.telling.say_overwritten)

    @property
    def projects(self) -> ProjectsPage:
        """Return the page of projects, made when it is first wanted."""
        if PROJECTS not in self._made:
            self._make_page(PROJECTS)
        assert self._projects is not None  # noqa: S101  # made with its page
        return self._projects

    @property
    def career(self) -> CareerPage:
        """Return the Career page, made when it is first wanted."""
        if CAREER not in self._made:
            self._make_page(CAREER)
        assert self._career is not None  # noqa: S101  # made with its page
        return self._career

    def show_quick_log(self) -> None:
        """Ask what was done, in one line."""
        from tracker.app.logging_dialog import show_quick_log

        show_quick_log(self)

    def open_page(self, subject: str = "") -> None:
        """Open a page of the guide, a level, a role or a source; or the guide."""
        entered = self._shown in {JOURNEY, CAREER} and bool(subject)
        origin = self._shown
        self.show_page(GUIDE)
        guide = self._guide
        assert guide is not None  # noqa: S101  # made with its page
        if entered:
            guide.come_from(origin, tr("‹ Career") if origin == CAREER else "")
        if not subject:
            guide.focus_search()
        elif guide.open(subject, entered=entered):
            guide.text.setFocus()
        else:
            text = tr("There is no page called {name}", name=slug_of(subject))
            self.window.toast.say(text, undoable=False)

    def leave_guide(self) -> None:
        """Go back to the Journey or Career as it was when a page was opened there."""
        origin = JOURNEY if self._guide is None else self._guide.origin
        self.show_page(origin)
        if origin == JOURNEY:
            self.page.panel.focus_content()

    def open_address(self, address: str) -> None:
        """Follow a link of a text: to a page, onto the road, or, if asked, outside."""
        from tracker.domain.reference import REFERENCE_KINDS

        if ways.show_kept(self, address):
            return
        if kind_of(address) in REFERENCE_KINDS:
            self.open_page(address)
        elif kind_of(address) in SUBJECT_KINDS:
            self.go_to(address)
        else:
            from tracker.ui.links import open_link

            open_link(self.window, address)

    def set_current_state(self, state: State) -> None:
        """Set the state of the item that the keyboard is on."""
        shown = self.window.pages.currentWidget()
        pages = (self.page, self._projects, self._career)
        page = next((each for each in pages if each is shown), None)
        subject = None if page is None else page.current_subject()
        if subject is None:
            self.window.toast.say(tr("Choose a skill or project first"), undoable=False)
        else:
            self.commands.set_state(subject, state)

    def refresh_undo(self) -> None:
        """Name in the menu what undo and redo would do."""
        from tracker.services.wording import described

        undo, redo = self.workspace.undo.next_undo(), self.workspace.undo.next_redo()
        title = self.workspace.store.reader.title
        for name, text, step in (
            ("undo", tr("&Undo"), undo),
            ("redo", tr("&Redo"), redo),
        ):
            what = f": {described(step.edit, title)}" if step else ""
            self.actions[name].setText(text + what.replace("&", "&&"))

    def _fill_window(self) -> None:
        pages = self.window.pages
        self.window.setMenuBar(menu_bar(self.window))
        for old in [pages.widget(n) for n in range(pages.count())]:
            if old is not None:
                pages.removeWidget(old)
                old.setParent(None)
        self.window.add_page(JOURNEY, self.page)
        self.window.show_page(JOURNEY)
        self.window.navigation.saved.say(tr("All changes saved"), "done")

    def _connect(self) -> None:
        header, window = self.window.header, self.window
        # The window may follow several folders in its life; see `detach`.
        self._links = [
            (header.roadmap_chosen, self.commands.choose_roadmap),
            (header.add_requested, self.adding.ask_for_file),
            (header.search_requested, self.show_palette),
            (header.continue_requested, self.go_on),
            (header.menu.aboutToShow, self._offer_roadmaps),
            (window.navigation.chosen, self.show_page),
            (window.undo_requested, self.telling.on_undo_of_toast),
        ]
        for signal, slot in self._links:
            signal.connect(slot)
        self.page.link_clicked.connect(self.open_address)
        self.page.typing.connect(self.telling.show_typing)
        self.page.panel_made.connect(self._serve_panel)
        self.page.project_opened.connect(partial(ways.show_project, self))
        self.commands.failed.connect(self.telling.on_failed)
        self.commands.roadmap_chosen.connect(self.current.reload)
        self.commands.settings_changed.connect(self.current.read_plan)
        self.current.changed.connect(self.telling.on_changed)
        self.current.replaced.connect(self._show_header)
        self.current.replaced.connect(self.window.hide_toast)
        self.current.planned.connect(self._show_header)

    def detach(self) -> None:
        """Let go of the window, which goes on with another folder."""
        for signal, slot in self._links:
            signal.disconnect(slot)
        self.timing.detach()
        self.reminding.detach()
        self.window.hide_toast()
        self.window.messages.hide()
        for action in self._actions.values():
            self.window.removeAction(action)  # else its shortcut would stay, too

    def go_on(self) -> None:
        """Show what is next."""
        ways.go_on(self)

    def _show_header(self) -> None:
        header, journey = self.window.header, self.current.journey
        text = heading(self, self._shown)
        if text is not None:
            header.show_page_title(*text)
        elif journey is not None:
            header.show_journey(journey, self.current.hours_a_week)

    def _offer_roadmaps(self) -> None:
        journey = self.current.journey
        chosen = "" if journey is None else journey.outline.slug
        self.window.header.offer(self.current.reader.roadmaps(), chosen)

    def _make_page(self, number: int) -> None:
        from tracker.app.pages import make_guide, make_journal, make_settings
        from tracker.app.projects import make_projects

        page: QWidget
        if number == SETTINGS:
            page = make_settings(self, self._session)
        elif number == JOURNAL:
            page = self._journal = make_journal(self)
        elif number == PROJECTS:
            page = self._projects = make_projects(self)
            self._projects.header_changed.connect(self._show_header)
        elif number == CAREER:
            from tracker.app.career.page import make_career

            page = self._career = make_career(self)
            self._career.header_changed.connect(self._show_header)
        else:
            page = self._guide = make_guide(self)
        self._made.add(number)
        self.window.add_page(number, page)

    def _on_palette_ran(self, key: str) -> None:
        others = [each for each in self._recent if each != key]
        self._recent = [key, *others][:_REMEMBERED]


_REMEMBERED = 8  # of what was run from the palette
