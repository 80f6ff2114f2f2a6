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


def build(  # noqa: C901, PLR0912, PLR0915  # the one loop: 50,000 events a megabyte
    source: Iterator[Any], clean: Callable[[str], str]
) -> Node:
    """Return the mappings, lists and texts that the events tell of.

    ``clean`` is asked about each text that is not ASCII.
    """
    mapping: dict[str, Node] | None = None  # what is being filled; if None, the items
    items: list[Node] = []
    key: str | None = None  # read, and waiting for its value
    outer: list[tuple[dict[str, Node] | None, list[Node], str | None]] = []
    nodes = 0
    done: Node
    for event in islice(source, 2 * MAX_NODES + 4):
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
                found = tr("the key {key} a second time", key=shown(text))
                _refuse(event, found, tr("each key once"))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if (
                event.anchor is not None
                or event.tag is not None
                or (key is None and mapping is not None)
                or len(outer) == MAX_DEPTH
            ):
                _refuse_start(event, too_deep=len(outer) == MAX_DEPTH)
            outer.append((mapping, items, key))
            if kind is MappingStartEvent:
                mapping, key = {}, None
            else:
                mapping, items = None, []
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            done = items if mapping is None else mapping
            nodes += len(done) if mapping is None else 2 * len(done)
            if nodes > MAX_NODES:
                break
            if mapping is not None and len(mapping) > MAX_KEYS:
                most = tr("at most {limit} keys", limit=MAX_KEYS)
                _refuse(event, tr("the end of a mapping with too many keys"), most)
            mapping, items, key = outer.pop()
            if mapping is None:
                items.append(done)
            elif key is not None:
                mapping[key] = done
                key = None
        elif kind is AliasEvent:
            _refuse_property(event)
        elif kind is DocumentStartEvent and items:
            _refuse(event, tr("a second document"), tr("one document in a file"))
    if outer:
        most = tr("at most {limit} values", limit=MAX_NODES)
        raise RefusedError(WHOLE_FILE, tr("too many values"), most)
    if not items:
        raise RefusedError(WHOLE_FILE, tr("an empty file"), tr("“key: value” lines"))
    return items[0]


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
