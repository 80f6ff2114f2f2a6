"""Open what was given as proof, only when asked to, and never a program unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from tracker.services.proof_rules import is_program
from tracker.services.wording_proof import proof_detail, proof_kind_name
from tracker.words import tr

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tracker.domain.work import Proof

_HEAD = 8  # bytes that tell what a file is
_MOST_SHOWN = 4000  # characters of a note in a box


def ask_to_open(parent: QWidget, name: str) -> bool:
    """Ask whether a copy of a kept file is to be opened by another program."""
    text = tr("Open a copy of this file with the program that your system uses?")
    return _asked(parent, tr("Open a file"), text, name)


def open_file(parent: QWidget, path: Path) -> None:
    """Open a copy of a kept file; ask once more if it is a program."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if is_program(path.name, head):
        text = tr(
            "This file is a program or can run as one. It could change or send "
            "anything on this computer. Open it all the same?"
        )
        if not _asked(parent, tr("Open a program"), text, path.name):
            return
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_proof(parent: QWidget, proof: Proof) -> None:
    """Show a note, a commit or a confirmation whole; it can be copied."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(proof_kind_name(proof.kind))
    box.setText(proof.title)
    whole = proof.value if proof.value != proof.title else ""
    text = "\n\n".join(filter(None, (whole, proof_detail(proof))))
    box.setInformativeText(text[:_MOST_SHOWN])
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    box.setTextInteractionFlags(
        selectable | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    box.exec()


def _asked(parent: QWidget, title: str, text: str, name: str) -> bool:
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(name)
    yes, no = QMessageBox.StandardButton.Open, QMessageBox.StandardButton.Cancel
    box.setStandardButtons(yes | no)
    box.setDefaultButton(no)
    return box.exec() == yes
