"""Job adverts against what a learner can do: the names to look for, and the score."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.fit.scoring import fit_of
from tracker.domain.fit.vocabulary import Vocabulary
from tracker.services.grades import grades_of
from tracker.services.teaching import learned_names, refused_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.fit.reading import Reading
    from tracker.domain.fit.scoring import Fit
    from tracker.domain.progress import Progress
    from tracker.domain.proof import Evidence
    from tracker.services.ports import Reader


class SkillNames(NamedTuple):
    """All that a vocabulary is made of, read from a data file."""

    skills: Mapping[str, tuple[str, ...]]
    learned: Mapping[str, tuple[str, ...]]
    refused: frozenset[tuple[str, str]]

    @classmethod
    def read(cls, reader: Reader) -> SkillNames:
        """Return the names of every skill, and what the learner corrected."""
        return cls(reader.names(), learned_names(reader), refused_names(reader))

    def vocabulary(self) -> Vocabulary:
        """Return them ready to be found, which takes some hundredths of a second."""
        skills = ((slug, names[0], names[1:]) for slug, names in self.skills.items())
        return Vocabulary.of(skills, self.learned, self.refused)


def vocabulary_of(reader: Reader) -> Vocabulary:
    """Return the names of every skill that is known, with a learner's corrections.

    Keep it as long as neither the roadmaps nor the corrections change.
    """
    return SkillNames.read(reader).vocabulary()


def score(
    reading: Reading,
    titles: Mapping[str, str],
    evidence: Evidence,
    progress: Progress,
) -> Fit | None:
    """Return how well a learner fits an advert, ``None`` if it names no known skill.

    Args:
        reading: What was read in the advert.
        titles: The title of each skill by its slug, as `Vocabulary.titles`.
        evidence: What grades follow from.
        progress: The states.
    """
    return fit_of(reading, titles, *grades_of(evidence, progress))
