"""Use cases of the journal: write a line, change it, split, join and delete lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.edit import DAY, LINKS, MINUTES, TEXT, Change, Label
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import entry_subject
from tracker.domain.limits import TEXT_LENGTH
from tracker.domain.texts import cleaned
from tracker.domain.work import Entry
from tracker.services.editing import Editing
from tracker.services.stamps import stamp
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tracker.domain.edit import StoredEdit
    from tracker.services.ports import UnitOfWork

MOST_MINUTES = 24 * 60  # of one entry
MOST_LINKS = 50
_MOST_LINES = 100_000  # of one day


class Journal(Editing):
    """The learner's own record of what they did, day by day."""

    def add(
        self, day: date, minutes: int, text: str, links: Sequence[str] = ()
    ) -> StoredEdit | None:
        """Write a new line.

        Raises:
            BadInputError: It says nothing, is too long, or its day is still to come.
            NotFoundError: It is about something that is on no roadmap.
        """
        now = self._now()
        mark = stamp(now)
        entry = Entry(
            subject=entry_subject(mark.id),
            day=day,
            minutes=minutes,
            text=cleaned(text).strip(),
            links=tuple(dict.fromkeys(links)),
        )
        self._check(entry)
        return self._store_changes(Label.LOG, lambda work: _changes(work, entry), mark)

    def change(self, entry: Entry, shown: Entry | None = None) -> StoredEdit | None:
        """Store a line as it is now; nothing where nothing changed.

        What the line was about stays, even if that is no longer on any roadmap.

        Args:
            entry: The line as it is to be.
            shown: The line as the learner saw it: what they left as it was stays as it
                is stored, also where it was changed elsewhere meanwhile.

        Raises:
            BadInputError: As for `add`.
            NotFoundError: The line is no longer there, or a new link leads nowhere.
        """
        if shown is not None:
            entry = _rebased(entry, shown, self._known(entry.subject))
        return self._put(Label.ENTRY, (entry,))

    def remove(self, *subjects: str) -> StoredEdit | None:
        """Delete lines; undo brings them back, all at once.

        Raises:
            NotFoundError: One is no longer there.
        """
        for subject in subjects:
            self._known(subject)
        return self._store_changes(
            Label.FORGET,
            lambda work: [c for s in subjects for c in _forgotten(work, s)],
        )

    def join(self, subjects: Sequence[str]) -> StoredEdit | None:
        """Make one line of several of one day: times added up, texts one below another.

        Raises:
            BadInputError: They are of different days, or fewer than two.
            NotFoundError: One is no longer there.
        """
        entries = [self._known(subject) for subject in dict.fromkeys(subjects)]
        if len(entries) < 2 or len({entry.day for entry in entries}) > 1:
            raise BadInputError(tr("Choose two or more lines of one day to join them."))
        day = entries[0].day.isoformat()
        in_order = self._store.reader.entries(day, day, _MOST_LINES)[::-1]
        entries.sort(key=in_order.index)
        joined = Entry(
            subject=entries[0].subject,
            day=entries[0].day,
            minutes=sum(entry.minutes for entry in entries),
            text="\n\n".join(entry.text for entry in entries if entry.text),
            links=tuple(dict.fromkeys(link for e in entries for link in e.links)),
        )
        self._check(joined, joined.links)

        def changes_in(work: UnitOfWork) -> Iterator[Change]:
            yield from _changes(work, joined)
            for entry in entries[1:]:
                yield from _forgotten(work, entry.subject)

        return self._store_changes(Label.ENTRY, changes_in)

    def split(
        self, subject: str, minutes: int, at: int | None = None
    ) -> StoredEdit | None:
        """Make a second line with so many minutes of one.

        Args:
            subject: The line.
            minutes: What the new line takes of its time.
            at: Where its text is parted: what is before stays, the rest goes into
                the new line. Both have the whole text if it is missing.

        Raises:
            BadInputError: The line has no more minutes than that, or one of the two
                would have no words.
            NotFoundError: It is no longer there.
        """
        entry = self._known(subject)
        texts = (entry.text, entry.text)
        parted = at is not None and bool(entry.text)
        if parted:
            texts = entry.text[:at].strip(), entry.text[at:].strip()
            if not all(texts):
                raise BadInputError(
                    tr(
                        "Put the text cursor between two words first: what comes after "
                        "it goes into a line of its own."
                    )
                )
        if not parted and not 0 < minutes < entry.minutes:
            sentence = tr("Split off fewer minutes than the {n} of this line.")
            raise BadInputError(sentence.format(n=entry.minutes))
        mark = stamp(self._now())
        left, name = entry.minutes - minutes, entry_subject(mark.id)
        kept = replace(entry, minutes=left, text=texts[0])
        other = replace(entry, subject=name, minutes=minutes, text=texts[1])
        self._check(kept)
        self._check(other)
        return self._store_changes(
            Label.ENTRY,
            lambda work: (*_changes(work, kept), *_changes(work, other)),
            mark,
        )

    def _put(self, label: Label, entries: Sequence[Entry]) -> StoredEdit | None:
        for entry in entries:
            old = self._known(entry.subject)
            self._check(entry, old.links)
        return self._store_changes(
            label, lambda work: [c for e in entries for c in _changes(work, e)]
        )

    def _known(self, subject: str) -> Entry:
        entry = self._store.reader.entry(subject)
        if entry is None:
            raise NotFoundError(tr("This line of the journal is no longer there."))
        return entry

    def _check(self, entry: Entry, kept: Sequence[str] = ()) -> None:
        """Refuse what cannot be stored; the links that it had are not asked about."""
        if not (entry.text or entry.minutes):
            raise BadInputError(tr("Write what you did, or how long it took."))
        if not 0 <= entry.minutes <= MOST_MINUTES:
            raise BadInputError(tr("One line holds at most 24 hours."))
        if entry.day > self.today():
            raise BadInputError(tr("A line cannot be about a day that is to come."))
        if len(entry.text) > TEXT_LENGTH or len(entry.links) > MOST_LINKS:
            sentence = tr("A line can hold {n} characters and {m} links.")
            raise BadInputError(sentence.format(n=TEXT_LENGTH, m=MOST_LINKS))
        for link in entry.links:
            if link not in kept and not self._store.reader.knows(link):
                raise NotFoundError(
                    tr("Nothing on your roadmaps is called {name}.", name=link)
                )


def _rebased(entry: Entry, shown: Entry, stored: Entry) -> Entry:
    """Return what is stored with only what the learner changed of what they saw."""
    return replace(
        stored,
        day=stored.day if entry.day == shown.day else entry.day,
        minutes=stored.minutes if entry.minutes == shown.minutes else entry.minutes,
        text=stored.text if entry.text == shown.text else entry.text,
        links=stored.links if entry.links == shown.links else entry.links,
    )


def _changes(work: UnitOfWork, entry: Entry) -> Iterator[Change]:
    """Return what must change so that an entry is stored as it is here."""
    wanted = {
        DAY: entry.day.isoformat(),
        MINUTES: str(entry.minutes) if entry.minutes else None,
        TEXT: entry.text or None,
        LINKS: "\n".join(entry.links) or None,
    }
    for field, after in wanted.items():
        before = work.values((entry.subject,), field).get(entry.subject)
        if before != after:
            yield Change(entry.subject, field, before, after)


def _forgotten(work: UnitOfWork, subject: str) -> Iterator[Change]:
    for field in (TEXT, MINUTES, LINKS, DAY):
        before = work.values((subject,), field).get(subject)
        if before is not None:
            yield Change(subject, field, before, None)
