"""The Journal page: the learner's own lines, the newest first, one of them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.edit import BRIEF, NOTE, REMOVED, TEXT, TITLE
from tracker.domain.ids import ENTRY, kind_of
from tracker.domain.work import Entry
from tracker.services.found import Hit
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.journal.delegate import JournalDelegate
from tracker.ui.journal.editor import EntryEditor
from tracker.ui.journal.filters import Filters
from tracker.ui.journal.model import ROW, JournalModel
from tracker.ui.widgets.fields import LineField
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.label import button, frame, label
from tracker.ui.widgets.segmented import Segmented
from tracker.words import tr

_SEARCHED = frozenset({TEXT, NOTE, BRIEF, TITLE, REMOVED})  # may change what is found

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent

    from tracker.domain.edit import StoredEdit
    from tracker.domain.progress import Progress
    from tracker.domain.proof import Evidence
    from tracker.services.ports import Reader


class JournalPage(QWidget):
    """Lists lines by day or week, finds words in all that was written, edits a line."""

    log_requested = Signal()
    report_requested = Signal()
    join_requested = Signal(list)  # subjects of lines of one day
    remove_requested = Signal(list)  # subjects of lines
    opened = Signal(str)  # a skill, project, or what a note is on

    def __init__(
        self,
        reader: Reader,
        today: Callable[[], date],
        proof: Callable[[], tuple[Evidence, Progress]],
    ) -> None:
        """Show the newest lines.

        Args:
            reader: Where lines are read.
            today: Returns the learner's own day.
            proof: Returns all proof, and how far the learner is.
        """
        super().__init__()
        self._reader, self._proof = reader, proof
        self.search = LineField()
        self.search.setPlaceholderText(tr("Search all that you wrote…"))
        self.search.setAccessibleName(tr("Search all that you wrote"))
        self.search.setClearButtonEnabled(True)
        self.periods = Segmented((tr("Days"), tr("Weeks")), tr("How lines are grouped"))
        self.filters = Filters()
        self.only = self.filters.only
        self.log = button(tr("Log what you did"), self.log_requested.emit, "primary")
        self.report = button(tr("Report…"), self.report_requested.emit)
        self.lines = QListView()
        self.model = JournalModel(reader, self.lines)
        self.editor = EntryEditor(reader.title, today)
        self._gap = QWidget()  # pushes the buttons to the end of their line
        self._hint = label("", "muted", wrap=True)
        self._by_week = False
        self._asked = ("", "", "")  # words, subject and month of what is shown
        self._set_up_list()
        self._lay_out()
        self._connect()
        self.show_all()

    def show_all(self) -> None:
        """Read again, and keep the line that is open open."""
        words, wanted = self.search.text().strip(), self.filters
        current, place = self.current_subject(), self.lines.currentIndex().row()
        asked = (words, wanted.subject, wanted.month)
        is_same = asked == self._asked
        if not is_same:  # other lines: their first one is next
            self._asked, place = asked, 0
        if words:
            self.model.show_found(words)
        else:
            self.model.show_about(
                wanted.subject, by_week=self._by_week, until=wanted.last_day
            )
        self.filters.setVisible(not words)
        self._say_if_empty(words)
        row = self.model.row_of(current)
        if not (row < 0 and is_same and self._keep_open(current)):
            self.go_to(row if row >= 0 else self._nearest(place))

    def _keep_open(self, subject: str) -> bool:
        """Keep a line open that the keyboard is in and that fits the list no more.

        Another one in its place would take what is typed next.
        """
        focus, open_one = QApplication.focusWidget(), self.editor.entry
        if open_one is None or focus is None or not self.editor.isAncestorOf(focus):
            return False
        entry = self._reader.entry(open_one.subject)
        if entry is None or subject not in {"", entry.subject}:
            return False
        self.editor.show_entry(entry)
        return True

    def show_about(self, subject: str) -> None:
        """Show the lines about one skill or project."""
        self.search.clear()
        self.filters.show_about(subject, self._reader.title(subject) or subject)

    def show_month(self, month: str) -> None:
        """Show the lines of a month such as "2026-11", and those before it."""
        self.search.clear()
        self.filters.show_month(month)
        self.go_to(self._nearest(0))

    def show_line(self, subject: str) -> None:
        """Show one line, wherever it stands."""
        entry = self._reader.entry(subject)
        if entry is None:
            return
        self.search.clear()
        if self.filters.subject:
            self.filters.show_about("", "")
        if self.model.row_of(subject) < 0:
            self.filters.show_month(entry.day.isoformat()[:7])
        self.go_to(self.model.row_of(subject))

    def show_change(self, stored: StoredEdit) -> None:
        """Take in a stored edit: about a line, a name, or what a search finds."""
        changes = stored.edit.changes
        for change in changes:
            if kind_of(change.subject) == ENTRY and change.field == TEXT:
                self.editor.text.take_in(change)
        if any(c.field == TITLE for c in changes):
            self.model.forget_titles()
        searched = _SEARCHED if self.search.text().strip() else {TITLE}
        if any(kind_of(c.subject) == ENTRY or c.field in searched for c in changes):
            self.show_all()
        else:
            self._show_proof()

    def go_to(self, row: int) -> None:
        """Open the line of a row, if there is one."""
        index = self.model.index(row, 0)
        if row >= 0 and index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.lines.selectionModel().setCurrentIndex(index, flags)
            self._show_row(index)
        else:
            self.editor.show_nothing(tr("The line you choose is shown here."))

    def current_subject(self) -> str:
        """Return the line or note that is chosen, empty for none."""
        row = self.lines.currentIndex().data(ROW)
        return row.subject if isinstance(row, (Entry, Hit)) else ""

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was typed is stored."""
        return self.editor.is_saved

    def save(self) -> None:
        """Store what is being typed."""
        self.editor.save()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        in_list = self.lines.hasFocus()
        row = self.lines.currentIndex().data(ROW)
        if self.search.hasFocus() and key in {Qt.Key.Key_Down, Qt.Key.Key_Return}:
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif in_list and key == Qt.Key.Key_Delete and isinstance(row, Entry):
            self._remove()
        elif in_list and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(row)
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> list[Entry]:
        """Return the lines that are chosen, from top to bottom; else the open one."""
        rows = [i.data(ROW) for i in sorted(self.lines.selectedIndexes())]
        open_one = self.editor.entry
        lines = [row for row in rows if isinstance(row, Entry)]
        return lines or ([] if open_one is None else [open_one])

    def _to_join(self) -> list[Entry]:
        """Return the chosen lines; of one alone, it and the one below."""
        chosen = self._chosen()
        if len(chosen) == 1 and not self.model.words:
            below = self.model.row(self.lines.currentIndex().row() + 1)
            chosen += [below] if isinstance(below, Entry) else []
        return chosen

    def _join(self) -> None:
        self.editor.save()
        self.join_requested.emit([entry.subject for entry in self._to_join()])

    def _remove(self) -> None:
        self.remove_requested.emit([entry.subject for entry in self._chosen()])

    def _show_offers(self) -> None:
        """Offer what can be done with the lines that are chosen."""
        lines = self._to_join()
        possible = len(lines) > 1 and len({entry.day for entry in lines}) == 1
        self.editor.offer_join(len(self._chosen()), possible=possible)

    def _show_proof(self) -> None:
        if self.editor.entry is not None:
            self.editor.show_evidence(*self._proof())

    def _open(self, row: object) -> None:
        if isinstance(row, Entry):
            self.editor.text.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(row, Hit) and not row.is_removed:
            self._open_subject(row.subject)

    def _open_subject(self, subject: str) -> None:
        if kind_of(subject) == ENTRY:
            self.show_line(subject)
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.opened.emit(subject)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.show_all)
        self.periods.chosen.connect(self._on_period_chosen)
        self.filters.changed.connect(self.show_all)
        self.lines.selectionModel().currentChanged.connect(self._show_row)
        self.lines.selectionModel().selectionChanged.connect(self._show_offers)
        self.lines.activated.connect(self._on_activated)
        self.editor.join_requested.connect(self._join)
        self.editor.remove_requested.connect(self._remove)
        self.editor.opened.connect(self._open_subject)
        # Shortcuts, as the list itself takes letters to look for a line.
        for keys, run in (
            ("J", self._join),
            ("S", self.editor.split.click),
            ("F", self.filters.about_requested.emit),
            ("G", self.filters.month_requested.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.lines, run)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _set_up_list(self) -> None:
        self.lines.setModel(self.model)
        self.lines.setItemDelegate(JournalDelegate(self.lines))
        self.lines.setAccessibleName(tr("Lines of the journal"))
        self.lines.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setMouseTracking(True)
        extended = QAbstractItemView.SelectionMode.ExtendedSelection
        self.lines.setSelectionMode(extended)

    def _lay_out(self) -> None:
        unit = round(theme.unit(self))
        left = frame("panel")
        column = QVBoxLayout(left)
        column.setContentsMargins(unit, unit, unit // 2, unit // 2)
        column.setSpacing(unit // 2)
        top = FlowLayout()
        top.add(self.periods, self._gap, self.report, self.log)
        top.let_grow(self._gap)
        column.addLayout(top)
        column.addWidget(self.search)
        column.addWidget(self.filters)
        column.addWidget(self._hint)
        column.addWidget(self.lines, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.editor)
        self.splitter.setSizes([unit * 40, unit * 30])
        left.setMinimumWidth(unit * 18)
        self.editor.setMinimumWidth(unit * 16)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.splitter)

    def _say_if_empty(self, words: str) -> None:
        empty = self.model.rowCount() == 0
        if words:
            text = tr("Nothing you wrote has these words. Try fewer or others.")
        elif self.filters.subject or self.filters.month:
            text = tr("No line is like this. The × takes a choice back.")
        else:
            text = tr(
                "Here stands what you did, line by line: “1h30 wrote the login tests "
                "#unit-tests yesterday”. Ctrl+L writes one from anywhere."
            )
        self._hint.setText(text)
        self._hint.setVisible(empty)

    def _nearest(self, place: int) -> int:
        """Return the first line or hit from a place on, else the last before it."""
        count = self.model.rowCount()
        order: tuple[int, ...] = (
            *range(max(place, 0), count),
            *range(min(place, count) - 1, -1, -1),
        )
        for number in order:
            if isinstance(self.model.row(number), (Entry, Hit)):
                return number
        return -1

    def _show_row(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Entry):
            self.editor.show_entry(row)
            self._show_proof()
            self._show_offers()
        elif isinstance(row, Hit):
            self.editor.show_hit(row)

    def _on_activated(self, index: QModelIndex) -> None:
        self._open(index.data(ROW))

    def _on_period_chosen(self, way: int) -> None:
        self.periods.choose(way)
        self._by_week = bool(way)
        self.show_all()
