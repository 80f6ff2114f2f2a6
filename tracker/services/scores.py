"""How well many adverts fit: each is read once and scored again when a skill moves.

What an advert asks for does not change when a learner checks something off, so a check-
off costs one short sum for each advert that names the skill. Whoever shows the scores
says for how long a slice of that work may take.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from tracker.domain.fit.reading import Hit, Ignored, Need, Reading, Reason
from tracker.domain.fit.scoring import asked_in, fit_of
from tracker.domain.ids import SKILL, kind_of, skill_subject, slug_of
from tracker.domain.posting import UNASKED
from tracker.domain.readiness import readiness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from tracker.domain.posting import Posting
    from tracker.domain.readiness import Asked, Readiness, Term
    from tracker.services.grades import Grades

    TitleOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One thing that an advert asks for, or a name in it that does not count.

    Attributes:
        any: Slugs of skills of which one is enough.
        need: One of `tracker.domain.posting.NEED_WORDS`.
        hits: Where it stands in the text.
        term: What the learner has of it; ``None`` for what does not count.
        reason: Why it does not count; ``None`` for what counts.
        put_right: Whether the learner said how much it is needed.
    """

    any: tuple[str, ...]
    need: str
    hits: tuple[Hit, ...]
    term: Term | None = None
    reason: Reason | None = None
    put_right: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One advert, read and scored.

    Attributes:
        posting: The advert.
        reading: What was read; ``None`` while that is still to be done.
        is_broken: Whether reading it broke, so that it will not be done.
        lines: What it asks for, in the order of the formula; then what does not count.
        fit: The sum; ``None`` where no skill is asked for.
    """

    posting: Posting
    reading: Reading | None = None
    lines: tuple[SheetLine, ...] = ()
    fit: Readiness | None = None
    is_broken: bool = False

    @property
    def is_waiting(self) -> bool:
        """Return whether it is still to be read."""
        return self.reading is None and not self.is_broken


def corrected(reading: Reading, needs: Mapping[str, str]) -> Reading:
    """Return a reading as a learner put it right for one advert.

    Args:
        reading: What was read.
        needs: One of `tracker.domain.posting.NEED_WORDS` by the slug of a skill.
    """
    if not needs:
        return reading
    hits = [h for h in reading.hits if needs.get(h.skill) != UNASKED]
    ignored = [
        Ignored(h, Reason.NOT_ASKED)
        for h in reading.hits
        if needs.get(h.skill) == UNASKED
    ]
    for each in reading.ignored:
        wanted = needs.get(each.hit.skill, UNASKED) != UNASKED
        (hits.append(each.hit) if wanted else ignored.append(each))
    put_right = (_with_need(hit, needs.get(hit.skill, "")) for hit in hits)
    return replace(
        reading,
        hits=tuple(sorted(put_right, key=lambda hit: hit.start)),
        ignored=tuple(sorted(ignored, key=lambda each: each.hit.start)),
    )


def _with_need(hit: Hit, word: str) -> Hit:
    return hit._replace(need=Need[word.upper()]) if word else hit


def sheet_of(
    posting: Posting, reading: Reading, grades: Grades, title_of: TitleOf
) -> Sheet:
    """Return everything that is to be said of an advert."""
    right = corrected(reading, posting.needs)
    fit = fit_of(right, title_of, *grades)
    by_skill: defaultdict[str, list[Hit]] = defaultdict(list)
    for hit in right.hits:
        by_skill[hit.skill].append(hit)
    counted = (
        SheetLine(
            term.asked.any,
            Need(term.asked.weight).word,
            _hits_of(term.asked.any, by_skill),
            term,
            put_right=any(skill in posting.needs for skill in term.asked.any),
        )
        for term in (() if fit is None else fit.terms)
    )
    ignored: defaultdict[tuple[str, Reason], list[Hit]] = defaultdict(list)
    for each in right.ignored:
        ignored[each.hit.skill, each.reason].append(each.hit)
    others = (
        SheetLine((skill,), UNASKED, tuple(hits), None, reason, skill in posting.needs)
        for (skill, reason), hits in ignored.items()
    )
    return Sheet(posting, right, (*counted, *others), fit)


def _hits_of(skills: Sequence[str], hits: Mapping[str, list[Hit]]) -> tuple[Hit, ...]:
    """Return the hits of some skills in the order of the text."""
    if len(skills) == 1:
        return tuple(hits.get(skills[0], ()))
    found = [hit for skill in dict.fromkeys(skills) for hit in hits.get(skill, ())]
    return tuple(sorted(found, key=attrgetter("start")))


class Scores:
    """The scores of all adverts, kept current from slice to slice.

    Attributes:
        postings: The adverts by subject, the newest first.
        percents: The score of each that was read; ``None`` where it names no skill.
    """

    def __init__(self, title_of: TitleOf) -> None:
        """Know no advert yet; ``title_of`` returns the title of a skill by its slug."""
        self._title_of = title_of
        self.postings: dict[str, Posting] = {}
        self.percents: dict[str, int | None] = {}
        self._read: dict[str, tuple[str, Reading]] = {}  # with the text that was read
        self._broken: dict[str, str] = {}  # the texts on which reading broke
        self._asked: dict[str, tuple[Asked, ...]] = {}
        self._naming: defaultdict[str, set[str]] = defaultdict(set)
        self._waiting: dict[str, None] = {}  # in the order in which they are scored

    def show(self, postings: Iterable[Posting]) -> None:
        """Hold these adverts; what was read of them before is still known."""
        before, self.postings = self.postings, {p.subject: p for p in postings}
        for gone in before.keys() - self.postings.keys():
            self.percents.pop(gone, None)
            self._waiting.pop(gone, None)
        for subject, posting in self.postings.items():
            if before.get(subject) != posting and self.reading(subject) is not None:
                self._note(subject)

    def unread(self) -> list[Posting]:
        """Return the adverts that are to be read."""
        unread = [p for s, p in self.postings.items() if self.reading(s) is None]
        return [p for p in unread if self._broken.get(p.subject) != p.text]

    def reading(self, subject: str) -> Reading | None:
        """Return what was read in an advert, if that was done and its text is so."""
        text, reading = self._read.get(subject, ("", None))
        known = self.postings.get(subject)
        return reading if known is not None and known.text == text else None

    def take(self, subject: str, text: str, reading: Reading) -> None:
        """Learn what was read in an advert."""
        self._read[subject] = text, reading
        if self.reading(subject) is not None:
            self._note(subject)

    def give_up(self, subject: str, text: str) -> None:
        """Learn that reading an advert broke: it has no score, now or later."""
        self._broken[subject] = text
        self.percents[subject] = None

    def forget(self) -> None:
        """Forget all that was read: other names are known now."""
        self._read.clear()
        self._broken.clear()
        self._asked.clear()
        self._naming.clear()
        self._waiting.clear()

    def touch(self, subjects: Iterable[str]) -> None:
        """Have the adverts scored again that name one of these skills."""
        for subject in subjects:
            if kind_of(subject) == SKILL:
                named = self._naming.get(slug_of(subject), set())
                self._waiting |= dict.fromkeys(named & self.postings.keys())

    def touch_all(self) -> None:
        """Have all adverts that were read scored again."""
        self._waiting |= dict.fromkeys(s for s in self._asked if s in self.postings)

    @property
    def is_current(self) -> bool:
        """Return whether every advert that was read has its score."""
        return not self._waiting

    def score_some(self, grades: Grades, stop: Callable[[], bool]) -> list[str]:
        """Score adverts until ``stop`` says so; return those with another score."""
        changed = []
        while self._waiting:
            subject = next(iter(self._waiting))
            del self._waiting[subject]
            if subject not in self._asked:
                self._ask(subject)
            fit = readiness(self._asked[subject], *grades)
            percent = fit.percent if fit.terms else None
            if subject not in self.percents or self.percents[subject] != percent:
                self.percents[subject] = percent
                changed.append(subject)
            if stop():
                break
        return changed

    def sheet(self, subject: str, grades: Grades) -> Sheet | None:
        """Return all that is to be said of an advert, ``None`` if it is not there."""
        posting, reading = self.postings.get(subject), self.reading(subject)
        if posting is None:
            return None
        if reading is None:
            broken = self._broken.get(subject) == posting.text
            return Sheet(posting, is_broken=broken)
        return sheet_of(posting, reading, grades, self._title_of)

    def _note(self, subject: str) -> None:
        """Have an advert scored that was read, or put right."""
        for asked in self._asked.pop(subject, ()):
            for skill in asked.any:
                self._naming[skill].discard(subject)
        self._waiting[subject] = None

    def _ask(self, subject: str) -> None:
        """Find out what an advert asks for; a part of scoring, so that it is sliced."""
        reading = corrected(self._read[subject][1], self.postings[subject].needs)
        self._asked[subject] = asked_in(reading, self._title_of)
        for asked in self._asked[subject]:
            for skill in asked.any:
                self._naming[skill].add(subject)


def gaps_in(fit: Readiness, *places: Callable[[str], bool]) -> list[str]:
    """Return the skills to put on the plan, as subjects: one for each missing thing.

    Args:
        fit: The sum with the gaps.
        places: Each returns whether a subject stands somewhere; of several skills the
            first that stands in the earliest of these places is taken.
    """
    found: dict[str, None] = {}
    for term in fit.missing:
        subjects = [skill_subject(slug) for slug in (term.best, *term.asked.any)]
        there = (s for stands in places for s in subjects if stands(s))
        first = next(there, None)
        if first is not None:
            found[first] = None
    return list(found)
