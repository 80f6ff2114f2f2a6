"""Open an address that stands in a text, after asking."""

from __future__ import annotations

import unicodedata
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from tracker.domain.addresses import ADDRESS_LENGTH, host_of, is_web_address
from tracker.ui import theme
from tracker.ui.widgets.fields import size_for_screen
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDTH, _HEIGHT = 30, 14  # of the dialog, in lines


def is_allowed(address: str) -> bool:
    """Return whether an address may be opened: a page of the web, or mail."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    mail = url.scheme() == "mailto" and len(address) <= ADDRESS_LENGTH
    mail = mail and not any(map(_is_unseen, address))
    web = is_web_address(_small_scheme(address)) and not url.userInfo()
    return url.isValid() and (web or mail)


def open_link(parent: QWidget | None, address: str) -> None:
    """Show the whole address and open it in the browser if the learner says so."""
    dialog = AddressDialog(parent, address)
    if dialog.exec() == QDialog.DialogCode.Accepted and dialog.allowed:
        QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))


class AddressDialog(QDialog):
    """Shows where an address leads, in letters that cannot deceive."""

    def __init__(self, parent: QWidget | None, address: str) -> None:
        """Ask whether to open ``address``, or say why Milepost does not."""
        super().__init__(parent)
        self.allowed = is_allowed(address)
        self.setWindowTitle(tr("Open a link"))
        self.text = QPlainTextEdit(self._shown(address))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("The whole address"))
        column = QVBoxLayout(self)
        unit = round(theme.unit(self))
        column.setContentsMargins(unit, unit, unit, unit)
        column.setSpacing(unit // 2)
        self.asked = label(self._question(address), wrap=True)
        column.addWidget(self.asked)
        self.host = label(host_of(_small_scheme(address)), "title", wrap=True)
        self.host.setVisible(self.allowed and bool(self.host.text()))
        column.addWidget(self.host)
        column.addWidget(self.text, 1)
        column.addLayout(self._make_buttons(address))
        size_for_screen(self, _WIDTH, _HEIGHT)
        self.no.setFocus()

    def _make_buttons(self, address: str) -> QHBoxLayout:
        row = QHBoxLayout()
        copy = partial(QGuiApplication.clipboard().setText, address)
        row.addWidget(button(tr("Copy the address"), copy, "quiet"))
        row.addStretch()
        self.no = button(tr("Cancel") if self.allowed else tr("Close"), self.reject)
        self.no.setDefault(True)
        row.addWidget(self.no)
        self.yes = button(tr("Open"), self.accept)
        self.yes.setVisible(self.allowed)
        row.addWidget(self.yes)
        return row

    def _shown(self, address: str) -> str:
        """Return an address as the network sees it, or a bad one with marks in it."""
        if self.allowed:
            return bytes(QUrl(address).toEncoded().data()).decode("ascii")
        return "".join(f"\\u{ord(c):04x}" if _is_unseen(c) else c for c in address)

    def _question(self, address: str) -> str:
        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        if self.allowed and url.scheme() == "mailto":
            return tr("Write to this address with your mail program?")
        if self.allowed:
            return tr("Open this page in your browser? It leads to:")
        if any(map(_is_unseen, address)):
            reason = tr("it holds characters that one cannot see")
        elif url.userInfo():
            reason = tr("a name before “@” can hide where it leads")
        elif url.scheme() not in {"http", "https", "mailto"}:
            reason = tr("it is neither a page of the web nor a mail address")
        elif len(address) > ADDRESS_LENGTH:
            reason = tr("it is longer than {n} characters", n=ADDRESS_LENGTH)
        else:
            reason = tr("it is not written as addresses are")
        return tr("Milepost does not open this address: {reason}.", reason=reason)


def _small_scheme(address: str) -> str:
    """Return an address with its scheme in small letters, as the rule wants it."""
    scheme, colon, rest = address.partition(":")
    return scheme.lower() + colon + rest


def _is_unseen(character: str) -> bool:
    """Return whether a character cannot be seen, or turns others around."""
    return unicodedata.category(character).startswith(("C", "Z"))
