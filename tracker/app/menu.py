"""What each action of the table in `tracker.ui.actions` does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tracker.app.files import open_folder
from tracker.app.planning import toggle_plan
from tracker.domain.edit import State
from tracker.ui.career.names import (
    APPLICATIONS,
    INTERVIEW,
    LADDER,
    POSTINGS,
    PROFILE,
)
from tracker.ui.navigation import JOURNAL, JOURNEY, PROJECTS, SETTINGS
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.app.journeying import Journeying

ZOOM = 1.25


def handlers(journeying: Journeying) -> dict[str, Callable[[], object]]:
    """Return what to run for the name of each action."""
    window = journeying.window
    state = journeying.set_current_state
    folder = journeying.workspace.folder
    return {
        "add": journeying.adding.ask_for_file,
        "backup": journeying.back_up,
        "folder": partial(open_folder, folder),
        "report": partial(_show_report, journeying),
        "export": partial(_show_export, journeying),
        "quit": window.close,
        "undo": partial(_undo, journeying),
        "redo": partial(_redo, journeying),
        "done": partial(state, State.DONE),
        "learning": partial(state, State.LEARNING),
        "aside": partial(state, State.ASIDE),
        "todo": partial(state, State.TODO),
        "settings": partial(journeying.show_page, SETTINGS),
        "path": partial(_show_way, journeying, as_list=False),
        "list": partial(_show_way, journeying, as_list=True),
        "proved": partial(_toggle_proved, journeying),
        "closer": partial(_zoom, journeying, ZOOM),
        "further": partial(_zoom, journeying, 1 / ZOOM),
        "fit": partial(_fit, journeying),
        "fullscreen": partial(_toggle_full_screen, journeying),
        "palette": journeying.show_palette,
        "find": partial(_find, journeying),
        "next": journeying.go_on,
        "here": partial(_go_here, journeying),
        "journey": partial(journeying.show_page, JOURNEY),
        "log_line": journeying.show_quick_log,
        "board": partial(journeying.show_page, PROJECTS),
        "new_project": partial(_ask_for_project, journeying),
        "timer": journeying.timing.toggle,
        "timer_stop": journeying.timing.stop,
        "journal": partial(journeying.show_page, JOURNAL),
        "library": journeying.open_page,
        **_career_handlers(journeying),
        "lane": partial(_choose_lane, journeying),
        "stage_before": partial(_go_by, journeying, -1),
        "stage_after": partial(_go_by, journeying, 1),
        **{
            name: partial(_show_tab, journeying, tab)
            for tab, name in enumerate(("skills", "projects", "guide", "notes"))
        },
        "shortcuts": partial(_show_shortcuts, journeying),
        "log": partial(open_folder, journeying.log_folder),
        "about": partial(_show_about, journeying),
    }


def _career_handlers(journeying: Journeying) -> dict[str, Callable[[], object]]:
    sections = {
        "career": LADDER,
        "job_fit": POSTINGS,
        "applications": APPLICATIONS,
        "interview": INTERVIEW,
        "profile": PROFILE,
    }
    return {
        "plan": partial(toggle_plan, journeying),
        **{
            name: partial(_show_career, journeying, section)
            for name, section in sections.items()
        },
    }


def _find(journeying: Journeying) -> None:
    """Search on the page that is shown, or in everything where it has no search."""
    field = getattr(journeying.window.pages.currentWidget(), "search", None)
    if isinstance(field, QLineEdit):
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()
    else:
        journeying.show_palette()


def _zoom(journeying: Journeying, factor: float) -> None:
    """Enlarge what is shown: the road, or the text of the guide."""
    from tracker.ui.guide.page import GuidePage

    shown = journeying.window.pages.currentWidget()
    if shown is journeying.page:
        journeying.page.road.zoom(factor)
    elif isinstance(shown, GuidePage):
        shown.text.zoom(factor)


def _fit(journeying: Journeying) -> None:
    """Show the road whole, or the text of the guide in its own size."""
    from tracker.ui.guide.page import GuidePage

    shown = journeying.window.pages.currentWidget()
    if shown is journeying.page:
        journeying.page.road.fit()
    elif isinstance(shown, GuidePage):
        shown.text.zoom(0)


def _undo(journeying: Journeying) -> None:
    if journeying.workspace.undo.next_undo() is None:
        journeying.window.toast.say(tr("There is nothing to undo"), undoable=False)
    else:
        journeying.commands.undo()


def _redo(journeying: Journeying) -> None:
    if journeying.workspace.undo.next_redo() is None:
        journeying.window.toast.say(tr("There is nothing to redo"), undoable=False)
    else:
        journeying.commands.redo()


def _show_way(journeying: Journeying, *, as_list: bool) -> None:
    journeying.show_page(JOURNEY)
    journeying.page.show_as_list(as_list=as_list)


def _toggle_proved(journeying: Journeying) -> None:
    """List and count only what can be proved, or everything again."""
    journeying.show_page(JOURNEY)
    only = not journeying.page.panel.strip.only.isChecked()
    journeying.page.show_only_proved(only=only)
    text = (
        tr("Only what you can prove is listed") if only else tr("Everything is listed")
    )
    journeying.window.toast.say(text, undoable=False)


def _toggle_full_screen(journeying: Journeying) -> None:
    window = journeying.window
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()


def _go_here(journeying: Journeying) -> None:
    journey = journeying.current.journey
    if journey is not None:
        journeying.show_page(JOURNEY)
        journeying.page.show_stage(journey.standing.here)
        journeying.page.road.focus_stage(journey.standing.here)


def _choose_lane(journeying: Journeying) -> None:
    """Show the lanes of the stage in view, or of the next stage that has any."""
    journey, page = journeying.current.journey, journeying.page
    if journey is None:
        return
    forks = [n for n, stage in enumerate(journey.outline.stages) if stage.fork]
    if not forks:
        text = tr("This roadmap does not divide: there is no lane to choose")
        journeying.window.toast.say(text, undoable=False)
        return
    ahead = [n for n in forks if n >= page.position]
    journeying.show_page(JOURNEY)
    page.show_lanes((ahead or forks)[0])


def _go_by(journeying: Journeying, step: int) -> None:
    journey = journeying.current.journey
    if journey is not None:
        journeying.show_page(JOURNEY)
        last = len(journey.outline.stages) - 1
        page = journeying.page
        page.show_stage(min(max(page.position + step, 0), last))


def _show_tab(journeying: Journeying, tab: int) -> None:
    journeying.show_page(JOURNEY)
    journeying.page.show_tab(tab)


def _show_career(journeying: Journeying, section: str) -> None:
    from tracker.app.career.page import show_career

    show_career(journeying, section)


def _ask_for_project(journeying: Journeying) -> None:
    from tracker.app.projects import ask_for_project

    ask_for_project(journeying)


def _show_report(journeying: Journeying) -> None:
    from tracker.app.reporting import show_report

    show_report(journeying)


def _show_export(journeying: Journeying) -> None:
    from tracker.app.reporting import show_export

    show_export(journeying)


def _show_shortcuts(journeying: Journeying) -> None:
    from tracker.ui.shortcuts import show_shortcuts

    show_shortcuts(journeying.window, list(journeying.actions.values()))


def _show_about(journeying: Journeying) -> None:
    from tracker.db.connection import SCHEMA_VERSION
    from tracker.logs import log_file
    from tracker.ui.about import AboutDialog

    log = log_file(journeying.log_folder)
    folder = journeying.workspace.folder
    AboutDialog(journeying.window, folder, log, schema=SCHEMA_VERSION).exec()
