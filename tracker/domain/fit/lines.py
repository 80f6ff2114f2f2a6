"""The lines and sentences of an advert, and the part of it that each belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.fit.columns import Columns
from tracker.domain.fit.headings import LONGEST, Section, section_of
from tracker.domain.fit.labels import WEIGHED, begun_at, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_SENTENCE = 1_000  # characters; what is longer is parted at a blank
_FULL = 40  # characters; a line as long as this may go on in the next one
_BULLET = re.compile(
    r"[ \t]*(?:[-*+•·▪●○◦‣–—→✓✔✅➤►»>]+|o(?=[ \t])|[a-z]?\d{1,2}[.)]?|\W{1,3})[ \t]+"
    r"|[ \t]*[-*•·▪●](?=[^\W_])"
)
_PLAIN = re.compile(r"[ \t]*(?:[-*+#_•·▪●○◦‣–—]+|o)[ \t]+")
_USUAL = frozenset("-*+•·▪●○◦‣–—→✓✔✅➤►»>")
_CROSSED = re.compile(r"\W*[❌✗✘🚫⛔🙅👎❎]")  # a bullet that says no
_GOES_ON = (
    ",",
    " and",
    " or",
    " und",
    " oder",
    " &",
    "/",
    " of",
    " with",
    " mit",
    " in",
)
_ADDRESS = re.compile(r"://\S*/$")  # "https://example.org/", above another line
_LONGEST_ADDRESS = 200
_SPLIT = re.compile(r"[.!?;][\"”’)*_]*\s+(?=\S)")
_MAY_END = re.compile("[.!?;*•·▪●✓✔💥]")  # all that ends a sentence
# "**Required:** * Java * SQL **Nice to have:** * Go", as pages are put into one line.
_BULLET_WITHIN = re.compile(
    r"[ \t\xa0](?:[•·▪●✓✔💥][ \t\xa0]*|\*[ \t]+|(?=\*\*[^*\n]{2,60}:\*\*))"
)
_BLANKS = frozenset(" \t\xa0")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|z\.\s?b|u\.\s?a|o\.\s?ä|etc|incl|inkl|bzw|ca|min|max|approx"
    r"|vs|no|mind|yrs|inc|ggf|evtl|resp|b\.\s?sc|m\.\s?sc|\w))\.$"
)
# With such a word an unknown heading parts the list that it stands in: "Databases:".
# Without one it begins something else: "Your day", "The deal".
_PARTS = frozenset(
    """
    backend frontend front back end language languages database databases data cloud
    infrastructure platform devops operations ops security testing tests test quality
    methods methodology tools tooling frameworks framework libraries programming
    web apis api messaging storage systems system linux architecture core general
    technical technisch fachlich fachliches sprachen programmiersprachen datenbanken
    werkzeuge methoden betrieb sicherheit entwicklung development engineering software
    education ausbildung soft hard other weitere sonstiges must nice
    """.split()  # noqa: SIM905  # as a list it would fill a screen
)
_FRAMED = re.compile(
    r"[-=~_*–—]{2,}[ \t]*([^-=~_*–—](?:.*[^-=~_*–—])?)[ \t]*[-=~_*–—]{2,}"
)
_FEW = 6  # words of an unknown heading
_AHEAD = 2  # lines behind a heading that tell whether it leads a list
_WORDS = re.compile(r"[^\W\d_]+")
_WITHIN = re.compile(r"[:|\t]")
_LISTED = (Section.MUST, Section.NICE, Section.NOT)  # end where their bullets do
_LEADING_ON = re.compile(r"\b(?:with|in|of|mit|von):$")  # "Experience with:"


@dataclass(slots=True)
class TextLine:
    """One line, put together again where it was wrapped.

    Attributes:
        start: Its first character.
        end: Behind its last one.
        section: What it belongs to.
        body: Where what comes after a heading within the line begins.
        around: What the line belongs to apart from a heading within it.
    """

    start: int
    end: int
    section: Section
    body: int
    around: Section = Section.NONE


class _Sections:
    """Goes from line to line and knows in which section each stands."""

    def __init__(self, text: str, small: str, spans: list[tuple[int, int]]) -> None:
        self._text, self._small, self._spans = text, small, spans
        self._section = Section.NONE
        self._inline: Section | None = None
        self._had_bullets = self._after_blank = self._had_lines = False
        self._lines = 0  # since the last heading

    def blank(self) -> None:
        self._after_blank = True
        self._inline = None

    def line(self, number: int) -> TextLine:
        """Return a line that is not blank, with its section."""
        start, end = self._spans[number]
        bullet = _BULLET.match(self._small, start, end)
        adorned = bullet is not None and self._is_adorned(number, bullet)
        is_item = bullet is not None and not adorned
        heading = self._heading(number, is_bullet=is_item, may_lead=bullet is None)
        if adorned and heading is Section.NONE:
            heading = None  # "✅ Kubernetes" above what is asked for of it
        if heading is Section.ELSEWHERE and not self._had_lines:
            heading = Section.NONE  # above all of it, it is about this advert
        self._had_lines = True
        part = heading is Section.ASKED and self._is_within(start, end, is_item=is_item)
        heading = None if part else heading
        if heading is not None:
            before = self._section if end - start > LONGEST else Section.NONE
            self._section, self._inline = heading, None
            self._had_bullets = self._after_blank = False
            self._lines = 0
            return TextLine(start, end, before, start, before)
        if bullet is None:
            self._inline = None
            left = self._section in _LISTED and self._has_left(end)
            if left and not part and not self._is_part(number):
                self._section = Section.NONE
        self._lines += 1
        self._had_bullets = self._had_bullets or bullet is not None
        self._after_blank = False
        return self._with_inline(start, end, bullet.end() if bullet else start)

    def _is_within(self, start: int, end: int, *, is_item: bool) -> bool:
        """Return whether a heading of what is asked for is of the list around it.

        "Experience & Education" right below "Mandatory requirements" is.
        """
        words = self._small[start:end]
        if not is_item and self._lines and not _LEADING_ON.search(words):
            return False
        return within(self._section, Section.ASKED, words) is not Section.ASKED

    def _is_part(self, number: int) -> bool:
        """Return whether a line parts a list rather than ends it: "Databases:"."""
        start, end = self._spans[number]
        if self._text[end - 1] != ":" and not self._leads(number + 1):
            return False
        words = _WORDS.findall(self._small, start, end)
        return len(words) <= _FEW and not _PARTS.isdisjoint(words)

    def _has_left(self, end: int) -> bool:
        """Return whether a line without a bullet stands behind the list it follows."""
        if not self._after_blank or not self._lines:
            return False
        return self._had_bullets or self._text[end - 1] in ".!?"

    def _with_inline(self, start: int, end: int, content: int) -> TextLine:
        if content > start and _CROSSED.match(self._small, start, content):
            return TextLine(start, end, Section.NOT, start, Section.NOT)
        if self._section is Section.ELSEWHERE:  # its "Requirements:" are of other jobs
            return TextLine(start, end, self._section, start, self._section)
        begun = begun_at(self._small, content, end)
        if begun is not None:
            sure = bool(begun["bold"] or begun["sure"])
            words = begun["bold"] or begun["plain"]
            kind = within(self._section, section_of(words, lambda: sure), words)
            if kind is not None and (content == start or kind in _LISTED):
                if content == start:
                    self._inline = kind
                return TextLine(start, end, kind, begun.end(), self._section)
        section = self._section if self._inline is None else self._inline
        return TextLine(start, end, section, start, section)

    def _heading(
        self, number: int, *, is_bullet: bool, may_lead: bool
    ) -> Section | None:
        """Return the section that a line announces, if it is nothing but a heading."""
        start, end = self._spans[number]
        if end - start > LONGEST:
            start = self._last_sentence(start, end)
        if start == end:
            return None
        small = self._small[start:end].strip()
        framed = _FRAMED.fullmatch(small)  # "--- More jobs ---"
        if framed is not None:
            small, is_bullet, may_lead = framed[1], False, True
        last = small[-1]
        marked = small[0] in "#*_" and (
            small[0] == "#"
            or (small.startswith(("**", "__")) and small.endswith(("**", "__", ":")))
        )
        if not marked and last != ":" and (is_bullet or last in ".!,;"):
            return None
        if not marked and _WITHIN.search(small, 0, len(small) - 1):
            return None  # what follows within the line is what it announces
        sure = marked or last == ":" or self._text[start:end].isupper()
        kind = section_of(small, lambda: sure or (may_lead and self._leads(number + 1)))
        begins = not is_bullet and self._begins(number, small, sure)
        if kind is None and (small[0] == "#" or begins):
            return Section.NONE
        return kind

    def _last_sentence(self, start: int, end: int) -> int:
        """Return where the sentence begins that ends a long line and leads a list.

        "We love Java. Any of the following is a plus:". Without one it is the end.
        """
        if self._text[end - 1] != ":":
            return end
        at = self._text.rfind(". ", max(start, end - LONGEST), end)
        return end if at < 0 else at + 2

    def _begins(self, number: int, small: str, sure: bool) -> bool:  # noqa: FBT001
        """Return whether an unknown heading ends the list of what is weighed."""
        apart = self._after_blank or self._had_bullets
        if self._section not in WEIGHED or not apart:
            return False
        words = _WORDS.findall(small)
        short = 0 < len(words) <= _FEW and _PARTS.isdisjoint(words)
        return short and (sure or self._leads(number + 1))

    def _is_adorned(self, number: int, bullet: re.Match[str]) -> bool:
        """Return whether what leads a list is adorned: "🎯 Your tasks", "2. Skills"."""
        if _PLAIN.match(bullet[0]):
            return False
        item = self._item_behind(number + 1)
        mark = item[0].strip() if item else ""
        return mark[:1] in _USUAL and mark != bullet[0].strip()

    def _leads(self, number: int) -> bool:
        """Return whether an item of a list follows, behind one blank line at most."""
        return self._item_behind(number) is not None

    def _item_behind(self, number: int) -> re.Match[str] | None:
        """Return the bullet of the next line, behind one blank line at most."""
        following = self._spans[number : number + _AHEAD]
        if following and following[0][0] == following[0][1]:
            del following[0]
        return _BULLET.match(self._small, *following[0]) if following else None


def lines_of(text: str, small: str, until: int) -> list[TextLine]:
    """Return the lines of a text that are not blank.

    A line that was wrapped is one line: it ends in a comma or a word such as "and", or
    it is long, does not end a sentence, and the next begins with a small letter.

    Args:
        text: The text as it is.
        small: The same in small letters.
        until: No line that begins behind this place is looked at.
    """
    spans = list(_whole_lines(text, until))
    sections, columns = _Sections(text, small, spans), Columns(text, small)
    found: list[TextLine] = []
    for number, (start, end) in enumerate(spans):
        if start > until:
            break
        if start == end:
            sections.blank()
            columns.end()
        elif cells := columns.cells(start, end):
            found += [TextLine(*cell, cell.start, cell.section) for cell in cells]
        else:
            found.append(sections.line(number))
    return found


def _whole_lines(text: str, until: int) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends, without blanks at its end.

    Of the lines behind a place only so many come as a heading looks ahead.
    """
    start, at, length = 0, 0, len(text)
    ahead = _AHEAD
    while at < length and ahead:
        stop = text.find("\n", at)
        stop = length if stop < 0 else stop
        at = stop + 1
        end = start + len(text[start:stop].rstrip())
        if end > start and _goes_on(text, start, end, at):
            continue
        yield start, end
        ahead -= start > until
        start = at


def _goes_on(text: str, start: int, end: int, following: int) -> bool:
    """Return whether the line behind this one is its continuation."""
    head = text[following : following + 24].lstrip(" \t")
    if not head or end - start > MOST_SENTENCE or _BULLET.match(head):
        return False
    if text.endswith(_GOES_ON, max(start, end - 6), end):
        return _ADDRESS.search(text, max(start, end - _LONGEST_ADDRESS), end) is None
    if not head[0].islower() or text[end - 1] in ".!?:;":
        return False
    last_line = text.rfind("\n", start, end) + 1
    return end - max(start, last_line) >= _FULL


def sentences_of(text: str, line: TextLine) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a line begins and ends."""
    start = line.start
    for at, following in _ends(text, line):
        yield from _pieces(text, start, at)
        start = following
    yield from _pieces(text, start, line.end)


def _ends(text: str, line: TextLine) -> Iterable[tuple[int, int]]:
    """Return where sentences end, and where the next one begins."""
    if _MAY_END.search(text, line.start, line.end) is None:
        return ()
    found = [
        (at, match.end())
        for match in _SPLIT.finditer(text, line.start, line.end)
        if not _ends_shortened(text, line.start, at := match.start() + 1)
    ]
    begin = line.body
    while text[begin] in _BLANKS:  # a bullet behind nothing else is the line's own
        begin += 1
    bullets = list(_BULLET_WITHIN.finditer(text, begin, line.end))
    if not bullets:
        return found
    return sorted({*found, *(match.span() for match in bullets)})


def _ends_shortened(text: str, start: int, at: int) -> bool:
    return bool(_ABBREVIATION.search(text[max(start, at - 8) : at].lower()))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, in parts if it is far too long to be one."""
    while end - start > MOST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + MOST_SENTENCE)
        cut = start + MOST_SENTENCE if cut < 0 else cut
        yield start, cut
        start = cut
    if end > start:
        yield start, end
