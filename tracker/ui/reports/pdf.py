"""A report as pages of a PDF: contents, page numbers, links and an outline.

Qt lays the text out and cuts it into pages. What it has no words for, links and the
outline, is added to the file afterwards (`tracker.ui.reports.pdf_links`).
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextCursor,
    QTextTable,
)

from tracker import __version__
from tracker.ui import theme
from tracker.ui.reports.pages import Sheet, break_before_orphans
from tracker.ui.reports.pdf_links import Link, Mark, add_links
from tracker.ui.reports.typeset import Document, Look, head, quote_level
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Progress = Callable[[int, int], None]

RESOLUTION = 600  # dots an inch
_POINTS = 72
_MARGINS = (20.0, 18.0, 20.0, 24.0)  # left, top, right, bottom, in millimetres
_MM = RESOLUTION / 25.4
_CHUNK = 120_000  # characters of HTML in one document: layout is slow beyond
_HEADINGS = 2, 3
_TAIL = 32  # bytes in which a whole PDF says that it ends
_BARE = "border:none;padding:1px"


class Heading(Protocol):
    """A line of the table of contents."""

    @property
    def level(self) -> int:
        """2 or 3."""

    @property
    def text(self) -> str:
        """Plain text."""


class Part(Protocol):
    """A piece of a report and the headings in it."""

    @property
    def headings(self) -> Sequence[Heading]:
        """In order."""

    @property
    def html(self) -> str:
        """For Qt."""


class Report(Protocol):
    """A report to be set; see `tracker.interchange.report_paper`."""

    @property
    def title(self) -> str:
        """Plain text."""

    @property
    def subtitle(self) -> str:
        """Plain text."""

    @property
    def parts(self) -> Sequence[Part]:
        """In order."""

    @property
    def chapters(self) -> bool:
        """Whether each heading of the second level begins a page."""

    @property
    def contents(self) -> bool:
        """Whether a table of contents is before it."""


@dataclass
class _Laid:
    """A document that is laid out, and the page of the whole that it begins on."""

    document: Document
    first: int
    pages: int
    marks: list[Mark] = field(default_factory=list)


def write_pdf(
    report: Report, path: Path, *, letter: bool, look: Look, progress: Progress
) -> int:
    """Write a report and return the number of its pages.

    Args:
        report: What to write.
        path: A file that may be written over.
        letter: Whether pages are US Letter and not A4.
        look: The font; the colours should be those of light paper.
        progress: Told how much of 100 is done; may raise to stop.
    """
    writer = _writer(report, path, letter=letter)
    sheet = Sheet(_inner(writer))
    laid = _lay_out(report, writer, sheet, look, progress)
    marks = [mark for each in laid for mark in each.marks]
    if report.contents:
        _fill_contents(laid[0].document, marks)
    total = sum(each.pages for each in laid)
    painter = QPainter(writer)
    for each in laid:
        for page in range(each.pages):
            number = each.first + page
            if number:
                writer.newPage()
            _draw(painter, each.document, sheet, page)
            _draw_foot(painter, sheet, report.title, number + 1, total)
            progress(70 + 29 * number // total, 100)
    painter.end()
    check_whole(path)
    links = (
        _links_of_contents(laid[0].document, sheet, marks) if report.contents else []
    )
    scale = _POINTS / RESOLUTION
    height = writer.height() * scale
    add_links(path, links, marks, scale=scale, height=height)
    progress(100, 100)
    return total


def check_whole(path: Path) -> None:
    """Raise an error if a file is no whole PDF: Qt does not tell of a full disk."""
    with path.open("rb") as written:
        size = written.seek(0, os.SEEK_END)
        written.seek(max(0, size - _TAIL))
        if b"%%EOF" not in written.read():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _writer(report: Report, path: Path, *, letter: bool) -> QPdfWriter:
    size = QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(size))
    writer.setResolution(RESOLUTION)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(report.title)
    writer.setCreator(f"Milepost {__version__}")
    return writer


def _inner(writer: QPdfWriter) -> QRectF:
    """Return where the text stands on a page."""
    left, top, right, bottom = (each * _MM for each in _MARGINS)
    whole = QRectF(0, 0, writer.width(), writer.height())
    return whole.adjusted(left, top, -right, -bottom)


def _lay_out(
    report: Report,
    writer: QPdfWriter,
    sheet: Sheet,
    look: Look,
    progress: Progress,
) -> list[_Laid]:
    chunks = _chunks(report)
    laid: list[_Laid] = []
    first = 0
    for number, parts in enumerate(chunks):
        document = Document(look, RESOLUTION / 96)
        document.documentLayout().setPaintDevice(writer)
        html = [part.html for part in parts]
        if number == 0:
            html = [head(report.title, report.subtitle), _contents(report), *html]
        document.set_body(html)
        document.setPageSize(QSizeF(sheet.width, sheet.height))
        break_before_orphans(document, sheet)
        each = _Laid(document, first, document.pageCount())
        each.marks = _marks(document, sheet, parts, first)
        laid.append(each)
        first += each.pages
        progress(30 + 40 * (number + 1) // len(chunks), 100)
    return laid


def _chunks(report: Report) -> list[list[Part]]:
    """Return the parts of each document; every document begins on a new page."""
    chunks: list[list[Part]] = [[]]
    size = 0
    for part in report.parts:
        chapter = report.chapters and any(h.level == 2 for h in part.headings)
        if chapter or size > _CHUNK:
            chunks.append([])
            size = 0
        chunks[-1].append(part)
        size += len(part.html)
    return chunks


def _marks(
    document: Document, sheet: Sheet, parts: Sequence[Part], first: int
) -> list[Mark]:
    """Return where the headings of the contents stand, in pages of the whole."""
    headings = [heading for part in parts for heading in part.headings]
    blocks = [block for block in sheet.blocks(document) if _level(block) in _HEADINGS]
    marks: list[Mark] = []
    for heading, block in zip(headings, blocks, strict=True):
        top = document.documentLayout().blockBoundingRect(block).top()
        page, y = sheet.page_and_place(max(sheet.first_line(block), top))
        marks.append(Mark(heading.level, heading.text, first + page, y))
    return marks


def _level(block: object) -> int:
    level: int = block.blockFormat().headingLevel()  # type: ignore[attr-defined]  # Qt
    return level


def _contents(report: Report) -> str:
    """Return a table of contents whose page numbers are still to be filled in."""
    headings = [heading for part in report.parts for heading in part.headings]
    if len(headings) < 2 or not report.contents:
        return ""
    rows = []
    for heading in headings:
        text = escape(heading.text)
        weight = "600" if heading.level == 2 else "400"
        indent = "" if heading.level == 2 else "&nbsp;" * 5
        line = f'<p style="margin:0;font-weight:{weight}">{indent}{text}</p>'
        rows.append(
            f'<tr><td style="{_BARE}">{line}</td><td width="10%" align="right" '
            f'style="{_BARE}"><p style="margin:0">0000</p></td></tr>'
        )
    title = f'<p class="contents">{escape(tr("Contents"))}</p>'
    return f'{title}<table width="100%">{"".join(rows)}</table>'


def _table_of(document: Document) -> QTextTable | None:
    frames = document.rootFrame().childFrames()
    return frames[0] if frames and isinstance(frames[0], QTextTable) else None


def _fill_contents(document: Document, marks: Sequence[Mark]) -> None:
    table = _table_of(document)
    if table is None or len(marks) < 2:
        return
    move = QTextCursor.MoveOperation
    for row, mark in enumerate(marks):
        cursor = table.cellAt(row, 1).firstCursorPosition()
        cursor.movePosition(move.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(str(mark.page + 1))


def _links_of_contents(
    document: Document, sheet: Sheet, marks: Sequence[Mark]
) -> list[Link]:
    table = _table_of(document)
    if table is None or len(marks) < 2:
        return []
    links: list[Link] = []
    for row, mark in enumerate(marks):
        block = table.cellAt(row, 0).firstCursorPosition().block()
        area = document.documentLayout().blockBoundingRect(block)
        area.setWidth(sheet.width - area.left())
        page, y = sheet.page_and_place(area.top())
        place = QRectF(sheet.left + area.left(), y, area.width(), area.height())
        links.append(Link(page, place, mark))
    return links


def _draw(painter: QPainter, document: Document, sheet: Sheet, page: int) -> None:
    top = page * sheet.height
    area = QRectF(0, top, sheet.width, sheet.height)
    painter.save()
    painter.translate(QPointF(sheet.left, sheet.top - top))
    painter.setClipRect(area)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = area
    document.documentLayout().draw(painter, context)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.LIGHT.line))
    for block in sheet.blocks_on(document, page):
        if quote_level(block.blockFormat()):
            place = document.documentLayout().blockBoundingRect(block)
            painter.drawRect(QRectF(0, place.top(), _MM * 0.6, place.height()))
    painter.restore()


def _draw_foot(
    painter: QPainter, sheet: Sheet, title: str, number: int, total: int
) -> None:
    painter.save()
    font = painter.font()
    font.setFamily(theme.PICTURE_FONT)
    font.setPointSizeF(8)
    painter.setFont(font)
    y = sheet.top + sheet.height + _MM * 7
    painter.setPen(QPen(QColor(theme.LIGHT.line), _MM * 0.2))
    painter.drawLine(QPointF(sheet.left, y), QPointF(sheet.left + sheet.width, y))
    painter.setPen(QColor(theme.LIGHT.muted))
    area = QRectF(sheet.left, y + _MM * 1.5, sheet.width, _MM * 6)
    room = sheet.width - _MM * 30
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(room))
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft, shown)
    count = tr("{n} / {all}", n=number, all=total)
    painter.drawText(area, Qt.AlignmentFlag.AlignRight, count)
    painter.restore()
