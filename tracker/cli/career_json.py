"""Levels, roles and sums as JSON; the shape is in docs/status.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.services.career import Stands
from tracker.services.career_words import status_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.ladder import Said
    from tracker.domain.readiness import Readiness, Term
    from tracker.services.career import CareerBook, CareerView, RoleFit, Rung

# Any: a JSON document.
Json = dict[str, Any]


def career_json(book: CareerBook, view: CareerView) -> Json:
    """Return everything there is an overview of."""
    target = view.target
    return {
        "status": status_text(view),
        "ready": view.rungs[view.ready].level.slug if view.ready >= 0 else None,
        "here": view.rungs[view.here].level.slug if view.rungs else None,
        "target": {
            "level": target.level or None,
            "by": target.day.isoformat() if target.day else None,
            "place": target.place or None,
            "pay": target.pay or None,
        },
        "levels": [level_json(book, rung, terms=False) for rung in view.rungs],
        "roles": [role_json(book, role, terms=False) for role in view.roles],
        "plan": list(view.plan),
    }


def level_json(book: CareerBook, rung: Rung, *, terms: bool) -> Json:
    """Return a level, with its sum if that is wanted."""
    level, dates = rung.level, {s.slug: s.date for s in book.ladder.sources}
    report: Json = {
        "slug": level.slug,
        "title": level.title,
        "percent": rung.readiness.percent,
        "years": _said(level.years),
        "pay": [
            {
                "amount": pay.amount,
                "currency": pay.currency,
                "per": pay.per,
                "place": pay.place,
                "source": pay.source,
                "date": dates.get(pay.source) or None,
                "note": pay.note or None,
            }
            for pay in level.pay
        ],
    }
    if terms:
        report |= {
            "responsibilities": _said(level.responsibilities),
            "day_to_day": _said(level.day_to_day),
            "focus": _said(level.focus),
            "advance": _said(level.advance),
            **sum_json(book, rung.readiness),
        }
    return report


def role_json(book: CareerBook, role: RoleFit, *, terms: bool) -> Json:
    """Return a role or lane, with its sum if that is wanted."""
    report: Json = {
        "name": role.subject,
        "title": role.title,
        "kind": role.kind,
        "percent": role.readiness.percent,
        "lane": f"{role.fork}/{role.lane}" if role.lane else None,
        "walked": role.walked,
        "terms_total": len(role.readiness.terms),
        "terms_on_road": role.terms_on(Stands.ROAD),
        "closing": [term.best for term in role.closing],
    }
    if terms:
        said = role.role.said if role.role is not None else ()
        report |= {"said": _said(said), **sum_json(book, role.readiness)}
    return report


def sum_json(book: CareerBook, readiness: Readiness) -> Json:
    """Return a sum: points and weights as in the formula, and every term."""
    return {
        "points": readiness.points / 100,
        "most": readiness.most / 100,
        "terms": terms_json(book, readiness.terms),
    }


def terms_json(book: CareerBook, terms: Iterable[Term]) -> list[Json]:
    """Return terms of a sum."""
    return [
        {
            "title": book.name(term.asked),
            "any": list(term.asked.any),
            "counts": term.best,
            "weight": term.asked.weight,
            "grade": term.grade.name.lower(),
            "learning": term.learning,
            "credit": term.credit / 100,
            "points": term.points / 100,
        }
        for term in terms
    ]


def _said(said: Iterable[Said]) -> list[Json]:
    return [{"text": each.text, "sources": list(each.sources)} for each in said]
