"""The models of the lists keep Qt's rules, and only ask for changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt

from tests.builders import GIT, a_project, a_roadmap, a_skill, a_stage
from tracker.domain.edit import State
from tracker.ui.journey.item_table import ItemModel
from tracker.ui.journey.rows import project_rows, skill_rows
from tracker.ui.journey.tree_model import NODE, TreeModel
from tracker.ui.journey.tree_view import shortened


@pytest.fixture
def items(desk, qapp):
    model, journey = ItemModel(), desk.journey()
    rows = (*skill_rows(journey.stage(0)), *project_rows(journey.stage(0)))
    model.show_rows(rows, journey.progress)
    return model


@pytest.fixture
def tree(desk, qapp):
    model = TreeModel()
    model.show_journey(desk.journey())
    return model


def everything(model, above=None):
    above = QModelIndex() if above is None else above
    if model.canFetchMore(above):
        model.fetchMore(above)
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        yield index
        yield from everything(model, index)


def test_the_item_model_keeps_the_rules(items, qtmodeltester):
    qtmodeltester.check(items)


def test_the_tree_model_keeps_the_rules_folded_and_unfolded(tree, qtmodeltester):
    qtmodeltester.check(tree)
    assert len(list(everything(tree))) > 8
    qtmodeltester.check(tree)


def test_empty_models_keep_the_rules(qapp, qtmodeltester):
    qtmodeltester.check(ItemModel())
    qtmodeltester.check(TreeModel())


def test_models_survive_being_filled_again(desk, tree, items, qtmodeltester):
    list(everything(tree))
    journey = desk.journey()
    tree.show_journey(journey)
    items.show_rows((), journey.progress)
    assert items.rowCount() == 0
    qtmodeltester.check(tree)
    qtmodeltester.check(items)


def test_checking_asks_and_changes_nothing(desk, items, qtbot):
    index = items.index(items.row_of(GIT), 0)
    with qtbot.waitSignal(items.state_requested) as asked:
        assert items.setData(
            index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
        )
    assert asked.args == [GIT, State.DONE]
    role = Qt.ItemDataRole.CheckStateRole
    assert index.data(role) == Qt.CheckState.Unchecked
    assert desk.state(GIT) == "todo"


def test_checking_in_the_tree_asks_and_changes_nothing(desk, tree, qtbot):
    index = next(i for i in everything(tree) if i.data(NODE).subject == GIT)
    with qtbot.waitSignal(tree.state_requested) as asked:
        tree.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert asked.args == [GIT, State.DONE]
    assert desk.state(GIT) == "todo"


def test_a_change_is_announced_for_its_rows_only(desk, items, qtbot):
    with qtbot.waitSignal(items.dataChanged) as changed:
        items.show_again(frozenset({GIT, "skill:elsewhere"}))
    assert changed.args[0].row() == items.row_of(GIT)
    with qtbot.assertNotEmitted(items.dataChanged):
        items.show_again(frozenset({"skill:elsewhere"}))


@pytest.mark.parametrize("index", [QModelIndex()])
def test_what_is_not_there_has_nothing(items, tree, index):
    assert items.data(index) is None
    assert not items.setData(index, 2, Qt.ItemDataRole.CheckStateRole)
    assert items.flags(index) == Qt.ItemFlag.NoItemFlags
    assert tree.data(index) is None
    assert tree.flags(index) == Qt.ItemFlag.NoItemFlags
    assert not tree.setData(index, 2, Qt.ItemDataRole.CheckStateRole)


def test_a_stage_without_projects_and_a_long_one(desk, qapp, qtmodeltester):
    stages = (
        a_stage("bare"),
        a_stage(
            "long", *(a_skill(f"s{n}") for n in range(200)), projects=(a_project(),)
        ),
    )
    desk.roadmaps.add(a_roadmap(*stages, slug="other"), "1")
    desk.roadmaps.choose("other")
    tree = TreeModel()
    tree.show_journey(desk.journey())
    assert sum(1 for i in everything(tree) if i.data(NODE).subject) > 600
    qtmodeltester.check(tree)


@pytest.mark.parametrize("subject", [GIT, "outcome:git/commit"])
def test_a_heading_that_counts_a_skill_is_announced_with_it(items, subject):
    announced = []
    items.dataChanged.connect(lambda first, _last: announced.append(first.row()))
    items.show_again(frozenset({subject}))
    heading, row = 0, items.row_of(GIT)
    assert sorted(announced) == [heading, row]


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (999, "3 / 4 skills · 1 / 2 projects · 66%"),
        (200, "1 / 2 projects · 66%"),
        (60, "66%"),
        (10, ""),
    ],
)
def test_a_detail_gives_way_to_the_title_in_whole_parts(room, shown):
    class Metrics:
        def horizontalAdvance(self, text):  # noqa: N802  # as Qt calls it
            return len(text) * 8

    detail = "3 / 4 skills · 1 / 2 projects · 66%"
    assert shortened(detail, Metrics(), room) == shown
