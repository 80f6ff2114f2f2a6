"""The guide that comes with Milepost, read from its table of contents and its pages.

Imports YAML and pydantic, and is therefore imported only when content is read.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import Problem, UnreadableFileError
from tracker.domain.limits import TEXT_LENGTH, TITLE_LENGTH
from tracker.domain.reference import GUIDE, Reference
from tracker.domain.texts import is_legible
from tracker.interchange.explain import check
from tracker.interchange.files import read_bytes
from tracker.interchange.findings import did_you_mean, raise_if_any
from tracker.interchange.opened import GUIDE as GUIDE_FORMAT
from tracker.interchange.opened import Opened
from tracker.interchange.reference_shapes import GUIDE_INDEX, SECTION
from tracker.interchange.yaml_nodes import shown
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


_LINK = re.compile(rf"\]\({GUIDE}:([^)\s]*)\)")
_MARKS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class _Fault(NamedTuple):
    """What is wrong in a text, and where, counted from its beginning."""

    at: int
    found: str
    expected: str


def read_guide(index_file: Path) -> list[Reference]:
    """Return the pages of a guide, which stand beside its table of contents.

    Raises:
        UnreadableFileError: With all that is wrong in the index and in its pages.
    """
    file, folder = Opened.from_path(index_file), index_file.parent
    file.require(GUIDE_FORMAT)
    check(GUIDE_INDEX, file.document, (), file.findings)
    texts: dict[str, tuple[str, str]] = {}  # section and text by slug
    problems: list[Problem] = []
    for slug, section in _listed(file, folder):
        path = folder / f"{slug}.md"
        try:
            texts[slug] = section, _text(path)
        except UnreadableFileError as error:
            problems += error.problems
    known = {path.stem for path in folder.glob("*.md")}
    for slug, (_, text) in texts.items():
        problems += _wrong_in(folder / f"{slug}.md", text, known)
    raise_if_any([file.findings], problems)
    return [
        Reference(GUIDE, slug, section, _title(text), text)
        for slug, (section, text) in texts.items()
    ]


def check_page(path: Path) -> None:
    """Refuse a page of a guide, which may link to the pages beside it.

    Raises:
        UnreadableFileError: With all that is wrong in it.
    """
    known = {each.stem for each in path.parent.glob("*.md")}
    raise_if_any([], _wrong_in(path, _text(path), known))


def _listed(file: Opened, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the slug and section of each page that an index lists and that is there."""
    listed: set[str] = set()
    sections = file.document.get("sections") if isinstance(file.document, dict) else []
    for number, node in enumerate(sections if isinstance(sections, list) else []):
        head = check(SECTION, node, ("sections", number), file.findings)
        for index, slug in enumerate(head["pages"] if head else ()):
            where = ("sections", number, "pages", index)
            if slug in listed:
                twice = tr("the page {name} a second time", name=shown(slug))
                file.findings.add(where, twice, tr("each page once"))
            elif not (folder / f"{slug}.md").is_file():
                found = tr("{name}, for which there is no guide page", name=shown(slug))
                file.findings.add(where, found, tr("the name of a guide page"))
            else:
                yield slug, head["title"]
            listed.add(slug)


def _text(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        problem = Problem(str(path), 1, 1, "", tr("bytes that are no text"), "UTF-8")
        raise UnreadableFileError([problem]) from error


def _title(text: str) -> str:
    return text.partition("\n")[0].removeprefix("# ").strip()


def _wrong_in(path: Path, text: str, known: set[str]) -> Iterator[Problem]:
    """Yield what is wrong in a page: its title, its text, links to other pages."""
    faults = chain(_wrong_title(text), _wrong_text(text), _dead_links(text, known))
    for at, found, expected in faults:
        line, start = text.count("\n", 0, at) + 1, text.rfind("\n", 0, at) + 1
        yield Problem(str(path), line, at - start + 1, "", found, expected)


def _wrong_title(text: str) -> Iterator[_Fault]:
    first, title = text.partition("\n")[0], _title(text)
    if not first.startswith("# ") or not title or not is_legible(title):
        found = shown(first) if first.strip() else tr("nothing")
        yield _Fault(0, found, tr("“# ” and a title"))
    elif len(title) > TITLE_LENGTH:
        found = tr("{number} characters", number=len(title))
        yield _Fault(0, found, tr("at most {most}", most=TITLE_LENGTH))


def _wrong_text(text: str) -> Iterator[_Fault]:
    if len(text) > TEXT_LENGTH:
        found = tr("{number} characters", number=len(text))
        yield _Fault(0, found, tr("at most {most}", most=TEXT_LENGTH))
    for mark in _MARKS.finditer(text):
        expected = tr("text without control characters")
        yield _Fault(mark.start(), shown(mark[0]), expected)


def _dead_links(text: str, known: set[str]) -> Iterator[_Fault]:
    for link in _LINK.finditer(text):
        if link[1] not in known:
            found = tr("a link to {name}, which is no page here", name=shown(link[1]))
            expected = tr("the name of a guide page") + did_you_mean(link[1], known)
            yield _Fault(link.start(1), found, expected)
