"""One advert: how well it fits, why, what is missing, and what can be done about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.ids import skill_subject
from tracker.domain.posting import NEED_WORDS
from tracker.services.wording_scores import figures_text, need_name
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.postings.advert_text import AdvertText
from tracker.ui.career.postings.head import PostingHead
from tracker.ui.career.postings.hit_card import HitCard
from tracker.ui.career.postings.skill_rows import SkillRows
from tracker.ui.career.postings.terms import TermList
from tracker.ui.career.postings.words import remarks, years_text
from tracker.ui.widgets.cards import Buttons, turn
from tracker.ui.widgets.down_scroll import DownScroll
from tracker.ui.widgets.fitted import Fitted
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.label import button, label
from tracker.ui.widgets.tab_order import follow_layout
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent

    from tracker.domain.posting import Posting
    from tracker.services.scores import Sheet
    from tracker.ui.career.postings.commands import PostingCommands

_TOAST = 4  # lines of text that the toast covers at the lower edge
_WIDE = 40  # lines of text; from here on the terms stand beside the advert


class PostingDetail(Fitted, QFrame):
    """Shows one advert at a time."""

    closed = Signal()  # the keyboard goes back to the list
    opened = Signal(str)  # a skill on the road
    meaning_requested = Signal(str, str)  # words, the skill that they do not mean
    interview_requested = Signal(str)
    board_requested = Signal(str)
    planned = Signal(list)  # subjects of skills

    def __init__(
        self, commands: PostingCommands, title_of: Callable[[str], str]
    ) -> None:
        """Ask ``commands``; ``title_of`` returns the title of a skill by its slug."""
        super().__init__()
        self.setProperty("kind", "panel")
        self._commands = commands
        self._sheet: Sheet | None = None
        self._gaps: list[str] = []
        self._first = ""
        self._showing = False
        self._editable = True
        self._stops: list[QWidget] = []  # of the Tab key
        self.back = button(tr("‹ Adverts"), self.closed.emit, "quiet")
        self.back.hide()
        self.head = PostingHead(commands)
        self.remarks = label("", "remark", wrap=True)
        self.skills = SkillRows(title_of)
        self._make_acts()
        self.formula = label("", "muted", wrap=True)
        self.years = label("", "muted", wrap=True)
        self._title_of = title_of
        self.terms = TermList(title_of)
        self.hits = HitCard(title_of)
        self.text = AdvertText()
        self.meaning = button(tr("The selected words are a skill…"), self._on_meaning)
        self._empty = label("", "muted", wrap=True)
        self._scroll = DownScroll()
        self._lay_out()
        self._connect()
        self.show_nothing("")

    def _make_acts(self) -> None:
        self.plan = button("", self._on_plan, "primary")
        self.on_road = button(tr("Show on the road"), self._on_road)
        self.interview = button(tr("Prepare for the interview"), self._on_interview)
        self.board = button(tr("Put it on the board"), self._on_board)
        self.remove = button(tr("Remove"), self._on_remove, "danger")

    @property
    def subject(self) -> str:
        """Return the advert that is shown, empty for none."""
        return "" if self._sheet is None else self._sheet.posting.subject

    @property
    def posting(self) -> Posting | None:
        """Return the advert as it is shown."""
        return None if self._sheet is None else self._sheet.posting

    def current_subject(self) -> str | None:
        """Return the skill that an action on "the current item" is about."""
        line = self.terms.line
        if not self.terms.hasFocus() or line is None or line.term is None:
            return None
        return skill_subject(line.term.best)

    def show_nothing(self, sentence: str) -> None:
        """Show no advert, and say what will be here."""
        self.finish_typing()
        self._sheet = None
        self._scroll.hide()
        self._empty.setText(sentence)
        self._empty.show()

    def show_sheet(self, sheet: Sheet, gaps: Sequence[str], first: str) -> None:
        """Show an advert.

        Args:
            sheet: Its text, and what was read in it.
            gaps: The skills that could go on the plan and are not there yet.
            first: A missing skill that is on the road, to be shown there; or empty.
        """
        other = self.subject != sheet.posting.subject
        if other:
            self.finish_typing()
            self._scroll.verticalScrollBar().setValue(0)
        before, self._sheet = self._sheet, sheet
        self._gaps, self._first = list(gaps), first
        self._empty.hide()
        self._scroll.show()
        self.head.show_posting(sheet.posting)
        self._show_score(sheet)
        said = remarks(sheet)
        self.remarks.setText("\n\n".join(said))
        self.remarks.setVisible(bool(said))
        years = years_text(sheet.reading, self._title_of)
        self.years.setText(years)
        self.years.setVisible(bool(years))
        self.skills.setVisible(sheet.fit is not None)
        if (
            before is None
            or before.lines != sheet.lines
            or before.posting != sheet.posting
        ):
            self.text.show_text(sheet.posting.text)
            self.skills.show_lines(sheet.lines)
            self.text.show_reading(sheet.reading)
            self._showing = True
            self.terms.show_lines(sheet.lines, other=other)
            self._showing = False
            self._stops = follow_layout(self, self._stops)
        self._show_terms(sheet)
        self._show_acts()

    def finish_typing(self) -> None:
        """Store what is being typed in a field, while its advert is still shown."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit) and self.isAncestorOf(focus):
            self.focus_first()

    def focus_first(self) -> None:
        """Give the keyboard to the terms, or to the text where there are none."""
        first = self.terms if self.terms.isVisible() else self.text
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def make_read_only(self) -> None:
        """Take nothing in: it could not be stored."""
        self._editable = False
        self.head.make_read_only()
        self.hits.make_read_only()
        for each in (self.plan, self.board, self.remove, self.meaning):
            each.setEnabled(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def _fit(self) -> None:
        unit = round(theme.unit(self))
        turn(self._body, wide=self.width() >= unit * _WIDE)
        self.text.setMinimumHeight(unit * 14)
        below = unit * _TOAST  # where it says what was done, over no button
        self._box.setContentsMargins(unit * 5 // 4, unit * 3 // 4, unit * 5 // 4, below)

    def _show_score(self, sheet: Sheet) -> None:
        fit = sheet.fit
        if fit is not None:
            text = tr("{n}% fit", n=fit.percent)
            self.formula.setText(_unbroken(figures_text(fit)))
        else:
            text = tr("Reading…") if sheet.is_waiting else ""
            self.formula.setText("")
        self.head.show_score(text)
        self.formula.setVisible(fit is not None)
        self._how.setVisible(fit is not None)

    def _show_terms(self, sheet: Sheet) -> None:
        """Show the list of terms, or no room for it where there are none."""
        there = bool(sheet.lines) or sheet.is_waiting
        if not there and self.terms.hasFocus():
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._left.setVisible(there)

    def _show_acts(self) -> None:
        n = len(self._gaps)
        text = tr_n("Add 1 gap to my plan", "Add {n} gaps to my plan", n)
        self.plan.setText(text)
        self.on_road.setVisible(bool(self._first))
        if self.plan.hasFocus() and not n and self._first:
            self.on_road.setFocus()  # what comes next, before Qt looks for another
        self.plan.setVisible(n > 0)
        self.interview.setVisible(
            self._sheet is not None and self._sheet.fit is not None
        )

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        self._how = label(tr("How it adds up"), "heading")
        inside = QWidget()
        box = self._box = QVBoxLayout(inside)
        box.setSpacing(unit * 2 // 3)
        box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for each in (self.head, self.remarks, self.skills, self.years):
            box.addWidget(each)
        acts = FlowLayout()
        acts.add(self.plan, self.on_road, self.interview, self.board, self.remove)
        box.addLayout(acts)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(unit)
        self._left = self._terms_column(unit)
        self._body.addWidget(self._left, 5)
        self._body.addWidget(self._text_column(unit), 6)
        box.addLayout(self._body, 1)
        self._scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll, 1)
        self._empty.setContentsMargins(unit * 5 // 4, unit, unit, unit)
        whole.addWidget(self._empty)

    def _terms_column(self, unit: int) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit // 3)
        column.addWidget(self._how)
        column.addWidget(self.formula)
        column.addWidget(self.terms, 100)  # as high as its rows, if there is room
        column.addWidget(self.hits)
        column.addStretch(1)
        return whole

    def _text_column(self, unit: int) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit // 3)
        column.addWidget(label(tr("The advert"), "heading"))
        column.addWidget(self.text, 1)
        column.addWidget(Buttons(self.meaning))
        return whole

    def _connect(self) -> None:
        self.terms.chosen.connect(self._on_term)
        self.terms.opened.connect(self._on_term_opened)
        self.terms.menu_requested.connect(self._on_term_menu)
        self.hits.hit_chosen.connect(self._on_hit)
        self.hits.refused.connect(self._on_refused)
        self.hits.another_requested.connect(self.meaning_requested)
        self.hits.need_chosen.connect(self._on_need)
        self.skills.opened.connect(self.opened)
        self.text.place_chosen.connect(self._on_place)
        self.text.meaning_requested.connect(self._on_words)
        self.text.selectionChanged.connect(self._on_selection)
        self._on_selection()

    def _on_term(self) -> None:
        text = "" if self._sheet is None else self._sheet.posting.text
        self.hits.show_line(self.terms.line, text)

    def _on_term_opened(self) -> None:
        self.hits.need.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_term_menu(self, at: QPoint) -> None:
        """Offer what can be done with a term, as the card below it does."""
        line = self.terms.line
        if line is None:
            return
        acts: list[tuple[str, Callable[[], object]]] = []
        if line.term is not None:
            show = partial(self.opened.emit, skill_subject(line.term.best))
            acts.append((tr("Show on the road"), show))
        if self._editable:
            acts.append(("", self.opened.emit))
            acts += [
                (need_name(need), partial(self._on_need, line.any, need))
                for need in NEED_WORDS
                if need != line.need
            ]
            acts.append(("", self.opened.emit))
            acts += [(b.text(), b.click) for b in (self.hits.wrong, self.hits.another)]
        self.terms.pop_up(acts, at)

    def _on_hit(self) -> None:
        line = self.terms.line
        current = (
            None if self._showing else self.hits.hit
        )  # what is read stays in sight
        self.text.choose(() if line is None else line.hits, current)

    def _on_need(self, skills: Sequence[str], need: str) -> None:
        self._commands.set_need(self.subject, skills, need)

    def _on_refused(self, words: str, skill: str) -> None:
        # Or the next press of the same key would refuse the next term.
        self.terms.setFocus(Qt.FocusReason.OtherFocusReason)
        self._commands.refuse(words, skill)

    def _on_place(self, place: int) -> None:
        row = self.terms.terms.row_at(place)
        if row >= 0:
            self.terms.choose(row)
            self.hits.show_hit_at(place)

    def _on_selection(self) -> None:
        self.meaning.setEnabled(self._editable and bool(self.text.selected))

    def _on_meaning(self) -> None:
        if self.text.selected:
            self._on_words(self.text.selected)

    def _on_words(self, words: str) -> None:
        self.meaning_requested.emit(words, "")

    def _on_plan(self) -> None:
        self.planned.emit(self._gaps)

    def _on_road(self) -> None:
        self.opened.emit(self._first)

    def _on_interview(self) -> None:
        self.interview_requested.emit(self.subject)

    def _on_board(self) -> None:
        self.board_requested.emit(self.subject)

    def _on_remove(self) -> None:
        self.closed.emit()  # or the next Enter would remove the next one
        self._commands.remove([self.subject])


def _unbroken(formula: str) -> str:
    """Return a formula whose lines end between its terms, not within one."""
    for sign in "×÷":
        formula = formula.replace(
            f" {sign} ", f"\N{NO-BREAK SPACE}{sign}\N{NO-BREAK SPACE}"
        )
    return formula
