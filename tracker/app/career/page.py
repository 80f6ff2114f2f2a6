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
    """Read dropped files as adverts, if they can be; return the others.

    Roadmap files stay roadmap files wherever they are dropped. What can be neither by
    its name, such as a picture, is an advert on the Career page alone.
    """
    page = journeying.window.pages.currentWidget()
    here = isinstance(page, CareerPage)
    adverts = [path for path in files if _is_advert(path.suffix.lower(), here=here)]
    if adverts:
        from tracker.ui.career.postings.section import PostingsSection

        show_career(journeying, POSTINGS)
        section = journeying.career.section(POSTINGS)
        if isinstance(section, PostingsSection):
            section.files_given.emit(adverts)
    return [path for path in files if path not in adverts]


_ROADMAPS = frozenset({".yaml", ".yml"})
_ADVERTS = frozenset({".txt", ".md", ".html", ".htm", ".mhtml", ".eml", ".pdf"})


def _is_advert(ending: str, *, here: bool) -> bool:
    return ending not in _ROADMAPS if here else ending in _ADVERTS


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
