"""Applications in the window: nothing is lost by the wheel, a refusal or a removal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QFormLayout

from tests.pages.applications import JobBoard
from tests.pages.keys import click, press
from tracker.cli import main
from tracker.domain.application import Phase
from tracker.domain.edit import (
    APPLIED_ON,
    COMPANY,
    POSTING_FIELD,
    TITLE,
    State,
)
from tracker.domain.errors import BadInputError, StorageError
from tracker.services.application_fit import AdvertFit
from tracker.services.applications import Applications
from tracker.services.learning import Learning
from tracker.ui.career.adverts import Adverts

TOO_LONG = "x" * 10_000


@pytest.fixture
def board(running):
    return JobBoard(running)


@pytest.fixture
def opened(board):
    """Return the board with two applications, the detail of the first shown."""
    board.add("API developer")
    board.section.open(board.add("Backend developer", phase=Phase.INTERVIEW))
    return board


def turn_wheel(widget, steps: int) -> None:
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(widget.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  # Qt's own signature
    )
    QApplication.sendEvent(widget, event)


class TestChoices:
    def test_the_wheel_moves_no_application(self, opened):
        phase = opened.detail.stand.phase
        assert phase.hasFocus()
        for _ in range(2):
            turn_wheel(phase, 1)
        stored = opened.stored("Backend developer")
        assert stored.phase is Phase.INTERVIEW
        assert Phase.INTERVIEW in stored.days

    @pytest.mark.parametrize("key", ["Up", "PgUp", "Home", "F"])
    def test_keys_store_no_phase_on_the_way_to_another(self, opened, running, key):
        phase = opened.detail.stand.phase
        running.press(key)
        assert phase.view().isVisible()
        press("Escape", phase.view())
        assert opened.stored("Backend developer").phase is Phase.INTERVIEW

    def test_the_list_takes_what_enter_accepts(self, opened, running):
        phase = opened.detail.stand.phase
        running.press("Down")
        for _ in range(2):
            press("Down", phase.view())
        press("Return", phase.view())
        stored = opened.stored("Backend developer")
        assert stored.phase is Phase.CLOSED
        assert Phase.OFFER not in stored.days


class TestRemovedElsewhere:
    @pytest.fixture
    def typed(self, opened, running):
        opened.detail.note.text.setFocus()
        running.write("Ask for the team")
        opened.jobs.remove(opened.detail.subject)
        return opened

    def test_the_words_stay_to_be_copied(self, typed, running):
        kept = typed.section.kept
        assert kept.isVisible()
        assert "Backend developer" in kept.said.text()
        assert kept.text.toPlainText() == "Ask for the team"
        click(kept.copy)
        assert QGuiApplication.clipboard().text() == "Ask for the team"

    def test_the_footer_is_true_until_they_are_let_go(self, typed, running):
        assert not running.journeying.is_saved
        running.set_state("skill:python", State.DONE)
        assert "not saved" in running.saved
        click(typed.section.kept.drop)
        assert running.journeying.is_saved
        assert running.saved == "All changes saved"

    def test_no_message_shows_an_identifier(self, opened, running, capsys):
        detail = opened.detail
        detail.note.text.setFocus()
        running.write("Ask for the team")
        name = detail.subject.partition(":")[2]
        folder = str(running.folder)
        assert main(["--data", folder, "application", name, "--remove"]) == 0
        detail.note.save()  # before the window looks for what others did
        assert name not in running.message
        assert opened.section.kept.text.toPlainText() == "Ask for the team"


class TestTyping:
    def test_the_footer_knows_a_title_that_is_being_typed(self, opened, running):
        opened.detail.title.setFocus()
        running.write("!")
        assert not running.journeying.is_saved
        assert "not saved" in running.saved
        running.press("Return")
        assert running.journeying.is_saved
        assert running.saved == "All changes saved"

    @pytest.mark.parametrize("field", [TITLE, COMPANY])
    def test_what_is_too_long_is_told_and_stays(self, opened, running, field):
        detail = opened.detail
        line = detail.title if field == TITLE else detail.about.lines[field]
        line.setFocus()
        line.selectAll()
        line.insert(TOO_LONG)
        running.press("Return")
        assert "10000" in running.message
        assert line.text() == TOO_LONG
        assert not running.journeying.is_saved

    def test_a_full_disk_takes_no_word_away(self, opened, running, monkeypatch):
        def fail(*_args):
            raise StorageError("The disk is full.")

        line = opened.detail.about.lines[COMPANY]
        with monkeypatch.context() as full:
            full.setattr(Applications, "set_fields", fail)
            opened.type_into(line, "A bank")
            assert "full" in running.message
            assert line.text() == "A bank"
            opened.section.open(opened.stored("API developer").subject)
            assert line.text() == ""
            assert not opened.section.is_saved
        opened.section.open(opened.stored("Backend developer").subject)
        assert line.text() == "A bank"
        opened.section.save()
        assert opened.stored("Backend developer").company == "A bank"
        assert opened.section.is_saved

    def test_a_refused_note_is_not_called_saved_beside_another(
        self, opened, running, monkeypatch
    ):
        def fail(*_args):
            raise BadInputError("A note can hold less.")

        monkeypatch.setattr(Learning, "write_note", fail)
        opened.detail.note.text.setFocus()
        running.write("Too long")
        opened.section.open(opened.stored("API developer").subject)
        assert not running.journeying.is_saved
        assert "not saved" in running.saved
        opened.jobs.move(opened.detail.subject, Phase.APPLIED)
        assert "not saved" in running.saved

    @pytest.mark.parametrize("field", [TITLE, COMPANY])
    def test_a_change_elsewhere_meanwhile_is_told(self, opened, running, field):
        detail = opened.detail
        opened.jobs.set_fields(detail.subject, {COMPANY: "A bank"})
        line = detail.title if field == TITLE else detail.about.lines[field]
        line.setFocus()
        line.selectAll()
        running.write("Mine")
        opened.jobs.set_fields(detail.subject, {field: "Theirs"})
        assert line.text() == "Mine"
        running.press("Return")
        assert "changed elsewhere while you typed" in running.message
        running.press("Ctrl+Z")
        assert line.text() == "Theirs"


class TestKeyboard:
    def test_after_delete_the_next_card_has_it(self, board, running):
        for number in range(3):
            board.add(f"Job {number}")
        board.section.focus_content()
        assert board.focused == "Job 2"
        running.press("Delete")
        assert board.focused == "Job 1"
        running.press("Ctrl+Right")
        assert board.titles(Phase.APPLIED) == ["Job 1"]

    def test_after_the_last_it_is_on_what_begins_one(self, board, running):
        board.add("Only")
        board.section.focus_content()
        running.press("Delete")
        assert board.section.empty.new.hasFocus()

    def test_a_card_that_is_closed_out_of_sight_says_where_it_went(
        self, board, running
    ):
        board.add("Other")
        board.section.open(board.add("Gone", phase=Phase.OFFER))
        running.press("Escape")
        click(board.section.bar.closed)
        board.section.focus_content()
        assert board.focused == "Gone"
        running.press("Ctrl+Right")
        assert board.stored("Gone").phase is Phase.CLOSED
        assert "Closed" in running.toast
        assert board.focused == "Other"

    def test_a_card_that_its_menu_closes_out_of_sight_leaves_the_board_usable(
        self, board, running
    ):
        board.add("Other")
        board.add("Gone")
        click(board.section.bar.closed)
        board.section.focus_content()
        board.choose("Closed")
        assert board.stored("Gone").phase is Phase.CLOSED
        assert board.focused == "Other"

    def test_a_filter_that_finds_hidden_ones_alone_says_so(self, board, running):
        board.add("Old job", phase=Phase.CLOSED)
        board.add("New job")
        click(board.section.bar.closed)
        running.press("Ctrl+F")
        running.write("old")
        assert "hidden" in board.section._hint.text()
        assert board.section._hint.isVisible()
        click(board.section.bar.closed)
        assert not board.section._hint.isVisible()

    def test_from_right_to_left_an_opened_one_comes_into_view(self, board, running):
        QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        try:
            running.window.resize(960, 640)
            board.section.open(board.add("Old job", phase=Phase.CLOSED))
            running.qtbot.waitUntil(lambda: not board.section._settle.isActive())
            column = board.section.board.columns[Phase.CLOSED]
            seen = board.section._scroll.viewport()
            left = column.mapTo(seen, QPoint(0, 0)).x()
            assert left >= 0
            assert left + column.width() <= seen.width()
        finally:
            QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


class TestAdvert:
    @pytest.fixture
    def lost(self, board):
        """Return the board with an application whose advert was removed."""
        posting = board.keep_advert()
        board.add("Backend developer", posting=posting, phase=Phase.APPLIED)
        board.running.journeying.workspace.use_cases.postings.remove(posting)
        board.section.open(board.stored("Backend developer").subject)
        return board

    def test_one_that_was_removed_is_said_to_be(self, lost):
        assert lost.detail.about.posting.currentText() == "Removed advert"
        assert "removed" in lost.detail.fit.about.text()
        menu = lost.section.menu.menu(lost.card("Backend developer"))
        (entry,) = [a for a in menu.actions() if "advert" in a.text()]
        assert not entry.isEnabled()

    def test_choosing_what_is_chosen_changes_nothing(self, lost):
        box = lost.detail.about.posting
        fit = lost.stored("Backend developer").fit
        box.activated.emit(box.currentIndex())
        assert lost.stored("Backend developer").fit == fit is not None

    def test_a_fit_of_another_day_than_that_of_applying_says_its_own(self, board):
        posting = board.keep_advert()
        subject = board.add("Backend developer", phase=Phase.APPLIED)
        board.jobs.set_fields(subject, {POSTING_FIELD: posting})
        today = board.jobs.today()
        before = (today - timedelta(days=3)).isoformat()
        board.jobs.set_fields(subject, {"found_on": before})
        board.jobs.set_fields(subject, {APPLIED_ON: before})
        board.section.open(subject)
        assert board.detail.fit.text.text().startswith(f"0% on {today.isoformat()}")
        assert "kept on" in board.card("Backend developer").proof


class TestSmallWindow:
    def test_every_field_stands_beside_its_name(self, board, running):
        running.window.resize(960, 640)
        board.section.open(board.add("Backend developer", posting=board.keep_advert()))
        form, roles = board.detail.about.form, QFormLayout.ItemRole
        running.qtbot.waitUntil(lambda: form.geometry().height() > 0)
        for row in filter(form.isRowVisible, range(form.rowCount())):
            name = form.itemAt(row, roles.LabelRole).geometry()
            field = form.itemAt(row, roles.FieldRole).geometry()
            assert name.right() < field.left()
            assert field.top() <= name.center().y() <= field.bottom()


class TestDays:
    @pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
    def test_a_next_step_ages_away_is_refused_in_words(self, opened, running, day):
        line = opened.detail.stand.days["due"].line
        opened.type_into(line, day)
        assert "more than 10 years away" in running.message
        assert opened.stored("Backend developer").due is None

    def test_one_in_reach_is_taken(self, opened):
        day = date(opened.jobs.today().year + 10, 1, 1)
        opened.type_into(opened.detail.stand.days["due"].line, day.isoformat())
        assert opened.stored("Backend developer").due == day


class TestCheckOff:
    def test_fits_on_cards_and_in_the_detail_follow_in_the_pauses(self, board, running):
        posting = board.keep_advert()
        board.section.open(board.add("Backend developer", posting=posting))
        shown = board.detail.fit.text
        running.qtbot.waitUntil(lambda: shown.text() == "0% now")
        before = [id(board.section._applications)]
        running.set_state("skill:python", State.DONE)
        running.qtbot.waitUntil(lambda: shown.text() != "0% now")
        assert board.card("Backend developer").proof == f"{shown.text()[:2]}% fit"
        assert [id(board.section._applications)] == before, "nothing was read again"

    def test_an_advert_that_is_read_when_its_folder_is_left_is_let_go(
        self, board, running
    ):
        adverts = running.journeying.findChild(Adverts)
        assert not adverts.are_read([board.keep_advert()])
        running.journeying.workspace.close()
        running.qtbot.waitUntil(lambda: adverts._task is None)

    def test_what_is_locked_for_a_moment_is_not_taken_for_no_fit(
        self, board, running, monkeypatch
    ):
        def locked(*_):
            raise StorageError("Another program is at it.", "locked")

        posting = board.keep_advert()
        subject = board.add("Backend developer", posting=posting)
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(AdvertFit, "missing", locked)
            board.section.open(subject)
            assert "no skill" not in board.detail.fit.about.text()
        running.set_state("skill:sql-queries", State.LEARNING)
        running.qtbot.waitUntil(lambda: board.detail.fit.text.text() == "0% now")
