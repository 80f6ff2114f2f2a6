"""The text of an advert, as it was given, with the names that were found marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.postings.long_lines import LONGEST, Shown, shown
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QEvent, QRect
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from tracker.domain.fit.reading import Hit
    from tracker.services.scores import Line

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
        self._units: dict[int, int] = {}  # of the ends of hits
        self._told: list[tuple[bool, tuple[Hit, ...]]] = []  # of the lines shown
        self._hits: list[tuple[Hit, str]] = []  # with their looks, as the text goes
        self._starts: list[int] = []  # of the hits, as Qt counts them
        self._chosen: tuple[Hit, ...] = ()
        self.updateRequest.connect(self._on_update)

    def show_text(self, text: str) -> None:
        """Show another advert from its beginning."""
        if text != self._text:
            self._text = text
            self._told, self._hits, self._chosen = [], [], ()
            self._starts = []
            self.setExtraSelections([])
            self._shown = shown(text)
            self.setPlainText(self._shown.text)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Mark the names of these lines; those that do not count more weakly."""
        told = [(line.term is None, line.hits) for line in lines]
        if told == self._told:
            return  # as after most check-offs: there may be thousands
        self._told = told
        found: dict[int, tuple[Hit, str]] = {}
        for is_weak, hits in told:
            kind = _WEAK if is_weak else _USUAL
            for hit in hits:
                found.setdefault(hit.start, (hit, kind))
        starts = sorted(found)
        self._hits = [found[start] for start in starts]
        self._chosen = ()
        ends = [hit.end for hit, _ in self._hits]
        self._units = self._shown.units_of([*starts, *ends])
        self._starts = [self._units[start] for start in starts]
        self._mark()

    def choose(self, hits: Iterable[Hit], current: Hit | None) -> None:
        """Mark some names more strongly, and bring one of them into sight."""
        chosen = tuple(hits)
        if chosen != self._chosen:
            self._chosen = chosen
            self._mark()
        if current is not None and current.start in self._units:
            cursor = self.textCursor()
            cursor.setPosition(self._units[current.start])
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
        if not hasattr(self, "_starts"):
            return  # Qt changes the style while this is being made
        chosen = {hit.start for hit in self._chosen}
        looks = {kind: _look(kind) for kind in (_WEAK, _USUAL, _STRONG)}
        first, last = self._in_sight()
        marks = []
        for hit, kind in self._hits[first:last]:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._units[hit.start])
            keep = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(self._units[hit.end], keep)
            mark.cursor = cursor
            mark.format = looks[_STRONG if hit.start in chosen else kind]
            marks.append(mark)
        self.setExtraSelections(marks)

    def _in_sight(self) -> tuple[int, int]:
        """Return the numbers of the first hit that can be seen, and behind the last."""
        top = self.firstVisibleBlock().position()
        corner = self.viewport().rect().bottomRight()
        bottom = self.cursorForPosition(corner).position() + LONGEST
        first = bisect_left(self._starts, top)
        return first, min(bisect_right(self._starts, bottom), first + MOST_MARKS)


_WEAK, _USUAL, _STRONG = "weak", "usual", "strong"


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
