"""What a card and the header say of an application."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.application import PHASES, Phase
from tracker.domain.due import When, when_due
from tracker.services.wording_applications import phase_name, result_name
from tracker.ui.day_words import day_text, due_text
from tracker.ui.widgets.board import ColumnHead
from tracker.ui.widgets.card_delegate import BoardCard
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tracker.domain.application import Application


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationCard(BoardCard):
    """An application with the words around it.

    What is due is its next step; the last line says how well the learner fits, and how
    it ended.
    """

    application: Application

    def has(self, words: Sequence[str]) -> bool:
        """Return whether all of these words, in small letters, stand in it."""
        of = self.application
        parts = (of.title, of.company, of.place, of.contact, of.next_step, of.note)
        text = " ".join(parts).casefold()
        return all(word in text for word in words)


def card_of(
    application: Application, fit_now: int | None, today: date
) -> ApplicationCard:
    """Return a card; ``fit_now`` is the fit of today in percent, if it is known."""
    due, when = _due(application, today)
    parts = [_fit(application, fit_now, today)]
    if not application.is_open:
        closed = application.days.get(Phase.CLOSED)
        result = application.result
        name = result_name(result) if result else tr("Closed")
        parts.insert(0, f"{name}, {day_text(closed, today)}" if closed else name)
    of = application
    return ApplicationCard(
        application=of,
        subject=of.subject,
        column=of.phase,
        state=phase_name(of.phase),
        title=of.title,
        detail=", ".join(filter(None, (of.company, of.place))),
        due=due,
        when=when,
        proof=" · ".join(filter(None, parts)),
        is_quiet=not of.is_open,
    )


def _due(application: Application, today: date) -> tuple[str, When]:
    if not application.is_open:
        return "", When.LATER
    step, day = application.next_step, application.due
    if day is None:
        return step, When.LATER
    text = due_text(day, today)
    return (f"{text} · {step}" if step else text), when_due(day, today)


def _fit(application: Application, fit_now: int | None, today: date) -> str:
    if application.fit is not None:
        fit, applied = application.fit, application.days.get(Phase.APPLIED)
        if applied is None or applied == fit.day:
            return tr("{n}% fit when you applied", n=fit.percent)
        day = day_text(fit.day, today)
        return tr("{n}% fit, kept on {day}", n=fit.percent, day=day)
    return "" if fit_now is None else tr("{n}% fit", n=fit_now)


def header_text(applications: Iterable[Application], today: date) -> str:
    """Return the line of the page: how many are open, and what is next."""
    every = [each for each in applications if each.is_open]
    if not every:
        return tr("No open application.")
    count = tr_n("1 open application", "{n} open applications", len(every))
    dated = [(each.due, each) for each in every if each.due is not None]
    if not dated:
        return count
    day, first = min(dated, key=lambda pair: (pair[0], pair[1].subject))
    step = first.next_step or first.title
    when = due_text(day, today)
    return tr(
        "{count} · next: {step} ({name}), {due}",
        count=count,
        step=step,
        name=first.name,
        due=when[:1].lower() + when[1:],
    )


def order(card: ApplicationCard) -> tuple[bool, str, str]:
    """Sort what is due first to the top, then what came to its phase last."""
    application = card.application
    due = application.due if application.is_open else None
    since = application.days.get(application.phase)
    turned = "" if since is None else str(9999_99_99 - int(f"{since:%Y%m%d}"))
    return due is None, due.isoformat() if due else "", turned


def nothing_text(hidden: int) -> str:
    """Return why no card is to be seen; ``hidden`` closed ones have the words."""
    if not hidden:
        return tr("No application has these words. Try fewer or others.")
    return tr_n(
        "1 closed application is found, but closed ones are hidden. Tick “Closed” to "
        "see it.",
        "{n} closed applications are found, but closed ones are hidden. Tick “Closed” "
        "to see them.",
        hidden,
    )


def heads() -> list[ColumnHead]:
    """Return the columns of the board."""
    heads = []
    for phase in PHASES:
        name = phase_name(phase)
        spoken = tr("{phase}: applications", phase=name)
        heads.append(ColumnHead(phase, name, spoken))
    return heads
