"""A web page as plain text: what a person would read, and nothing that runs.

Nothing is loaded from anywhere. Scripts and styles are cut out before the page is
parsed, in one pass whose time grows with the length alone.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from tracker.domain.fit.spelling import lowered
from tracker.interchange.posting_elements import DROPPED, VOID, Gaps, is_unread
from tracker.services.postings import LONGEST_TEXT
from tracker.typing_tools import override

if TYPE_CHECKING:
    from tracker.interchange.posting_elements import Attributes

MOST_MARKUP = 1_500_000  # characters, without scripts and styles
_BEGIN = re.compile(r"<!--|<!|<\?|<(script|style|noscript|template)(?=[\s>/])")
_JSON_LD = "application/ld+json"
_BLOCKS = frozenset(
    """
    address article aside blockquote body dd details div dl dt fieldset figcaption
    figure form header hr label main ol p pre section summary table tbody tfoot thead
    tr ul
    """.split()  # noqa: SIM905  # as a list it would fill a screen
)
_APART = frozenset({"p", "ul", "ol", "table", "section", "article", "blockquote"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_FEWEST = 200  # characters; a page with less may be one that lacks end tags
_NOTHING = 40  # characters; a page with less was read while a dialog lay over it
_SNIFFED = 4_000  # characters that are looked at to tell a page from a text
_PAGE = re.compile(r"<!doctype html|<html|<body|<head[\s>]")
_TAG = re.compile(r"</?(?:p|div|br|li|ul|h[1-6]|span|table|td)\b[^<>]*>")
_SPACE = re.compile(r"\s+")


class HtmlPage:
    """A page in pieces.

    Attributes:
        text: What a person would read.
        title: What the page calls itself.
        heading: Its first heading of the highest level.
        data: The texts of its JSON-LD scripts.
        left_out: How many characters of markup were too much to be read.
    """

    def __init__(self, html: str) -> None:
        markup, self.data = _without_scripts(html)
        self.left_out = max(0, len(markup) - MOST_MARKUP)
        markup = _without_open_tags(markup[:MOST_MARKUP])
        reader = _read(markup, DROPPED)
        if len(reader.text) < _NOTHING and reader.has_unread:
            beneath = _read(markup, DROPPED, unread=False)
            reader = beneath if len(beneath.text) > _FEWEST else reader
        if len(reader.text) < _FEWEST:
            whole = _read(markup, frozenset(), unread=False)
            if len(reader.text) * 2 < len(whole.text) and reader.is_open:
                reader = whole
        self.text, self.title = reader.text, reader.title
        self.heading = reader.heading


def text_of_html(html: str) -> str:
    """Return what a person would read of a page or a piece of one."""
    return HtmlPage(html).text


def is_html(text: str) -> bool:
    """Return whether a text is a web page or a piece of one."""
    head = text[:_SNIFFED].lower()
    return bool(_PAGE.search(head)) or len(_TAG.findall(head)) > 2


def _without_scripts(html: str) -> tuple[str, list[str]]:
    """Return the page without what is no text, and the texts of JSON-LD scripts."""
    small, at = lowered(html), 0
    last = small.rfind(">") + 1  # nothing behind it has an end
    kept: list[str] = []
    data: list[str] = []
    while (begun := _BEGIN.search(small, at)) is not None:
        kept.append(html[at : begun.start()])
        closing = _closing(begun)
        end = small.find(closing, begun.end()) if begun.end() < last else -1
        if end < 0:
            # As a browser does: an open comment or script goes on to the end.
            at = len(html) if begun[1] or begun[0] == "<!--" else begun.end()
            continue
        if begun[1] == "script":
            opened = small.find(">", begun.end(), end)
            if opened >= 0 and _JSON_LD in small[begun.end() : opened]:
                data.append(html[opened + 1 : end])
        at = end + len(closing)
        if begun[1]:
            at = small.find(">", at) + 1 or len(html)
    kept.append(html[at:])
    return " ".join(kept), data


def _closing(begun: re.Match[str]) -> str:
    if begun[1]:
        return f"</{begun[1]}"
    return "-->" if begun[0] == "<!--" else ">"


def _without_open_tags(markup: str) -> str:
    """Return markup in which no end of a tag is looked for in vain."""
    last = markup.rfind(">") + 1
    return markup[:last] + markup[last:].replace("<", "&lt;")


class _Enough(Exception):  # noqa: N818  # not an error: the text is as long as it may be
    """There is more text than can be kept."""


def _read(markup: str, dropped: frozenset[str], *, unread: bool = True) -> _Reader:
    """Read markup; without ``unread``, attributes that hide an element do not count."""
    reader = _Reader(dropped, unread=unread)
    try:
        reader.feed(markup)
        reader.close()
    except (_Enough, AssertionError):
        pass  # what was read so far stands
    return reader


class _Break(str):
    """The beginning of a line, with the mark of a heading or an item."""

    __slots__ = ()


class _Reader(HTMLParser):
    """Writes down the text of a page with its lines."""

    def __init__(self, dropped: frozenset[str], *, unread: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._dropped, self._looks = dropped, unread
        self._parts: list[str] = []
        self._length = 0
        self._title: list[str] = []
        self._hidden_by = ""  # the tag of what is not read
        self._hidden = 0  # how many of that tag are open
        self._in_title = False
        self._heading: list[str] = []
        self._in_heading = False
        self._pre = 0
        self._gaps = Gaps()
        self.has_unread = False  # whether attributes hid something

    @property
    def text(self) -> str:
        """Return what was read so far."""
        return "".join(self._parts).strip()

    @property
    def title(self) -> str:
        """Return what the page calls itself."""
        return " ".join("".join(self._title).split())

    @property
    def heading(self) -> str:
        """Return the first heading of the highest level."""
        return " ".join("".join(self._heading).split())

    @property
    def is_open(self) -> bool:
        """Return whether something that is not read has no end."""
        return self._hidden > 0

    @override
    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if self._hidden:
            self._hidden += tag == self._hidden_by
            if self._hidden_by != "p" or tag not in _BLOCKS | _HEADINGS:
                return
            self._hidden = 0  # a block ends a paragraph
        if self._is_hidden(tag, attrs):
            self._hidden_by, self._hidden = tag, 1
        elif tag == "title":
            self._in_title = True
        else:
            self._begin(tag, attrs)

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden -= tag == self._hidden_by
        elif tag == "title":
            self._in_title = False
        else:
            self._end(tag)

    @override
    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        if tag not in self._dropped and tag != "title" and not self._hidden:
            self._begin(tag, attrs)
            self._gaps.end(tag)

    @override
    def handle_data(self, data: str) -> None:
        if self._in_title:
            self._title.append(data[:300])
        elif not self._hidden:
            text = data if self._pre else _SPACE.sub(" ", data)
            if text:
                last = self._parts[-1][-1:] if self._parts else ""
                if self._gaps.wants_blank(last, text[0]):
                    text = " " + text
                self._add(text)
            if self._in_heading:
                self._heading.append(text[:300])

    def _is_hidden(self, tag: str, attrs: Attributes) -> bool:
        if tag in self._dropped:
            return True
        if self._looks and tag not in VOID and is_unread(tag, attrs):
            self.has_unread = True
            return True
        return False

    def _begin(self, tag: str, attrs: Attributes) -> None:
        if tag in _HEADINGS:
            self._break("\n\n## ")
            self._in_heading = tag == "h1" and not self._heading
        elif tag == "li":
            self._break("\n- ")
        elif tag in _CELLS:
            self._add(" | " if self._in_line() else "")
        elif tag == "br" or tag in _BLOCKS:
            self._break("\n\n" if tag in _APART else "\n")
        else:
            self._gaps.begin(tag, attrs)
        self._pre += tag == "pre"

    def _end(self, tag: str) -> None:
        if tag == "pre":
            self._pre = max(0, self._pre - 1)
        if tag in _HEADINGS:
            self._in_heading = False
        if tag in _HEADINGS or tag == "li" or tag in _BLOCKS:
            self._break("\n\n" if tag in _APART else "\n")
        else:
            self._gaps.end(tag)

    def _in_line(self) -> bool:
        return bool(self._parts) and not self._at_break

    @property
    def _at_break(self) -> bool:
        """Return whether the last part begins a line that is still empty."""
        return bool(self._parts) and isinstance(self._parts[-1], _Break)

    def _break(self, by: str) -> None:
        """Begin another line; several breaks in a row are one."""
        if self._at_break:
            last = self._parts[-1]
            mark = by.lstrip("\n") or last.lstrip("\n")
            if last.lstrip("\n") and not by.lstrip("\n"):
                return  # a paragraph within an item is the item
            lines = max(last.count("\n"), by.count("\n"))
            self._parts[-1] = _Break("\n" * lines + mark)
        else:
            self._parts.append(_Break(by))

    def _add(self, text: str) -> None:
        if not self._in_line():
            text = text if self._pre else text.lstrip()
        if text:
            self._parts.append(text)
            self._length += len(text)
        if self._length > LONGEST_TEXT * 2:
            raise _Enough
