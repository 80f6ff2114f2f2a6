"""Whose work Milepost stands on, and the texts of their licences."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import tracker
from tracker.assets import resources
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_QT = frozenset({"PySide6-Essentials", "shiboken6"})
_PACKAGES = (
    "PySide6-Essentials",
    "shiboken6",
    "SQLAlchemy",
    "alembic",
    "Mako",
    "MarkupSafe",
    "PyYAML",
    "pydantic",
    "pydantic-core",
    "annotated-types",
    "typing-inspection",
    "platformdirs",
    "pypdf",
    "typing-extensions",
)
_TITLES = {"PySide6-Essentials": "Qt · PySide6", "shiboken6": "Qt · shiboken6"}
_WORDS = ("licen", "copying", "notice")


@dataclass(frozen=True, slots=True)
class Work:
    """Something that Milepost consists of or uses."""

    name: str
    title: str
    licence: str


def works() -> list[Work]:
    """Return Milepost, every package that is installed, and the font."""
    found = [Work("milepost", "Milepost", "MIT")]
    for name in _PACKAGES:
        with suppress(metadata.PackageNotFoundError):
            found.append(_package(name))
    return [*found, Work("inter", "Inter", "OFL-1.1")]


def version_of(name: str) -> str:
    """Return the version of an installed package, without importing it."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return tr("not installed")


def text_of(name: str) -> str:
    """Return the licence of a work, in full."""
    if name == "milepost":
        return _own("LICENSE")
    if name == "inter":
        return _read(resources() / "fonts" / "OFL.txt")
    if name in _QT:
        parts = [how_to_replace_qt(), _own("LGPL-3.0.txt"), _own("GPL-3.0.txt")]
        return "\n\n· · ·\n\n".join(parts)
    return "\n\n".join(_texts_of_package(name)) or tr(
        "The package came without the text of its licence."
    )


def how_to_replace_qt() -> str:
    """Return what the LGPL asks to be told."""
    located = metadata.distribution("PySide6-Essentials").locate_file("PySide6")
    package = Path(str(located))
    return tr(
        "Milepost uses Qt under the GNU Lesser General Public License, version 3. Qt "
        "is not part of Milepost: it is loaded from the separate libraries of the "
        "packages PySide6 and shiboken6 in {folder}. You may change Qt and use your "
        "own build with Milepost: put it in the place of those two packages, for "
        "example with pip, and start Milepost again. The source of Qt is at "
        "https://code.qt.io. The texts of the licences follow.",
        folder=package.parent,
    )


def _package(name: str) -> Work:
    about = metadata.metadata(name)
    fields = ("License-Expression", "License")
    licence = next((about[each] for each in fields if each in about), "")
    if name in _QT:
        licence = "LGPL-3.0"
    first = licence.strip().splitlines()[0] if licence.strip() else tr("see the text")
    return Work(name, _TITLES.get(name, name), first[:40])


def _texts_of_package(name: str) -> Iterator[str]:
    for file in metadata.files(name) or ():
        known = file.name.lower().startswith(_WORDS)
        if known and ".dist-info" in str(file):
            yield _read(Path(file.locate()))


def _own(name: str) -> str:
    """Return a licence file of Milepost, installed or in a checkout."""
    root = Path(tracker.__file__).parent.parent
    for path in (root / name, root / "LICENSES" / name):
        if path.is_file() and (root / "pyproject.toml").is_file():
            return _read(path)
    with suppress(metadata.PackageNotFoundError):
        for file in metadata.files("milepost") or ():
            if file.name == name and ".dist-info" in str(file):
                return _read(Path(file.locate()))
    return tr("The file {name} is missing in this copy of Milepost.", name=name)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        return tr("{path} cannot be read: {error}", path=path, error=error)
