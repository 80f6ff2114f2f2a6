"""The words that were looked for, marked in the page that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from tracker.services.lookup import marking
from tracker.ui import theme

if TYPE_CHECKING:
    from tracker.ui.widgets.notes_view import NotesView


def mark(view: NotesView, query: str, *, go: bool = False) -> None:
    """Mark what a query finds in a page, or nothing for an empty one.

    Args:
        view: Shows the page.
        query: What was typed.
        go: Whether to scroll to the first of these words, where it is out of sight.
    """
    selections = _found(view, query)
    view.setExtraSelections(selections)
    if go and selections:
        place = view.cursorRect(selections[0].cursor)
        if place.bottom() > view.viewport().height():
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + place.top() - view.viewport().height() // 4)


def _found(view: NotesView, query: str) -> list[QTextEdit.ExtraSelection]:
    pattern, selections = marking(query), []
    insensitive = QRegularExpression.PatternOption.CaseInsensitiveOption
    words = QRegularExpression(pattern, insensitive)
    form = QTextCharFormat()
    form.setBackground(theme.color("here_soft"))
    cursor = view.document().find(words, 0) if pattern else None
    while cursor is not None and not cursor.isNull():
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, form
        selections.append(selection)
        cursor = view.document().find(words, cursor)
    return selections
