"""Open an address that stands in a text, after asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def is_allowed(address: str) -> bool:
    """Return whether an address may be opened: the web with a host, or mail."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    web = url.scheme() in {"http", "https"} and bool(url.host())
    return url.isValid() and (web or url.scheme() == "mailto")


def open_link(parent: QWidget, address: str) -> None:
    """Show the whole address and open it in the browser if the learner says so."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(tr("Open a link"))
    if not is_allowed(address):
        box.setText(tr("Milepost does not open this address:"))
        box.setInformativeText(address[:500])
        box.exec()
        return
    box.setText(tr("Open this address in your browser?"))
    box.setInformativeText(address[:2000])
    yes, no = QMessageBox.StandardButton.Open, QMessageBox.StandardButton.Cancel
    box.setStandardButtons(yes | no)
    box.setDefaultButton(no)
    if box.exec() == yes:
        QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))
