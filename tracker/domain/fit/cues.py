"""The cues of a sentence that mean something where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.fit.cue_words import Means
from tracker.domain.fit.headings import Section
from tracker.domain.fit.years import AFTER_AT_LEAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.fit.finding import Mark
    from tracker.domain.fit.sentence import Sentence

_NEAR = 12  # characters from a wish to the years that are wished for
_NOTS = frozenset({"nicht", "not", "isn't", "aren't", "isn’t", "aren’t"})
_HYPHENED = frozenset({"free", "frei"})  # "a Java-free zone"
_OFFER_WITHIN = 30  # characters from the beginning of a sentence
_A_PLUS = re.compile(
    r"(?:\ba|\ban?|big|huge|real|strong|definite|added|great|major|ein|klares|gro(?:ß|ss)es"
    r"|dickes|absolutes|clear)[ \t\n]+$"
)
_NEGATED = re.compile(r"[^,.;:()!?\n]{0,25}")  # "musst du bei uns nicht"
# What somebody must do rather than know, and "a must-read".
_MUST_DO = re.compile(
    r"-(?:read|see|watch|do)\b|[ \t]+(?:also[ \t]+)?(?:submit|send|include|provide"
    r"|attach|apply|live|reside|relocate|travel|commute|love|pass"
    r"|be[ \t]+(?:based|located"
    r"|eligible|authori[sz]ed|willing|legally|at least|able to (?:travel|commute"
    r"|relocate|work|start)|a (?:uk|us|eu)|fluent))\b"
)
_NEEDED = ("required", "needed", "necessary", "essential", "mandatory")
_SAYS = (" is ", " are ", " be ")
# "The servers required to deliver features", but "you are required to know SQL".
_FOR = re.compile(
    r"[ \t]+to[ \t]+(?!(?:know|have|be|understand|bring|possess|master|demonstrate|show"
    r"|write|use|speak|code|program|work with)\b)[a-z]"
)


@dataclass(slots=True)
class Spoken:
    """A cue in a sentence, and on which sides of it skills may stand."""

    means: Means
    start: int
    end: int
    before: bool
    after: bool


def cues_of(sentence: Sentence) -> list[Spoken]:
    """Return the cues of a sentence, with "musst nicht" as one no."""
    return _negated(sentence, list(_cues(sentence)))


def _cues(sentence: Sentence) -> Iterator[Spoken]:
    """Yield the cues of a sentence that mean something where they stand."""
    hoped = -_NEAR  # where a wish ended: "ideally 3+ years" is none but that
    for mark in sentence.marks:
        given = mark.before or mark.after
        if mark.name is not None or given is None or mark.start < sentence.body:
            continue
        is_wish = mark.start - hoped < _NEAR
        if given.means is Means.YEARS and not is_wish and _is_least(sentence, mark):
            yield Spoken(Means.MUST, mark.start, mark.end, before=True, after=False)
        if given.means > Means.AT_LEAST or (given.means is Means.AT_LEAST and is_wish):
            continue  # of no weight: what stands in lists, and years
        cue = Spoken(
            given.means,
            mark.start,
            mark.end,
            mark.before is not None,
            mark.after is not None,
        )
        if _holds(sentence, cue):
            hoped = cue.end if cue.means is Means.NICE else hoped
            yield cue


def _is_least(sentence: Sentence, years: Mark) -> bool:
    """Return whether "3+ years" is asked for: "at least 3 years" in other words.

    Of themselves firms say it, too, so only where a heading asks.
    """
    if sentence.section is not Section.ASKED:
        return False
    return sentence.small[max(0, years.start - 3) : years.start].rstrip().endswith("+")


def _negated(sentence: Sentence, cues: list[Spoken]) -> list[Spoken]:
    """Return the cues with "musst nicht" and "not strictly required" as one no each."""
    found = cues[:1]
    for cue in cues[1:]:
        first = found[-1]
        if not _is_negated(sentence, first, cue):
            found.append(cue)
            continue
        left = [mark.end for mark in sentence.items if mark.start < first.start]
        back = bool(left) and _NEGATED.fullmatch(sentence.text, left[-1], first.start)
        found[-1] = Spoken(Means.NOT, first.start, cue.end, not back, bool(back))
    return found


def _is_negated(sentence: Sentence, first: Spoken, second: Spoken) -> bool:
    """Return whether two cues are a must and its no, with nothing between them."""
    no, must = (first, second) if first.means is Means.NOT else (second, first)
    if must.means is not Means.MUST or no.means is not Means.NOT:
        return False
    if sentence.small[no.start : no.end] not in _NOTS:
        return False
    if any(first.end <= mark.start < second.start for mark in sentence.items):
        return False
    return _NEGATED.fullmatch(sentence.text, first.end, second.start) is not None


def _holds(sentence: Sentence, cue: Spoken) -> bool:
    """Return whether a cue means what it says; may change what it means."""
    small = sentence.small
    if cue.means is Means.AT_LEAST:
        cue.means = Means.MUST
        is_more = sentence.section is not Section.NICE  # no must among what is nice
        return is_more and AFTER_AT_LEAST.match(small, cue.end) is not None
    if cue.means is Means.PLUS:
        cue.means = Means.NICE
        alone = small[cue.start - 1 : cue.start] + small[cue.end : cue.end + 1] == "()"
        head = small[max(0, cue.start - 12) : cue.start]
        return alone or _A_PLUS.search(head) is not None
    if cue.means is Means.NOT and small[cue.start : cue.end] in _HYPHENED:
        return any(mark.end == cue.start - 1 for mark in sentence.items)
    if cue.means is Means.OFFERED:
        near = cue.start - sentence.start <= _OFFER_WITHIN
        return near and not small.startswith(" to ", cue.end)
    return cue.means is not Means.MUST or _is_must(small, cue)


def _is_must(small: str, cue: Spoken) -> bool:
    """Return whether a must is said of what somebody knows."""
    if small.endswith(_NEEDED, cue.start, cue.end) and _FOR.match(small, cue.end):
        return small.endswith(
            _SAYS, max(0, cue.start - 4), cue.start
        )  # "SQL is required to take part"
    return _MUST_DO.match(small, cue.end) is None
