"""A content file that is YAML: which kind it says it is, and what is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.interchange.files import read_bytes
from tracker.interchange.findings import Findings, raise_if_any
from tracker.interchange.yaml_nodes import shown
from tracker.interchange.yaml_reader import parse
from tracker.words import tr

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Self

    from tracker.interchange.yaml_nodes import Node

ROADMAP = "milepost-roadmap/1"
CATALOGUE = "milepost-catalogue/1"
LADDER = "milepost-ladder/1"
GUIDE = "milepost-guide/1"
FORMATS = (ROADMAP, CATALOGUE, LADDER, GUIDE)


class Opened:
    """A file that is YAML, and what is found wrong in it."""

    def __init__(self, data: bytes, name: str) -> None:
        """Parse a file's bytes or raise UnreadableFileError; ``name`` is for people."""
        self.document: Node = parse(data, name)
        self.findings = Findings(name, data)

    @classmethod
    def from_path(cls, path: Path) -> Self:
        """Return a file, or raise UnreadableFileError."""
        return cls(read_bytes(path), str(path))

    @property
    def _format(self) -> Node | None:
        return self.document.get("format") if isinstance(self.document, dict) else None

    @property
    def format(self) -> str:
        """Which format it says it is, in the version known here; empty if none."""
        kind = str(self._format).partition("/")[0]
        return next((each for each in FORMATS if each.partition("/")[0] == kind), "")

    def require(self, wanted: str, *, strict: bool = False) -> None:
        """Refuse a file of another format; one that names none, only where strict."""
        given = self._format
        if given == wanted or (given is None and not strict):
            return
        found = shown(given) if isinstance(given, str) else tr("a list or mapping")
        expected = shown(wanted)
        if not self.format:
            expected = tr("one of {all}", all=", ".join(map(shown, FORMATS)))
        self.findings.add(("format",), found, expected)
        raise_if_any([self.findings])
