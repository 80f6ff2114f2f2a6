"""The Career page with its sections, each of which is made when it is first wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.ui.career.names import (
    APPLICATIONS,
    INTERVIEW,
    LADDER,
    POSTINGS,
    PROFILE,
)
from tracker.ui.career.page import CareerPage, SectionOffer
from tracker.ui.navigation import CAREER
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tracker.app.journeying import Journeying
    from tracker.ui.career.section import Section


def make_career(journeying: Journeying) -> CareerPage:
    """Return the Career page of a learner."""

    def offer(name: str, title: str) -> SectionOffer:
        return SectionOffer(name, title, partial(_make, journeying, name))

    return CareerPage(
        [
            offer(LADDER, tr("Ladder")),
            offer(POSTINGS, tr("Job fit")),
            offer(APPLICATIONS, tr("Applications")),
            offer(INTERVIEW, tr("Interview")),
            offer(PROFILE, tr("Profile")),
        ]
    )


def show_career(journeying: Journeying, section: str, subject: str = "") -> None:
    """Show a section of the Career page, and one thing there if it is named."""
    page = journeying.career
    # Before the page is seen, or what it showed last is filled for nothing.
    page.show_section(section)
    journeying.show_page(CAREER)
    page.show_section(section, subject)
    page.focus_content()


def take_dropped(journeying: Journeying, files: Sequence[Path]) -> list[Path]:
    """Read files dropped on the Career page as adverts; return the others.

    Roadmap files stay roadmap files wherever they are dropped.
    """
    page = journeying.window.pages.currentWidget()
    if not isinstance(page, CareerPage):
        return list(files)
    from tracker.ui.career.postings.section import PostingsSection

    adverts = [path for path in files if path.suffix.lower() not in _ROADMAPS]
    section = page.section(POSTINGS)
    if adverts and isinstance(section, PostingsSection):
        page.show_section(POSTINGS)
        section.files_given.emit(adverts)
    return [path for path in files if path not in adverts]


_ROADMAPS = frozenset({".yaml", ".yml"})


def _make(journeying: Journeying, name: str) -> Section:
    if name == LADDER:
        from tracker.app.career.ladder import make
    elif name == POSTINGS:
        from tracker.app.career.postings import make
    elif name == APPLICATIONS:
        from tracker.app.career.applications import make
    elif name == INTERVIEW:
        from tracker.app.career.interview import make
    else:
        from tracker.app.career.profile import make
    return make(journeying)
