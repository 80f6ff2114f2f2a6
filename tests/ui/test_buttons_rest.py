"""Buttons in a row: laid out once, and then at rest."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.widgets.cards import Buttons
from tracker.ui.widgets.label import button


class _Counting(QObject):
    """Counts how often a widget is asked to lay itself out."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched, event):  # noqa: N802  # Qt's name
        self.count += event.type() == QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


def test_a_layout_asks_for_no_other_one(qapp, qtbot):
    """One that did kept a processor busy as long as such a page was shown."""
    whole = QWidget()
    qtbot.addWidget(whole)
    save = button("Save", list)
    buttons = Buttons(save, button("Cancel", list))
    QVBoxLayout(whole).addWidget(buttons)
    whole.show()
    qtbot.waitExposed(whole)
    counting = _Counting()
    save.setText("Save it all")
    for _ in range(20):
        qapp.processEvents()
    buttons.installEventFilter(counting)
    for _ in range(20):
        qapp.processEvents()
    assert counting.count == 0
