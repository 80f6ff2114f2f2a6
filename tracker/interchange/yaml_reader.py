"""A strict and bounded reader for the small part of YAML that Milepost's files use.

It takes libyaml's events one by one and keeps a stack of its own: nothing is composed,
expanded or called, so neither depth nor aliases can exhaust anything. Every scalar stays
text. Where a value stands is found by ``locate``, in a second pass over the same file,
only when there is something to say about it.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TypeAlias, Union
from unicodedata import normalize

from tracker.domain.errors import Problem, UnreadableFileError
from tracker.interchange.yaml_words import in_plain_words
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from yaml.error import Mark
    from yaml.events import Event, NodeEvent

MAX_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 16
MAX_NODES = 1_000_000

Node: TypeAlias = Union[str, "list[Node]", "dict[str, Node]"]
Path: TypeAlias = tuple[str | int, ...]

_BOM = b"\xef\xbb\xbf"
_UTF_16 = re.compile(rb"\xff\xfe|\xfe\xff|\0[^\0]|[^\0]\0")
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(  # what YAML refuses anywhere in a file
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


class Position(NamedTuple):
    """A line and a column, both counted from 1; 0 stands for the file as a whole."""

    line: int
    column: int


WHOLE_FILE = Position(0, 0)


class _RefusedError(Exception):
    """The one reason to refuse a file, and where it is; never leaves this module."""

    def __init__(self, at: Position, found: str, expected: str) -> None:
        super().__init__(found)
        self.at, self.found, self.expected = at, found, expected


class _Text(str):
    """A text that knows where it stands in the file."""

    __slots__ = ("at",)
    at: Position


def parse(data: bytes, name: str) -> Node:
    """Return what a YAML file holds: mappings, lists and texts, in Unicode's NFC.

    Raises:
        UnreadableFileError: The file, called ``name``, is too large, not UTF-8 or not
            YAML, or it uses what Milepost's files do not: anchors, aliases, tags, a key
            given twice or not a text, a second document, more than ``MAX_DEPTH`` levels
            or ``MAX_NODES`` values.
    """
    try:
        return _read(data)
    except _RefusedError as refused:
        line, column = refused.at
        problem = Problem(name, line, column, "", refused.found, refused.expected)
        raise UnreadableFileError([problem]) from None


def locate(data: bytes, places: Iterable[tuple[Path, bool]]) -> list[Position]:
    """Return where each place stands in a file that ``parse`` accepted.

    A place is a path of keys and indices, and whether its key is meant and not its value.
    A list or a mapping stands at its key; what is missing, at what should hold it.
    """
    document = _read(data, marked=True)
    return [_position(document, path, on_key=on_key) for path, on_key in places]


def _read(data: bytes, *, marked: bool = False) -> Node:
    import yaml  # noqa: PLC0415  # 20 ms, paid by whoever reads a file

    _check_bytes(data)
    parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        loader = parser(data.removeprefix(_BOM))
        events: Iterator[Event] = iter(loader.get_event, None)
        return _build(map(_mark, events), str) if marked else _build(events, _nfc)
    except yaml.reader.ReaderError:
        _refuse_character(data)
    except yaml.MarkedYAMLError as error:
        line, column, found, expected = in_plain_words(error, data)
        raise _RefusedError(Position(line, column), found, expected) from None
    except (ValueError, OverflowError):  # numbers in escapes; the pure parser only
        _refuse(None, tr("an escape that is no character"), tr("plain text"))


def _check_bytes(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        found = tr("more than {limit} MB", limit=MAX_BYTES >> 20)
        _refuse(None, found, tr("a smaller file"))
    utf_8 = tr("text saved as UTF-8")
    if _UTF_16.match(data):
        _refuse(None, tr("what looks like UTF-16"), utf_8)
    try:
        data.decode()
    except UnicodeDecodeError as error:
        at = _position_of(data[: error.start].decode().removeprefix("\ufeff"))
        found = tr("what is not UTF-8 at byte {byte}", byte=error.start + 1)
        found = tr("{found}, line {line}", found=found, line=at.line)
        raise _RefusedError(at, found, utf_8) from None


def _refuse_character(data: bytes) -> NoReturn:
    text = data.decode("utf-8-sig")
    bad = _UNPRINTABLE.search(text)
    at = _position_of(text[: bad.start()]) if bad else WHOLE_FILE
    code = f"U+{ord(bad[0]):04X}" if bad else "?"
    found = tr("the control character {code}", code=code)
    raise _RefusedError(at, found, tr("text without control characters"))


def _position_of(before: str) -> Position:
    """Return the position right after the text ``before``, from a file's beginning."""
    start, line = 0, 1
    for line, found in enumerate(_BREAK.finditer(before), 2):  # noqa: B007
        start = found.end()
    return Position(line, len(before) - start + 1)


def _nfc(text: str) -> str:
    return normalize("NFC", text)


def _mark(event: Event) -> Event:
    """Let the text of a scalar know where it stands."""
    if hasattr(event, "value"):
        event.value = _Text(_nfc(event.value))
        event.value.at = Position(event.start_mark.line + 1, event.start_mark.column + 1)
    return event


def _build(  # noqa: C901, PLR0912, PLR0915  # one loop, run 50,000 times a megabyte
    events: Iterator[Event], clean: Callable[[str], str]
) -> Node:
    from yaml import events as ev  # noqa: PLC0415

    scalar, mapping_start, sequence_start = (
        ev.ScalarEvent,
        ev.MappingStartEvent,
        ev.SequenceStartEvent,
    )
    root: list[Node] = []
    items, mapping, key, nodes = root, None, None, 0
    stack = []
    for event in islice(events, 2 * MAX_NODES):
        kind = type(event)
        ...
    return root[0]
