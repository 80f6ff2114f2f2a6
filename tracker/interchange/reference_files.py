"""The ladder that comes with Milepost, read from its files; `guide_files` is beside it.

Imports YAML and pydantic, and is therefore imported only when content is read.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tracker.domain.errors import UnreadableFileError
from tracker.domain.ladder import Ladder
from tracker.interchange.explain import check
from tracker.interchange.findings import raise_if_any
from tracker.interchange.opened import LADDER as LADDER_FORMAT
from tracker.interchange.opened import Opened
from tracker.interchange.reference_shapes import (
    ADVERT,
    LADDER,
    LEVEL,
    ROLE,
    SOURCE,
)
from tracker.interchange.yaml_nodes import shown
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from tracker.interchange.catalogue import Catalogue
    from tracker.interchange.shapes import Shape
    from tracker.interchange.yaml_nodes import Node

_PARTS = {"sources": SOURCE, "levels": LEVEL, "roles": ROLE, "adverts": ADVERT}


def read_ladder_files(paths: Sequence[Path], catalogue: Catalogue) -> Ladder:
    """Return the ladder that several files make up.

    Args:
        paths: Files of the format ``milepost-ladder/1``.
        catalogue: The skills and lanes that they may name.

    Raises:
        UnreadableFileError: With all that is wrong in all files.
    """
    files = [_opened(path) for path in paths]
    ladder = _ladder(files, catalogue)
    raise_if_any(file.findings for file in files)
    return ladder


def check_ladder_file(path: Path, beside: Sequence[Path], catalogue: Catalogue) -> None:
    """Refuse one file of a ladder, which may name sources that others define.

    Args:
        path: The file.
        beside: Files that may belong to the same ladder; others do not count.
        catalogue: The skills and lanes that it may name.

    Raises:
        UnreadableFileError: With all that is wrong in this file.
    """
    file = _opened(path)
    others: list[Opened] = []
    for each in beside:
        with suppress(UnreadableFileError):  # it is not the one that is asked about
            others.append(_opened(each, strict=True))
    _ladder([*others, file], catalogue)
    raise_if_any([file.findings])


def _opened(path: Path, *, strict: bool = False) -> Opened:
    file = Opened.from_path(path)
    file.require(LADDER_FORMAT, strict=strict)
    return file


def _ladder(files: Sequence[Opened], catalogue: Catalogue) -> Ladder:
    """Return what files make up; what is wrong is in their findings."""
    found: dict[str, list[Any]] = {key: [] for key in _PARTS}
    slugs: dict[str, set[str]] = {key: set() for key in _PARTS}
    for file in files:
        check(LADDER, file.document, (), file.findings)
        if isinstance(file.document, dict) and not _PARTS.keys() & file.document.keys():
            keys = ", ".join(_PARTS)
            file.findings.add((), tr("nothing"), tr("one of {keys}", keys=keys))
        for key, shape in _PARTS.items():
            found[key] += _values(file, key, shape, slugs[key])
    ladder = Ladder(**{key: tuple(values) for key, values in found.items()})
    known = {
        "skill": catalogue.skills.keys(),
        "source": {source.slug for source in ladder.sources},
        "lane": {lane.slug for fork in catalogue.forks.values() for lane in fork.lanes},
    }
    for file in files:
        for path, kind, slug in _references(file.document, ()):
            if slug not in known[kind]:
                unknown = tr("the unknown slug {slug}", slug=shown(slug))
                file.findings.add(path, unknown, tr("the slug of a {kind}", kind=kind))
    return ladder


def _values(file: Opened, key: str, shape: Shape, slugs: set[str]) -> Iterator[Any]:
    """Yield what a file holds under a key, or tell why a part of it is not good."""
    document = file.document
    nodes = document.get(key, []) if isinstance(document, dict) else []
    for index, node in enumerate(nodes if isinstance(nodes, list) else []):
        value = check(shape, node, (key, index), file.findings)
        if value is None:
            continue
        if value.slug in slugs:
            twice = tr("the slug {slug} a second time", slug=shown(value.slug))
            file.findings.add((key, index, "slug"), twice, tr("a slug of its own"))
        slugs.add(value.slug)
        yield value


def _references(
    node: Node, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Yield (path, kind, slug) of each skill, source and lane that a document names."""
    kinds = {"any": "skill", "sources": "source", "source": "source", "lane": "lane"}
    steps: Iterable[tuple[str | int, Node]] = (
        node.items() if isinstance(node, dict) else enumerate(node)
    )
    for key, each in steps:
        at = (*path, key)
        kind = kinds.get(str(key)) if path else None
        if kind and isinstance(each, str):
            yield at, kind, each
        elif kind and isinstance(each, list):
            yield from (((*at, n), kind, str(slug)) for n, slug in enumerate(each))
        elif isinstance(each, (dict, list)):
            yield from _references(each, at)
