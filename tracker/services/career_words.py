"""Sentences about the ladder and the roles, the same in the window and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.career import READY
from tracker.domain.readiness import CREDIT, CREDIT_LEARNING
from tracker.domain.reference import GUIDE, LEVEL, ROLE
from tracker.domain.work import Grade
from tracker.services.career import Stands
from tracker.services.wording_proof import grade_word
from tracker.services.wording_scores import hundredths
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from tracker.domain.career import Target
    from tracker.domain.ladder import Ladder, Level, Pay
    from tracker.domain.readiness import Readiness, Term
    from tracker.domain.reference import ReferenceHead
    from tracker.services.career import CareerBook, CareerView, RoleFit
    from tracker.services.ports import Reader


def short_title(level: Level) -> str:
    """Return a level's name in a word or two, where it is one of the usual four."""
    known = {
        "junior": tr("Junior"),
        "mid": tr("Mid-level"),
        "senior": tr("Senior"),
        "lead": tr("Architect or principal"),
    }
    return known.get(level.slug, level.title)


def status_text(view: CareerView) -> str:
    """Return how much of two levels is met: the one worked towards, and the next."""
    if not view.rungs:
        return tr("No ladder is installed: its levels come with Milepost.")
    first = max(min(view.here, len(view.rungs) - 2), 0)
    two = view.rungs[first : first + 2]
    names = [short_title(rung.level) for rung in two]
    percents = [rung.readiness.percent for rung in two]
    if len(two) == 1:
        return tr("You meet {p}% of {level}", p=percents[0], level=names[0])
    return tr(
        "You meet {p}% of {level} and {q}% of {next}",
        p=percents[0],
        level=names[0],
        q=percents[1],
        next=names[1],
    )


def standing_text(view: CareerView) -> str:
    """Return which level the learner is ready for, by the rule."""
    if not view.rungs:
        return ""
    if view.ready < 0:
        level = short_title(view.rungs[0].level)
        return tr("On the way to {level}", level=level)
    level = short_title(view.rungs[view.ready].level)
    if view.ready == len(view.rungs) - 1:
        return tr("Ready for {level}, the top of the ladder", level=level)
    following = short_title(view.rungs[view.ready + 1].level)
    return tr("Ready for {level}, on the way to {next}", level=level, next=following)


def rule_text() -> str:
    """Return the rule of `standing_text`."""
    return tr(
        "You are ready for a level at {n}% of it and of every level below it.", n=READY
    )


def level_line(level: Level) -> str:
    """Return the years and the first pay of a level, such as "0–2 years · $55K"."""
    years = [said.text for said in level.years[:1]]
    pays = [pay.amount for pay in level.pay[:1]]
    return " · ".join([*years, *pays])


def pay_place_text(pay: Pay, ladder: Ladder) -> str:
    """Return where a pay is paid, and of when the source is."""
    source = next((s for s in ladder.sources if s.slug == pay.source), None)
    unnamed = not pay.place or pay.place.casefold() == "not named"
    place = tr("the page names no place") if unnamed else pay.place
    date = source.date if source is not None else ""
    when = tr("dated {date}", date=date) if date else tr("the page states no date")
    return f"{place} · {when}"


def target_text(target: Target, ladder: Ladder) -> str:
    """Return what a learner heads for, in a line; empty without a target."""
    levels = (each for each in ladder.levels if each.slug == target.level)
    level = next(levels, None)
    parts = [
        level.title if level is not None else "",
        tr("by {day}", day=target.day.isoformat()) if target.day else "",
        target.place,
        target.pay,
    ]
    return " · ".join(filter(None, parts))


def term_state(term: Term) -> str:
    """Return what the learner has of something asked for, in a word."""
    if term.grade is not Grade.NONE:
        return grade_word(term.grade)
    return tr("Learning") if term.learning else tr("Not yet")


def sum_text(readiness: Readiness) -> str:
    """Return the last line of a sum: points, all weights, whole percent."""
    return tr(
        "{points} of {most} points = {percent}%, rounded down",
        points=hundredths(readiness.points),
        most=hundredths(readiness.most),
        percent=readiness.percent,
    )


def formula_text() -> str:
    """Return the formula and the credits, to check a sum by hand."""
    return tr(
        "Readiness = sum of weight × credit ÷ sum of weights. Credit: claimed "
        "{claimed}, practised {practised}, shown or endorsed {shown}, learning "
        "{learning}, else 0. Where one of several skills is enough, the one with the "
        "most credit counts.",
        claimed=hundredths(CREDIT[Grade.CLAIMED]),
        practised=hundredths(CREDIT[Grade.PRACTISED]),
        shown=hundredths(CREDIT[Grade.SHOWN]),
        learning=hundredths(CREDIT_LEARNING),
    )


def stands_text(role: RoleFit) -> str:
    """Return how much of a role stands on the road that is followed."""
    on, lane = role.terms_on(Stands.ROAD), role.terms_on(Stands.LANE)
    total = len(role.readiness.terms)
    parts = [tr("{n} of {all} on your road", n=on, all=total)]
    if lane:
        parts.append(tr_n("1 on another lane", "{n} on other lanes", lane))
    if total - on - lane:
        parts.append(tr("{n} not on it", n=total - on - lane))
    return ", ".join(parts)


def closing_text(book: CareerBook, role: RoleFit) -> str:
    """Return what would close most of the gap to a role, in a line; empty for none."""
    names = ", ".join(book.name(term.asked) for term in role.closing)
    return tr("Next: {names}", names=names) if names else ""


def kind_text(role: RoleFit) -> str:
    """Return what kind of way a role or lane is."""
    kinds = {"specialisation": tr("Specialisation"), "related": tr("Related role")}
    return kinds.get(role.kind, tr("Lane of the road"))


def stands_name(place: Stands) -> str:
    """Return the heading of what stands in a place, seen from the road."""
    return {
        Stands.ROAD: tr("On your road"),
        Stands.LANE: tr("On a lane that you do not walk"),
        Stands.ELSEWHERE: tr("Not on your road"),
    }[place]


def reading(reader: Reader, subject: str) -> list[ReferenceHead]:
    """Return what to read about a level, role or lane: its page, questions, the guide.

    Its own page comes first, then the frequent questions, then other pages of the
    guide, each once.
    """
    heads = {head.subject: head for head in reader.references()}
    mentions = [head.subject for head in reader.references_to(subject)]
    kind, _, slug = subject.partition(":")
    names = [subject, *_GENERAL.get(kind, ())]
    names += [f"{GUIDE}:{way}-{slug.rpartition('/')[2]}" for way in ("lane", "branch")]
    questions = [name for name in mentions if name.startswith(f"{GUIDE}:faq-")]
    rest = [name for name in mentions if name not in questions]
    wanted = [subject, *questions, *names, *rest]
    return [heads[name] for name in dict.fromkeys(wanted) if name in heads]


_GENERAL = {
    LEVEL: (
        f"{GUIDE}:faq-grow-pay",
        f"{GUIDE}:faq-how-long",
        f"{GUIDE}:four-levels-compared",
        f"{GUIDE}:five-steps-up",
        f"{GUIDE}:work-and-pay",
        f"{GUIDE}:how-pay-grows",
    ),
    ROLE: (f"{GUIDE}:faq-next-role", f"{GUIDE}:faq-related-paths"),
    "lane": (f"{GUIDE}:faq-next-role", f"{GUIDE}:faq-related-paths"),
}
