"""From the tags of a quick log to what stands on the learner's roadmap."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from tracker.domain.edit import REMOVED, TITLE
from tracker.domain.ids import MILESTONE, PROJECT, SKILL, kind_of, slug_of
from tracker.domain.quick_log import TagNames

if TYPE_CHECKING:
    from tracker.services.ports import Reader

_MOST_OFFERED = 8
_NEAR = 0.6  # of 1: how alike a tag must be to be suggested


def tag_names(reader: Reader, roadmap: str) -> TagNames:
    """Return the skills, projects and milestones of a learner by slug and by title.

    A title is written with hyphens for blanks: ``#unit-tests`` is "Unit tests".
    """
    named: dict[str, dict[str, str]] = {SKILL: {}, PROJECT: {}, MILESTONE: {}}
    titles = {item.subject: item.title for item in reader.items(roadmap)}
    removed = reader.all_values(REMOVED)
    titles |= reader.all_values(TITLE)  # the learner's own, and their names for others
    for subject, title in titles.items():
        tags = named.get(kind_of(subject))
        if tags is None or subject in removed:
            continue
        slug, tag = slug_of(subject), _hyphenated(title)
        if kind_of(subject) == MILESTONE:
            tag = f"{slug.partition('/')[0]}/{tag}"
        tags.setdefault(tag, subject)
        tags[slug] = subject
    return TagNames(named[SKILL], named[PROJECT], named[MILESTONE])


def offered(names: TagNames, typed: str) -> list[tuple[str, str]]:
    """Return (tag, subject) of what a half-typed tag with its mark may become.

    Beginnings come before words inside; each subject once, by its shortest tag.
    """
    mark, stem = typed[:1], typed[1:].casefold()
    tables = [names.skills] if mark in {"#", "＃"} else [names.projects]
    if tables[0] is names.projects and ("/" in stem or stem in names.projects):
        tables.append(names.milestones)
    found: dict[str, tuple[bool, int, str]] = {}
    for tag, subject in ((t, s) for table in tables for t, s in table.items()):
        if stem in tag:
            rank = (not tag.startswith(stem), len(tag), tag)
            found[subject] = min(rank, found.get(subject, rank))
    best = sorted((rank, subject) for subject, rank in found.items())
    return [(mark + rank[2], subject) for rank, subject in best[:_MOST_OFFERED]]


def suggested(names: TagNames, typed: str) -> str | None:
    """Return the subject that a tag nobody knows may have meant, if one is near."""
    mark, stem = typed[:1], typed[1:].casefold()
    tables = [names.skills, names.projects, names.milestones]
    if mark not in {"#", "＃"}:
        tables.reverse()
        if "/" not in stem:
            tables = [names.projects, names.skills]
    for table in tables:
        near = get_close_matches(stem, table, 1, _NEAR)
        if near:
            return table[near[0]]
    return None


def tag_of(subject: str) -> str:
    """Return the tag that means a skill, project or milestone."""
    mark = "#" if kind_of(subject) == SKILL else "@"
    return f"{mark}{slug_of(subject)}"


def _hyphenated(title: str) -> str:
    return "-".join(title.casefold().replace("/", "-").split())
