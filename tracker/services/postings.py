"""Use cases of postings: keep job adverts, change what is said of one, remove some."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from tracker.domain.edit import (
    ADDRESS,
    COMPANY,
    DAY,
    NEEDS,
    PLACE,
    TEXT,
    TITLE,
    Change,
    Edit,
    Label,
)
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import POSTING, kind_of
from tracker.domain.posting import (
    FIELDS,
    NEED_WORDS,
    Posting,
    needs_text,
    postings_from,
)
from tracker.domain.texts import cleaned
from tracker.services.editing import Editing, changed, removal, the_one
from tracker.services.stamps import stamp
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from tracker.domain.edit import StoredEdit
    from tracker.services.ports import Reader

LONGEST_TEXT = 200_000  # characters of an advert
LEFT_OUT = "\n[…]"  # ends a text of which the rest is left out
_TYPESET = re.compile(
    r"[\ufb00-\ufb06\uff03\uff0b\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
)
_MARKS = " \t#*_=-–—:|"  # around a heading
_LONGEST = 200  # characters of a title, company or place
_CHANGED = (TITLE, COMPANY, PLACE, ADDRESS)  # what a learner may put right


class NewPosting(NamedTuple):
    """An advert that is not kept yet; without a title, its first line is one."""

    text: str
    title: str = ""
    company: str = ""
    place: str = ""
    address: str = ""


def whole_letters(text: str) -> str:
    """Return text whose letters are those that people type.

    Typeset text has one sign for two letters ("ﬂ"), and letters as wide as Chinese
    ones (ＰＨＰ); no name would be found in them. Other signs, such as ™ or ½, stay:
    Unicode's own form (NFKC, Unicode Standard Annex 15) would make letters of them.
    """
    return _TYPESET.sub(lambda sign: normalize("NFKC", sign[0]), text)


def cut(text: str, *, more: bool = False) -> str:
    """Return a text as long as can be kept; its end says what is left out.

    Args:
        text: The text, as long as it is.
        more: Whether something of it is left out already.
    """
    text = text.strip()
    if len(text) <= LONGEST_TEXT and not more:
        return text
    return text[: LONGEST_TEXT - len(LEFT_OUT)].rstrip() + LEFT_OUT


class Kept(NamedTuple):
    """What became of some adverts.

    Attributes:
        stored: The edit; ``None`` where every one of them was there already.
        subjects: What each of them is called, in their order.
        known: How many were there already, or came twice.
    """

    stored: StoredEdit | None
    subjects: tuple[str, ...]
    known: int


class Postings(Editing):
    """The job adverts that a learner keeps."""

    def add(  # what an advert says of itself
        self,
        text: str,
        title: str = "",
        *,
        company: str = "",
        place: str = "",
        address: str = "",
    ) -> StoredEdit:
        """Keep an advert, also if the same text is there already.

        Raises:
            BadInputError: There is no text, or too much of it.
        """
        now = self._now()
        advert = _checked(NewPosting(text, title, company, place, address))
        return self._put(now, zip(_new_names(now, 1), [advert], strict=True))

    def add_all(self, adverts: Sequence[NewPosting]) -> Kept:
        """Keep several adverts in one action; each text once.

        Raises:
            BadInputError: One has no text, or too much of it; none was kept.
        """
        now, there = self._now(), _texts(self._store.reader)
        wanted = [_checked(advert) for advert in adverts]
        fresh = {a.text: a for a in reversed(wanted) if a.text not in there}
        names = _new_names(now, len(fresh))
        there |= dict(zip(reversed(fresh), names, strict=True))
        named = [(there[text], fresh[text]) for text in reversed(fresh)]
        stored = self._put(now, named) if named else None
        subjects = tuple(there[advert.text] for advert in wanted)
        return Kept(stored, subjects, len(wanted) - len(fresh))

    def change(self, subject: str, **fields: str) -> StoredEdit | None:
        """Put right the title, company, place or address of an advert.

        Raises:
            NotFoundError: It is no longer there.
            BadInputError: The title would be empty.
        """
        wanted = {field: _line(text) for field, text in fields.items()}
        if not wanted.keys() <= set(_CHANGED):
            raise ValueError(sorted(wanted))
        self.posting(subject)
        if wanted.get(TITLE) == "":
            raise BadInputError(tr("A title cannot be empty; the old one was kept."))
        return self._change(subject, wanted)

    def set_need(
        self, subject: str, skills: Iterable[str], need: str
    ) -> StoredEdit | None:
        """Put right how much an advert needs a skill, or some of which one is enough.

        Args:
            subject: The advert.
            skills: Their slugs.
            need: One of `NEED_WORDS`; empty goes back to what was read.

        Raises:
            NotFoundError: The advert is no longer there.
        """
        if need not in {"", *NEED_WORDS}:
            raise ValueError(need)
        needs = {**self.posting(subject).needs, **dict.fromkeys(skills, need)}
        kept = {each: word for each, word in needs.items() if word}
        return self._change(subject, {NEEDS: needs_text(kept)})

    def remove(self, *subjects: str) -> StoredEdit | None:
        """Take adverts away in one action; undo brings them back.

        Raises:
            NotFoundError: One is no longer there.
        """
        for subject in subjects:
            self.posting(subject)
        return self._store_changes(
            Label.UNPOSTING,
            lambda work: [c for s in subjects for c in removal(work, s, FIELDS)],
        )

    def all(self) -> tuple[Posting, ...]:
        """Return every advert, the newest first."""
        return read_postings(self._store.reader)

    def posting(self, subject: str) -> Posting:
        """Return one advert.

        Raises:
            NotFoundError: It is no longer there.
        """
        found = find_posting(self._store.reader, subject)
        if found is None:
            raise NotFoundError(tr("This advert is no longer there."))
        return found

    def named(self, end: str) -> Posting:
        """Return the advert whose name ends so, as lists on the terminal show it.

        Raises:
            NotFoundError: There is none.
            BadInputError: There are several.
        """
        wanted = end.strip().lower()
        found = [p for p in self.all() if wanted and p.subject.endswith(wanted)]
        none = tr("Name an advert; “milepost postings” lists them.")
        if wanted:
            none = tr(
                "No advert is called {end}. “milepost postings” lists them.", end=end
            )
        several = tr("Several adverts end in {end}; give more of it.", end=end)
        return the_one(found, none, several)

    def _put(
        self, now: datetime, adverts: Iterable[tuple[str, NewPosting]]
    ) -> StoredEdit:
        changes: list[Change] = []
        for subject, advert in adverts:
            values = {
                TITLE: _line(advert.title) or _first_line(advert.text),
                TEXT: advert.text,
                COMPANY: _line(advert.company),
                PLACE: _line(advert.place),
                ADDRESS: _line(advert.address),
                DAY: now.date().isoformat(),
            }
            changes += [Change(subject, f, None, v) for f, v in values.items() if v]
        return self._append(Edit(Label.POSTING, tuple(changes)), stamp(now))

    def _change(self, subject: str, wanted: Mapping[str, str]) -> StoredEdit | None:
        return self._store_changes(
            Label.POSTING, lambda work: changed(work, subject, wanted)
        )


def read_postings(reader: Reader) -> tuple[Posting, ...]:
    """Return every advert that is kept, the newest first."""
    facts = {field: reader.all_values(field) for field in FIELDS}
    return tuple(postings_from(facts))[::-1]


def find_posting(reader: Reader, subject: str) -> Posting | None:
    """Return one advert, if it is kept."""
    facts = {field: reader.values((subject,), field) for field in FIELDS}
    return next(postings_from(facts), None)


def _texts(reader: Reader) -> dict[str, str]:
    """Return what is kept already, by its text; the newest where it is there twice."""
    found = sorted(reader.all_values(TEXT).items())
    return {text: s for s, text in found if kind_of(s) == POSTING}


def _new_names(now: datetime, number: int) -> list[str]:
    """Return so many names; the first is the newest, as lists show them."""
    ids = (stamp(now).id for _ in range(number))
    return sorted((f"{POSTING}:{each}" for each in ids), reverse=True)


def _checked(advert: NewPosting) -> NewPosting:
    text = whole_letters(cleaned(advert.text)).strip()
    if not text:
        raise BadInputError(tr("This advert has no text; nothing was kept."))
    if len(text) > LONGEST_TEXT:
        sentence = tr("An advert can have {n} characters; this one has {m}.")
        raise BadInputError(sentence.format(n=LONGEST_TEXT, m=len(text)))
    return advert._replace(text=text)


def _first_line(text: str) -> str:
    """Return the first line without the marks of a heading or a list."""
    first = text.partition("\n")[0]
    return _line(first.strip(_MARKS)) or _line(first)


def _line(text: str) -> str:
    line = " ".join(cleaned(text).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
