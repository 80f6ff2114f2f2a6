"""What was being typed on an application that somebody else removed meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from tracker.ui import theme
from tracker.ui.widgets.cards import Buttons, Card
from tracker.ui.widgets.label import button, label
from tracker.words import tr

_LINES = 6  # of text that are seen at once


class KeptBox(Card):
    """Holds the words until they are let go, so that none is lost unseen."""

    let_go = Signal()

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__(tr("Typed, but not stored"))
        self.said = label("", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("What you typed"))
        self.text.setFixedHeight(round(theme.unit(self) * _LINES))
        self.copy = button(tr("Copy it"), self._on_copy)
        self.drop = button(tr("Let it go"), self._on_drop)
        inside = QVBoxLayout()
        for widget in (self.said, self.text, Buttons(self.copy, self.drop)):
            inside.addWidget(widget)
        self.rows.addLayout(inside)
        self.hide()

    @property
    def is_empty(self) -> bool:
        """Return whether it holds no words."""
        return not self.text.toPlainText()

    def keep(self, name: str, text: str) -> None:
        """Hold what was typed on an application, after what it holds already."""
        said = tr(
            "“{name}” was removed elsewhere while you typed. Your words are only here: "
            "copy them, or undo the removal and paste them.",
            name=name,
        )
        self.said.setText(said)
        before = self.text.toPlainText()
        self.text.setPlainText(f"{before}\n\n{text}" if before else text)
        self.show()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _on_drop(self) -> None:
        self.text.clear()
        self.hide()
        self.let_go.emit()
