"""What a learner leaves out of reports, and their name: remembered in the data file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import BadInputError
from tracker.domain.texts import cleaned
from tracker.services.record import NAME
from tracker.services.reports.report import Choices
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.services.ports import Reader, Store

LEFT_OUT = "reports_without"  # the setting
PARTS = ("hours", "notes", "unproved")
NOTHING = "nothing"
_LONGEST = 100  # characters of a name


def choices_of(text: str) -> Choices:
    """Return the choices that leave out what ``text`` names, divided by commas.

    Raises:
        BadInputError: It names something else.
    """
    words = {word.strip().lower() for word in text.split(",")} - {"", NOTHING}
    unknown = sorted(words - set(PARTS))
    if unknown:
        sentence = tr("A report can be without {parts}, or nothing; not without {w}.")
        raise BadInputError(sentence.format(parts=", ".join(PARTS), w=unknown[0]))
    return Choices(**{part: part not in words for part in PARTS})


def left_out(choices: Choices) -> str:
    """Return the names of what is left out, as `choices_of` takes them."""
    return ",".join(p for p in PARTS if not getattr(choices, p)) or NOTHING


def remembered(reader: Reader) -> Choices:
    """Return what the learner chose last; everything before that."""
    try:
        return choices_of(reader.setting(LEFT_OUT) or "")
    except BadInputError:  # by a newer Milepost, which knows more parts
        return Choices()


def remember(store: Store, choices: Choices, name: str) -> None:
    """Store the choices, and what the learner wants to be called in reports."""
    wanted = {LEFT_OUT: left_out(choices), NAME: as_name(name)}
    reader = store.reader
    changed = {k: v for k, v in wanted.items() if (reader.setting(k) or "") != v}
    if changed:
        with store.begin() as work:
            for key, value in changed.items():
                work.set_setting(key, value)


def as_name(text: str) -> str:
    """Return a name as one line of a bounded length."""
    return " ".join(cleaned(text).split())[:_LONGEST].rstrip()
