"""Applications as a table: one row each, all that is kept.

Words in the head, in ``phase`` and in ``result`` are fixed, not translated, so that a
script can rely on them. Days are ISO 8601, fits whole percent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.application import PHASES
from tracker.interchange.csv_table import table_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.application import Application
    from tracker.interchange.csv_table import Row

APPLICATIONS = (
    "id,title,company,place,address,posting_id,phase,found,applied,interview,offer,"
    "closed,result,contact,next_step,due,fit,fit_points,fit_most,fit_day,fit_terms,notes"
)


def applications_csv(applications: Iterable[Application], *, bom: bool = False) -> str:
    """Return the table, in the order given.

    Write it in UTF-8 with ``newline=""``: line ends are those of the RFC already.

    Args:
        applications: What to tell.
        bom: Whether to begin with the mark by which Excel knows UTF-8.
    """
    return table_text(APPLICATIONS, map(_row, applications), bom=bom)


def _row(each: Application) -> Row:
    fit = each.fit
    return (
        *(each.subject, each.title, each.company, each.place, each.address),
        *(each.posting, each.phase),
        *(each.days.get(phase) for phase in PHASES),
        *(each.result, each.contact, each.next_step, each.due),
        *((None,) * 5 if fit is None else _fit(each)),
        each.note,
    )


def _fit(each: Application) -> Row:
    """Return percent, points, the most there could be, the day, and each term."""
    fit = each.fit
    assert fit is not None  # noqa: S101  # asked for by the row
    terms = "\n".join(
        f"{term.title}: {term.weight} x {term.credit / 100:g}" for term in fit.terms
    )
    points, most = f"{fit.points / 100:g}", f"{fit.most / 100:g}"
    return fit.percent, points, most, fit.day, terms
