"""What the palette offers: actions, what is on the road, and what can be read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.domain.edit import COMPANY, TITLE
from tracker.domain.ids import LANE, POSTING, PROJECT, SKILL, STAGE, kind_of
from tracker.domain.reference import ADVERT, LEVEL, ROLE, SOURCE
from tracker.services.project_works import known_items
from tracker.services.wording import state_name
from tracker.ui.palette import Entry, Palette
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.app.journeying import Journeying


def show_palette(journeying: Journeying, recent: Sequence[str]) -> Palette:
    """Let the learner search and run; return what tells of what is run."""
    entries = [
        *_actions(journeying),
        *_content(journeying),
        *_references(journeying),
        *_applications(journeying),
        *_adverts(journeying),
    ]
    palette = Palette(journeying.window, entries, recent)
    palette.open()  # no event loop of its own: the window may be closed under it
    return palette


def _actions(journeying: Journeying) -> Iterator[Entry]:
    for name, action in journeying.actions.items():
        if name == "palette":
            continue
        title = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        keys = action.shortcut()
        yield Entry(
            kind=tr("Action"),
            title=title,
            detail="",
            shortcut=keys.toString(keys.SequenceFormat.NativeText),
            icon="command",
            run=action.trigger,
        )


def _references(journeying: Journeying) -> Iterator[Entry]:
    names = {
        LEVEL: tr("Level"),
        ROLE: tr("Role"),
        SOURCE: tr("Source"),
        ADVERT: tr("Advert"),
    }
    for head in journeying.current.reader.references():
        yield Entry(
            kind=names.get(head.kind, tr("Guide")),
            title=head.title,
            detail=head.section,
            shortcut="",
            icon="book",
            run=partial(journeying.open_page, head.subject),
        )


def _adverts(journeying: Journeying) -> Iterator[Entry]:
    """Offer the job adverts that are kept; the journal's search finds their words."""
    reader = journeying.current.reader
    companies = reader.all_values(COMPANY)
    for subject, title in sorted(reader.all_values(TITLE).items(), reverse=True):
        if kind_of(subject) == POSTING:
            yield Entry(
                kind=tr("My advert"),
                title=title,
                detail=companies.get(subject, ""),
                shortcut="",
                icon="briefcase",
                run=partial(journeying.go_to, subject),
            )


def _applications(journeying: Journeying) -> Iterator[Entry]:
    from tracker.services.applications import read_applications
    from tracker.services.wording_applications import phase_name

    for each in read_applications(journeying.current.reader):
        yield Entry(
            kind=tr("Application"),
            title=each.name,
            detail=phase_name(each.phase),
            shortcut="",
            icon="flag",
            run=partial(journeying.go_to, each.subject),
        )


def _content(journeying: Journeying) -> Iterator[Entry]:
    journey = journeying.current.journey
    if journey is None:
        return
    reader = journeying.current.reader
    for item in known_items(reader, journey.outline.slug):
        kind = kind_of(item.subject)
        if kind not in {SKILL, PROJECT, STAGE, LANE}:
            continue
        where = tr("Stage {n}", n=item.stage + 1) if item.stage >= 0 else ""
        names = {
            SKILL: tr("Skill"),
            PROJECT: tr("Project"),
            STAGE: where,
            LANE: tr("Lane"),
        }
        state = (
            ""
            if kind in {STAGE, LANE}
            else state_name(journey.progress.state(item.subject), kind)
        )
        yield Entry(
            kind=names[kind],
            title=item.title,
            detail=" · ".join(filter(None, ("" if kind == STAGE else where, state))),
            shortcut="",
            icon={SKILL: "skill", PROJECT: "project", LANE: "fork"}.get(kind, "flag"),
            run=partial(journeying.go_to, item.subject),
        )
