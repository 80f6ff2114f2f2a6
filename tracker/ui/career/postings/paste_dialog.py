"""Ask for the text of an advert."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from tracker.ui import theme
from tracker.ui.career.postings.advert_field import AdvertField
from tracker.ui.widgets.cards import answer_enter
from tracker.ui.widgets.fields import LineField, size_for_screen
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PasteDialog(QDialog):
    """Stays open until the advert is kept, so that nothing typed is lost."""

    given = Signal(str, str)  # text, title
    left = Signal(str, str)  # the same, where it is closed without keeping them

    def __init__(self, parent: QWidget, text: str = "", title: str = "") -> None:
        """Go on with what was typed before; to paste replaces it."""
        super().__init__(parent)
        self.setObjectName("paste-advert")
        self.setWindowTitle(tr("Paste an advert"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title = LineField()
        self.title.setAccessibleName(tr("Title"))
        self.title.setPlaceholderText(tr("Title; else its first line"))
        self.text = AdvertField()
        self.said = label("", "error", wrap=True)
        self.said.hide()
        self.keep = button(tr("How well do I fit?"), self._on_keep, "primary")
        self.text.text_given.connect(self._on_long)
        self._lay_out()
        size_for_screen(self, 40, 26)
        self.text.setPlainText(text)
        self.text.selectAll()
        self.title.setText(title)
        self.text.setFocus()
        self.rejected.connect(self._on_rejected)

    def show_problem(self, sentence: str) -> None:
        """Say why it was not kept; everything typed stays."""
        self.said.setText(sentence)
        self.said.show()

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        below = QHBoxLayout()
        below.addStretch(1)
        answer_enter(self.keep)
        below.addWidget(button(tr("Cancel"), self.reject))
        below.addWidget(self.keep)
        sentence = tr("Nothing leaves this computer.")
        box = QVBoxLayout(self)
        box.setContentsMargins(unit * 3 // 2, unit, unit * 3 // 2, unit)
        box.setSpacing(unit * 2 // 3)
        box.addWidget(label(tr("Paste an advert"), "section"))
        box.addWidget(label(sentence, "muted"))
        box.addWidget(self.text, 1)
        box.addWidget(self.title)
        box.addWidget(self.said)
        box.addLayout(below)

    def _on_keep(self) -> None:
        text = self.text.toPlainText()
        if text.strip():
            self.given.emit(text, self.title.text())
        else:
            self.show_problem(tr("Paste the text of the advert first."))
            self.text.setFocus()

    def _on_rejected(self) -> None:
        self.left.emit(self.text.toPlainText(), self.title.text())

    def _on_long(self, text: str) -> None:
        self.given.emit(text, self.title.text())
