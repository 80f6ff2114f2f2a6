"""Use cases of the target: the level, day, place and pay that a learner heads for.

Each is a fact of `tracker.domain.career.TARGET_SUBJECT`, so it can be undone.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.career import FIELDS, TARGET_SUBJECT, Target, target_from
from tracker.domain.edit import (
    TARGET_DAY,
    TARGET_LEVEL,
    TARGET_PAY,
    TARGET_PLACE,
    Label,
)
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.texts import cleaned, nearest
from tracker.domain.typed_days import typed_day
from tracker.services.editing import Editing, changed
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.edit import StoredEdit
    from tracker.services.ports import Reader

_SPAN = re.compile(r"(?:in |\+ ?)([0-9]{1,3}|an?|one) ?(m|months?|y|years?)")
LONGEST = 200  # characters of a place or a pay


class Targets(Editing):
    """What a learner heads for."""

    def set_fields(self, fields: Mapping[str, str]) -> StoredEdit | None:
        """Store some of the fields in one action; an empty text takes one away.

        Args:
            fields: Texts by field, each one of `tracker.domain.career.FIELDS`. A day
                may be written as in the quick log.

        Raises:
            NotFoundError: There is no such level.
            BadInputError: A day is none, or a text is too long.
        """
        wanted = {field: self._checked(field, text) for field, text in fields.items()}
        in_order = {field: wanted[field] for field in FIELDS if field in wanted}
        return self._store_changes(
            Label.AIM, lambda work: changed(work, TARGET_SUBJECT, in_order)
        )

    def clear(self) -> StoredEdit | None:
        """Head for nothing any more."""
        return self.set_fields(dict.fromkeys(FIELDS, ""))

    def _checked(self, field: str, text: str) -> str:
        line = " ".join(cleaned(text).split())
        if not line:
            return ""
        if field == TARGET_LEVEL:
            return self._level(line)
        if field == TARGET_DAY:
            return _day(line, self.today())
        if field not in {TARGET_PLACE, TARGET_PAY}:
            raise ValueError(field)
        if len(line) > LONGEST:
            sentence = tr("This can hold {n} characters; it has {m}. Nothing changed.")
            raise BadInputError(sentence.format(n=LONGEST, m=len(line)))
        return line

    def _level(self, name: str) -> str:
        levels = self._store.reader.ladder().levels
        for level in levels:
            if name.casefold() in {level.slug, level.title.casefold()}:
                return level.slug
        slugs = [level.slug for level in levels]
        hint = nearest(name, slugs)
        sentence = tr("The ladder has no level “{name}”. Its levels are {known}.")
        sentence = sentence.format(name=name, known=", ".join(slugs))
        if hint is not None:
            sentence += " " + tr("Did you mean “{hint}”?", hint=hint)
        raise NotFoundError(sentence)


def _day(text: str, today: date) -> str:
    day = _after_months(text, today) or typed_day(text, today)
    try:
        date.fromisoformat(day)
    except ValueError:
        sentence = tr("“{text}” is no day. Write it like 2027-06-01 or 1 June 2027.")
        raise BadInputError(sentence.format(text=text)) from None
    return day


def _after_months(text: str, today: date) -> str:
    """Return the day that "in 6 months" or "in a year" means; empty for anything else.

    Careers are counted so. Where a month has no such day, it is the last one it has.
    """
    found = _SPAN.fullmatch(text.casefold())
    if found is None:
        return ""
    number = int(found[1]) if found[1].isdigit() else 1
    months = today.month - 1 + number * (12 if found[2].startswith("y") else 1)
    year, month = today.year + months // 12, months % 12 + 1
    if year > date.max.year:
        return ""
    return date(year, month, min(today.day, monthrange(year, month)[1])).isoformat()


def read_target(reader: Reader) -> Target:
    """Return what is stored of the target."""
    values = (
        (field, reader.all_values(field).get(TARGET_SUBJECT, "")) for field in FIELDS
    )
    return target_from(dict(values))
