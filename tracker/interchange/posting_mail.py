"""Job adverts in mail and in pages that a browser saved as one file (MHTML).

Both are messages of several parts, RFC 5322 and RFC 2045 to 2049; MHTML is RFC 2557.
"""

from __future__ import annotations

import re
from contextlib import suppress
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from typing import TYPE_CHECKING, NamedTuple

from tracker.interchange.posting_codec import decoded
from tracker.interchange.posting_values import one_line, refused
from tracker.words import tr

if TYPE_CHECKING:
    from email.message import Message

MAIL_ENDS = (".eml", ".mht", ".mhtml")
_MOST_PARTS = 60  # that hold others; each costs time on every line
_HEAD = re.compile(
    rb"\A\s{0,8}(?:[A-Za-z-]{1,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,60}"
)
_IS_MAIL = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_MOST_OF_HEAD = 4_000  # bytes of a head whose parameters are read, each costs time
_PARAMETERS = re.compile(
    rb"^content-(?:type|disposition):[^\n]*(?:\n[ \t][^\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
_MULTIPART = re.compile(rb"multipart/|message/rfc822", re.IGNORECASE)


class Letter(NamedTuple):
    """What a message says: its subject, where it was saved from, and its text."""

    subject: str
    url: str
    text: str
    is_html: bool


def is_mail(data: bytes, name: str) -> bool:
    """Return whether something is a message, by its name or by its head."""
    if name.lower().endswith(MAIL_ENDS):
        return True
    head = _HEAD.match(data[:20_000])
    return head is not None and _IS_MAIL.search(head[0]) is not None


def letter_of(data: bytes, name: str) -> Letter:
    """Return what a message says: its first web page, else its first text.

    Args:
        data: What the file holds.
        name: What it is called, for people.

    Raises:
        UnreadableFileError: It has no text, or is made to take long.
    """
    expected = tr("a message with text; open it, select all, copy and paste")
    heads = _PARAMETERS.finditer(data)
    if len(_MULTIPART.findall(data)) > _MOST_PARTS or any(
        head.end() - head.start() > _MOST_OF_HEAD for head in heads
    ):
        raise refused(name, tr("a message of too many parts"), expected)
    message = message_from_bytes(data)
    for kind in ("text/html", "text/plain"):
        for part in message.walk():
            if part.get_content_type() != kind or part.get_filename():
                continue
            text = _text(part, name)
            if text.strip():
                url = one_line(message.get("Snapshot-Content-Location"), more="")
                return Letter(_subject(message), url, text, kind == "text/html")
    raise refused(name, tr("a message without text"), expected)


def _text(part: Message, name: str) -> str:
    body = part.get_payload(decode=True)
    said = part.get_content_charset("") or ""
    return decoded(body, name, said) if isinstance(body, bytes) else ""


def _subject(message: Message) -> str:
    subject = str(message.get("Subject", ""))[:1000]
    with suppress(MessageError, LookupError, ValueError):
        subject = str(make_header(decode_header(subject)))
    return one_line(subject)
