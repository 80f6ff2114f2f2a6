"""A page about one thing: a way back above, cards below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.reference import LEVEL, ROLE
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.breaks import breakable
from tracker.ui.widgets.cards import Card, CardPage
from tracker.ui.widgets.flush_box import FlushBox
from tracker.ui.widgets.label import button, label
from tracker.ui.widgets.tab_order import follow_layout
from tracker.ui.widgets.text_link import INSET, TextLink
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent

    from tracker.domain.ladder import Said
    from tracker.domain.reference import ReferenceHead
    from tracker.services.career import CareerBook, CareerView
    from tracker.ui.career.ladder.desk import CareerDesk

_WIDEST = 62  # lines: no wider than is good to read
_MOST_PAGES = 14


class DetailPage(QWidget):
    """Shows one subject; made anew for another."""

    closed = Signal()
    sum_requested = Signal(str)
    opened = Signal(str)  # another subject of this section

    def __init__(self, subject: str, book: CareerBook, desk: CareerDesk) -> None:
        """Be about ``subject``; rows ask ``desk``."""
        super().__init__()
        self.subject, self.book, self.desk = subject, book, desk
        self.back = button(tr("‹ Ladder"), self.closed.emit, "quiet")
        self.practise = button(
            tr("Practise its questions"), partial(desk.practise_requested.emit, subject)
        )
        self.page = CardPage(_WIDEST)
        self._stops: list[QWidget] = []  # of the Tab key
        row = QHBoxLayout()
        unit = round(theme.unit(self))
        row.setContentsMargins(unit // 2, 0, unit, 0)
        row.addWidget(self.back)
        row.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row)
        box.addWidget(self.page, 1)

    def add(self, card: QWidget) -> None:
        """Show a card below the others."""
        self.page.cards.addWidget(card)

    def show_view(self, view: CareerView) -> None:
        """Show everything as it is now."""

    def follow_layout(self) -> None:
        """Let Tab go from above to below, whatever was made last."""
        self._stops = follow_layout(self, self._stops)

    def focus_first(self) -> None:
        """Give the keyboard to the way back."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_again(self) -> None:
        """Give the keyboard to what had it last, if it is still there."""
        last = self.focusWidget()
        target = last if _is_seen(last) else self.back
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _is_seen(widget: QWidget | None) -> bool:
    return widget is not None and widget.isVisible()


def said_card(title: str, said: Iterable[Said], book: CareerBook) -> Card:
    """Return a card with what sources say, each with their names."""
    card = Card(title, gap=0.6)
    add_said(card, said, book)
    return card


def add_said(card: Card, said: Iterable[Said], book: CareerBook) -> None:
    """Add lines with what sources say to a card."""
    for each in said:
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(label(breakable(each.text), wrap=True))
        names = ", ".join(map(book.source, each.sources))
        pair.addWidget(label(names, "muted", wrap=True))
        card.rows.addLayout(pair)


def reading_card(heads: Sequence[ReferenceHead], desk: CareerDesk) -> Card:
    """Return links to pages of the guide and to frequent questions."""
    card = Card(tr("Read on in the guide"), gap=0.5)
    links = FlushBox(INSET)
    card.rows.addLayout(links)
    for head in heads[:_MOST_PAGES]:
        own = head.kind in {LEVEL, ROLE}
        words = tr("All of it as one page") if own else head.title
        link = TextLink(tr("{section} · {title}", section=head.section, title=words))
        link.setProperty("address", head.subject)
        link.clicked.connect(partial(desk.link_clicked.emit, head.subject))
        links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    return card
