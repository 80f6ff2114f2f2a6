"""The one loop over the events of a YAML parser; imports the YAML library."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NoReturn, TypeAlias, Union

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from tracker.interchange.yaml_words import WHOLE_FILE, RefusedError, position
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from yaml.events import Event

MAX_DEPTH = 16
MAX_NODES = 1_000_000

Node: TypeAlias = Union[str, "list[Node]", "dict[str, Node]"]


def events(data: bytes) -> Iterator[Event]:
    """Return the events of a file, from libyaml's parser if there is one."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(data)
    return iter(loader.get_event, None)


def build(  # noqa: C901, PLR0912, PLR0915  # the one loop: 50,000 events a megabyte
    source: Iterator[Event], clean: Callable[[str], str]
) -> Node:
    """Return the mappings, lists and texts that the events tell of.

    ``clean`` is asked about each text that is not ASCII.
    """
    # One of the two is filled at a time: the mapping, or the items if there is none.
    mapping: dict[str, Node] | None = None
    items: list[Node] = []
    key: str | None = None  # read, and waiting for its value
    outer: list[tuple[dict[str, Node] | None, list[Node], str | None]] = []
    nodes = 0
    done: Node
    for event in islice(source, 2 * MAX_NODES):
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
            elif text in mapping:
                _refuse(event, tr("the key “{key}” again", key=text), tr("it only once"))
            else:
                key = text
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                _refuse_property(event)
            if mapping is not None and key is None:
                _refuse(event, tr("a list or mapping as a key"), tr("a text as the key"))
            outer.append((mapping, items, key))
            if len(outer) > MAX_DEPTH:
                levels = tr("at most {depth} levels", depth=MAX_DEPTH)
                _refuse(event, tr("lists or mappings nested too deeply"), levels)
            mapping, items, key = {} if kind is MappingStartEvent else None, [], None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            done = items if mapping is None else mapping
            nodes += len(done)
            if nodes > MAX_NODES:
                break
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
