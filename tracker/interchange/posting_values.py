"""A job advert as it was read from a file, and how its text is put into shape."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.domain.errors import Problem, UnreadableFileError
from tracker.domain.fit.headings import section_of
from tracker.domain.texts import cleaned
from tracker.services.postings import LONGEST_TEXT, NewPosting, cut, whole_letters

_LOOKED_AT = 4 * LONGEST_TEXT  # characters; beyond it nothing is even cleaned
_LONGEST_TITLE = 120  # characters; a longer first line is a sentence
_LONGEST_FIELD = 200
_BLANK = re.compile(r"[^\S\n]+")
_AT_END = re.compile(r" +(?=\n)")
_MANY = re.compile(r"\n{3,}")
_MARKUP = " \t#*_=-–—:|"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingText:
    """An advert.

    Attributes:
        title: What the job is called, empty if the file does not say.
        company: Who offers it, empty if the file does not say.
        place: Where the work is.
        url: Where the advert stands in the web.
        text: What it says: plain text, headings begin with ``## ``, items with ``- ``.
        source: ``text``, ``html``, ``pdf`` or ``json``.
        left_out: How many characters were too much and are not in the text.
    """

    title: str = ""
    company: str = ""
    place: str = ""
    url: str = ""
    text: str
    source: str
    left_out: int = 0


def advert_of(read: PostingText) -> NewPosting:
    """Return an advert to be kept from what was read of it."""
    text = cut(read.text, more=read.left_out > 0)
    return NewPosting(text, read.title, read.company, read.place, read.url)


def shaped(text: str) -> tuple[str, int]:
    """Return text fit to be kept, and how many characters were left out at its end."""
    left_out = max(0, len(text) - _LOOKED_AT)
    text = whole_letters(cleaned(text[:_LOOKED_AT]))
    text = _MANY.sub("\n\n", _AT_END.sub("", _BLANK.sub(" ", text))).strip()
    if len(text) > LONGEST_TEXT:
        cut = max(text.rfind("\n", 0, LONGEST_TEXT), text.rfind(" ", 0, LONGEST_TEXT))
        cut = LONGEST_TEXT if cut <= 0 else cut
        left_out += len(text) - cut
        text = text[:cut].rstrip()
    return text, left_out


def first_line(text: str) -> str:
    """Return the first line of an advert if it may be its title, else nothing.

    "Requirements" and its like, where someone copied no more, are none.
    """
    line = text.partition("\n")[0].strip(_MARKUP)
    is_title = len(line) <= _LONGEST_TITLE and not section_of(
        line.lower(), lambda: False
    )
    return line if is_title else ""


def one_line(value: object, *, more: str = "…") -> str:
    """Return a value of a file as one line, empty if it is no text.

    Args:
        value: What the file holds.
        more: What stands at the end of one that is too long to be kept whole.
    """
    if not isinstance(value, str):
        return ""
    line = " ".join(whole_letters(cleaned(value[: 4 * _LONGEST_FIELD])).split())
    if len(line) <= _LONGEST_FIELD:
        return line
    return line[: _LONGEST_FIELD - len(more)].rstrip() + more


def refused(name: str, found: str, expected: str) -> UnreadableFileError:
    """Return the error that refuses a file as a whole."""
    return UnreadableFileError([Problem(name, 0, 0, "", found, expected)])
