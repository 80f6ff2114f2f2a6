"""What a learner does in a day: look, check off, take back, quit, come back."""

from __future__ import annotations

import shutil

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from tests.pages.journey import PROJECTS
from tests.pages.keys import click
from tracker.app.session import Session
from tracker.cli import main as terminal
from tracker.domain.edit import State
from tracker.ui.first_run import FirstRunPage
from tracker.workspace import DEFAULT_ROADMAP


def test_opening_shows_where_the_learner_stands(running):
    assert running.journey.stage == 1
    assert running.journey.chosen_marker == 1
    assert running.status.startswith("Stage 1 of 7 · 0% complete")
    assert running.saved == "All changes saved"
    assert running.journey.marker(1).face.state == "here"
    assert running.message == running.toast == ""
    assert QApplication.focusWidget() is running.journey.table


def test_a_click_on_a_marker_shows_its_stage_beside_the_road(running):
    running.journey.click_stage(3)
    assert running.journey.stage == running.journey.chosen_marker == 3
    titles = running.journey.titles()
    journey = running.journeying.current.journey
    assert titles == [skill.title for skill in journey.stage(2).skills]


def test_checking_off_by_mouse_moves_everything_at_once(running):
    page = running.journey
    title = page.titles()[1]
    before = running.status
    page.check(title)
    assert page.state(title) == "done"
    assert page.detail(title).startswith("Done ")
    assert "Done" in page.spoken(title)
    assert page.ring == page.marker_percent(1) > 0
    assert running.status != before
    assert running.toast == f"“{title}” done"
    assert running.saved == "All changes saved"
    assert running.stored_state(page.subject(title)) == "done"
    assert running.edits() == 1


def test_checking_off_by_space_and_back(running):
    page = running.journey
    title = page.titles()[2]
    page.go_to(title)
    running.press("Space")
    assert page.state(title) == "done"
    assert page.current_title == title, "the keyboard stays where it was"
    running.press("Space")
    assert page.state(title) == "todo"
    assert page.ring == 0


def test_undo_and_redo_by_keys(running):
    page = running.journey
    first, second = page.titles()[:2]
    page.check(first)
    page.check(second)
    ring, status = page.ring, running.status
    running.press("Ctrl+Z")
    assert (page.state(first), page.state(second)) == ("done", "todo")
    assert running.toast.startswith("Undone: ")
    assert page.ring < ring
    running.press("Ctrl+Z")
    assert (page.state(first), page.ring) == ("todo", 0)
    running.press("Ctrl+Z")
    assert running.toast == "There is nothing to undo"
    running.press("Ctrl+Shift+Z")
    running.press("Ctrl+Y")
    assert (page.state(first), page.state(second)) == ("done", "done")
    assert (page.ring, running.status) == (ring, status)
    running.press("Ctrl+Y")
    assert running.toast == "There is nothing to redo"


def test_the_toast_stays_above_a_page_that_is_made_after_it(running):
    toast = running.window.toast
    toast.say("Something was done", undoable=False)
    running.press("Ctrl+G")
    seen = running.window.pages.childAt(toast.geometry().center())
    assert seen is toast or toast.isAncestorOf(seen)


def test_a_toast_without_undo_keeps_no_room_for_the_button(running):
    toast = running.window.toast
    toast.say("Something was done", undoable=True)
    with_button = toast.width()
    toast.say("Something was done", undoable=False)
    assert with_button - toast.width() >= toast.undo.sizeHint().width()
    assert toast.text.width() >= toast.text.sizeHint().width()


def test_the_toast_takes_back_what_it_names(running):
    page = running.journey
    title = page.titles()[0]
    page.check(title)
    running.undo_from_toast()
    assert page.state(title) == "todo"


def test_letters_mark_as_learning_and_set_aside(running):
    page = running.journey
    first, second = page.titles()[:2]
    page.go_to(first)
    running.press("L")
    page.go_to(second)
    running.press("A")
    assert (page.state(first), page.state(second)) == ("learning", "aside")
    running.press("Ctrl+Shift+T")
    assert page.state(second) == "todo"
    running.press("Ctrl+D")
    assert page.state(second) == "done"


def test_the_edit_menu_names_what_undo_would_do(running):
    title = running.journey.titles()[0]
    assert running.menu_text("undo") == "Undo"
    running.journey.check(title)
    assert title in running.menu_text("undo")
    assert running.menu_text("redo") == "Redo"


def test_after_quitting_everything_is_where_it_was(running, milepost, data):
    page = running.journey
    first, second, third = page.titles()[:3]
    page.check(first)
    page.go_to(second)
    running.press("L")
    page.go_to(third)
    running.press("A")
    page.click_stage(4)
    page.choose_way("List")
    running.window.resize(780, 560)
    running.qtbot.waitUntil(lambda: page.widget.width() > 700)
    page.widget.splitter.setSizes([330, 380])
    before = dict(running.journeying.current.journey.progress.states)
    sizes = page.widget.splitter.sizes()
    width = running.window.size()
    assert width.width() == 780, "the screen of the tests is 800 wide"
    running.quit()

    again = milepost(data, size=None)
    assert dict(again.journeying.current.journey.progress.states) == before
    assert again.journey.stage == 4
    assert again.journey.is_list
    assert again.window.size() == width
    assert again.journey.widget.splitter.sizes() == sizes


def test_undo_goes_back_a_hundred_steps_after_a_restart(running, milepost, data):
    titles = running.journey.titles()
    for number in range(100):
        title = titles[number % len(titles)]
        running.journey.go_to(title)
        running.press("L" if number // len(titles) % 2 else "Space")
    steps = running.edits()
    assert steps >= 90
    running.quit()
    again = milepost(data)
    again.journey.table.setFocus()
    for _ in range(steps):
        again.press("Ctrl+Z")
    assert not again.journeying.current.journey.progress.in_state(State.DONE)
    assert not again.journeying.current.journey.progress.in_state(State.LEARNING)
    again.press("Ctrl+Z")
    assert again.toast == "There is nothing to undo"


@pytest.mark.parametrize("way", ["start", "skip", "enter"])
def test_the_first_run_leads_to_the_journey(milepost, new_folder, tmp_path, way):
    folder = tmp_path / "data"
    shutil.copytree(new_folder, folder)
    first = milepost(folder)
    page = first.shown_alone
    assert isinstance(page, FirstRunPage)
    assert not first.window.menuBar().isVisible()
    if way == "enter":
        first.press("Return")
    else:
        click(page._start if way == "start" else page._skip)
    assert first.shown_alone is None
    assert first.journey.stage == 1
    first.qtbot.waitUntil(lambda: QApplication.focusWidget() is first.journey.table)
    assert first.window.menuBar().isVisible()
    first.press("Space")
    assert first.journey.state(first.journey.titles()[0]) == "done"
    first.wait_for_tasks()
    first.quit()
    again = milepost(folder)
    assert again.shown_alone is None
    assert again.journey.state(again.journey.titles()[0]) == "done"


def test_a_new_folder_is_made_and_filled(milepost, tmp_path):
    first = milepost(tmp_path / "not" / "there yet")
    assert isinstance(first.shown_alone, FirstRunPage)


def test_starting_at_once_still_completes_the_window(
    milepost, new_folder, tmp_path, monkeypatch
):
    """A quick learner, or a slow computer: Enter before the window has settled."""
    folder = tmp_path / "data"
    shutil.copytree(new_folder, folder)
    original = Session._settle_soon

    def hasty(session):
        original(session)
        if session.journeying is None:
            session._on_skipped()

    monkeypatch.setattr(Session, "_settle_soon", hasty)
    first = milepost(folder)
    assert first.journeying._actions
    assert first.journeying.page._panel is not None


def test_milestones_finish_a_project(running):
    page = running.journey
    page.show_tab(PROJECTS)
    title = page.titles()[0]
    subject = page.subject(title)
    page.open(title)
    assert page.item == subject
    for number, part in enumerate(page.parts().values()):
        assert page.item_state == ("Active" if number else "Planned")
        running.window.resize(1280, 1400)
        click(part)
        assert part.isChecked()
    assert page.item_state == "Done"
    assert running.stored_state(subject) == "done"
    page.back()
    assert page.state(title) == "done"
    running.press("Ctrl+Z")
    assert page.state(title) == "learning"


def test_enter_opens_an_item_and_its_way_back_keeps_the_row(running):
    page = running.journey
    title = page.titles()[3]
    page.go_to(title)
    running.press("Return")
    assert page.item == f"skill:{page.subject(title).partition(':')[2]}"
    first = next(iter(page.parts().values()))
    assert QApplication.focusWidget() is first
    running.press("Space")
    assert first.isChecked()
    assert page.item_state == "Learning"
    page.back()
    assert page.current_title == title
    assert QApplication.focusWidget() is page.table
    assert page.state(title) == "learning"


def test_escape_leads_back_from_an_item(running):
    page = running.journey
    title = page.titles()[1]
    page.go_to(title)
    running.press("Return")
    assert page.detail_shown
    running.press("Escape")
    assert not page.detail_shown
    assert page.current_title == title


def test_a_link_to_a_needed_skill_leads_there(running):
    journey = running.journeying.current.journey
    for number in range(len(journey.outline.stages)):
        for skill in journey.stage(number).skills:
            if skill.needs:
                running.journeying.go_to(f"skill:{skill.slug}")
                break
        else:
            continue
        break
    link = running.journey.links()[0]
    running.window.resize(1280, 1600)
    wanted = link.property("subject")
    click(link)
    assert running.journey.item == wanted


def test_the_list_and_the_panel_agree(running):
    page = running.journey
    title = page.titles()[0]
    page.choose_way("List")
    page.check_line(title)
    assert page.state(title) == page.line_state(title) == "done"
    page.check(title)
    assert page.line_state(title) == "todo"
    page.widget.tree.setFocus()
    page.widget.tree.setCurrentIndex(page.line(title))
    running.press("Space")
    assert page.state(title) == "done"
    running.press("Return")
    assert page.item == "skill:" + page.item.partition(":")[2]


def test_continue_opens_what_is_next_and_all_done_says_so(running):
    click(running.window.header.go_on)
    assert running.journey.detail_shown
    journey = running.journeying.current.journey
    everything = [
        subject
        for stage in journey.outline.stages
        for subject in dict.fromkeys(stage.every_subject)
        if not subject.startswith("fork:")
    ]
    running.journeying.workspace.learning.set_states(everything, State.DONE)
    assert "100% complete" in running.status
    click(running.window.header.go_on)
    assert running.journey.stage == 7
    assert running.journey.widget.panel.next_card.text() == "You have arrived"


def test_the_palette_leads_to_a_skill(running, qtbot):
    wanted = list(running.journeying.current.journey.stage(4).skills)[2]
    running.press("Ctrl+K")
    palette = running.palette
    qtbot.waitUntil(lambda: QApplication.focusWidget() is palette._field)
    running.write(wanted.title[:30])
    running.press("Return")
    qtbot.waitUntil(lambda: not shiboken6.isValid(palette))
    assert running.journey.item == f"skill:{wanted.slug}"
    assert running.journey.stage == 5
    first = next(iter(running.journey.parts().values()))
    assert QApplication.focusWidget() is first


def test_escape_closes_the_palette_and_changes_nothing(running, qtbot):
    running.press("Ctrl+K")
    running.run("palette")
    palette = running.palette
    qtbot.waitUntil(lambda: QApplication.focusWidget() is palette._field)
    running.press("Escape")
    qtbot.waitUntil(lambda: not shiboken6.isValid(palette))
    assert running.palette is None, "only one was open"
    assert QApplication.focusWidget() is running.journey.table


def test_settings_and_back_by_mouse(running):
    running.show_settings()
    assert running.window.header.title.text() == "Settings"
    running.show_journey()
    assert "Stage 1 of 7" in running.status


def test_keys_walk_from_stage_to_stage(running):
    running.press("Alt+Down")
    running.press("Alt+Down")
    assert running.journey.stage == 3
    running.press("Alt+Up")
    assert running.journey.stage == 2
    running.press("Ctrl+Home")
    assert running.journey.stage == 1
    assert QApplication.focusWidget() is running.journey.marker(1)


def test_the_terminal_and_the_window_agree(running, capsys):
    page = running.journey
    first, second = page.titles()[:2]
    words = ["--data", str(running.folder)]
    assert terminal([*words, "done", page.subject(first).partition(":")[2]]) == 0
    assert page.state(first) == "todo", "not looked yet"
    running.look_for_changes()
    assert page.state(first) == "done"
    assert page.ring == page.marker_percent(1) > 0
    assert first in running.toast
    running.press("Ctrl+Z")
    assert page.state(first) == "todo"
    assert terminal([*words, "set", "learning", page.subject(second)[6:]]) == 0
    assert terminal([*words, "undo"]) == 0
    running.look_for_changes()
    assert page.state(second) == "todo"
    assert terminal([*words, "hours", "20"]) == 0
    running.look_for_changes()
    assert "20 h a week" in running.status
    capsys.readouterr()


def test_a_change_in_the_terminal_is_not_lost_behind_one_in_the_window(running, capsys):
    """The window stores before it has looked for what the terminal stored."""
    page = running.journey
    first, second = page.titles()[:2]
    slug = page.subject(first).partition(":")[2]
    assert terminal(["--data", str(running.folder), "done", slug]) == 0
    page.check(second)
    running.look_for_changes()
    assert (page.state(first), page.state(second)) == ("done", "done")
    fresh = running.journeying.workspace.journey()
    shown = running.journeying.current.journey
    assert shown.standing == fresh.standing
    capsys.readouterr()


def test_another_roadmap_is_chosen_in_the_header(running, mine):
    running.journeying.adding.add_file(mine)
    running.wait_for_tasks()
    running.journey.check(running.journey.titles()[0])
    running.choose_roadmap("My own road")
    assert running.roadmap == "My own road"
    assert running.journey.titles() == ["Forge iron", "Carve wood"]
    assert running.status.startswith("Stage 1 of 1 · 0% complete")
    title = next(t for t in running.roadmaps() if t != "My own road")
    running.choose_roadmap(title)
    assert running.journey.stage == 1
    assert running.journeying.current.journey.outline.slug == DEFAULT_ROADMAP
    assert running.journey.state(running.journey.titles()[0]) == "done"
