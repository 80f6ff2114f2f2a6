"""The text of a PDF, as far as it has one."""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from tracker.interchange.posting_pdf_lines import text_of_page
from tracker.interchange.posting_values import refused
from tracker.services.postings import LONGEST_TEXT
from tracker.words import tr

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 40  # an advert has one to five
# What a small file may blow up to; pypdf's own bounds are ten times as high.
_BOUNDS = {
    "array_based_stream_maximum_output_length": 10_000_000,
    "image_maximum_buffer_size": 10_000_000,
    "lzw_maximum_output_length": 10_000_000,
    "run_length_maximum_output_length": 10_000_000,
    "stream_decoding_work_maximum_length": 40_000_000,
    "stream_parsing_work_maximum_count": 300_000,
    "xform_maximum_invocations_per_extraction": 500,
    "zlib_maximum_output_length": 10_000_000,
}
_FEWEST = 20  # letters; with less, the pages are pictures
_HYPHEN = re.compile(r"(?<=[a-zäöüß])-\n(?=[a-zäöüß])")


def text_of_pdf(data: bytes, name: str) -> tuple[str, int]:
    """Return the text of a PDF and how many of its pages were left out.

    Args:
        data: What the file holds.
        name: What it is called, for people.

    Raises:
        UnreadableFileError: It is locked, damaged, or has no text.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of every oddity
    from pypdf import Configuration, apply_configuration  # noqa: PLC0415  # 0.2 s

    with apply_configuration(Configuration().with_overwrites(**_BOUNDS)):
        reader = _opened(data, name)
        try:
            left_out, text = max(0, len(reader.pages) - MOST_PAGES), _text(reader)
        except Exception as error:  # what is damaged breaks pypdf in any way
            raise _damaged(name) from error
    if sum(c.isalpha() for c in text[:10_000]) < _FEWEST:
        found = tr("a PDF without text, such as a scanned page")
        expected = tr(
            "a PDF with text; open it in a program that recognises text, copy the text "
            "and paste it"
        )
        raise refused(name, found, expected)
    return text, left_out


def _opened(data: bytes, name: str) -> PdfReader:
    from pypdf import PdfReader  # noqa: PLC0415  # as above

    try:
        reader = PdfReader(BytesIO(data))
        locked = reader.is_encrypted and not _unlocked(reader)
    except Exception as error:  # as above
        raise _damaged(name) from error
    if locked:
        expected = tr(
            "a PDF without one; open it and print it into a new PDF, or paste its text"
        )
        raise refused(name, tr("a PDF that is locked with a password"), expected)
    return reader


def _unlocked(reader: PdfReader) -> bool:
    """Return whether a PDF opens without a password; those only forbid printing."""
    with suppress(Exception):  # a cipher that pypdf cannot do without another package
        return bool(reader.decrypt(""))
    return False


def _text(reader: PdfReader) -> str:
    parts: list[str] = []
    length = 0
    for number in range(min(len(reader.pages), MOST_PAGES)):
        part = text_of_page(reader.pages[number])
        parts.append(part)
        length += len(part)
        if length > LONGEST_TEXT * 2:
            break
    return _HYPHEN.sub("", "\n".join(parts))


def _damaged(name: str) -> Exception:
    expected = tr("a PDF that opens; download it again, or paste its text")
    return refused(name, tr("a PDF that is damaged"), expected)
