"""A posting: a job advert that a learner keeps, in its own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.domain.edit import (
    ADDRESS,
    COMPANY,
    DAY,
    NEEDS,
    PLACE,
    TEXT,
    TITLE,
)
from tracker.domain.ids import POSTING, kind_of
from tracker.domain.stored_days import certain_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

FIELDS = (TITLE, TEXT, COMPANY, PLACE, ADDRESS, DAY, NEEDS)  # the first makes it

MUST, ASKED, NICE, UNASKED = "must", "asked", "nice", "not"
NEED_WORDS = (MUST, ASKED, NICE, UNASKED)  # as a learner may put them right


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A job advert.

    Attributes:
        subject: Its own name, ``posting:…``.
        text: What it says, plain text.
        place: Where the work is, empty where it does not say.
        address: Where it stands in the web, empty for none.
        added_on: The learner's own day.
        needs: One of `NEED_WORDS` for each skill (by slug) that a learner put right.
    """

    subject: str
    title: str
    text: str
    company: str = ""
    place: str = ""
    address: str = ""
    added_on: date
    needs: Mapping[str, str] = field(default_factory=dict)


def postings_from(facts: Mapping[str, Mapping[str, str]]) -> Iterator[Posting]:
    """Return the postings that facts (field → subject → value) make up, by subject."""
    for subject in sorted(s for s in facts[TITLE] if kind_of(s) == POSTING):
        yield Posting(
            subject=subject,
            title=facts[TITLE][subject],
            text=facts[TEXT].get(subject, ""),
            company=facts[COMPANY].get(subject, ""),
            place=facts[PLACE].get(subject, ""),
            address=facts[ADDRESS].get(subject, ""),
            added_on=certain_day(facts[DAY].get(subject)),
            needs=needs_from(facts[NEEDS].get(subject, "")),
        )


def needs_from(text: str) -> dict[str, str]:
    """Return what `needs_text` wrote; a line that says nothing known is left out."""
    pairs = (line.partition(" ")[::2] for line in text.splitlines())
    return {skill: need for skill, need in pairs if skill and need in NEED_WORDS}


def needs_text(needs: Mapping[str, str]) -> str:
    """Return what a learner put right, one skill a line, in the order of its name."""
    return "\n".join(f"{skill} {need}" for skill, need in sorted(needs.items()))
