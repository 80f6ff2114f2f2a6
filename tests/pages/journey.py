"""The Journey page as a learner sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from tests.pages.keys import click, press
from tracker.ui import theme
from tracker.ui.journey.item_delegate import ITEM, box_area
from tracker.ui.journey.rows import ItemRow, detail_of
from tracker.ui.journey.tree_model import NODE
from tracker.ui.journey.tree_view import line_box
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.segmented import Segment
from tracker.ui.widgets.text_link import TextLink

if TYPE_CHECKING:
    from tracker.ui.journey.item_table import ItemTable
    from tracker.ui.journey.page import JourneyPage as Page

SKILLS, PROJECTS, GUIDE, NOTES = range(4)


class JourneyPage:
    """The road or list, and the stage beside it; stages count from 1."""

    def __init__(self, page: Page) -> None:
        self.widget = page

    # The road

    @property
    def stage(self) -> int:
        """The stage that the panel shows."""
        assert self.widget.position == self.widget.panel.position
        return self.widget.position + 1

    @property
    def chosen_marker(self) -> int:
        buttons = self.widget.road._buttons
        (chosen,) = [n for n, button in enumerate(buttons) if button.isChecked()]
        return chosen + 1

    def marker(self, stage: int):
        return self.widget.road.stage_button(stage - 1)

    def click_stage(self, stage: int) -> None:
        click(self.marker(stage))

    def marker_percent(self, stage: int) -> int:
        return self.marker(stage).face.percent

    @property
    def ring(self) -> int:
        return self.widget.panel._head._ring._percent

    # Skills and projects

    @property
    def table(self) -> ItemTable:
        """The list of the tab that is shown."""
        panel = self.widget.panel
        return panel.skills if panel.tabs.currentIndex() == SKILLS else panel.projects

    def show_tab(self, tab: int) -> None:
        tabs = self.widget.panel.tabs
        QTest.mouseClick(
            tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(tab).center()
        )
        assert tabs.currentIndex() == tab

    def titles(self) -> list[str]:
        model = self.table.items
        rows = [model.index(n, 0).data(ITEM)[0] for n in range(model.rowCount())]
        return [row.title for row in rows if isinstance(row, ItemRow)]

    def row(self, title: str) -> QModelIndex:
        model = self.table.items
        for number in range(model.rowCount()):
            index = model.index(number, 0)
            if index.data() == title and isinstance(index.data(ITEM)[0], ItemRow):
                return index
        raise AssertionError(f"no row is called {title!r}")

    def state(self, title: str) -> str:
        row, progress = self.row(title).data(ITEM)
        return progress.state(row.subject).value

    def detail(self, title: str) -> str:
        return detail_of(*self.row(title).data(ITEM))

    def spoken(self, title: str) -> str:
        return self.row(title).data(Qt.ItemDataRole.AccessibleTextRole)

    def subject(self, title: str) -> str:
        return self.row(title).data(ITEM)[0].subject

    @property
    def current_title(self) -> str:
        return self.table.currentIndex().data()

    def go_to(self, title: str) -> None:
        """Walk to a row with the arrow keys."""
        index, table = self.row(title), self.table
        table.setFocus()
        while table.currentIndex().row() != index.row():
            before = table.currentIndex().row()
            press("Down" if before < index.row() else "Up", table)
            assert table.currentIndex().row() != before, "the keyboard does not move"

    def check(self, title: str) -> None:
        """Click the box of a row."""
        index, table = self.row(title), self.table
        table.scrollTo(index)
        area = box_area(
            table.visualRect(index), theme.unit(table), table.layoutDirection()
        )
        click(table.viewport(), area)

    def open(self, title: str) -> None:
        """Click the title of a row."""
        index, table = self.row(title), self.table
        table.scrollTo(index)
        click(table.viewport(), table.visualRect(index).center())

    # One item

    @property
    def detail_shown(self) -> bool:
        panel = self.widget.panel
        return panel._stack.currentWidget() is panel.detail

    @property
    def item(self) -> str:
        assert self.detail_shown
        return self.widget.panel.detail.subject

    def parts(self) -> dict[str, CheckRow]:
        rows = self.widget.panel.detail._rows.values()
        return {row.text(): row for row in rows}

    @property
    def item_state(self) -> str:
        segments = self.widget.panel.detail._states.findChildren(Segment)
        (chosen,) = [each.text() for each in segments if each.isChecked()]
        return chosen

    def choose_item_state(self, text: str) -> None:
        segments = self.widget.panel.detail._states.findChildren(Segment)
        click(next(each for each in segments if each.text() == text))

    def links(self) -> list[TextLink]:
        inside = self.widget.panel.detail._scroll.widget()
        return [b for b in inside.findChildren(TextLink) if b.property("subject")]

    def back(self) -> None:
        click(self.widget.panel.detail.back)

    # The list

    @property
    def is_list(self) -> bool:
        tree = self.widget._tree
        return tree is not None and self.widget._ways.currentIndex() == 1

    def choose_way(self, text: str) -> None:
        segments = self.widget.switch.findChildren(Segment)
        click(next(each for each in segments if each.text() == text))

    def line(self, title: str) -> QModelIndex:
        model = self.widget.tree.tree
        waiting = [QModelIndex()]
        while waiting:
            above = waiting.pop(0)
            for number in range(model.rowCount(above)):
                index = model.index(number, 0, above)
                if index.data() == title:
                    return index
                waiting.append(index)
        raise AssertionError(f"no line is called {title!r}")

    def line_state(self, title: str) -> str:
        return self.widget.tree.tree.state(self.line(title).data(NODE)).value

    def check_line(self, title: str) -> None:
        """Click the box of a line in the list."""
        tree, index = self.widget.tree, self.line(title)
        above = index.parent()
        while above.isValid():
            tree.expand(above)
            above = above.parent()
        tree.scrollTo(index)
        unit = theme.unit(tree)
        area = line_box(tree.visualRect(index), unit, tree.layoutDirection())
        click(tree.viewport(), area)

    # Notes

    @property
    def note(self):
        """The editor of the note that is shown."""
        panel = self.widget.panel
        return panel.detail.note if self.detail_shown else panel.note

    @property
    def note_text(self) -> str:
        return self.note.text.toPlainText()

    @property
    def note_state(self) -> str:
        return self.note._state.text()
