"""Marks the names of skills in an advert, and the cues around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, compress, count, filterfalse
from typing import TYPE_CHECKING

from tracker.domain.fit.ambiguous import Guard, Occurrence
from tracker.domain.fit.cue_words import Means
from tracker.domain.fit.spelling import folded, is_whole
from tracker.domain.fit.trade import is_of_trade, silence
from tracker.domain.fit.vocabulary import cues
from tracker.domain.fit.years import years_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.fit.cue_words import Cue
    from tracker.domain.fit.tree import Name, Node
    from tracker.domain.fit.vocabulary import Vocabulary

# What stands between two items of one list.
LISTED = re.compile(
    r"[ \t\xa0)*_\"”`\]]*(?:[,/|&+(;•·]|(?:[,(][ \t]*)?\b(?:and|or|und|oder|bzw\.?"
    r"|sowie|as well as|nor|noch|and/or|or alternatively|alternatively|alternativ"
    r"|resp\.|beziehungsweise|e\.g\.|z\. ?b\.)(?=\W))[ \t\xa0(*_\"“`\[]*",
    re.IGNORECASE,
)
# "(go, k8s; bonus if rust)": what is said of one item does not end the list.
_SAID_OF = re.compile(
    r"[ \t]*[,;(+][ \t]*(?:(?:big |a )?(?:bonus|plus)(?: points)?(?: if| for)?|ideally"
    r"|maybe|preferably|also|some|an? (?:bit|little|touch|pinch|sprinkle|dash)(?: of)?"
    r"|or even|idealerweise|gern(?:e auch)?|auch)[ \t:]+",
    re.IGNORECASE,
)
_DIGITS = "0123456789"
_HALF = re.compile(
    r"(?<![^\W_])([^\W_]+)(?:-?,|-?[ \t]*/|-?,?[ \t]+(?:and|und|or|oder|&))[ \t]*\Z"
)
# "static/dynamic analysis", "full-text and geo-search": what shares the last word.
_SHARES = re.compile(
    r"(?:-,|-?[ \t]*/|-?[ \t]+(?:and|und|or|oder|&))[ \t]*"
    r"[^\W\d_]{2,20}[ \t-]([^\W\d_]+)"
)
_SIGNS = frozenset("/-")
_SHARING = frozenset({"and", "or", "und", "oder"})
_LATER = re.compile(r"-([^\W\d_]{3,})(?![^\W_])")  # the later part of "post-mortem"
_LONGEST_SHARED = 40  # characters of a name whose last word is shared
_SIGNED = frozenset("+#'’")
_TOGETHER = frozenset((" ", "-"))  # "Spark SQL"
_FULL = 40  # characters; a line as long as this may go on in the next one
_NEAR = 20  # characters; items of a list are no further apart
_ADDRESS = 60  # characters to each side that are looked at for an address
_JOINED = frozenset("@/.-_:")


@dataclass(slots=True)
class Mark:
    """A name or a cue in the text, from ``start`` to before ``end``."""

    start: int
    end: int
    name: Name | None
    before: Cue | None
    after: Cue | None
    sure: bool = True
    silenced: bool = False  # it means something else in an advert of another trade

    @property
    def is_technology(self) -> bool:
        """Return whether it can be an item of a list of technologies."""
        cue = self.before
        return self.name is not None or (
            cue is not None and cue.means is Means.TECHNOLOGY
        )


class Finder:
    """Finds names in a text, and cues in the sentences that have one.

    Attributes:
        names: The marks of names in order; no two of them overlap.
        of_trade: Whether the text is about software at all.
    """

    def __init__(
        self, text: str, small: str, blank: str, vocabulary: Vocabulary
    ) -> None:
        """Find the names.

        Args:
            text: The text as it is.
            small: The same in small letters, each where it stood.
            blank: The same with nothing but letters and digits.
            vocabulary: The names to look for.
        """
        self._text, self._small, self._blank = text, small, blank
        self._tree = vocabulary.names
        self._cues = cues()
        self.of_trade = True
        self.names = self._find_names()

    def cues_within(self, start: int, end: int, names: list[Mark]) -> list[Mark]:
        """Return the cues between two places, in order and beside the names there."""
        first = self._cues.first
        found: list[Mark] = []
        begin, resume, taken = start, start, 0
        for word in self._blank[start:end].split(" "):
            at, begin = begin, begin + len(word) + 1
            if word not in first or at < resume:
                continue
            while taken < len(names) and names[taken].end <= at:
                taken += 1
            until = names[taken].start if taken < len(names) else end
            mark = self._cue(at, word, until) if at < until else None
            if mark is not None:
                found.append(mark)
                resume = mark.end
        return found

    def _cue(self, start: int, word: str, until: int) -> Mark | None:
        node, end = self._cues.begin(self._small, word, start + len(word))
        if node is None or not is_whole(self._small, start, start + len(word)):
            return None
        for each, behind in reversed(self._cues.longest(self._small, node, end)):
            if behind <= until:
                return Mark(start, behind, None, each.before, each.after)
        return None

    def _find_names(self) -> list[Mark]:
        words = self._blank.split(" ")
        words += ("", "", "")
        different = set(words)
        known = self._known(different)
        ends = list(accumulate(map(len, words)))
        marks: list[Mark] = []
        resume = 0
        for number in compress(count(), map(known.__contains__, words)):
            word = words[number]
            start = ends[number] - len(word) + number  # and a blank behind each
            node = known[word]
            if start < resume:
                continue
            if node.ends:
                mark = self._name(start, word, node)
            else:
                following = words[number + 1] or words[number + 2] or words[number + 3]
                mark = self._begun(start, word, node, following)
            if mark is not None:
                marks.append(mark)
                resume = mark.end
        return self._settled(self._with_hyphened(marks), different)

    def _begun(self, start: int, word: str, node: Node, following: str) -> Mark | None:
        """Return the name that begins with a word, whole or with its end shared."""
        if not following or folded(following) in node.next:
            mark = self._name(start, word, node)
            if mark is not None:
                return mark
        sign = self._small[start + len(word) : start + len(word) + 1]
        if following in _SHARING or sign in _SIGNS:
            return self._sharing(start, word, node)
        return None

    def _settled(self, marks: list[Mark], words: set[str]) -> list[Mark]:
        """Return the marks that remain where the others, and the trade, are known."""
        if not all(mark.sure for mark in marks):
            marks = _with_neighbours(self._text, marks)
        self.of_trade = is_of_trade(self._text, self._small, marks, words)
        if not self.of_trade:
            silence(self._text, marks)
        return self._with_halves(marks)

    def _sharing(self, start: int, word: str, node: Node) -> Mark | None:
        """Return a name whose last word stands behind another: "full/part time"."""
        small, end = self._small, start + len(word)
        if small[end : end + 1] == "-":  # "full-text and geo-search"
            node, end = self._tree.longest_begun(small, node, end)
        shared = _SHARES.match(small, end) if is_whole(small, start, end) else None
        whole = node.next.get(folded(shared[1])) if shared else None
        if whole is None or whole.name is None or whole.name.guard is not Guard.NONE:
            return None
        return Mark(start, end, whole.name, None, None)

    def _with_hyphened(self, marks: list[Mark]) -> list[Mark]:
        """Add names with a hyphen of somebody's own: "post-mortems", "no-sql"."""
        small, found = self._small, list[Mark]()
        for later in _LATER.finditer(small):
            start = self._blank.rfind(" ", 0, later.start()) + 1
            node = self._tree.first.get(small[start : later.start()] + later[1])
            if node is not None and later.start() - start > 1:
                found += self._joined(node, start, later.end())
        if not found:
            return marks
        apart = [
            mark
            for mark in marks
            if all(m.end <= mark.start or mark.end <= m.start for m in found)
        ]
        return sorted([*apart, *found], key=lambda mark: mark.start)

    def _joined(self, node: Node, start: int, end: int) -> Iterator[Mark]:
        """Yield the longest name that begins with a word that has a hyphen."""
        if not is_whole(self._small, start, end):
            return
        for each, behind in reversed(self._tree.longest(self._small, node, end)):
            if each.name is not None and each.name.guard is Guard.NONE:
                mark = self._checked(each, start, behind)
                if mark is not None:
                    yield mark
                return

    def _with_halves(self, marks: list[Mark]) -> list[Mark]:
        """Add the names that share their last word: "unit" of "unit and API tests"."""
        found: list[Mark] = []
        for mark in marks:
            long = mark.end - mark.start > _LONGEST_SHARED
            if mark.name is None or mark.silenced or long:
                continue
            last = mark.name.text.rpartition(" ")[2]
            half: Mark | None = mark
            while half is not None and last != mark.name.text:
                half = self._half(half, last)
                if half is not None:
                    found.append(half)
        if not found:
            return marks
        taken = {mark.start for mark in marks}
        found = [half for half in found if half.start not in taken]
        return sorted([*marks, *found], key=lambda mark: mark.start)

    def _half(self, mark: Mark, last: str) -> Mark | None:
        """Return what stands before a name, in a list, and shares its last word."""
        before = _HALF.search(self._small, max(0, mark.start - 32), mark.start)
        if before is None:
            return None
        node = self._tree.first.get(before[1])
        whole = node.next.get(folded(last)) if node is not None else None
        if whole is None or whole.name is None:
            return None
        return Mark(before.start(1), before.end(1), whole.name, None, None)

    def _known(self, different: set[str]) -> dict[str, Node]:
        """Return where each word of the text leads that begins a name."""
        first = self._tree.first
        known = {word: first[word] for word in different & first.keys()}
        for word in filterfalse(str.isalpha, different):
            if word and word[-1] in _DIGITS and word not in known:
                node = first.get(word.rstrip(_DIGITS))  # "Java8" is Java
                if node is not None:
                    known[word] = node
        return known

    def _name(self, start: int, word: str, node: Node) -> Mark | None:
        """Return the longest name that begins with a word."""
        small, end = self._small, start + len(word)
        if not is_whole(small, start, end):
            return None
        if small[end : end + 1] in _SIGNED:
            begun, end = self._tree.begin(small, word, end)
            if begun is None:
                return None
            node = begun
        if not node.next:
            return self._checked(node, start, end) if node.ends else None
        for each, behind in reversed(self._tree.longest(small, node, end)):
            if behind > end and self._is_torn(start, behind):
                continue
            mark = self._checked(each, start, behind)
            if mark is not None:
                return mark
        return None

    def _is_torn(self, start: int, end: int) -> bool:
        """Return whether a line ends within a name that is not one: no line was full.

        "Java Developer" above "Experience: 5 years" is no developer experience.
        """
        at = self._text.find("\n", start, end)
        if at < 0 or at - self._text.rfind("\n", max(0, at - _FULL - 1), at) > _FULL:
            return False
        return self._text[at + 1 : end].lstrip()[:1].isupper()

    def _checked(self, node: Node, start: int, end: int) -> Mark | None:
        """Return the mark of a name, unless the word means something else here."""
        name, text = node.name, self._text
        if name is None or _in_address(text, start, end):
            cue = node.before
            if cue is None or (cue.means is Means.YEARS and not self._numbered(start)):
                return None
            return Mark(start, end, None, cue, node.after)
        if name.dotted:
            start -= 1
            if text[start : start + 1] != "." or text[max(0, start - 1)].isalnum():
                return None
        sure: bool | None = True
        if text[end - 1] == "S" and _is_longer(text, start, end, name.text):
            sure = False
        elif name.guard is not Guard.NONE and name.guard is not Guard.TRADE:
            sure = Occurrence(text, start, end).counts(name.text, name.guard)
        if sure is False:
            return None
        return Mark(start, end, name, node.before, node.after, sure=sure is True)

    def _numbered(self, start: int) -> bool:
        """Return whether a number stands before the word for years."""
        return years_before(self._small, start) is not None


def _is_longer(text: str, start: int, end: int, name: str) -> bool:
    """Return whether capitals are another word: RTOS is not several RTO."""
    if not name.isupper() or end - start != len(name) + 1 or name.endswith("S"):
        return False
    return not Occurrence(text, start, end).in_capitals()


def _in_address(text: str, start: int, end: int) -> bool:
    """Return whether a word is part of a web or mail address."""
    if text[start - 1 : start] not in _JOINED and text[end : end + 1] not in _JOINED:
        return False
    head = text[max(0, start - _ADDRESS) : start].rpartition(" ")[2].rpartition("\n")[2]
    tail = text[end : end + _ADDRESS].split(maxsplit=1)
    whole = head + text[start:end] + (tail[0] if tail and text[end] > " " else "")
    return "://" in whole or "www." in whole or "@" in whole


def is_listed(text: str, left: Mark, right: Mark) -> bool:
    """Return whether nothing but marks of a list stands between two items."""
    between = gap(text, left, right)
    if between == ", ":  # as most are; a pattern takes far longer to tell
        return True
    return len(between) <= _NEAR and LISTED.fullmatch(between) is not None


def gap(text: str, left: Mark, right: Mark) -> str:
    """Return what stands between two items, without the target of a Markdown link."""
    between = text[left.end : right.start]
    return between.partition(")")[2] if between.startswith("](") else between


def _with_neighbours(text: str, marks: list[Mark]) -> list[Mark]:
    """Let doubtful names count beside sure ones; drop the others."""
    for each, beside in _pairs(marks):
        if not each.sure and beside.sure and beside.is_technology:
            left, right = (
                (each, beside) if each.start < beside.start else (beside, each)
            )
            place = Occurrence(text, each.start, each.end)
            together = text[left.end : right.start] in _TOGETHER and _is_cased(
                text, each
            )
            said_of = _SAID_OF.fullmatch(text, left.end, right.start)
            if together or said_of or is_listed(text, left, right):
                each.sure = place.may_follow_neighbours() or together
    kept = []
    for mark in marks:
        if not mark.sure:
            mark.name = None  # as a word it may still be a cue
        if mark.name or mark.before or mark.after:
            kept.append(mark)
    return kept


def _is_cased(text: str, mark: Mark) -> bool:
    return mark.name is not None and text[mark.start : mark.end] == mark.name.text


def _pairs(marks: list[Mark]) -> list[tuple[Mark, Mark]]:
    """Return each mark with the one on its left, then each with that on its right."""
    forward = list(zip(marks[1:], marks, strict=False))
    backward = list(zip(reversed(marks[:-1]), reversed(marks), strict=False))
    return forward + backward
