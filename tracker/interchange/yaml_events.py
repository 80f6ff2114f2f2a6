"""The one loop over the events of a YAML parser; imports the YAML library."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from tracker.interchange.yaml_nodes import (
    WHOLE_FILE,
    RefusedError,
    position,
    shown,
)
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.interchange.yaml_nodes import Node

MAX_DEPTH = 16
MAX_NODES = 1_000_000
MAX_KEYS = 100  # of one mapping, which the longest form has twelve of


def events(data: bytes) -> Iterator[Any]:
    """Return the events of a file, from libyaml's parser if there is one."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(data)
    return iter(loader.get_event, None)


def build(source: Iterator[Any], clean: Callable[[str], str]) -> Node:
    """Return the mappings, lists and texts that the events tell of.

    ``clean`` is asked about each text that is not ASCII.
    """
    documents = _documents(islice(source, 2 * MAX_NODES + 4), clean)
    if documents is None:
        most = tr("at most {limit} values", limit=MAX_NODES)
        raise RefusedError(WHOLE_FILE, tr("too many values"), most)
    if not documents:
        raise RefusedError(WHOLE_FILE, tr("an empty file"), tr("“key: value” lines"))
    return documents[0]


def _documents(  # noqa: C901, PLR0912, PLR0915  # the one loop: 50,000 events a megabyte
    events: Iterator[Any], clean: Callable[[str], str]
) -> list[Node] | None:
    """Return the one document or none; None itself if there are too many values."""
    mapping: dict[str, Node] | None = None  # what is being filled; if None, the items
    items: list[Node] = []
    key: str | None = None  # read, and waiting for its value
    outer: list[tuple[dict[str, Node] | None, list[Node], str | None]] = []
    nodes = 0
    done: Node
    for event in events:
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                _refuse_property(event)
            text = event.value
            if not text.isascii():
                text = clean(text)
            if mapping is None:
                items.append(text)
            elif key is not None:
                mapping[key] = text
                key = None
            elif text not in mapping:
                key = text
            else:
                _refuse_key(event, text)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            keyless = key is None and mapping is not None
            if event.anchor or event.tag or keyless or len(outer) == MAX_DEPTH:
                _refuse_start(event, too_deep=len(outer) == MAX_DEPTH)
            outer.append((mapping, items, key))
            mapping, items, key = {} if kind is MappingStartEvent else None, [], None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            done = items if mapping is None else mapping
            nodes += len(done) if mapping is None else _entries(event, mapping)
            if nodes > MAX_NODES:
                return None
            mapping, items, key = outer.pop()
            if mapping is None:
                items.append(done)
            elif key is not None:
                mapping[key], key = done, None
        elif kind is AliasEvent:
            _refuse_property(event)
        elif kind is DocumentStartEvent and items:
            _refuse(event, tr("a second document"), tr("one document in a file"))
    return None if outer else items


def _entries(event: Any, mapping: dict[str, Node]) -> int:  # noqa: ANN401
    """Return how many values a mapping is made of, keys included, when it ends."""
    if len(mapping) > MAX_KEYS:
        most = tr("at most {limit} keys", limit=MAX_KEYS)
        _refuse(event, tr("the end of a mapping with too many keys"), most)
    return 2 * len(mapping)


def _refuse_key(event: Any, key: str) -> NoReturn:  # noqa: ANN401
    found = tr("the key {key} a second time", key=shown(key))
    _refuse(event, found, tr("each key once"))


def _refuse_start(event: Any, *, too_deep: bool) -> NoReturn:  # noqa: ANN401
    """Refuse a list or mapping that stands where it must not."""
    if event.anchor is not None or event.tag is not None:
        _refuse_property(event)
    if too_deep:
        levels = tr("at most {depth} levels", depth=MAX_DEPTH)
        _refuse(event, tr("lists or mappings nested too deeply"), levels)
    _refuse(event, tr("a list or mapping as a key"), tr("a text as the key"))


def _refuse(event: Any, found: str, expected: str) -> NoReturn:  # noqa: ANN401
    raise RefusedError(position(event.start_mark), found, expected)


def _refuse_property(event: Any) -> NoReturn:  # noqa: ANN401  # scalar, start or alias
    if type(event) is AliasEvent:
        found = tr("an alias (*)")
    elif event.anchor is not None:
        found = tr("an anchor (&)")
    else:
        found = tr("a tag (!)")
    _refuse(event, found, tr("the text itself, in quotes if it begins with &, * or !"))
