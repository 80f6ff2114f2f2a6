"""From the tags of a quick log to what stands on the learner's roadmap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.ids import PROJECT, SKILL, kind_of, slug_of
from tracker.domain.quick_log import TagNames
from tracker.services.project_works import known_items

if TYPE_CHECKING:
    from tracker.services.ports import Reader


def tag_names(reader: Reader, roadmap: str) -> TagNames:
    """Return the skills and projects of a roadmap by slug and by title.

    A title is written with hyphens for blanks: ``#unit-tests`` is "Unit tests".
    """
    named: dict[str, dict[str, str]] = {SKILL: {}, PROJECT: {}}
    for item in known_items(reader, roadmap):
        tags = named.get(kind_of(item.subject))
        if tags is not None:
            tags.setdefault("-".join(item.title.casefold().split()), item.subject)
            tags[slug_of(item.subject)] = item.subject
    return TagNames(skills=named[SKILL], projects=named[PROJECT])
