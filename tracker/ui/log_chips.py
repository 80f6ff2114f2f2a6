"""What a typed line is about, as chips that are put right by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.label import plain_tip
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_LONG = 48  # characters of a title on a chip


@dataclass(frozen=True, slots=True)
class LogChip:
    """One chip.

    Attributes:
        subject: What the line is about; empty for a tag that nobody knows.
        text: Its title, or the tag as typed.
    """

    subject: str
    text: str


class LogChips(QWidget):
    """Enter or a click exchanges a chip for another, Delete takes it off."""

    exchange_requested = Signal(object)  # LogChip
    remove_requested = Signal(object)
    add_requested = Signal()

    def __init__(self) -> None:
        """Show no chip, and the button that adds one."""
        super().__init__()
        self.chips: list[ChipView] = []
        self.add = QPushButton(tr("Add…"))
        self.add.setProperty("kind", "quiet")
        self.add.setAutoDefault(False)
        self.add.setAccessibleName(tr("Add a skill, project or milestone"))
        self.add.clicked.connect(self.add_requested)
        self._row = FlowLayout(self)
        self._row.setSpacing(round(theme.unit(self) * 0.4))
        self._row.addWidget(self.add)

    def show_chips(self, chips: Sequence[LogChip]) -> None:
        """Show these; the keyboard stays on the chip of the same number."""
        if [view.chip for view in self.chips] == list(chips):
            return
        held = [n for n, view in enumerate(self.chips) if view.name.hasFocus()]
        self._row.clear()
        self.chips = [ChipView(chip) for chip in chips]
        for view in self.chips:
            view.exchange_requested.connect(self.exchange_requested)
            view.remove_requested.connect(self.remove_requested)
            self._row.addWidget(view)
            view.show()
        self._row.addWidget(self.add)
        self.add.show()
        for first, second in zip(self.chips, self.chips[1:], strict=False):
            QWidget.setTabOrder(first.name, second.name)
        if self.chips:
            QWidget.setTabOrder(self.chips[-1].name, self.add)
        if held:
            left = self.chips[held[0] :]
            beside = left[0].name if left else self.add
            beside.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()


class ChipView(QWidget):
    """A chip: its name, and a cross for the mouse."""

    exchange_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, chip: LogChip) -> None:
        """Show a chip."""
        super().__init__()
        self.chip = chip
        self.name = _ChipName(chip)
        self.name.clicked.connect(self._on_exchanged)
        self.name.removed.connect(self._on_removed)
        self.cross = QPushButton("×")
        self.cross.setProperty("kind", "quiet")
        self.cross.setAutoDefault(False)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete does it by keys
        take_off = tr("Take “{title}” off", title=chip.text)
        self.cross.setAccessibleName(take_off)
        self.cross.setToolTip(plain_tip(take_off))
        self.cross.clicked.connect(self._on_removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.name)
        row.addWidget(self.cross)

    def _on_exchanged(self) -> None:
        self.exchange_requested.emit(self.chip)

    def _on_removed(self) -> None:
        self.remove_requested.emit(self.chip)


class _ChipName(QPushButton):
    removed = Signal()

    def __init__(self, chip: LogChip) -> None:
        title = chip.text if len(chip.text) <= _LONG else chip.text[: _LONG - 1] + "…"
        text = title if chip.subject else tr("{tag} · not known", tag=title)
        super().__init__(text.replace("&", "&&"))
        self.setProperty("kind", "chip" if chip.subject else "")
        self.setAutoDefault(False)
        what = tr("Enter chooses another, Delete takes it off.")
        if not chip.subject:
            what = tr("Kept as text. Enter chooses what it means, Delete drops it.")
        self.setToolTip(plain_tip(f"{chip.text}: {what}"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(what)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()  # in a dialog, Enter would save
        else:
            super().keyPressEvent(event)
