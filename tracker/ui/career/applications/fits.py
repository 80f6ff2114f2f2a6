"""How well the learner fits adverts today, worked out one at a time in the pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.domain.errors import MilepostError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tracker.domain.readiness import Readiness


class Fits(QObject):
    """Remembers fits by advert until something they follow from changes."""

    found = Signal()  # all that was wanted is known

    def __init__(
        self, fit_of: Callable[[str], Readiness | None], parent: QObject
    ) -> None:
        """Ask ``fit_of``; it takes a few milliseconds for each advert."""
        super().__init__(parent)
        self._fit_of = fit_of
        self._known: dict[str, Readiness | None] = {}
        self._old: set[str] = set()  # what is known, but may be another by now
        self._wanted: list[str] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self._on_pause)

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
        """Return a fit, worked out at once if it is not known."""
        if posting and not self._is_fresh(posting):
            self._work_out(posting)
        return self._known.get(posting)

    def _is_fresh(self, posting: str) -> bool:
        return posting in self._known and posting not in self._old

    def _on_pause(self) -> None:
        if self._wanted:
            self._work_out(self._wanted.pop())
        if self._wanted:
            self._pause.start()
        else:
            self.found.emit()

    def _work_out(self, posting: str) -> None:
        self._old.discard(posting)
        try:
            self._known[posting] = self._fit_of(posting)
        except MilepostError:  # locked just now: the next change asks again
            self._known[posting] = None
