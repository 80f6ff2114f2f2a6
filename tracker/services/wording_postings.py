"""Sentences about job adverts, the same in the window and on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import ALIASES, NEEDS, NO_ALIASES, TITLE, Label
from tracker.domain.ids import POSTING, kind_of, slug_of
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.edit import Change, Edit

    TitleOf = Callable[[str], str | None]

POSTING_LABELS = frozenset({Label.POSTING, Label.UNPOSTING, Label.TEACH})


def posting_words(edit: Edit, title_of: TitleOf) -> str:
    """Return what an edit of adverts, or of what words mean, did."""
    if edit.label == Label.TEACH:
        return _taught_words(edit, title_of)
    titles = [
        c for c in edit.changes if c.field == TITLE and kind_of(c.subject) == POSTING
    ]
    if edit.label == Label.UNPOSTING:
        title = next((c.before or "" for c in titles), "")
        one, many = "Advert “{t}” removed", "{n} adverts removed"
        return tr_n(one, many, max(len(titles), 1), t=title)
    made = [c for c in titles if c.before is None]
    if made:
        one, many = "Advert “{t}” kept", "{n} adverts kept"
        return tr_n(one, many, len(made), t=made[0].after or "")
    first = edit.changes[0]
    title = title_of(first.subject) or slug_of(first.subject)
    if first.field == NEEDS:
        return tr("What “{t}” asks for put right", t=title)
    return tr("Advert “{t}” changed", t=title)


def _taught_words(edit: Edit, title_of: TitleOf) -> str:
    for change in edit.changes:
        skill = title_of(change.subject) or slug_of(change.subject)
        new, gone = _lines(change)
        for field, name, sentence in (
            (ALIASES, new, tr("“{name}” means “{skill}” from now on")),
            (NO_ALIASES, new, tr("“{name}” no longer means “{skill}”")),
            (ALIASES, gone, tr("“{name}” for “{skill}” forgotten")),
            (NO_ALIASES, gone, tr("“{name}” may mean “{skill}” again")),
        ):
            if change.field == field and name:
                return sentence.format(name=name[0], skill=skill)
    return tr("What words in adverts mean was changed")


def _lines(change: Change) -> tuple[list[str], list[str]]:
    before, after = (text or "" for text in (change.before, change.after))
    old, new = before.splitlines(), after.splitlines()
    return [n for n in new if n not in old], [n for n in old if n not in new]
