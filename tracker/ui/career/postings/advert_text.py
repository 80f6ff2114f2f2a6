"""The text of an advert, as it was given, with the names that were found marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.postings.long_lines import Shown, shown
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QEvent, QRect
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from tracker.domain.fit.reading import Hit, Reading

MOST_MARKS = 500  # in sight at once
LONGEST_MEANING = 80  # characters of selected words that can be a name


class AdvertText(QPlainTextEdit):
    """Plain text to read, walk through and select; nothing in it is ever loaded."""

    place_chosen = Signal(int)  # a place of the text, counted in characters
    meaning_requested = Signal(str)  # selected words

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(tr("Text of the advert"))
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self._text = ""
        self._shown = Shown("")
        # Those that count, and those that do not, each in the order of the text.
        self._hits: tuple[tuple[Hit, ...], tuple[Hit, ...]] = (), ()
        self._chosen: tuple[Hit, ...] = ()
        self._made = True
        self.updateRequest.connect(self._on_update)

    def show_text(self, text: str) -> None:
        """Show another advert from its beginning."""
        if text != self._text:
            self._text = text
            self._hits, self._chosen = ((), ()), ()
            self.setExtraSelections([])
            self._shown = shown(text)
            self.setPlainText(self._shown.text)

    def show_reading(self, reading: Reading | None) -> None:
        """Mark the names that were found; those that do not count more weakly."""
        counted = () if reading is None else reading.hits
        ignored = () if reading is None else (each.hit for each in reading.ignored)
        hits = _in_order(counted), _in_order(ignored)
        if hits != self._hits:  # as after most check-offs: there may be thousands
            self._hits, self._chosen = hits, ()
            self._mark()

    def choose(self, hits: Iterable[Hit], current: Hit | None) -> None:
        """Mark some names more strongly, and bring one of them into sight."""
        chosen = tuple(hits)
        if chosen != self._chosen:
            self._chosen = chosen
            self._mark()
        if current is not None:
            cursor = self.textCursor()
            cursor.setPosition(self._shown.units_of([current.start])[current.start])
            self.setTextCursor(cursor)
            self.centerCursor()

    @property
    def selected(self) -> str:
        """Return the selected words, empty for none or too many to be a name."""
        text = " ".join(self.textCursor().selectedText().split())
        return text if len(text) <= LONGEST_MEANING else ""

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        super().mouseReleaseEvent(e)
        cursor = self.textCursor()
        if e.button() == Qt.MouseButton.LeftButton and not cursor.hasSelection():
            self.place_chosen.emit(self._shown.place_at(cursor.position()))

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.selected:
                self.meaning_requested.emit(self.selected)
            else:
                place = self._shown.place_at(self.textCursor().position())
                self.place_chosen.emit(place)
        else:
            super().keyPressEvent(e)

    @override
    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(e.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.selected
        if words:
            menu.addSeparator()
            shown = words.replace("&", "&&")
            action = menu.addAction(tr("“{words}” is a skill…", words=shown))
            action.triggered.connect(self._on_meaning)
        menu.popup(e.globalPos())

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._mark()

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() in {e.Type.PaletteChange, e.Type.StyleChange}:
            self._mark()

    def _on_meaning(self) -> None:
        if self.selected:
            self.meaning_requested.emit(self.selected)

    def _on_update(self, _area: QRect, scrolled: int) -> None:
        if scrolled:
            self._mark()

    def _mark(self) -> None:
        """Mark the names that are in sight; there may be thousands below."""
        if not hasattr(self, "_made"):
            return  # Qt changes the style while this is being made
        counted, ignored = map(self._in_sight, self._hits)
        kinds = dict.fromkeys(counted, _USUAL) | dict.fromkeys(ignored, _WEAK)
        kinds |= dict.fromkeys(self._in_sight(self._chosen), _STRONG)
        looks = {kind: _look(kind) for kind in (_WEAK, _USUAL, _STRONG)}
        ends = (place for hit in kinds for place in (hit.start, hit.end))
        units = self._shown.units_of(ends)
        marks = []
        for hit, kind in kinds.items():
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(units[hit.start])
            cursor.setPosition(units[hit.end], QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format = looks[kind]
            marks.append(mark)
        self.setExtraSelections(marks)

    def _in_sight(self, hits: Sequence[Hit]) -> Sequence[Hit]:
        """Return those of some hits that can be seen."""
        if not hits:
            return ()
        top = self._shown.place_at(self.firstVisibleBlock().position())
        corner = self.viewport().rect().bottomRight()
        block = self.cursorForPosition(corner).block()
        bottom = self._shown.place_at(block.position() + block.length())
        first = bisect_left(hits, top, key=_START)
        last = bisect_right(hits, bottom, key=_START)
        return hits[first : min(last, first + MOST_MARKS)]


_START = attrgetter("start")
_WEAK, _USUAL, _STRONG = "weak", "usual", "strong"


def _in_order(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=_START))


def _look(kind: str) -> QTextCharFormat:
    """Return how a name looks; its underline says what its colour says."""
    look = QTextCharFormat()
    if kind != _WEAK:
        look.setBackground(theme.color("here_soft" if kind == _STRONG else "done_soft"))
        look.setForeground(theme.color("text"))
    roles = {_WEAK: "muted", _USUAL: "done", _STRONG: "here_text"}
    look.setUnderlineColor(theme.color(roles[kind]))
    line = QTextCharFormat.UnderlineStyle
    look.setUnderlineStyle(line.SingleUnderline if kind == _STRONG else line.DotLine)
    return look
