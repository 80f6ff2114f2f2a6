"""How long something took: "1h30", "2 x 25 min", "9:00-10:30"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.quick_said import Care, Said, any_of, compiled, extent

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from tracker.domain.quick_words import Language

_DAY, _HALF_DAY = 24 * 60, 12 * 60  # minutes


class Times:
    """Reads durations, and spans from one time of day to another."""

    def __init__(self, language: Language) -> None:
        """Know the words of a language."""
        self._language = language
        self._spans = _spans(language)
        self._durations = _durations(language)
        (self._clock,) = compiled([r"(?P<h>\d\d?):(?P<m>[0-5]\d)"], r"(?! [ap]m\b)")

    def read(self, phrase: str) -> Said | None:
        """Return the duration that a phrase begins with; it may be of any length."""
        for pattern in self._spans:
            match = pattern.match(phrase)
            if match and (minutes := _between(match.groupdict())):
                return Said(*extent(match), minutes, care=Care.SPAN)
        for pattern in self._durations:
            if match := pattern.match(phrase):
                return Said(*extent(match), self._minutes(match.groupdict()))
        if match := self._clock.match(phrase):
            minutes = int(match["h"]) * 60 + int(match["m"])
            return Said(*extent(match), minutes, care=Care.CLOCK)
        return None

    def _minutes(self, said: Mapping[str, str | None]) -> int:
        if span := said.get("span"):
            return self._language.spans[span]
        half = 30 if said.get("half") else 0
        hours, minutes = (self._number(said.get(unit) or "0") for unit in "hm")
        times = self._number(said.get("times") or "1")
        return int((hours * 60 + minutes + half) * times + 0.5)

    def _number(self, word: str) -> float:
        known = self._language.numbers.get(word)
        return float(word.replace(",", ".")) if known is None else known


def _between(said: Mapping[str, str | None]) -> int:
    """Return the minutes from one time of day to the next other."""
    ends = said.get("b_half")
    starts = said.get("a_half") or ends
    if ends and "0" in (said["a_h"], said["b_h"]):
        return 0
    one, other = (
        int(said[f"{end}_h"] or "") * 60 + int(said[f"{end}_m"] or "0") for end in "ab"
    )
    if not ends:
        return (other - one) % _DAY
    one, other = one % _HALF_DAY, other % _HALF_DAY
    if not said.get("a_half"):
        return (other - one) % _HALF_DAY  # "11-1pm"
    one += _HALF_DAY if starts == "pm" else 0
    other += _HALF_DAY if ends == "pm" else 0
    return (other - one) % _DAY


def _spans(language: Language) -> tuple[re.Pattern[str], ...]:
    hour = r"(?:[01]?\d|2[0-4])"
    joins = rf" ?{any_of(language.span_joins)} ?"
    before = rf"(?:{any_of(language.span_starts)} )?"
    return compiled(
        (
            before + from_ + joins + until
            for from_, until in (
                (
                    rf"(?P<a_h>{hour}):(?P<a_m>[0-5]\d)",
                    rf"(?P<b_h>{hour}):(?P<b_m>[0-5]\d)(?! ?[ap]m\b)",
                ),
                (
                    r"(?P<a_h>1?\d)(?::(?P<a_m>[0-5]\d))? ?(?P<a_half>[ap]m)?",
                    r"(?P<b_h>1?\d)(?::(?P<b_m>[0-5]\d))? ?(?P<b_half>[ap]m)",
                ),
            )
        )
    )


def _durations(language: Language) -> tuple[re.Pattern[str], ...]:
    hours, minutes = any_of(language.hours), any_of(language.minutes)
    named = any_of(language.numbers)
    count = rf"(?:\d+|{named})"
    number = rf"(?:\d+(?:[.,]\d\d?)?|\.\d\d?|{named})"
    half, joined = language.and_a_half, rf"(?:(?:{language.conjunction}|\+) ?)?"
    times = rf"(?P<times>\d+|{named}) ?[x×] ?"
    forms = (
        rf"{times}(?P<h>{number}) ?{hours}",
        rf"{times}(?P<m>{number}) ?{minutes}",
        rf"(?P<h>\d+):(?P<m>[0-5]\d) ?{hours}",
        rf"(?P<h>\d+){hours}(?P<m>[0-5]?\d){minutes}?",
        rf"(?P<h>{number}) ?{hours} (?P<half>{half})",
        rf"(?P<h>{count}) (?P<half>{half}) ?{hours}",
        rf"(?P<h>{number}) ?{hours}(?: {joined}|\+)(?P<m>{count}) ?{minutes}",
        rf"(?P<h>{number}) ?{hours}",
        rf"(?P<m>{number}) ?{minutes}",
        rf"(?P<span>{any_of(language.spans)})",
    )
    before = rf"(?:{any_of(language.lasting)} )?[~+]?"
    after = rf"(?! {any_of(language.elapsed)}\b)"
    return compiled((before + form for form in forms), after)
