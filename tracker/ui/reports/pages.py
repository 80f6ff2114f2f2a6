"""Where the blocks of a document stand, once it is cut into pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QTextCursor, QTextFormat

from tracker.ui import theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextFragment

_NEARLY = 2.0  # dots: a line at the top of a page may be told to be a hair above it


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

    def page_of(self, block: QTextBlock) -> int:
        """Return the page that the first line of a block stands on."""
        return int((self.first_line(block) + _NEARLY) // self.height)

    @staticmethod
    def first_line(block: QTextBlock) -> float:
        """Return the height at which the first line of a block stands."""
        area = block.document().documentLayout().blockBoundingRect(block)
        if QTextCursor(block).currentTable() is not None:
            return area.top()  # where a cell's lines stand is told of the cell
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
            here = sheet.page_of(block)
            if sheet.page_of(began) != here:
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


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.isValid():
            yield fragment
        iterator += 1  # no counter: Qt's iterator
