"""The ladder in the window: where the keyboard goes, and what is said when."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.pages.career import Ladder
from tests.pages.keys import click
from tests.pages.projects import MINE, with_own_project
from tracker.domain.edit import TITLE, State
from tracker.ui import theme
from tracker.ui.career.ladder.sum_dialog import SumDialog
from tracker.ui.widgets.check_row import INSET

SEVERAL = "Python, Java or Node.js"


@pytest.fixture
def ladder(running) -> Ladder:
    """Return the ladder of somebody who just began."""
    return Ladder(running)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


class TestCheckOff:
    def test_its_row_is_shown_at_once_and_the_sums_after_it(self, ladder):
        row = ladder.rows(ladder.step(1))["Git"]
        click(row, QPoint(10, row.height() // 2))
        assert row.isChecked()
        assert "Done" in row.accessibleName()
        assert ladder.section.later.is_waiting
        assert ladder.percents[0] == "7% ready"
        assert ladder.running.status.startswith("You meet 7% of Junior")

    def test_a_page_opened_meanwhile_counts_it(self, ladder):
        row = ladder.rows(ladder.step(1))["Git"]
        click(row, QPoint(10, row.height() // 2))
        ladder.section.open("level:junior")
        assert ladder.section.detail.head.percent.text().startswith("7% ")


class TestKeyboard:
    @pytest.mark.parametrize("key", ["Return", "Space"])
    def test_the_last_of_the_plan_leaves_it_on_the_page(self, ladder, key):
        ladder.running.journeying.commands.plan(["skill:docker"])
        row = ladder.overview.plan.shown["skill:docker"]
        (row.off if key == "Return" else row.row).setFocus()
        ladder.running.press(key)
        assert ladder.plan == []
        assert focused() is ladder.overview.fit.go

    def test_a_gap_that_is_closed_leaves_it_on_what_is_asked(self, ladder):
        page = ladder.open("role:full-stack-developer")
        for _ in range(40):
            if not page.closing.terms:
                break
            page.closing.terms[0].setFocus()
            subject = page.closing.terms[0].subject
            ladder.running.set_state(subject, State.DONE)
            ladder.settle()
        assert not page.closing.isVisible()
        assert page.isAncestorOf(focused())

    @pytest.mark.parametrize("where", ["overview", "level", "role"])
    def test_tab_goes_from_above_to_below(self, ladder, where):
        ladder.running.window.resize(1000, 900)
        ladder.running.journeying.commands.plan(["skill:docker", "skill:ci-cd"])
        page: QWidget = ladder.overview
        if where != "overview":
            names = {"level": "level:junior", "role": "role:devops-engineer"}
            page = ladder.open(names[where])
        QApplication.processEvents()
        stops = page._stops
        stops[0].setFocus()
        for expected in [each for each in stops if each.isEnabled()]:
            if expected.isVisible():
                assert focused() is expected
                QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if where == "level":
            below = [each for each in stops if each.isVisible()][1:]  # the way back
            tops = [each.mapTo(page, QPoint(0, 0)).y() for each in below]
            assert tops == sorted(tops)

    def test_planning_all_that_is_missing_leaves_it_in_the_card(self, ladder):
        card = ladder.open("level:junior").advance
        card.all.setFocus()
        ladder.running.press("Space")
        assert card.all.text() == "All of it is on your plan"
        assert focused() is card.terms[-1]

    def test_letters_ask_which_of_several_is_meant(self, ladder):
        ladder.rows(ladder.step(1))[SEVERAL].setFocus()
        ladder.running.press("L")
        ladder.choose("Java")
        assert ladder.running.stored_state("skill:java") == "learning"
        assert ladder.running.stored_state("skill:python") == "todo"

    def test_the_plan_key_takes_off_the_one_of_several_that_is_on(self, ladder):
        current = ladder.running.journeying.current
        ladder.running.journeying.commands.plan(["skill:java"])
        ladder.rows(ladder.step(1))[SEVERAL].setFocus()
        ladder.running.press("Ctrl+Shift+Y")
        assert not current.plan


class TestWayBack:
    def test_a_list_is_found_again_as_it_was_left(self, ladder):
        ladder.running.window.resize(960, 640)
        ladder.open("roles:")
        page = ladder.detail
        page.card.order.setCurrentIndex(2)  # by name
        bar = page.page.verticalScrollBar()
        row = page.card.list.rows["role:technical-lead"]
        ladder.running.qtbot.waitUntil(lambda: bar.maximum() > 100)
        bar.setValue(100)
        row.setFocus()
        ladder.running.press("Return")
        assert ladder.detail.subject == "role:technical-lead"
        ladder.running.press("Escape")
        assert ladder.detail.subject == "roles:"
        assert ladder.detail.card.list.titles[0] == "API engineer"
        assert focused().text() == "Technical lead"
        assert ladder.detail.page.verticalScrollBar().value() == 100

    def test_what_changed_meanwhile_is_shown(self, ladder):
        ladder.open("roles:")
        ladder.open("role:software-engineer")
        ladder.running.set_state("skill:git-branches", State.DONE)
        ladder.settle()
        ladder.running.press("Escape")
        name = ladder.detail.card.list.rows["role:software-engineer"].accessibleName()
        assert ", 0%," not in name

    def test_it_leads_in_no_circle(self, ladder):
        for subject in ("level:junior", "level:mid", "level:junior"):
            ladder.open(subject)
        assert ladder.detail.back.text() == "‹ Ladder"
        ladder.running.press("Escape")
        assert ladder.detail is None

    def test_another_road_forgets_it(self, ladder):
        ladder.open("roles:")
        ladder.open("role:software-engineer")
        ladder.running.journeying.current.replaced.emit()
        assert ladder.detail.subject == "role:software-engineer"
        assert ladder.detail.back.text() == "‹ Ladder"


class TestSetAside:
    def test_it_is_not_planned_and_the_button_says_why(self, ladder):
        ladder.running.set_state("skill:git-basics", State.ASIDE)
        card = ladder.open("level:junior").required
        assert card.all.text() == "Put 13 missing on my plan"
        click(card.all)
        assert card.all.text() == "What is missing is set aside or on your plan"
        planned = ladder.running.journeying.current.plan
        assert len(planned) == 13
        assert "skill:git-basics" not in planned


class TestWords:
    def test_the_sum_can_be_read_at_twice_the_size(self, ladder):
        app = QApplication.instance()
        font = app.font()
        big = type(font)(font)
        big.setPointSizeF(font.pointSizeF() * 2)
        app.setFont(big)
        try:
            click(ladder.step(1).percent)
            dialog = ladder.running.window.findChild(SumDialog)
            dialog.resize(500, 500)
            QApplication.processEvents()
            letter = dialog.table.fontMetrics().averageCharWidth()
            for column in (0, 1):
                assert dialog.table.columnWidth(column) > letter * 10
            assert dialog.table.horizontalScrollBar().maximum() > 0
        finally:
            app.setFont(font)

    def test_long_names_in_the_sum_are_read_to_their_end(self, ladder):
        click(ladder.step(1).percent)
        dialog = ladder.running.window.findChild(SumDialog)
        dialog.resize(760, 500)
        QApplication.processEvents()
        model, table = dialog.table.model(), dialog.table
        names = {model.index(n, 1).data(): n for n in range(model.rowCount())}
        long, short = names["Routes and handlers in a web framework"], names["Python"]
        assert table.rowHeight(long) > table.rowHeight(short)

    def test_a_project_renamed_is_renamed_on_the_plan(self, ladder):
        projects = ladder.running.journeying.workspace.projects
        stored = projects.create("Recipe finder")
        subject = stored.edit.changes[0].subject
        ladder.running.journeying.commands.plan([subject])
        assert ladder.plan == ["Recipe finder"]
        projects.set_field(subject, TITLE, "Recipe keeper")
        assert ladder.plan == ["Recipe keeper"]
        off = ladder.overview.plan.shown[subject].off
        assert "Recipe keeper" in off.accessibleName()
        projects.archive(subject, archived=True)
        assert ladder.plan == []

    @pytest.mark.parametrize(
        ("pair", "heading"),
        [
            ("junior/mid", "New on the higher level"),
            ("lead/junior", "Only on the lower level"),
        ],
    )
    def test_a_comparison_is_worded_by_its_direction(self, ladder, pair, heading):
        page = ladder.open(f"compare:{pair}")
        texts = [each.text() for each in page.findChildren(QWidget) if _has_text(each)]
        both = {"New on the higher level", "Only on the lower level"}
        assert both & set(texts) <= {heading}


def _has_text(widget: QWidget) -> bool:
    return hasattr(widget, "text") and not widget.isHidden()


class TestLooks:
    @pytest.mark.parametrize("percent", [100, 200])
    def test_words_of_rows_align_with_the_heading_above_them(self, ladder, percent):
        ladder.running.session.preferences.text_size = percent
        ladder.running.session.apply_look()
        card = ladder.open("level:junior").required
        QApplication.processEvents()
        row = card.terms[0]
        inset = round(theme.unit(row) * INSET)
        assert row.x() + inset == card.title.x()
        assert row.geometry().right() - inset == card.all.x() + card.width() - (
            card.all.x() * 2 + 1
        )

    @pytest.mark.parametrize(
        "subject", ["level:lead", "compare:senior/lead", "role:security-engineer"]
    )
    def test_at_twice_the_size_nothing_is_cut_off(self, ladder, subject):
        ladder.running.session.preferences.text_size = 200
        ladder.running.session.apply_look()
        ladder.running.window.resize(960, 640)
        scroll = ladder.open(subject).page
        for _ in range(3):
            QApplication.processEvents()
        assert scroll.widget().width() <= scroll.viewport().width()

    def test_a_hint_stands_close_to_its_heading(self, ladder):
        card = ladder.overview.roles
        hint = card.title.parentWidget().findChildren(QLabel)[1]
        between = hint.y() - card.title.geometry().bottom()
        below = card.list.y() - hint.geometry().bottom()
        assert 0 < between < below

    def test_steps_take_the_whole_width(self, ladder):
        for width in range(1280, 1284):
            ladder.running.window.resize(width, 860)
            QApplication.processEvents()
            steps = ladder.overview.steps
            last = steps.cards[-1].geometry()
            assert last.right() == steps.rect().right()

    def test_two_levels_side_by_side_begin_on_one_line(self, ladder):
        ladder.running.window.resize(1440, 900)
        page = ladder.open("compare:junior/mid")
        for _ in range(3):
            QApplication.processEvents()
        for row in page._rows:
            first, second = (row.itemAt(n).widget() for n in range(2))
            assert first.y() == second.y()
            assert first.title.geometry().bottom() == second.title.geometry().bottom()

    def test_what_can_be_planned_has_its_mark_in_one_column(self, ladder):
        ladder.running.set_state("skill:docker", State.LEARNING)
        rows = ladder.rows(ladder.open("level:mid").required)
        places = {rows[name]._mark_area().x() for name in ("Docker", "Microservices")}
        assert len(places) == 1
        assert "Learning" in rows["Docker"].accessibleName()


def test_a_card_menu_plans_a_project(running):
    page = with_own_project(running).page
    card = page._cards[MINE]

    def entry(text):
        menu = page.menu.menu(card)
        return next(a for a in menu.actions() if a.text() == text)

    entry("Put it on my plan").trigger()
    assert set(running.journeying.current.plan) == {MINE}
    entry("Take it off my plan").trigger()
    assert not running.journeying.current.plan


def test_after_delete_the_next_project_has_the_keyboard(running):
    page = with_own_project(running).page
    running.press("Escape")
    page.board.choose(MINE, take_keyboard=True)
    running.press("Delete")
    column = page.board.focused()
    assert column is not None
    assert column.current_subject() not in {"", MINE}
