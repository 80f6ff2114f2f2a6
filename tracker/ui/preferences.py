"""What belongs to this computer's window: kept in an INI file in the data folder.

Nothing here would be missed: progress and the learner's own settings are in the data
file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

if TYPE_CHECKING:
    from pathlib import Path

THEMES = ("system", "light", "dark")
TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)  # percent of the user's own


class Preferences:
    """Typed access; a damaged file reads as empty, and odd values as the usual ones."""

    def __init__(self, path: Path) -> None:
        """Keep preferences in ``path``."""
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """Return ``system``, ``light`` or ``dark``."""
        theme = self._text("theme")
        return theme if theme in THEMES else "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self._settings.setValue("theme", value)

    @property
    def text_size(self) -> int:
        """Return the text size in percent of the user's own."""
        text = self._text("text_size")
        return int(text) if text.isdecimal() and int(text) in TEXT_SIZES else 100

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._settings.setValue("text_size", str(value))

    @property
    def as_list(self) -> bool:
        """Return whether the journey is shown as a list and not as a path."""
        return self._text("journey") == "list"

    @as_list.setter
    def as_list(self, value: bool) -> None:
        self._settings.setValue("journey", "list" if value else "path")

    @property
    def place(self) -> str:
        """Return the stage and tab last looked at, as ``roadmap/stage/tab``."""
        return self._text("place")

    @place.setter
    def place(self, value: str) -> None:
        self._settings.setValue("place", value)

    def blob(self, name: str) -> QByteArray:
        """Return a window geometry or splitter state, empty when there is none."""
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_blob(self, name: str, value: QByteArray) -> None:
        """Keep a window geometry or splitter state."""
        self._settings.setValue(name, value)

    def save(self) -> None:
        """Write the file now."""
        self._settings.sync()

    def _text(self, name: str) -> str:
        value = self._settings.value(name, "")
        return value if isinstance(value, str) else ""
