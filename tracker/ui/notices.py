"""A notice of the desktop; imported only where somebody asked for notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from tracker.ui import theme
from tracker.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Sequence

SHOWN = 10_000  # ms; many desktops decide for themselves
STAYS = 60_000  # ms for which the icon in the tray takes a click


def can_notify() -> bool:
    """Return whether this desktop has a tray that shows notices."""
    tray = QSystemTrayIcon
    return tray.isSystemTrayAvailable() and tray.supportsMessages()


class Notice(QObject):
    """Shows one notice; the icon that it needs goes away again."""

    opened = Signal()

    def __init__(self, parent: QObject, title: str, lines: Sequence[str]) -> None:
        """Show these lines, one below another."""
        super().__init__(parent)
        picture = QApplication.windowIcon()
        if picture.isNull():
            picture = icon("flag", theme.current().done, 32)
        self._tray = QSystemTrayIcon(picture, self)
        self._tray.setToolTip(title)
        self._tray.messageClicked.connect(self._on_clicked)
        self._tray.activated.connect(self._on_clicked)
        self._tray.show()
        kind = QSystemTrayIcon.MessageIcon.NoIcon
        self._tray.showMessage(title, "\n".join(lines), kind, SHOWN)
        QTimer.singleShot(STAYS, self._tray, self._tray.hide)

    def finish(self) -> None:
        """Take the icon away."""
        self._tray.hide()

    def _on_clicked(self) -> None:
        self.finish()
        self.opened.emit()
