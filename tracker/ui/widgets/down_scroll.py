"""What is scrolled up and down, and is as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from tracker.typing_tools import override


class DownScroll(QScrollArea):
    """The keyboard goes to what is in it, which comes into sight by itself."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)


class ScrolledPage(QFrame):
    """As high as its content at its width; wrapped labels ask for far more."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self.setProperty("kind", "page")

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
