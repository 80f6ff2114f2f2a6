"""The milestones of a project, and below them what adds and changes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from tracker.domain.edit import DUE, TITLE
from tracker.domain.ids import MILESTONE, kind_of
from tracker.ui import theme
from tracker.ui.projects.milestone_tree import MilestoneTree
from tracker.ui.widgets.cards import Buttons
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.fields import LineField
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.work import ProjectWork
    from tracker.ui.projects.commands import ProjectCommands


class MilestoneBox(QWidget):
    """Adds with Enter; the rest is about the row that the keyboard is on."""

    def __init__(self, commands: ProjectCommands, today: date) -> None:
        """Ask ``commands``; ``today`` is the learner's own day."""
        super().__init__()
        self._commands, self._today = commands, today
        self._work: ProjectWork | None = None
        self._half_typed: dict[str, tuple[str, str]] = {}  # by project
        self.tree = MilestoneTree()
        self.add = LineField()
        self.add.setAccessibleName(tr("New milestone"))
        self.add.setPlaceholderText(tr("Add a milestone, Enter"))
        self.step = LineField()
        self.step.setAccessibleName(tr("New step"))
        self.due = DayField(tr("Due day of the milestone"), today)
        self._due_row = QWidget()
        self.rename = button(tr("Rename"), self.tree.rename, "quiet")
        self.up = button(tr("Up"), self._on_up, "quiet")
        self.down = button(tr("Down"), self._on_down, "quiet")
        self.remove = button(tr("Remove"), self._on_remove, "quiet")
        self._buttons = Buttons(self.rename, self.up, self.down, self.remove)
        self.removed = button("", self._on_removed, "quiet")
        self._hint = label(
            tr("Break it into milestones: things you can finish in an evening or two."),
            "muted",
            wrap=True,
        )
        self._lay_out()
        self._connect()

    def show_project(self, work: ProjectWork) -> None:
        """Show the milestones of a project."""
        self._keep_typed(work.subject)
        self._work = work
        self.tree.show_project(work, self._today)
        self._hint.setVisible(not work.milestones)
        gone = self._commands.removed_parts(work.subject)
        self.removed.setVisible(bool(gone))
        self.removed.setText(tr("Bring back removed ones ({n})", n=len(gone)))
        self._show_current()

    def set_today(self, today: date) -> None:
        """Count from another day."""
        self._today = today
        self.due.set_today(today)

    def make_read_only(self) -> None:
        """Take nothing in: it could not be stored."""
        for widget in (self.add, self.step, self._due_row, self._buttons):
            widget.setEnabled(False)

    def _keep_typed(self, subject: str) -> None:
        """Put aside what is half typed before another project is shown."""
        before = "" if self._work is None else self._work.subject
        if before == subject:
            return
        self._half_typed[before] = self.add.text(), self.step.text()
        milestone, step = self._half_typed.pop(subject, ("", ""))
        self.add.setText(milestone)
        self.step.setText(step)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        due_row = QHBoxLayout(self._due_row)
        due_row.setContentsMargins(0, 0, 0, 0)
        self._due_label = label(tr("Due"), "muted")
        self._due_label.setBuddy(self.due.line)
        due_row.addWidget(self._due_label)
        due_row.addWidget(self.due)
        due_row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(unit // 3)
        box.addWidget(self._hint)
        box.addWidget(self.tree)
        box.addWidget(self._buttons)
        box.addWidget(self._due_row)
        box.addWidget(self.step)
        box.addWidget(self.add)
        box.addWidget(self.removed, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        commands = self._commands
        self.tree.state_requested.connect(commands.set_state)
        self.tree.move_requested.connect(commands.move_part)
        self.tree.remove_requested.connect(commands.remove)
        self.tree.rename_requested.connect(self._on_renamed)
        self.tree.currentItemChanged.connect(self._show_current)
        self.add.returnPressed.connect(self._on_add)
        self.step.returnPressed.connect(self._on_step)
        self.due.day_requested.connect(self._on_due)

    def _show_current(self) -> None:
        """Show what can be done with the row that the keyboard is on."""
        subject = self.tree.current_subject()
        is_milestone = kind_of(subject) == MILESTONE if subject else False
        self._buttons.setVisible(bool(subject))
        self._due_row.setVisible(is_milestone)
        self.step.setVisible(is_milestone)
        if not is_milestone or self._work is None:
            return
        found = [m for m in self._work.milestones if m.subject == subject]
        if found:
            self.due.show_day(found[0].due)
            hint = tr("Add a step below “{title}”, Enter", title=found[0].title)
            self.step.setPlaceholderText(hint)

    def _on_add(self) -> None:
        if self._work is None or not self.add.text().strip():
            return
        if self._commands.add_part(self._work.subject, self.add.text()):
            self.add.clear()
            self.tree.go_to_last()  # its day and its steps can be typed right away

    def _on_step(self) -> None:
        subject = self.tree.current_subject()
        if not subject or not self.step.text().strip():
            return
        if self._commands.add_part(subject, self.step.text()):
            self.step.clear()

    def _on_due(self, text: str) -> None:
        subject = self.tree.current_subject()
        if subject:
            self._commands.set_field(subject, DUE, text)

    def _on_renamed(self, subject: str, title: str) -> None:
        if not self._commands.set_field(subject, TITLE, title):
            # Later, as the editor that it was typed in is closing just now.
            QTimer.singleShot(0, self, lambda: self.tree.rename_as(subject, title))

    def _on_up(self) -> None:
        self.tree.shift(-1)

    def _on_down(self) -> None:
        self.tree.shift(1)

    def _on_remove(self) -> None:
        subject = self.tree.current_subject()
        if subject:
            self._commands.remove(subject)

    def _on_removed(self) -> None:
        """Offer what was removed; choosing one brings it back."""
        if self._work is None:
            return
        menu = QMenu(self)
        for subject, title in self._commands.removed_parts(self._work.subject):
            menu.addAction(title.replace("&", "&&")).setData(subject)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(lambda action: self._commands.restore(action.data()))
        menu.popup(self.removed.mapToGlobal(self.removed.rect().bottomLeft()))
