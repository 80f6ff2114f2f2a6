"""Taking a widget away for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def drop(widget: QWidget | None) -> None:
    """Take a widget out of its parent.

    It is hidden first: a layout that was just told of it would show it a moment later,
    as a window of its own.
    """
    if widget is not None:
        widget.hide()
        widget.setParent(None)
