"""Adds an outline and links inside of it to a PDF of Qt's, by appending to the file.

The format lets a file grow at its end: objects that follow replace those of the same
number, and a second table says where they are. Qt gives each page a list of annotations
as an object of its own, with the links to the outside; that one is replaced by a longer
one, and so is the catalogue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QRectF

_PAGE = re.compile(
    rb"\n(\d+) 0 obj\n<<\n/Type /Page\n.*?/Annots (\d+) 0 R\n", re.DOTALL
)
_CATALOG = re.compile(
    rb"\n(\d+) 0 obj\n<<\n/Type /Catalog\n(.*?)\n?>>\nendobj", re.DOTALL
)
_TRAILER = re.compile(rb"trailer\n<<\n(.*?)>>\nstartxref\n(\d+)\s+%%EOF", re.DOTALL)
_SIZE = re.compile(rb"/Size (\d+)\s*")


_LETTERS = re.compile(rb"begincmap\n.*?endcmap", re.DOTALL)
_LISTED = re.compile(rb"\[[^\]]*\]")
_LETTER = re.compile(rb"<[0-9A-F]{4}>")
# Qt tells which letter a shape stands for by the first that has this shape: a tab for
# a space, so that copied text would be full of tabs. Of one length, so nothing moves.
_TYPED = {b"<0009>": b"<0020>", b"<02BC>": b"<2019>"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading: its level, its text, the page from 0, and the height there."""

    level: int
    text: str
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Link:
    """An area of a page that leads to a heading."""

    page: int
    area: QRectF
    mark: Mark


class _File:
    """The objects that are appended to a file, by number."""

    def __init__(self, data: bytes) -> None:
        trailer = _TRAILER.search(data, max(0, len(data) - 4096))
        catalog = _CATALOG.search(data)
        size = _SIZE.search(trailer[1]) if trailer else None
        if not trailer or not catalog or not size:
            raise ValueError  # not a file as Qt writes them
        self._data = data
        self.start = int(trailer[2])
        self.kept = _SIZE.sub(b"", trailer[1])
        self.next = int(size[1])
        self.catalog = int(catalog[1])
        self.catalog_body = catalog[2]
        self.pages = [(int(m[1]), int(m[2])) for m in _PAGE.finditer(data)]
        self.objects: dict[int, bytes] = {}

    def listed(self, number: int) -> bytes:
        """Return what stands in the list that an object is."""
        found = re.search(rb"\n%d 0 obj\n\[(.*?)\]\nendobj" % number, self._data)
        return found[1].strip() if found else b""

    def add(self, body: bytes) -> int:
        """Add an object and return its number."""
        number = self.next
        self.next += 1
        self.objects[number] = body
        return number

    def appended(self, at: int) -> bytes:
        """Return what to append to a file of so many bytes."""
        out = bytearray(b"\n")
        places: dict[int, int] = {}
        for number, body in sorted(self.objects.items()):
            places[number] = at + len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        table = at + len(out)
        out += b"xref\n0 1\n0000000000 65535 f \n"
        for number, place in places.items():
            out += b"%d 1\n%010d 00000 n \n" % (number, place)
        out += b"trailer\n<<\n%s/Size %d\n/Prev %d\n>>\n" % (
            self.kept,
            self.next,
            self.start,
        )
        out += b"startxref\n%d\n%%%%EOF\n" % table
        return bytes(out)


def add_links(
    path: Path,
    links: Sequence[Link],
    marks: Sequence[Mark],
    *,
    scale: float,
    height: float,
) -> None:
    """Append links and an outline to a PDF; one that is unlike Qt's stays as it is.

    Args:
        path: The file.
        links: In dots from the top left of a page.
        marks: The headings, in order.
        scale: Points a dot.
        height: Of a page, in points.
    """
    data = _LETTERS.sub(_as_typed, path.read_bytes())
    try:
        file = _File(data)
    except ValueError:
        return
    _add_annotations(file, links, scale, height)
    if marks:
        root = _add_outline(file, marks, scale, height)
        pages = b"\n/Outlines %d 0 R\n/PageMode /UseOutlines" % root
        file.objects[file.catalog] = (
            b"<<\n/Type /Catalog\n" + file.catalog_body + pages + b"\n>>"
        )
    more = file.appended(len(data)) if file.objects else b""
    path.write_bytes(data + more)


def _as_typed(table: re.Match[bytes]) -> bytes:
    # Only what stands in brackets are letters; the rest are numbers of shapes.
    return _LISTED.sub(lambda row: _LETTER.sub(_typed, row[0]), table[0])


def _typed(letter: re.Match[bytes]) -> bytes:
    return _TYPED.get(letter[0], letter[0])


def _add_annotations(
    file: _File, links: Sequence[Link], scale: float, height: float
) -> None:
    by_page: dict[int, list[int]] = {}
    for link in links:
        area = link.area
        corners = (
            area.left() * scale,
            height - area.bottom() * scale,
            area.right() * scale,
            height - area.top() * scale,
        )
        rect = " ".join(f"{each:.2f}" for each in corners).encode()
        target = b"/Dest " + _place(file, link.mark, scale, height)
        body = b"<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [%s] %s >>"
        by_page.setdefault(link.page, []).append(file.add(body % (rect, target)))
    for page, numbers in by_page.items():
        listed = b" ".join(b"%d 0 R" % number for number in numbers)
        annotations = file.pages[page][1]
        file.objects[annotations] = b"[%s %s]" % (file.listed(annotations), listed)


def _add_outline(
    file: _File, marks: Sequence[Mark], scale: float, height: float
) -> int:
    """Add the headings as a tree of two levels, and return the number of its root."""
    root = file.add(b"")
    numbers = [file.add(b"") for _ in marks]
    parents: list[int] = []
    children: dict[int, list[int]] = {root: []}
    chapter = root
    for mark, number in zip(marks, numbers, strict=True):
        parent = chapter if mark.level > 2 else root
        chapter = number if mark.level <= 2 else chapter
        parents.append(parent)
        children.setdefault(parent, []).append(number)
    for mark, number, parent in zip(marks, numbers, parents, strict=True):
        row = children[parent]
        at = row.index(number)
        body = b"<< /Title %s /Parent %d 0 R /Dest %s" % (
            _text(mark.text),
            parent,
            _place(file, mark, scale, height),
        )
        body += b" /Prev %d 0 R" % row[at - 1] if at else b""
        body += b" /Next %d 0 R" % row[at + 1] if at + 1 < len(row) else b""
        body += _ends(children.get(number, []), sign=-1)  # folded up at first
        file.objects[number] = body + b" >>"
    ends = _ends(children[root], sign=1)
    file.objects[root] = b"<< /Type /Outlines%s >>" % ends
    return root


def _ends(row: Sequence[int], *, sign: int) -> bytes:
    if not row:
        return b""
    return b" /First %d 0 R /Last %d 0 R /Count %d" % (row[0], row[-1], sign * len(row))


def _place(file: _File, mark: Mark, scale: float, height: float) -> bytes:
    y = height - mark.y * scale + 6  # a little above the heading
    return b"[%d 0 R /XYZ 0 %s 0]" % (file.pages[mark.page][0], f"{y:.2f}".encode())


def _text(text: str) -> bytes:
    """Return text as a string of PDF, in UTF-16 with its mark."""
    data = text.encode("utf-16-be", "replace")
    return b"<FEFF" + data.hex().upper().encode() + b">"
