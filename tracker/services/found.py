"""What a search in all that was written finds, and what each hit leads to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.domain.edit import BRIEF, NOTE, REMOVED
from tracker.domain.ids import (
    ANSWER,
    APPLICATION,
    ENTRY,
    MILESTONE,
    POSTING,
    PROOF,
    STEP,
    kind_of,
    parent_of,
)
from tracker.services.proof import target_of
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.domain.work import Entry
    from tracker.services.ports import Reader


class Place(StrEnum):
    """Where the words of a hit stand."""

    LINE = "line"
    NOTE = "note"
    BRIEF = "brief"
    NAME = "name"
    PROOF = "proof"
    POSTING = "posting"
    APPLICATION = "application"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A text with the words that were looked for.

    Attributes:
        subject: What opens: a line, or what a note, brief, name or proof is of.
        title: The title of what opens; empty for a line.
        text: All of the text.
        entry: The line, where it is one.
        is_removed: Whether what would open was removed, so that it cannot.
    """

    subject: str
    place: Place
    text: str
    title: str = ""
    entry: Entry | None = None
    is_removed: bool = False


def search_written(reader: Reader, words: str, limit: int) -> list[Hit]:
    """Return what holds all of these words, the newest first, each thing once."""
    found: dict[tuple[str, str, Place], Hit] = {}
    removed: dict[str, str] | None = None  # read once, where it is wanted
    for subject, field, text in reader.written(words, limit):
        entry = reader.entry(subject) if kind_of(subject) == ENTRY else None
        if entry is not None:
            key = (subject, subject, Place.LINE)
            hit = Hit(subject=subject, place=Place.LINE, text=text, entry=entry)
        else:
            if removed is None:
                removed = reader.all_values(REMOVED)
            hit = _about(reader, subject, field, text, removed)
            key = (subject, hit.subject, hit.place)
        found.setdefault(key, hit)  # a proof has a title and a text
    return list(found.values())


def place_text(hit: Hit) -> str:
    """Return in words where a hit stands, such as "Note on “SQL”"."""
    sentences = {
        Place.NOTE: tr("Note on “{title}”", title=hit.title),
        Place.BRIEF: tr("Brief of “{title}”", title=hit.title),
        Place.PROOF: tr("Proof of “{title}”", title=hit.title),
        Place.POSTING: tr("Advert “{title}”", title=hit.title),
        Place.APPLICATION: tr("Application “{title}”", title=hit.title),
        Place.ANSWER: tr("Answer on “{title}”", title=hit.title),
        Place.NAME: _name_of(hit.subject),
    }
    text = sentences.get(hit.place, "")
    return tr("{place} · removed", place=text) if hit.is_removed else text


def _name_of(subject: str) -> str:
    kinds = {MILESTONE: tr("Name of a milestone"), STEP: tr("Name of a step")}
    return kinds.get(kind_of(subject), tr("Name of a project"))


def _about(
    reader: Reader, subject: str, field: str, text: str, removed: dict[str, str]
) -> Hit:
    place = {NOTE: Place.NOTE, BRIEF: Place.BRIEF}.get(field, Place.NAME)
    if kind_of(subject) == PROOF:
        place, subject = Place.PROOF, target_of(reader, subject)
    elif kind_of(subject) == ANSWER:
        place, subject = Place.ANSWER, target_of(reader, subject)
    place = _WHOLE.get(kind_of(subject), place)
    return Hit(
        subject=subject,
        place=place,
        text=text,
        title=reader.title(subject) or subject,
        is_removed=_is_removed(subject, removed),
    )


_WHOLE = {POSTING: Place.POSTING, APPLICATION: Place.APPLICATION}


def _is_removed(subject: str, removed: dict[str, str]) -> bool:
    each: str | None = subject
    while each is not None:
        if each in removed:
            return True
        each = parent_of(each)
    return False
