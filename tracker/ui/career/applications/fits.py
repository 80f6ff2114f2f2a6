"""How well the learner fits adverts today, worked out one at a time in the pauses."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.domain.errors import MilepostError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.readiness import Readiness
    from tracker.ui.career.adverts import Adverts


class Fits(QObject):
    """Remembers fits by advert until something they follow from changes.

    What cannot be read just now is not known: whoever wants it next asks again.
    """

    found = Signal()  # all that was wanted is known

    def __init__(self, adverts: Adverts, parent: QObject) -> None:
        """Ask ``adverts``, which reads them in the background."""
        super().__init__(parent)
        self._adverts = adverts
        self._known: dict[str, Readiness | None] = {}
        self._old: set[str] = set()  # what is known, but may be another by now
        self._wanted: list[str] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self._on_pause)
        adverts.read.connect(self._pause.start)

    def forget(self) -> None:
        """Work everything out again when it is next wanted; tell the old till then."""
        self._old = set(self._known)

    def want(self, postings: Iterable[str]) -> None:
        """Work these out, one in each pause of the window."""
        self._wanted = [p for p in dict.fromkeys(postings) if not self._is_fresh(p)]
        if self._wanted:
            self._pause.start()
        else:
            self._pause.stop()

    def percent(self, posting: str) -> int | None:
        """Return the fit in percent, if it is known and the advert has one."""
        fit = self._known.get(posting)
        return fit.percent if fit is not None and fit.most else None

    def now(self, posting: str) -> Readiness | None:
        """Return a fit, worked out at once if its advert was read."""
        if posting and not self._is_fresh(posting):
            with suppress(MilepostError):  # locked just now
                if self._adverts.are_read([posting]):
                    self._work_out(posting)
                elif posting not in self._wanted:
                    self._wanted.append(posting)
        return self._known.get(posting)

    def is_known(self, posting: str) -> bool:
        """Return whether it is known how well an advert fits, or that it has no fit."""
        return posting in self._known

    def _is_fresh(self, posting: str) -> bool:
        return posting in self._known and posting not in self._old

    def _on_pause(self) -> None:
        if not self._wanted:
            return
        with suppress(MilepostError):  # locked just now
            if not self._adverts.are_read(self._wanted):
                return
            self._work_out(self._wanted.pop())
            if self._wanted:
                self._pause.start()
            else:
                self.found.emit()

    def _work_out(self, posting: str) -> None:
        self._known[posting] = self._adverts.fit_of(posting)
        self._old.discard(posting)
