"""Use cases of postings: keep a job advert, change what is said of it, remove it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import (
    ADDRESS,
    COMPANY,
    DAY,
    PLACE,
    TEXT,
    TITLE,
    Change,
    Edit,
    Label,
)
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import POSTING
from tracker.domain.posting import FIELDS, Posting, postings_from
from tracker.domain.texts import cleaned
from tracker.services.stamps import stamp
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tracker.domain.edit import StoredEdit
    from tracker.services.ports import Publish, Reader, Store

LONGEST_TEXT = 200_000  # characters of an advert
_LONGEST = 200  # characters of a title, company or place
_CHANGED = (TITLE, COMPANY, PLACE, ADDRESS)  # what a learner may put right


class Postings:
    """The job adverts that a learner keeps."""

    def __init__(
        self, store: Store, publish: Publish, now: Callable[[], datetime]
    ) -> None:
        """Take the ports; see `tracker.services.learning.Learning`."""
        self._store = store
        self._publish = publish
        self._now = now

    def add(  # what an advert says of itself
        self,
        text: str,
        title: str = "",
        *,
        company: str = "",
        place: str = "",
        address: str = "",
    ) -> StoredEdit:
        """Keep an advert; without a title, the first line of its text is one.

        Raises:
            BadInputError: There is no text, or too much of it.
        """
        text = cleaned(text).strip()
        if not text:
            raise BadInputError(tr("This advert has no text; nothing was kept."))
        if len(text) > LONGEST_TEXT:
            sentence = tr("An advert can have {n} characters; this one has {m}.")
            raise BadInputError(sentence.format(n=LONGEST_TEXT, m=len(text)))
        now = self._now()
        mark = stamp(now)
        subject = f"{POSTING}:{mark.id}"
        values = {
            TITLE: _line(title) or _line(text.partition("\n")[0]),
            TEXT: text,
            COMPANY: _line(company),
            PLACE: _line(place),
            ADDRESS: _line(address),
            DAY: now.date().isoformat(),
        }
        changes = (Change(subject, f, None, values[f]) for f in FIELDS if values[f])
        with self._store.begin() as work:
            stored = work.append(Edit(Label.POSTING, tuple(changes)), mark)
        self._publish(stored)
        return stored

    def change(self, subject: str, **fields: str) -> StoredEdit | None:
        """Put right the title, company, place or address of an advert.

        Raises:
            NotFoundError: It is no longer there.
            BadInputError: The title would be empty.
        """
        self.posting(subject)
        wanted = {field: _line(text) for field, text in fields.items()}
        if not wanted.keys() <= set(_CHANGED):
            raise ValueError(sorted(wanted))
        if wanted.get(TITLE) == "":
            raise BadInputError(tr("A title cannot be empty; the old one was kept."))
        with self._store.begin() as work:
            changes = []
            for field, after in wanted.items():
                before = work.values((subject,), field).get(subject)
                if (before or "") != after:
                    changes.append(Change(subject, field, before, after or None))
            edit = Edit(Label.POSTING, tuple(changes))
            stored = work.append(edit, stamp(self._now())) if edit else None
        if stored is not None:
            self._publish(stored)
        return stored

    def remove(self, subject: str) -> StoredEdit:
        """Take an advert away; undo brings it back.

        Raises:
            NotFoundError: It is no longer there.
        """
        self.posting(subject)
        changes = []
        with self._store.begin() as work:
            for field in reversed(FIELDS):
                before = work.values((subject,), field).get(subject)
                if before is not None:
                    changes.append(Change(subject, field, before, None))
            edit = Edit(Label.UNPOSTING, tuple(changes))
            stored = work.append(edit, stamp(self._now()))
        self._publish(stored)
        return stored

    def all(self) -> tuple[Posting, ...]:
        """Return every advert, the newest first."""
        return read_postings(self._store.reader)

    def posting(self, subject: str) -> Posting:
        """Return one advert.

        Raises:
            NotFoundError: It is no longer there.
        """
        found = next((p for p in self.all() if p.subject == subject), None)
        if found is None:
            raise NotFoundError(tr("This advert is no longer there."))
        return found


def read_postings(reader: Reader) -> tuple[Posting, ...]:
    """Return every advert that is kept, the newest first."""
    facts = {field: reader.all_values(field) for field in FIELDS}
    return tuple(postings_from(facts))[::-1]


def _line(text: str) -> str:
    line = " ".join(cleaned(text).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
