"""An application: how far a learner has come with one job, from found to closed.

A phase is reached on a day. The days are the learner's own record: going on to a phase
sets its day, going back takes away what is told of later phases and nothing else. What
is still to come, such as the day of an interview, is a next step with its day.

What was really done is practice, see `practised`: whoever applied has practised to
write an application. It raises the grade of a skill that the learner says they have,
and checks nothing off.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.edit import (
    ADDRESS,
    APPLIED_ON,
    CLOSED_ON,
    COMPANY,
    CONTACT,
    DUE,
    FIT,
    FOUND_ON,
    INTERVIEW_ON,
    NEXT_STEP,
    NOTE,
    OFFER_ON,
    PHASE,
    PLACE,
    POSTING_FIELD,
    RESULT,
    TITLE,
)
from tracker.domain.ids import (
    APPLICATION,
    kind_of,
    outcome_subject,
    skill_subject,
)
from tracker.domain.stored_days import certain_day, day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from tracker.domain.readiness import Readiness


class Phase(StrEnum):
    """How far an application has come; the words are stored."""

    FOUND = "found"
    APPLIED = "applied"
    INTERVIEW = "interview"
    OFFER = "offer"
    CLOSED = "closed"


class Result(StrEnum):
    """How an application ended; the words are stored."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    NO_ANSWER = "no answer"


PHASES = tuple(Phase)
DAY_OF = {
    Phase.FOUND: FOUND_ON,
    Phase.APPLIED: APPLIED_ON,
    Phase.INTERVIEW: INTERVIEW_ON,
    Phase.OFFER: OFFER_ON,
    Phase.CLOSED: CLOSED_ON,
}
DAYS = tuple(DAY_OF.values())
LINES = (COMPANY, PLACE, ADDRESS, CONTACT, NEXT_STEP)  # each one line of text
# The first makes it.
FIELDS = (
    *(TITLE, COMPANY, PLACE, ADDRESS, POSTING_FIELD, PHASE, *DAYS),
    *(CONTACT, NEXT_STEP, DUE, FIT, RESULT, NOTE),
)


class FitTerm(NamedTuple):
    """A term of a fit that was kept, by its names of that day.

    Attributes:
        weight: How much it counted.
        credit: How much of that the learner had, in hundredths.
    """

    title: str
    weight: int
    credit: int


@dataclass(frozen=True, slots=True)
class KeptFit:
    """The fit to an advert as it was on the day of applying.

    Attributes:
        points: What counted, in hundredths.
        most: The sum of all weights, in hundredths.
        day: When it was taken.
    """

    percent: int
    points: int
    most: int
    terms: tuple[FitTerm, ...]
    day: date

    def text(self) -> str:
        """Return it as it is stored."""
        document = {
            "percent": self.percent,
            "points": self.points,
            "most": self.most,
            "day": self.day.isoformat(),
            "terms": [
                {"title": t.title, "need weight": t.weight, "credit": t.credit}
                for t in self.terms
            ],
        }
        return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def kept_fit(
    readiness: Readiness, titles: Mapping[str, str], today: date
) -> KeptFit | None:
    """Return a fit as it is kept; ``None`` where nothing was asked for.

    Args:
        readiness: The fit of today.
        titles: The titles of skills by slug, where the advert gives no name.
        today: The learner's own day.
    """
    if not readiness.most:
        return None
    terms = tuple(
        FitTerm(t.asked.title or titles.get(t.best, t.best), t.asked.weight, t.credit)
        for t in readiness.terms
    )
    return KeptFit(readiness.percent, readiness.points, readiness.most, terms, today)


@lru_cache(maxsize=1024)  # each is read again after every edit, and never changes
def read_fit(text: str) -> KeptFit | None:
    """Return a fit that was stored; one that nobody can read is none."""
    with suppress(ValueError, TypeError, KeyError):
        found = json.loads(text)
        terms = tuple(
            FitTerm(str(t["title"]), int(t["need weight"]), int(t["credit"]))
            for t in found["terms"]
        )
        day = certain_day(str(found.get("day")))
        return KeptFit(
            int(found["percent"]), int(found["points"]), int(found["most"]), terms, day
        )
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """One job that a learner wants.

    Attributes:
        subject: Its own name, ``application:…``.
        title: What the job is called.
        address: Where it stands in the web, empty for none.
        posting: The subject of the advert that is kept of it, empty for none.
        days: The days on which phases were reached; those skipped have none.
        next_step: What the learner does next; ``due`` is its day.
        fit: How well the learner fitted on the day of applying.
        result: How it ended, once it is closed.
        note: Markdown.
    """

    subject: str
    title: str
    company: str = ""
    place: str = ""
    address: str = ""
    posting: str = ""
    phase: Phase = Phase.FOUND
    days: Mapping[Phase, date] = field(default_factory=dict)
    contact: str = ""
    next_step: str = ""
    due: date | None = None
    fit: KeptFit | None = None
    result: Result | None = None
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Return whether something of it can still be due."""
        return self.phase is not Phase.CLOSED

    @property
    def name(self) -> str:
        """Return title and company, by which a person knows it."""
        return f"{self.title}, {self.company}" if self.company else self.title


def reached(phase: Phase) -> tuple[Phase, ...]:
    """Return a phase and those before it, in order."""
    return PHASES[: PHASES.index(phase) + 1]


def after_move(
    days: Mapping[str, str], before: Phase | None, after: Phase, today: date
) -> dict[str, str | None]:
    """Return what is stored of an application once it is in another phase.

    Going on sets the day of the phase to today. Going back keeps its day and those
    before it. What belongs to later phases is taken away: their days, the fit where it
    was not applied for, and the result where it is not closed.

    Args:
        days: The days that are stored, by field.
        before: The phase it was in; ``None`` for a new one.
        after: The phase it comes to.
        today: The learner's own day.
    """
    changes: dict[str, str | None] = {PHASE: after.value}
    place = PHASES.index(after)
    goes_back = before is not None and place < PHASES.index(before)
    own = DAY_OF[after]
    if not goes_back or own not in days:
        changes[own] = today.isoformat()
    changes |= {DAY_OF[phase]: None for phase in PHASES[place + 1 :]}
    if after is Phase.FOUND:
        changes[FIT] = None
    if after is not Phase.CLOSED:
        changes[RESULT] = None
    return changes


def days_of(values: Mapping[str, str | None]) -> dict[Phase, date]:
    """Return the days of phases that stand in some values, by field."""
    days = {phase: day_of(values.get(name)) for phase, name in DAY_OF.items()}
    return {phase: day for phase, day in days.items() if day is not None}


def out_of_order(days: Mapping[Phase, date]) -> tuple[Phase, Phase] | None:
    """Return two phases of which the later one has the earlier day, if there are."""
    known = [phase for phase in PHASES if phase in days]
    for first, second in pairwise(known):
        if days[second] < days[first]:
            return first, second
    return None


def applications_from(
    facts: Mapping[str, Mapping[str, str]],
) -> Iterator[Application]:
    """Return the applications of some facts (field → subject → value), oldest first."""
    for subject in sorted(s for s in facts[TITLE] if kind_of(s) == APPLICATION):

        def value(name: str, subject: str = subject) -> str:
            return facts[name].get(subject, "")

        yield Application(
            subject=subject,
            title=value(TITLE),
            company=value(COMPANY),
            place=value(PLACE),
            address=value(ADDRESS),
            posting=value(POSTING_FIELD),
            phase=read_phase(value(PHASE)),
            days=days_of({name: value(name) for name in DAYS}),
            contact=value(CONTACT),
            next_step=value(NEXT_STEP),
            due=day_of(value(DUE)),
            fit=read_fit(value(FIT)),
            result=_result(value(RESULT)),
            note=value(NOTE),
        )


def read_phase(text: str) -> Phase:
    """Return a stored phase; one that nobody knows is the first."""
    return Phase(text) if text in set(PHASES) else Phase.FOUND


class JobCounts(NamedTuple):
    """What a learner has done about jobs.

    Attributes:
        adverts: Adverts that they keep and decided about: they made it an application.
        applied: Applications that were sent.
        interviews: Applications that came to an interview.
        noted: Those of them with a note.
    """

    adverts: int = 0
    applied: int = 0
    interviews: int = 0
    noted: int = 0


def count_jobs(applications: Iterable[Application]) -> JobCounts:
    """Count what a learner has done about jobs, closed applications included."""
    every = list(applications)
    met = [each for each in every if Phase.INTERVIEW in each.days]
    return JobCounts(
        adverts=len({each.posting for each in every if each.posting}),
        applied=sum(Phase.APPLIED in each.days for each in every),
        interviews=len(met),
        noted=sum(bool(each.note.strip()) for each in met),
    )


# Skills of the catalogue that applications practise, and the number that says so.
ADVERTS_SKILL = skill_subject("read-job-adverts")
CV_SKILL = skill_subject("write-a-cv")
INTERVIEW_SKILL = skill_subject("interview-practice")
FED = (ADVERTS_SKILL, CV_SKILL, INTERVIEW_SKILL)
# Outcomes that so many applications bear out; one click checks them off.
_TRACKED = outcome_subject("write-a-cv", "track-applications")
_NOTED = outcome_subject("interview-practice", "notes-afterwards")
ENOUGH = 3


def practised(counts: JobCounts) -> frozenset[str]:
    """Return the skills that applications have practised: once is enough.

    It is the same rule as that of the journal, of which one line is enough. A profile
    that recruiters find is not among them: no application shows it.
    """
    done = {
        ADVERTS_SKILL: counts.adverts,
        CV_SKILL: counts.applied,
        INTERVIEW_SKILL: counts.interviews,
    }
    return frozenset(skill for skill, number in done.items() if number)


def borne_out(skill: str, counts: JobCounts) -> str:
    """Return the outcome of a skill that the applications bear out, empty for none."""
    if skill == CV_SKILL and counts.applied >= ENOUGH:
        return _TRACKED
    if skill == INTERVIEW_SKILL and counts.noted >= ENOUGH:
        return _NOTED
    return ""


def _result(text: str) -> Result | None:
    return Result(text) if text in set(Result) else None
