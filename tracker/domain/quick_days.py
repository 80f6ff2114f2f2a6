"""Which day is meant: "yesterday", "last mon", "24 Nov", "24/11/2026", "+3"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain.quick_said import Care, Said, Why, any_of, compiled, extent
from tracker.domain.quick_split import TAIL
from tracker.domain.typos import one_typo

if TYPE_CHECKING:
    import re

    from tracker.domain.quick_words import Language

_MONTHS = 12
_TYPO_LENGTH = 5  # characters; shorter words are too much like each other
_ALL_DAY = ("24", "7")  # "24/7" is no day

Groups = dict[str, str | None]


class Days:
    """Reads days, which may lie in the future.

    A day without a year or week is the last such day; with ``ahead`` the next one,
    today included, and "+3" and "in 3 days" are understood as well.
    """

    def __init__(self, language: Language) -> None:
        """Know the words of a language."""
        self._language = language
        self._days = _days(language)
        self._ahead = _ahead(language)
        names = (*language.days, *language.weekdays)
        self._names = tuple(n for n in names if " " not in n and len(n) >= _TYPO_LENGTH)

    def read(self, phrase: str, today: date, *, ahead: bool = False) -> Said | None:
        """Return the day that a phrase begins with."""
        forms = self._ahead + self._days if ahead else self._days
        said = self._said(forms, phrase, today, ahead=ahead)
        if said is None and (mended := self._mended(phrase)):
            said = self._said(forms, mended, today, ahead=ahead)
            if said and said.care is not Care.NONE:
                said = said._replace(care=Care.EDGE)
        return said

    def _said(
        self,
        forms: tuple[re.Pattern[str], ...],
        phrase: str,
        today: date,
        *,
        ahead: bool,
    ) -> Said | None:
        match = next(filter(None, (form.match(phrase) for form in forms)), None)
        if match is None:
            return None
        groups = match.groupdict()
        care, why = self._care(groups), Why.NO_DAY
        if groups.get("long"):
            return Said(*extent(match), care=Care.EDGE, why=Why.WHICH)
        if groups.get("a"):
            if (groups["a"], groups["b"]) == _ALL_DAY and not groups["y"]:
                return None
            why = _order(groups)
        try:
            day = self._date(groups, today, ahead=ahead) if why is Why.NO_DAY else None
        except (ValueError, OverflowError):
            day = None
        certain = groups.get("month") or groups.get("y") or why is Why.ORDER
        if day is None and not certain:
            return None
        return Said(*extent(match), day=day, care=care, why=why)

    def _date(self, said: Groups, today: date, *, ahead: bool) -> date | None:
        language = self._language
        if phrase := said.get("back"):
            return today - timedelta((language.days | language.nights)[phrase])
        if count := said.get("n"):
            days = self._many(count) * language.ages[said.get("unit") or language.day]
            return today + timedelta(days if said.get("plus") else -days)
        if name := said.get("weekday"):
            weekday = {**language.weekdays, **language.short_weekdays}[name]
            return _weekday(weekday, today, self._direction(said["on"], ahead=ahead))
        name = said.get("month")
        month = language.months[name] if name else int(said["mo"] or "")
        day, year = int(said["d"] or ""), said.get("y")
        if year:
            return date(int(year), month, day)
        return _nearest(month, day, today, ahead=ahead)

    def _many(self, count: str) -> int:
        known = self._language.numbers.get(count)
        return 1 if count in self._language.articles else known or int(count)

    def _direction(self, word: str | None, *, ahead: bool) -> int:
        """Return 1 for a day to come, 0 for one that may be today, -1 for the past."""
        language = self._language
        if word == language.coming:
            return 1
        return 0 if ahead and word in {None, language.past[0]} else -1

    def _care(self, said: Groups) -> Care:
        language, weekday = self._language, said.get("weekday")
        also_prose = (
            weekday in language.short_weekdays
            or said.get("month") in language.doubtful_months
            or said.get("back") in language.nights
        )
        care = Care.NONE
        if said.get("on") or said.get("y"):
            pass
        elif also_prose:
            care = Care.EDGE
        elif weekday:
            care = Care.NAME
        elif said.get("a"):
            care = Care.FRACTION
        elif said.get("mo"):
            care = Care.VERSION
        return care

    def _mended(self, phrase: str) -> str:
        """Return a phrase whose name of a day has one slip of the pen less."""
        words = phrase.split(" ", 2)
        before = {*self._language.past, self._language.coming}
        place = 1 if len(words) > 1 and words[0] in before else 0
        word = words[place].rstrip(TAIL)
        if len(word) < _TYPO_LENGTH - 1 or word.endswith("s"):  # "mondays" is no slip
            return ""
        meant = {
            (self._language.days.get(name), self._language.weekdays.get(name)): name
            for name in self._names
            if abs(len(name) - len(word)) <= 1 and one_typo(word, name)
        }
        if len(meant) != 1:
            return ""
        words[place] = meant.popitem()[1] + words[place][len(word) :]
        return " ".join(words)


def _order(groups: Groups) -> Why:
    """Put day and month where they belong, if it is certain which is which."""
    one, other = int(groups["a"] or ""), int(groups["b"] or "")
    year = groups["y"] or ""
    groups["d"], groups["mo"] = groups["a"], groups["b"]
    if one <= _MONTHS < other:
        groups["d"], groups["mo"] = groups["b"], groups["a"]
    certain = max(one, other) > _MONTHS or (one == other and year)
    short = len(year) == 2  # 24/11/26 may also begin with its year
    return Why.NO_DAY if certain and not short else Why.ORDER


def _days(language: Language) -> tuple[re.Pattern[str], ...]:
    count = any_of([*language.numbers, *language.articles])
    on = rf"(?:(?P<on>{language.past[0]}) )?(?:{language.the} )?"
    which = rf"(?:(?P<on>{any_of([*language.past, language.coming])}) )?"
    weekday = any_of([*language.weekdays, *language.short_weekdays])
    day = rf"(?P<d>\d\d?){any_of(language.ordinals)}?"
    month = rf"(?P<month>{any_of(language.months)})\.?"
    year = r"(?:,? (?P<y>(?:19|20)\d\d))?"
    unit = rf"(?P<unit>{any_of(language.ages)})"
    return compiled(
        (
            rf"(?P<back>{any_of([*language.days, *language.nights])})",
            rf"(?P<long>{any_of(language.long)})",
            rf"(?P<n>\d{{1,4}}|{count}(?= )) ?{unit} {language.ago}",
            rf"{which}(?P<weekday>{weekday})",
            rf"{on}(?P<y>\d{{4}})(?P<sep>[-/])(?P<mo>\d\d?)(?P=sep)(?P<d>\d\d?)",
            rf"{on}(?P<a>\d\d?)(?P<sep>[-/])(?P<b>\d\d?)(?P=sep)(?P<y>\d{{4}})",
            rf"{on}(?P<a>\d\d?)/(?P<b>\d\d?)(?:/(?P<y>\d\d))?",
            rf"{on}(?P<d>\d\d?)\.(?P<mo>\d\d?)\.(?P<y>\d{{4}})?",
            rf"{on}{day}\.? (?:{language.of} )?{month}{year}",
            rf"{on}{month} {day}{year}",
        )
    )


def _ahead(language: Language) -> tuple[re.Pattern[str], ...]:
    count = any_of([*language.numbers, *language.articles])
    unit = rf"(?P<unit>{any_of(language.ages)})"
    return compiled(
        (
            rf"(?P<plus>\+|{language.in_} )(?P<n>\d{{1,4}}|{count}(?= )) ?{unit}",
            r"(?P<plus>\+) ?(?P<n>\d{1,4})",
        )
    )


def _weekday(number: int, today: date, direction: int) -> date:
    if direction > 0:
        return today + timedelta((number - today.weekday() - 1) % 7 + 1)
    if direction < 0:
        return today - timedelta((today.weekday() - number) % 7)
    return today + timedelta((number - today.weekday()) % 7)


def _nearest(month: int, day: int, today: date, *, ahead: bool) -> date | None:
    for year in (today.year, today.year + (1 if ahead else -1)):
        try:
            found = date(year, month, day)
        except ValueError:  # 29 February, or no such day at all
            continue
        if found >= today if ahead else found <= today:
            return found
    return None
