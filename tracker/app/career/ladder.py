"""The section "ladder" of the Career page, wired to a journey."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.app.career.adverts import adverts_of
from tracker.app.career.page import show_career
from tracker.app.ways import practise
from tracker.ui.career.ladder.newest_advert import NewestAdvert
from tracker.ui.career.ladder.section import LadderSection
from tracker.ui.career.names import POSTINGS

if TYPE_CHECKING:
    from tracker.app.journeying import Journeying
    from tracker.ui.career.section import Section


def make(journeying: Journeying) -> Section:
    """Return the section."""
    targets = journeying.workspace.use_cases.targets
    current = journeying.current
    newest = NewestAdvert(current, adverts_of(journeying))
    section = LadderSection(current, journeying.commands, newest, targets.today())
    section.desk.item_opened.connect(journeying.go_to)
    section.desk.link_clicked.connect(journeying.open_address)
    section.desk.practise_requested.connect(partial(practise, journeying))
    section.fit_requested.connect(partial(show_career, journeying, POSTINGS))

    def show_today() -> None:
        section.overview.target.set_today(targets.today())

    journeying.reminding.day_changed.connect(show_today)
    if journeying.workspace.store.read_only:
        section.make_read_only()
    return section
