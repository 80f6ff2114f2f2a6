"""The editor of a title in place: what is typed in it is its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStyledItemDelegate

from tracker.typing_tools import override
from tracker.ui.widgets.fields import LineField

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget


class TitleEditing(QStyledItemDelegate):
    """Edits a title in a line; a change of its row leaves what was typed."""

    @override
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        return LineField(parent)

    @override
    def setEditorData(
        self, editor: QWidget, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, LineField) and editor.is_unchanged:
            editor.setText(str(index.data()))
