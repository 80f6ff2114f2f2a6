"""Markdown, shown without loading or opening anything by itself."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from tracker.typing_tools import override
from tracker.ui import theme

# None or no bytes are not enough: Qt's image handler would then read the file itself.
BLANK = QImage(1, 1, QImage.Format.Format_ARGB32)
BLANK.fill(0)  # a new image holds whatever its memory held: a red point at times
_ANYWHERE = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_LARGEST = 3.0  # times the size of the text elsewhere
_MOST = 60_000  # characters; more takes seconds to lay out
_LINE_HEIGHT = 125.0  # percent
_LONGEST_WORD = re.compile(r"(\S{2000})(?=\S)")


class NotesView(QTextBrowser):
    """Shows Markdown; links are reported and never followed."""

    link_clicked = Signal(str)
    shown_again = Signal()  # in another look: places in the text are not what they were

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._source = ""
        self._zoom = 1.0
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)
        self.anchorClicked.connect(self._on_anchor_clicked)

    def show_markdown(self, text: str) -> None:
        """Show Markdown; HTML in it is shown as the text that it is."""
        self._source = text
        features = QTextDocument.MarkdownFeature
        capped = _LONGEST_WORD.sub(r"\1 ", text[:_MOST])
        self.document().setMarkdown(
            capped, features.MarkdownNoHTML | features.MarkdownDialectGitHub
        )
        _set_type(self.document(), theme.unit(self))
        # A table with broken words is hard to read; a wide one can be scrolled.
        whole, broken = QTextOption.WrapMode.WordWrap, _ANYWHERE
        self.setWordWrapMode(whole if _has_table(self.document()) else broken)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def zoom(self, factor: float) -> None:
        """Enlarge the text by a factor; 0 brings back its own size."""
        self._zoom = min(max(self._zoom * factor, 0.7), _LARGEST) if factor else 1.0
        bar = self.verticalScrollBar()
        read = bar.value() / max(bar.maximum(), 1)
        font = QApplication.font()
        font.setPointSizeF(font.pointSizeF() * self._zoom)
        self.setFont(font)
        bar.setValue(round(read * bar.maximum()))

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        return BLANK

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        """Keep the first line in view where it was: Qt scrolls by pixels."""
        at_top = self.verticalScrollBar().value() == 0
        super().resizeEvent(e)
        if at_top:
            self.verticalScrollBar().setValue(0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            place = self.verticalScrollBar().value()
            self.show_markdown(self._source)  # its sizes and colours are written in
            self.verticalScrollBar().setValue(place)
            self.shown_again.emit()

    def _on_anchor_clicked(self, url: QUrl) -> None:
        self.link_clicked.emit(url.toString())


def _set_type(document: QTextDocument, unit: float) -> None:
    """Give lines, headings and tables the room that Qt's Markdown leaves out."""
    block = document.begin()
    while block.isValid():
        heading = block.blockFormat().headingLevel()
        form = QTextBlockFormat()
        height = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        form.setLineHeight(_LINE_HEIGHT, height)
        if heading > 1:
            form.setTopMargin(unit)
        if heading:
            form.setBottomMargin(unit * 0.4)
        cursor = QTextCursor(block)
        cursor.mergeBlockFormat(form)
        if heading:
            _size_heading(cursor, heading)
        _underline_links(block)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame, unit)


def _underline_links(block: QTextBlock) -> None:
    """Let links be seen without their colour."""
    links: list[QTextFragment] = []
    part = block.begin()
    while not part.atEnd():
        if part.fragment().charFormat().isAnchor():
            links.append(part.fragment())
        part += 1
    for link in links:
        cursor = QTextCursor(block)
        cursor.setPosition(link.position())
        cursor.setPosition(
            link.position() + link.length(), QTextCursor.MoveMode.KeepAnchor
        )
        form = QTextCharFormat()
        form.setFontUnderline(True)
        cursor.mergeCharFormat(form)


def _has_table(document: QTextDocument) -> bool:
    frames = document.rootFrame().childFrames()
    return any(isinstance(frame, QTextTable) for frame in frames)


def _size_heading(cursor: QTextCursor, level: int) -> None:
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    form = cursor.charFormat()
    form.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    size = {1: theme.PANEL, 2: theme.TITLE}.get(level, theme.BODY)
    base = cursor.document().defaultFont()
    form.setFont(theme.scaled(base, size, 680))
    cursor.setCharFormat(form)


def _set_table(table: QTextTable, unit: float) -> None:
    form = table.format().toTableFormat()
    form.setCellPadding(unit * 0.35)
    form.setCellSpacing(0)
    form.setBorderCollapse(True)
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(theme.color("line"))
    form.setTopMargin(unit * 0.5)
    form.setBottomMargin(unit * 0.7)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
