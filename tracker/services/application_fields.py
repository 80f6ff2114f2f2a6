"""What may stand in a field of an application, and what is said about what may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.application import DAYS, LINES, Result
from tracker.domain.edit import ADDRESS, DUE, NOTE, POSTING_FIELD, RESULT, TITLE
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import POSTING, kind_of
from tracker.domain.limits import TITLE_LENGTH
from tracker.domain.texts import cleaned
from tracker.services.learning import checked_note
from tracker.services.project_fields import checked_day, checked_title
from tracker.services.wording_applications import line_name
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.services.ports import Reader

LONGEST_ADDRESS = 2000  # characters


def checked(reader: Reader, field: str, text: str) -> str:
    """Return the value of a field as it is kept, empty for none.

    Raises:
        BadInputError: It cannot be accepted as it is, or there is no such field.
        NotFoundError: The advert that it names is not there.
    """
    if field == NOTE:
        return checked_note(text)
    if field == TITLE:
        return checked_title(text)
    text = cleaned(text).strip()
    return _checked_short(reader, field, text) if text else ""


def _checked_short(reader: Reader, field: str, text: str) -> str:
    if field in LINES:
        return _checked_line(field, text)
    if field == DUE or field in DAYS:
        return checked_day(text)
    if field == RESULT:
        return _checked_result(text)
    if field == POSTING_FIELD:
        return _checked_posting(reader, text)
    raise BadInputError(tr("An application has no field “{name}”.", name=field))


def _checked_line(field: str, text: str) -> str:
    line = " ".join(text.split())
    most = LONGEST_ADDRESS if field == ADDRESS else TITLE_LENGTH
    if len(line) > most:
        sentence = tr(
            "“{field}” has room for {n} characters; this has {m}. Nothing was changed."
        )
        name = line_name(field)
        raise BadInputError(sentence.format(field=name, n=most, m=len(line)))
    return line


def _checked_result(text: str) -> str:
    if text not in set(Result):
        sentence = tr("An application ends as one of these: {all}.")
        raise BadInputError(sentence.format(all=", ".join(Result)))
    return text


def _checked_posting(reader: Reader, text: str) -> str:
    if kind_of(text) != POSTING or not reader.knows(text):
        raise NotFoundError(tr("This advert is no longer there."))
    return text
