"""Lanes and alternatives in the window, by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.pages.keys import click
from tracker.domain.edit import State
from tracker.ui.widgets.choice_card import ChoiceCard

FORK = 5  # the stage in which the bundled road divides, counted from 1


@pytest.fixture
def at_fork(running):
    """Return the window with the stage that divides beside the road."""
    running.journeying.page.show_stage(FORK - 1)
    running.journeying.page.panel.focus_content()
    return running


def panel(running):
    return running.journey.widget.panel


def chosen(running):
    return running.journeying.current.journey.lane(FORK - 1)


def test_a_lane_is_chosen_by_keys_and_its_skills_are_shown(at_fork):
    click(panel(at_fork).next_card)
    cards = panel(at_fork).findChildren(ChoiceCard)
    assert next(card.text() or card.accessibleName() for card in cards).startswith(
        "Generalist, Your progress is measured on this lane"
    )
    assert QApplication.focusWidget() is cards[0]
    at_fork.press("Down")
    assert cards[1].isChecked()
    assert chosen(at_fork) == "generalist", "nothing is chosen by looking"
    at_fork.press("Return")
    assert chosen(at_fork) == "database"
    assert at_fork.toast == "“Database” chosen"
    assert "Tune a database server" in at_fork.journey.titles()
    assert "Database" in panel(at_fork).lane.text()


def test_undo_takes_the_choice_back(at_fork):
    at_fork.journeying.commands.choose_lane("specialisation", "security")
    assert "Threat modelling" in at_fork.journey.titles()
    at_fork.press("Ctrl+Z")
    assert chosen(at_fork) == "generalist"
    assert panel(at_fork).next_card.text() == "Choose your lane"


def test_another_lane_keeps_what_was_done(at_fork):
    at_fork.journeying.commands.choose_lane("specialisation", "database")
    title = at_fork.journey.titles()[0]
    at_fork.journey.check(title)
    click(panel(at_fork).lane)
    panel(at_fork).lanes.choose("api")
    click(panel(at_fork).lanes.walk)
    assert title not in at_fork.journey.titles()
    at_fork.journeying.commands.choose_lane("specialisation", "database")
    assert at_fork.journey.state(title) == "done"


def test_escape_leaves_the_lanes_as_they_were(at_fork):
    click(panel(at_fork).next_card)
    at_fork.press("Down")
    at_fork.press("Escape")
    assert chosen(at_fork) == "generalist"
    assert panel(at_fork)._stack.currentIndex() == 0


def remark(running):
    """Return what is said above a skill, empty if nothing is."""
    label = panel(running).detail._remark
    return "" if label.isHidden() else label.text()


def test_a_skill_of_another_lane_says_that_it_does_not_count(at_fork):
    at_fork.journeying.go_to("skill:penetration-testing")
    said = "On another lane: Security. It counts once you walk it."
    assert remark(at_fork) == said
    at_fork.journeying.commands.choose_lane("specialisation", "security")
    assert remark(at_fork) == ""
    at_fork.press("Ctrl+Z")
    assert remark(at_fork) == said


def test_the_list_shows_the_lane_and_leads_to_the_choice(at_fork):
    page = at_fork.journey
    page.choose_way("List")
    tree = page.widget.tree
    index = tree.tree.index(FORK - 1, 0)
    tree.tree.fetchMore(index)
    tree.expand(index)
    first = tree.tree.index(0, 0, index)
    assert first.data() == "Lane: Generalist, until you choose one"
    tree.setFocus()
    tree.setCurrentIndex(first)
    at_fork.press("Return")
    assert panel(at_fork)._stack.currentWidget() is panel(at_fork).lanes
    at_fork.journeying.commands.choose_lane("specialisation", "api")
    assert tree.tree.index(0, 0, tree.tree.index(FORK - 1, 0)).data() == "Lane: API"


def test_the_road_tells_of_the_choice(at_fork):
    details = at_fork.journey.widget.road._details
    assert details[FORK - 1] == "8 lanes to choose from"
    at_fork.journeying.commands.choose_lane("specialisation", "cloud")
    assert "skills" in at_fork.journey.widget.road._details[FORK - 1]


def test_one_language_is_enough_and_a_second_takes_nothing_away(running):
    page = running.journey
    journey = running.journeying.current.journey
    total = journey.standing.stages[0].skills
    page.check("Go")
    assert journey.standing.stages[0].skills == total
    page.check("Rust")
    assert journey.standing.stages[0].skills == total + 1
    assert journey.standing.stages[0].skills_done == 2


def test_both_roads_share_skill_and_lane(at_fork):
    at_fork.journeying.commands.choose_lane("specialisation", "cloud")
    at_fork.journeying.commands.set_state("skill:docker", State.DONE)
    at_fork.window.header.roadmap_chosen.emit("backend-craft")
    journey = at_fork.journeying.current.journey
    assert journey.outline.slug == "backend-craft"
    assert journey.progress.state("skill:docker") == "done"
    assert journey.lane(5) == "cloud"


def test_every_lane_is_found_by_the_palette(running):
    running.press("Ctrl+K")
    running.qtbot.waitUntil(lambda: running.palette is not None)
    running.write("site reliab")
    running.press("Return")
    assert running.journey.stage == FORK
    assert panel(running)._stack.currentWidget() is panel(running).lanes


class TestKeyboard:
    """A lane that is chosen elsewhere takes the keyboard from nobody."""

    def test_not_from_the_guide(self, at_fork):
        at_fork.press("Ctrl+G")
        book = at_fork.window.pages.currentWidget()
        at_fork.write("sal")
        at_fork.journeying.commands.choose_lane("specialisation", "api")
        at_fork.write("ary")
        assert book.search.text() == "salary"

    def test_not_from_a_note(self, at_fork):
        at_fork.press("Alt+4")
        at_fork.write("My ")
        at_fork.journeying.commands.choose_lane("specialisation", "api")
        at_fork.write("note")
        assert at_fork.journey.note_text == "My note"

    def test_not_from_the_list(self, at_fork):
        at_fork.journey.choose_way("List")
        tree = at_fork.journey.widget.tree
        tree.setFocus()
        at_fork.journeying.commands.choose_lane("specialisation", "api")
        assert QApplication.focusWidget() is tree

    def test_enter_on_the_way_back_chooses_nothing(self, at_fork):
        click(panel(at_fork).next_card)
        at_fork.press("Down")
        panel(at_fork).lanes.back.setFocus()
        at_fork.press("Return")
        assert chosen(at_fork) == "generalist"
        assert panel(at_fork)._stack.currentIndex() == 0


def test_the_first_lane_can_be_chosen_too_and_the_road_says_so(at_fork):
    details = at_fork.journey.widget.road
    at_fork.journeying.commands.choose_lane("specialisation", "generalist")
    assert "skills" in details._details[FORK - 1]
    at_fork.press("Ctrl+Z")
    assert details._details[FORK - 1] == "8 lanes to choose from"


def test_the_lane_that_is_walked_is_left_by_choosing_it_again(at_fork):
    at_fork.journeying.commands.choose_lane("specialisation", "cloud")
    click(panel(at_fork).lane)
    click(panel(at_fork).lanes.walk)
    assert panel(at_fork)._stack.currentIndex() == 0


def test_the_numbers_of_the_lanes_follow_what_is_done(at_fork):
    click(panel(at_fork).next_card)
    panel(at_fork).lanes.choose("security")
    at_fork.journeying.commands.set_state("skill:threat-modelling", State.DONE)
    cards = panel(at_fork).lanes.findChildren(ChoiceCard)
    security = next(c for c in cards if c.accessibleName().startswith("Security"))
    assert "1 of 9 skills done" in security.accessibleDescription()
    assert security.isChecked(), "the mark stays where it was"


def test_the_guide_to_a_lane_is_read_beside_the_choice(at_fork):
    lanes = panel(at_fork).lanes
    click(panel(at_fork).next_card)
    lanes.choose("api")
    click(lanes.read)
    assert lanes.text.isVisible()
    assert "API" in lanes.text.toPlainText()
    click(lanes.read)
    assert lanes.marked == "api"
    assert chosen(at_fork) == "generalist"


def test_the_list_stays_unfolded_when_a_lane_is_chosen(at_fork):
    at_fork.journey.choose_way("List")
    tree = at_fork.journey.widget.tree
    index = tree.tree.index(FORK - 1, 0)
    tree.tree.fetchMore(index)
    tree.expand(index)
    for row in range(tree.tree.rowCount(index)):
        tree.expand(tree.tree.index(row, 0, index))
    at_fork.journeying.commands.choose_lane("specialisation", "api")
    index = tree.tree.index(FORK - 1, 0)
    assert tree.isExpanded(index)
    assert tree.isExpanded(tree.tree.index(1, 0, index))


@pytest.mark.slow
@pytest.mark.parametrize("percent", [100, 200])
def test_no_skill_or_project_is_wider_than_the_panel(running, percent):
    running.session.preferences.text_size = percent
    running.session.apply_look()
    detail = panel(running).detail
    wide = []
    outline = running.journeying.current.journey.outline
    for subject in outline.places:
        if subject.startswith(("skill:", "project:")):
            running.journeying.page.go_to(subject)
            inside = detail._scroll.widget()
            if inside.minimumSizeHint().width() > detail._scroll.viewport().width():
                wide.append(subject)
    assert wide == []


@pytest.mark.parametrize("size", [(1280, 860), (960, 640)])
def test_a_lane_can_be_chosen_where_there_is_little_room(at_fork, size):
    at_fork.session.preferences.text_size = 200 if size[0] > 1000 else 150
    at_fork.session.apply_look()
    at_fork.session.window.resize(*size)
    at_fork.qtbot.wait(1)
    ways = (panel(at_fork).next_card, panel(at_fork).lane)
    (way,) = [each for each in ways if each.isVisible()]
    assert way.text().startswith("Choose your lane")
    click(way)
    lanes = panel(at_fork).lanes
    assert lanes.isVisible()
    whole = lanes.walk.minimumSizeHint().width()
    at_fork.qtbot.waitUntil(lambda: lanes.walk.width() >= whole)
    click(lanes.walk)
    assert panel(at_fork).lane.text().startswith("Lane: Generalist")


class TestChosenElsewhere:
    @pytest.fixture
    def elsewhere(self, at_fork):
        """Return what chooses a lane as another program would, or as undo does."""

        def choose(lane):
            at_fork.journeying.workspace.learning.choose_lane("specialisation", lane)

        return choose

    def test_the_list_stays_where_it_is(self, at_fork, elsewhere):
        elsewhere("database")
        table = panel(at_fork).skills
        last = table.model().rowCount() - 1
        table.setFocus()
        table.setCurrentIndex(table.model().index(last, 0))
        table.verticalScrollBar().setValue(40)
        elsewhere("security")
        assert QApplication.focusWidget() is table
        assert table.currentIndex().row() >= min(last, table.model().rowCount() - 1) - 1
        assert table.verticalScrollBar().value() == min(
            40, table.verticalScrollBar().maximum()
        )

    def test_the_lanes_stay_open_with_the_mark_and_the_keyboard(
        self, at_fork, elsewhere
    ):
        click(panel(at_fork).next_card)
        at_fork.press("Down")
        elsewhere("cloud")
        lanes = panel(at_fork).lanes
        assert lanes.isVisible()
        assert lanes.marked == "database"
        assert lanes.isAncestorOf(QApplication.focusWidget())


def test_tab_leads_from_the_lanes_to_what_can_be_done_with_them(at_fork):
    click(panel(at_fork).next_card)
    lanes = panel(at_fork).lanes
    at_fork.press("Tab")
    assert QApplication.focusWidget() is lanes.walk
    at_fork.press("Tab")
    assert QApplication.focusWidget() is lanes.read


def test_lanes_can_be_compared(at_fork):
    click(panel(at_fork).next_card)
    card = panel(at_fork).findChildren(ChoiceCard)[1]
    assert "Tune a database server · " in card._below
    assert "and 7 more" in card._below
    assert "2 projects" in card._below


def test_the_groups_of_a_lane_name_it(at_fork):
    at_fork.journeying.commands.choose_lane("specialisation", "database")
    model = panel(at_fork).skills.model()
    titles = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert "Database: Speed" in titles


def test_home_and_end_go_to_the_ends_of_the_list(at_fork):
    at_fork.journeying.commands.choose_lane("specialisation", "database")
    table = panel(at_fork).skills
    table.setFocus()
    at_fork.press("End")
    assert table.currentIndex().row() == table.model().rowCount() - 1
    at_fork.press("Home")
    assert table.current_subject() == at_fork_first(table)


def at_fork_first(table):
    """Return the subject of the first row that is no heading."""
    rows = (table.model().index(n, 0) for n in range(table.model().rowCount()))
    return next(row.subject for index in rows if (row := table._row(index)))


def test_the_list_of_stages_follows_the_stage_that_is_shown(at_fork):
    at_fork.journey.choose_way("List")
    tree = at_fork.journey.widget.tree
    at_fork.press("Alt+Down")
    assert tree._stage_of(tree.currentIndex()).row() == FORK
    at_fork.press("Alt+Up")
    assert tree._stage_of(tree.currentIndex()).row() == FORK - 1


def test_a_line_at_the_bottom_covers_no_button_of_the_panel(at_fork):
    click(panel(at_fork).next_card)
    at_fork.window.toast.say("A long line that tells what was done " * 9, undoable=True)
    walk = panel(at_fork).lanes.walk
    left = walk.mapTo(at_fork.window, walk.rect().topLeft()).x()
    toast = at_fork.window.toast
    assert toast.mapTo(at_fork.window, toast.rect().topRight()).x() < left
