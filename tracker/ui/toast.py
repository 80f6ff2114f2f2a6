"""A small line at the bottom that says what was done and offers to undo it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.label import ElidedLabel, button
from tracker.words import tr

# Of the window: beside the panel, whose buttons stand at its lower edge.
_WIDEST, _LEFT = 0.45, 0.3
_SHOWN = 7000  # ms; longer while the mouse or the keyboard is on it


class Toast(QFrame):
    """Lies above the lower edge of its parent and follows its size."""

    undo_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Stay hidden until there is something to say."""
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self._below = parent
        self.text = ElidedLabel()
        self.undo = button(tr("Undo"), self._on_undo_clicked)
        unit = round(theme.unit(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(unit, unit // 3, unit // 2, unit // 3)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN)
        self._timer.timeout.connect(self._on_time_over)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, *, undoable: bool) -> None:
        """Say what was done."""
        self.text.setText(text)
        self.undo.setVisible(undoable)
        self.undo.setAccessibleName(tr("Undo: {what}", what=text))
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _place(self) -> None:
        area = self._below.rect()
        unit = theme.unit(self)
        wanted = self.text.fontMetrics().horizontalAdvance(self.text.text())
        offered = 0 if self.undo.isHidden() else self.undo.sizeHint().width() + unit
        room = max(area.width() * _WIDEST, unit * 16)
        width = round(min(wanted + unit * 2 + offered, room, area.width() - unit * 2))
        height = self.sizeHint().height()
        x = round((area.width() - width) * _LEFT)
        self.setGeometry(x, area.height() - height - round(unit), width, height)

    def _on_time_over(self) -> None:
        if self.underMouse() or self.undo.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _on_undo_clicked(self) -> None:
        self.hide()
        self.undo_requested.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
