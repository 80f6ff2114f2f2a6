"""What a learner leaves out of reports, remembered in the data file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import BadInputError
from tracker.services.reports.report import Choices
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.services.ports import Reader, Store

LEFT_OUT = "reports_without"  # the setting
PARTS = ("hours", "notes", "unproved")
NOTHING = "nothing"


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


def remember(store: Store, choices: Choices) -> None:
    """Store the choices."""
    wanted = left_out(choices)
    if (store.reader.setting(LEFT_OUT) or "") != wanted:
        with store.begin() as work:
            work.set_setting(LEFT_OUT, wanted)
