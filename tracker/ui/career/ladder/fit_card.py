"""Job fit at a glance: the advert that was kept last, and the way to all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.career.ladder.head_link import HeadLink
from tracker.ui.widgets.cards import Buttons, Card
from tracker.ui.widgets.label import button, frame, label
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.readiness import Term
    from tracker.services.career import CareerBook
    from tracker.ui.career.ladder.desk import CareerDesk
    from tracker.ui.career.ladder.newest_advert import NewestAdvert

_MOST = 6  # names in a row


class FitCard(Card):
    """Title and score of the newest advert, what of it is there, and its gaps."""

    opened = Signal(str)  # the subject of an advert, nothing for all of them

    def __init__(self, desk: CareerDesk, newest: NewestAdvert) -> None:
        """Show nothing yet; gaps are planned by ``desk``."""
        super().__init__(tr("Job fit"), gap=0.6)
        self._desk, self._newest = desk, newest
        self._book: CareerBook | None = None
        self._gaps: list[str] = []
        self.about = label("", "muted", wrap=True)
        self.advert = HeadLink("")
        self.score = label("", "score")
        self.rows_of = [_Names(*each) for each in _row_names()]
        self.plan = button("", self._on_plan, "primary")
        self.go = button(tr("Go to job fit"), lambda: self.opened.emit(""))
        self._box, self._terms = frame("question"), QWidget()
        self._lay_out()
        self.advert.clicked.connect(self._on_advert)
        newest.read.connect(self._show)

    def show_newest(self, book: CareerBook) -> None:
        """Show the newest advert as it is now; it may be read first."""
        self._book = book
        self._newest.look()
        self._show()

    def _show(self) -> None:
        posting, fit = self._newest.posting, self._newest.fit
        self.about.setText(self._about())
        self._box.setVisible(posting is not None)
        if posting is not None:
            self.advert.setText(posting.title)
            self.advert.setAccessibleName(posting.title)
            self.advert.updateGeometry()
        self.score.setText("" if fit is None else tr("{n}% fit", n=fit.percent))
        parts = (
            ((), (), ()) if fit is None else (fit.have, fit.in_progress, fit.missing)
        )
        self._terms.setVisible(any(parts))
        for row, part in zip(self.rows_of, parts, strict=True):
            row.show_names([self._name(term) for term in part])
        self._gaps = self._newest.gaps()
        n = len(self._gaps)
        self.plan.setText(tr_n("Add 1 gap to my plan", "Add {n} gaps to my plan", n))
        self.plan.setVisible(n > 0)

    def _about(self) -> str:
        """Return what is said below the heading."""
        newest = self._newest
        if newest.posting is None:
            return tr(
                "Paste a job advert or drop a file. Nothing leaves this computer."
            )
        if newest.is_read and newest.fit is None:
            return tr("The advert that you kept last names no known skill.")
        return tr("The advert that you kept last")

    def _name(self, term: Term) -> str:
        return term.best if self._book is None else self._book.name(term.asked)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        line = QHBoxLayout(self._box)
        side = unit * 2 // 3
        line.setContentsMargins(side, unit // 2, side, unit // 2)
        line.addWidget(self.advert, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.score, 0, Qt.AlignmentFlag.AlignVCenter)
        grid = QGridLayout(self._terms)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(unit)
        grid.setVerticalSpacing(unit // 2)
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(self.rows_of):
            grid.addWidget(row.head, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row.names, number, 1)
        self._head.addWidget(self.about)
        self.rows.addWidget(self._box)
        self.rows.addWidget(self._terms)
        self.rows.addWidget(Buttons(self.plan, self.go))

    def _on_plan(self) -> None:
        self._desk.plan(self._gaps)

    def _on_advert(self) -> None:
        if self._newest.posting is not None:
            self.opened.emit(self._newest.posting.subject)


class _Names:
    """A word and the names that it is true of; hidden where there are none."""

    def __init__(self, word: str, kind: str) -> None:
        self.head, self.names = label(word, kind), label("", wrap=True)

    def show_names(self, names: Sequence[str]) -> None:
        rest = len(names) - _MOST
        text = ", ".join(names[:_MOST])
        more = tr("{names} and {n} more", names=text, n=rest)
        self.names.setText(more if rest > 0 else text)
        for each in (self.head, self.names):
            each.setVisible(bool(names))


def _row_names() -> list[tuple[str, str]]:
    return [
        (tr("Have"), "have"),
        (tr("In progress"), "learning"),
        (tr("Missing"), "missing"),
    ]
