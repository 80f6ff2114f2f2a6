"""The Report dialog: what it tells, what it leaves out, how it looks, where to save."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFormLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.reports.preview import Preview
from tracker.ui.reports.saving import SavingBox, Write
from tracker.ui.widgets.cards import turn
from tracker.ui.widgets.fields import Combo, DayBox, size_for_screen
from tracker.ui.widgets.label import label
from tracker.ui.widgets.segmented import Segmented
from tracker.ui.widgets.tick import Tick
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from tracker.domain.errors import MilepostError
    from tracker.ui.tasks import Task

KINDS = ("week", "project", "portfolio", "book")
FORMS = ("pdf", "html", "md")
PAPERS = ("a4", "letter")
_CHOICES, _NARROWEST = 17, 23  # widths in lines: of the choices, and of a preview
_ANY_WIDTH = 16_777_215  # Qt's own number for no limit
_PAUSE = 150  # milliseconds of rest before the preview follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a dialog offers, and what it begins with.

    Attributes:
        kind: One of `KINDS`.
        project: Subject of the project to begin with, if any.
        projects: Subject and title of each.
        hours, notes, unproved: Whether these are told.
        name: What the learner is called in reports.
        paper: One of `PAPERS`.
    """

    projects: Sequence[tuple[str, str]]
    kind: str = "week"
    project: str = ""
    hours: bool = True
    notes: bool = True
    unproved: bool = True
    name: str = ""
    paper: str = "a4"


class ReportDialog(QDialog):
    """Follows each choice with a preview; what is chosen is remembered by the owner."""

    chosen = Signal(object, str)  # names of what is left out, the learner's name
    link_clicked = Signal(str)

    def __init__(
        self, parent: QWidget, offer: Offer, today: date, write: Write
    ) -> None:
        """Offer reports.

        Args:
            parent: The window.
            offer: What there is, and what to begin with.
            today: The learner's own day.
            write: Runs words of the terminal in the background.
        """
        super().__init__(parent)
        self.setObjectName("report")
        self.setWindowTitle(tr("Report"))
        self._write, self._offer = write, offer
        self._task: Task | None = None
        self._changed = False  # something that is to be remembered
        self._stale = False  # something was chosen while a preview was being made
        self.kind = Combo(tr("What to report"), _kind_texts())
        self.week = DayBox(tr("A day of the week to report"), today)
        self.project = Combo(tr("Project"), [title for _, title in offer.projects])
        self.hours = Tick(tr("&Hours"))
        self.notes = Tick(tr("&Notes"))
        self.unproved = Tick(tr("What is not pr&oved"))
        self.name = QLineEdit(offer.name)
        self.form = Segmented(("PDF", "HTML", "Markdown"), tr("Format"))
        self.paper = Combo(tr("Paper"), ("A4", tr("US Letter")))
        self.preview = Preview()
        self.problem = label("", "error", wrap=True)
        self.saving = SavingBox(write, self.reject)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self.problem.hide()
        self._begin_with(offer)
        self._lay_out()
        self._connect()
        self._show_fields()
        size_for_screen(self, 60, 40)
        self._timer.start()

    def _begin_with(self, offer: Offer) -> None:
        self.kind.setCurrentIndex(KINDS.index(offer.kind))
        self.paper.setCurrentIndex(PAPERS.index(offer.paper))
        subjects = [subject for subject, _ in offer.projects]
        if offer.project in subjects:
            self.project.setCurrentIndex(subjects.index(offer.project))
        for box, told in zip(self._boxes, self._told(offer), strict=True):
            box.setChecked(told)
        self.name.setAccessibleName(tr("Your name"))
        self.name.setPlaceholderText(tr("As it should stand there"))
        self.name.setMaxLength(100)

    @property
    def _boxes(self) -> tuple[Tick, Tick, Tick]:
        return self.hours, self.notes, self.unproved

    @staticmethod
    def _told(offer: Offer) -> tuple[bool, bool, bool]:
        return offer.hours, offer.notes, offer.unproved

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(unit)
        self._side = self._make_choices()
        self._row.addWidget(self._side, 1)
        self._row.addWidget(self.preview, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit, unit, unit, unit)
        whole.setSpacing(unit * 2 // 3)
        whole.addLayout(self._row, 1)
        whole.addWidget(self.problem)
        whole.addWidget(self.saving)
        self.kind.setFocus()

    def _make_choices(self) -> QScrollArea:
        unit = round(theme.unit(self))
        self._fields = QFormLayout()
        self._fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._fields.setVerticalSpacing(unit // 2)
        for text, field in (
            (tr("&Report"), self.kind),
            (tr("&Week of"), self.week),
            (tr("&Project"), self.project),
        ):
            self._fields.addRow(text, field)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        for box in self._boxes:
            column.addWidget(box)
        self._fields.addRow(label(tr("Tell"), "heading"), told)
        self._fields.addRow(tr("Your na&me"), self.name)
        self._fields.addRow(label(tr("Format"), "heading"), self.form)
        self._fields.addRow(tr("Pap&er"), self.paper)
        choices = QWidget()
        choices.setLayout(self._fields)
        self._choices = choices
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what has it comes into view
        scroll.setAccessibleName(tr("What the report tells"))
        scroll.setWidget(choices)
        return scroll

    def _place_preview(self) -> None:
        """Put the preview below the choices where it would be narrow beside them."""
        unit = round(theme.unit(self))
        is_narrow = self.width() < unit * (_CHOICES + _NARROWEST)
        turn(self._row, wide=not is_narrow)
        self._side.setMaximumWidth(_ANY_WIDTH if is_narrow else unit * _CHOICES)
        self._side.setMinimumWidth(0 if is_narrow else unit * _CHOICES)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind)
        for changed in (
            self.week.dateChanged,
            self.project.currentIndexChanged,
            *(box.toggled for box in self._boxes),
            self.name.editingFinished,
        ):
            changed.connect(self._on_chosen)
        self.name.textEdited.connect(self._on_name)
        self.form.chosen.connect(self._show_fields)
        self._timer.timeout.connect(self._make_preview)
        self.saving.asked.connect(self._on_save)
        self.saving.busy.connect(self._choices.setDisabled)
        self.preview.link_clicked.connect(self.link_clicked)

    @property
    def words(self) -> list[str]:
        """Return what is chosen as words of the terminal."""
        kind = KINDS[self.kind.currentIndex()]
        words = ["report", kind]
        if kind == "week":
            words += ["--week", self.week.day.isoformat()]
        elif kind == "project":
            words.append(self._subject)
        return [*words, "--without", self.left_out]

    @property
    def _subject(self) -> str:
        """The project that is chosen."""
        projects, number = self._offer.projects, self.project.currentIndex()
        return projects[number][0] if 0 <= number < len(projects) else ""

    @property
    def left_out(self) -> str:
        """Return what is left out, as the terminal takes it."""
        names = ("hours", "notes", "unproved")
        boxes = zip(names, self._boxes, strict=True)
        return ",".join(n for n, box in boxes if not box.isChecked()) or "nothing"

    def _show_fields(self) -> None:
        kind, is_pdf = KINDS[self.kind.currentIndex()], self._form == "pdf"
        self._fields.setRowVisible(self.week, kind == "week")
        self._fields.setRowVisible(self.project, kind == "project")
        self._fields.setRowVisible(self.paper, is_pdf)

    @property
    def _form(self) -> str:
        return FORMS[self.form.number]

    def _on_kind(self) -> None:
        self._show_fields()
        self.preview.forget()
        self._timer.start()

    def _on_chosen(self) -> None:
        self._changed = True
        self._timer.start()

    def _on_name(self) -> None:
        self._changed = True  # told once it is typed: each name is a step of undo

    def _tell_choices(self) -> None:
        if self._changed:
            self._changed = False
            self.chosen.emit(self.left_out, self.name.text())

    def _make_preview(self) -> None:
        self._tell_choices()
        if self._says_that_there_is_none():
            return
        if self._task is not None:
            self._stale = True
            return
        self._stale = False
        task = self._write([*self.words, "--preview"], None)
        self._task = task
        task.succeeded.connect(self._on_previewed)
        task.failed.connect(self._on_preview_failed)
        task.finished.connect(self._on_preview_ended)

    def _says_that_there_is_none(self) -> bool:
        """Say so where a project is to be told of and there is none."""
        none = KINDS[self.kind.currentIndex()] == "project" and not self._subject
        self.saving.save.setDisabled(none)
        if none:
            self.preview.forget()
            self.problem.setText(tr("There is no project on your road yet."))
        self.problem.setVisible(none)
        return none

    def _on_previewed(self, printed: str) -> None:
        self.problem.hide()
        if not self._stale:
            self.preview.show_report(printed)

    def _on_preview_failed(self, error: MilepostError) -> None:
        self.preview.forget()
        self.problem.setText(str(error))
        self.problem.show()

    def _on_preview_ended(self) -> None:
        self._task = None
        if self._stale:
            self._make_preview()

    def _on_save(self) -> None:
        self._tell_choices()
        form = self._form
        kinds = {
            "pdf": tr("PDF (*.pdf)"),
            "html": tr("HTML (*.html)"),
            "md": tr("Markdown (*.md)"),
        }
        name = f"{self._file_name()}.{form}"
        path = self.saving.ask_where(name, kinds[form], f".{form}")
        if path is not None:
            paper = PAPERS[self.paper.currentIndex()]
            self.saving.write([*self.words, "--as", form, "--paper", paper], path)

    def _file_name(self) -> str:
        match KINDS[self.kind.currentIndex()]:
            case "week":
                year, number, _ = self.week.day.isocalendar()
                return tr("week-{year}-W{n:02}", year=year, n=number)
            case "project":
                return self._subject.partition(":")[2]
            case "portfolio":
                return tr("portfolio")
            case _:
                return tr("my-journey")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_preview()
        super().resizeEvent(event)

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

    @override
    def done(self, result: int) -> None:
        self._timer.stop()
        self._tell_choices()
        if self._task is not None:
            self._task.cancel()
        super().done(result)


def _kind_texts() -> tuple[str, ...]:
    return (
        tr("A week"),
        tr("A project"),
        tr("Portfolio"),
        tr("The whole journey, as a book"),
    )
