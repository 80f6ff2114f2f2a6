"""Levels, roles and sums as lines for the person at the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import State
from tracker.domain.ids import slug_of
from tracker.services.career import Stands, by_fit
from tracker.services.career_words import (
    formula_text,
    kind_text,
    level_line,
    pay_place_text,
    rule_text,
    standing_text,
    stands_name,
    stands_text,
    status_text,
    sum_text,
    target_text,
    term_state,
)
from tracker.services.wording_scores import hundredths
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.domain.ladder import Pay, Said
    from tracker.domain.readiness import Readiness, Term
    from tracker.services.career import CareerBook, CareerView, RoleFit, Rung

_MARKS = {
    State.TODO: "[ ]",
    State.LEARNING: "[~]",
    State.DONE: "[x]",
    State.ASIDE: "[-]",
}


def overview_lines(book: CareerBook, view: CareerView) -> list[str]:
    """Return the ladder, the target and the roles."""
    lines = [f"{status_text(view)}.", f"{standing_text(view)}. {rule_text()}", ""]
    for number, rung in enumerate(view.rungs):
        mark = "→" if number == view.here else " "
        level = rung.level
        line = f"{mark} {number + 1}. {level.title}  {rung.readiness.percent}%"
        lines.append(f"{line}  {level_line(level)}  ({level.slug})")
    target = target_text(view.target, book.ladder)
    if target:
        lines += ["", tr("Your target: {target}", target=target)]
    lines += ["", tr("Roles and lanes, the nearest first:")]
    for role in by_fit(view.roles):
        mark = "*" if role.walked else " "
        percent = f"{role.readiness.percent}%"
        lines.append(f"{mark} {percent:>4}  {role.title}  ({slug_of(role.subject)})")
    lines += ["", tr("“milepost career NAME” has the rest; --sum the sum behind it.")]
    return lines


def level_lines(
    book: CareerBook,
    view: CareerView,
    rung: Rung,
    advice: tuple[Sequence[Term], Sequence[Term]],
) -> list[str]:
    """Return everything about a level."""
    level = rung.level
    lines = [f"{level.title}: {rung.readiness.percent}%", level.summary]
    lines += _said(tr("Years"), level.years, book)
    lines += ["", tr("Pay, as each source states it")]
    for pay in level.pay:
        words = tr("{amount} a {per}, {currency}", **_pay_words(pay))
        where = pay_place_text(pay, book.ladder)
        lines.append(f"  {words} · {where} · {book.source(pay.source)}")
        lines += [f"    {pay.note}"] * bool(pay.note)
    target = target_text(view.target, book.ladder)
    if target:
        lines.append(tr("  Your target: {target}", target=target))
    lines += _terms(tr("Skills it asks for"), rung.readiness.terms, book, view)
    master, start = advice
    lines += _terms(tr("To advance, master these"), master, book, view)
    lines += _terms(tr("Start these from the next level"), start, book, view)
    for title, said in (
        (tr("How to advance"), level.advance),
        (tr("Responsibilities"), level.responsibilities),
        (tr("Day to day"), level.day_to_day),
        (tr("What to focus on"), level.focus),
    ):
        lines += _said(title, said, book)
    return lines


def role_lines(
    book: CareerBook, view: CareerView, role: RoleFit, summary: str
) -> list[str]:
    """Return everything about a role or lane."""
    lines = [f"{role.title}: {role.readiness.percent}%", summary]
    lines.append(tr("{kind}. {where}.", kind=kind_text(role), where=stands_text(role)))
    if role.lane:
        walked = tr("Its lane: {lane}, which you walk", lane=role.lane)
        ahead = tr("Its lane: {lane}; “milepost lane {lane}” walks it", lane=role.lane)
        away = tr("Its lane: {lane}, which your road does not have", lane=role.lane)
        lines.append(walked if role.walked else ahead if role.on_road else away)
    heading = tr("What would close most of the gap")
    lines += _terms(heading, role.closing, book, view)
    for place in Stands:
        terms = [t for t in role.readiness.terms if role.stands_of(t) is place]
        lines += _terms(stands_name(place), terms, book, view)
    if role.role is not None:
        lines += _said(tr("What the sources say"), role.role.said, book)
    return lines


def sum_lines(book: CareerBook, title: str, readiness: Readiness) -> list[str]:
    """Return a sum that can be checked by hand."""
    lines = [title, formula_text(), ""]
    lines.append(tr("weight × credit = points"))
    for term in readiness.terms:
        credit, points = hundredths(term.credit), hundredths(term.points)
        sum_ = f"{term.asked.weight} × {credit:>3} = {points:>3}"
        name = book.name(term.asked)
        best = book.title_of(term.best)
        same = len(term.asked.any) == 1
        counts = f"{name} ({term.best})" if same else f"{name}: {best} ({term.best})"
        lines.append(f"{sum_}  {counts}, {term_state(term).lower()}")
    lines += ["", sum_text(readiness)]
    return lines


def compare_lines(
    book: CareerBook,
    view: CareerView,
    rungs: tuple[Rung, Rung],
    parts: tuple[Sequence[Term], Sequence[Term]],
) -> list[str]:
    """Return what is new on the second of two levels."""
    lines = [
        f"{rung.level.title}: {rung.readiness.percent}%  {level_line(rung.level)}"
        for rung in rungs
    ]
    new, both = parts
    lower, higher = (rung.level for rung in rungs)
    slugs = [rung.level.slug for rung in view.rungs]
    up = slugs.index(lower.slug) <= slugs.index(higher.slug)
    title = tr("New on {level}") if up else tr("Only on {level}")
    lines += _terms(title.format(level=higher.title), new, book, view)
    lines += _terms(tr("Asked for by both"), both, book, view)
    for rung in rungs:
        title = tr("Responsibilities: {level}", level=rung.level.title)
        lines += _said(title, rung.level.responsibilities, book)
    return lines


def _terms(
    title: str, terms: Iterable[Term], book: CareerBook, view: CareerView
) -> list[str]:
    lines = []
    for term in terms:
        state = view.progress.state(view.meant(term))
        plan = tr("  on your plan") if view.on_plan(term) and not term.has else ""
        names = ", ".join(term.asked.any)
        lines.append(f"  {_MARKS[state]} {book.name(term.asked)}  ({names}){plan}")
    return ["", title, *lines] if lines else []


def _said(title: str, said: Iterable[Said], book: CareerBook) -> list[str]:
    lines = []
    for each in said:
        names = ", ".join(map(book.source, each.sources))
        lines.append(f"  - {each.text} ({names})")
    return ["", title, *lines] if lines else []


def _pay_words(pay: Pay) -> dict[str, str]:
    return {"amount": pay.amount, "per": pay.per, "currency": pay.currency}
