"""Where the blocks of a document stand, once it is cut into pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QTextCursor, QTextFormat

from tracker.ui import theme
from tracker.ui.reports.pdf_links import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextFragment

_LINKED = ("http:", "https:", "mailto:")


class Sheet:
    """The part of a page that holds the text, and how documents fall onto pages."""

    def __init__(self, inner: QRectF) -> None:
        """Take where the text stands on a page."""
        self.left, self.top = inner.left(), inner.top()
        self.width, self.height = inner.width(), inner.height()

    def page_and_place(self, y: float) -> tuple[int, float]:
        """Return the page that a height of a document is on, and the height there."""
        page = int(y // self.height)
        return page, self.top + y - page * self.height

    def blocks(self, document: QTextDocument) -> Iterator[QTextBlock]:
        """Yield the blocks of a document in order."""
        block = document.begin()
        while block.isValid():
            yield block
            block = block.next()

    def blocks_on(self, document: QTextDocument, page: int) -> Iterator[QTextBlock]:
        """Yield the blocks that a page shows something of."""
        layout = document.documentLayout()
        first = layout.hitTest(
            QPointF(0, page * self.height + 1),
            Qt.HitTestAccuracy.FuzzyHit,
        )
        block = document.findBlock(max(first, 0))
        while block.isValid():
            if layout.blockBoundingRect(block).top() >= (page + 1) * self.height:
                return
            yield block
            block = block.next()

    @staticmethod
    def first_line(block: QTextBlock) -> float:
        """Return the height at which the first line of a block stands."""
        block.document().documentLayout().blockBoundingRect(block)  # lays it out
        layout = block.layout()
        y = layout.position().y()
        return y + (layout.lineAt(0).y() if layout.lineCount() else 0.0)


def break_before_orphans(document: QTextDocument, sheet: Sheet) -> None:
    """Keep headings, and lines that say what follows, on the page of what follows."""
    document.pageCount()  # lays it out
    began: QTextBlock | None = None
    for block in sheet.blocks(document):
        if _announces(block) or _explains_heading(block):
            began = block if began is None else began
            continue
        if began is not None:
            here = int(sheet.first_line(block) // sheet.height)
            if int(sheet.first_line(began) // sheet.height) != here:
                _break_before(began)
        began = None


def _announces(block: QTextBlock) -> bool:
    """Return whether a block is nothing without the one below it."""
    if block.blockFormat().headingLevel():
        return True
    fragments = list(_fragments(block))
    containers: tuple[object, ...] = (
        block.textList(),
        QTextCursor(block).currentTable(),
    )
    if not fragments or any(each is not None for each in containers):
        return False
    return fragments[0].charFormat().fontWeight() >= QFont.Weight.DemiBold.value


def _explains_heading(block: QTextBlock) -> bool:
    """Return whether a block is the one muted line below a heading."""
    before = block.previous()
    if not before.isValid() or not before.blockFormat().headingLevel():
        return False
    fragments = list(_fragments(block))
    color = fragments[0].charFormat().foreground().color() if fragments else None
    return color == QColor(theme.LIGHT.muted)


def _break_before(block: QTextBlock) -> None:
    layout = block.blockFormat()
    layout.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(layout)


def links_of(document: QTextDocument, sheet: Sheet, first: int) -> list[Link]:
    """Return the links to the outside, by page of the whole."""
    links: list[Link] = []
    for block in sheet.blocks(document):
        for fragment in _fragments(block):
            href = fragment.charFormat().anchorHref()
            if href.lower().startswith(_LINKED):
                links += _places(block, fragment, href, sheet, first)
    return links


def _places(
    block: QTextBlock, fragment: QTextFragment, href: str, sheet: Sheet, first: int
) -> Iterator[Link]:
    """Yield the areas of a link, one for each line that it stands on."""
    layout = block.layout()
    begin = fragment.position() - block.position()
    end = begin + fragment.length()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        a = max(begin, line.textStart())
        b = min(end, line.textStart() + line.textLength())
        if a >= b:
            continue
        x1, x2 = sorted(float(_x(line.cursorToX(n))) for n in (a, b))
        page, y = sheet.page_and_place(layout.position().y() + line.y())
        left = sheet.left + layout.position().x()
        area = QRectF(left + x1, y, x2 - x1, line.height())
        yield Link(first + page, area, address=href)


def _x(answer: object) -> float:
    """Return the place that Qt answers, alone or with the cursor it may have moved."""
    return float(answer[0] if isinstance(answer, tuple | list) else answer)  # type: ignore[arg-type]  # Qt


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.isValid():
            yield fragment
        iterator += 1  # no counter: Qt's iterator
