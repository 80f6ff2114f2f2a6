"""What a line of the journal may be about, to be searched and chosen from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.ids import MILESTONE, PROJECT, SKILL, kind_of, parent_of
from tracker.services.project_works import known_items
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.services.ports import Reader


class Choice(NamedTuple):
    """Something to choose.

    Attributes:
        subject: What it stands for.
        title: What it is called.
        kind: What it is, in words.
        detail: What tells it from others, empty for most.
    """

    subject: str
    title: str
    kind: str
    detail: str = ""


def link_choices(reader: Reader, roadmap: str) -> list[Choice]:
    """Return every skill, project and milestone that a tag can name."""
    items = known_items(reader, roadmap)
    titles = {item.subject: item.title for item in items}
    return [
        choice
        for item in items
        if (choice := _choice(item.subject, item.title, titles)) is not None
    ]


def logged_choices(reader: Reader) -> list[Choice]:
    """Return everything that lines of the journal are about, by title."""
    logged = reader.logged()
    titles = {subject: reader.title(subject) or subject for subject in logged}
    for subject in logged:
        parent = parent_of(subject)
        if parent is not None and parent not in titles:
            titles[parent] = reader.title(parent) or parent
    return _by_title(_choice(each, titles[each], titles) for each in logged)


def _by_title(choices: Iterable[Choice | None]) -> list[Choice]:
    known = [choice for choice in choices if choice is not None]
    return sorted(known, key=lambda choice: (choice.title.casefold(), choice.subject))


def _choice(subject: str, title: str, titles: dict[str, str]) -> Choice | None:
    kinds = {
        SKILL: tr("Skill"),
        PROJECT: tr("Project"),
        MILESTONE: tr("Milestone"),
    }
    kind = kinds.get(kind_of(subject))
    if kind is None:
        return None
    return Choice(subject, title, kind, titles.get(parent_of(subject) or "", ""))
