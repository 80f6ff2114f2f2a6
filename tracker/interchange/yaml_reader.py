"""A strict and bounded reader for the small part of YAML that Milepost's files use.

It takes libyaml's events one by one and keeps a stack of its own: nothing is composed,
expanded or called, so neither depth nor aliases can exhaust anything. All scalars stay
text. Where a value stands is found by ``locate``, in a second pass over the same file,
only when there is something to say about it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from tracker.domain.errors import Problem, UnreadableFileError
from tracker.interchange.yaml_nodes import (
    WHOLE_FILE,
    Position,
    RefusedError,
    position,
)
from tracker.interchange.yaml_words import syntax_refused
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.interchange.yaml_nodes import Node, Path

MAX_BYTES = 8 * 1024 * 1024

_BOM = b"\xef\xbb\xbf"
_UTF_16 = re.compile(rb"\xff\xfe|\xfe\xff|\0[^\0]|[^\0]\0")
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(  # what YAML refuses anywhere in a file
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


class _Text(str):
    """A text that knows where it stands in the file."""

    __slots__ = ("at",)
    at: Position


def parse(data: bytes, name: str) -> Node:
    """Return what a YAML file holds: mappings, lists and texts, in Unicode's NFC.

    Raises:
        UnreadableFileError: The file, called ``name``, is too large, not UTF-8 or not
            YAML, or it uses what Milepost's files do not: anchors, aliases, tags, a key
            given twice or not a text, a second document, too many levels or values.
    """
    try:
        return _read(data)
    except RefusedError as refused:
        line, column = refused.at
        problem = Problem(name, line, column, "", refused.found, refused.expected)
        raise UnreadableFileError([problem]) from None


def locate(data: bytes, places: Iterable[tuple[Path, bool]]) -> list[Position]:
    """Return where each place stands in a file that ``parse`` accepted.

    A place is a path of keys and indices, and whether its key is meant, not its value.
    A list or a mapping stands at its key; what is missing, at what should hold it.
    """
    document = _read(data, marked=True)
    return [_find(document, path, on_key=on_key) for path, on_key in places]


def _read(data: bytes, *, marked: bool = False) -> Node:
    from yaml import MarkedYAMLError, YAMLError  # noqa: PLC0415  # 20 ms, for readers

    from tracker.interchange import yaml_events  # noqa: PLC0415

    if len(data) > MAX_BYTES:
        raise RefusedError(WHOLE_FILE, *too_large())
    if _UTF_16.match(data):
        raise RefusedError(WHOLE_FILE, tr("what looks like UTF-16"), _utf_8())
    try:
        events = yaml_events.events(data.removeprefix(_BOM))
        if marked:
            return yaml_events.build(map(_mark, events), lambda text: text)
        return yaml_events.build(events, _nfc)
    except MarkedYAMLError as error:
        raise syntax_refused(error, _decoded(data)) from None
    except YAMLError:  # of the parsers, only their reader raises it, for a character
        raise _character_refused(_decoded(data)) from None
    except (ValueError, OverflowError):  # the pure parser's, for a number in an escape
        found = tr("a number too large for YAML")
        raise RefusedError(WHOLE_FILE, found, tr("plain text")) from None


def _decoded(data: bytes) -> str:
    """Return the text of a file that the parser refused, unless that is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The position counts from behind a byte order mark.
        start = error.start + 3 * data.startswith(_BOM)
        at = _position_after(data[:start].decode("utf-8-sig"))
        found = tr(
            "what is not UTF-8 at byte {byte}, line {line}",
            byte=start + 1,
            line=at.line,
        )
        raise RefusedError(at, found, _utf_8()) from None


def _utf_8() -> str:
    return tr("text saved as UTF-8")


def too_large() -> tuple[str, str]:
    """Return what is told of a file of more than ``MAX_BYTES``."""
    limit = MAX_BYTES >> 20
    return tr("a file that is too large"), tr("at most {limit} MB", limit=limit)


def _character_refused(text: str) -> RefusedError:
    bad = _UNPRINTABLE.search(text)
    at = _position_after(text[: bad.start()]) if bad else WHOLE_FILE
    code = f"U+{ord(bad[0]):04X}" if bad else "?"
    found = tr("the control character {code}", code=code)
    return RefusedError(at, found, tr("text without control characters"))


def _position_after(before: str) -> Position:
    """Return the position right behind ``before``, which begins with the file."""
    breaks = [found.end() for found in _BREAK.finditer(before)]
    return Position(len(breaks) + 1, len(before) - (breaks[-1] if breaks else 0) + 1)


def _nfc(text: str) -> str:
    return normalize("NFC", text)


def _mark(event: Any) -> Any:  # noqa: ANN401  # any event; only scalars have a value
    """Let the text of a scalar know where it stands."""
    if hasattr(event, "value"):
        event.value = _Text(_nfc(event.value))
        event.value.at = position(event.start_mark)
    return event


def _find(node: Node, path: Path, *, on_key: bool) -> Position:
    """Return the position of a place in a document read with marks."""
    best = _first(node) or WHOLE_FILE
    for depth, step in enumerate(path, 1):
        if isinstance(node, dict) and step in node:
            key = next(key for key in node if key == step)
            best = _first(key) or best
            node = node[key]
            if on_key and depth == len(path):
                return best
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
            best = _first(node) or best
        else:
            return best
    return _first(node) or best if isinstance(node, str) else best


def _first(node: Node) -> Position | None:
    """Return where the first text in a part of a document stands."""
    while isinstance(node, (list, dict)):
        if not node:
            return None
        node = next(iter(node))
    return node.at if isinstance(node, _Text) else None
