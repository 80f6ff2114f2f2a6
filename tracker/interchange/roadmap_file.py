"""Catalogue and roadmap files, read whole or refused with every problem and its line.

Nothing here imports YAML or pydantic before a file is read.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from tracker.domain.errors import Problem, UnreadableFileError
from tracker.interchange.catalogue import Catalogue
from tracker.interchange.files import read_bytes
from tracker.interchange.findings import raise_if_any
from tracker.interchange.opened import CATALOGUE, GUIDE, LADDER, ROADMAP, Opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tracker.domain.roadmap import Fork, Roadmap

__all__ = [
    "Catalogue",
    "check_file",
    "parse_roadmap",
    "read_bytes",
    "read_catalogue",
    "read_roadmap",
]

Kind: TypeAlias = Literal[
    "roadmap", "catalogue", "ladder", "guide", "guide page", "unknown"
]
Pages: TypeAlias = "Callable[[str], str | None]"

_KINDS: dict[str, Kind] = {
    ROADMAP: "roadmap",
    CATALOGUE: "catalogue",
    LADDER: "ladder",
    GUIDE: "guide",
}


def _no_page(_name: str) -> None:
    """Know no guide page."""


def read_roadmap(path: Path, catalogue: Catalogue, pages: Pages) -> Roadmap:
    """Return the roadmap of a file.

    Args:
        path: The file; what is told names it as it is written here.
        catalogue: The skills and projects that the roadmap may refer to.
        pages: Returns the guide page of a name, or None if there is none.

    Raises:
        UnreadableFileError: With all that is wrong in the file.
    """
    return parse_roadmap(read_bytes(path), str(path), catalogue, pages)


def parse_roadmap(
    data: bytes, name: str, catalogue: Catalogue, pages: Pages
) -> Roadmap:
    """Return the roadmap of a file's bytes; ``name`` stands for the file.

    Raises:
        UnreadableFileError: With all that is wrong in them.
    """
    with _collector_paused():
        return _roadmap(Opened(data, name), catalogue, pages)


def read_catalogue(paths: Sequence[Path], pages: Pages = _no_page) -> Catalogue:
    """Return the catalogue that several files make up; slugs are unique over them all.

    Args:
        paths: The files.
        pages: Returns the guide page of a name, or None if there is none.

    Raises:
        UnreadableFileError: With all that is wrong in all files. References are looked
            at only if each file could be read.
    """
    from tracker.interchange.definitions import Definitions  # noqa: PLC0415

    definitions = Definitions(Catalogue.EMPTY)
    unreadable: list[Problem] = []
    files: list[Opened] = []
    with _collector_paused():
        for path in paths:
            try:
                file = Opened.from_path(path)
                file.require(CATALOGUE)
            except UnreadableFileError as error:
                unreadable.extend(error.problems)
            else:
                files.append(file)
                definitions.add_catalogue(file.document, file.findings)
        if not unreadable:
            definitions.tell_wrong_references()
        raise_if_any([file.findings for file in files], unreadable)
        catalogue = Catalogue(
            MappingProxyType({s.slug: s for s, _ in definitions.skills.whole()}),
            MappingProxyType({p.slug: p for p, _ in definitions.projects.whole()}),
        )
        forks: dict[str, Fork] = {}
        for file in files:
            forks |= _forks(file, replace(catalogue, forks=forks), pages)
        raise_if_any(file.findings for file in files)
    return replace(catalogue, forks=MappingProxyType(forks))


def check_file(
    path: Path, catalogue: Catalogue, pages: Pages
) -> tuple[Kind, tuple[Problem, ...]]:
    """Return which kind a file is, by its ``format``, and all that is wrong in it.

    A catalogue file may refer to the skills of ``catalogue``, which may contain it, and
    a file of the ladder to what stands in the files beside it.
    """
    kind: Kind = "unknown"
    if path.suffix.lower() == ".md":
        return _check_page(path)
    try:
        with _collector_paused():
            file = Opened.from_path(path)
            kind = _KINDS.get(file.format, "unknown")
            if kind == "catalogue":
                _check_catalogue(file, catalogue, pages)
            elif kind in {"ladder", "guide"}:
                _check_reference(path, kind, catalogue)
            else:
                _roadmap(file, catalogue, pages)
    except UnreadableFileError as error:
        return kind, error.problems
    return kind, ()


def _check_page(path: Path) -> tuple[Kind, tuple[Problem, ...]]:
    from tracker.interchange.guide_files import check_page  # noqa: PLC0415  # Markdown

    try:
        check_page(path)
    except UnreadableFileError as error:
        return "guide page", error.problems
    return "guide page", ()


def _roadmap(file: Opened, catalogue: Catalogue, pages: Pages) -> Roadmap:
    from tracker.interchange.assemble import RoadmapAssembler  # noqa: PLC0415

    file.require(ROADMAP)
    return RoadmapAssembler(catalogue, pages, file.findings).roadmap(file.document)


def _check_catalogue(file: Opened, catalogue: Catalogue, pages: Pages) -> None:
    """Refuse a catalogue file, which may be one of those that ``catalogue`` is of."""
    from tracker.interchange.definitions import Definitions, without  # noqa: PLC0415

    file.require(CATALOGUE)
    rest = without(catalogue, file.document)
    definitions = Definitions(rest)
    definitions.add_catalogue(file.document, file.findings)
    definitions.tell_wrong_references()
    raise_if_any([file.findings])
    skills = {s.slug: s for s, _ in definitions.skills.whole()}
    projects = {p.slug: p for p, _ in definitions.projects.whole()}
    joined = Catalogue(
        {**rest.skills, **skills}, {**rest.projects, **projects}, rest.forks
    )
    _forks(file, joined, pages)
    raise_if_any([file.findings])


def _check_reference(path: Path, kind: Kind, catalogue: Catalogue) -> None:
    """Refuse a file of the ladder, or the table of contents of a guide."""
    if kind == "guide":
        from tracker.interchange.guide_files import read_guide  # noqa: PLC0415

        read_guide(path)
    else:
        from tracker.interchange.reference_files import (  # noqa: PLC0415
            check_ladder_file,
        )

        beside = [each for each in sorted(path.parent.glob("*.yaml")) if each != path]
        check_ladder_file(path, beside, catalogue)


def _forks(file: Opened, catalogue: Catalogue, pages: Pages) -> Mapping[str, Fork]:
    from tracker.interchange.assemble import forks_of  # noqa: PLC0415
    from tracker.interchange.parts import PartAssembler  # noqa: PLC0415

    return forks_of(file.document, PartAssembler(catalogue, pages, file.findings))


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep Python's collector from walking, again and again, what is being read."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
