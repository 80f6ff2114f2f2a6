"""Ask for a new project: a title is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tracker.domain.edit import BRIEF, DUE, STAGE_FIELD
from tracker.typing_tools import override
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.fields import Combo, size_for_screen
from tracker.ui.widgets.new_dialog import NewDialog, named_line
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget


class NewProjectDialog(NewDialog):
    """A title is enough; it may stand in a stage of the road."""

    wanted = Signal(str, object)  # title, values of other fields

    def __init__(
        self, parent: QWidget, stages: Sequence[tuple[str, str]], today: date
    ) -> None:
        """Offer these stages: (subject, title)."""
        super().__init__(parent, tr("New project"), tr("Make the project"))
        self.setObjectName("new-project")
        self.title = named_line(tr("Title"), tr("What you want to build"))
        self.stage = Combo(tr("Stage"))
        self.stage.setMinimumContentsLength(16)
        self.stage.addItem(tr("No stage"), "")
        for subject, name in stages:
            self.stage.addItem(name, subject)
        self.due = DayField(tr("Due"), today)
        hint = tr("What it does, for whom. More can follow.")
        self.brief = named_line(tr("In a sentence"), hint)
        rows = (
            (tr("Title"), self.title),
            (tr("Stage"), self.stage),
            (tr("Due"), self.due),
            (tr("In a sentence"), self.brief),
        )
        self.lay_out(rows)
        size_for_screen(self, 32, 18)
        self.title.setFocus()

    def choose_stage(self, subject: str) -> None:
        """Offer a stage first, if it is one of them."""
        self.stage.setCurrentIndex(max(self.stage.findData(subject), 0))

    @override
    def ask(self) -> None:
        fields = {
            STAGE_FIELD: str(self.stage.currentData() or ""),
            DUE: self.due.typed(),
            BRIEF: self.brief.text(),
        }
        self.wanted.emit(self.title.text(), fields)
