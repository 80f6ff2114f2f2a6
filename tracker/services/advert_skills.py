"""The skills that a kept advert asks for, one for each thing it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.fit.reader import read_posting
from tracker.services.fitting import score
from tracker.services.postings import read_postings

if TYPE_CHECKING:
    from tracker.domain.fit.vocabulary import Vocabulary
    from tracker.services.interview import Standing
    from tracker.services.ports import Reader


def advert_skills(
    reader: Reader, subject: str, standing: Standing, vocabulary: Vocabulary
) -> list[str]:
    """Return the slugs of what an advert asks for, the most needed first.

    Of alternatives it is the one that the learner has most of. Nothing for an advert
    that is no longer kept, or that names no known skill.
    """
    kept = next((p for p in read_postings(reader) if p.subject == subject), None)
    if kept is None:
        return []
    reading = read_posting(kept.text, vocabulary)
    fit = score(reading, vocabulary.titles, standing.evidence, standing.progress)
    return [] if fit is None else [term.best for term in fit.terms]
