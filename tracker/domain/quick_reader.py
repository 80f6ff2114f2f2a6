"""What a few words say: a duration, or a day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.quick_split import TAIL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tracker.domain.quick_words import Language

PHRASE_WORDS, PHRASE_LENGTH = 7, 80  # what is looked at together: keeps reading linear


class Care(Enum):
    """Where a phrase must stand to be taken for a day."""

    NONE = "anywhere"
    NAME = "not after a word that makes it vague"
    EDGE = "at the start or the end of the line"
    VERSION = "not where it may be a version"


class Said(NamedTuple):
    """What the first words of a phrase say.

    Attributes:
        words: How many words say it.
        tail: How many characters of punctuation follow in the last of them.
        minutes: Of a duration.
        day: ``None`` in a duration, and where the calendar has no such day.
        care: Where it must stand to count.
    """

    words: int
    tail: int
    minutes: int = 0
    day: date | None = None
    care: Care = Care.NONE


class Reader:
    """Reads durations and days at the beginning of phrases.

    A phrase has lower case, single blanks, and at most `PHRASE_LENGTH` characters.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._durations = _durations(language)
        self._days = _days(language)

    def duration(self, phrase: str) -> Said | None:
        """Return the duration that a phrase begins with; it may be of any length."""
        for pattern in self._durations:
            if match := pattern.match(phrase):
                words, tail = _extent(match)
                return Said(words, tail, self._minutes(match.groupdict()))
        return None

    def day(self, phrase: str, today: date) -> Said | None:
        """Return the day that a phrase begins with, which may lie in the future."""
        for pattern in self._days:
            match = pattern.match(phrase)
            if match is None:
                continue
            said = match.groupdict()
            try:
                day = self._date(said, today)
            except (ValueError, OverflowError):
                day = None
            if day is None and (said.get("month") or said.get("y")) is None:
                return None
            return Said(*_extent(match), day=day, care=self._care(said))
        return None

    def _minutes(self, said: Mapping[str, str | None]) -> int:
        if span := said.get("span"):
            return self.language.spans[span]
        half = 30 if said.get("half") else 0
        hours, minutes = (self._number(said.get(unit) or "0") for unit in "hm")
        times = self._number(said.get("times") or "1")
        return int((hours * 60 + minutes + half) * times + 0.5)

    def _number(self, word: str) -> float:
        known = self.language.numbers.get(word)
        return float(word.replace(",", ".")) if known is None else known

    def _date(self, said: Mapping[str, str | None], today: date) -> date | None:
        language = self.language
        if phrase := said.get("back"):
            return today - timedelta(language.days[phrase])
        if unit := said.get("unit"):
            count = said["n"] or ""
            many = 1 if count in language.articles else int(self._number(count))
            return today - timedelta(many * language.ages[unit])
        if name := said.get("weekday"):
            coming = said["on"] == language.coming
            number = {**language.weekdays, **language.short_weekdays}[name]
            return _weekday(number, today, coming=coming)
        name = said.get("month")
        month = language.months[name] if name else int(said["mo"] or "")
        day, year = int(said["d"] or ""), said.get("y")
        return date(int(year), month, day) if year else _recent(month, day, today)

    def _care(self, said: Mapping[str, str | None]) -> Care:
        if said.get("on"):
            return Care.NONE
        if name := said.get("weekday"):
            return Care.EDGE if name in self.language.short_weekdays else Care.NAME
        if name := said.get("month"):
            doubtful = name in self.language.doubtful_months
            return Care.EDGE if doubtful else Care.NONE
        return Care.VERSION if said.get("mo") and not said.get("y") else Care.NONE


@lru_cache(maxsize=4)
def reader(language: Language) -> Reader:
    """Return the reader of a language, made when first needed."""
    return Reader(language)


def _extent(match: re.Match[str]) -> tuple[int, int]:
    return match.group().count(" ") + 1, len(match["tail"])


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


def _compiled(forms: Iterable[str], after: str = "") -> tuple[re.Pattern[str], ...]:
    tail = rf"(?P<tail>[{re.escape(TAIL)}]*)(?= |\Z){after}"
    return tuple(re.compile(form + tail) for form in forms)


def _durations(language: Language) -> tuple[re.Pattern[str], ...]:
    hours, minutes = _any(language.hours), _any(language.minutes)
    named = _any(language.numbers)
    count = rf"(?:\d+|{named})"
    number = rf"(?:\d+(?:[.,]\d\d?)?|\.\d\d?|{named})"
    half, joined = language.and_a_half, f"(?:{language.conjunction} )?"
    times = rf"(?P<times>\d+|{named}) ?[x×] ?"
    forms = (
        rf"{times}(?P<h>{number}) ?{hours}",
        rf"{times}(?P<m>{number}) ?{minutes}",
        rf"(?P<h>\d+):(?P<m>[0-5]\d) ?{hours}",
        rf"(?P<h>\d+){hours}(?P<m>[0-5]?\d){minutes}?",
        rf"(?P<h>{number}) ?{hours} (?P<half>{half})",
        rf"(?P<h>{count}) (?P<half>{half}) ?{hours}",
        rf"(?P<h>{number}) ?{hours} {joined}(?P<m>{count}) ?{minutes}",
        rf"(?P<h>{number}) ?{hours}",
        rf"(?P<m>{number}) ?{minutes}",
        rf"(?P<span>{_any(language.spans)})",
    )
    before = rf"(?:{_any(language.lasting)} )?~?"
    after = rf"(?! {_any(language.elapsed)}\b)"
    return _compiled((before + form for form in forms), after)


def _days(language: Language) -> tuple[re.Pattern[str], ...]:
    count = _any([*language.numbers, *language.articles])
    on = rf"(?:(?P<on>{language.past[0]}) )?(?:{language.the} )?"
    which = rf"(?:(?P<on>{_any([*language.past, language.coming])}) )?"
    weekday = _any([*language.weekdays, *language.short_weekdays])
    day = rf"(?P<d>\d\d?){_any(language.ordinals)}?"
    month = rf"(?P<month>{_any(language.months)})\.?"
    year = r"(?:,? (?P<y>(?:19|20)\d\d))?"
    return _compiled(
        (
            rf"(?P<back>{_any(language.days)})",
            rf"(?P<n>\d{{1,4}}|{count}) (?P<unit>{_any(language.ages)}) {language.ago}",
            rf"{which}(?P<weekday>{weekday})",
            rf"{on}(?P<y>\d{{4}})-(?P<mo>\d\d?)-(?P<d>\d\d?)",
            rf"{on}(?P<d>\d\d?)\.(?P<mo>\d\d?)\.(?P<y>\d{{4}})?",
            rf"{on}{day}\.? (?:{language.of} )?{month}{year}",
            rf"{on}{month} {day}{year}",
        )
    )


def _weekday(number: int, today: date, *, coming: bool) -> date:
    if coming:
        return today + timedelta((number - today.weekday() - 1) % 7 + 1)
    return today - timedelta((today.weekday() - number) % 7)


def _recent(month: int, day: int, today: date) -> date | None:
    for year in (today.year, today.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:  # 29 February, or no such day at all
            continue
        if found <= today:
            return found
    return None
