"""The ladder and the guide that come with Milepost, read from their files.

Imports YAML and pydantic, and is therefore imported only when content is read.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.errors import Problem, UnreadableFileError
from tracker.domain.ladder import Ladder
from tracker.domain.reference import GUIDE, Reference
from tracker.interchange.explain import check
from tracker.interchange.files import read_bytes
from tracker.interchange.findings import Findings, raise_if_any
from tracker.interchange.reference_shapes import (
    ADVERT,
    GUIDE_INDEX,
    LADDER,
    LEVEL,
    ROLE,
    SECTION,
    SOURCE,
)
from tracker.interchange.yaml_nodes import shown
from tracker.interchange.yaml_reader import parse
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from tracker.interchange.shapes import Shape
    from tracker.interchange.yaml_nodes import Node

LADDER_FORMAT = "milepost-ladder/1"
GUIDE_FORMAT = "milepost-guide/1"
_PARTS = {"sources": SOURCE, "levels": LEVEL, "roles": ROLE, "adverts": ADVERT}


class _File(NamedTuple):
    document: Node
    findings: Findings


def _opened(path: Path, wanted: str, *, strict: bool = False) -> _File:
    data = read_bytes(path)
    file = _File(parse(data, str(path)), Findings(str(path), data))
    given = file.document.get("format") if isinstance(file.document, dict) else None
    if given != wanted and (strict or given is not None):
        found = shown(given) if isinstance(given, str) else tr("a list or mapping")
        file.findings.add(("format",), found, shown(wanted))
        raise_if_any([file.findings])
    return file


def read_ladder_files(paths: Sequence[Path], skills: Collection[str]) -> Ladder:
    """Return the ladder that several files make up.

    Args:
        paths: Files of the format ``milepost-ladder/1``.
        skills: The slugs of the catalogue's skills.

    Raises:
        UnreadableFileError: With all that is wrong in all files.
    """
    return _ladder([_opened(path, LADDER_FORMAT) for path in paths], skills)


def check_ladder_file(
    path: Path, beside: Sequence[Path], skills: Collection[str]
) -> None:
    """Refuse one file of a ladder, which may name sources that others define.

    Args:
        path: The file.
        beside: Files that may belong to the same ladder; others do not count.
        skills: The slugs of the catalogue's skills.

    Raises:
        UnreadableFileError: With all that is wrong in this file.
    """
    file = _opened(path, LADDER_FORMAT)
    others: list[_File] = []
    for each in beside:
        with suppress(UnreadableFileError):  # it is not the one that is asked about
            others.append(_opened(each, LADDER_FORMAT, strict=True))
    try:
        _ladder([*others, file], skills)
    except UnreadableFileError as error:
        own = [each for each in error.problems if each.file == str(path)]
        if own:
            raise UnreadableFileError(own) from error


def _ladder(files: Sequence[_File], skills: Collection[str]) -> Ladder:
    found: dict[str, list[Any]] = {key: [] for key in _PARTS}
    slugs: dict[str, set[str]] = {key: set() for key in _PARTS}
    for file in files:
        check(LADDER, file.document, (), file.findings)
        for key, shape in _PARTS.items():
            found[key] += _values(file, key, shape, slugs[key])
    ladder = Ladder(**{key: tuple(values) for key, values in found.items()})
    known = {"skill": set(skills), "source": {s.slug for s in ladder.sources}}
    for file in files:
        for path, kind, slug in _references(file.document, ()):
            if slug not in known[kind]:
                unknown = tr("the unknown slug {slug}", slug=shown(slug))
                file.findings.add(path, unknown, tr("the slug of a {kind}", kind=kind))
    raise_if_any(file.findings for file in files)
    return ladder


def _values(file: _File, key: str, shape: Shape, slugs: set[str]) -> Iterator[Any]:
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
    """Yield (path, kind, slug) of every skill and source that a document names."""
    kinds = {"any": "skill", "sources": "source", "source": "source"}
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


def read_guide(index_file: Path) -> list[Reference]:
    """Return the pages of a guide, which stand beside its table of contents.

    Raises:
        UnreadableFileError: With all that is wrong in the index and with its pages.
    """
    file, folder = _opened(index_file, GUIDE_FORMAT), index_file.parent
    check(GUIDE_INDEX, file.document, (), file.findings)
    pages: list[Reference] = []
    listed: set[str] = set()
    sections = file.document.get("sections") if isinstance(file.document, dict) else []
    for number, node in enumerate(sections if isinstance(sections, list) else []):
        head = check(SECTION, node, ("sections", number), file.findings)
        for index, slug in enumerate(head["pages"] if head else ()):
            path = folder / f"{slug}.md"
            where = ("sections", number, "pages", index)
            if slug in listed:
                twice = tr("the page {name} a second time", name=shown(slug))
                file.findings.add(where, twice, tr("each page once"))
                continue
            listed.add(slug)
            if not path.is_file():
                found = tr("{name}, for which there is no guide page", name=shown(slug))
                file.findings.add(where, found, tr("the name of a guide page"))
                continue
            pages.append(_page(path, slug, head["title"]))
    raise_if_any([file.findings])
    return pages


def _page(path: Path, slug: str, section: str) -> Reference:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        problem = Problem(str(path), 1, 1, "", tr("bytes that are no text"), "UTF-8")
        raise UnreadableFileError([problem]) from error
    first = text.partition("\n")[0]
    if not first.startswith("# "):
        problem = Problem(str(path), 1, 1, "", shown(first), tr("“# ” and a title"))
        raise UnreadableFileError([problem])
    return Reference(GUIDE, slug, section, first[2:].strip(), text)
