"""Reads durations and days at the beginning of phrases."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tracker.domain.quick_days import Days
from tracker.domain.quick_times import Times

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.quick_said import Said
    from tracker.domain.quick_words import Language

PHRASE_WORDS, PHRASE_LENGTH = 7, 80  # what is looked at together: keeps reading linear


class Reader:
    """Reads phrases of one language.

    A phrase has lower case, single blanks, and at most `PHRASE_LENGTH` characters.
    """

    def __init__(self, language: Language) -> None:
        """Know the words of a language."""
        self.language = language
        self._times, self._days = Times(language), Days(language)

    def duration(self, phrase: str) -> Said | None:
        """Return the duration that a phrase begins with; it may be of any length."""
        return self._times.read(phrase)

    def day(self, phrase: str, today: date, *, ahead: bool = False) -> Said | None:
        """Return the day that a phrase begins with, which may lie in the future.

        With ``ahead`` a day that does not say so is one to come, not one that was.
        """
        return self._days.read(phrase, today, ahead=ahead)


@lru_cache(maxsize=4)
def reader(language: Language) -> Reader:
    """Return the reader of a language, made when first needed."""
    return Reader(language)
