"""Job fit, wired to a journey: adverts come in, words are taught, gaps are planned."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.app.career.page import show_career
from tracker.app.career.postings_intake import Intake
from tracker.domain.ids import SKILL, kind_of
from tracker.services.teaching import read_taught
from tracker.ui.career.names import APPLICATIONS, INTERVIEW
from tracker.ui.career.postings.commands import PostingCommands
from tracker.ui.career.postings.scoring import Scoring
from tracker.ui.career.postings.section import PostingsSection
from tracker.ui.career.postings.taught_dialog import TaughtDialog
from tracker.ui.palette import Entry as Offer
from tracker.ui.palette import Palette
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.app.journeying import Journeying
    from tracker.services.teaching import Taught
    from tracker.ui.career.section import Section


def make(journeying: Journeying) -> Section:
    """Return the section."""
    current = journeying.current
    commands = PostingCommands(journeying.commands, journeying.workspace.use_cases)
    scoring = Scoring(current, journeying.run_task)
    section = PostingsSection(current, commands, scoring, journeying.preferences)
    Intake(journeying, section)
    detail = section.detail
    detail.opened.connect(partial(_show, journeying))
    detail.meaning_requested.connect(
        partial(_ask_meaning, journeying, section, commands)
    )
    detail.interview_requested.connect(partial(show_career, journeying, INTERVIEW))
    detail.board_requested.connect(partial(show_career, journeying, APPLICATIONS))
    detail.head.address_opened.connect(journeying.open_address)
    section.taught_requested.connect(
        partial(_show_taught, journeying, section, commands)
    )
    current.changed.connect(section.take_in)
    current.replaced.connect(scoring.start_anew)
    journeying.commands.settings_changed.connect(scoring.look_at_roadmaps)
    if journeying.workspace.store.read_only:
        section.make_read_only()
    return section


def _show(journeying: Journeying, subject: str) -> None:
    if kind_of(subject) == SKILL:
        journeying.go_to(subject)


def _ask_meaning(
    journeying: Journeying,
    section: PostingsSection,
    commands: PostingCommands,
    words: str,
    not_skill: str,
) -> None:
    """Ask which skill some words mean; the answer counts in every advert."""
    if journeying.workspace.store.read_only:
        return

    def offer(slug: str, title: str) -> Offer:
        return Offer(
            kind=tr("Skill"),
            title=title,
            detail="",
            shortcut="",
            icon="skill",
            run=partial(commands.teach, words, slug, not_skill),
        )

    skills = section.scoring.names.skills
    titles = sorted((names[0], slug) for slug, names in skills.items() if names)
    offers = [offer(slug, title) for title, slug in titles if slug != not_skill]
    window = journeying.window
    if not any(palette.isVisible() for palette in window.findChildren(Palette)):
        name = tr("“{words}” means the skill…", words=words)
        Palette(window, offers, name=name, chosen=False).open()


def _show_taught(
    journeying: Journeying, section: PostingsSection, commands: PostingCommands
) -> None:
    """Show what was taught, until the dialog is closed."""
    reader = journeying.current.reader
    dialog = TaughtDialog(
        journeying.window,
        section.scoring.title_of,
        editable=not journeying.workspace.store.read_only,
    )

    def forget(taught: list[Taught]) -> None:
        commands.forget(taught)
        dialog.show_taught(read_taught(reader))

    dialog.forget_requested.connect(forget)
    dialog.show_taught(read_taught(reader))
    dialog.open()
