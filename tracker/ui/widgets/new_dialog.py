"""Ask for something new: a form, what was wrong with it, and two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout

from tracker.ui import theme
from tracker.ui.widgets.cards import answer_enter
from tracker.ui.widgets.fields import LineField
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class NewDialog(QDialog):
    """Stays open until the new thing is stored, so that nothing typed is lost."""

    def __init__(self, parent: QWidget, title: str, make: str) -> None:
        """Begin with nothing to fill in; a subclass calls `lay_out` for that.

        Args:
            parent: The window that waits.
            title: What is made.
            make: What the button says that makes it.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.said = label("", "error", wrap=True)
        self.said.hide()
        self.make = button(make, self.ask, "primary")
        answer_enter(self.make)
        self.make.setDefault(True)

    def ask(self) -> None:
        """Ask for what was typed to be stored."""
        raise NotImplementedError

    def show_problem(self, sentence: str) -> None:
        """Say why it was not stored; everything typed stays."""
        self.said.setText(sentence)
        self.said.show()

    def lay_out(self, rows: Sequence[tuple[str, QWidget]], above: str = "") -> None:
        """Show fields with their names; ``above`` is said before them."""
        unit = round(theme.unit(self))
        form = QFormLayout()
        form.setHorizontalSpacing(unit)
        form.setVerticalSpacing(unit * 2 // 3)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, field in rows:
            form.addRow(label(name), field)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(button(tr("Cancel"), self.reject))
        below.addWidget(self.make)
        box = QVBoxLayout(self)
        box.setContentsMargins(unit * 3 // 2, unit, unit * 3 // 2, unit)
        box.setSpacing(unit)
        box.addWidget(label(self.windowTitle(), "section"))
        if above:
            box.addWidget(label(above, "muted", wrap=True))
        box.addLayout(form)
        box.addWidget(self.said)
        box.addStretch(1)
        box.addLayout(below)


def named_line(name: str, hint: str) -> LineField:
    """Return a line with a name for a screen reader and a hint while it is empty."""
    line = LineField()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    return line
