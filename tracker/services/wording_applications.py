"""Sentences about applications, the same in the window and on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.application import DAY_OF, Phase, Result, read_phase
from tracker.domain.edit import (
    ADDRESS,
    COMPANY,
    CONTACT,
    DUE,
    NEXT_STEP,
    NOTE,
    PHASE,
    PLACE,
    POSTING_FIELD,
    RESULT,
    TITLE,
    Label,
)
from tracker.domain.ids import APPLICATION, kind_of, slug_of
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.domain.application import JobCounts, KeptFit
    from tracker.domain.edit import Edit
    from tracker.domain.readiness import Readiness

APPLICATION_LABELS = frozenset({Label.APPLICATION, Label.UNAPPLICATION})


def phase_name(phase: Phase) -> str:
    """Return how a phase is called."""
    names = {
        Phase.FOUND: tr("Found"),
        Phase.APPLIED: tr("Applied"),
        Phase.INTERVIEW: tr("Interview"),
        Phase.OFFER: tr("Offer"),
        Phase.CLOSED: tr("Closed"),
    }
    return names[phase]


def result_name(result: Result) -> str:
    """Return how an end is called."""
    names = {
        Result.ACCEPTED: tr("Accepted"),
        Result.REJECTED: tr("Rejected"),
        Result.WITHDRAWN: tr("Withdrawn"),
        Result.NO_ANSWER: tr("No answer"),
    }
    return names[result]


def application_words(edit: Edit, title_of: Callable[[str], str | None]) -> str:
    """Return what an edit did to an application."""
    changes = {c.field: c for c in edit.changes if kind_of(c.subject) == APPLICATION}
    subject = edit.changes[0].subject
    titled = changes.get(TITLE)
    named = (titled.after or titled.before) if titled else None
    title = named or title_of(subject) or slug_of(subject)
    if edit.label == Label.UNAPPLICATION:
        return tr("Application “{t}” removed", t=title)
    if titled is not None:
        if titled.before is None:
            return tr("Application “{t}” begun", t=title)
        return tr("Renamed to “{t}”", t=title)
    if PHASE in changes:
        phase = read_phase(changes[PHASE].after or "")
        return tr("“{t}” moved to “{phase}”", t=title, phase=phase_name(phase))
    return _changed(edit, title)


def _changed(edit: Edit, title: str) -> str:
    asked = edit.changes[0]
    day = asked.after or ""
    if asked.field == NEXT_STEP and day:
        return tr("Next step of “{t}”: {step}", t=title, step=day)
    if asked.field == DUE and day:
        return tr("Next step of “{t}” on {day}", t=title, day=day)
    if asked.field == RESULT and day:
        name = result_name(Result(day)) if day in set(Result) else day
        return tr("“{t}” ended: {result}", t=title, result=name)
    if asked.field in DAY_OF.values():
        phase = next(p for p, field in DAY_OF.items() if field == asked.field)
        name = phase_name(phase)
        return tr("Day of “{phase}” of “{t}” changed", phase=name, t=title)
    sentences = {
        COMPANY: tr("Company of “{t}” changed", t=title),
        PLACE: tr("Place of “{t}” changed", t=title),
        ADDRESS: tr("Address of “{t}” changed", t=title),
        CONTACT: tr("Contact of “{t}” changed", t=title),
        POSTING_FIELD: tr("Advert of “{t}” changed", t=title),
        NOTE: tr("Note on “{t}”", t=title),
        NEXT_STEP: tr("“{t}” has no next step now", t=title),
        DUE: tr("Next step of “{t}” has no day now", t=title),
        RESULT: tr("“{t}” has no result now", t=title),
    }
    return sentences.get(asked.field, tr("Change of “{t}”", t=title))


def line_name(field: str) -> str:
    """Return what a line of an application is called."""
    names = {
        COMPANY: tr("Company"),
        PLACE: tr("Place"),
        ADDRESS: tr("Address"),
        CONTACT: tr("Contact"),
        NEXT_STEP: tr("Next step"),
    }
    return names.get(field, field)


def kept_words(kept: KeptFit, applied: date | None) -> str:
    """Return when the fit was kept: on the day of applying, or on its own day.

    They differ where the day of applying was set by hand later.
    """
    if applied is None or applied == kept.day:
        return tr("{n}% when you applied", n=kept.percent)
    return tr("{n}% on {day}", n=kept.percent, day=kept.day.isoformat())


def fit_words(kept: KeptFit | None, now: Readiness | None, applied: date | None) -> str:
    """Return how well a learner fitted and fits, empty where neither is known.

    ``applied`` is the day of applying as it is stored.
    """
    if kept is not None and now is not None and now.most:
        then = kept_words(kept, applied)
        return tr("{then}, {m}% now", then=then, m=now.percent)
    if kept is not None:
        return kept_words(kept, applied)
    return tr("{m}% now", m=now.percent) if now is not None and now.most else ""


def job_counts_words(counts: JobCounts) -> str:
    """Return what applications tell of practice, such as "3 applied, 1 interview"."""
    parts = (
        tr_n("1 advert decided on", "{n} adverts decided on", counts.adverts),
        tr_n("1 applied", "{n} applied", counts.applied),
        tr_n("1 interview", "{n} interviews", counts.interviews),
    )
    numbers = (counts.adverts, counts.applied, counts.interviews)
    return ", ".join(p for p, n in zip(parts, numbers, strict=True) if n)
