"""Sentences about how well an advert fits, in the window and on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.posting import ASKED, MUST, NICE, UNASKED
from tracker.domain.readiness import FULL
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.domain.readiness import Readiness, Term


def need_name(need: str) -> str:
    """Return how one of `tracker.domain.posting.NEED_WORDS` is called."""
    return {
        MUST: tr("must"),
        ASKED: tr("asked"),
        NICE: tr("nice"),
        UNASKED: tr("not asked for"),
    }.get(need, need)


def figures_text(fit: Readiness) -> str:
    """Return the whole sum with its figures, such as "58% = (3 × 1 + …) ÷ 12"."""
    parts = " + ".join(product_text(term) for term in fit.terms)
    most = fit.most // FULL
    sentence = tr("{percent}% = ({parts}) ÷ {most}")
    return sentence.format(percent=fit.percent, parts=parts, most=most)


def product_text(term: Term) -> str:
    """Return a summand, such as "3 × 0.8"."""
    return tr("{n} × {credit}", n=term.asked.weight, credit=hundredths(term.credit))


def hundredths(number: int) -> str:
    """Return a number of hundredths as briefly as it can be said: 80 is "0.8"."""
    whole, rest = divmod(number, FULL)
    return f"{whole}.{rest:02}".rstrip("0") if rest else str(whole)
