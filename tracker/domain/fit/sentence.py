"""One sentence of an advert, and what is marked in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.fit.finding import Mark
    from tracker.domain.fit.headings import Section

_ANSWER = 40  # characters behind a question that are looked at
_DENIED = re.compile(
    r"[\s*_]*(?:a(?:nswer)?[:.)][ \t]*|[-–—*•][ \t]*)?"
    r"(?:no|nope|nein|not really|not at all|never|nö|nicht bei uns"
    r"|not here|not with us)(?=[.,!;:]|[ \t]*(?:\n|$))"
    r"(?!,? (?:problem|worries))"
)
_TAG = re.compile(r"(?<![\w&])#\w")


@dataclass(slots=True)
class Sentence:
    """One sentence with what is marked in it.

    Attributes:
        text: The whole advert, and ``small`` the same in small letters.
        start: Where the sentence begins.
        end: Behind its end.
        section: What it belongs to.
        body: Where what comes after a heading within it begins.
        marks: The names and cues in it.
    """

    text: str
    small: str
    start: int
    end: int
    section: Section
    body: int
    marks: Sequence[Mark]

    @property
    def items(self) -> list[Mark]:
        """Return the marks that name technologies."""
        return [mark for mark in self.marks if mark.is_technology]

    @property
    def is_denied(self) -> bool:
        """Whether it is a question whose answer is no: "Do I need Java? No."."""
        if self.text[self.end - 1] != "?":
            return False
        behind = self.small[self.end : self.end + _ANSWER]
        return _DENIED.match(behind) is not None

    @property
    def is_tagged(self) -> bool:
        """Whether it has several hashtags, which only help to be found."""
        return len(_TAG.findall(self.text, self.start, self.end)) > 1
