"""The names that are looked for in job adverts, with what a learner taught."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.fit.vocabulary import Vocabulary
from tracker.services.teaching import learned_names, refused_names

if TYPE_CHECKING:
    from collections.abc import Mapping

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
