"""Every command of the window, in one table: text, shortcut, menu, and what it runs.

The menu bar, the command palette and the list of shortcuts are made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from tracker.ui.menus import menu_titles
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QMenuBar, QWidget

Key = QKeySequence.StandardKey
Role = QAction.MenuRole


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command.

    Attributes:
        name: How code and tests call it.
        text: What the menu says.
        menu: The menu it stands in; an empty text in the table makes a separator.
        keys: Its shortcuts, the usual one first.
        role: Where macOS wants it.
    """

    name: str
    text: str = ""
    menu: str = ""
    keys: tuple[Key | str, ...] = ()
    role: Role = Role.NoRole


def action_specs() -> tuple[ActionSpec, ...]:
    """Return the table, in the order of the menus."""
    file, edit, view, go, help_ = menu_titles()
    return (
        *_file_specs(file),
        *_edit_specs(edit),
        ActionSpec("path", tr("Show the &path"), view, ("Ctrl+1",)),
        ActionSpec("list", tr("Show the &list"), view, ("Ctrl+2",)),
        ActionSpec("proved", tr("Only what I can &prove"), view, ("Ctrl+Shift+P",)),
        ActionSpec("", menu=view),
        ActionSpec("closer", tr("Zoom &in"), view, (Key.ZoomIn, "Ctrl+=")),
        ActionSpec("further", tr("Zoom &out"), view, (Key.ZoomOut,)),
        ActionSpec("fit", tr("&Fit the road"), view, ("Ctrl+0",)),
        ActionSpec("", menu=view),
        ActionSpec("fullscreen", tr("F&ull screen"), view, (Key.FullScreen,)),
        ActionSpec("palette", tr("&Search and run…"), go, ("Ctrl+K",)),
        ActionSpec("find", tr("&Find on this page…"), go, (Key.Find,)),
        ActionSpec("next", tr("What is &next"), go, ("Ctrl+N",)),
        ActionSpec("here", tr("Where I &stand"), go, ("Ctrl+Home",)),
        ActionSpec("journey", tr("&Journey"), go, ("Ctrl+J",)),
        ActionSpec("board", tr("&Board of projects"), go, ("Ctrl+Shift+B",)),
        ActionSpec("journal", tr("Jour&nal"), go, ("Ctrl+Shift+J",)),
        ActionSpec("library", tr("Gu&ide"), go, ("Ctrl+G",)),
        *_career_specs(go),
        ActionSpec("lane", tr("Choose a &lane…"), go, ("Ctrl+Shift+F",)),
        ActionSpec("stage_before", tr("Stage &before"), go, ("Alt+Up",)),
        ActionSpec("stage_after", tr("Stage &after"), go, ("Alt+Down",)),
        ActionSpec("", menu=go),
        ActionSpec("skills", tr("S&kills of the stage"), go, ("Alt+1",)),
        ActionSpec("projects", tr("&Projects of the stage"), go, ("Alt+2",)),
        ActionSpec("guide", tr("&Guide to the stage"), go, ("Alt+3",)),
        ActionSpec("notes", tr("N&otes on the stage"), go, ("Alt+4",)),
        ActionSpec("shortcuts", tr("&Keyboard shortcuts"), help_, ("F1",)),
        ActionSpec("log", tr("Open the &log folder"), help_),
        ActionSpec("about", tr("&About Milepost"), help_, (), Role.AboutRole),
    )


def _career_specs(go: str) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("", menu=go),
        ActionSpec("career", tr("&Career"), go, ("Ctrl+Shift+C",)),
        ActionSpec("job_fit", tr("Job fi&t"), go, ("Ctrl+Shift+G",)),
        ActionSpec("applications", tr("A&pplications"), go, ("Ctrl+Shift+D",)),
        ActionSpec("interview", tr("Inter&view"), go, ("Ctrl+Shift+I",)),
        ActionSpec("profile", tr("P&rofile"), go, ("Ctrl+Shift+O",)),
        ActionSpec("", menu=go),
    )


def _file_specs(file: str) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("add", tr("&Add a roadmap file…"), file, (Key.Open,)),
        ActionSpec("backup", tr("&Back up now"), file),
        ActionSpec("folder", tr("Open the &data folder"), file),
        ActionSpec("", menu=file),
        ActionSpec("report", tr("&Report…"), file, ("Ctrl+Shift+R",)),
        ActionSpec("export", tr("&Export…"), file, ("Ctrl+Shift+E",)),
        ActionSpec("", menu=file),
        ActionSpec("quit", tr("&Quit"), file, ("Ctrl+Q",), Role.QuitRole),
    )


def _edit_specs(edit: str) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("undo", tr("&Undo"), edit, (Key.Undo,)),
        ActionSpec("redo", tr("&Redo"), edit, (Key.Redo, "Ctrl+Shift+Z")),
        ActionSpec("", menu=edit),
        ActionSpec("log_line", tr("Lo&g what you did…"), edit, ("Ctrl+L",)),
        ActionSpec("timer", tr("Start or pause the ti&mer"), edit, ("Ctrl+T",)),
        ActionSpec(
            "timer_stop", tr("Stop the timer and log…"), edit, ("Ctrl+Shift+S",)
        ),
        ActionSpec("", menu=edit),
        ActionSpec("new_project", tr("Ne&w project…"), edit, ("Ctrl+Shift+N",)),
        ActionSpec("done", tr("Check the current item &off"), edit, ("Ctrl+D",)),
        ActionSpec("learning", tr("Mark it as &learning"), edit, ("Ctrl+Shift+L",)),
        ActionSpec("aside", tr("&Set it aside"), edit, ("Ctrl+Shift+A",)),
        ActionSpec("todo", tr("Put it back &to do"), edit, ("Ctrl+Shift+T",)),
        ActionSpec("plan", tr("On my &plan, or off it"), edit, ("Ctrl+Shift+Y",)),
        ActionSpec("", menu=edit),
        ActionSpec(
            "settings", tr("&Settings"), edit, ("Ctrl+,",), Role.PreferencesRole
        ),
    )


def make_actions(
    owner: QObject,
    window: QWidget,
    bar: QMenuBar,
    run: Mapping[str, Callable[[], object]],
) -> dict[str, QAction]:
    """Make every action of the table, put it into its menu, and return them by name.

    Args:
        owner: What the actions live as long as.
        window: What the shortcuts belong to.
        bar: The menu bar, with its menus.
        run: What each action does, by name.
    """
    menus = {menu.title(): menu for menu in bar.findChildren(QMenu)}
    actions: dict[str, QAction] = {}
    for spec in action_specs():
        menu = menus[spec.menu]
        if not spec.name:
            menu.addSeparator()
            continue
        action = QAction(spec.text, owner)
        action.setObjectName(spec.name)
        action.setShortcuts(sequences(spec.keys))
        action.setMenuRole(spec.role)
        action.triggered.connect(run[spec.name])
        menu.addAction(action)
        window.addAction(action)
        actions[spec.name] = action
    return actions


def sequences(
    keys: tuple[Key | str, ...], usual: int | None = None
) -> list[QKeySequence]:
    """Return shortcuts without repetition; some standard keys mean several.

    So many of these are ``usual``; the others are multimedia keys and old habits.
    """
    found: list[QKeySequence] = []
    for key in keys:
        if isinstance(key, str):
            each = [QKeySequence(key)]
        else:
            each = QKeySequence.keyBindings(key)[:usual]
        found += [sequence for sequence in each if sequence not in found]
    return found
