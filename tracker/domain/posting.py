"""A posting: a job advert that a learner keeps, in its own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.edit import ADDRESS, COMPANY, DAY, PLACE, TEXT, TITLE, UNREADABLE
from tracker.domain.ids import POSTING, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FIELDS = (TITLE, TEXT, COMPANY, PLACE, ADDRESS, DAY)  # the first makes it


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A job advert.

    Attributes:
        subject: Its own name, ``posting:…``.
        text: What it says, plain text.
        place: Where the work is, empty where it does not say.
        address: Where it stands in the web, empty for none.
        added_on: The learner's own day.
    """

    subject: str
    title: str
    text: str
    company: str = ""
    place: str = ""
    address: str = ""
    added_on: date


def postings_from(facts: Mapping[str, Mapping[str, str]]) -> Iterator[Posting]:
    """Return the postings that facts (field → subject → value) make up, by subject."""
    for subject in sorted(s for s in facts[TITLE] if kind_of(s) == POSTING):
        try:
            day = date.fromisoformat(facts[DAY].get(subject, ""))
        except ValueError:
            day = UNREADABLE.date()
        yield Posting(
            subject=subject,
            title=facts[TITLE][subject],
            text=facts[TEXT].get(subject, ""),
            company=facts[COMPANY].get(subject, ""),
            place=facts[PLACE].get(subject, ""),
            address=facts[ADDRESS].get(subject, ""),
            added_on=day,
        )
