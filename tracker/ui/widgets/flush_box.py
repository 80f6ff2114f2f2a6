"""A column whose rows reach a bit out of it, so that their words align with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from tracker.typing_tools import override
from tracker.ui import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QRect


class FlushBox(QVBoxLayout):
    """Part of another layout; what frames a row, such as focus, stands outside."""

    def __init__(self, inset: float) -> None:
        """Hold rows whose words stand ``inset`` lines of text within them."""
        super().__init__()
        self._inset = inset
        self.setSpacing(0)

    def _out(self) -> int:
        parent = self.parentWidget()
        return round(theme.unit(parent) * self._inset) if parent is not None else 0

    @override
    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1.adjusted(-self._out(), 0, self._out(), 0))

    @override
    def heightForWidth(self, arg__1: int) -> int:
        return super().heightForWidth(arg__1 + self._out() * 2)
