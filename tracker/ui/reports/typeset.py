"""A report as a text document of Qt: how it looks in the preview and on paper."""

from __future__ import annotations

from html import escape
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.ui import theme

_SHEET = Template("""\
h1 { font-size: ${title}pt; font-weight: 700; margin: 0; color: $text; }
h2 { font-size: ${chapter}pt; font-weight: 700; color: $done; margin-top: 20px;
  margin-bottom: 6px; }
h3 { font-size: ${section}pt; font-weight: 600; margin-top: 16px; margin-bottom: 4px; }
h4 { font-size: ${part}pt; font-weight: 600; margin-top: 14px; margin-bottom: 3px; }
p.bold { font-weight: 600; }
p, pre { margin-top: 0; margin-bottom: 7px; }
p.muted, p.subtitle { color: $muted; }
p.subtitle { margin-top: 4px; margin-bottom: 18px; }
p.contents { color: $muted; margin-bottom: 4px; }
p.label { margin-top: 9px; margin-bottom: 3px; }
p.when { margin-top: 12px; margin-bottom: 1px; }
div.task { margin-top: 3px; margin-left: 0; }
a { color: $done; }
code { font-family: "DejaVu Sans Mono", monospace; font-size: ${small}pt; }
pre { background-color: $soft; font-family: "DejaVu Sans Mono", monospace;
  font-size: ${small}pt; white-space: pre-wrap; }
table { border-collapse: collapse; margin-top: 4px; margin-bottom: 12px; }
th { color: $muted; font-weight: 600; padding: 4px; }
td { padding: 4px; border-bottom: 1px solid $line; }
""")
_LINE_HEIGHT = 130.0  # percent
_QT_QUOTE = 40.0  # what Qt gives each level of a quote
_QUOTE = 14.0
_LEVEL = QTextFormat.Property.UserProperty.value + 1  # of a quote, on its blocks
_BOX = 88  # pixels of the picture of a box, which is shown much smaller


class Look:
    """The colours of a text, and the size of its letters in points."""

    def __init__(self, tokens: theme.Tokens, font: QFont) -> None:
        """Take the colours of a theme."""
        self.tokens = tokens
        self.font = font

    @property
    def sheet(self) -> str:
        """The style sheet."""
        size, tokens = self.font.pointSizeF(), self.tokens
        return _SHEET.substitute(
            text=tokens.text,
            muted=tokens.muted,
            done=tokens.done,
            line=tokens.line,
            soft=tokens.background,
            title=f"{size * 2.1:.1f}",
            chapter=f"{size * 1.5:.1f}",
            section=f"{size * 1.2:.1f}",
            part=f"{size * 1.05:.1f}",
            small=f"{size * 0.9:.1f}",
        )


class Document(QTextDocument):
    """A text that loads nothing: its only pictures are the boxes of tasks."""

    def __init__(self, look: Look, across: float = 1.0) -> None:
        """Be empty.

        Args:
            look: Colours and font.
            across: Dots of the device for a pixel: Qt scales all but side margins.
        """
        super().__init__()
        self._across = across
        self._look = look
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setDefaultFont(look.font)
        self.setDefaultStyleSheet(look.sheet)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)
        for name in ("done", "open"):
            kind = QTextDocument.ResourceType.ImageResource
            picture = _box(look.tokens, done=name == "done")
            self.addResource(kind.value, QUrl(f"task:{name}"), picture)

    def set_body(self, parts: Iterable[str]) -> None:
        """Show parts of a report, one below another."""
        color = self._look.tokens.text
        self.setHtml(f'<body style="color:{color}">{"".join(parts)}</body>')
        self._space_lines()
        self._mark_quotes()

    def _mark_quotes(self) -> None:
        """Draw quotes in less deep than Qt does, and mark them for whoever paints."""
        block = self.begin()
        while block.isValid():
            layout = block.blockFormat()
            level = round(layout.leftMargin() / _QT_QUOTE)
            if level > 0:
                layout.setLeftMargin(level * _QUOTE * self._across)
                layout.setRightMargin(0)
                layout.setProperty(_LEVEL, level)
                QTextCursor(block).setBlockFormat(layout)
            block = block.next()

    def _space_lines(self) -> None:
        spacing = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        spacing.setLineHeight(_LINE_HEIGHT, kind.value)
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        cursor.endEditBlock()


def head(title: str, subtitle: str) -> str:
    """Return what stands above a report."""
    below = f'<p class="subtitle">{escape(subtitle)}</p>' if subtitle else "<p></p>"
    return f"<h1>{escape(title)}</h1>{below}"


def quote_level(layout: QTextBlockFormat) -> int:
    """Return how many quotes a block of a `Document` stands in."""
    level = layout.property(_LEVEL)
    return level if isinstance(level, int) else 0


def _box(tokens: theme.Tokens, *, done: bool) -> QImage:
    """Return the box of a task: a tick in it says that it is done."""
    image = QImage(_BOX, _BOX, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(5, 5, _BOX - 10, _BOX - 10)
    painter.setPen(QPen(QColor(tokens.done if done else tokens.muted), 9))
    if done:
        painter.setBrush(QColor(tokens.done))
    painter.drawRoundedRect(area, 16, 16)
    if done:
        tick = QPainterPath(area.topLeft())
        tick.moveTo(area.left() + 18, area.center().y() + 2)
        tick.lineTo(area.left() + 33, area.bottom() - 22)
        tick.lineTo(area.right() - 16, area.top() + 22)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.on_done), 11))
        painter.drawPath(tick)
    painter.end()
    return image
