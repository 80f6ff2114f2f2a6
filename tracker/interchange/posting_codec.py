"""The bytes of an advert as text: by a mark, by what it says, or by its looks.

An encoding is honoured only if web pages are written in it; Python knows others that
are no encodings of text, or that take long on purpose.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from tracker.interchange.posting_values import refused
from tracker.words import tr

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAID = re.compile(rb"(?:charset|encoding)\s?=\s?[\"']?([A-Za-z0-9_:.-]{3,20})")
_LOOKED_AT = 4096  # bytes in which a page says its encoding
# As Python calls them; after https://encoding.spec.whatwg.org/#names-and-labels
_OF_PAGES = frozenset(
    """
    utf-8 iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7
    iso8859-8 iso8859-9 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 cp1250
    cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 koi8-r koi8-u
    mac-roman shift_jis cp932 euc_jp euc_kr cp949 gb2312 gbk gb18030 big5 big5hkscs
    ascii
    """.split()  # noqa: SIM905  # as a list it would fill a screen
)
_NOT_WINDOWS = frozenset(b"\x81\x8d\x8f\x90\x9d")  # bytes that cp1252 does not have
_MOST_FOREIGN = 3  # one byte in so many beyond ASCII; Western text has one in twenty
_FEW = 8  # bytes beyond ASCII that say nothing yet
_SOUND = 20  # sound letters for each damaged one, for a text to be damaged
_CONTROLS = bytes({*range(32)} - {*b"\0\t\n\x0c\r\x1b"})  # no text has them


def decoded(data: bytes, name: str, said: str = "") -> str:
    """Return text: as a mark at its beginning says, UTF-8, as it says, or Windows' own.

    Args:
        data: What there is.
        name: What it is called, for people.
        said: The encoding that came with it, as mail does; may be anything.

    Raises:
        UnreadableFileError: It is no text, or in an encoding that it does not name.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return data.decode(codec, "replace")
    if b"\0" in data:
        if not _is_strewn(data):
            return _wide(data, name)
        data = data.replace(b"\0", b"")
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8")
    found = _SAID.search(data[:_LOOKED_AT])
    for word in (said, found[1].decode("ascii") if found else ""):
        text = _as_said(data, word)
        if text is not None:
            return text
    return _guessed(data, name)


def _is_strewn(data: bytes) -> bool:
    """Return whether it is text all the same, with but a few zeros strewn in."""
    if data.count(0) * _SOUND > len(data):
        return False
    text = data.decode("utf-8", "replace")
    return "\ufffd" not in text and sum(map(data.count, _CONTROLS)) <= data.count(0)


def _wide(data: bytes, name: str) -> str:
    """Return text of two bytes a letter without a mark."""
    head = data[:_LOOKED_AT]
    even, odd = head[::2].count(0), head[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    if most * 3 < len(head) or least * 10 > most:
        found = tr("a file that is neither text nor PDF")
        raise refused(name, found, tr("text, HTML, PDF or JSON"))
    return data.decode("utf-16-le" if odd > even else "utf-16-be", "replace")


def _as_said(data: bytes, word: str) -> str | None:
    """Return text in the encoding of that name, if it is one and fits."""
    try:
        codec = codecs.lookup(word[:20]).name
    except (LookupError, ValueError):
        return None
    if codec not in _OF_PAGES:
        return None
    # As browsers do: pages that name the small set are written in the large one.
    codec = {"shift_jis": "cp932", "gb2312": "gb18030", "euc_kr": "cp949"}.get(
        codec, codec
    )
    try:
        text = data.decode(codec, "replace")
    except (LookupError, ValueError):
        return None
    bad = text.count("\ufffd")
    return text if bad * _SOUND <= _foreign(text) else None


def _guessed(data: bytes, name: str) -> str:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if bad * _SOUND <= _foreign(text) - bad:
        return text  # a letter or two of it are damaged
    beyond = sum(byte >= 0x80 for byte in data[:50_000])
    is_western = beyond * _MOST_FOREIGN < min(len(data), 50_000)
    if beyond > _FEW and (not is_western or _NOT_WINDOWS.intersection(data)):
        found = tr("a text in an encoding that it does not name")
        raise refused(name, found, tr("UTF-8; save it so, or paste its text"))
    return data.decode("cp1252", "replace")


def _foreign(text: str) -> int:
    """Return how many letters are not of ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))
