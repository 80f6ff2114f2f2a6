"""What to be asked about, how many questions, and how they went so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.ids import POSTING, SKILL, kind_of
from tracker.domain.interview import by_skill, in_order, tally
from tracker.domain.reference import LEVEL, ROLE
from tracker.services.interview import WEAK
from tracker.services.wording_interview import questions_text, tally_text
from tracker.ui import theme
from tracker.ui.career.interview.result_rows import ResultRows
from tracker.ui.widgets.cards import Card, CardPage
from tracker.ui.widgets.fields import Combo
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.label import button, label
from tracker.ui.widgets.segmented import Segmented
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from tracker.domain.interview import SkillQuestion
    from tracker.ui.career.interview.desk import InterviewDesk

KINDS = (LEVEL, ROLE, POSTING, SKILL, WEAK)
NUMBERS = (5, 10, None)


class StartView(CardPage):
    """Offers levels, roles, adverts, skills, and what did not go well."""

    begun = Signal(str, object)  # title, list of questions in order
    resumed = Signal()
    skill_opened = Signal(str)
    adverts_wanted = Signal()

    def __init__(self, desk: InterviewDesk) -> None:
        """Read from a desk, when it is shown."""
        super().__init__(44)
        self._desk = desk
        self._questions: list[SkillQuestion] = []
        self._is_read = True  # what is chosen; an advert is read in the background
        texts = (tr("Level"), tr("Role"), tr("Advert"), tr("Skill"), tr("To repeat"))
        self.kind = Segmented(texts, tr("What the questions are for"))
        self.what = Combo(tr("Which one"))
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.what.setSizeAdjustPolicy(policy)
        self.what.setMinimumContentsLength(16)
        self.number = Segmented(("5", "10", tr("All")), tr("How many questions"))
        self.number.choose(0)
        self.told = label("", wrap=True)
        self.begin = button(tr("&Begin"), self._on_begin, "primary")
        self.resume = button(tr("Go &on with the last round"), self.resumed.emit)
        self.resume.hide()
        self.adverts = button(
            tr("Keep an advert first"), self.adverts_wanted.emit, "link"
        )
        self.skills = Card(tr("Where you stand"))
        self.rows = ResultRows()
        self.rows.opened.connect(self.skill_opened)
        self._lay_out()
        self.kind.chosen.connect(self._on_kind)
        self.what.activated.connect(self._show_questions)
        self.number.chosen.connect(self._show_questions)
        desk.adverts.read.connect(self._on_read)

    def _lay_out(self) -> None:
        card = Card(tr("Practise for an interview"))
        hint = tr(
            "One question at a time: answer in your own words, look at the model "
            "answer, and say how it went. What went badly comes back first."
        )
        card.rows.addWidget(label(hint, "muted", wrap=True))
        card.rows.addWidget(_named(tr("Questions for"), self.kind))
        card.rows.addWidget(self.what)
        card.rows.addWidget(_named(tr("How many"), self.number))
        card.rows.addWidget(self.told)
        acts = QWidget()
        FlowLayout(acts).add(self.begin, self.resume, self.adverts)
        card.rows.addWidget(acts)
        self.skills.rows.addWidget(self.rows)
        self.cards.addWidget(card)
        self.cards.addWidget(self.skills)

    @property
    def subject(self) -> str:
        """Return what is chosen, empty if there is nothing to choose."""
        return str(self.what.currentData() or "")

    def choose(self, subject: str) -> None:
        """Choose a level, a role, an advert or a skill."""
        kind = WEAK if subject == WEAK else kind_of(subject)
        if kind in KINDS:
            self.kind.choose(KINDS.index(kind))
            self._offer(subject)

    def show_again(self) -> None:
        """Read everything again; what is chosen stays."""
        self._offer(self.subject)

    def focus_first(self) -> None:
        """Give the keyboard to what most likely comes next."""
        can_begin = self.begin.isEnabled()
        first = self.begin if can_begin else self.kind.nextInFocusChain()
        if first is not None:
            first.setFocus()

    def offer_resume(self, *, offered: bool) -> None:
        """Offer to go on with a round that was stopped."""
        self.resume.setVisible(offered)

    def _on_read(self) -> None:
        """Show what an advert asks for that was being read."""
        if self._is_read or not self.isVisible():
            return
        waits = self.isAncestorOf(QApplication.focusWidget() or self)
        self._show_questions()
        if waits:
            self.focus_first()

    def _on_kind(self, number: int) -> None:
        self.kind.choose(number)
        self._offer("")

    def _offer(self, subject: str) -> None:
        kind = KINDS[self.kind.number]
        choices = self._desk.choices(kind)
        self.what.clear()
        for each in choices:
            self.what.addItem(each.title, each.subject)
        self.what.setCurrentIndex(max(self.what.findData(subject), 0))
        self.what.setVisible(kind != WEAK and bool(choices))
        self._show_questions()

    def _show_questions(self) -> None:
        subject = self.subject
        self._is_read = self._desk.is_read(subject)
        can_ask = subject and self._is_read
        self._questions = self._desk.questions(subject) if can_ask else []
        history = self._desk.history
        lasts = [history.last(each) for each in self._questions]
        results = [None if last is None else last.result for last in lasts]
        self.told.setText(self._words(tally_text(tally(results))))
        self.begin.setEnabled(bool(self._questions))
        is_posting = KINDS[self.kind.number] == POSTING
        self.adverts.setVisible(is_posting and not subject)
        self._show_skills()

    def _words(self, counts: str) -> str:
        if self._questions:
            skills = len({each.skill for each in self._questions})
            return tr(
                "{questions} on {skills}: {counts}.",
                questions=questions_text(len(self._questions)),
                skills=tr_n("1 skill", "{n} skills", skills),
                counts=counts,
            )
        kind = KINDS[self.kind.number]
        if kind == WEAK:
            return tr(
                "Nothing to repeat. Questions that you judge “Partly” or “Not yet” "
                "are collected here."
            )
        if kind == POSTING:
            return self._why_advert_asks_nothing()
        return tr("There are no questions on it.")

    def _why_advert_asks_nothing(self) -> str:
        if not self.subject:
            return tr("You keep no advert yet. Its skills would be asked about here.")
        if not self._is_read:
            return tr("The advert is being read…")
        return tr("No skill of this advert has questions.")

    def _show_skills(self) -> None:
        history = self._desk.history
        lasts = ((q, history.last(q)) for q in self._questions)
        pairs = [(q, None if last is None else last.result) for q, last in lasts]
        self.rows.show_skills(by_skill(pairs), repeat=False)
        self.skills.setVisible(bool(pairs))

    def _on_begin(self) -> None:
        most = NUMBERS[self.number.number]
        questions = in_order(self._questions, self._desk.history, most)
        if questions:
            self.begun.emit(self._desk.title(self.subject), questions)


def _named(text: str, field: QWidget) -> QWidget:
    """Return a field below its name."""
    both = QWidget()
    box = QVBoxLayout(both)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(round(theme.unit(both) * 0.2))
    box.addWidget(label(text, "muted"))
    row = QHBoxLayout()
    row.addWidget(field)
    row.addStretch()
    box.addLayout(row)
    return both
