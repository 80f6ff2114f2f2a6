"""The interview: choose questions, answer them one by one, see how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from tracker.domain.edit import Label
from tracker.domain.interview import in_order
from tracker.services.interview import good_answer
from tracker.typing_tools import override
from tracker.ui.career.interview.round import Round
from tracker.ui.career.interview.round_view import RoundView, key_of
from tracker.ui.career.interview.start_view import StartView
from tracker.ui.career.interview.summary_view import SummaryView
from tracker.ui.career.section import Section
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from tracker.domain.edit import StoredEdit
    from tracker.domain.interview import SkillQuestion, Verdict
    from tracker.ui.career.interview.desk import InterviewDesk


class InterviewSection(Section):
    """Three views in turn; every answer is stored as soon as it is given."""

    skill_opened = Signal(str)
    adverts_wanted = Signal()
    typing = Signal(bool)
    link_clicked = Signal(str)

    def __init__(self, desk: InterviewDesk) -> None:
        """Ask and store through a desk."""
        super().__init__()
        self._desk = desk
        self._round: Round | None = None
        self._stale = True
        self.start = StartView(desk)
        self.round = RoundView()
        self.summary = SummaryView()
        self._stack = QStackedWidget()
        for view in (self.start, self.round, self.summary):
            self._stack.addWidget(view)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self._connect()

    def _connect(self) -> None:
        self.start.begun.connect(self._on_begun)
        self.start.resumed.connect(self._on_resumed)
        self.start.adverts_wanted.connect(self.adverts_wanted)
        self.round.judged.connect(self._on_judged)
        self.round.skipped.connect(self._on_skipped)
        self.round.went_back.connect(self._on_back)
        self.round.stopped.connect(self._on_stopped)
        self.round.editor.note_requested.connect(self._on_typed)
        self.round.editor.typing.connect(self.typing)
        self.round.editor.link_clicked.connect(self.link_clicked)
        self.summary.plan_wanted.connect(self._on_plan)
        self.summary.again_wanted.connect(self._on_again)
        self.summary.resumed.connect(self._on_resumed)
        self.summary.closed.connect(self.show_start)
        for view in (self.start, self.summary):
            view.skill_opened.connect(self.skill_opened)
        self._desk.changed.connect(self._on_changed)

    @property
    @override
    def status(self) -> str:
        round_ = self._round
        if round_ is not None and self._stack.currentWidget() is self.round:
            return tr("{what}: one question at a time.", what=round_.title)
        return tr("Questions on the skills that a level, a role or an advert asks for.")

    @property
    @override
    def is_saved(self) -> bool:
        return self.round.editor.is_saved

    @override
    def current_subject(self) -> str | None:
        shown = self._stack.currentWidget() is self.round
        return self._round.asked.skill if shown and self._round is not None else None

    @override
    def open(self, subject: str) -> None:
        self.save()
        self.show_start()
        self.start.choose(subject)

    @override
    def focus_content(self) -> None:
        if self._stack.currentWidget() is self.round:
            self.round.focus_answer()
        elif self._stack.currentWidget() is self.summary:
            self.summary.focus_first()
        else:
            self.start.focus_first()

    @override
    def save(self) -> None:
        self.round.editor.save()

    def show_start(self) -> None:
        """Offer what can be asked."""
        self.start.show_again()
        round_ = self._round
        is_open = (
            round_ is not None and round_.first_open(self._desk.history) is not None
        )
        self.start.offer_resume(offered=is_open)
        self._show(self.start)

    def make_read_only(self) -> None:
        """Let nothing be typed or judged."""
        self.round.make_read_only()
        self.summary.plan.setEnabled(False)

    def show_again(self) -> None:
        """Read again when it is shown: the roadmap was replaced."""
        self._stale = True
        if self.isVisible():
            self._refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self._stack.currentWidget() is self.start:
            self._refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.save()
        super().hideEvent(event)

    def _refresh(self) -> None:
        self._stale = False
        if self._stack.currentWidget() is self.start:
            self.start.show_again()
        elif self._stack.currentWidget() is self.summary:
            self._show_summary()

    def _on_begun(self, title: str, questions: list[SkillQuestion]) -> None:
        self._round = Round(title, questions)
        self._ask()

    def _on_resumed(self) -> None:
        round_ = self._round
        if round_ is not None:
            round_.position = round_.first_open(self._desk.history) or 0
            self._ask()

    def _on_again(self) -> None:
        round_, history = self._round, self._desk.history
        if round_ is not None:
            weak = [asked for asked in round_.questions if history.is_weak(asked)]
            self._on_begun(round_.title, in_order(weak, history))

    def _ask(self) -> None:
        """Ask the question whose turn it is, or sum up after the last one."""
        round_ = self._round
        if round_ is None or not round_.questions or round_.is_over:
            self._show_summary()
            return
        history, asked = self._desk.history, round_.asked
        self._show(self.round)
        place, total = round_.position + 1, len(round_.questions)
        last, text = history.last(asked), self._text_of(round_)
        self.round.ask(asked, place, total, last, text)

    def _show_summary(self) -> None:
        round_ = self._round
        if round_ is None:
            self.show_start()
            return
        self.save()
        self.summary.show_round(round_, self._desk.history, self._desk.on_plan())
        self._show(self.summary)
        self.summary.focus_first()

    def _show(self, view: StartView | RoundView | SummaryView) -> None:
        self._stack.setCurrentWidget(view)
        self.header_changed.emit()

    def _on_typed(self, key: str, text: str) -> None:
        round_ = self._round
        found = [a for a in round_.questions if key_of(a) == key] if round_ else []
        if found and self._desk.write(found[0], text):
            # Nothing is stored for what was emptied: it is known here, too.
            self.round.editor.confirm(key, good_answer(text))

    def _on_judged(self, result: Verdict) -> None:
        round_ = self._round
        if round_ is None or round_.is_over:
            return
        asked, given = round_.asked, round_.given()
        self.save()
        text = self.round.editor.text.toPlainText()
        history = self._desk.history
        is_there = round_.result(asked, history) is not None
        if given is not None and is_there and history.unjudged(asked) is None:
            done = self._desk.judge_again(given, result, text)
        else:
            done = self._desk.judge(asked, result, text)
        last = self._desk.history.last(asked)
        if done and last is not None:
            round_.take(last.subject)
            round_.go_on()
            self._ask()

    def _on_skipped(self) -> None:
        if self._round is not None:
            self.save()
            self._round.go_on()
            self._ask()

    def _on_back(self) -> None:
        if self._round is not None:
            self.save()
            self._round.go_back()
            self._ask()

    def _on_stopped(self) -> None:
        self._show_summary()

    def _on_plan(self, skills: list[str]) -> None:
        if self._desk.plan(skills):
            self._show_summary()

    def _on_changed(self, stored: StoredEdit) -> None:
        """Take in a stored answer, one that was taken back too."""
        round_ = self._round
        if round_ is None or self._stack.currentWidget() is not self.round:
            if self.isVisible():
                self._refresh()
            return
        if stored.edit.label in {Label.UNDO, Label.REDO}:
            place = round_.place_of(stored.edit.changes[0].subject)
            if place is not None:
                round_.position = place
                if round_.result(round_.asked, self._desk.history) is not None:
                    round_.go_on()  # judged again
                self._ask()
                return
        if not round_.is_over:
            self.round.editor.confirm(key_of(round_.asked), self._text_of(round_))

    def _text_of(self, round_: Round) -> str:
        """Return what is stored as the answer to the question that is asked."""
        history, given = self._desk.history, round_.given()
        draft = history.unjudged(round_.asked)
        if draft is not None:
            return draft.text
        return next((a.text for a in history.answers if a.subject == given), "")
