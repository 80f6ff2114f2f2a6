"""The interview in the window: chosen, answered, judged, stopped, by keys and mouse."""

from __future__ import annotations

from threading import current_thread, main_thread

import pytest
from PySide6.QtWidgets import QApplication

from tests.end2end.test_large_text import cut
from tests.pages.keys import click
from tracker.app.career.page import show_career
from tracker.domain.edit import PLANNED
from tracker.domain.fit.vocabulary import Vocabulary
from tracker.domain.interview import Verdict
from tracker.domain.posting import UNASKED
from tracker.ui.navigation import JOURNAL
from tracker.ui.widgets.text_link import TextLink

PYTHON = "skill:python"


class Interview:
    """The interview in a running window, opened by its keys."""

    def __init__(self, running) -> None:
        self.running = running
        running.window.activateWindow()
        running.press("Ctrl+Shift+I")
        self.section = running.journeying.career.section("interview")
        self.start, self.round = self.section.start, self.section.round
        self.summary = self.section.summary

    @property
    def shown(self):
        return self.section._stack.currentWidget()

    @property
    def answers(self):
        return self.running.journeying.workspace.use_cases.interviews.history().answers

    def begin(self, subject: str = "level:junior") -> None:
        show_career(self.running.journeying, "interview", subject)
        self.running.qtbot.waitUntil(self.start.begin.hasFocus)  # an advert is read
        self.running.press("Return")
        assert self.shown is self.round

    def judge(self, key: str, text: str = "") -> None:
        if text:
            self.running.write(text)
        self.running.press("Ctrl+Return")
        self.running.press(key)


@pytest.fixture
def interview(running):
    return Interview(running)


def test_a_round_is_answered_by_keys_alone(interview):
    interview.begin()
    assert interview.round.place.text() == "1 of 5"
    assert interview.round.answer.isHidden()
    interview.judge("1", "Shared by all calls")
    assert interview.round.place.text() == "2 of 5"
    assert interview.round.editor.text.toPlainText() == ""
    interview.judge("2")
    interview.judge("3")
    interview.running.press("Alt+S")  # a button looks pressed for a moment
    place = interview.round.place
    interview.running.qtbot.waitUntil(lambda: place.text() == "5 of 5")
    interview.judge("1")
    assert interview.shown is interview.summary
    assert interview.summary.head.text() == "2 of 4 went well"
    results = [answer.result for answer in interview.answers]
    assert results == [Verdict.GOOD, Verdict.PARTLY, Verdict.AGAIN, Verdict.GOOD]
    assert interview.answers[0].text == "Shared by all calls"


def test_a_digit_in_the_own_answer_judges_nothing(interview):
    interview.begin()
    interview.running.write("1 2 3")
    assert interview.round.editor.text.toPlainText() == "1 2 3"
    assert interview.round.place.text() == "1 of 5"


def test_nothing_is_judged_before_the_model_answer_was_seen(interview):
    interview.begin()
    interview.round.skip.setFocus()
    interview.running.press("1")
    assert interview.answers == ()


def test_half_an_answer_survives_leaving_the_page_and_the_program(
    interview, milepost, data
):
    interview.begin()
    question = interview.round.question.text()
    interview.running.write("Half an ans")
    interview.running.journeying.show_page(JOURNAL)
    assert [a.text for a in interview.answers] == ["Half an ans"]
    interview.running.quit()
    interview.running.quit = lambda: None
    again = Interview(milepost(data))
    again.begin()
    assert again.round.question.text() == question
    assert again.round.editor.text.toPlainText() == "Half an ans"


def test_escape_stops_and_the_rest_can_be_gone_on_with(interview):
    interview.begin()
    interview.judge("1")
    interview.running.press("Escape")
    assert interview.shown is interview.summary
    assert "4 questions left out" in interview.summary.told.text()
    interview.running.press("Return")  # go on with the rest
    assert interview.shown is interview.round
    assert interview.round.place.text() == "2 of 5"


def test_what_was_written_and_not_judged_is_said_to_be_kept(interview):
    interview.begin()
    interview.running.press("Escape")
    assert interview.summary.head.text() == "Nothing was answered this time"
    interview.begin()
    interview.running.write("Shared by all calls")
    interview.running.press("Escape")
    assert interview.shown is interview.summary
    assert interview.summary.head.text() == (
        "Nothing was judged this time; what you wrote is kept"
    )


def test_undo_asks_the_question_again(interview):
    interview.begin()
    question = interview.round.question.text()
    interview.judge("3", "Mine")
    assert interview.round.question.text() != question
    interview.running.press("Ctrl+Z")
    assert interview.round.question.text() == question
    assert interview.round.editor.text.toPlainText() == "Mine"
    interview.running.press("Ctrl+Shift+Z")
    assert interview.round.place.text() == "2 of 5"


def test_going_back_judges_anew_instead_of_twice(interview):
    interview.begin()
    interview.judge("3", "Mine")
    click(interview.round.back)
    assert interview.round.editor.text.toPlainText() == "Mine"
    interview.judge("1")
    assert [a.result for a in interview.answers] == [Verdict.GOOD]


def test_an_answer_that_is_emptied_and_judged_again_is_kept_without_words(interview):
    interview.begin()
    interview.judge("3", "Mine")
    click(interview.round.back)
    interview.running.press("Ctrl+A")
    interview.running.press("Backspace")
    interview.judge("2")
    assert [(a.text, a.result) for a in interview.answers] == [("", Verdict.PARTLY)]
    assert interview.section.is_saved
    assert interview.running.saved == "All changes saved"


def test_an_answer_that_was_removed_meanwhile_can_be_judged_anew(interview):
    interview.begin()
    interview.judge("3", "Mine")
    use_cases = interview.running.journeying.workspace.use_cases
    use_cases.interviews.remove(interview.answers[0].subject)
    click(interview.round.back)
    interview.judge("1")
    assert [a.result for a in interview.answers] == [Verdict.GOOD]
    assert interview.round.place.text() == "2 of 5"


def test_what_went_badly_is_planned_and_asked_again(interview):
    interview.begin()
    interview.judge("3")
    interview.running.press("Escape")
    click(interview.summary.plan)
    reader = interview.running.journeying.current.reader
    assert list(reader.all_values(PLANNED)) == [interview.answers[0].target]
    assert interview.summary.plan.text() == "All on the plan"
    click(interview.summary.again)
    assert interview.round.place.text() == "1 of 1"
    assert "Not yet" in interview.round.last.text()


def test_a_skill_shows_its_results_and_leads_to_its_questions(interview):
    interview.begin(PYTHON)
    interview.judge("2", "In my words")
    interview.running.journeying.go_to(PYTHON)
    detail = interview.running.journeying.page.panel.detail
    told = [row for row in detail.more.questions.rows if not row.result.isHidden()]
    assert [row.own[0].text for row in told] == ["In my words"]
    assert told[0].result.text().startswith("Last time: Partly")
    told[0].toggle.click()
    remove = told[0].findChildren(TextLink)[0]
    assert remove.text() == "Remove this answer"
    click(remove)
    assert interview.answers == ()
    assert interview.running.toast == "Answer on “Python” removed"
    assert {row.result.isHidden() for row in detail.more.questions.rows} == {True}
    interview.running.run("undo")
    interview.running.run("undo")
    assert {row.result.isHidden() for row in detail.more.questions.rows} == {True}
    detail.more.questions.practise.click()
    assert interview.shown is interview.start
    assert interview.start.subject == PYTHON


def test_without_an_advert_it_says_where_one_comes_from(interview):
    interview.start.kind.chosen.emit(2)
    assert "You keep no advert yet" in interview.start.told.text()
    assert not interview.start.begin.isEnabled()
    click(interview.start.adverts)
    page = interview.running.journeying.career
    assert page.shown is page.section("postings")


def test_an_advert_asks_for_the_skills_that_are_read_in_it(interview):
    postings = interview.running.journeying.workspace.use_cases.postings
    kept = postings.add("Backend developer\n\nYou must know Python.\n")
    subject = kept.edit.changes[0].subject
    interview.begin(subject)
    assert interview.round.skill.accessibleName() == "Python"
    interview.running.press("Escape")
    assert interview.summary.told.text().startswith("Backend developer")


def test_what_an_advert_does_not_ask_for_after_all_is_not_asked(interview):
    postings = interview.running.journeying.workspace.use_cases.postings
    kept = postings.add("Backend developer\n\nYou must know Python and Docker.\n")
    subject = kept.edit.changes[0].subject
    interview.section.open(subject)
    assert interview.start.told.text() == "The advert is being read…"
    assert not interview.start.begin.isEnabled()
    interview.running.qtbot.waitUntil(interview.start.begin.isEnabled)
    both = {asked.skill for asked in interview.start._questions}
    assert both == {PYTHON, "skill:docker"}
    postings.set_need(subject, ["python"], UNASKED)
    interview.section.open(subject)
    assert {asked.skill for asked in interview.start._questions} == {"skill:docker"}


def test_words_of_adverts_are_learnt_once_for_all_sections_and_in_the_background(
    interview, monkeypatch
):
    make, threads = Vocabulary.of, []

    def made(*names):
        threads.append(current_thread())
        return make(*names)

    monkeypatch.setattr(Vocabulary, "of", made)
    running = interview.running
    use_cases = running.journeying.workspace.use_cases
    kept = use_cases.postings.add("Backend developer\n\nYou must know Python.\n")
    posting = kept.edit.changes[0].subject
    job = use_cases.applications.add("Backend developer", posting=posting)
    show_career(running.journeying, "applications", job.edit.changes[0].subject)
    detail = running.journeying.career.section("applications").detail
    running.qtbot.waitUntil(lambda: detail.fit.text.text() == "0% now")
    interview.begin(posting)
    assert len(threads) == 1
    assert threads[0] is not main_thread()


def test_an_advert_that_names_no_skill_says_so(interview):
    postings = interview.running.journeying.workspace.use_cases.postings
    kept = postings.add("A gardener\n\nYou like roses.\n")
    interview.section.open(kept.edit.changes[0].subject)
    told = interview.start.told
    interview.running.qtbot.waitUntil(lambda: "being read" not in told.text())
    assert told.text() == "No skill of this advert has questions."
    assert not interview.start.begin.isEnabled()


def test_nothing_to_repeat_is_told(interview):
    interview.start.kind.chosen.emit(4)
    assert "Nothing to repeat" in interview.start.told.text()


def test_a_long_answer_leaves_the_buttons_in_sight(interview):
    interview.running.window.resize(960, 640)
    interview.begin()
    interview.round.editor.text.setPlainText("A request goes to the proxy. " * 70)
    interview.running.press("Ctrl+Return")
    view = interview.round._page.viewport()
    seen = (*interview.round.results, interview.round.model)
    interview.running.qtbot.waitUntil(
        lambda: all(
            view.rect().contains(each.mapTo(view, each.rect().center()))
            for each in seen
        )
    )
    interview.running.press("1")
    assert len(interview.answers[0].text) > 2000


def test_the_own_answer_makes_room_for_the_model_answer(interview):
    interview.begin()
    box = interview.round.editor
    QApplication.processEvents()
    alone = box.height()
    interview.running.press("Ctrl+Return")
    QApplication.processEvents()
    assert box.height() < alone * 2 / 3
    interview.running.press("1")
    QApplication.processEvents()
    assert box.height() == alone


def test_everything_has_a_name_for_a_screen_reader(interview):
    interview.begin()
    text = interview.round.editor.text
    assert text.accessibleName() == "Your answer"
    assert text.accessibleDescription() == interview.round.question.text()
    assert [b.accessibleName() for b in interview.round.results] == [
        "Went well",
        "Partly",
        "Not yet",
    ]


@pytest.mark.parametrize(
    ("width", "height", "percent"), [(1280, 860, 200), (960, 640, 150)]
)
def test_large_text_cuts_no_button_and_keeps_the_window(
    interview, width, height, percent
):
    running = interview.running
    running.session.preferences.text_size = percent
    running.session.apply_look()
    running.window.resize(width, height)
    interview.begin()
    for act in (lambda: None, interview.round.reveal, interview.round.stop.click):
        act()
        running.qtbot.wait(1)
        assert (running.window.width(), running.window.height()) == (width, height)
        assert cut(interview.section) == []
    running.press("Ctrl+Shift+O")
    running.qtbot.wait(1)
    assert (running.window.width(), running.window.height()) == (width, height)
    assert cut(running.journeying.career.section("profile")) == []
