"""One project beside the board: everything about it, changed in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.edit import BRIEF, NOTE, TITLE
from tracker.domain.ids import PROJECT, kind_of
from tracker.services.wording import minutes_text, state_name
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.projects.aims_box import AimsBox
from tracker.ui.projects.entries_box import EntriesBox
from tracker.ui.projects.fields_box import FieldsBox
from tracker.ui.projects.milestone_box import MilestoneBox
from tracker.ui.projects.skills_box import SkillsBox
from tracker.ui.projects.words import STATES
from tracker.ui.proof.evidence_view import EvidenceView
from tracker.ui.widgets.bar import draw_bar
from tracker.ui.widgets.cards import Buttons
from tracker.ui.widgets.down_scroll import DownScroll
from tracker.ui.widgets.elided_field import ElidedField
from tracker.ui.widgets.label import button, label, plain_tip
from tracker.ui.widgets.note_editor import NoteEditor
from tracker.ui.widgets.segmented import Segmented
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from tracker.domain.edit import StoredEdit
    from tracker.domain.progress import Progress
    from tracker.domain.proof import Evidence
    from tracker.domain.work import Entry
    from tracker.ui.projects.commands import ProjectCommands
    from tracker.ui.projects.words import ProjectCard


class Bar(QWidget):
    """How much of a project is done."""

    def __init__(self) -> None:
        """Show an empty track."""
        super().__init__()
        self._part = 0.0
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, fixed)

    def show_part(self, part: float, name: str) -> None:
        """Show a part from 0 to 1; ``name`` says it to a screen reader."""
        self._part = part
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        unit = round(theme.unit(self))
        return QSize(unit * 10, unit // 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().toRectF().adjusted(0, 1, 0, -1)
        draw_bar(painter, area, self._part, self.layoutDirection())
        painter.end()


class ProjectDetail(QFrame):
    """Shows one project at a time; there is no Save button."""

    closed = Signal()  # the keyboard goes back to the board
    opened = Signal(str)  # a skill, or the stage on the road
    repository_opened = Signal(str)
    link_clicked = Signal(str)
    typing = Signal(bool)
    log_requested = Signal(str)
    lines_requested = Signal(str)
    duplicate_requested = Signal()
    report_requested = Signal(str)

    def __init__(
        self,
        commands: ProjectCommands,
        title_of: Callable[[str], str | None],
        today: date,
    ) -> None:
        """Ask ``commands``; ``title_of`` returns the title of a skill."""
        super().__init__()
        self.setProperty("kind", "panel")
        self._commands = commands
        self._card: ProjectCard | None = None
        self._stage = ""
        self.back = button(tr("‹ Projects"), self.closed.emit, "quiet")
        self.back.hide()
        self._make_head()
        self.fields = FieldsBox(commands, today)
        self.milestones = MilestoneBox(commands, today)
        self.skills = SkillsBox(commands, title_of)
        self.entries = EntriesBox(today)
        self.brief, self.note = NoteEditor(), NoteEditor()
        self.on_road = button(tr("Show on the road"), self._on_road, "quiet")
        self.copy = button(tr("Duplicate"), self.duplicate_requested.emit)
        self.archive = button("", self._on_archive)
        self.remove = button(tr("Remove"), self._on_remove, "danger")
        self.report = button(tr("Report…"), self._on_report)
        self.aims, self.evidence = AimsBox(), EvidenceView()
        self._targets: list[tuple[str, str]] = []
        self._empty = label("", "muted", wrap=True)
        self._scroll = DownScroll()
        self._lay_out()
        self._connect()
        self.show_nothing("")

    def _make_head(self) -> None:
        self.overline = label("", "overline", wrap=True)
        self.title = ElidedField()
        self.title.setProperty("kind", "name")
        self.title.setAccessibleName(tr("Title of the project"))
        self.title.setTextMargins(-4, 0, 0, 0)  # in line with what is around it
        self.about = label("", "muted", wrap=True)
        self.bar = Bar()
        names = [state_name(state, PROJECT) for state in STATES]
        self.states = Segmented(names, tr("Status"))

    @property
    def subject(self) -> str:
        """Return the project that is shown, empty for none."""
        return "" if self._card is None else self._card.work.subject

    def finish_typing(self) -> None:
        """Store what is being typed in a field, while its project is still shown."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit) and self.isAncestorOf(focus):
            focus.clearFocus()

    def show_nothing(self, sentence: str) -> None:
        """Show no project, and say what will be here."""
        self.finish_typing()
        self.save()
        self._card = None
        self._scroll.hide()
        self._empty.setText(sentence)
        self._empty.show()

    def show_project(
        self, card: ProjectCard, stage: str, entries: Sequence[Entry]
    ) -> None:
        """Show a project as it is stored; ``stage`` is the subject of its stage."""
        other = self.subject != card.work.subject
        if other:
            self.finish_typing()
        self._card, self._stage = card, stage
        work = card.work
        self._empty.hide()
        self._scroll.show()
        if other:
            self._scroll.verticalScrollBar().setValue(0)
        kind = tr("MY PROJECT") if work.own else tr("PROJECT")
        self.overline.setText(f"{kind} · {card.stage.upper()}")
        if other or (self.title.is_unchanged and self.title.text() != work.title):
            self.title.setText(work.title)
            self.title.setCursorPosition(0)
        self._show_about(card, entries)
        self.states.choose(STATES.index(work.status))
        self.fields.show_project(work, stage)
        self.milestones.show_project(work)
        self.skills.show_project(work)
        self.aims.show_project(work)
        self.entries.show_entries(entries)
        _show_text(self.brief, work.subject, work.brief)
        _show_text(self.note, work.subject, work.note)
        self.on_road.setVisible(bool(stage))
        text = tr("Out of the archive") if work.archived else tr("Archive")
        self.archive.setText(text)
        self.remove.setVisible(work.own)

    def show_evidence(self, evidence: Evidence, progress: Progress) -> None:
        """Show the proof of the project and its milestones."""
        if self._card is None:
            return
        work = self._card.work
        targets = [(work.subject, work.title)]
        targets += [(each.subject, each.title) for each in work.milestones]
        if targets != self._targets:
            self._targets = targets
            self.evidence.show_targets(targets)
        self.evidence.show_evidence(evidence, progress)

    def take_in(self, stored: StoredEdit) -> None:
        """Learn which of the texts that were typed are stored by now."""
        editors = {BRIEF: self.brief, NOTE: self.note}
        for change in stored.edit.changes:
            if change.field in editors and kind_of(change.subject) == PROJECT:
                editors[change.field].take_in(change)

    def show_again(self) -> None:
        """Show what is stored after something was refused."""
        if self._card is not None:
            self.title.setText(self._card.work.title)
            self.states.choose(STATES.index(self._card.work.status))
            self.fields.show_project(self._card.work, self._stage)
            self.fields.reset()
            self.fields.repository.setText(self._card.work.repository)
            self.milestones.show_project(self._card.work)
            self.milestones.due.reset()

    def set_today(self, today: date) -> None:
        """Tell from another day on, once a project is shown again."""
        for each in (self.fields, self.milestones, self.entries):
            each.set_today(today)

    def make_read_only(self) -> None:
        """Take nothing in: it could not be stored."""
        for editor in (self.brief, self.note):
            editor.set_editable(editable=False)
        self.evidence.set_editable(editable=False)
        self.title.setReadOnly(True)
        for widget in (self.states, self.fields, self.copy, self.archive, self.remove):
            widget.setEnabled(False)
        self.milestones.make_read_only()
        self.skills.add.setEnabled(False)

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was typed is stored."""
        return self.brief.is_saved and self.note.is_saved

    def save(self) -> None:
        """Ask for what is being typed to be stored now."""
        self.brief.save()
        self.note.save()

    def focus_first(self) -> None:
        """Give the keyboard to the milestones, or to what adds one."""
        tree = self.milestones.tree
        first = tree.topLevelItem(0)
        if first is not None:
            if not tree.current_subject():
                tree.setCurrentItem(first)
            tree.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.milestones.add.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        self.brief.text.setAccessibleName(tr("Brief, in Markdown"))
        self.brief.text.setPlaceholderText(
            tr("What it does and for whom; when it is good enough. Markdown.")
        )
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(unit * 5 // 4, unit, unit * 5 // 4, unit)
        box.setSpacing(unit // 2)
        left = Qt.AlignmentFlag.AlignLeft
        box.addWidget(self.back, 0, left)
        for widget in (self.overline, self.title, self.about, self.bar):
            box.addWidget(widget)
        box.addWidget(self.states, 0, left)
        sections: tuple[tuple[str, QWidget], ...] = (
            (tr("Milestones"), self.milestones),
            (tr("About it"), self.fields),
            (tr("Brief"), self.brief),
            (tr("Exercises"), self.skills),
            (tr("Journal"), self.entries),
            (tr("Note"), self.note),
        )
        for heading, section in sections:
            if section is self.skills:
                box.addWidget(self.aims)
            elif section is self.entries:
                box.addSpacing(unit // 3)
                box.addWidget(self.evidence)
            box.addSpacing(unit // 3)
            box.addWidget(label(heading, "heading"))
            box.addWidget(section)
        for editor in (self.brief, self.note):
            editor.setMinimumHeight(unit * 9)
        box.addWidget(Buttons(self.on_road, self.report))
        box.addWidget(Buttons(self.copy, self.archive, self.remove))
        box.addStretch(1)
        self._scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll, 1)
        self._empty.setContentsMargins(unit * 5 // 4, unit, unit, unit)
        whole.addWidget(self._empty)

    def _connect(self) -> None:
        self.title.editingFinished.connect(self._on_title)
        self.states.chosen.connect(self._on_state)
        self.fields.repository_opened.connect(self.repository_opened)
        self.skills.opened.connect(self.opened)
        self.entries.log_requested.connect(self._on_log)
        self.entries.all_requested.connect(self._on_all_lines)
        self.brief.note_requested.connect(self._on_brief)
        self.note.note_requested.connect(self._commands.write_note)
        for editor in (self.brief, self.note):
            editor.link_clicked.connect(self.link_clicked)
            editor.typing.connect(self.typing)
        self._commands.refused.connect(self.show_again)

    def _show_about(self, card: ProjectCard, entries: Sequence[Entry]) -> None:
        work = card.work
        minutes = sum(entry.minutes for entry in entries)
        logged = tr("{time} logged lately", time=minutes_text(minutes))
        parts = [
            card.count,
            card.due,
            card.proof,
            logged if minutes else "",
            tr("archived") if work.archived else "",
        ]
        text = " · ".join(filter(None, parts))
        self.about.setText(text)
        self.about.setVisible(bool(text))
        self.bar.show_part(card.part_done, card.count or card.detail)

    def _on_title(self) -> None:
        if self._card is not None and self.title.text() != self._card.work.title:
            self._commands.set_field(self.subject, TITLE, self.title.text())

    def _on_state(self, number: int) -> None:
        if self._card is not None:
            self.states.choose(STATES.index(self._card.work.status))
            self._commands.set_state(self.subject, STATES[number])

    def _on_brief(self, subject: str, text: str) -> None:
        self._commands.set_field(subject, BRIEF, text)

    def _on_road(self) -> None:
        self.opened.emit(self.subject)

    def _on_report(self) -> None:
        self.report_requested.emit(self.subject)

    def _on_archive(self) -> None:
        if self._card is not None:
            archived = not self._card.work.archived
            self._commands.archive(self.subject, archived=archived)

    def _on_remove(self) -> None:
        self._commands.remove(self.subject)

    def _on_log(self) -> None:
        self.log_requested.emit(self.subject)

    def _on_all_lines(self) -> None:
        self.lines_requested.emit(self.subject)


def _show_text(editor: NoteEditor, subject: str, text: str) -> None:
    """Show a stored text; what is being typed in its place stays."""
    editor.show_note(subject, text)
    if not editor.is_saved:
        editor.confirm(subject, text)
