"""What may stand in a field of a project, and what is said about what may not."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.edit import (
    BRIEF,
    DONE_ON,
    DUE,
    REPOSITORY,
    SKILLS,
    STAGE_FIELD,
    START,
)
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import SKILL, STAGE, kind_of
from tracker.domain.limits import TEXT_LENGTH, TITLE_LENGTH
from tracker.domain.texts import cleaned
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.services.ports import Reader

_ADDRESS_LENGTH = 2000
_MOST_SKILLS = 100
# An address with a host, what git writes for ssh, or an absolute path of any system.
_REPOSITORY = re.compile(
    r"(https?|ssh|git)://[^\s/]+\S*|[\w.-]+@[\w.-]+:\S+|(/|~/|[A-Za-z]:[\\/]|\\\\).*"
)


def checked_title(text: str) -> str:
    """Return a title as it is kept: one line, without what nobody can see.

    Raises:
        BadInputError: It is empty or too long.
    """
    title = " ".join(cleaned(text).split())
    if not title:
        raise BadInputError(tr("Give it a title."))
    if len(title) > TITLE_LENGTH:
        sentence = tr("A title can hold {n} characters; this one has {m}.")
        raise BadInputError(sentence.format(n=TITLE_LENGTH, m=len(title)))
    return title


def checked(reader: Reader, field: str, text: str) -> str:
    """Return the value of a field as it is kept, empty for none.

    Raises:
        BadInputError: It cannot be accepted as it is, or there is no such field.
        NotFoundError: It names a stage or skill that is on no roadmap.
    """
    if field == BRIEF:
        return _checked_text(text)
    text = cleaned(text).strip()
    if not text:
        return ""
    if field in {START, DUE, DONE_ON}:
        return checked_day(text)
    if field == REPOSITORY:
        return _checked_repository(text)
    if field in {STAGE_FIELD, SKILLS}:
        return _checked_subjects(reader, field, text)
    raise BadInputError(tr("A project has no field “{name}”.", name=field))


def checked_day(text: str) -> str:
    """Return a day as it is kept: 2026-11-28."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        sentence = tr(
            "“{text}” is no day, or not a certain one. Nothing was changed. Write it "
            "as 2026-11-28; friday, 28 Nov, tomorrow and +7 are understood, too.",
            text=text[:60],
        )
        raise BadInputError(sentence) from error


def _checked_text(text: str) -> str:
    text = cleaned(text)
    if len(text) > TEXT_LENGTH:
        sentence = tr("A brief can hold {n} characters; this one has {m}.")
        raise BadInputError(sentence.format(n=TEXT_LENGTH, m=len(text)))
    return text if text.strip() else ""


def _checked_repository(text: str) -> str:
    if len(text) > _ADDRESS_LENGTH:
        sentence = tr("An address can hold {n} characters.", n=_ADDRESS_LENGTH)
        raise BadInputError(sentence)
    if not _REPOSITORY.fullmatch(text):
        raise BadInputError(
            tr(
                "A repository is an address such as https://example.org/you/app or "
                "git@example.org:you/app, or the whole path of a folder."
            )
        )
    return text


def _checked_subjects(reader: Reader, field: str, text: str) -> str:
    kind = STAGE if field == STAGE_FIELD else SKILL
    subjects = list(dict.fromkeys(text.split()))
    if len(subjects) > (1 if kind == STAGE else _MOST_SKILLS):
        raise BadInputError(tr("That is more than fits."))
    for subject in subjects:
        if kind_of(subject) != kind or not reader.knows(subject):
            sentence = tr("Nothing on your roadmaps is called {name}.", name=subject)
            raise NotFoundError(sentence)
    return "\n".join(subjects)
