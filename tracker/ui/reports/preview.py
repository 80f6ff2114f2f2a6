"""The beginning of a report, shown before it is saved; it loads nothing."""

from __future__ import annotations

import json

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtWidgets import QTextBrowser

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.reports.typeset import Document, Look, head
from tracker.ui.widgets.notes_view import BLANK
from tracker.words import tr


class Preview(QTextBrowser):
    """Shows what the terminal printed for it; links are reported, never followed."""

    link_clicked = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._shown = ""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)
        self.setProperty("kind", "input")
        self.setAccessibleName(tr("Preview"))
        self.anchorClicked.connect(self._on_anchor_clicked)

    def show_report(self, printed: str) -> None:
        """Show the beginning of a report; where the reader was, they stay."""
        self._shown = printed
        report = json.loads(printed)
        document = Document(Look(theme.current(), self.font()))
        document.setParent(self)
        html = [head(report["title"], report["subtitle"]), *report["parts"]]
        if not report["whole"]:
            more = tr("… and so on. The file has all of it.")
            html.append(f'<p class="muted">{more}</p>')
        document.set_body(html)
        document.setDocumentMargin(theme.unit(self))
        place = self.verticalScrollBar().value()
        self.setDocument(document)
        self.verticalScrollBar().setValue(place)

    def forget(self) -> None:
        """Show nothing."""
        self._shown = ""
        self.clear()

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        url = name.toString() if isinstance(name, QUrl) else name
        return super().loadResource(type, name) if url.startswith("task:") else BLANK

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        looks = {QEvent.Type.FontChange, QEvent.Type.PaletteChange}
        if event.type() in looks and self._shown:
            self.show_report(self._shown)

    def _on_anchor_clicked(self, url: QUrl) -> None:
        if url.toString().startswith("#"):
            self.scrollToAnchor(url.fragment())
        else:
            self.link_clicked.emit(url.toString())
