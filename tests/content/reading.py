"""The content's files and texts, as the tests of this package look at them."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
RESOURCES = ROOT / "resources"

FOLDERS = ("catalogue", "roadmaps", "guide", "ladder")
# Where a sentence ends: a mark, perhaps quotes or brackets, and a new beginning.
_END = re.compile(r"(?<=[.!?])[\"”’)\]*]*\s+(?=[\"“‘(\[*]*[A-Z0-9₹$])")
_CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
_TARGET = re.compile(r"\]\([^)]*\)")
_ADDRESS = re.compile(r"https?://\S+")
_ITEM = re.compile(r"(?:[-*]|\d+\.) +")
_WORD = re.compile(r"\b[^\W\d_]+\b")


class Text(NamedTuple):
    """Something that a person reads, and where it stands."""

    where: str
    text: str


def load(path: Path):
    """Return a YAML file as editors see it: plain numbers are numbers."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def content_files() -> list[Path]:
    """Return every file that holds what Milepost tells its learners."""
    found = (path for folder in FOLDERS for path in (RESOURCES / folder).iterdir())
    return sorted(path for path in found if path.suffix in {".yaml", ".md"})


def our_texts() -> Iterator[tuple[str, str]]:
    """Yield the name and text of each file of the content and docs that is text."""
    for folder in ("resources", "docs"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and b"\0" not in (data := path.read_bytes()):
                yield path.relative_to(ROOT).as_posix(), data.decode("utf-8")


def lines_of(name: str) -> list[str]:
    """Return the lines of a list that is kept beside the tests."""
    return (HERE / name).read_text(encoding="utf-8").splitlines()


def tell(faults: Iterable[str]) -> None:
    """Fail with every fault on a line of its own."""
    told = list(faults)
    assert not told, "\n".join(["", *told])


def texts_in(value: object, where: str, leave: frozenset[str]) -> Iterator[Text]:
    """Yield every text in a value of the domain.

    Args:
        value: Something that is made of dataclasses, tuples and texts.
        where: What a failure calls it.
        leave: Names of fields that are not prose.
    """
    if isinstance(value, str):
        if value:
            yield Text(where, value)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_in(each, where, leave)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in leave:
                inner = getattr(value, field.name)
                yield from texts_in(inner, f"{where}, {field.name}", leave)


def words(text: str) -> list[str]:
    """Return the words of letters in a text, without code, addresses and targets."""
    prose = _ADDRESS.sub(" ", _TARGET.sub("] ", _CODE.sub(" ", text)))
    return [word.lower() for word in _WORD.findall(prose)]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [each for each in _END.split(text) if each.strip()]


def prose(markdown: str) -> list[str]:
    """Return the paragraphs and list items of a page, without headings and tables."""
    blocks = [""]
    for line in map(str.strip, _TARGET.sub("]", markdown).splitlines()):
        item = _ITEM.match(line)
        if not line or item or line.startswith(("#", "|")):
            blocks.append("")
        if not line.startswith(("#", "|")):
            blocks[-1] += " " + (line[item.end() :] if item else line)
    return [block.strip() for block in blocks if block.strip()]


def count(text: str) -> int:
    """Return how many words a text has, as a person counts them."""
    return len(text.split())
