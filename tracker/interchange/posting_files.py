"""Job adverts from files and from the clipboard: text, HTML, PDF and JSON.

Everything is bounded, and nothing is loaded from anywhere but the file itself.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.interchange.files import read_bytes
from tracker.interchange.posting_html import HtmlPage, is_html
from tracker.interchange.posting_json import postings_of_json, postings_of_scripts
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
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"charset=[\"']?([A-Za-z0-9_-]{3,20})")
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
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
    if b"%PDF-" in data[:1024]:
        return [_of_pdf(data, name)]
    if data.startswith(_OFFICE):
        found = tr("a document of an office program, or an archive")
        expected = tr("text, HTML, PDF or JSON; save it as PDF, or paste its text")
        raise refused(name, found, expected)
    text = _decoded(data, name)
    small = name.lower()
    if small.endswith((".json", ".jsonld")) or _looks_like_json(text):
        return postings_of_json(text, name)
    if small.endswith(_HTML_ENDS) or is_html(text):
        return read_posting_html(text, name)
    return [_of_text(text, name)]


def read_posting_html(html: str, name: str) -> list[PostingText]:
    """Return the adverts of a web page: those it embeds as JSON-LD, else its text.

    Raises:
        UnreadableFileError: There is no text on it.
    """
    page = HtmlPage(html)
    embedded = postings_of_scripts(page.data)
    if embedded:
        return [replace(each, source="html") for each in embedded]
    text, left_out = shaped(page.text)
    if not text:
        found = tr("a web page without text; it may load it by a script")
        expected = tr("a page with text; open it, select all, copy and paste")
        raise refused(name, found, expected)
    return [
        PostingText(
            title=_heading(text) or one_line(page.title) or first_line(text),
            text=text,
            source="html",
            left_out=left_out + page.left_out,
        )
    ]


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
    text, left_out = shaped(whole)
    if not text:
        raise refused(name, tr("nothing"), tr("the text of a job advert"))
    return PostingText(
        title=first_line(text), text=text, source="text", left_out=left_out
    )


def _looks_like_json(text: str) -> bool:
    head = text[:200].lstrip()
    return head.startswith(("{", '["', "[{")) and '"' in head


def _decoded(data: bytes, name: str) -> str:
    """Return text: UTF-8, or as a mark at its beginning says, else Windows' own."""
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return data.decode(codec, "replace")
    if b"\0" in data[:4096]:
        even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
        if max(even, odd) * 3 < len(data[:4096]) or min(even, odd) * 10 > max(
            even, odd
        ):
            found = tr("a file that is neither text nor PDF")
            raise refused(name, found, tr("text, HTML, PDF or JSON"))
        return data.decode("utf-16-le" if odd > even else "utf-16-be", "replace")
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8")
    said = _CHARSET.search(data[:2048])
    if said is not None:
        with suppress(LookupError, UnicodeDecodeError):
            return data.decode(said[1].decode("ascii"))
    return data.decode("cp1252", "replace")


def _too_large(name: str, size: int) -> Exception:
    found = tr("{n} MB", n=-(-size // _MEGABYTE))
    expected = tr(
        "a job advert of at most {n} MB; copy the text of the advert and paste it",
        n=MOST_BYTES // _MEGABYTE,
    )
    return refused(name, found, expected)
