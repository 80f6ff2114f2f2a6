"""Days, times and grades as a report writes them."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.domain.work import Grade, ProofKind
from tracker.words import tr, tr_n


def day_text(day: date, *, weekday: bool = False, year: bool = True) -> str:
    """Return a day, such as "5 January 2026" or "Monday, 5 January"."""
    text = tr("{d} {month}", d=day.day, month=_month(day))
    if year:
        text = tr("{day} {year}", day=text, year=day.year)
    if weekday:
        text = tr("{weekday}, {day}", weekday=_weekday(day), day=text)
    return text


def month_text(day: date) -> str:
    """Return the month of a day, such as "January 2026"."""
    return tr("{month} {year}", month=_month(day), year=day.year)


def days_text(first: date, last: date) -> str:
    """Return a span of days, such as "5–11 January 2026"."""
    if (first.year, first.month) == (last.year, last.month):
        return tr("{d}–{day}", d=first.day, day=day_text(last))
    begin = day_text(first, year=first.year != last.year)
    return tr("{first} – {last}", first=begin, last=day_text(last))


def minutes_text(minutes: int) -> str:
    """Return a time spent, such as "1 h 30 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tr("{n} min", n=rest)
    return tr("{h} h {n} min", h=hours, n=rest) if rest else tr("{n} h", n=hours)


def entries_text(count: int) -> str:
    """Return a number of entries in words."""
    return tr_n("1 entry", "{n} entries", count)


def grade_name(grade: Grade) -> str:
    """Return how a grade of proof is called."""
    match grade:
        case Grade.NONE:
            return tr("Not begun")
        case Grade.CLAIMED:
            return tr("Claimed")
        case Grade.PRACTISED:
            return tr("Practised")
        case Grade.SHOWN:
            return tr("Shown")
        case Grade.ENDORSED:
            return tr("Endorsed")


def grade_reason(grade: Grade) -> str:
    """Return what a grade rests on, as a sentence for who reads a portfolio."""
    match grade:
        case Grade.ENDORSED:
            return tr("Confirmed by an instructor.")
        case Grade.SHOWN:
            return tr("Shown by a link, a commit, a file or a finished project.")
        case Grade.PRACTISED:
            return tr("Practised, as the learner’s own record tells.")
        case _:
            return tr("By the learner’s own word.")


def proof_name(kind: str) -> str:
    """Return how a kind of proof is called."""
    names = {
        ProofKind.LINK: tr("Link"),
        ProofKind.COMMIT: tr("Commit"),
        ProofKind.FILE: tr("File"),
        ProofKind.NOTE: tr("Note"),
        ProofKind.CONFIRMATION: tr("Confirmed"),
    }
    return names.get(kind, tr("Proof"))


def days_after(day: date, days: int) -> date:
    """Return a day some days later, or the last one there is."""
    return day + timedelta(days=min(days, (date.max - day).days))


def _weekday(day: date) -> str:
    names = (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )
    return names[day.weekday()]


def _month(day: date) -> str:
    names = (
        tr("January"),
        tr("February"),
        tr("March"),
        tr("April"),
        tr("May"),
        tr("June"),
        tr("July"),
        tr("August"),
        tr("September"),
        tr("October"),
        tr("November"),
        tr("December"),
    )
    return names[day.month - 1]
