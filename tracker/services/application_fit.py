"""How well a learner fits a kept advert today, as applications ask for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.edit import ALIASES, NO_ALIASES
from tracker.domain.fit.reader import read_posting
from tracker.services.grades import grades_of, stored_grounds
from tracker.services.postings import find_posting
from tracker.services.scores import sheet_of
from tracker.services.skill_names import SkillNames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tracker.domain.fit.reading import Reading
    from tracker.domain.fit.vocabulary import Vocabulary
    from tracker.domain.posting import Posting
    from tracker.domain.readiness import Readiness
    from tracker.services.grades import Grounds
    from tracker.services.ports import Reader

    # What names follow from: the content, and what a learner taught.
    Sources = tuple[tuple[str, ...], dict[str, str], dict[str, str]]


class ReadAdverts(NamedTuple):
    """What was read in some adverts.

    Attributes:
        sources: What the vocabulary was made of.
        readings: Text and reading by the subject of an advert.
    """

    sources: Sources
    vocabulary: Vocabulary
    readings: dict[str, tuple[str, Reading]]


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
        self._vocabulary: tuple[Sources, Vocabulary] | None = None
        self._read: dict[str, tuple[str, Reading]] = {}
        self._postings: tuple[int, dict[str, Posting | None]] = (-1, {})

    def __call__(self, posting: str) -> Readiness | None:
        """Return the fit of today; ``None`` where it names no known skill, or is gone.

        Raises:
            StorageError: The data file cannot be read just now.
        """
        found = self._posting(posting)
        if found is None:
            return None
        while work := self.missing([posting]):  # again if words changed meanwhile
            self.take(work())
        assert self._vocabulary is not None  # noqa: S101  # nothing is missing now
        reading, grades = self._read[posting][1], grades_of(*self._grounds())
        return sheet_of(found, reading, grades, self._vocabulary[1].title_of).fit

    def missing(self, postings: Iterable[str]) -> Callable[[], ReadAdverts] | None:
        """Return the slow part of reading some adverts, ``None`` if that was done.

        It touches no data file, so any thread may run it; `take` takes what it returns.

        Raises:
            StorageError: The data file cannot be read just now.
        """
        sources, known = self._sources(), self._vocabulary
        if known is not None and known[0] != sources:
            known = None
        kept = {p: self._posting(p) for p in postings}
        texts = {p: each.text for p, each in kept.items() if each is not None}
        if known is not None:
            texts = {p: t for p, t in texts.items() if self._read.get(p, ("",))[0] != t}
        if not texts:
            return None
        make = (
            SkillNames.read(self._reader).vocabulary
            if known is None
            else lambda: known[1]
        )
        return partial(_read_all, sources, make, texts)

    def take(self, found: ReadAdverts) -> None:
        """Take in what was read, unless words mean something else by now."""
        if found.sources != self._sources():
            return
        if self._vocabulary is None or self._vocabulary[0] != found.sources:
            self._vocabulary = found.sources, found.vocabulary
            self._read.clear()
        self._read |= found.readings

    def skills(self, posting: str) -> list[str]:
        """Return the slugs that an advert asks for; of alternatives the best one."""
        fit = self(posting)
        return [] if fit is None else [term.best for term in fit.terms]

    def _posting(self, subject: str) -> Posting | None:
        """Return an advert, read again after any edit; ``None`` if it is gone."""
        last = self._reader.last_seq()
        if self._postings[0] != last:
            self._postings = last, {}
        known = self._postings[1]
        if subject not in known:
            known[subject] = find_posting(self._reader, subject)
        return known[subject]

    def _sources(self) -> Sources:
        """Return what the vocabulary is made of, as it is now."""
        reader = self._reader
        digests = tuple(head.digest for head in reader.roadmaps())
        content = (reader.setting("bundled") or "", *digests)
        return content, reader.all_values(ALIASES), reader.all_values(NO_ALIASES)


def _read_all(
    sources: Sources, make: Callable[[], Vocabulary], texts: Mapping[str, str]
) -> ReadAdverts:
    vocabulary = make()
    readings = {p: (text, read_posting(text, vocabulary)) for p, text in texts.items()}
    return ReadAdverts(sources, vocabulary, readings)
