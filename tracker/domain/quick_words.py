"""The words of the quick log, and what a few of them say: a duration, or a day.

English only. The words stand in one table, `ENGLISH`; another language is another
`Language`. The order of words within a phrase is that of English.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# What may follow a word without being part of it, and what may stand before it.
TAIL = ".,;:!?…)]}>\"'”’»。、，；：！？）"
LEAD = "([{<\"'“‘«（"
CLOSERS = frozenset(")]}>\"'”’»）")
TAG_MARKS = "#＃@＠"
PHRASE_WORDS, PHRASE_LENGTH = 7, 80  # what is looked at together: keeps reading linear
_WORD_LENGTH = 40  # characters of a word that a phrase may hold
JOINERS = "\u200c\u200d"  # they shape letters and emoji
_DROPPED = frozenset({"Cc", "Cf", "Cs"})
_SHAPELESS = _DROPPED | {"Mn", "Me", "Mc", "Sk"}
_FRACTIONS = str.maketrans({"½": ".5", "¼": ".25", "¾": ".75"})


@dataclass(frozen=True, eq=False, kw_only=True)
class Language:
    """The words of a language, in lower case.

    Attributes:
        spans: Fixed phrases and their minutes.
        lasting: May stand before a duration and goes with it.
        clock: After one of these a number of hours is a time of day or a limit.
        elapsed: Before one of these it says when, not how long.
        days: Fixed phrases and how many days they lie back.
        ages: Units of "2 days ago" and their days.
        short_weekdays: Forms that are also ordinary words, so their place must fit.
        doubtful_months: Month names that are also ordinary words.
        vague: After one of these a weekday is no certain day.
        past: What may stand before a weekday; the first one before any date as well.
        verbs: Short weekdays that are verbs, and what follows them as such.
        versions: After one of these ``3.11.`` is a version.
    """

    hours: tuple[str, ...]
    minutes: tuple[str, ...]
    numbers: Mapping[str, int]
    articles: tuple[str, ...]
    conjunction: str
    and_a_half: str
    spans: Mapping[str, int]
    lasting: tuple[str, ...]
    clock: frozenset[str]
    elapsed: tuple[str, ...]
    days: Mapping[str, int]
    ages: Mapping[str, int]
    ago: str
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    months: Mapping[str, int]
    doubtful_months: frozenset[str]
    ordinals: tuple[str, ...]
    the: str
    of: str
    past: tuple[str, ...]
    coming: str
    vague: frozenset[str]
    verbs: Mapping[str, frozenset[str]]
    versions: frozenset[str]


def _all(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_ONES = _all("one two three four five six seven eight nine ten eleven twelve")
_MONTHS = _all(
    "january february march april may june july"
    " august september october november december"
)
_WEEKDAYS = _all("monday tuesday wednesday thursday friday saturday sunday")

ENGLISH = Language(
    hours=_all("h hr hrs hour hours houres horus"),
    minutes=_all("m min mins minute minutes minuts minuets"),
    numbers={word: n for n, word in enumerate(_ONES, 1)}
    | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45}
    | {"fifty": 50, "sixty": 60, "ninety": 90},
    articles=("a", "an"),
    conjunction="and",
    and_a_half="and a half",
    spans={"half an hour": 30, "a half hour": 30, "half hour": 30}
    | {"an hour": 60, "an hour and a half": 90, "three quarters of an hour": 45}
    | {"a quarter of an hour": 15, "quarter of an hour": 15}
    | {"a couple of hours": 120, "couple of hours": 120},
    lasting=("for", "in"),
    clock=frozenset(_all("at from until till to by before since every within")),
    elapsed=("ago", "later", "earlier"),
    days={"today": 0, "yesterday": 1, "yesteday": 1, "yestrday": 1, "yesterdy": 1}
    | {"the day before yesterday": 2, "day before yesterday": 2}
    | {"tomorrow": -1, "the day after tomorrow": -2, "day after tomorrow": -2},
    ages={"day": 1, "days": 1, "week": 7, "weeks": 7},
    ago="ago",
    weekdays={word: n for n, word in enumerate(_WEEKDAYS)},
    short_weekdays={word[:3]: n for n, word in enumerate(_WEEKDAYS)}
    | {"tues": 1, "thur": 3, "thurs": 3},
    months={word: n for n, word in enumerate(_MONTHS, 1)}
    | {word[:3]: n for n, word in enumerate(_MONTHS, 1)}
    | {"sept": 9},
    doubtful_months=frozenset({"may", "march", "mar"}),
    ordinals=("st", "nd", "rd", "th"),
    the="the",
    of="of",
    past=("on", "last", "on last"),
    coming="next",
    vague=frozenset({"the", "every", "each"}),
    verbs={"sat": frozenset(_all("down with in through at by on for and"))},
    versions=frozenset(_all("version release v to python node")),
)


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


class Word(NamedTuple):
    """A run of a line without blanks.

    Attributes:
        lead: Where it begins, with the brackets and quotes before it.
        start: Where it begins without them.
        end: Where it ends, punctuation included.
        plain: What can be seen of it from `start` on.
        folded: The same for comparing; empty if it is too long for a phrase.
    """

    lead: int
    start: int
    end: int
    plain: str
    folded: str


def split_words(line: str) -> Iterator[Word]:
    """Return the words of a line, apart from what nobody can see.

    Emoji, and tags after a comma, are words of their own also without a blank.
    """
    for match in re.finditer(r"\S+", line):
        cuts = [0, *_cuts(match.group()), len(match.group())]
        for first, after in pairwise(cuts):
            end = match.start() + after
            seen = range(match.start() + first, end)
            lead = next((i for i in seen if _is_kept(line[i])), end)
            begin = next((i for i in range(lead, end) if _begins(line[i])), lead)
            if plain := kept(line[begin:end]):
                yield Word(lead, begin, end, plain, _folded(plain))


def kept(text: str) -> str:
    """Return text without control and invisible formatting characters."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(filter(_is_kept, text))


def place_before(line: str, end: int, seen: int) -> int:
    """Return where the last ``seen`` visible characters before ``end`` begin."""
    while seen:
        end -= 1
        seen -= _is_kept(line[end]) and line[end] not in JOINERS
    return end


def _is_kept(char: str) -> bool:
    return char in JOINERS or unicodedata.category(char) not in _DROPPED


def _begins(char: str) -> bool:
    return char not in LEAD and _is_kept(char)


def _cuts(run: str) -> Iterator[int]:
    if run.isascii() and "," not in run and ";" not in run:
        return
    if "://" in run or run.startswith("www."):
        return
    was: bool | None = None
    for place, char in enumerate(run):
        category = unicodedata.category(char)
        is_emoji = was if category in _SHAPELESS else category == "So"
        lists = char in TAG_MARKS and run[place - 1] in ",;，；、"
        if place and (lists or (was is not None and is_emoji != was)):
            yield place
        was = is_emoji


def _folded(plain: str) -> str:
    if len(plain) > _WORD_LENGTH:
        return ""
    seen = (char for char in plain if char not in JOINERS)
    text = "".join(map(_plainest, seen)).translate(_FRACTIONS)
    folded = text.casefold()
    if text.rstrip(TAIL).endswith("M") and "h" not in folded:
        return text  # "5M" is five million
    return folded


def _plainest(char: str) -> str:
    alike = unicodedata.normalize("NFKC", char)
    return alike if len(alike) == 1 else char  # so that a tail keeps its length
