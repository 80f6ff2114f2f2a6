"""The line below the road that says what is due."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from tracker.ui import theme
from tracker.ui.widgets.label import ElidedLabel


class DueLine(QFrame):
    """One calm line; it is there only while something is due."""

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self.setProperty("kind", "panel")
        self._label = ElidedLabel("", "heading")
        unit = round(theme.unit(self))
        box = QVBoxLayout(self)
        box.setContentsMargins(unit, unit // 3, unit, unit // 3)
        box.addWidget(self._label)
        self.hide()

    def text(self) -> str:
        """Return what it says."""
        return self._label.text()

    def show_text(self, text: str) -> None:
        """Say something; nothing for an empty text."""
        self._label.setText(text)
        self._label.setAccessibleName(text)
        self.setVisible(bool(text))
