"""What was taught about words in adverts, to be looked at and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QVBoxLayout

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.cards import Buttons
from tracker.ui.widgets.fields import size_for_screen
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from tracker.services.teaching import Taught


class TaughtDialog(QDialog):
    """A line for each name; what is chosen can be forgotten."""

    forget_requested = Signal(list)  # Taught

    def __init__(
        self, parent: QWidget, title_of: Callable[[str], str], *, editable: bool
    ) -> None:
        """Show nothing yet; ``title_of`` returns the title of a skill by its slug."""
        super().__init__(parent)
        self.setObjectName("taught")
        self.setWindowTitle(tr("What you taught"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title_of, self._editable = title_of, editable
        self._taught: list[Taught] = []
        self.names = QListWidget()
        self.names.setProperty("kind", "works")
        self.names.setSpacing(round(theme.unit(self) * 0.2))
        self.names.setAccessibleName(tr("What words in adverts mean"))
        several = QListWidget.SelectionMode.ExtendedSelection
        self.names.setSelectionMode(several)
        self.forget = button(tr("Forget it"), self._on_forget)
        self.close_button = button(tr("Close"), self.accept, "primary")
        self.close_button.setDefault(True)
        self._empty = label("", "muted", wrap=True)
        self.names.itemSelectionChanged.connect(self._on_selected)
        unit = round(theme.unit(self))
        sentence = tr("These words count in every advert, also in new ones.")
        box = QVBoxLayout(self)
        box.setContentsMargins(unit * 3 // 2, unit, unit * 3 // 2, unit)
        box.setSpacing(unit * 2 // 3)
        box.addWidget(label(tr("What you taught"), "section"))
        box.addWidget(label(sentence, "muted", wrap=True))
        box.addWidget(self.names, 1)
        box.addWidget(self._empty)
        box.addWidget(Buttons(self.close_button, self.forget))
        size_for_screen(self, 32, 22)

    def show_taught(self, taught: Sequence[Taught]) -> None:
        """Show these."""
        row = max(self.names.currentRow(), 0)
        self._taught = list(taught)
        self.names.clear()
        for each in taught:
            sentence = (
                tr("“{name}” means {skill}")
                if each.means
                else tr("“{name}” does not mean {skill}")
            )
            skill = self._title_of(each.skill)
            text = sentence.format(name=each.name, skill=skill)
            self.names.addItem(text)
        self.names.setCurrentRow(min(row, self.names.count() - 1))
        self._empty.setText(tr("Nothing is left of what you taught."))
        self._empty.setVisible(not taught)
        self._on_selected()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.names.hasFocus():
            self._on_forget()
        else:
            super().keyPressEvent(event)

    def _on_selected(self) -> None:
        some = bool(self.names.selectedItems())
        self.forget.setEnabled(some and self._editable)

    def _on_forget(self) -> None:
        chosen = [self._taught[i.row()] for i in self.names.selectedIndexes()]
        if chosen and self._editable:
            self.forget_requested.emit(chosen)
