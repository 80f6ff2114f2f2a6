"""Ask for a proof: one dialog for each kind, which stays until it is stored."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.work import ProofKind
from tracker.ui import theme
from tracker.ui.widgets.cards import answer_enter
from tracker.ui.widgets.fields import LineField, size_for_screen
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.domain.work import Proof

RENAME = "rename"


class ProofDialog(QDialog):
    """Asks for what one kind of proof needs, or for another title."""

    submitted = Signal()

    def __init__(
        self, parent: QWidget, kind: str, about: str, proof: Proof | None = None
    ) -> None:
        """Ask.

        Args:
            parent: The window.
            kind: The kind of proof, or `RENAME`.
            about: The title of what is proved.
            proof: What gets another title.
        """
        super().__init__(parent)
        self.setObjectName("proof")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.kind = kind
        self.value = LineField()
        self.text = QPlainTextEdit()
        self.folder = LineField()
        self.name = LineField()
        self.text.setTabChangesFocus(True)
        self.browse = button(tr("Choose…"), self._on_browse)
        self.problem = label("", "remark", wrap=True)
        self.problem.hide()
        self.save = button(tr("Add"), self.submitted.emit, "primary")
        self._form = QFormLayout()
        self._lay_out(about)
        self._fill(proof)
        size_for_screen(self, 32, 20 if kind == ProofKind.NOTE else 13)

    def show_problem(self, sentence: str) -> None:
        """Say why nothing was stored; everything typed stays."""
        self.problem.setText(sentence)
        self.problem.show()
        self.show_waiting(waiting=False)
        self.first.setFocus()

    def show_waiting(self, *, waiting: bool) -> None:
        """Say that something is being looked up, or that it no longer is."""
        self.save.setEnabled(not waiting)
        self.save.setText(tr("Looking…") if waiting else tr("Add"))

    @property
    def first(self) -> QWidget:
        """Return the field that takes the keyboard."""
        if self.kind == RENAME:
            return self.name
        return self.text if self.kind == ProofKind.NOTE else self.value

    def _lay_out(self, about: str) -> None:
        unit = round(theme.unit(self))
        box = QVBoxLayout(self)
        box.setContentsMargins(unit * 3 // 2, unit, unit * 3 // 2, unit)
        box.setSpacing(unit * 2 // 3)
        heading, hint = _words(self.kind)
        self.setWindowTitle(heading)
        box.addWidget(label(heading, "section", wrap=True))
        box.addWidget(label(about, "muted", wrap=True))
        self._form.setFieldGrowthPolicy(
            QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow
        )
        box.addLayout(self._form, 1)
        box.addWidget(label(hint, "muted", wrap=True))
        box.addWidget(self.problem)
        below = QHBoxLayout()
        below.addStretch(1)
        leave = button(tr("Cancel"), self.reject)
        answer_enter(self.save)
        below.addWidget(leave)
        below.addWidget(self.save)
        box.addLayout(below)

    def _fill(self, proof: Proof | None) -> None:
        match self.kind:
            case ProofKind.LINK:
                self._ask(tr("&Address"), self.value)
                self.value.setPlaceholderText("https://")
            case ProofKind.COMMIT:
                self._ask(tr("&Commit"), self.value)
                self.value.setPlaceholderText("1a2b3c4")
                self._ask(tr("&Repository"), self.folder, self.browse)
            case ProofKind.NOTE:
                self._ask(tr("&Note"), self.text)
            case ProofKind.CONFIRMATION:
                self._ask(tr("&Who, and when"), self.value)
                self.value.setPlaceholderText(tr("the instructor of my course, 21 Nov"))
            case _:
                pass  # another title, which is asked for always
        self._ask(tr("&Title"), self.name)
        if proof is None:
            self.name.setPlaceholderText(tr("as it comes"))
        else:
            self.name.setText(proof.title)
            self.name.selectAll()
            self.save.setText(tr("Rename"))
        self.first.setFocus()

    def _ask(self, text: str, field: QWidget, *more: QWidget) -> None:
        field.setAccessibleName(text.replace("&", ""))
        name = label(text)
        name.setBuddy(field)
        row = QHBoxLayout()
        row.addWidget(field, 1)
        for each in more:
            row.addWidget(each)
        self._form.addRow(name, row)

    def _on_browse(self) -> None:
        start = self.folder.text() or str(Path.home())
        title = tr("Choose a repository")
        name = QFileDialog.getExistingDirectory(self, title, start)
        if name:
            self.folder.setText(name)


def _words(kind: str) -> tuple[str, str]:
    """Return the heading of a dialog, and what one should know before."""
    return {
        ProofKind.LINK: (
            tr("A link shows it"),
            tr("Of the web: a pull request, a page, a deployed program."),
        ),
        ProofKind.COMMIT: (
            tr("A commit shows it"),
            tr("It is looked up in your local repository; nothing is run or sent."),
        ),
        ProofKind.NOTE: (
            tr("Tell it in words"),
            tr("A note counts as practised. Alone, it does not show anything."),
        ),
        ProofKind.CONFIRMATION: (
            tr("Somebody confirmed it"),
            tr("Milepost cannot check this: it is kept as written down by you."),
        ),
    }.get(kind, (tr("Another title"), tr("Only the title changes.")))
