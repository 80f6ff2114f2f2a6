"""The line below the road that says what is due."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from tracker.ui import theme
from tracker.ui.widgets.text_link import TextLink


class DueLine(QFrame):
    """One calm line that leads to what it names; there only while something is due."""

    opened = Signal(str)  # the subject of a project, milestone or application

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self.setProperty("kind", "panel")
        self._subject = ""
        self.link = TextLink("")
        self.link.clicked.connect(self._on_clicked)
        unit = round(theme.unit(self))
        box = QVBoxLayout(self)
        box.setContentsMargins(unit, unit // 3, unit, unit // 3)
        box.addWidget(self.link)
        self.hide()

    def text(self) -> str:
        """Return what it says."""
        return self.link.text()

    def show_text(self, text: str, subject: str = "") -> None:
        """Say something about a subject; nothing for an empty text."""
        self._subject = subject
        self.link.setText(text)
        self.link.setAccessibleName(text)
        self.link.updateGeometry()
        self.setVisible(bool(text))

    def _on_clicked(self) -> None:
        if self._subject:
            self.opened.emit(self._subject)
