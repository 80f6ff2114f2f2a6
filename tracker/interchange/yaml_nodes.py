"""What the YAML reader hands out, and how it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, Union

if TYPE_CHECKING:
    from yaml import Mark

Node: TypeAlias = Union[str, "list[Node]", "dict[str, Node]"]
Path: TypeAlias = tuple[str | int, ...]  # of keys and indices, from the document down


class Position(NamedTuple):
    """A line and a column, both counted from 1; 0 stands for the file as a whole."""

    line: int
    column: int


WHOLE_FILE = Position(0, 0)


class RefusedError(Exception):
    """The one reason to refuse a file, and where it is; stays inside the reader."""

    def __init__(self, at: Position, found: str, expected: str) -> None:
        super().__init__(found)
        self.at, self.found, self.expected = at, found, expected


def shown(text: str, length: int = 40) -> str:
    """Return a text from a file as a message can show it: short, quoted, visible."""
    short = text if len(text) <= length else text[: length - 1] + "…"
    visible = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in short)
    return f"'{visible}'"


def position(mark: Mark | None) -> Position:
    """Return where a mark of the YAML library stands, counted from 1."""
    return Position(mark.line + 1, mark.column + 1) if mark else WHOLE_FILE
