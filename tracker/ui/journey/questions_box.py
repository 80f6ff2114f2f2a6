"""The questions of a skill: the model answers, and how the learner's own ones went."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tracker.domain.interview import as_key
from tracker.domain.skill import Question
from tracker.services.wording_interview import verdict_text
from tracker.ui import theme
from tracker.ui.widgets.breaks import breakable
from tracker.ui.widgets.label import button, label, show_in_place
from tracker.ui.widgets.text_link import TextLink
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.interview import Answer

_MOST = 5  # own answers to one question that are shown, the newest


class QuestionsBox(QWidget):
    """A row for each question; those that a skill no longer asks stand last."""

    practise_requested = Signal()
    removal_requested = Signal(str)  # an answer

    def __init__(self, questions: Sequence[Question]) -> None:
        """Show questions without answers of the learner."""
        super().__init__()
        self._questions = tuple(questions)
        self.rows: list[QuestionRow] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(round(theme.unit(self)) // 2)
        self._box.addWidget(label(tr("Ask yourself"), "heading", wrap=True))
        self._list = QVBoxLayout()
        self._list.setSpacing(round(theme.unit(self)) // 2)
        self._box.addLayout(self._list)
        self.practise = TextLink(tr("Practise these questions"))
        self.practise.clicked.connect(self.practise_requested)
        self._box.addWidget(self.practise)
        self.show_answers(())

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show what the learner answered, the oldest first."""
        on: defaultdict[str, list[Answer]] = defaultdict(list)
        for each in answers:
            on[as_key(each.question)].append(each)
        opened = {as_key(row.ask) for row in self.rows if row.is_open}
        for row in self.rows:
            row.hide()
            self._list.removeWidget(row)
            row.setParent(None)
        self.rows = []
        asked = [as_key(each.ask) for each in self._questions]
        gone = [Question(ask=k, answer="") for k in on if k not in asked]
        for question in (*self._questions, *gone):
            key = as_key(question.ask)
            made = QuestionRow(question, on[key])
            made.removal_requested.connect(self.removal_requested)
            if key in opened:
                made.toggle.click()
            self.rows.append(made)
            self._list.addWidget(made)
        self.practise.setVisible(bool(self._questions))
        show_in_place(self, shown=bool(self.rows))


class QuestionRow(QFrame):
    """A question and how it went; the answers are shown when they are asked for."""

    removal_requested = Signal(str)  # an answer

    def __init__(self, question: Question, answers: Sequence[Answer] = ()) -> None:
        """Show the question, and the result of its last answer that was judged."""
        super().__init__()
        self.setProperty("kind", "question")
        self.ask = question.ask
        unit = round(theme.unit(self))
        box = QVBoxLayout(self)
        box.setContentsMargins(unit * 3 // 4, unit // 2, unit * 3 // 4, unit // 2)
        box.setSpacing(unit // 4)
        box.addWidget(label(breakable(question.ask), wrap=True))
        judged = [each for each in answers if each.result is not None]
        self.result = label("", "muted", wrap=True)
        if judged:
            self.result.setText(tr("Last time: {what}", what=verdict_text(judged[-1])))
        box.addWidget(self.result)
        show_in_place(self.result, shown=bool(judged))
        self.answer = label(breakable(question.answer), "muted", wrap=True)
        self.own = [each for each in answers if each.text][-_MOST:]
        self._hidden: list[QWidget] = [self.answer] if question.answer else []
        for each in reversed(self.own):
            self._hidden += self._made(each)
        for widget in self._hidden:
            widget.hide()
            box.addWidget(widget)
        self.toggle = button(self._words(opened=False), self._on_toggled, "link")
        self.toggle.setAccessibleDescription(question.ask)
        box.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        show_in_place(self.toggle, shown=bool(self._hidden))

    def _made(self, each: Answer) -> tuple[QWidget, QWidget]:
        """Return an answer of the learner, and what takes it away."""
        text = tr(
            "Your answer of {day}: {text}",
            day=each.day.isoformat(),
            text=breakable(each.text),
        )
        remove = TextLink(tr("Remove this answer"))
        remove.clicked.connect(self._on_remove)
        remove.setProperty("subject", each.subject)
        remove.setAccessibleDescription(text)
        return label(text, wrap=True), remove

    @property
    def is_open(self) -> bool:
        """Return whether the answers are shown."""
        return any(not widget.isHidden() for widget in self._hidden)

    def _words(self, *, opened: bool) -> str:
        if self.own:
            return tr("Hide the answers") if opened else tr("Show the answers")
        return tr("Hide the answer") if opened else tr("Show the answer")

    def _on_remove(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self.removal_requested.emit(str(pressed.property("subject")))

    def _on_toggled(self) -> None:
        opened = not self.is_open
        for widget in self._hidden:
            widget.setVisible(opened)
        self.toggle.setText(self._words(opened=opened))
