"""A day that is typed into a field or after an option, in figures or words.

The words and forms are those of the quick log, and for days to come also "+3" and
"in 2 weeks". A field for what is to come takes "friday" for the next one, today
included; a field for what was takes it for the last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.quick_reader import PHRASE_LENGTH, reader
from tracker.domain.quick_split import split_words
from tracker.domain.quick_words import ENGLISH

if TYPE_CHECKING:
    from datetime import date


def typed_day(text: str, today: date, *, ahead: bool = True) -> str:
    """Return a day as it is kept, 2026-11-28; a text that names none as it is.

    Args:
        text: As typed.
        today: The learner's own day.
        ahead: A day that may be meant both ways is one to come.
    """
    text = text.strip()
    if len(text) > PHRASE_LENGTH:
        return text
    words = [word.folded for word in split_words(text)]
    phrase, says = " ".join(words), reader(ENGLISH)
    said = says.day(phrase, today, ahead=ahead)
    if said is None and not ahead:
        said = says.day(phrase, today, ahead=True)
    if said is None or said.day is None or said.words != len(words):
        return text
    return said.day.isoformat()
