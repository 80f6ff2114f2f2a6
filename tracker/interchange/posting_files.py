"""Job adverts from files and from the clipboard: text, HTML, PDF and JSON.

Everything is bounded, and nothing is loaded from anywhere but the file itself.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

from tracker.domain.errors import MilepostError
from tracker.interchange.files import read_bytes
from tracker.interchange.posting_codec import decoded
from tracker.interchange.posting_html import HtmlPage, is_html
from tracker.interchange.posting_json import postings_of_json, postings_of_scripts
from tracker.interchange.posting_mail import is_mail, letter_of
from tracker.interchange.posting_pdf import text_of_pdf
from tracker.interchange.posting_values import (
    PostingText,
    first_line,
    one_line,
    refused,
    shaped,
)
from tracker.words import tr

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 5 * 1024 * 1024
_MEGABYTE = 1024 * 1024
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
# Up to so many characters it is a teaser, if the page has so many times more.
_TEASERS = ((400, 2), (1_200, 3))
_LEAST_MORE = 60  # characters that the page must have more: a heading, a button
_PACKED = (
    *(b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!"),
    b"\x28\xb5\x2f\xfd",
)
# Of pages that were made into text: "https:&#x2F;&#x2F;", but not "R&D;".
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_HTML_ENDS = (".html", ".htm", ".xhtml")


def read_posting_file(path: Path) -> list[PostingText]:
    """Return the adverts of a file, one or more.

    Raises:
        UnreadableFileError: It cannot be read, is larger than 5 MB, or holds no advert;
            the message says what is there and what to do.
    """
    with suppress(OSError, ValueError):  # told by what reads it
        size = path.stat().st_size
        if size > MOST_BYTES and path.is_file():
            raise _too_large(str(path), size)
    return read_posting_bytes(read_bytes(path), str(path))


def read_posting_bytes(data: bytes, name: str) -> list[PostingText]:
    """Return the adverts in what a file holds; see `read_posting_file`.

    Args:
        data: What the file holds.
        name: What it is called, for people; its end may tell what is in it.
    """
    if len(data) > MOST_BYTES:
        raise _too_large(name, len(data))
    try:
        return _of_bytes(data, name)
    except MilepostError:
        raise
    except Exception as error:  # what one file breaks must not stop the others
        found = tr("something in it that cannot be read")
        expected = tr("text, HTML, PDF or JSON; paste its text")
        raise refused(name, found, expected) from error


def _of_bytes(data: bytes, name: str) -> list[PostingText]:
    if b"%PDF-" in data[:1024]:
        return [_of_pdf(data, name)]
    if data.startswith(_OFFICE):
        found = tr("a document of an office program, or an archive")
        expected = tr("text, HTML, PDF or JSON; save it as PDF, or paste its text")
        raise refused(name, found, expected)
    if data.startswith(_PACKED):
        expected = tr("text, HTML, PDF or JSON; unpack it first")
        raise refused(name, tr("a compressed file"), expected)
    if is_mail(data, name):
        return _of_mail(data, name)
    text = decoded(data, name)
    small = name.lower()
    if small.endswith((".json", ".jsonld")) or _looks_like_json(text):
        return postings_of_json(text, name)
    if small.endswith(_HTML_ENDS) or is_html(text):
        return read_posting_html(text, name)
    return [_of_text(text, name)]


def read_posting_html(html: str, name: str) -> list[PostingText]:
    """Return the advert of a web page: what it embeds as JSON-LD, or its text.

    A page is one advert: of several that it embeds, such as related ones, it is the one
    that the page is called after, else the first. Where what it embeds says far less
    than the page, the page's text counts.

    Raises:
        UnreadableFileError: There is no text on it.
    """
    page = HtmlPage(html)
    text, left_out = shaped(page.text)
    left_out += page.left_out
    headings = [one_line(page.heading), _heading(text), one_line(page.title)]
    embedded = postings_of_scripts(page.data)
    if embedded:
        chosen = replace(_called(embedded, headings), source="html")
        if not _says_far_less(chosen.text, text):
            return [chosen]
        return [replace(chosen, text=text, left_out=left_out)]
    if not text:
        found = tr("a web page without text; it may load it by a script")
        expected = tr("a page with text; open it, select all, copy and paste")
        raise refused(name, found, expected)
    title = next(filter(None, headings), "") or first_line(text)
    return [PostingText(title=title, text=text, source="html", left_out=left_out)]


def _called(embedded: list[PostingText], headings: list[str]) -> PostingText:
    """Return the advert that a page is called after, else the first."""
    for heading in filter(None, headings):
        for alike in (str.__eq__, str.startswith, str.__contains__):
            for each in embedded:
                if each.title and alike(heading.casefold(), each.title.casefold()):
                    return each
    return embedded[0]


def _says_far_less(embedded: str, page: str) -> bool:
    """Return whether what is embedded is but a teaser of what the page says.

    A whole advert stays, however much else is on the page.
    """
    for longest, times in _TEASERS:
        if len(embedded) <= longest:
            return len(page) >= len(embedded) * times + _LEAST_MORE
    return False


def _heading(text: str) -> str:
    """Return the heading with which a page begins, if there is one."""
    return first_line(text) if text.startswith("## ") else ""


def _of_pdf(data: bytes, name: str) -> PostingText:
    whole, _pages = text_of_pdf(data, name)
    text, left_out = shaped(whole)
    return PostingText(
        title=first_line(text), text=text, source="pdf", left_out=left_out
    )


def _of_text(whole: str, name: str) -> PostingText:
    text, left_out = shaped(_ENTITY.sub(lambda found: unescape(found[0]), whole))
    if not text:
        raise refused(name, tr("nothing"), tr("the text of a job advert"))
    return PostingText(
        title=first_line(text), text=text, source="text", left_out=left_out
    )


def _of_mail(data: bytes, name: str) -> list[PostingText]:
    letter = letter_of(data, name)
    if not letter.is_html:
        read = _of_text(letter.text, name)
        return [replace(read, title=letter.subject or read.title)]
    found = read_posting_html(letter.text, name)
    return [
        replace(each, title=each.title or letter.subject, url=each.url or letter.url)
        for each in found
    ]


def _looks_like_json(text: str) -> bool:
    head = text[:200].lstrip()
    return head.startswith(("{", '["', "[{")) and '"' in head


def _too_large(name: str, size: int) -> Exception:
    found = tr("{n} MB", n=-(-size // _MEGABYTE))
    expected = tr(
        "a job advert of at most {n} MB; copy the text of the advert and paste it",
        n=MOST_BYTES // _MEGABYTE,
    )
    return refused(name, found, expected)
