"""Where an advert says what it asks for: one sentence at a time, to be put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from tracker.domain.posting import NEED_WORDS
from tracker.services.wording_scores import need_name
from tracker.ui import theme
from tracker.ui.career.postings.words import why_not
from tracker.ui.widgets.clamped_label import ClampedLabel
from tracker.ui.widgets.fields import Combo
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.fit.reading import Hit
    from tracker.services.scores import SheetLine

_LINES = 4  # of a sentence; the text beside it has the rest


class HitCard(QFrame):
    """Walks through the hits of one line."""

    hit_chosen = Signal()
    refused = Signal(str, str)  # words, the slug of the skill that they do not mean
    another_requested = Signal(str, str)  # words, the slug that they do not mean
    need_chosen = Signal(object, str)  # slugs, one of NEED_WORDS or empty

    def __init__(self, title_of: Callable[[str], str]) -> None:
        """Show nothing yet; ``title_of`` returns the title of a skill."""
        super().__init__()
        self.setProperty("kind", "question")
        self._title_of = title_of
        self._line: SheetLine | None = None
        self._number = 0
        self.heading = label("", "heading", wrap=True)
        self.sentence = ClampedLabel("muted", _LINES)
        self.why = label("", "muted", wrap=True)
        self.count = label("", "muted")
        self.back = button("‹", self._on_back, "quiet")
        self.back.setAccessibleName(tr("The hit before"))
        self.forth = button("›", self._on_forth, "quiet")
        self.forth.setAccessibleName(tr("The next hit"))
        self.need = Combo(tr("How much this advert asks for it"))
        for word in NEED_WORDS:
            self.need.addItem(need_name(word), word)
        self.need.addItem(tr("as it was read"), "")
        self.wrong = button("", self._on_wrong)
        self.another = button(tr("It means another skill…"), self._on_another)
        self._lay_out()
        self.need.activated.connect(self._on_need)

    @property
    def hit(self) -> Hit | None:
        """Return the hit that is shown."""
        if self._line is None or not self._line.hits:
            return None
        return self._line.hits[self._number]

    def show_line(self, line: SheetLine | None, text: str) -> None:
        """Show the hits of a line of an advert with this text."""
        other = self._line is None or line is None or line.any != self._line.any
        self._line, self._text = line, text
        if other or (line is not None and self._number >= len(line.hits)):
            self._number = 0
        self._show()

    def show_hit_at(self, place: int) -> None:
        """Show the hit at a place of the text, if it is one of these."""
        hits = () if self._line is None else self._line.hits
        for number, hit in enumerate(hits):
            if hit.start <= place < hit.end:
                self._number = number
                self._show()

    def make_read_only(self) -> None:
        """Take nothing in: it could not be stored."""
        for each in (self.need, self.wrong, self.another):
            each.setEnabled(False)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        self.need.setMinimumContentsLength(9)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        for each in (self.count, self.back, self.forth):
            top.addWidget(each)
        box = QVBoxLayout(self)
        box.setContentsMargins(unit * 2 // 3, unit // 2, unit * 2 // 3, unit // 2)
        box.setSpacing(unit // 3)
        box.addLayout(top)
        box.addWidget(self.sentence)
        box.addWidget(self.why)
        acts = FlowLayout()
        acts.add(self.need, self.wrong, self.another)
        box.addLayout(acts)

    def _show(self) -> None:
        line, hit = self._line, self.hit
        self.setVisible(hit is not None)
        if line is None or hit is None:
            return
        skill = self._title_of(hit.skill)
        self.heading.setText(tr("“{words}”: {skill}", words=hit.words, skill=skill))
        said = self._text[hit.sentence_start : hit.sentence_end]
        self.sentence.setText(" ".join(said.split()).removeprefix("- "))
        if line.reason is not None:
            self.why.setText(tr("Not counted: {why}.", why=why_not(line)))
        self.why.setVisible(line.reason is not None)
        several = len(line.hits) > 1
        self.count.setText(tr("{n} of {all}", n=self._number + 1, all=len(line.hits)))
        for each in (self.count, self.back, self.forth):
            each.setVisible(several)
        self.need.setCurrentIndex(NEED_WORDS.index(line.need))
        self.wrong.setText(tr("Does not mean {skill}", skill=skill))
        self.hit_chosen.emit()

    def _step(self, by: int) -> None:
        if self._line is not None and self._line.hits:
            self._number = (self._number + by) % len(self._line.hits)
            self._show()

    def _on_back(self) -> None:
        self._step(-1)

    def _on_forth(self) -> None:
        self._step(1)

    def _on_need(self, index: int) -> None:
        if self._line is not None:
            self.need_chosen.emit(self._line.any, str(self.need.itemData(index)))

    def _on_wrong(self) -> None:
        if self.hit is not None:
            self.refused.emit(self.hit.words, self.hit.skill)

    def _on_another(self) -> None:
        if self.hit is not None:
            self.another_requested.emit(self.hit.words, self.hit.skill)
