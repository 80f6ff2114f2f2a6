"""One question: answer it, look at the model answer, say how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.interview import Result
from tracker.services.wording_interview import result_name, result_text
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.cards import Buttons, Card, CardPage
from tracker.ui.widgets.fields import breakable
from tracker.ui.widgets.label import button, label
from tracker.ui.widgets.note_editor import NoteEditor
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from tracker.domain.interview import Answer, Asked

RESULTS = (Result.GOOD, Result.PARTLY, Result.AGAIN)
_KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class RoundView(CardPage):
    """Asks for everything; it knows no use cases."""

    judged = Signal(object)  # Result
    skipped = Signal()
    went_back = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        """Ask nothing yet."""
        super().__init__(46)
        self.place = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far the round is"))
        self.skill = label("", "overline", wrap=True)
        self.question = label("", "title", wrap=True)
        self.last = label("", "muted", wrap=True)
        self.editor = NoteEditor()
        self.editor.text.setAccessibleName(tr("Your answer"))
        self.editor.text.setPlaceholderText(
            tr("In your own words, as in the interview. Or only think it.")
        )
        self.show_answer = button(tr("Show the model answer"), self.reveal, "primary")
        self.skip = button(tr("&Skip"), self.skipped.emit)
        self.back = button(tr("Bac&k"), self.went_back.emit)
        self.stop = button(tr("Sto&p here"), self.stopped.emit, "quiet")
        self.model = label("", wrap=True)
        self.before = label("", "muted", wrap=True)
        self.results = [self._result_button(n) for n in range(len(RESULTS))]
        self.answer = QFrame()
        self._can_judge = True
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.reveal)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        head = QHBoxLayout()
        head.setSpacing(unit)
        head.addWidget(self.place)
        head.addWidget(self.bar, 1)
        head.addWidget(self.stop)
        top = QWidget()
        top.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        card = Card()
        for each in (self.skill, self.question, self.last, self.editor):
            card.rows.addWidget(each)
        self.editor.setMinimumHeight(unit * 9)
        self._fill_answer(unit)
        card.rows.addWidget(Buttons(self.show_answer, self.skip, self.back))
        card.rows.addWidget(self.answer)
        self._fit_bar()
        self.cards.addWidget(top)
        self.cards.addWidget(card)

    def _fill_answer(self, unit: int) -> None:
        self.answer.setProperty("kind", "question")
        box = QVBoxLayout(self.answer)
        box.setContentsMargins(unit * 3 // 4, unit // 2, unit * 3 // 4, unit * 3 // 4)
        box.setSpacing(unit // 2)
        box.addWidget(label(tr("Model answer"), "heading"))
        box.addWidget(self.model)
        box.addWidget(self.before)
        box.addWidget(label(tr("How did it go?"), "heading"))
        box.addWidget(Buttons(*self.results))
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        for each in (self.question, self.model, self.before):
            each.setTextInteractionFlags(flags)

    def _result_button(self, number: int) -> QPushButton:
        name = result_name(RESULTS[number])
        text = tr("{n}  {result}", n=number + 1, result=name)
        made = button(text, lambda: self._judge(number))
        made.setAccessibleName(name)
        made.setAccessibleDescription(tr("Key {n}", n=number + 1))
        return made

    def ask(
        self, asked: Asked, place: int, total: int, last: Answer | None, text: str
    ) -> None:
        """Ask a question.

        Args:
            asked: The question.
            place: Which one of the round it is, from 1.
            total: How many there are.
            last: How it went the last time, if ever.
            text: What the learner began to answer.
        """
        self.place.setText(tr("{n} of {all}", n=place, all=total))
        self.bar.setRange(0, total)
        self.bar.setValue(place - 1)
        self.skill.setText(asked.title.upper())
        self.skill.setAccessibleName(asked.title)
        self.question.setText(breakable(asked.ask))
        self.last.setText(tr("Last time: {what}", what=result_text(last)))
        self.last.setVisible(last is not None)
        self.model.setText(breakable(asked.answer))
        told = "" if last is None else last.text
        self.before.setText(
            tr("Your last answer: {text}", text=breakable(told)) if told else ""
        )
        self.before.setVisible(bool(told))
        self.editor.show_note(key_of(asked), text)
        self.answer.hide()
        self.show_answer.setEnabled(True)
        self.back.setEnabled(place > 1)
        self.verticalScrollBar().setValue(0)
        self.focus_answer()

    def focus_answer(self) -> None:
        """Give the keyboard to the own answer."""
        self.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self) -> None:
        """Show the model answer, and ask how it went."""
        self.answer.show()
        self.show_answer.setEnabled(False)
        self.results[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self.results[-1])

    @property
    def is_revealed(self) -> bool:
        """Return whether the model answer can be seen."""
        return not self.answer.isHidden()

    def make_read_only(self) -> None:
        """Let nothing be typed or judged."""
        self._can_judge = False
        self.editor.set_editable(editable=False)
        for each in self.results:
            each.setEnabled(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = _KEYS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
        elif number is not None and self.is_revealed and self._can_judge:
            self._judge(number)
        else:
            super().keyPressEvent(event)

    def _judge(self, number: int) -> None:
        self.judged.emit(RESULTS[number])

    def _fit_bar(self) -> None:
        self.bar.setFixedHeight(max(round(theme.unit(self) * 0.45), 4))


def key_of(asked: Asked) -> str:
    """Return the name under which the editor knows the answer to a question."""
    return "\n".join(asked.key)
