"""Use cases of the profile: what a learner says of themselves, field by field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.domain.edit import Change, Label
from tracker.domain.errors import BadInputError
from tracker.domain.profile import (
    EMAIL,
    FIELDS,
    HEADLINE,
    HOME,
    LINKS,
    NAME,
    PROFILE,
    SUMMARY,
    profile_from,
)
from tracker.domain.texts import cleaned
from tracker.services.editing import Editing
from tracker.services.proof_rules import good_address
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tracker.domain.edit import StoredEdit
    from tracker.domain.profile import Profile
    from tracker.services.ports import Reader, UnitOfWork

OLD_NAME = "name"  # the setting that held the name before there was a profile
LONGEST = 120  # characters of a name, headline or place
LONGEST_SUMMARY = 5_000  # characters
MOST_LINKS = 8
_LONGEST_EMAIL = 254  # RFC 5321
# One that any program takes: letters, digits and a few signs, and a host with a dot.
_EMAIL = re.compile(
    r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9-]*[A-Za-z0-9]"
)


class Profiles(Editing):
    """The one profile of the learner."""

    def profile(self) -> Profile:
        """Return what is stored."""
        return read_profile(self._store.reader)

    def change(self, fields: Mapping[str, str]) -> StoredEdit | None:
        """Store some fields, all in one action; an empty text takes one away.

        Args:
            fields: Texts by field, see `tracker.domain.profile.FIELDS`. Addresses of
                the web stand with blanks or line ends between them.

        Raises:
            BadInputError: One is no such thing, or too long; nothing was changed.
        """
        wanted = {field: checked(field, text) for field, text in fields.items()}
        old_name = self._store.reader.setting(OLD_NAME) or ""

        def changes_in(work: UnitOfWork) -> Iterator[Change]:
            for field, text in wanted.items():
                before = work.values((PROFILE,), field).get(PROFILE)
                # An empty fact tells that a name of old does not count any more.
                hides = field == NAME and bool(old_name)
                after = text if text or hides else None
                shown = old_name if field == NAME and before is None else before
                if (shown or "") != text:
                    yield Change(PROFILE, field, before, after)

        return self._store_changes(Label.PROFILE, changes_in)


def checked(field: str, text: str) -> str:
    """Return a field as it is kept.

    Raises:
        BadInputError: It is no such thing, or too long.
    """
    text = cleaned(text).strip()
    if field == SUMMARY:
        _refuse_longer(text, LONGEST_SUMMARY, tr("The summary"))
        return text
    if field == LINKS:
        links = list(dict.fromkeys(text.split()))
        if len(links) > MOST_LINKS:
            sentence = tr("{n} web addresses are enough; these are {m}.")
            raise BadInputError(sentence.format(n=MOST_LINKS, m=len(links)))
        return "\n".join(map(good_address, links))
    text = " ".join(text.split())
    if field == EMAIL:
        return _good_email(text)
    names = {NAME: tr("The name"), HEADLINE: tr("The headline"), HOME: tr("The place")}
    _refuse_longer(text, LONGEST, names[field])
    return text


def read_profile(reader: Reader) -> Profile:
    """Return what a learner says of themselves."""
    facts = {f: reader.all_values(f).get(PROFILE) for f in FIELDS}
    if facts[NAME] is None:
        facts[NAME] = reader.setting(OLD_NAME)
    return profile_from({field: text for field, text in facts.items() if text})


def _good_email(text: str) -> str:
    _refuse_longer(text, _LONGEST_EMAIL, tr("The e-mail address"))
    if text and not _EMAIL.fullmatch(text):
        sentence = tr(
            "“{text}” is not an e-mail address that every program reads; one looks "
            "like me@example.org."
        )
        raise BadInputError(sentence.format(text=text[:80]))
    return text


def _refuse_longer(text: str, most: int, what: str) -> None:
    if len(text) > most:
        sentence = tr("{what} can have {n} characters; this one has {m}.")
        raise BadInputError(sentence.format(what=what, n=most, m=len(text)))
