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
from tracker.interchange.findings import Findings, raise_if_any
from tracker.interchange.yaml_nodes import shown
from tracker.interchange.yaml_reader import parse
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tracker.domain.roadmap import Fork, Roadmap
    from tracker.interchange.yaml_nodes import Node

__all__ = [
    "Catalogue",
    "check_file",
    "parse_roadmap",
    "read_bytes",
    "read_catalogue",
    "read_roadmap",
]

Kind: TypeAlias = Literal["roadmap", "catalogue", "ladder", "guide", "unknown"]
Pages: TypeAlias = "Callable[[str], str | None]"

_ROADMAP = "milepost-roadmap/1"
_CATALOGUE = "milepost-catalogue/1"


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
        return _roadmap(_Opened(data, name), catalogue, pages)


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
    files: list[_Opened] = []
    with _collector_paused():
        for path in paths:
            try:
                file = _Opened(read_bytes(path), str(path))
                file.require(_CATALOGUE)
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
    try:
        with _collector_paused():
            file = _Opened(read_bytes(path), str(path))
            kind = file.kind
            if kind == "catalogue":
                _check_catalogue(file, catalogue, pages)
            elif kind in {"ladder", "guide"}:
                _check_reference(path, kind, catalogue)
            else:
                _roadmap(file, catalogue, pages)
    except UnreadableFileError as error:
        return kind, error.problems
    return kind, ()


class _Opened:
    """A file that is YAML, and what is found wrong in it."""

    def __init__(self, data: bytes, name: str) -> None:
        self.document = parse(data, name)
        self.findings = Findings(name, data)

    @property
    def _format(self) -> Node | None:
        return self.document.get("format") if isinstance(self.document, dict) else None

    @property
    def kind(self) -> Kind:
        """Which kind of file it says it is, in whatever version."""
        match str(self._format).partition("/")[0]:
            case "milepost-roadmap":
                return "roadmap"
            case "milepost-catalogue":
                return "catalogue"
            case "milepost-ladder":
                return "ladder"
            case "milepost-guide":
                return "guide"
            case _:
                return "unknown"

    def require(self, wanted: str) -> None:
        """Refuse a file of another format; one that names none is told of later."""
        given = self._format
        if given not in (wanted, None):
            found = shown(given) if isinstance(given, str) else tr("a list or mapping")
            self.findings.add(("format",), found, shown(wanted))
            raise_if_any([self.findings])


def _roadmap(file: _Opened, catalogue: Catalogue, pages: Pages) -> Roadmap:
    from tracker.interchange.assemble import RoadmapAssembler  # noqa: PLC0415

    file.require(_ROADMAP)
    return RoadmapAssembler(catalogue, pages, file.findings).roadmap(file.document)


def _check_catalogue(file: _Opened, catalogue: Catalogue, pages: Pages) -> None:
    """Refuse a catalogue file, which may be one of those that ``catalogue`` is of."""
    from tracker.interchange.definitions import Definitions, without  # noqa: PLC0415

    file.require(_CATALOGUE)
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
    from tracker.interchange import reference_files  # noqa: PLC0415

    if kind == "guide":
        reference_files.read_guide(path)
    else:
        beside = [each for each in sorted(path.parent.glob("*.yaml")) if each != path]
        reference_files.check_ladder_file(path, beside, catalogue.skills)


def _forks(file: _Opened, catalogue: Catalogue, pages: Pages) -> Mapping[str, Fork]:
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
