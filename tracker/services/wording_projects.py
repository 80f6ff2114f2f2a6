"""Sentences about edits of projects, milestones and steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import (
    ARCHIVED,
    BRIEF,
    DONE_ON,
    DUE,
    ORDER,
    REPOSITORY,
    SKILLS,
    STAGE_FIELD,
    START,
    TITLE,
    Label,
)
from tracker.domain.ids import PROJECT, kind_of, parent_of, slug_of
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.edit import Change, Edit

PROJECT_LABELS = frozenset({Label.CREATE, Label.PROJECT, Label.REMOVE, Label.RESTORE})


def project_words(edit: Edit, title_of: Callable[[str], str | None]) -> str:
    """Return what an edit did to a project or a part of it."""
    asked = edit.changes[0]
    named = asked.after or asked.before if asked.field == TITLE else None
    title = named or title_of(asked.subject) or slug_of(asked.subject)
    if edit.label != Label.PROJECT:
        sentences = {
            Label.CREATE: tr("Project “{t}” made", t=title),
            Label.REMOVE: tr("“{t}” removed", t=title),
        }
        back = tr("“{t}” brought back", t=title)
        return sentences.get(Label(edit.label), back)
    if asked.field == TITLE:
        return _titled(asked, title, title_of)
    return _changed(asked, title)


def _titled(change: Change, title: str, title_of: Callable[[str], str | None]) -> str:
    parent = parent_of(change.subject)
    if change.before is None and parent is not None and change.after is not None:
        above = title_of(parent) or slug_of(parent)
        return tr("“{t}” added to “{p}”", t=title, p=above)
    return tr("Renamed to “{t}”", t=title)


def _changed(change: Change, title: str) -> str:
    if change.after is None:
        gone = {
            START: tr("“{t}” has no first day now", t=title),
            DUE: tr("“{t}” is due on no day now", t=title),
            REPOSITORY: tr("“{t}” has no repository now", t=title),
            STAGE_FIELD: tr("“{t}” stands in no stage now", t=title),
            ARCHIVED: tr("“{t}” is back from the archive", t=title),
        }
        if change.field in gone:
            return gone[change.field]
    day = change.after or ""
    order = tr("Steps of “{t}” put in order", t=title)
    if kind_of(change.subject) == PROJECT:
        order = tr("Milestones of “{t}” put in order", t=title)
    sentences = {
        START: tr("“{t}” begins on {day}", t=title, day=day),
        DUE: tr("“{t}” is due on {day}", t=title, day=day),
        DONE_ON: tr("“{t}” was finished on {day}", t=title, day=day),
        ARCHIVED: tr("“{t}” archived", t=title),
        ORDER: order,
        BRIEF: tr("Brief of “{t}” changed", t=title),
        SKILLS: tr("Skills of “{t}” changed", t=title),
        REPOSITORY: tr("Repository of “{t}” set", t=title),
        STAGE_FIELD: tr("“{t}” put into a stage", t=title),
    }
    return sentences.get(change.field, tr("Change of “{t}”", t=title))
