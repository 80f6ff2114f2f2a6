"""Ask for a new project: a title is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout

from tracker.domain.edit import BRIEF, DUE, STAGE_FIELD
from tracker.ui import theme
from tracker.ui.widgets.cards import answer_enter
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.fields import Combo, LineField, size_for_screen
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget


class NewProjectDialog(QDialog):
    """Stays open until the project is stored, so that nothing typed is lost."""

    wanted = Signal(str, object)  # title, values of other fields

    def __init__(
        self, parent: QWidget, stages: Sequence[tuple[str, str]], today: date
    ) -> None:
        """Offer these stages: (subject, title)."""
        super().__init__(parent)
        self.setObjectName("new-project")
        self.setWindowTitle(tr("New project"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title = LineField()
        self.title.setAccessibleName(tr("Title"))
        self.title.setPlaceholderText(tr("What you want to build"))
        self.stage = Combo(tr("Stage"))
        self.stage.setMinimumContentsLength(16)
        self.stage.addItem(tr("No stage"), "")
        for subject, name in stages:
            self.stage.addItem(name, subject)
        self.due = DayField(tr("Due"), today)
        self.brief = LineField()
        self.brief.setAccessibleName(tr("In a sentence"))
        self.brief.setPlaceholderText(tr("What it does, for whom. More can follow."))
        self.said = label("", "error", wrap=True)
        self.said.hide()
        self.make = button(tr("Make the project"), self._on_make, "primary")
        self._lay_out()
        size_for_screen(self, 32, 18)
        self.title.setFocus()

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        form = QFormLayout()
        form.setHorizontalSpacing(unit)
        form.setVerticalSpacing(unit * 2 // 3)
        form.addRow(label(tr("Title")), self.title)
        form.addRow(label(tr("Stage")), self.stage)
        form.addRow(label(tr("Due")), self.due)
        form.addRow(label(tr("In a sentence")), self.brief)
        below = QHBoxLayout()
        below.addStretch(1)
        answer_enter(self.make)
        self.make.setDefault(True)
        below.addWidget(button(tr("Cancel"), self.reject))
        below.addWidget(self.make)
        box = QVBoxLayout(self)
        box.setContentsMargins(unit * 3 // 2, unit, unit * 3 // 2, unit)
        box.setSpacing(unit)
        box.addWidget(label(tr("New project"), "section"))
        box.addLayout(form)
        box.addWidget(self.said)
        box.addStretch(1)
        box.addLayout(below)

    def choose_stage(self, subject: str) -> None:
        """Offer a stage first, if it is one of them."""
        self.stage.setCurrentIndex(max(self.stage.findData(subject), 0))

    def show_problem(self, sentence: str) -> None:
        """Say why the project was not made; everything typed stays."""
        self.said.setText(sentence)
        self.said.show()

    def _on_make(self) -> None:
        fields = {
            STAGE_FIELD: str(self.stage.currentData() or ""),
            DUE: self.due.typed(),
            BRIEF: self.brief.text(),
        }
        self.wanted.emit(self.title.text(), fields)
