"""Everything can be reached by keyboard, and says what it is and how it stands."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QTextBrowser,
    QWidget,
)

from tests.builders import a_roadmap, a_skill, a_stage
from tests.pages.keys import press
from tracker.domain.application import Phase
from tracker.domain.errors import Problem, StorageError
from tracker.domain.interview import Verdict
from tracker.ui.career.applications.new_dialog import NewApplicationDialog
from tracker.ui.career.ladder.sum_dialog import SumDialog
from tracker.ui.problems import ProblemsDialog
from tracker.ui.projects.new_dialog import NewProjectDialog
from tracker.ui.widgets.segmented import Segment
from tracker.workspace import Workspace

Role = QAccessible.Role
SENSIBLE = {
    Role.PushButton,
    Role.ButtonMenu,
    Role.CheckBox,
    Role.RadioButton,
    Role.EditableText,
    Role.StaticText,
    Role.Table,
    Role.Tree,
    Role.List,
    Role.PageTabList,
    Role.ComboBox,
    Role.SpinBox,
    Role.Document,
    Role.Button,
    Role.Client,  # an area that scrolls by keyboard
}


def nothing(_running) -> None:
    """Leave the window as it opened."""


def as_list(running):
    running.journey.choose_way("List")


def projects(running):
    running.press("Alt+2")


def guide(running):
    running.press("Alt+3")


def guidebook(running):
    running.press("Ctrl+G")


def lanes(running):
    running.journeying.page.show_lanes(4)


def notes(running):
    running.press("Alt+4")


def skill(running):
    running.journey.open(running.journey.titles()[0])


def project(running):
    running.press("Alt+2")
    running.journey.open(running.journey.titles()[0])


def interview(running):
    running.press("Ctrl+Shift+I")


def _round(running):
    interview(running)
    section = running.journeying.career.section("interview")
    section.start.begin.click()
    return section


def question(running):
    _round(running)


def model_answer(running):
    _round(running).round.reveal()


def summary(running):
    section = _round(running)
    section.round.judged.emit(Verdict.AGAIN)
    section.round.stop.click()


def profile(running):
    running.press("Ctrl+Shift+O")


def board(running):
    running.journeying.workspace.projects.create("Mine")
    running.press("Ctrl+Shift+B")
    running.journeying.projects.go_to("project:my-mine")


def ladder(running):
    running.journeying.commands.plan(["skill:docker"])
    running.press("Ctrl+Shift+C")


def level(running):
    running.press("Ctrl+Shift+C")
    running.journeying.career.section("ladder").open("level:junior")


def role(running):
    running.press("Ctrl+Shift+C")
    running.journeying.career.section("ladder").open("role:devops-engineer")


def sum_of_a_level(running):
    level(running)
    running.journeying.career.section("ladder").show_sum("level:junior")
    return running.window.findChild(SumDialog)


def new_project(running):
    running.press("Ctrl+Shift+N")
    return running.window.findChild(NewProjectDialog)


def applications(running):
    postings = running.journeying.workspace.use_cases.postings
    advert = postings.add("Python and SQL").edit.changes[0].subject
    jobs = running.journeying.workspace.use_cases.applications
    stored = jobs.add("A job", posting=advert, phase=Phase.APPLIED, company="A bank")
    running.press("Ctrl+Shift+D")
    section = running.journeying.career.section("applications")
    section.open(stored.edit.changes[0].subject)


def no_applications(running):
    running.press("Ctrl+Shift+D")


def new_application(running):
    running.press("Ctrl+Shift+D")
    running.journeying.career.section("applications").bar.new_requested.emit()
    return running.window.findChild(NewApplicationDialog)


def settings(running):
    running.show_settings()


def palette(running):
    running.press("Ctrl+K")
    running.qtbot.waitUntil(lambda: running.palette is not None)
    return running.palette


def about(running):
    return _dialog(running, "about")


def shortcuts(running):
    return _dialog(running, "shortcuts")


def message(running):
    error = StorageError("It is locked.", "locked", "database is locked")
    running.journeying.commands.failed.emit(error, lambda: None)


def toast(running):
    running.journey.check(running.journey.titles()[0])


def problems(running):
    found = [Problem("a.yaml", 1, 2, "stages", "nothing", "one") for _ in range(3)]
    dialog = ProblemsDialog(running.window, Path("a.yaml"), found)
    dialog.open()
    return dialog


def trouble(running):
    running.session.show_trouble(StorageError("It is damaged.", "damaged", "x"))


def first_run(running):
    running.session._show_first_run()


def _dialog(running, action):
    """Return the dialog of an action, opened without waiting for its end."""
    shown: list[QDialog] = []

    def show(dialog):
        shown.append(dialog)
        dialog.open()
        return 0

    original, QDialog.exec = QDialog.exec, show
    try:
        running.run(action)
    finally:
        QDialog.exec = original
    return shown[0]


PLACES = [
    nothing,
    as_list,
    projects,
    guide,
    guidebook,
    lanes,
    notes,
    skill,
    project,
    interview,
    question,
    model_answer,
    summary,
    profile,
    board,
    ladder,
    level,
    role,
    sum_of_a_level,
    new_project,
    applications,
    no_applications,
    new_application,
    settings,
    palette,
    about,
    shortcuts,
    message,
    toast,
    problems,
    trouble,
    first_run,
]


@pytest.fixture
def window(running):
    """Return a window that is large enough to show everything."""
    running.window.resize(1400, 1300)
    yield running
    for dialog in running.window.findChildren(QDialog):
        with suppress(RuntimeError):
            dialog.close()


def go(window, place) -> QWidget:
    """Show a place; return the widget that holds all that can be reached there."""
    top = place(window) or window.window
    window.qtbot.waitUntil(top.isVisible)
    if isinstance(top, QDialog) and top.isWindow():
        top.activateWindow()
        window.qtbot.waitUntil(top.isActiveWindow)
    return top


def focusable(top: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisibleTo(top)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.window() is top.window()
        and not _is_other_of_a_group(widget)
        and _really(widget)
    ]


def _is_other_of_a_group(widget: QWidget) -> bool:
    """Return whether the arrow keys lead here, from the chosen one of a group."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and not widget.isChecked()


def _really(widget: QWidget) -> bool:
    """Return whether a widget is one that a person uses, not a part of another."""
    name = widget.objectName()
    return name != "qt_scrollarea_viewport" and not name.startswith("qt_spinbox")


@pytest.mark.parametrize("place", PLACES)
def test_everything_that_takes_the_keyboard_has_a_name_and_a_role(window, place):
    top = go(window, place)
    found = focusable(top)
    assert found
    wrong = []
    for widget in found:
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name)
        if not name.strip() or interface.role() not in SENSIBLE:
            wrong.append((type(widget).__name__, name, interface.role()))
    assert not wrong


def _tab(key):
    """Move on, through all links where a text has some, and return what is reached."""
    before = QApplication.focusWidget()
    for _ in range(100):
        press(key)
        now = QApplication.focusWidget()
        assert now is not None
        if now is not before or not isinstance(now, QTextBrowser):
            return now
    return pytest.fail("Tab never leaves a text with links")


# In the palette Tab moves through what was found.
@pytest.mark.parametrize("place", [place for place in PLACES if place is not palette])
def test_tab_visits_everything_once_and_returns(window, place):
    top = go(window, place)
    expected = focusable(top)
    start = QApplication.focusWidget()
    if start not in expected:
        expected[0].setFocus()
        start = expected[0]
    visited = [start]
    for _ in range(len(expected) * 2 + 100):
        now = _tab("Tab")
        if now is start:
            break
        assert now not in visited, f"{now} twice before coming round"
        visited.append(now)
    else:
        pytest.fail("Tab never comes back")
    names = {w: w.accessibleName() or type(w).__name__ for w in expected}
    missed = [names[w] for w in expected if w not in visited]
    assert not missed
    back = [_tab("Shift+Tab") for _ in visited]
    assert back == [*reversed(visited[1:]), start]


def test_stage_buttons_say_where_how_and_what(window):
    button = window.journey.marker(3)
    interface = QAccessible.queryAccessibleInterface(button)
    text = interface.text(QAccessible.Text.Name)
    assert text == "Stage 3 of 7, Portfolio and first role, 0 percent"
    assert (
        interface.text(QAccessible.Text.Description)
        == "Ahead, 0 / 21 skills · 0 / 5 projects"
    )
    here = QAccessible.queryAccessibleInterface(window.journey.marker(1))
    said = here.text(QAccessible.Text.Description)
    assert said == "You are here, 0 / 22 skills · 0 / 3 projects"
    for title in window.journey.titles():
        window.journey.go_to(title)
        window.press("Space")
    name = QAccessible.queryAccessibleInterface(window.journey.marker(1)).text(
        QAccessible.Text.Name
    )
    assert f"{window.journey.ring} percent" in name


def actions_of(widget) -> tuple[QAccessible, list[str]]:
    interface = QAccessible.queryAccessibleInterface(widget).actionInterface()
    return interface, interface.actionNames()


@pytest.mark.parametrize("name", ["Press", "Toggle"])
def test_what_a_screen_reader_does_to_a_stage_chooses_it(window, qtbot, name):
    interface, names = actions_of(window.journey.marker(3))
    assert name in names
    interface.doAction(name)
    qtbot.waitUntil(lambda: window.journey.stage == 3)
    assert window.journey.chosen_marker == 3
    interface.doAction(name)
    qtbot.waitUntil(lambda: not window.journey.marker(3).isDown())
    assert window.journey.chosen_marker == 3, "and never takes the choice away"


@pytest.mark.parametrize("name", ["Press", "Toggle"])
def test_what_a_screen_reader_does_to_an_outcome_is_stored(window, qtbot, name):
    skill(window)
    subject, row = next(iter(window.journey.widget.panel.detail._rows.items()))
    interface, names = actions_of(row)
    assert name in names
    interface.doAction(name)
    qtbot.waitUntil(lambda: window.stored_state(subject) == "done")
    assert row.isChecked()
    interface.doAction(name)
    qtbot.waitUntil(lambda: window.stored_state(subject) == "todo")
    assert not row.isChecked()


def test_what_a_screen_reader_does_to_a_switch_counts(window, qtbot):
    path, way = window.journey.widget.switch.findChildren(Segment)
    interface, names = actions_of(way)
    assert "Toggle" in names
    interface.doAction("Toggle")
    qtbot.waitUntil(lambda: window.journey.is_list)
    assert way.isChecked()
    actions_of(path)[0].doAction("Toggle")
    qtbot.waitUntil(lambda: not window.journey.is_list)


def test_a_tick_that_cannot_be_stored_is_not_shown_to_a_screen_reader_either(window):
    skill(window)
    row = next(iter(window.journey.widget.panel.detail._rows.values()))
    with closing(sqlite3.connect(window.data_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        actions_of(row)[0].doAction("Toggle")
        assert not row.isChecked()
        assert window.message


def test_arrows_walk_along_the_road(window):
    window.journey.marker(1).setFocus()
    for key, stage in [
        ("Right", 2),
        ("Up", 3),
        ("Left", 2),
        ("Down", 1),
        ("Down", 1),
        ("End", 7),
        ("Right", 7),
        ("Home", 1),
    ]:
        press(key)
        assert QApplication.focusWidget() is window.journey.marker(stage)
    press("End")
    press("Return")
    assert window.journey.stage == 7
    press("Home")
    press("Space")
    assert window.journey.stage == 1


def test_arrows_follow_the_mirrored_road(window, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.journey.marker(1).setFocus()
    press("Left")
    assert QApplication.focusWidget() is window.journey.marker(2)
    press("Right")
    assert QApplication.focusWidget() is window.journey.marker(1)


def test_rows_speak_title_and_state(window):
    page = window.journey
    first, second, third = page.titles()[:3]
    page.check(first)
    page.go_to(second)
    press("L")
    page.go_to(third)
    press("A")
    for title in page.titles():
        spoken = page.spoken(title)
        assert spoken.startswith(title)
        state = {first: "Done", second: "Learning", third: "Set aside"}.get(title)
        assert (state or "To do") in spoken
    table = QAccessible.queryAccessibleInterface(page.table)
    cells = [table.child(n) for n in range(table.childCount())]
    names = [cell.text(QAccessible.Text.Name) for cell in cells if cell is not None]
    assert page.spoken(first) in names


def test_lines_of_the_list_speak_too(window):
    as_list(window)
    tree = window.journey.widget.tree
    model, waiting, seen = tree.tree, [], 0
    waiting = [model.index(n, 0) for n in range(model.rowCount())]
    while waiting:
        index = waiting.pop()
        if model.canFetchMore(index):
            model.fetchMore(index)
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.startswith(index.data())
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            assert "To do" in spoken or "Planned" in spoken
            seen += 1
        waiting += [model.index(n, 0, index) for n in range(model.rowCount(index))]
    assert seen > 300


@pytest.mark.parametrize("place", PLACES)
def test_sizes_of_text_come_from_the_user(window, place):
    top = go(window, place)
    for widget in top.findChildren(QWidget):
        assert widget.font().pointSizeF() > 0, widget


@pytest.mark.parametrize("place", PLACES)
def test_no_label_guesses_whether_its_text_is_rich(window, place):
    top = go(window, place)
    wrong = [
        each
        for each in top.findChildren(QLabel)
        if each.textFormat() == Qt.TextFormat.AutoText and each.pixmap().isNull()
    ]
    assert not [(w, w.text(), w.parent()) for w in wrong]


HOSTILE = {
    "bomb": "<table><tr><td>" * 18,
    "file": "<img src=file:///etc/passwd>",
    "override": "abc\u202edef\u202c",
    "long": "x" * 300,
    "many": "wort " * 59,
    "emoji": "👩‍🚀🏳️‍🌈 שלום مرحبا 職",
    "ampersand": "R&D && <b>bold</b> &lt; %s {n} {title}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_titles_are_shown_as_they_are_everywhere(data, milepost, name):
    """In a learner's own file they come in; no page may take them for markup."""
    text = HOSTILE[name]
    folder_file = data.parent / "hostile.yaml"
    shown = json.dumps(text, ensure_ascii=False)
    folder_file.write_text(ROAD.replace("TITLE", shown), encoding="utf-8")
    window = milepost(data, size=(1280, 900))
    window.drop(folder_file)
    window.wait_for_tasks()
    if name == "override" and window.problems is not None:
        return  # refused with a reason is well, too
    assert window.problems is None
    window.click_message_button()
    title = window.journeying.current.journey.outline.title
    assert window.roadmap == title
    for place in (nothing, as_list, projects, guide, notes, skill, project, settings):
        window.press("Alt+1")
        go(window, place)
        window.window.grab()
        _hover_everything(window.window)
    window.show_journey()
    window.press("Alt+1")
    for each in window.journey.titles():
        window.journey.check(each)
        assert each in window.toast
        assert each in window.menu_text("undo").replace("&&", "&") or "&" in each
    assert "<qt>" not in window.toast
    palette(window)
    window.palette._field.insert(text[:5])  # QTest types no letters beyond Latin
    window.window.grab()
    window.press("Escape")
    assert title in window.roadmaps()


ROAD = """\
format: milepost-roadmap/1
slug: hostile
title: TITLE
version: "1"
summary: TITLE
stages:
  - slug: only
    title: TITLE
    summary: TITLE
    groups:
      - title: TITLE
        skills:
          - slug: forge
            title: TITLE
            summary: TITLE
            hours: 10
            outcomes:
              - {slug: nail, text: TITLE}
    projects:
      - slug: gate
        title: TITLE
        brief: TITLE
        hours: 3
        milestones:
          - {slug: hinge, title: TITLE}
"""


def _hover_everything(top: QWidget) -> None:
    """Let every widget show its tool tip; no rich text may be made of a title."""
    for widget in top.findChildren(QWidget):
        tip = widget.toolTip()
        if tip:
            assert tip.startswith("<qt>")
            assert "<table" not in tip
            assert "<img" not in tip
    for view in top.findChildren(QAbstractItemView):
        model = view.model()
        if model is None or not view.isVisible():
            continue
        for row in range(min(model.rowCount(), 10)):
            tip = model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
            assert not tip or tip.startswith("<qt>")


def test_long_roads_can_be_reached_by_keyboard(data, milepost):
    stages = [a_stage(f"s{n}", a_skill(f"k{n}")) for n in range(30)]
    workspace = Workspace(data, lambda _: None)
    workspace.roadmaps.add(a_roadmap(*stages), "1")
    workspace.roadmaps.choose("road")
    workspace.close()
    window = milepost(data)
    window.journey.marker(1).setFocus()
    for stage in range(2, 31):
        press("Right")
        assert QApplication.focusWidget() is window.journey.marker(stage)
