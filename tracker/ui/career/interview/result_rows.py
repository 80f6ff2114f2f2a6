"""Skills with how their questions went, each a link to the skill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.services.wording_interview import tally_text
from tracker.ui import theme
from tracker.ui.career.interview.tally_bar import TallyBar
from tracker.ui.widgets.breaks import breakable
from tracker.ui.widgets.dropping import drop
from tracker.ui.widgets.label import label
from tracker.ui.widgets.text_link import TextLink
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.interview import SkillResult

_INSET = 0.2  # lines of text; the room that a link keeps around its words
_MOST = 60  # skills; beyond that nobody reads on


class ResultRows(QWidget):
    """One below the other; made anew each time."""

    opened = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def show_skills(self, skills: Sequence[SkillResult], *, repeat: bool) -> None:
        """Show skills; with ``repeat``, also the questions that did not go well."""
        while self._box.count():
            item = self._box.takeAt(0)
            drop(None if item is None else item.widget())
        self._box.setSpacing(round(theme.unit(self) * 0.4))
        for each in skills[:_MOST]:
            self._box.addWidget(self._made(each, repeat=repeat))
        if len(skills) > _MOST:
            more = tr("… and {n} more", n=len(skills) - _MOST)
            self._box.addWidget(label(more, "muted"))

    def _made(self, each: SkillResult, *, repeat: bool) -> QWidget:
        row = QWidget()
        side = QHBoxLayout(row)
        side.setContentsMargins(0, 0, 0, 0)
        box = QVBoxLayout()
        box.setSpacing(round(theme.unit(self) * 0.1))
        side.addLayout(box, 1)
        side.addWidget(TallyBar(each.tally))
        told = tally_text(each.tally)
        link = TextLink(each.title)
        link.setProperty("subject", each.skill)
        link.setAccessibleDescription(told)
        link.clicked.connect(self._on_clicked)
        box.addWidget(link)
        box.addWidget(self._below(told))
        for ask in each.repeat if repeat else ():
            text = tr("Repeat: {question}", question=breakable(ask))
            box.addWidget(self._below(text))
        return row

    def _below(self, text: str) -> QWidget:
        """Return words that begin where those of the link above them do."""
        made = label(text, "muted", wrap=True)
        inset = max(round(theme.unit(self) * _INSET), 3)
        made.setContentsMargins(inset, 0, inset, 0)
        return made

    def _on_clicked(self) -> None:
        link = self.sender()
        if link is not None:
            self.opened.emit(str(link.property("subject")))
