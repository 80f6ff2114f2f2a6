"""What belongs to this computer's window: kept in a small JSON file in the data folder.

Nothing here would be missed: progress and the learner's own settings are in the data
file. `QSettings` would do, but takes longer to load than everything else here.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QByteArray

THEMES = ("system", "light", "dark")
TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)  # percent of the user's own


class Preferences:
    """Typed access; a damaged file reads as empty, and odd values as the usual ones."""

    def __init__(self, path: Path) -> None:
        """Keep preferences in ``path``."""
        self._path = path
        self._values: dict[str, str] = {}
        with suppress(OSError, ValueError):
            read = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(read, dict):
                self._values = {str(k): str(v) for k, v in read.items()}

    @property
    def theme(self) -> str:
        """Return ``system``, ``light`` or ``dark``."""
        theme = self._values.get("theme", "")
        return theme if theme in THEMES else "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self._set("theme", value)

    @property
    def text_size(self) -> int:
        """Return the text size in percent of the user's own."""
        text = self._values.get("text_size", "")
        return int(text) if text in map(str, TEXT_SIZES) else 100

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._set("text_size", str(value))

    @property
    def as_list(self) -> bool:
        """Return whether the journey is shown as a list and not as a path."""
        return self._values.get("journey") == "list"

    @as_list.setter
    def as_list(self, value: bool) -> None:
        self._set("journey", "list" if value else "path")

    @property
    def newest_adverts_first(self) -> bool:
        """Return whether job adverts are sorted by day and not by fit."""
        return self._values.get("adverts") == "newest"

    @newest_adverts_first.setter
    def newest_adverts_first(self, value: bool) -> None:
        self._set("adverts", "newest" if value else "fit")

    @property
    def advert(self) -> str:
        """Return the job advert last looked at, empty for none."""
        return self._values.get("advert", "")

    @advert.setter
    def advert(self, value: str) -> None:
        self._set("advert", value)

    @property
    def only_proved(self) -> bool:
        """Return whether lists and figures show only what can be proved."""
        return self._values.get("only_proved") == "yes"

    @only_proved.setter
    def only_proved(self, value: bool) -> None:
        self._set("only_proved", "yes" if value else "no")

    @property
    def notices(self) -> bool:
        """Return whether the desktop says once a day what is due."""
        return self._values.get("notices") == "yes"

    @notices.setter
    def notices(self, value: bool) -> None:
        self._set("notices", "yes" if value else "no")

    @property
    def noticed_on(self) -> str:
        """Return the day on which it last did."""
        return self._values.get("noticed_on", "")

    @noticed_on.setter
    def noticed_on(self, value: str) -> None:
        self._set("noticed_on", value)

    @property
    def place(self) -> str:
        """Return the stage last looked at, as ``roadmap/position``."""
        return self._values.get("place", "")

    @place.setter
    def place(self, value: str) -> None:
        self._set("place", value)

    def blob(self, name: str) -> QByteArray:
        """Return a window geometry or splitter state, empty when there is none."""
        from PySide6.QtCore import QByteArray  # noqa: PLC0415  # not at the first start

        return QByteArray.fromBase64(QByteArray(self._values.get(name, "").encode()))

    def set_blob(self, name: str, value: QByteArray) -> None:
        """Keep a window geometry or splitter state."""
        self._set(name, bytes(value.toBase64().data()).decode("ascii"))

    def save(self) -> None:
        """Write the file now; a folder that cannot be written to keeps the old one."""
        unfinished = self._path.with_name(f"{self._path.name}.{os.getpid()}.tmp")
        with suppress(OSError):
            text = json.dumps(self._values, indent=1)
            unfinished.write_text(text, encoding="utf-8")
            unfinished.replace(self._path)

    def _set(self, name: str, value: str) -> None:
        if self._values.get(name) != value:
            self._values[name] = value
            self.save()
