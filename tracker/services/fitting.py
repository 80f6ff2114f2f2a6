"""Job adverts against what a learner can do: the names to look for, and the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import ALIASES, NO_ALIASES, State
from tracker.domain.fit.scoring import fit_of
from tracker.domain.fit.vocabulary import Vocabulary
from tracker.domain.ids import SKILL, kind_of, skill_subject, slug_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.fit.reading import Reading
    from tracker.domain.fit.scoring import Fit
    from tracker.domain.progress import Progress
    from tracker.domain.proof import Evidence
    from tracker.services.ports import Reader


def vocabulary_of(reader: Reader) -> Vocabulary:
    """Return the names of every skill that is known, with a learner's corrections.

    It takes some hundredths of a second, so keep it as long as neither the roadmaps nor
    the corrections change.
    """
    skills = [(slug, names[0], names[1:]) for slug, names in reader.names().items()]
    taught = _by_skill(reader.all_values(ALIASES))
    refused = _by_skill(reader.all_values(NO_ALIASES))
    pairs = {(slug, name) for slug, names in refused.items() for name in names}
    return Vocabulary.of(skills, taught, pairs)


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
    return fit_of(
        reading,
        titles,
        lambda slug: evidence.grade(skill_subject(slug), progress),
        lambda slug: progress.state(skill_subject(slug)) is State.LEARNING,
    )


def _by_skill(values: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the lines of a field by the slug of each skill that has one."""
    return {
        slug_of(subject): text.splitlines()
        for subject, text in values.items()
        if kind_of(subject) == SKILL
    }
