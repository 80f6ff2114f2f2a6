"""Every shortcut, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.actions import action_specs, sequences
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QAction


def show_shortcuts(parent: QWidget, actions: Sequence[QAction]) -> None:
    """Show the shortcuts of actions, and the keys of lists and the road."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("Keyboard shortcuts"))
    unit = round(theme.unit(dialog))
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setHorizontalSpacing(unit * 2)
    grid.setVerticalSpacing(unit // 3)
    for row, (what, keys) in enumerate(all_keys(actions)):
        grid.addWidget(label(what), row, 0)
        grid.addWidget(label(keys, "muted"), row, 1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setAccessibleName(tr("Keyboard shortcuts"))
    scroll.setWidget(inside)
    box = QVBoxLayout(dialog)
    box.setContentsMargins(unit, unit, unit, unit)
    box.addWidget(label(tr("Keyboard shortcuts"), "title"))
    box.addWidget(scroll, 1)
    box.addWidget(button(tr("Close"), dialog.accept, "primary"))
    dialog.resize(unit * 32, unit * 34)
    dialog.exec()


def all_keys(actions: Sequence[QAction]) -> tuple[tuple[str, str], ...]:
    """Return what each key does, with its keys as text."""
    return (*_of_lists(), *_of_actions(actions))


def _of_lists() -> tuple[tuple[str, str], ...]:
    return (
        (tr("Check off, in a list"), tr("Space")),
        (tr("Open, in a list or on the road"), tr("Enter")),
        (tr("Go back"), tr("Escape")),
        (tr("Mark as learning; set aside, in a list"), "L, A"),
        (tr("From card to card on the board"), tr("arrow keys")),
        (tr("Move a card to the column beside"), tr("Ctrl+Left, Ctrl+Right")),
        (tr("Rename a milestone or step"), "F2"),
        (tr("Move a milestone or step"), tr("Alt+Up, Alt+Down")),
        (tr("Remove a milestone, step, line, advert or application"), tr("Delete")),
        (tr("Choose several lines of the journal"), tr("Shift+Up, Shift+Down")),
        (tr("Journal: only about one thing; go to a month"), "F, G"),
        (tr("Journal: join lines; split one"), "J, S"),
        (tr("Job fit: paste an advert"), "Ctrl+V"),
        (tr("Interview: show the model answer"), "Ctrl+Enter"),
        (tr("Interview: went well, partly, not yet"), "1, 2, 3"),
        (tr("Interview: skip a question; go back"), "Alt+S, Alt+K"),
        (tr("Walk along the road"), tr("arrow keys, Home, End")),
        (tr("Zoom the road; fit it again"), tr("Ctrl+wheel, + and −; 0")),
    )


def _of_actions(actions: Sequence[QAction]) -> Iterator[tuple[str, str]]:
    named = {spec.name: sequences(spec.keys, usual=1) for spec in action_specs()}
    for action in actions:
        found = named.get(action.objectName(), [])
        keys = [each.toString(each.SequenceFormat.NativeText) for each in found]
        if keys:
            text = action.text().replace("&", "").partition(":")[0]
            yield text, ", ".join(keys)
