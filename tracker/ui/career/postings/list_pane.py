"""The list of adverts: how to add some, find one, sort them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QVBoxLayout,
    QWidget,
)

from tracker.services.search import folded
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.postings.delegate import PostingDelegate
from tracker.ui.career.postings.menu_list import MenuList
from tracker.ui.career.postings.model import ROW, PostingModel
from tracker.ui.career.postings.rows import AdvertRow, Searched
from tracker.ui.widgets.fields import LineField
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.label import button, label
from tracker.ui.widgets.segmented import Segmented
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPoint
    from PySide6.QtGui import QKeyEvent

    from tracker.services.scores import Scores


class PostingList(QFrame):
    """Shows what is kept; asks for more, and for one to be opened."""

    chosen = Signal(str)
    opened = Signal()  # the keyboard goes to the chosen advert
    clicked = Signal()  # it is to be seen; the keyboard stays here
    paste_requested = Signal()
    files_requested = Signal()
    taught_requested = Signal()
    remove_requested = Signal(list)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setProperty("kind", "page")
        self._scores: Scores | None = None
        self._searched = Searched()
        self._last = ""  # the advert that it stood on, also while a search hides it
        self.search = LineField()
        self.search.setPlaceholderText(tr("Search your adverts…"))
        self.search.setAccessibleName(tr("Search your adverts"))
        self.search.setClearButtonEnabled(True)
        self.orders = Segmented((tr("Best fit"), tr("Newest")), tr("Order"))
        self.paste = button(tr("Paste an advert…"), self.paste_requested.emit)
        self.files = button(tr("Open files…"), self.files_requested.emit)
        self.taught = button(
            tr("What you taught…"), self.taught_requested.emit, "quiet"
        )
        self.model = PostingModel()
        self.lines = MenuList(tr("Your adverts"))
        self._hint = label("", "muted", wrap=True)
        self._set_up_list()
        self._lay_out()
        self.search.textChanged.connect(self.show_again)
        self.orders.chosen.connect(self._on_order)

    @property
    def current(self) -> str:
        """Return the advert that the list stands on, empty for none."""
        row = self.lines.currentIndex().data(ROW)
        return row.posting.subject if isinstance(row, AdvertRow) else ""

    def begin_at(self, subject: str) -> None:
        """Stand on an advert, if it is there, once adverts are shown."""
        self._last = subject

    def show_scores(self, scores: Scores) -> None:
        """Show these adverts with their scores."""
        self._scores = scores
        self.show_again()

    def show_again(self) -> None:
        """Show what the search lets through; the chosen advert stays so."""
        if self._scores is None:
            return
        words = folded(self.search.text()).split()
        percents = self._scores.percents
        rows = [
            AdvertRow(p, percents.get(p.subject), p.subject in percents)
            for p in self._scores.postings.values()
            if not words or self._searched.has(p, words)
        ]
        chosen = self.current or self._last
        place = max(self.lines.currentIndex().row(), 0)
        self.model.show_rows(rows, self.orders.number)
        row = self.model.row_of(chosen)
        self._go_to_row(row if row >= 0 else min(place, len(rows) - 1))
        self._hint.setText(tr("No advert has these words. Try fewer or others."))
        self._hint.setVisible(bool(words) and not rows)

    def show_percents(self, subjects: Sequence[str]) -> None:
        """Show the scores of some adverts where they stand."""
        if self._scores is not None:
            percents = self._scores.percents
            wanted = {s: percents.get(s) for s in subjects}
            self.model.show_percents(wanted)

    def sort_again(self) -> None:
        """Put the adverts in the order of their scores."""
        if self._scores is not None:
            self.model.sort_again(tuple(self._scores.postings))

    def show_taught(self, number: int) -> None:
        """Say how much was taught."""
        text = tr_n("What you taught ({n})…", "What you taught ({n})…", number)
        self.taught.setText(text if number else tr("What you taught…"))
        self.taught.setVisible(number > 0)

    def choose(self, subject: str) -> None:
        """Stand on an advert; the search is emptied where it hides it."""
        if self.model.row_of(subject) < 0 and self.search.text():
            self.search.clear()
        self._go_to_row(self.model.row_of(subject))

    def focus_lines(self) -> None:
        """Give the keyboard to the list."""
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def make_read_only(self) -> None:
        """Take nothing in: it could not be stored."""
        for each in (self.paste, self.files):
            each.setEnabled(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), Qt.Key
        if self.search.hasFocus() and key in {keys.Key_Down, keys.Key_Return}:
            self.focus_lines()
        elif key == keys.Key_Escape and self.search.text():
            self.search.clear()
        elif self.lines.hasFocus() and key == keys.Key_Delete:
            self._remove()
        elif self.lines.hasFocus() and key in {keys.Key_Return, keys.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _go_to_row(self, row: int) -> None:
        index = self.model.index(row, 0)
        if row < 0 or not index.isValid():
            self.chosen.emit("")
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.lines.selectionModel().setCurrentIndex(index, flags)
        self.lines.scrollTo(index)
        self._on_current(index)

    def _remove(self) -> None:
        rows = [i.data(ROW) for i in sorted(self.lines.selectedIndexes())]
        subjects = [r.posting.subject for r in rows if isinstance(r, AdvertRow)]
        if subjects:
            self.remove_requested.emit(subjects)

    def _set_up_list(self) -> None:
        lines = self.lines
        lines.setModel(self.model)
        lines.setItemDelegate(PostingDelegate(lines))
        lines.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        lines.menu_requested.connect(self._on_menu)
        lines.selectionModel().currentChanged.connect(self._on_current)
        lines.clicked.connect(self._on_clicked)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(unit, unit // 2, unit // 2, unit // 2)
        column.setSpacing(unit // 2)
        adding, below = FlowLayout(), FlowLayout()
        adding.add(self.paste, self.files)
        gap = QWidget()
        below.add(self.orders, gap, self.taught)
        below.let_grow(gap)
        column.addLayout(adding)
        column.addWidget(self.search)
        column.addLayout(below)
        column.addWidget(self._hint)
        column.addWidget(self.lines, 1)
        self._hint.hide()
        self.taught.hide()

    def _on_order(self, _order: int) -> None:
        self.show_again()

    def _on_current(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, AdvertRow):
            self._last = row.posting.subject
            self.chosen.emit(self._last)

    def _on_clicked(self, _index: QModelIndex) -> None:
        self.clicked.emit()

    def _on_menu(self, at: QPoint) -> None:
        acts = (
            (tr("Open"), self.opened.emit),
            (tr("Remove"), self._remove),
        )
        self.lines.pop_up(acts, at)
