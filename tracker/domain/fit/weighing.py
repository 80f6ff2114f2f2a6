"""How much each skill of a sentence is wanted: the cues beside it, else the heading.

The rule, in `docs/fit.md` in full. A cue speaks for the skills on its usual side, up to
the next cue; "must" and "no" reach no further than the list that they stand before or
behind. What no cue speaks for has the need of the heading above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from tracker.domain.fit.cue_words import Means
from tracker.domain.fit.cues import cues_of
from tracker.domain.fit.finding import is_listed
from tracker.domain.fit.headings import Section
from tracker.domain.fit.reading import Need, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.fit.cues import Spoken
    from tracker.domain.fit.finding import Mark
    from tracker.domain.fit.sentence import Sentence

    Weighed: TypeAlias = tuple[Mark, Need | Reason]

_NEEDS = {Means.MUST: Need.MUST, Means.NICE: Need.NICE, Means.ASKED: Need.ASKED}
_WIDE = (Means.NICE, Means.ASKED, Means.NOT_ONLY)  # they reach to the next cue
_FARTHEST_NO = 48  # characters between "no" and what it denies
# A list of what must be: short phrases, each with a name, "REST API design, and AWS".
_GOES_ON = re.compile(
    r"[^,.;:!?]*"
    r"|(?:[ \w)-]{0,20}|[ \w-]{0,12}\([^()\n]{0,40}\)[ ]*),[ \t\n]*"
    r"(?:(?:and|und|as well as|sowie)[ \t\n]+)?"
    r"(?:[\w-]+[ \t]+){0,2}\(?"
)
_DISPENSABLE = re.compile(
    r"\([^()\n]{2,60}[ ,](?:or|oder)[ \t]+(?:self-?(?:managed|hosted|built)|none"
    r"|neither|on-?prem(?:ises?)?|bare metal|something else|whatever"
    r"|selbst \w+)[^()\n]{0,20}\)",
    re.IGNORECASE,
)
_BOTH = re.compile(r"[ \t]*(?:and|und|sowie|&|\+)[ \t]*")
_LETTERS = re.compile(r"[^\W\d_]+|\d+")
# Besides these, a bracket that ends in "is a plus" has a subject of its own.
_OF_IT = frozenset(
    """
    a an the is are would be this that these those it which also very highly really
    strongly big huge great real strong definite major clear added all both each not
    strictly absolutely but though although or and no must have has to if possible
    nice considered seen as ein eine ist sind wäre wären das dies diese auch sehr
    klarer klares großer großes absolut kein keine muss aber nicht zwingend beide
    beides alle wird werden
    """.split()  # noqa: SIM905  # as a list it would fill a screen
)
_NO_MORE = re.compile(r"[ \t]*(?:[.,;!)]|$)")
_ENDS = frozenset(("", *",.;!)"))
_ARTICLES = ("a ", "ein ")  # "is a must"
_BEGINS = re.compile(
    r"[ \t]*(?:[:(]|(?:is|are|would|sind|ist|w(?:ä|ae)ren?|skills?|qualifications?"
    r"|experience|knowledge|kenntnisse|requirements?|erforderlich)\b)"
)
_OF_SECTION: dict[Section, Need | Reason] = {
    Section.NONE: Need.ASKED,
    Section.ASKED: Need.ASKED,
    Section.MUST: Need.MUST,
    Section.NICE: Need.NICE,
    Section.NOT: Reason.NOT_ASKED,
    Section.ELSEWHERE: Reason.NOT_ASKED,
    Section.OFFERED: Reason.OFFERED,
    Section.ABOUT: Reason.ABOUT,
    Section.APPLYING: Reason.APPLYING,
}
# By its number, which is faster than by its hash.
_STANDARD = tuple(_OF_SECTION.get(each, Need.ASKED) for each in Section)


def weigh(sentence: Sentence) -> list[Weighed]:
    """Return every technology of a sentence with its need, or why it does not count."""
    weighed = _weighed(sentence)
    has_brackets = sentence.text.find("(", sentence.start, sentence.end) >= 0
    return _spared(sentence, weighed) if has_brackets else weighed


def _weighed(sentence: Sentence) -> list[Weighed]:
    items = sentence.items
    has_cues = len(items) < len(sentence.marks)
    cues = cues_of(sentence) if has_cues else []
    standard = _STANDARD[sentence.section - 1]
    if standard is Reason.NOT_ASKED:
        cues = [cue for cue in cues if cue.means is not Means.MUST]
    if not cues or standard is Reason.OFFERED or standard is Reason.APPLYING:
        return [(mark, standard) for mark in items]
    means = {cue.means for cue in cues}
    if Means.APPLYING in means:
        return [(mark, Reason.APPLYING) for mark in items]
    if standard is Reason.ABOUT and Means.STACK in means:
        standard = Need.ASKED
    said = {} if standard is Reason.ABOUT else _said(sentence, items, cues)
    for cue in cues:
        if cue.means is Means.OFFERED:
            said |= {m.start: Reason.OFFERED for m in items if m.start > cue.end}
    return [(mark, said.get(mark.start, standard)) for mark in items]


def _said(
    sentence: Sentence, items: list[Mark], cues: list[Spoken]
) -> dict[int, Need | Reason]:
    """Return what the cues say, by where the item begins of which they say it."""
    said: dict[int, Need | Reason] = {}
    before: list[int] = []  # of what "but a plus" would speak
    for clause in _clauses(sentence, items, cues):
        if clause.takes_back():
            said |= dict.fromkeys(before, Need.NICE)
        clause.speak(said)
        inside = [mark.start for mark in clause.items]
        denied = [at for at in inside if said.get(at) is Reason.NOT_ASKED]
        last = [mark.start for mark in _last_list(sentence.text, clause.items)]
        before = denied or [at for at in last if at not in said]
    return said


def _last_list(text: str, items: list[Mark]) -> list[Mark]:
    """Return the last items that stand in one list: of them "but no must" speaks."""
    first = len(items) - 1
    while first > 0 and is_listed(text, items[first - 1], items[first]):
        first -= 1
    return items[max(0, first) :]


def _spared(sentence: Sentence, weighed: list[Weighed]) -> list[Weighed]:
    """Return each item with its need, but no must for examples one can do without.

    "Kubernetes (EKS, GKE or self-managed)": neither of the two is a must.
    """
    found = _DISPENSABLE.search(sentence.text, sentence.start, sentence.end)
    if found is None:
        return weighed
    return [
        (mark, Need.ASKED if within and need is Need.MUST else need)
        for mark, need in weighed
        for within in [found.start() < mark.start < found.end()]
    ]


@dataclass(slots=True)
class _Clause:
    """A part of a sentence in which cues speak for items."""

    sentence: Sentence
    items: list[Mark]
    cues: list[Spoken]
    start: int

    def speak(self, said: dict[int, Need | Reason]) -> None:
        """Say for each item what the cues beside it mean."""
        claimed = False  # whether the cue before speaks for what comes after it
        for number, cue in enumerate(self.cues):
            left = self._between(self.cues[number - 1].end if number else 0, cue.start)
            following = number + 1 < len(self.cues)
            until = self.cues[number + 1].start if following else self.sentence.end
            right = self._between(cue.end, until)
            if self._looks_back(cue, left, right):
                reached = self._reached_back(cue, left, claimed=claimed)
                claimed = False
            else:
                reached = self._reached_ahead(cue, right)
                claimed = bool(reached)
            for mark in reached:
                self._say(said, mark, cue)

    def takes_back(self) -> bool:
        """Return whether it says "but a plus" of what the clause before it denies."""
        if self.items or not self.cues or self.cues[0].means is not Means.NICE:
            return False
        cue = self.cues[0]
        return (
            _NO_MORE.match(self.sentence.text, cue.end, self.sentence.end) is not None
        )

    @staticmethod
    def _say(said: dict[int, Need | Reason], mark: Mark, cue: Spoken) -> None:
        if said.get(mark.start) is Reason.NOT_ASKED:
            return  # "no Kubernetes required"
        if cue.means is Means.NOT:
            said[mark.start] = Reason.NOT_ASKED
        elif cue.means <= Means.NICE:
            said[mark.start] = _NEEDS[cue.means]

    def _between(self, start: int, end: int) -> list[Mark]:
        return [mark for mark in self.items if start <= mark.start < end]

    def _looks_back(self, cue: Spoken, left: list[Mark], right: list[Mark]) -> bool:
        if self._in_brackets(cue):
            # "REST (ideally)", but "REST and (ideally) GraphQL"
            gap = self._gap(left[-1].end, cue.start) if left else ""
            back = not cue.before or not gap.strip(" (") or "all" in gap
            return not right or (bool(left) and back)  # "(must) REST"
        if cue.before and cue.after:
            ends = self.sentence.text[cue.end : cue.end + 1] in _ENDS
            noun = self._gap(cue.start - 4, cue.start).lower().endswith(_ARTICLES)
            return bool(left) and (ends or noun or not right)
        if cue.before:
            return bool(left) and not right and cue.means is not Means.NOT
        return bool(left) or not self._begins(cue)

    def _begins(self, cue: Spoken) -> bool:
        """Return whether a cue that is used to stand behind begins its clause."""
        first = not self._gap(self.start, cue.start).strip(" \t\n-*•(,·")
        begins = _BEGINS.match(self.sentence.small, cue.end)
        return first or begins is not None

    def _in_brackets(self, cue: Spoken) -> bool:
        head = self._gap(max(self.start, cue.start - 12), cue.start)
        tail = self._gap(cue.end, cue.end + 12)
        opened, closed = head.rpartition("("), tail.partition(")")
        alone = closed[1] and not closed[0].strip(" !.")
        return bool(opened[1] and alone and opened[2].strip(" ") in {"", "a", "all"})

    def _gap(self, start: int, end: int) -> str:
        return self.sentence.text[start:end]

    def _reached_back(
        self, cue: Spoken, left: list[Mark], *, claimed: bool
    ) -> list[Mark]:
        if not left:
            return []
        gap = self._gap(left[-1].end, cue.start)
        if cue.means is Means.MUST and "," in gap.partition("(")[0]:
            return []
        if self._in_brackets(cue) and not gap.strip().startswith("(all"):
            return self._both(left)
        if cue.means is Means.NICE and (bracket := self._open_bracket(cue)):
            left = self._within(bracket, cue, left)
        if not left:
            return []
        every = (cue.means is Means.NICE or cue.means is Means.ASKED) and not claimed
        reached = left[-1:]
        for mark in reversed(left[:-1]):
            if not every and not is_listed(self.sentence.text, mark, reached[-1]):
                break
            reached.append(mark)
        return reached

    def _open_bracket(self, cue: Spoken) -> int:
        """Return where the bracket begins in which a cue stands, else zero."""
        text = self.sentence.text
        opened = text.rfind("(", self.start, cue.start) + 1
        return 0 if text.find(")", opened, cue.start) >= 0 else opened

    def _within(self, bracket: int, cue: Spoken, left: list[Mark]) -> list[Mark]:
        """Return what a bracket speaks of: "Python (Django preferred)" is Django.

        It is about what stands before it only if it names nothing of its own:
        "(a big plus)", but not "(certificates are a plus)".
        """
        inside = [mark for mark in left if mark.start >= bracket]
        own = _LETTERS.findall(self.sentence.small, bracket, cue.start)
        return left if not inside and _OF_IT.issuperset(own) else inside

    def _both(self, left: list[Mark]) -> list[Mark]:
        """Return what a bracket is about: "PHP and Symfony (required)" is both."""
        if len(left) < 2 or not _BOTH.fullmatch(
            self._gap(left[-2].end, left[-1].start)
        ):
            return left[-1:]
        longer = len(left) > 2 and is_listed(self.sentence.text, left[-3], left[-2])
        return left[-1:] if longer else left[-2:]

    def _reached_ahead(self, cue: Spoken, right: list[Mark]) -> list[Mark]:
        if not right or cue.means in _WIDE:
            return right
        gap = self._gap(cue.end, right[0].start)
        too_far = cue.means is Means.NOT and len(gap) > _FARTHEST_NO
        listed = gap.strip() == ":"  # "You will not be working on: Java, C"
        if (
            "," in gap
            or too_far
            or (cue.means is Means.NOT and ":" in gap and not listed)
        ):
            return []
        if gap.strip() and self._gap(cue.start, cue.end).lower() == "zero":
            return []
        reached = right[:1]
        for mark in right[1:]:
            between = self._gap(reached[-1].end, mark.start)
            loose = (listed or cue.means is Means.MUST) and _GOES_ON.fullmatch(between)
            if not loose and not is_listed(self.sentence.text, reached[-1], mark):
                break
            reached.append(mark)
        return reached


def _clauses(
    sentence: Sentence, items: list[Mark], cues: list[Spoken]
) -> Iterator[_Clause]:
    """Yield a sentence in parts that have nothing to do with each other."""
    cuts = [cue.end for cue in cues if cue.means is Means.BREAK]
    at = sentence.text.find(";", sentence.start, sentence.end)
    while at >= 0:
        cuts.append(at + 1)
        at = sentence.text.find(";", at + 1, sentence.end)
    edges = [sentence.start, *sorted(cuts), sentence.end]
    for start, end in pairwise(edges):
        spoken = [
            c for c in cues if start <= c.start < end and c.means <= Means.NOT_ONLY
        ]
        if spoken or cuts:
            inside = [mark for mark in items if start <= mark.start < end]
            yield _Clause(sentence, inside, spoken, start)
