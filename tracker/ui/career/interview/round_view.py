"""One question: answer it, look at the model answer, say how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.interview import Verdict
from tracker.services.wording_interview import verdict_name, verdict_text
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.breaks import breakable
from tracker.ui.widgets.cards import Card, CardPage
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.label import button, label, plain_tip
from tracker.ui.widgets.note_editor import NoteEditor
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from tracker.domain.interview import Answer, SkillQuestion

VERDICTS = tuple(Verdict)
_WIDEST = 46  # lines; wider is not good to read
_KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class RoundView(QFrame):
    """Asks for everything; it knows no use cases."""

    judged = Signal(object)  # Result
    skipped = Signal()
    went_back = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        """Ask nothing yet."""
        super().__init__()
        self.setProperty("kind", "page")
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
        self.model = label("", wrap=True)
        self.before_name = label("", "heading")
        self.before = label("", "muted", wrap=True)
        self.answer = QFrame()
        self.show_answer = button(tr("Show the model answer"), self.reveal, "primary")
        self.show_answer.setToolTip(plain_tip("Ctrl+Enter"))
        self.skip = button(tr("&Skip"), self.skipped.emit)
        self.back = button(tr("Bac&k"), self.went_back.emit)
        self.stop = button(tr("Sto&p here"), self.stopped.emit, "quiet")
        self.keys = label(tr("Ctrl+Enter, then 1, 2 or 3"), "muted")
        self.how = label(tr("How did it go?"), "heading")
        self.results = [self._result_button(n) for n in range(len(VERDICTS))]
        self._can_judge = True
        self._follows = False  # the answer comes into sight once it has its height
        self._page = CardPage(_WIDEST)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        bar = self._page.verticalScrollBar()
        bar.rangeChanged.connect(self._scroll_to_answer)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.reveal)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        card = Card()
        self.acts = self._make_acts(unit)
        asking = (self.skill, self.question, self.last, self.editor)
        for each in (*asking, self.acts, self.answer):
            card.rows.addWidget(each)
        self._fill_answer(unit)
        self._page.cards.addWidget(card)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._make_head(unit))
        box.addWidget(self._page, 1)

    def _make_head(self, unit: int) -> QWidget:
        """Return how far the round is, as wide as the card below it."""
        inside = QWidget()
        inside.setMaximumWidth(unit * _WIDEST)
        head = QWidget()
        whole = QHBoxLayout(head)
        whole.setContentsMargins(unit * 8 // 5, unit // 2, unit * 8 // 5, 0)
        whole.addStretch(0)
        whole.addWidget(inside, 1)
        whole.addStretch(0)
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(unit)
        row.addWidget(self.place)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.bar.setFixedHeight(max(unit * 9 // 20, 4))
        return head

    def _make_acts(self, unit: int) -> QWidget:
        acts = QWidget()
        row = FlowLayout(acts)
        row.setSpacing(unit // 2)
        row.add(self.show_answer, self.how, *self.results, self.skip, self.back)
        row.add(self.keys)
        return acts

    def _fill_answer(self, unit: int) -> None:
        self.answer.setProperty("kind", "question")
        box = QVBoxLayout(self.answer)
        box.setContentsMargins(unit * 3 // 4, unit // 2, unit * 3 // 4, unit * 3 // 4)
        box.setSpacing(unit // 2)
        box.addWidget(label(tr("Model answer"), "heading"))
        for each in (self.model, self.before_name, self.before):
            box.addWidget(each)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        for each in (self.question, self.model, self.before):
            each.setTextInteractionFlags(flags)

    def _result_button(self, number: int) -> QPushButton:
        name = verdict_name(VERDICTS[number])
        text = tr("{n}  {result}", n=number + 1, result=name)
        made = button(text, lambda: self._judge(number))
        made.setAccessibleName(name)
        made.setAccessibleDescription(tr("Key {n}", n=number + 1))
        return made

    def ask(
        self,
        asked: SkillQuestion,
        place: int,
        total: int,
        last: Answer | None,
        text: str,
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
        self.last.setText(tr("Last time: {what}", what=verdict_text(last)))
        self.last.setVisible(last is not None)
        self.model.setText(breakable(asked.answer))
        told = "" if last is None or last.text == text else last.text
        self.before.setText(breakable(told))
        self.before_name.setText(tr("Your last answer"))
        for each in (self.before, self.before_name):
            each.setVisible(bool(told))
        self.editor.text.setAccessibleDescription(asked.ask)
        self.editor.show_note(key_of(asked), text)
        self._reveal(revealed=False)
        self._follows = False
        self.back.setEnabled(place > 1)
        self._page.verticalScrollBar().setValue(0)
        self.focus_answer()

    def focus_answer(self) -> None:
        """Give the keyboard to the own answer."""
        self.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self) -> None:
        """Show the model answer, and ask how it went."""
        self._reveal(revealed=True)
        self._follows = True
        self.results[0].setFocus(Qt.FocusReason.OtherFocusReason)
        said = QAccessibleAnnouncementEvent(self.model, self.model.text())
        QAccessible.updateAccessibility(said)
        self._scroll_to_answer()

    def _reveal(self, *, revealed: bool) -> None:
        self.answer.setVisible(revealed)
        self.show_answer.setVisible(not revealed)
        # Beside the model answer it makes room, so that the question stays in sight.
        self.editor.setFixedHeight(round(theme.unit(self) * (8 if revealed else 14)))
        self.keys.setVisible(not revealed)
        for each in (self.how, *self.results):
            each.setVisible(revealed)

    def _scroll_to_answer(self) -> None:
        """Bring the answer into sight, and what is pressed stays in it."""
        if not self.is_revealed or not self._follows:
            return
        gap = round(theme.unit(self) * 0.6)
        top = self.acts.mapTo(self._page.page, QPoint(0, -gap)).y()
        bottom = self.answer.mapTo(self._page.page, self.answer.rect().bottomLeft())
        bar, room = self._page.verticalScrollBar(), self._page.viewport().height()
        bar.setValue(max(min(top, bottom.y() + gap - room), bar.value()))

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
        self.judged.emit(VERDICTS[number])


def key_of(asked: SkillQuestion) -> str:
    """Return the name under which the editor knows the answer to a question."""
    return "\n".join(asked.key)
