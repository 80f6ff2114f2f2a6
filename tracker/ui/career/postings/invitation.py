"""What Job fit shows while no advert is kept: what it is for, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import Signal

from tracker.ui import theme
from tracker.ui.career.postings.advert_field import AdvertField
from tracker.ui.widgets.cards import Buttons, Card, CardPage
from tracker.ui.widgets.label import button, label
from tracker.words import tr

WIDEST = 44  # lines of text


class Invitation(CardPage):
    """A field to paste into, and a button for files."""

    given = Signal(str)  # the text of an advert
    files_requested = Signal()

    def __init__(self) -> None:
        """Begin with an empty field."""
        super().__init__(WIDEST, middle=True)
        card = Card(tr("Does this job fit?"))
        unit = round(theme.unit(self))
        sentence = tr(
            "Paste a job advert, or drop a file. Nothing leaves this computer."
        )
        more = tr(
            "Milepost finds the skills that it asks for and compares them with what "
            "you can do and show. What is missing can go on your plan."
        )
        self.text = AdvertField()
        self.text.setMinimumHeight(unit * 9)
        self.give = button(tr("How well do I fit?"), self._on_give, "primary")
        self.files = button(tr("Open files…"), self.files_requested.emit)
        self.give.setEnabled(False)
        self.text.textChanged.connect(self._on_typed)
        self.text.text_given.connect(self.given)
        card.rows.addWidget(label(sentence, wrap=True))
        card.rows.addWidget(label(more, "muted", wrap=True))
        card.rows.addWidget(self.text)
        card.rows.addWidget(Buttons(self.give, self.files))
        kinds = tr("Files: text, Markdown, HTML, PDF, JSON; several at once.")
        card.rows.addWidget(label(kinds, "muted", wrap=True))
        self.cards.addWidget(card)

    def clear(self) -> None:
        """Forget what was typed: it is kept as an advert by now."""
        self.text.clear()

    def make_read_only(self) -> None:
        """Take nothing in: it could not be stored."""
        for each in (self.text, self.files, self.give):
            each.setEnabled(False)

    def _on_typed(self) -> None:
        self.give.setEnabled(bool(self.text.toPlainText().strip()))

    def _on_give(self) -> None:
        self.given.emit(self.text.toPlainText())
