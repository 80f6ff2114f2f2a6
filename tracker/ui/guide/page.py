"""Pages to read: the guide, the ladder, roles, sources; found, opened, gone back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.ids import LANE, kind_of, slug_of
from tracker.domain.reference import LEVEL, REFERENCE_KINDS, ROLE
from tracker.services.item_page import item_reference
from tracker.services.lookup import Library
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.guide.contents import ContentsList
from tracker.ui.guide.marking import mark
from tracker.ui.guide.trail import Trail
from tracker.ui.navigation import JOURNEY
from tracker.ui.widgets.fields import LineField
from tracker.ui.widgets.label import ElidedLabel, button, frame
from tracker.ui.widgets.notes_view import NotesView
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from tracker.domain.reference import Reference
    from tracker.services.ports import Reader

_ON_LADDER = frozenset({LEVEL, ROLE, LANE})
_COLUMN = 44  # lines of text: no wider than is good to read


class GuidePage(QWidget):
    """A list beside a text; links in it lead to other pages or onto the road."""

    link_clicked = Signal(str)  # onto the road, or outside Milepost
    left = Signal()  # back to where the reader came from
    career_requested = Signal(str)  # a level, role or lane, to be shown on the ladder

    def __init__(self, reader: Reader) -> None:
        """Read from ``reader``."""
        super().__init__()
        self._reader = reader
        self._library = Library((), ())
        self._trail = Trail()
        self._body = ""  # what is shown
        self.search = LineField()
        self.search.setPlaceholderText(tr("Search the guide…"))
        self.search.setAccessibleName(tr("Search the guide"))
        self.search.setClearButtonEnabled(True)
        self.contents = ContentsList()
        self.found = ElidedLabel("", "muted")
        self.text = NotesView()
        self.text.setAccessibleName(tr("The page that is open"))
        self.back = button(tr("‹ Back"), self.go_back, "quiet")
        self.forward = button(tr("Forward ›"), self.go_forward, "quiet")
        self.place = ElidedLabel("", "muted")
        self.career = button(tr("On my ladder ›"), self._on_career, "quiet")
        self.career.hide()
        self.origin = JOURNEY
        self._origin_name = tr("‹ Journey")
        self._card = frame("card")
        self._build()
        self.search.textChanged.connect(self._on_searched)
        self.contents.opened.connect(self.open)
        self.text.link_clicked.connect(self._on_link)
        self.text.shown_again.connect(self._mark)
        self.show_all()

    def show_all(self) -> None:
        """Read again what there is, as after an update of the content."""
        heads, bodies = self._reader.references(), self._reader.reference_bodies()
        self._library = Library(heads, bodies)
        if self.subject:
            self._show_again(self.subject)
        elif heads:
            self.open(heads[0].subject)
        else:
            self.text.show_markdown(tr("The guide is being prepared."))
        self._on_searched(self.search.text())
        self._show_trail()

    def come_from(self, page: int, name: str = "") -> None:
        """Lead back to another page of the window, called ``name``; see `open`."""
        self.origin, self._origin_name = page, name or tr("‹ Journey")

    def open(self, subject: str, *, entered: bool = False) -> bool:
        """Open a page by its name, such as ``guide:a-day-in-the-life``.

        Args:
            subject: The name of a page, or of a skill or project to read about.
            entered: The reader comes from another page of the window, to which a step
                back then leads.
        """
        self._trail.leave(self.text.verticalScrollBar().value())
        if not self._show(subject):
            return False
        self._trail.go_on(subject, entered=entered)
        self._show_trail()
        mark(self.text, self.search.text(), go=True)
        return True

    @property
    def subject(self) -> str:
        """Return the name of the page that is open."""
        return self._trail.subject

    def go_back(self) -> None:
        """Open the page that was open before, or leave the guide."""
        if self._trail.at_entry:
            self.left.emit()
        else:
            self._go(-1)

    def go_forward(self) -> None:
        """Open the page that was gone back from."""
        self._go(1)

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_search = self.search.hasFocus()
        into_list = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if in_search and event.key() in into_list:
            self.contents.focus_first()
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() == Qt.Key.Key_Escape and self._trail.entry >= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._card.setMaximumWidth(round(theme.unit(self) * _COLUMN))
            self._on_searched(self.search.text())  # the fonts of its sections

    def _build(self) -> None:
        unit = round(theme.unit(self))
        side, right = self._side(), self._reader_side()
        side.setMinimumWidth(unit * 11)
        right.setMinimumWidth(unit * 16)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(side)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([unit * 17, unit * 50])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.splitter)
        for keys, run in (
            (QKeySequence.StandardKey.Back, self.go_back),
            (QKeySequence.StandardKey.Forward, self.go_forward),
        ):
            shortcut = QShortcut(keys, self, run)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _side(self) -> QWidget:
        unit = round(theme.unit(self))
        side = frame("panel")
        left = QVBoxLayout(side)
        left.setContentsMargins(unit, unit, unit // 2, unit // 2)
        left.setSpacing(unit // 2)
        left.addWidget(self.search)
        left.addWidget(self.found)
        left.addWidget(self.contents, 1)
        return side

    def _reader_side(self) -> QWidget:
        unit = round(theme.unit(self))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(unit, unit // 2, unit, unit)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addWidget(self.place, 1)
        row.addWidget(self.career)
        column.addLayout(row)
        card = self._card
        inside = QVBoxLayout(card)
        inside.setContentsMargins(unit * 2, unit, unit, unit)
        inside.addWidget(self.text)
        card.setMaximumWidth(unit * _COLUMN)
        middle = QHBoxLayout()
        middle.addStretch(0)
        middle.addWidget(card, 1)
        middle.addStretch(0)
        column.addLayout(middle, 1)
        return right

    def _show(self, subject: str) -> bool:
        page = self._page(subject)
        if page is None:
            return False
        self._body = page.body
        self.text.show_markdown(page.body)
        self.text.verticalScrollBar().setValue(0)
        self.place.setText(
            tr("{section} · {title}", section=page.section, title=page.title)
        )
        self.contents.mark(subject)
        self.career.setVisible(kind_of(subject) in _ON_LADDER)
        return True

    def _show_again(self, subject: str) -> None:
        """Show a page as it is now; one that did not change keeps its place."""
        page = self._page(subject)
        if page is None:
            self._body = ""
            gone = tr("This page is no longer part of the guide.")
            self.text.show_markdown(gone)
        elif page.body != self._body:
            self._show(subject)

    def _on_career(self) -> None:
        self.career_requested.emit(self.subject)

    def _go(self, step: int) -> None:
        if self._trail.can_step(step):
            bar = self.text.verticalScrollBar()
            self._trail.leave(bar.value())
            stop = self._trail.step(step)
            self._show(stop.subject)
            self._mark()
            bar.setValue(stop.place)
            self._show_trail()

    def _show_trail(self) -> None:
        entry = self._trail.at_entry
        self.back.setText(self._origin_name if entry else tr("‹ Back"))
        self.back.setEnabled(entry or self._trail.can_step(-1))
        self.forward.setEnabled(self._trail.can_step(1))

    def _page(self, subject: str) -> Reference | None:
        """Return a page, also of what stands on no road that the learner follows."""
        if kind_of(subject) in REFERENCE_KINDS:
            return self._reader.reference(kind_of(subject), slug_of(subject))
        return item_reference(self._reader, subject)

    def _on_searched(self, query: str) -> None:
        found = self._library.find(query)
        in_sections = not query.strip()
        self.contents.show_heads(found, in_sections=in_sections)
        self.contents.mark(self.subject)
        self._mark()
        self.found.setText(
            tr_n("1 page", "{n} pages", len(found))
            if found
            else tr("Nothing has these words. Try fewer or others.")
        )

    def _mark(self) -> None:
        mark(self.text, self.search.text())

    def _on_link(self, address: str) -> None:
        if kind_of(address) in REFERENCE_KINDS:
            self.open(address)
        else:
            self.link_clicked.emit(address)
