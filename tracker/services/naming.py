"""From what a person types to the subject that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import LANE, STAGE, kind_of, slug_of
from tracker.domain.texts import nearest
from tracker.services.project_works import known_items
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.services.ports import Reader


def resolve(reader: Reader, roadmap: str, name: str) -> str:
    """Return the subject of a slug on a roadmap, or on any other of the learner's.

    Accepted are ``sql-joins``, ``sql-joins/left-join``, the last part of the latter
    where it is the only one, and each with its kind before it: ``skill:sql-joins``.

    Raises:
        NotFoundError: Nothing is called that; names the nearest slug, if any.
        BadInputError: Several things are; names them all.
    """
    others = (head.slug for head in reader.roadmaps() if head.slug != roadmap)
    names: list[str] = []
    for slug in (roadmap, *others):
        subjects = [item.subject for item in known_items(reader, slug)]
        names += map(slug_of, subjects)
        # People call a lane by its last part alone.
        names += (slug_of(s).partition("/")[2] for s in subjects if kind_of(s) == LANE)
        found = _matches(subjects, name)
        if len(found) > 1:
            sentence = tr("“{name}” may mean several things: {all}. Name one of them.")
            raise BadInputError(sentence.format(name=name, all=", ".join(found)))
        if found:
            return found[0]
    hint = nearest(name, names)
    if hint is None:
        raise NotFoundError(tr("Nothing is called “{name}”.", name=name))
    sentence = tr("Nothing is called “{name}”. Did you mean “{hint}”?")
    raise NotFoundError(sentence.format(name=name, hint=hint))


def _matches(subjects: list[str], name: str) -> list[str]:
    whole = [s for s in subjects if name in {s, slug_of(s)}]
    if whole:
        return whole
    if not name:
        return []
    return [
        s
        for s in subjects
        if kind_of(s) != STAGE and slug_of(s).rpartition("/")[2] == name
    ] or [s for s in subjects if s.startswith(f"{STAGE}:") and s.endswith(f"/{name}")]
