"""Markdown, shown without loading or opening anything by itself."""

from __future__ import annotations

import re

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from tracker.typing_tools import override

# None or no bytes are not enough: Qt's image handler would then read the file itself.
_BLANK = QImage(1, 1, QImage.Format.Format_ARGB32)
_MOST = 60_000  # characters; more takes seconds to lay out
_LONGEST_WORD = re.compile(r"(\S{2000})(?=\S)")


class NotesView(QTextBrowser):
    """Shows Markdown; links are reported and never followed."""

    link_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)
        self.anchorClicked.connect(self._on_anchor_clicked)

    def show_markdown(self, text: str) -> None:
        """Show Markdown; HTML in it is shown as the text that it is."""
        features = QTextDocument.MarkdownFeature
        capped = _LONGEST_WORD.sub(r"\1 ", text[:_MOST])
        self.document().setMarkdown(
            capped, features.MarkdownNoHTML | features.MarkdownDialectGitHub
        )

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        return _BLANK

    def _on_anchor_clicked(self, url: QUrl) -> None:
        self.link_clicked.emit(url.toString())
