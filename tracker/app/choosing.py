"""Choose by search: what the journal shows, and what a line is about."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tracker.domain.ids import PROJECT, SKILL, kind_of
from tracker.services.choices import link_choices, logged_choices
from tracker.services.wording import minutes_text
from tracker.ui.journal.rows import month_title
from tracker.ui.palette import Entry as Offer
from tracker.ui.palette import Palette
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from tracker.app.journeying import Journeying
    from tracker.domain.work import Entry
    from tracker.services.choices import Choice
    from tracker.ui.journal.page import JournalPage


def choose_about(journeying: Journeying, page: JournalPage) -> None:
    """Let the learner choose what the lines that are shown are about."""
    everything = Offer(
        kind=tr("Journal"),
        title=tr("All lines"),
        detail="",
        shortcut="",
        icon="list",
        run=page.filters.show_everything,
    )
    choices = logged_choices(journeying.current.reader)
    entries = [everything, *_offers(choices, page.show_about)]
    _ask(journeying.window, entries, tr("Show only lines about…"))


def choose_month(journeying: Journeying, page: JournalPage) -> None:
    """Let the learner go to a month; a year is found by its number."""
    months = journeying.current.reader.months(page.filters.subject)
    entries = [
        Offer(
            kind=tr("Month"),
            title=month_title(month),
            detail=" · ".join(
                filter(None, (tr_n("1 line", "{n} lines", n), minutes_text(minutes)))
            ),
            shortcut="",
            icon="note",
            run=partial(page.show_month, month),
        )
        for month, minutes, n in months
    ]
    _ask(journeying.window, entries, tr("Go to a month or year…"))


def choose_link(
    journeying: Journeying,
    parent: QWidget,
    choose: Callable[[str], object],
    first: Iterable[str] = (),
) -> None:
    """Let the learner choose a skill, project or milestone.

    Args:
        journeying: Knows the roadmap.
        parent: The window or dialog over which it is asked.
        choose: Called with the subject.
        first: Subjects to offer before all others.
    """
    journey = journeying.current.journey
    if journey is None:
        return
    choices = link_choices(journeying.current.reader, journey.outline.slug)
    wanted = set(first)
    choices.sort(key=lambda choice: choice.subject not in wanted)
    name = tr("A skill, project or milestone…")
    _ask(parent, list(_offers(choices, choose)), name)


def choose_link_of(journeying: Journeying, entry: Entry) -> None:
    """Let the learner choose one more thing that a line is about."""

    def add(subject: str) -> None:
        now = journeying.current.reader.entry(entry.subject) or entry
        links = tuple(dict.fromkeys((*now.links, subject)))
        journeying.commands.change_entry(replace(now, links=links))

    choose_link(journeying, journeying.window, add)


def _offers(choices: Iterable[Choice], run: Callable[[str], object]) -> Iterable[Offer]:
    for choice in choices:
        icon = {SKILL: "skill", PROJECT: "project"}.get(kind_of(choice.subject), "flag")
        yield Offer(
            kind=choice.kind,
            title=choice.title,
            detail=choice.detail,
            shortcut="",
            icon=icon,
            run=partial(run, choice.subject),
        )


def _ask(parent: QWidget, offers: list[Offer], name: str) -> None:
    if not any(palette.isVisible() for palette in parent.findChildren(Palette)):
        Palette(parent, offers, name=name).open()
