"""Rows of the list of adverts, how they are sorted, and what is said of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from tracker.services.search import folded
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.domain.posting import Posting

BY_FIT, NEWEST = range(2)


@dataclass(frozen=True, slots=True)
class AdvertRow:
    """An advert in the list.

    Attributes:
        posting: The advert.
        percent: Its score; ``None`` where it names no skill, or is not read yet.
        is_read: Whether it was read.
    """

    posting: Posting
    percent: int | None = None
    is_read: bool = False

    @property
    def fit(self) -> str:
        """Return the score as briefly as a list shows it."""
        if self.percent is None:
            return "–" if self.is_read else "…"
        return tr("{n}% fit", n=self.percent)

    @property
    def detail(self) -> str:
        """Return the second line: company, place and day."""
        posting = self.posting
        parts = (posting.company, posting.place, day_with_year(posting.added_on))
        return " · ".join(filter(None, parts))

    @property
    def spoken(self) -> str:
        """Return what a screen reader says."""
        if self.percent is not None:
            fit = self.fit
        elif self.is_read:
            fit = tr("names no skill that is known")
        else:
            fit = tr("not read yet")
        return f"{self.posting.title}, {fit}, {self.detail}"


def day_with_year(day: date) -> str:
    """Return a day as people write it."""
    shown = QDate(day.year, day.month, day.day)
    return QLocale().toString(shown, "d MMM yyyy")


def sorted_rows(rows: Iterable[AdvertRow], order: int) -> list[AdvertRow]:
    """Return rows by fit, the best first, or by day; ``rows`` are the newest first."""
    if order == NEWEST:
        return list(rows)
    return sorted(
        rows, key=lambda row: -1 if row.percent is None else row.percent, reverse=True
    )


class Searched:
    """The words of adverts, made ready when they are first searched."""

    def __init__(self) -> None:
        """Know no advert yet."""
        self._texts: dict[str, tuple[Posting, str]] = {}

    def has(self, posting: Posting, words: Iterable[str]) -> bool:
        """Return whether an advert has all these folded words."""
        known, text = self._texts.get(posting.subject, (None, ""))
        if known is not posting:  # of 500 adverts this takes longer than a frame
            parts = (posting.title, posting.company, posting.place, posting.text)
            text = folded("\n".join(parts))
            self._texts[posting.subject] = posting, text
        return all(word in text for word in words)
