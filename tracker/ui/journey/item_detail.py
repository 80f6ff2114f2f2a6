"""One skill or project: what it is, its state, its parts, and a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.edit import State
from tracker.domain.ids import (
    PROJECT,
    SKILL,
    milestone_subject,
    outcome_subject,
    project_subject,
    skill_subject,
)
from tracker.domain.project import Project
from tracker.domain.skill import Skill
from tracker.services.wording import hours_text, state_name
from tracker.services.wording_proof import proofs_text
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.journey.item_menu import plan_text
from tracker.ui.journey.item_more import ItemMore
from tracker.ui.journey.practice_box import PracticeBox
from tracker.ui.journey.rows import done_text
from tracker.ui.proof.evidence_view import EvidenceView
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.down_scroll import DownScroll
from tracker.ui.widgets.fields import Combo
from tracker.ui.widgets.label import button, label
from tracker.ui.widgets.note_editor import NoteEditor
from tracker.ui.widgets.segmented import Segmented
from tracker.ui.widgets.text_link import TextLink
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtGui import QKeyEvent

    from tracker.domain.interview import Answer
    from tracker.domain.progress import Progress
    from tracker.domain.proof import Evidence
    from tracker.domain.reference import ReferenceHead
    from tracker.services.applications import Practice

Placed = TypeVar("Placed", bound=QWidget)
_STATES = (State.TODO, State.LEARNING, State.DONE, State.ASIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is told of a skill or project that it does not say itself.

    Attributes:
        stage_number: Its stage, counted from 1.
        links: (subject, title) of the skills it needs or exercises.
        mentions: The pages of the guide that lead here.
        remark: What to say above all else, such as that it does not count.
        answers: What the learner answered to its questions, the oldest first.
        practice: What applications tell of it, if they do.
    """

    stage_number: int
    links: Sequence[tuple[str, str]] = ()
    mentions: Sequence[ReferenceHead] = ()
    remark: str = ""
    answers: Sequence[Answer] = ()
    practice: Practice | None = None


class ItemDetail(QFrame):
    """Shows one thing at a time; asks for every change and shows what is stored."""

    closed = Signal()
    state_requested = Signal(str, State)
    opened = Signal(str)  # another subject
    link_clicked = Signal(str)
    project_opened = Signal(str)  # where it can be planned
    practise_requested = Signal(str)  # a skill
    answer_removed = Signal(str)  # an answer, which is asked to be taken away
    plan_requested = Signal(str, bool)  # whether it shall be on the plan

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setProperty("kind", "panel")
        self.subject = ""
        self.note = NoteEditor()
        self.note.setParent(self)  # moves into the content of each item
        self.evidence = EvidenceView()
        self.evidence.setParent(self)  # as the note
        self.practice = self._make_practice()
        self.back = button("", self.closed.emit, "quiet")
        self.about = _unplaced(
            self, Combo("")
        )  # until there is something to write about
        self._read_note: Callable[[str], str] = str
        self.plan_of: Callable[[], Collection[str]] = frozenset
        self.plan = _unplaced(self, button("", self._on_plan_clicked, "link"))
        self._rows: dict[str, CheckRow] = {}
        self._states: Segmented | None = None
        self._remark = _unplaced(self, label("", "remark"))
        self._stored = 0  # the number of the state that is shown
        self._scroll = DownScroll()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        top = QHBoxLayout()
        unit = round(theme.unit(self))
        top.setContentsMargins(unit, unit // 2, unit, 0)
        top.addWidget(self.back)
        top.addStretch()
        self._box.addLayout(top)
        self._box.addWidget(self._scroll, 1)

    def _make_practice(self) -> PracticeBox:
        practice = PracticeBox()
        practice.setParent(self)  # as the note
        practice.state_requested.connect(self.state_requested)
        practice.link_clicked.connect(self.link_clicked)
        return practice

    def show_item(
        self,
        item: Skill | Project,
        beside: Beside,
        progress: Progress,
        evidence: Evidence,
        read_note: Callable[[str], str],
    ) -> None:
        """Show a skill or project.

        Args:
            item: What to show.
            beside: What is told of it that it does not say itself.
            progress: The states.
            evidence: The proof.
            read_note: Returns the note on a subject.
        """
        is_skill = isinstance(item, Skill)
        subject = (skill_subject if is_skill else project_subject)(item.slug)
        self._read_note = read_note
        self.note.show_note(subject, read_note(subject))
        self.subject = subject
        self.back.setText(tr("‹ Skills") if is_skill else tr("‹ Projects"))
        self.practice.show_practice(beside.practice)
        self.more = ItemMore(item, beside.mentions)
        self.more.questions.show_answers(beside.answers)
        self.more.questions.practise_requested.connect(self._on_practise)
        self.more.questions.removal_requested.connect(self.answer_removed)
        self.more.link_clicked.connect(self.link_clicked)
        inside = self._make(item, beside)
        old = self._scroll.takeWidget()
        self._scroll.setWidget(inside)
        if old is not None:
            old.setParent(None)
        self.show_states(progress, evidence)

    def _make(self, item: Skill | Project, beside: Beside) -> QWidget:
        inside = QWidget()
        box = QVBoxLayout(inside)
        unit = round(theme.unit(self))
        box.setContentsMargins(unit, 0, unit, unit)
        box.setSpacing(unit // 2)
        self._remark = label(beside.remark, "remark", wrap=True)
        self._remark.setVisible(bool(beside.remark))
        box.addWidget(self._remark)
        self._add_head(box, item, beside.stage_number)
        self._add_parts(box, item)
        box.addWidget(self.practice)
        if isinstance(item, Project):
            self._add_criteria(box, item)
        self._add_links(box, item, beside.links)
        self.evidence.show_targets([(self.subject, item.title), *_parts(item)])
        box.addWidget(self.evidence)
        box.addWidget(self.more)
        self._add_note(box, item)
        return inside

    def show_remark(self, remark: str) -> None:
        """Say above all else that it does not count, or say nothing."""
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show how the questions went."""
        if self.subject:
            self.more.questions.show_answers(answers)

    def show_states(self, progress: Progress, evidence: Evidence) -> None:
        """Show what is stored now."""
        if not self.subject or self._states is None:
            return
        self.evidence.show_evidence(evidence, progress)
        self.practice.show_states(progress)
        self.plan.setText(plan_text(planned=self.subject in self.plan_of()))
        self._stored = _STATES.index(progress.state(self.subject))
        self._states.choose(self._stored)
        for subject, row in self._rows.items():
            done = progress.state(subject) is State.DONE
            when = done_text(progress.done_on(subject)) if done else ""
            proofs = len(evidence.on(subject))
            shown = proofs_text(proofs) if proofs else ""
            row.show_state(" · ".join(filter(None, (when, shown))), checked=done)

    def focus_first(self) -> None:
        """Give the keyboard to the first part, or to the way back."""
        first = next(iter(self._rows.values()), None)
        (first or self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _add_head(
        self, box: QVBoxLayout, item: Skill | Project, stage_number: int
    ) -> None:
        kind = SKILL if isinstance(item, Skill) else PROJECT
        name = tr("SKILL · STAGE {n}") if kind == SKILL else tr("PROJECT · STAGE {n}")
        box.addWidget(label(name.format(n=stage_number), "overline"))
        box.addWidget(label(item.title, self._title_kind(item.title), wrap=True))
        if item.hours.high:
            hours = tr("Takes {hours}", hours=hours_text(item.hours))
            box.addWidget(label(hours, "muted"))
        text = item.summary if isinstance(item, Skill) else item.brief
        box.addWidget(label(text, wrap=True))
        if isinstance(item, Skill) and item.why:
            box.addWidget(label(tr("Why it matters"), "heading", wrap=True))
            box.addWidget(label(item.why, wrap=True))
        if kind == PROJECT:
            plan = button(tr("Plan it on the board"), self._on_plan, "link")
            box.addWidget(plan, 0, Qt.AlignmentFlag.AlignLeft)
        names = [state_name(state, kind) for state in _STATES]
        self._states = Segmented(names, tr("State"))
        self._states.chosen.connect(self._on_state_chosen)
        box.addWidget(self._states, 0, Qt.AlignmentFlag.AlignLeft)
        self.plan = button("", self._on_plan_clicked, "link")
        box.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)

    def _title_kind(self, title: str) -> str:
        """Return the largest rule of the style sheet in which no word is cut."""
        font = theme.scaled(self.font(), theme.PANEL, 680)
        metrics = QFontMetricsF(font)
        widest = max(metrics.horizontalAdvance(word) for word in title.split())
        room = self._scroll.viewport().width() - theme.unit(self) * 2.5
        return "panel" if widest <= room else "title"

    def _add_parts(self, box: QVBoxLayout, item: Skill | Project) -> None:
        parts = _parts(item)
        heading = (
            tr("What you can show") if isinstance(item, Skill) else tr("Milestones")
        )
        box.addWidget(label(heading, "heading", wrap=True))
        self._rows = {}
        for subject, text in parts:
            row = CheckRow(text)
            row.setProperty("subject", subject)
            row.clicked.connect(self._on_part_clicked)
            box.addWidget(row)
            self._rows[subject] = row

    def _add_criteria(self, box: QVBoxLayout, project: Project) -> None:
        if project.criteria:
            box.addWidget(label(tr("It is accepted when"), "heading", wrap=True))
        for line in project.criteria:
            box.addWidget(label(tr("• {text}", text=line), wrap=True))

    def _add_links(
        self, box: QVBoxLayout, item: Skill | Project, links: Sequence[tuple[str, str]]
    ) -> None:
        if links:
            is_skill = isinstance(item, Skill)
            title = tr("Helps to know first") if is_skill else tr("Exercises")
            box.addWidget(label(title, "heading", wrap=True))
        for target, text in links:
            box.addWidget(self._link(target, text))

    def _add_note(self, box: QVBoxLayout, item: Skill | Project) -> None:
        """Offer the note on the item itself and on each of its parts."""
        box.addWidget(label(tr("Note"), "heading", wrap=True))
        self.about = Combo(tr("What the note is about"))
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.about.setSizeAdjustPolicy(policy)
        self.about.setMinimumContentsLength(8)  # room at 200 %
        for subject, title in ((self.subject, item.title), *_parts(item)):
            mark = "" if not self._read_note(subject) else tr(" (has a note)")
            self.about.addItem(title + mark, subject)
        self.about.activated.connect(self._on_about_chosen)
        box.addWidget(self.about)
        self.note.setMinimumHeight(round(theme.unit(self)) * 9)
        box.addWidget(self.note, 1)

    def _on_about_chosen(self) -> None:
        subject = str(self.about.currentData())
        self.note.show_note(subject, self._read_note(subject))

    def _link(self, subject: str, title: str) -> QWidget:
        link = TextLink(title)
        link.clicked.connect(self._on_link_clicked)
        link.setProperty("subject", subject)
        return link

    def _on_plan_clicked(self) -> None:
        wanted = self.subject not in self.plan_of()
        self.plan_requested.emit(self.subject, wanted)

    def _on_plan(self) -> None:
        self.project_opened.emit(self.subject)

    def _on_practise(self) -> None:
        self.practise_requested.emit(self.subject)

    def _on_state_chosen(self, number: int) -> None:
        if self._states is not None:
            self._states.choose(self._stored)  # shows another one once it is stored
        self.state_requested.emit(self.subject, _STATES[number])

    def _on_part_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, CheckRow):
            wanted = State.TODO if row.isChecked() else State.DONE
            self.state_requested.emit(str(row.property("subject")), wanted)

    def _on_link_clicked(self) -> None:
        link = self.sender()
        if link is not None:
            self.opened.emit(str(link.property("subject")))


def _unplaced(parent: QWidget, widget: Placed) -> Placed:
    """Return a widget that waits, unseen, for its place."""
    widget.setParent(parent)
    widget.hide()
    return widget


def _parts(item: Skill | Project) -> list[tuple[str, str]]:
    if isinstance(item, Skill):
        return [(outcome_subject(item.slug, o.slug), o.text) for o in item.outcomes]
    return [(milestone_subject(item.slug, m.slug), m.title) for m in item.milestones]
