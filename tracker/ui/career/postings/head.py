"""What an advert is, and how well it fits: the head of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.edit import ADDRESS, COMPANY, PLACE, TITLE
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.postings.rows import day_with_year
from tracker.ui.widgets.elided_field import ElidedField
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.label import button, label
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.domain.posting import Posting
    from tracker.ui.career.postings.commands import PostingCommands


class _Field(ElidedField):
    """A line of a usual width."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(theme.unit(self) * 11), super().sizeHint().height())


class PostingHead(QWidget):
    """Title, score, company, place and address; all but the score can be changed."""

    address_opened = Signal(str)

    def __init__(self, commands: PostingCommands) -> None:
        """Ask ``commands``."""
        super().__init__()
        self._commands = commands
        self._posting: Posting | None = None
        self.title = ElidedField()
        self.title.setProperty("kind", "name")
        self.title.setAccessibleName(tr("Title of the advert"))
        self.title.setTextMargins(-4, 0, 0, 0)
        self.score = label("", "score")
        self.day = label("", "muted")
        self.open = button(tr("Open"), self._on_open, "quiet")
        self.open.setAccessibleName(tr("Open the address of the advert"))
        self.fields: dict[str, ElidedField] = {TITLE: self.title}
        for field, name in (
            (COMPANY, tr("Company")),
            (PLACE, tr("Place")),
            (ADDRESS, tr("Address in the web")),
        ):
            line: ElidedField = _Field()
            self.fields[field] = line
            line.setAccessibleName(name)
            line.setPlaceholderText(name)
        for each in self.fields.values():
            each.editingFinished.connect(self._on_edited)
        commands.refused.connect(self.reset)
        self._lay_out()

    def show_posting(self, posting: Posting) -> None:
        """Show an advert as it is stored; what is being typed stays."""
        before, self._posting = self._posting, posting
        other = before is None or before.subject != posting.subject
        for field, line in self.fields.items():
            stored = _value(posting, field)
            if other or (line.is_unchanged and line.text() != stored):
                line.setText(stored)
                line.setCursorPosition(0)
        self.day.setText(tr("Kept on {day}", day=day_with_year(posting.added_on)))
        self.open.setVisible(bool(posting.address))

    def show_score(self, text: str) -> None:
        """Show how well it fits."""
        self.score.setText(text)
        self.score.setAccessibleName(text)
        self.score.setVisible(bool(text))

    def reset(self) -> None:
        """Show what is stored, whatever was typed and refused."""
        if self._posting is not None:
            for field, line in self.fields.items():
                line.setText(_value(self._posting, field))

    def make_read_only(self) -> None:
        """Take nothing in: it could not be stored."""
        for line in self.fields.values():
            line.setReadOnly(True)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        top = QHBoxLayout()
        top.setSpacing(unit)
        top.addWidget(self.title, 1)
        top.addWidget(self.score, 0, Qt.AlignmentFlag.AlignVCenter)
        below = FlowLayout()
        below.setSpacing(unit // 2)
        for field in (COMPANY, PLACE, ADDRESS):
            below.addWidget(self.fields[field])
        below.add(self.open, self.day)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(unit // 3)
        box.addLayout(top)
        box.addLayout(below)

    def _on_edited(self) -> None:
        posting = self._posting
        if posting is None:
            return
        for field, line in self.fields.items():
            if line.text().strip() != _value(posting, field):
                self._commands.change(posting.subject, field, line.text())

    def _on_open(self) -> None:
        if self._posting is not None and self._posting.address:
            self.address_opened.emit(self._posting.address)


def _value(posting: Posting, field: str) -> str:
    return {
        TITLE: posting.title,
        COMPANY: posting.company,
        PLACE: posting.place,
        ADDRESS: posting.address,
    }[field]
