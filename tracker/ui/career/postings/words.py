"""What Job fit says of an advert and of each thing that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.fit.reading import Reason
from tracker.domain.fit.scoring import any_of
from tracker.services.postings import LEFT_OUT, LONGEST_TEXT
from tracker.services.wording_fit import (
    doubt_sentence,
    language_sentence,
    reason_word,
)
from tracker.services.wording_proof import grade_word
from tracker.services.wording_scores import hundredths, need_name, product_text
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.fit.reading import Reading
    from tracker.services.scores import Sheet, SheetLine

    TitleOf = Callable[[str], str]


def line_title(line: SheetLine, title_of: TitleOf) -> str:
    """Return what is asked for, such as "Python or Java"."""
    return any_of(map(title_of, line.any))


def line_words(line: SheetLine) -> str:
    """Return how much it is needed and what the learner has of it."""
    if line.reason is not None:
        return tr("not counted: {why}", why=why_not(line))
    need = need_name(line.need)
    if line.put_right:
        need = tr("{need}, as you said", need=need)
    return tr("{have} · {need}", have=have_word(line), need=need)


def why_not(line: SheetLine) -> str:
    """Return why something does not count, empty where it does."""
    if line.reason is Reason.NOT_ASKED and line.put_right:
        return tr("not asked for, as you said")
    return "" if line.reason is None else reason_word(line.reason)


def have_word(line: SheetLine) -> str:
    """Return what the learner has of what is asked for."""
    term = line.term
    if term is None:
        return ""
    if term.has:
        return grade_word(term.grade)
    return tr("In progress") if term.learning else tr("Missing")


def points_text(line: SheetLine) -> str:
    """Return what a term adds, such as "3 × 0.8 = 2.4"."""
    term = line.term
    if term is None:
        return ""
    product, points = product_text(term), hundredths(term.points)
    return tr("{product} = {points}", product=product, points=points)


def remarks(sheet: Sheet) -> list[str]:
    """Return what has to be said of an advert before its score."""
    said = []
    reading = sheet.reading
    if sheet.is_broken:
        return [
            tr(
                "Something in this advert cannot be read, so there is no score. Its "
                "text is kept; Help, About tells where the log is that names the fault."
            )
        ]
    if reading is None:
        return []
    if sheet.fit is None:
        said.append(
            tr(
                "No skill of the catalogue is named in this advert, so there is no "
                "score. Select words in its text to say which skill they mean."
            )
        )
    if not reading.phrases_were_read:
        said.append(language_sentence(reading.language))
    if reading.is_doubtful:
        said.append(doubt_sentence())
    if sheet.posting.text.endswith(LEFT_OUT):
        sentence = tr("Only the first {n} characters were kept; the rest is left out.")
        said.append(sentence.format(n=f"{LONGEST_TEXT:,}"))
    return said


def years_text(reading: Reading | None, title_of: TitleOf) -> str:
    """Return the years of experience that an advert names, empty for none."""
    parts = []
    for years in () if reading is None else reading.years:
        number = str(years.least)
        if years.most != years.least:
            number = tr("{least}–{most}", least=years.least, most=years.most)
        about = ", ".join(map(title_of, years.skills))
        text = tr("{n} years of {about}", n=number, about=about)
        parts.append(text if about else tr("{n} years", n=number))
    if not parts:
        return ""
    found = "; ".join(dict.fromkeys(parts))
    return tr("Experience that it names, not counted: {years}", years=found)
