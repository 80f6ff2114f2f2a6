"""How well a learner fits a kept advert today, as applications ask for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.domain.edit import ALIASES, NO_ALIASES
from tracker.domain.fit.reader import read_posting
from tracker.services.fitting import vocabulary_of
from tracker.services.grades import grades_of, stored_grounds
from tracker.services.postings import read_postings
from tracker.services.scores import sheet_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.fit.reading import Reading
    from tracker.domain.fit.vocabulary import Vocabulary
    from tracker.domain.posting import Posting
    from tracker.domain.readiness import Readiness
    from tracker.services.grades import Grounds
    from tracker.services.ports import Reader

    # What names follow from: the content, and what a learner taught.
    Names = tuple[tuple[str, ...], dict[str, str], dict[str, str]]


class AdvertFit:
    """Returns a fit by the subject of an advert.

    The vocabulary, which takes some hundredths of a second, is kept until names change,
    and what was read in an advert until its text does.
    """

    def __init__(
        self, reader: Reader, grounds: Callable[[], Grounds] | None = None
    ) -> None:
        """Read adverts from ``reader``; ``grounds`` is asked for each fit.

        Without it, what is stored is read each time.
        """
        self._reader = reader
        self._grounds = grounds or partial(stored_grounds, reader)
        self._vocabulary: tuple[Names, Vocabulary] | None = None
        self._read: dict[str, tuple[str, Reading]] = {}
        self._postings: tuple[int, dict[str, Posting]] = (-1, {})

    def __call__(self, posting: str) -> Readiness | None:
        """Return the fit of today; ``None`` where it names no known skill, or is gone.

        Raises:
            StorageError: The data file cannot be read just now.
        """
        found = self._kept().get(posting)
        if found is None:
            return None
        vocabulary = self._names()
        text, reading = self._read.get(posting, ("", None))
        if reading is None or text != found.text:
            reading = read_posting(found.text, vocabulary)
            self._read[posting] = found.text, reading
        grades = grades_of(*self._grounds())
        titles = vocabulary.titles

        def title_of(skill: str) -> str:
            return titles.get(skill, skill)

        return sheet_of(found, reading, grades, title_of).fit

    def skills(self, posting: str) -> list[str]:
        """Return the slugs that an advert asks for; of alternatives the best one."""
        fit = self(posting)
        return [] if fit is None else [term.best for term in fit.terms]

    def _kept(self) -> dict[str, Posting]:
        """Return all adverts, read again after any edit."""
        last = self._reader.last_seq()
        if self._postings[0] != last:
            self._postings = last, {p.subject: p for p in read_postings(self._reader)}
        return self._postings[1]

    def _names(self) -> Vocabulary:
        """Return the vocabulary, built anew where names have changed."""
        reader = self._reader
        digests = tuple(head.digest for head in reader.roadmaps())
        content = (reader.setting("bundled") or "", *digests)
        names = content, reader.all_values(ALIASES), reader.all_values(NO_ALIASES)
        if self._vocabulary is None or self._vocabulary[0] != names:
            self._vocabulary = names, vocabulary_of(reader)
            self._read.clear()
        return self._vocabulary[1]
