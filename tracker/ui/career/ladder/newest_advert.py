"""How well the advert fits that was kept last; it is read in the background."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.domain.edit import TITLE, State
from tracker.domain.errors import StorageError
from tracker.domain.ids import POSTING, kind_of
from tracker.services.postings import find_posting
from tracker.services.scores import gaps_in

if TYPE_CHECKING:
    from tracker.domain.posting import Posting
    from tracker.domain.readiness import Readiness
    from tracker.ui.career.adverts import Adverts
    from tracker.ui.current import Current


class NewestAdvert(QObject):
    """Looks when it is asked to, and once more when the advert was read.

    Attributes:
        posting: The advert, if one is kept.
        is_read: Whether it is known what it asks for.
        fit: How well it fits; ``None`` where it names no known skill.
    """

    read = Signal()

    def __init__(self, current: Current, adverts: Adverts) -> None:
        """Read from ``current``; ``adverts`` knows how adverts fit."""
        super().__init__(current)
        self._current, self._adverts = current, adverts
        self.posting: Posting | None = None
        self.is_read = False
        self.fit: Readiness | None = None
        adverts.read.connect(self._on_read)

    def look(self) -> None:
        """Find the newest advert; `read` tells when it has been read."""
        reader = self._current.reader
        kept = (s for s in reader.all_values(TITLE) if kind_of(s) == POSTING)
        newest = max(kept, default="")
        self.posting = find_posting(reader, newest) if newest else None
        self.is_read = bool(newest) and self._adverts.are_read([newest])
        self.fit = self._adverts.fit_of(newest) if self.is_read else None

    def gaps(self) -> list[str]:
        """Return the missing skills that can go on the plan and are not there yet."""
        journey, reader = self._current.journey, self._current.reader
        if journey is None or self.fit is None:
            return []
        found = gaps_in(self.fit, journey.outline.places.__contains__, reader.knows)
        aside = journey.progress.in_state(State.ASIDE)
        return [gap for gap in found if gap not in self._current.plan.keys() | aside]

    def _on_read(self) -> None:
        if self.posting is not None and not self.is_read:
            with suppress(StorageError):  # locked just now
                self.look()
                self.read.emit()
