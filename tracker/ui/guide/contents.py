"""The table of contents beside the text: sections and the pages in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.label import plain_tip
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from tracker.domain.reference import ReferenceHead

_EDGE = 0.4  # lines of text: padding and border beside a title
_SUBJECT = Qt.ItemDataRole.UserRole


class _Titles(QStyledItemDelegate):
    """Counts the lines of a title in the room that the style sheet leaves for it."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        inside = QStyleOptionViewItem(option)
        edge = round(QFontMetrics(option.font).height() * _EDGE)
        inside.rect = option.rect.adjusted(edge, 0, -edge, 0)
        return super().sizeHint(inside, index)


class ContentsList(QListWidget):
    """Opens a page as soon as it is chosen, by the mouse or by the arrow keys."""

    opened = Signal(str)

    def __init__(self) -> None:
        """List nothing yet."""
        super().__init__()
        self.setProperty("kind", "contents")
        self.setAccessibleName(tr("Pages of the guide"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(True)  # a question is read to its end
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(_Titles(self))
        self.currentItemChanged.connect(self._on_chosen)

    def show_heads(self, heads: Sequence[ReferenceHead], *, in_sections: bool) -> None:
        """List pages, under the titles of their sections or in the given order."""
        blocked = self.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        self.clear()
        section = None
        for head in heads:
            if in_sections and head.section != section:
                section = head.section
                self._add_section(section)
            item = QListWidgetItem(head.title)
            item.setData(_SUBJECT, head.subject)
            item.setToolTip(plain_tip(head.title))
            self.addItem(item)
        self.blockSignals(blocked)

    def mark(self, subject: str) -> None:
        """Show which page is open, without opening it."""
        blocked = self.blockSignals(True)  # noqa: FBT003  # as above
        for row in range(self.count()):
            if self.item(row).data(_SUBJECT) == subject:
                self.setCurrentRow(row)
                self.scrollToItem(self.item(row))
                break
        else:
            self.setCurrentRow(-1)
        self.blockSignals(blocked)

    def focus_first(self) -> None:
        """Give the keyboard to the first page, and open it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        for row in range(self.count()):
            if self.item(row).data(_SUBJECT):
                self.setCurrentRow(row)
                break

    def subjects(self) -> list[str]:
        """Return the names of the pages that are listed, in order."""
        rows = (self.item(row).data(_SUBJECT) for row in range(self.count()))
        return [subject for subject in rows if subject]

    def _add_section(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(theme.scaled(self.font(), theme.SMALL, 680))
        self.addItem(item)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_SUBJECT):
            self.opened.emit(item.data(_SUBJECT))
