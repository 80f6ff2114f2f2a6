"""What ``milepost fit`` prints for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.fit.reading import Need
from tracker.domain.fit.scoring import need_of
from tracker.domain.readiness import CREDIT, CREDIT_LEARNING, FULL
from tracker.domain.work import Grade
from tracker.services.wording_fit import (
    doubt_sentence,
    language_sentence,
    reason_word,
)
from tracker.services.wording_proof import grade_word
from tracker.services.wording_scores import hundredths, need_name
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tracker.domain.fit.reading import Hit, Reading
    from tracker.domain.readiness import Readiness, Term
    from tracker.interchange.posting_values import PostingText

_LONGEST_SENTENCE = 160  # characters of one that is printed
_PARTS_IN_SUM = 40  # terms; the sum of more is not written out in one line


def advert_lines(
    posting: PostingText,
    reading: Reading,
    fit: Readiness | None,
    title_of: Callable[[str], str],
) -> Iterator[str]:
    """Yield the lines about one advert."""
    yield posting.title or tr("A job advert without a title")
    about = [posting.company, posting.place, posting.url]
    if any(about):
        yield "  " + " · ".join(filter(None, about))
    yield from _remarks(posting, reading)
    if fit is None:
        yield tr(
            "No skill of your roadmaps or the catalogue is named in this advert, so "
            "there is nothing to compare with."
        )
    else:
        yield from _sum_lines(fit)
        yield from _lists(fit)
    yield from _found(posting.text, reading, title_of)


def table_lines(rows: Sequence[tuple[str, str, Readiness | None]]) -> Iterator[str]:
    """Yield a table of several adverts: fit, what is missing, title and file."""
    yield tr("  Fit  Musts missing  Advert")
    for file, title, fit in rows:
        if fit is None:
            yield f"    –              –  {title or file}  ({file})"
            continue
        musts = [term for term in fit.terms if need_of(term) is Need.MUST]
        gone = sum(1 for term in musts if not term.has)
        missing = tr("{n} of {all}", n=gone, all=len(musts))
        yield f"{fit.percent:4d}%  {missing:>13}  {title or file}  ({file})"


def _remarks(posting: PostingText, reading: Reading) -> Iterator[str]:
    if not reading.phrases_were_read:
        yield language_sentence(reading.language)
    if reading.is_doubtful:
        yield doubt_sentence()
    if posting.left_out:
        yield tr_n(
            "{n} character at the end was too much and was not read.",
            "{n} characters at the end were too much and were not read.",
            posting.left_out,
        )


def _sum_lines(fit: Readiness) -> Iterator[str]:
    points, most = hundredths(fit.points), fit.most // FULL
    yield tr("Fit: {n}%", n=fit.percent)
    yield ""
    yield tr("How it is counted: sum of weight × credit, divided by the sum of weights")
    yield "  " + tr("weight: must 3, asked 2, nice 1")
    credits_ = ", ".join(
        f"{grade_word(grade).lower()} {hundredths(CREDIT[grade])}"
        for grade in (Grade.CLAIMED, Grade.PRACTISED, Grade.SHOWN, Grade.ENDORSED)
    )
    learning = hundredths(CREDIT_LEARNING)
    yield "  " + tr(
        "credit: missing 0, learning {learning}, {grades}",
        learning=learning,
        grades=credits_,
    )
    for term in fit.terms:
        weight, credit = term.asked.weight, hundredths(term.credit)
        product = f"{weight} × {credit:3} = {hundredths(term.points):3}"
        said = f"{term.asked.title} ({_state(term)})"
        yield f"  {need_name(need_of(term).word):5} {product}  {said}"
    if len(fit.terms) <= _PARTS_IN_SUM:
        parts = " + ".join(hundredths(term.points) for term in fit.terms)
        weights = " + ".join(str(term.asked.weight) for term in fit.terms)
        yield f"  ({parts}) / ({weights})"
    yield "  " + tr(
        "= {points} / {most} = {percent}%, rounded down",
        points=points,
        most=most,
        percent=fit.percent,
    )


def _lists(fit: Readiness) -> Iterator[str]:
    for grade in sorted({term.grade for term in fit.have}, reverse=True):
        yield tr("You have, {grade}:", grade=grade_word(grade).lower())
        yield from _titles(term for term in fit.have if term.grade is grade)
    if fit.in_progress:
        yield tr("In progress:")
        yield from _titles(fit.in_progress)
    if fit.missing:
        yield tr("Missing:")
        yield from _titles(fit.missing)


def _titles(terms: Iterable[Term]) -> Iterator[str]:
    for term in terms:
        yield f"  {need_name(need_of(term).word):5}  {term.asked.title}  ({term.best})"


def _found(
    text: str, reading: Reading, title_of: Callable[[str], str]
) -> Iterator[str]:
    if reading.hits:
        yield tr("Named in the advert (need, skill, words, from–to, sentence):")
    for hit in reading.hits:
        yield f"  {need_name(hit.need.word):5}  {_hit(hit, text, title_of)}"
    if reading.ignored:
        yield tr("Named, but not counted:")
    for each in reading.ignored:
        yield f"  {reason_word(each.reason)}: {_hit(each.hit, text, title_of)}"
    for years in reading.years:
        number = str(years.least)
        if years.most != years.least:
            number = f"{years.least}–{years.most}"
        of = ", ".join(map(title_of, years.skills))
        said = tr("Years of experience: {n}", n=number)
        yield f"{said} ({of})" if of else said


def _hit(hit: Hit, text: str, title_of: Callable[[str], str]) -> str:
    sentence = " ".join(text[hit.sentence_start : hit.sentence_end].split())
    if len(sentence) > _LONGEST_SENTENCE:
        sentence = sentence[:_LONGEST_SENTENCE].rstrip() + "…"
    title = title_of(hit.skill)
    words = " ".join(hit.words.split())
    return f"{title}  “{words}” {hit.start}–{hit.end}  {sentence}"


def _state(term: Term) -> str:
    if term.has:
        return grade_word(term.grade).lower()
    return tr("learning") if term.learning else tr("missing")
