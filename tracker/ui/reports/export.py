"""The Export dialog: which other program, what it is given, where to save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.reports.saving import SavingBox, Write
from tracker.ui.widgets.fields import Combo, size_for_screen
from tracker.ui.widgets.label import label
from tracker.ui.widgets.tick import Tick
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

KINDS = ("json-resume", "ics", "csv", "applications", "xapi")
_TABLES = frozenset({"csv", "applications"})


class ExportDialog(QDialog):
    """Says in words what each kind of file is for."""

    chosen = Signal(bool)  # whether what is not proved is told

    def __init__(self, parent: QWidget, *, unproved: bool, write: Write) -> None:
        """Offer the kinds of file.

        Args:
            parent: The window.
            unproved: Whether a résumé tells what is not proved.
            write: Runs words of the terminal in the background.
        """
        super().__init__(parent)
        self.setObjectName("export")
        self.setWindowTitle(tr("Export"))
        self.kind = Combo(tr("Kind of file"), _kind_texts())
        self.about = label("", "muted", wrap=True)
        self.unproved = Tick(tr("Tell what is not pr&oved, too"))
        self.unproved.setChecked(unproved)
        self.excel = Tick(tr("For &Excel: begin with its mark for UTF-8"))
        self.tables = Tick(tr("A table for each &kind of thing, in one ZIP file"))
        self.saving = SavingBox(write, self.reject)
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.unproved.toggled.connect(self.chosen)
        self.saving.asked.connect(self._on_save)
        self.saving.busy.connect(self._choices.setDisabled)
        self._show_kind()
        size_for_screen(self, 34, 19)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        self._choices = QWidget()
        form = QFormLayout(self._choices)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(unit // 2)
        form.addRow(tr("&For"), self.kind)
        form.addRow(self.about)
        for box in (self.unproved, self.tables, self.excel):
            form.addRow(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(unit, unit, unit, unit)
        column.setSpacing(unit)
        column.addWidget(self._choices)
        column.addStretch(1)
        column.addWidget(self.saving)

    def _show_kind(self) -> None:
        kind = KINDS[self.kind.currentIndex()]
        self.about.setText(_about(kind))
        self.unproved.setVisible(kind == "json-resume")
        self.excel.setVisible(kind in _TABLES)
        self.tables.setVisible(kind == "csv")

    @property
    def words(self) -> list[str]:
        """Return what is chosen as words of the terminal."""
        kind = KINDS[self.kind.currentIndex()]
        words = ["export", kind]
        if kind == "json-resume":
            left_out = "nothing" if self.unproved.isChecked() else "unproved"
            words += ["--without", left_out]
        if kind in _TABLES and self.excel.isChecked():
            words.append("--excel")
        return words

    def _on_save(self) -> None:
        kind = KINDS[self.kind.currentIndex()]
        name, kinds = {
            "json-resume": ("resume.json", tr("JSON (*.json)")),
            "ics": ("milepost.ics", tr("Calendars (*.ics)")),
            "csv": ("milepost.csv", tr("CSV (*.csv)")),
            "applications": ("applications.csv", tr("CSV (*.csv)")),
            "xapi": ("statements.json", tr("JSON (*.json)")),
        }[kind]
        if kind == "csv" and self.tables.isChecked():
            name, kinds = "milepost.zip", tr("ZIP archives (*.zip)")
        ending = f".{name.partition('.')[2]}"
        path = self.saving.ask_where(name, kinds, ending)
        if path is not None:
            self.saving.write(self.words, path)

    @override
    def reject(self) -> None:
        if self.saving.is_busy:
            self.saving.stop()  # the first Escape stops writing, the next one leaves
        else:
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.saving.stop()
        super().closeEvent(event)


def _kind_texts() -> tuple[str, ...]:
    return (
        tr("A résumé: JSON Resume"),
        tr("A calendar: iCalendar"),
        tr("A spreadsheet: CSV"),
        tr("A spreadsheet: your applications"),
        tr("A learning record store: xAPI"),
    )


def _about(kind: str) -> str:
    match kind:
        case "json-resume":
            return tr(
                "Skills by how well they are proved, and projects with what you did. "
                "Sites and tools for résumés read it."
            )
        case "ics":
            return tr(
                "What is due in your projects and applications, as to-dos and as days. "
                "A file is a copy: export it again after changes, and take it in "
                "again; nothing will be there twice."
            )
        case "csv":
            return tr(
                "Everything as rows: skills, projects, milestones, journal, with hours "
                "and notes. It is meant for you."
            )
        case "applications":
            return tr(
                "One row for each application: phases with their days, contact, next "
                "step, the fit on the day you applied, and your notes."
            )
        case _:
            return tr(
                "One statement for each step you took, as learning platforms read "
                "them. You are called by a number in it, not by name."
            )
