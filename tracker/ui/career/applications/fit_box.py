"""How well the learner fitted on the day of applying, and fits now, with the sum."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tracker.domain.application import Phase
from tracker.services.wording_applications import fit_words
from tracker.services.wording_scores import hundredths
from tracker.ui import theme
from tracker.ui.day_words import day_text
from tracker.ui.widgets.dropping import drop
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.application import Application, KeptFit
    from tracker.domain.readiness import Readiness


class AdvertState(Enum):
    """What there is of the advert of an application."""

    NONE = auto()
    LOST = auto()  # it was removed
    UNREAD = auto()  # what it asks for is not known yet
    READ = auto()


class FitBox(QWidget):
    """One line; the sum behind what was kept is one click away."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.text = label("", "title", wrap=True)
        self.about = label("", "muted", wrap=True)
        self.more = button("", self._on_more, "link")
        self._sum = QWidget()
        self._kept: KeptFit | None = None
        self._open = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(round(theme.unit(self)) // 3)
        for widget in (self.text, self.about):
            self._box.addWidget(widget)
        self._box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(self._sum)

    def show_fit(
        self,
        application: Application,
        now: Readiness | None,
        today: date,
        advert: AdvertState,
    ) -> None:
        """Show what is known of the fit."""
        kept = application.fit
        if kept != self._kept:
            self._open = False
        self._kept = kept
        text = fit_words(kept, now, application.days.get(Phase.APPLIED))
        self.text.setText(text)
        self.text.setVisible(bool(text))
        said = _about(kept, now, today, advert)
        self.about.setText(said)
        self.about.setVisible(bool(self.about.text()))
        self.more.setVisible(kept is not None)
        self._show_sum()

    def _on_more(self) -> None:
        self._open = not self._open
        self._show_sum()

    def _show_sum(self) -> None:
        shown = self._open and self._kept is not None
        self.more.setText(tr("Hide the sum") if shown else tr("Show the sum"))
        new = QWidget() if self._kept is None or not shown else _sum(self._kept)
        self._box.replaceWidget(self._sum, new)
        drop(self._sum)
        self._sum = new
        new.setVisible(shown)


def _about(
    kept: KeptFit | None, now: Readiness | None, today: date, advert: AdvertState
) -> str:
    instead = {
        AdvertState.NONE: tr(
            "Choose the advert below, and the fit to it is shown here."
        ),
        AdvertState.LOST: tr("Its advert was removed from your adverts."),
        AdvertState.UNREAD: tr("The advert is being read…"),
    }
    if kept is not None:
        said = tr(
            "Kept on {day}: {points} of {most} points.",
            day=day_text(kept.day, today),
            points=hundredths(kept.points),
            most=hundredths(kept.most),
        )
        return f"{said} {instead[advert]}" if advert is AdvertState.LOST else said
    if advert in instead:
        return instead[advert]
    if now is None or not now.most:
        return tr("This advert names no skill that Milepost knows, so it has no fit.")
    return tr("It is kept on the day on which you apply.")


def _sum(kept: KeptFit) -> QWidget:
    """Return a line for each term: its title, weight times credit, and points."""
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(round(theme.unit(inside)))
    grid.setColumnStretch(0, 1)
    for row, term in enumerate(kept.terms):
        weight, credit = term.weight, hundredths(term.credit)
        part = tr("{weight} × {credit}", weight=weight, credit=credit)
        grid.addWidget(label(term.title, wrap=True), row, 0)
        grid.addWidget(label(part, "muted"), row, 1)
        points = label(hundredths(term.weight * term.credit))
        grid.addWidget(points, row, 2, Qt.AlignmentFlag.AlignRight)
    return inside
