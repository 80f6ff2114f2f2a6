"""Job adverts against what a learner can do: the names to look for, and the score."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.domain.fit.scoring import fit_of
from tracker.domain.fit.vocabulary import Vocabulary
from tracker.services.grades import grades_of
from tracker.services.teaching import learned_names, refused_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    return vocabulary_to_make(reader)()


def vocabulary_to_make(reader: Reader) -> Callable[[], Vocabulary]:
    """Return what makes the vocabulary: the slow part, which needs no data file."""
    skills = [(slug, names[0], names[1:]) for slug, names in reader.names().items()]
    learned, refused = learned_names(reader), refused_names(reader)
    return partial(Vocabulary.of, skills, learned, refused)


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
