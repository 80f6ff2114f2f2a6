"""Applications in the window: by keys and by mouse, from found to closed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.pages.applications import JobBoard
from tests.pages.keys import click, press
from tracker.app.career.page import show_career
from tracker.cli import main
from tracker.domain.application import CV_SKILL, Phase, Result
from tracker.domain.edit import DUE, NEXT_STEP, State
from tracker.domain.work import Grade
from tracker.ui.widgets.label import plain_tip

TRACKED = "outcome:write-a-cv/track-applications"


@pytest.fixture
def board(running):
    return JobBoard(running)


@pytest.fixture
def filled(board):
    """Return the board with three applications."""
    board.add("Backend developer", company="A payments start-up")
    board.add("API developer", company="A library network")
    board.add("Platform developer", phase=Phase.INTERVIEW)
    board.section.focus_content()
    return board


class TestBeginning:
    def test_the_empty_page_teaches_and_its_button_begins_one(self, board, running):
        assert board.section.empty.isVisible()
        assert QApplication.focusWidget() is board.section.empty.new
        running.press("Return")
        assert board.dialog.title.hasFocus()
        running.write("Backend developer")
        running.press("Return")
        assert board.column_of("Backend developer") == "Found"
        assert board.detail.isVisible()
        assert not board.section.empty.isVisible()
        board.show()
        assert board.detail.isAncestorOf(QApplication.focusWidget())
        running.press("Ctrl+Z")
        assert board.section.empty.isVisible()

    def test_the_dialog_takes_days_in_words_and_keeps_what_is_refused(
        self, board, running
    ):
        click(board.section.empty.new)
        dialog = board.dialog
        dialog.title.setText("Backend developer")
        dialog.next_step.setText("Write the letter")
        dialog.due.line.setText("someday")
        click(dialog.make)
        assert "no day" in dialog.said.text()
        assert dialog.title.text() == "Backend developer"
        dialog.due.line.setText("tomorrow")
        dialog.phase.setCurrentIndex(1)
        click(dialog.make)
        stored = board.stored("Backend developer")
        assert stored.phase is Phase.APPLIED
        assert stored.due == board.jobs.today() + timedelta(days=1)

    def test_an_advert_fills_it_in_and_is_not_begun_twice(self, board, running):
        posting = board.keep_advert(company="A bank", place="Porto")
        board.section.open(posting)
        dialog = board.dialog
        assert dialog.title.text() == "Backend developer"
        assert (dialog.company.text(), dialog.place.text()) == ("A bank", "Porto")
        running.press("Return")
        stored = board.stored("Backend developer")
        assert stored.posting == posting
        running.qtbot.waitUntil(lambda: not board.is_asking)
        board.section.open(posting)
        assert not board.is_asking
        assert board.detail.subject == stored.subject


class TestMoving:
    def test_ctrl_and_an_arrow_moves_and_undo_takes_back(self, filled, running):
        title = filled.focused
        running.press("Ctrl+Right")
        assert filled.column_of(title) == "Applied"
        assert filled.focused == title, "the keyboard goes with the card"
        assert filled.stored(title).days[Phase.APPLIED] == filled.jobs.today()
        running.press("Ctrl+Left")
        assert filled.column_of(title) == "Found"
        running.press("Ctrl+Z")
        assert filled.column_of(title) == "Applied"

    def test_arrows_go_from_card_to_card_past_empty_columns(self, filled, running):
        running.press("Right")
        assert filled.focused == "Platform developer"
        running.press("Left")
        assert filled.focused in filled.titles(Phase.FOUND)

    def test_a_card_is_dragged_to_another_phase(self, filled, running):
        subject = filled.stored("API developer").subject
        filled.drag(subject, Phase.OFFER)
        assert filled.column_of("API developer") == "Offer"
        assert "moved to “Offer”" in running.toast

    def test_delete_removes_and_undo_brings_back(self, filled, running):
        title = filled.focused
        running.press("Delete")
        assert filled.column_of(title) == ""
        running.undo_from_toast()
        assert filled.column_of(title) == "Found"

    def test_the_menu_of_a_card_moves_it_and_says_how_it_ended(self, filled):
        title = filled.focused
        filled.choose("Closed")
        assert filled.column_of(title) == "Closed"
        filled.choose("Rejected")
        assert filled.stored(title).result is Result.REJECTED
        assert "Rejected" in filled.card(title).spoken

    def test_closed_ones_can_be_hidden_and_are_shown_when_opened(self, filled, running):
        title = filled.focused
        filled.choose("Closed")
        closed = filled.section.board.columns[Phase.CLOSED]
        click(filled.section.bar.closed)
        assert not closed.isVisible()
        running.journeying.go_to(filled.stored(title).subject)
        assert closed.isVisible()
        assert filled.detail.title.text() == title


class TestFinding:
    def test_a_filter_shows_what_has_its_words(self, filled, running):
        running.press("Ctrl+F")
        assert filled.section.bar.search.hasFocus()
        running.write("payments dev")
        assert filled.titles(Phase.FOUND) == ["Backend developer"]
        running.write("zzz")
        assert filled.section._hint.isVisible()
        running.press("Escape")
        assert len(filled.titles(Phase.FOUND)) == 2

    def test_what_is_due_stands_first_and_says_so_in_words(self, filled):
        subject = filled.stored("Backend developer").subject
        filled.jobs.set_fields(subject, {NEXT_STEP: "Call back", DUE: "2026-01-05"})
        assert filled.titles(Phase.FOUND)[0] == "Backend developer"
        assert filled.card("Backend developer").due.startswith("Overdue since 5 Jan")
        assert "next: Call back" in filled.running.status


class TestDetail:
    @pytest.fixture
    def opened(self, filled, running):
        filled.section.open(filled.stored("Backend developer").subject)
        return filled

    def test_a_title_without_room_ends_in_dots_and_can_be_typed_in(
        self, board, running
    ):
        long = "Backend developer for " + "many " * 30 + "things"
        board.section.open(board.add(long))
        title = board.detail.title
        assert title.shown.endswith("…")
        assert title.toolTip() == plain_tip(long)
        title.setFocus()
        running.press("End")
        running.write("!")
        assert title.text() == f"{long}!"

    def test_it_is_there_once_asked_for_and_escape_closes_it(self, filled, running):
        assert not filled.detail.isVisible()
        title = filled.focused
        running.press("Return")
        assert filled.detail.isVisible()
        assert filled.detail.title.text() == title
        running.press("Escape")
        assert not filled.detail.isVisible()
        assert filled.focused == title

    def test_fields_are_stored_as_they_are_typed(self, opened):
        detail = opened.detail
        opened.type_into(detail.about.lines["contact"], "the team's lead")
        opened.type_into(detail.stand.lines[NEXT_STEP], "Call back")
        opened.type_into(detail.stand.days[DUE].line, "tomorrow")
        opened.type_into(detail.title, "Senior developer")
        stored = opened.stored("Senior developer")
        assert (stored.contact, stored.next_step) == ("the team's lead", "Call back")
        assert stored.due == opened.jobs.today() + timedelta(days=1)

    def test_what_is_refused_is_told_and_shows_what_is_stored(self, opened, running):
        field = opened.detail.about.days["found_on"].line
        opened.type_into(field, "2999-01-01")
        assert "still to come" in running.message
        assert field.text() == opened.jobs.today().isoformat()

    def test_only_days_of_phases_reached_are_shown(self, opened, running):
        days = opened.detail.about.days
        assert days["found_on"].isVisible()
        assert not days["applied_on"].isVisible()
        phase = opened.detail.stand.phase
        phase.setFocus()
        running.press("Down")
        assert opened.column_of("Backend developer") == "Found", "it opened the list"
        press("Down", phase.view())
        press("Return", phase.view())
        assert opened.column_of("Backend developer") == "Applied"
        assert days["applied_on"].isVisible()

    def test_a_note_is_kept_with_the_application_it_was_typed_on(self, opened, running):
        opened.detail.note.text.setFocus()
        running.write("They use Python")
        running.press("Escape")
        opened.section.open(opened.stored("API developer").subject)
        assert opened.detail.note.text.toPlainText() == ""
        assert opened.stored("Backend developer").note == "They use Python"

    def test_one_that_is_removed_elsewhere_closes(self, opened, running):
        opened.jobs.remove(opened.detail.subject)
        assert not opened.detail.isVisible()
        assert opened.focused

    def test_escape_on_the_board_closes_it_too(self, opened, running):
        opened.section.board.focus_cards()
        assert opened.detail.isVisible()
        running.press("Escape")
        assert not opened.detail.isVisible()

    def test_in_a_narrow_window_they_are_shown_in_turn(self, opened, running):
        running.window.resize(760, 700)
        assert opened.detail.isVisible()
        assert not opened.section.board.isVisible()
        click(opened.detail.back)
        assert opened.section.board.isVisible()
        assert not opened.detail.isVisible()


class TestFit:
    def test_it_is_kept_on_the_day_and_shown_beside_that_of_now(self, board, running):
        posting = board.keep_advert()
        subject = board.add("Backend developer", posting=posting)
        running.qtbot.waitUntil(
            lambda: board.card("Backend developer").proof == "0% fit"
        )
        board.jobs.move(subject, Phase.APPLIED)
        kept, now = board.stored("Backend developer").fit, board.jobs.fit_of(posting)
        assert [t.title for t in kept.terms] == [t.asked.title for t in now.terms]
        assert [t.weight for t in kept.terms] == [3, 1], "a must, and nice to have"
        for term in now.terms:
            running.set_state(f"skill:{term.best}", State.DONE)
        board.section.open(subject)
        assert board.detail.fit.text.text() == "0% when you applied, 80% now"
        assert board.detail.fit.more.isVisible()

    def test_an_advert_without_a_known_skill_says_so(self, board):
        postings = board.running.journeying.workspace.use_cases.postings
        posting = postings.add("A gardener").edit.changes[0].subject
        board.section.open(board.add("Gardener", posting=posting))
        told = board.detail.fit.about
        assert told.text() == "The advert is being read…"
        board.running.qtbot.waitUntil(lambda: "no fit" in told.text())
        assert not board.detail.fit.text.isVisible()

    def test_without_its_advert_what_was_kept_stays(self, board, running):
        posting = board.keep_advert()
        board.add("Backend developer", posting=posting, phase=Phase.APPLIED)
        running.journeying.workspace.use_cases.postings.remove(posting)
        board.section.open(board.stored("Backend developer").subject)
        assert board.detail.fit.text.text() == "0% when you applied"
        assert not board.detail.about.show_posting.isEnabled()

    def test_from_an_advert_the_dialog_has_the_keyboard(self, board, running):
        show_career(running.journeying, "applications", board.keep_advert())
        assert board.dialog.title.hasFocus()
        running.press("Escape")
        assert board.section.empty.isVisible(), "nothing was begun"

    @pytest.mark.parametrize(("name", "number"), [("advert", 1), ("interview", 3)])
    def test_buttons_lead_to_the_advert_and_its_questions(
        self, board, running, name, number
    ):
        posting = board.keep_advert()
        board.section.open(board.add("Backend developer", posting=posting))
        detail = board.detail
        buttons = {"advert": detail.about.show_posting, "interview": detail.prepare}
        click(buttons[name])
        assert running.journeying.career.ways.number == number

    def test_without_an_advert_there_are_no_questions_to_prepare(self, board):
        board.section.open(board.add("Backend developer"))
        assert not board.detail.prepare.isVisible()


class TestElsewhere:
    def test_a_next_step_that_is_due_is_on_the_journey_and_leads_back(
        self, board, running
    ):
        today = board.jobs.today().isoformat()
        subject = board.add("Backend developer", company="A bank")
        board.jobs.set_fields(subject, {NEXT_STEP: "Call back", DUE: today})
        running.show_journey()
        line = running.journeying.page.due
        assert line.text() == "Due today: Call back (Backend developer, A bank)"
        click(line.link, line.link.rect().center() / 2)
        assert board.section.isVisible()
        assert board.detail.subject == subject
        board.jobs.move(subject, Phase.CLOSED)
        assert line.text() == ""

    def test_applications_are_practice_and_one_click_checks_off(self, board, running):
        running.set_state(CV_SKILL, State.DONE)
        running.set_state(TRACKED, State.TODO)
        current = running.journeying.current

        def grade() -> Grade:
            return current.evidence.grade(CV_SKILL, current.journey.progress)

        assert grade() is Grade.CLAIMED
        for number in range(3):
            board.add(f"Job {number}", phase=Phase.APPLIED)
        assert grade() is Grade.PRACTISED
        assert running.stored_state(TRACKED) == "todo", "nothing is ticked unasked"
        running.journeying.go_to(CV_SKILL)
        practice = running.journeying.page.panel.detail.practice
        assert practice.said.text() == "3 applied"
        assert "list of all applications" in practice.offer.text()
        practice.offer.setFocus()
        running.press("Return")
        assert running.stored_state(TRACKED) == "done"
        assert not practice.offer.isVisible()
        practice.said.setFocus()
        running.press("Return")
        assert board.section.isVisible()

    def test_other_skills_say_nothing_of_applications(self, board, running):
        board.add("Backend developer", phase=Phase.APPLIED)
        running.journeying.go_to("skill:professional-profile")
        assert not running.journeying.page.panel.detail.practice.isVisible()

    def test_what_the_terminal_stores_is_seen(self, filled, running, capsys):
        folder = str(running.folder)
        assert main(["--data", folder, "apply", "From the terminal"]) == 0
        running.look_for_changes()
        assert filled.column_of("From the terminal") == "Applied"

    @pytest.mark.parametrize("words", ["applications", "bank developer"])
    def test_the_palette_finds_the_way(self, board, running, words):
        board.add("Developer", company="A bank")
        running.show_journey()
        running.press("Ctrl+K")
        running.write(words)
        running.press("Return")
        assert board.section.isVisible()
        assert board.detail.isVisible() is (words != "applications")


def test_right_to_left_the_arrows_are_turned(filled, running):
    title = filled.focused
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    running.press("Ctrl+Left")
    assert filled.column_of(title) == "Applied"
