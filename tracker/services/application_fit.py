"""How well a learner fits a kept advert today, as applications ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.edit import ALIASES, NO_ALIASES
from tracker.domain.fit.reader import read_posting
from tracker.services.evidence import read_evidence
from tracker.services.fitting import vocabulary_of
from tracker.services.postings import read_postings
from tracker.services.scores import sheet_of, standing_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.fit.reading import Reading
    from tracker.domain.fit.vocabulary import Vocabulary
    from tracker.domain.posting import Posting
    from tracker.domain.progress import Progress
    from tracker.domain.proof import Evidence
    from tracker.domain.readiness import Readiness
    from tracker.services.ports import Reader

    # What names follow from: the content, and what a learner taught.
    Names = tuple[tuple[str, ...], dict[str, str], dict[str, str]]


class Standing(NamedTuple):
    """What grades follow from."""

    evidence: Evidence
    progress: Progress


def stored_standing(reader: Reader) -> Standing:
    """Return what is stored, for whoever does not keep it current."""
    progress = reader.progress()
    return Standing(read_evidence(reader, progress), progress)


class AdvertFit:
    """Returns a fit by the subject of an advert.

    The vocabulary, which takes some hundredths of a second, is kept until names change,
    and what was read in an advert until its text does.
    """

    def __init__(
        self, reader: Reader, standing: Callable[[], Standing] | None = None
    ) -> None:
        """Read adverts from ``reader``; ``standing`` tells what a learner has."""
        self._reader = reader
        self._standing = standing or (lambda: stored_standing(reader))
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
        evidence, progress = self._standing()
        standing = standing_of(evidence, progress)
        titles = vocabulary.titles

        def title_of(skill: str) -> str:
            return titles.get(skill, skill)

        return sheet_of(found, reading, standing, title_of).fit

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
