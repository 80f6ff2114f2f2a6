"""Below a line: the skills, projects and milestones that a tag may become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.text_units import place_of, units
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

_MARKS = "#＃@＠"
_TAG = Qt.ItemDataRole.UserRole


class TagOffers(QListWidget):
    """Down and Up choose while the keyboard stays in the line; Enter or Tab takes.

    It is a list in its place and no window of its own, so Enter still saves a line
    whose tag is typed in full.
    """

    chosen = Signal()  # the line has another text now

    def __init__(
        self,
        line: QLineEdit,
        offer: Callable[[str], list[tuple[str, str]]],
        title_of: Callable[[str], str | None],
    ) -> None:
        """Complete the tags of ``line``."""
        super().__init__()
        self._line, self._offer, self._title_of = line, offer, title_of
        self.setObjectName("tag-offers")
        self.setAccessibleName(tr("What the tag may become"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()
        line.textEdited.connect(self.show_offers)
        line.installEventFilter(self)
        self.itemClicked.connect(self._on_clicked)

    def show_offers(self) -> None:
        """Offer what the tag at the cursor may become."""
        begin, end = self._tag_place()
        typed = self._line.text()[begin:end]
        found = self._offer(typed) if typed else []
        self.clear()
        if not any(tag == typed.casefold() for tag, _ in found):
            for tag, subject in found:
                item = QListWidgetItem(f"{tag}   {self._title_of(subject) or ''}")
                item.setData(_TAG, tag)
                self.addItem(item)
        self.setCurrentRow(-1)
        self.setVisible(self.count() > 0)
        self.updateGeometry()

    def take(self) -> bool:
        """Put the chosen tag into the line; return whether one was chosen."""
        item = self.currentItem()
        if self.isHidden() or item is None:
            return False
        begin, end = self._tag_place()
        text, tag = self._line.text(), str(item.data(_TAG))
        after = text[end:] or " "
        self._line.setText(text[:begin] + tag + after)
        self._line.setCursorPosition(units(text[:begin] + tag) + 1)
        self.hide()
        self.chosen.emit()
        return True

    @override
    def sizeHint(self) -> QSize:
        rows = min(max(self.count(), 1), 5)
        height = max(self.sizeHintForRow(0), round(theme.unit(self) * 1.4)) * rows
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return not self.isHidden() and self._on_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        """Answer a key of the line; return whether it was meant for this list."""
        row, last = self.currentRow(), self.count() - 1
        if key == Qt.Key.Key_Down:
            self.setCurrentRow(min(row + 1, last))
        elif key == Qt.Key.Key_Up:
            self.setCurrentRow(max(row - 1, -1))
        elif key == Qt.Key.Key_Tab:
            self.setCurrentRow(max(row, 0))
            self.take()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return self.take()  # where none was chosen, Enter is for the line
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _tag_place(self) -> tuple[int, int]:
        """Return where the tag at the cursor begins and ends; nothing if it is none."""
        text = self._line.text()
        end = place_of(text, self._line.cursorPosition())
        begin = end
        while begin and not text[begin - 1].isspace():
            begin -= 1
        is_tag = end > begin and text[begin] in _MARKS
        return (begin, end) if is_tag else (end, end)

    def _on_clicked(self) -> None:
        self.take()
        self._line.setFocus()
