"""Stage, days and repository of a project, each changed in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QWidget

from tracker.domain.edit import DONE_ON, DUE, REPOSITORY, STAGE_FIELD, START, State
from tracker.ui import theme
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.fields import Combo, LineField
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.domain.work import ProjectWork
    from tracker.ui.projects.commands import ProjectCommands


class FieldsBox(QWidget):
    """Shows what is stored; asks for each change once it was typed."""

    repository_opened = Signal(str)

    def __init__(self, commands: ProjectCommands, today: date) -> None:
        """Ask ``commands``; ``today`` is the learner's own day."""
        super().__init__()
        self._commands = commands
        self._work: ProjectWork | None = None
        self.stage = Combo(tr("Stage"))
        policy = Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.stage.setSizeAdjustPolicy(policy)
        self.stage.setMinimumContentsLength(8)
        self.stage.activated.connect(self._on_stage)
        self.start = DayField(tr("Start"), today)
        self.due = DayField(tr("Due"), today)
        self.finish = DayField(tr("Finished"), today, ahead=False)
        self.repository = LineField()
        self.repository.setAccessibleName(tr("Repository or folder"))
        self.repository.setPlaceholderText(tr("https://… or the path of a folder"))
        self.repository.editingFinished.connect(self._on_repository)
        self.open = button(tr("Open"), self._on_open, "quiet")
        self.start.day_requested.connect(self._on_start)
        self.due.day_requested.connect(self._on_due)
        self.finish.day_requested.connect(self._on_finish)
        self._lay_out()

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(unit * 2 // 3)
        form.setVerticalSpacing(unit // 3)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        grow = QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow
        form.setFieldGrowthPolicy(grow)
        where = QWidget()
        row = QHBoxLayout(where)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.repository, 1)
        row.addWidget(self.open)
        for text, field in (
            (tr("Stage"), self.stage),
            (tr("Start"), self.start),
            (tr("Due"), self.due),
            (tr("Finished"), self.finish),
            (tr("Repository"), where),
        ):
            form.addRow(label(text, "muted"), field)
        self._form = form

    def offer_stages(self, stages: Sequence[tuple[str, str]]) -> None:
        """Offer these stages: (subject, title)."""
        self.stage.clear()
        self.stage.addItem(tr("No stage"), "")
        for subject, title in stages:
            self.stage.addItem(title, subject)

    def show_project(self, work: ProjectWork, stage: str) -> None:
        """Show the fields of a project that stands in the stage of a subject."""
        other = self._work is None or self._work.subject != work.subject
        self._work = work
        self.stage.setCurrentIndex(max(self.stage.findData(stage), 0))
        self.stage.setEnabled(work.own)
        tip = "" if work.own else tr("This project stands where its roadmap puts it.")
        self.stage.setToolTip(tip)
        self.start.show_day(work.start)
        self.due.show_day(work.due)
        self.finish.show_day(work.finish)
        self._form.setRowVisible(self.finish, work.status is State.DONE)
        stored = self.repository.text() == work.repository
        if not stored and (other or self.repository.is_unchanged):
            self.repository.setText(work.repository)
            self.repository.setCursorPosition(0)
        self.open.setEnabled(bool(work.repository))

    def set_today(self, today: date) -> None:
        """Count from another day."""
        for field in (self.start, self.due, self.finish):
            field.set_today(today)

    def reset(self) -> None:
        """Show what is stored, whatever was typed and refused."""
        for field in (self.start, self.due, self.finish):
            field.reset()

    def _store(self, field: str, text: str) -> None:
        if self._work is not None:
            self._commands.set_field(self._work.subject, field, text)

    def _on_stage(self) -> None:
        self._store(STAGE_FIELD, str(self.stage.currentData() or ""))

    def _on_start(self, text: str) -> None:
        self._store(START, text)

    def _on_due(self, text: str) -> None:
        self._store(DUE, text)

    def _on_finish(self, text: str) -> None:
        self._store(DONE_ON, text)

    def _on_repository(self) -> None:
        text = self.repository.text().strip()
        if self._work is not None and text != self._work.repository:
            self._store(REPOSITORY, text)

    def _on_open(self) -> None:
        if self._work is not None and self._work.repository:
            self.repository_opened.emit(self._work.repository)
