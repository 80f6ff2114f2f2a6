"""What the Projects page tells of a project: its proof, its aims, and nothing cut."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel

from tests.pages.keys import click
from tests.pages.projects import MINE, with_own_project
from tests.pages.proof import ProofSection
from tracker.domain.edit import DUE, State
from tracker.ui.projects.milestone_delegate import TAIL, check_area
from tracker.ui.projects.table import PROOF
from tracker.ui.widgets.card_delegate import _Words


@pytest.fixture
def board(running):
    """Return the page on which a project of one's own is chosen."""
    return with_own_project(running)


class TestProof:
    @pytest.fixture
    def section(self, board):
        return ProofSection(board.running, board.detail.evidence)

    def test_a_note_is_added_by_keys_and_counted_on_the_card(self, board, section):
        section.begin("note")
        section.fill("Played by two friends")
        board.running.qtbot.waitUntil(lambda: len(section.titles()) == 1)
        assert board.page._cards[MINE].proof == "1 proof"
        board.running.run("undo")
        assert section.titles() == []
        assert board.page._cards[MINE].proof == ""

    def test_a_milestone_can_be_shown_too(self, board, section):
        section.choose_target(2)
        section.begin("link")
        section.fill("https://example.org/search")
        board.running.qtbot.waitUntil(lambda: len(section.titles()) == 1)
        assert section.row(section.titles()[0]).proof.target == (
            "milestone:my-recipe-finder/my-search"
        )
        row = board.tree._items()["milestone:my-recipe-finder/my-search"]
        assert row.data(0, TAIL) == "1 proof"

    def test_what_the_next_proof_is_for_stays_chosen_after_a_change(
        self, board, section
    ):
        section.choose_target(2)
        board.running.journeying.commands.set_state(MINE, State.LEARNING)
        assert section.view.target == "milestone:my-recipe-finder/my-search"

    def test_the_grade_of_what_is_done_stands_in_words_on_card_and_list(self, board):
        proofs = board.running.journeying.workspace.proofs
        proofs.add_link(MINE, "https://example.org/me/recipes")
        board.running.journeying.commands.set_state(MINE, State.DONE)
        card = board.page._cards[MINE]
        assert card.proof == "Shown · 1 proof"
        assert "Shown" in card.spoken
        assert "Shown" in board.detail.about.text()
        table = board.page.table
        row = table.projects.row_of(MINE)
        assert table.projects.index(row, PROOF).data() == "Shown · 1 proof"

    def test_another_project_shows_its_own(self, board, section):
        proofs = board.running.journeying.workspace.proofs
        proofs.add_link(MINE, "https://example.org/me/recipes")
        assert len(section.titles()) == 1
        board.page.go_to("project:quiz-game")
        assert section.titles() == []
        assert section.view.target == "project:quiz-game"


class TestWhatIsTold:
    def test_a_project_of_the_roadmap_says_when_it_is_accepted(self, board):
        board.page.go_to("project:quiz-game")
        said = [each.text() for each in board.detail.aims.findChildren(QLabel)]
        assert board.detail.aims.isVisible()
        assert "It is accepted when" in said
        assert "To go further" in said
        criteria = board.page._cards["project:quiz-game"].work.criteria
        assert criteria
        assert f"• {criteria[0]}" in said
        board.page.go_to(MINE)
        assert not board.detail.aims.isVisible()

    def test_done_with_open_milestones_says_both(self, board):
        board.running.set_state("milestone:my-recipe-finder/my-import", State.DONE)
        board.running.set_state(MINE, State.DONE)
        card = board.page._cards[MINE]
        assert card.detail == f"{card.stage} · done · 1 of 3 milestones"
        assert card.part_done == 1.0
        assert "done · 1 of 3 milestones" in board.detail.about.text()

    def test_the_report_of_this_project_is_offered(self, board):
        click(board.detail.report)
        dialog = board.running.window.findChild(QDialog, "report")
        assert dialog.isVisible()
        words = [each.currentText() for each in dialog.findChildren(QComboBox)]
        assert "Recipe finder" in words
        dialog.reject()

    def test_a_long_milestone_wraps_and_its_box_stays_at_its_first_line(self, board):
        long = "A title that is longer than any line of the panel has room for, " * 2
        board.add(long.strip())
        board.running.qtbot.waitUntil(lambda: len(board.milestones) == 4)
        rows = board.tree._items()
        part = next(s for s, i in rows.items() if i.text(0).startswith("A title"))
        row = board.tree.visualItemRect(board.tree._items()[part])
        unit = board.tree.fontMetrics().height()
        assert row.height() > unit * 3
        heights = [
            board.tree.visualItemRect(i).height() for i in board.tree._items().values()
        ]
        assert board.tree.height() >= sum(heights)
        box = check_area(QRectF(row), unit, board.tree.layoutDirection())
        assert box.bottom() < row.top() + unit * 2
        click(board.tree.viewport(), box)
        assert board.running.stored_state(part) == "done"

    @pytest.mark.parametrize("width", [80, 120, 200])
    def test_nothing_on_a_card_is_cut(self, board, width):
        projects = board.running.journeying.workspace.projects
        day = projects.today() - timedelta(days=3)
        projects.set_field(MINE, DUE, day.isoformat())
        card = board.page._cards[MINE]
        words = _Words(card, board.page.font(), width)
        shown = (words.title, words.detail, words.due)
        said = (card.work.title, card.detail, card.due)
        assert [" ".join(each) for each in shown] == list(said)

    def test_a_tool_tip_tells_the_whole_card(self, board):
        column = board.page.board.columns[State.TODO]
        index = column.cards.index(column.cards.row_of(MINE), 0)
        tip = index.data(Qt.ItemDataRole.ToolTipRole)
        card = board.page._cards[MINE]
        assert card.work.title in tip
        assert card.detail in tip

    def test_the_list_keeps_titles_readable_where_it_is_narrow(self, board):
        click(board.page.ways._group.button(1))
        table = board.page.table
        for width in (1200, 420):
            table.resize(width, 400)
            room = board.page.fontMetrics().height() * 10
            assert table.columnWidth(0) >= room
            assert not table.isColumnHidden(2)


class TestNarrow:
    """At 200 % there is room for the board or for one project, not for both."""

    @pytest.fixture
    def narrow(self, board):
        board.running.session.preferences.text_size = 200
        board.running.session.apply_look()
        board.running.window.resize(960, 640)
        board.running.qtbot.waitUntil(lambda: board.page.panes.narrow)
        return board

    def test_enter_shows_the_project_and_escape_the_board(self, narrow):
        narrow.page.focus_content()
        assert narrow.page.board.isVisible()
        assert not narrow.detail.isVisible()
        narrow.running.press("Return")
        assert narrow.detail.isVisible()
        assert not narrow.page.board.isVisible()
        assert narrow.tree.hasFocus()
        narrow.running.press("Escape")
        assert narrow.page.board.isVisible()
        assert narrow.focused == "Recipe finder"

    def test_a_click_shows_it_and_a_button_leads_back(self, narrow):
        narrow.page.focus_content()
        column = narrow.page.board.columns[State.TODO]
        column.scrollTo(column.currentIndex())
        click(column.viewport(), column.visualRect(column.currentIndex()).center())
        assert narrow.detail.isVisible()
        click(narrow.detail.back)
        assert narrow.page.board.isVisible()

    def test_the_window_is_not_made_wider(self, narrow):
        assert narrow.running.window.width() == 960
        bar = narrow.page.bar
        inside = bar.rect()
        for each in (bar.ways, bar.search, bar.aside, bar.archived, bar.new):
            corner = each.mapTo(bar, each.rect().bottomRight())
            assert inside.contains(corner), each
            assert each.width() >= each.minimumSizeHint().width()

    def test_wide_again_shows_both(self, narrow):
        narrow.running.session.preferences.text_size = 100
        narrow.running.session.apply_look()
        narrow.running.window.resize(1280, 860)
        narrow.running.qtbot.waitUntil(lambda: not narrow.page.panes.narrow)
        assert narrow.page.board.isVisible()
        assert narrow.detail.isVisible()
        assert not narrow.detail.back.isVisible()


def test_what_cannot_be_stored_is_not_asked_for(board):
    board.page.make_read_only()
    assert not board.page.new.isEnabled()
    assert not board.detail.evidence.add.isEnabled()
    assert board.detail.title.isReadOnly()
    assert board.detail.note.text.isReadOnly()
    assert not board.detail.milestones.add.isEnabled()
    assert not board.detail.archive.isEnabled()
