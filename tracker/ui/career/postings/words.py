"""What Job fit says of an advert and of each thing that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.fit.reading import Reason
from tracker.services.postings import LONGEST_TEXT
from tracker.services.wording_fit import any_of, hundredths, need_word
from tracker.services.wording_proof import grade_word
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.services.scores import Line, Sheet

    TitleOf = Callable[[str], str]


def line_title(line: Line, title_of: TitleOf) -> str:
    """Return what is asked for, such as "Python or Java"."""
    return any_of(map(title_of, line.any))


def line_words(line: Line) -> str:
    """Return how much it is needed and what the learner has of it."""
    if line.term is None:
        return tr("not counted: {why}", why=reason_words(line.reason))
    need = need_word(line.need)
    return tr("{have} · {need}", have=have_word(line), need=need)


def have_word(line: Line) -> str:
    """Return what the learner has of what is asked for."""
    term = line.term
    if term is None:
        return ""
    if term.has:
        return grade_word(term.grade)
    return tr("In progress") if term.learning else tr("Missing")


def points_text(line: Line) -> str:
    """Return what a term adds, such as "3 × 0.8 = 2.4"."""
    term = line.term
    if term is None:
        return ""
    weight, credit = term.asked.weight, hundredths(term.credit)
    points = hundredths(term.points)
    return tr("{n} × {credit} = {points}", n=weight, credit=credit, points=points)


def reason_words(reason: Reason | None) -> str:
    """Return why a name in an advert does not count."""
    return {
        Reason.NOT_ASKED: tr("it is not asked for"),
        Reason.OFFERED: tr("it is what they offer"),
        Reason.ABOUT: tr("it is about the employer"),
        Reason.APPLYING: tr("it is about how to apply"),
    }.get(reason or Reason.NOT_ASKED, tr("it is not asked for"))


def remarks(sheet: Sheet) -> list[str]:
    """Return what has to be said of an advert before its score."""
    said = []
    reading = sheet.reading
    if reading is None:
        return []
    if sheet.fit is None:
        said.append(
            tr(
                "No skill of the catalogue is named in this advert, so there is no "
                "score. Mark words in its text to say which skill they mean."
            )
        )
    if not reading.phrases_were_read:
        said.append(
            tr(
                "This advert seems to be in another language than English or German. "
                "Names of technologies were found all the same; phrases such as "
                "“must” or “nice to have” were not read."
            )
        )
    if len(sheet.posting.text) >= LONGEST_TEXT - 1:
        sentence = tr("Only the first {n} characters were kept; the rest is left out.")
        said.append(sentence.format(n=f"{LONGEST_TEXT:,}"))
    return said
