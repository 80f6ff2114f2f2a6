"""The section "profile" of the Career page, wired to a journey."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tracker.app.child import start_command
from tracker.services.reports.remembered import remember, remembered
from tracker.ui.career.profile.form import refusal
from tracker.ui.career.profile.section import Deeds, ProfileSection

if TYPE_CHECKING:
    from tracker.app.journeying import Journeying
    from tracker.domain.edit import StoredEdit
    from tracker.ui.career.section import Section


def make(journeying: Journeying) -> Section:
    """Return the section."""
    from tracker.app.printing import usual_paper

    profiles, store = (
        journeying.workspace.use_cases.profiles,
        journeying.workspace.store,
    )

    def told() -> tuple[bool, bool]:
        choices = remembered(store.reader)
        return choices.hours, choices.unproved

    def keep(field: str, text: str) -> str:
        return refusal(partial(profiles.change, {field: text}))

    section = ProfileSection(
        Deeds(
            read=profiles.profile,
            store=keep,
            told=told,
            write=partial(start_command, journeying),
            paper=usual_paper(),
        )
    )

    def follow(stored: StoredEdit, _stages: frozenset[int]) -> None:
        section.show_change(stored)

    section.link_clicked.connect(journeying.open_address)
    section.typing.connect(journeying.telling.show_typing)
    section.told_chosen.connect(partial(_remember, journeying))
    journeying.current.changed.connect(follow)
    journeying.current.replaced.connect(section.show_again)
    if store.read_only:
        section.make_read_only()
    return section


def _remember(journeying: Journeying, hours: bool, unproved: bool) -> None:  # noqa: FBT001  # a signal's values
    store = journeying.workspace.store
    if not store.read_only:
        choices = replace(remembered(store.reader), hours=hours, unproved=unproved)
        journeying.commands.perform(partial(remember, store, choices))
