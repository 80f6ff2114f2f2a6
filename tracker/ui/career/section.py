"""What every section of the Career page is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit


class Section(QWidget):
    """One section; it reads when it is shown, and again when its data changed."""

    header_changed = Signal()

    @property
    def status(self) -> str:
        """Return the line of the header, empty for the page's usual one."""
        return ""

    @property
    def search(self) -> QLineEdit | None:
        """Return the field that Ctrl+F leads to, if there is one."""
        return None

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was typed is stored."""
        return True

    def current_subject(self) -> str | None:
        """Return what an action on "the current item" is about, if anything."""
        return None

    def plan_subject(self) -> str | None:
        """Return what "put it on my plan" is about; of several, the one that is on."""
        return self.current_subject()

    def open(self, subject: str) -> None:
        """Show one thing: a level, a role, an advert or an application."""

    def focus_content(self) -> None:
        """Give the keyboard to what is worked with first."""
        self.setFocus()

    def save(self) -> None:
        """Store what is being typed."""
