"""The Journal page: the learner's own lines, the newest first, one of them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.edit import NOTE
from tracker.domain.ids import ENTRY, kind_of
from tracker.domain.work import Entry
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.journal.delegate import JournalDelegate
from tracker.ui.journal.editor import EntryEditor
from tracker.ui.journal.model import ROW, JournalModel
from tracker.ui.journal.rows import NoteRow
from tracker.ui.widgets.fields import LineField
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.label import button, frame, label, plain_tip
from tracker.ui.widgets.segmented import Segmented
from tracker.words import tr

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent

    from tracker.domain.edit import StoredEdit
    from tracker.services.ports import Reader


class JournalPage(QWidget):
    """Lists lines by day or week, finds words in all that was written, edits a line."""

    log_requested = Signal()
    report_requested = Signal()
    join_requested = Signal(list)  # subjects of lines of one day
    remove_requested = Signal(list)  # subjects of lines
    told = Signal(str)  # why nothing was done
    opened = Signal(str)  # a skill, project, or what a note is on

    def __init__(self, reader: Reader, today: date) -> None:
        """Read from ``reader``; ``today`` is the learner's own day."""
        super().__init__()
        self._reader = reader
        self._about = ""  # the one subject whose lines are shown
        self.search = LineField()
        self.search.setPlaceholderText(tr("Search lines and notes…"))
        self.search.setAccessibleName(tr("Search lines and notes"))
        self.search.setClearButtonEnabled(True)
        self.periods = Segmented((tr("Days"), tr("Weeks")), tr("How lines are grouped"))
        self.only = button("", self.show_everything, "chip")
        self.log = button(tr("Log what you did"), self.log_requested.emit, "primary")
        self.report = button(tr("Report…"), self.report_requested.emit)
        self.join = button(tr("Join lines"), self._join)
        tip = tr("Makes one line of those of one day that are chosen; J in the list")
        self.join.setToolTip(plain_tip(tip))
        self.join.setAccessibleDescription(tip)
        self.lines = QListView()
        self.model = JournalModel(reader, self.lines)
        self.editor = EntryEditor(reader.title, today)
        self._hint = label("", "muted", wrap=True)
        self._by_week = False
        self._gap = QWidget()  # pushes the buttons to the end of their line
        self._set_up_list()
        self._lay_out()
        self.search.textChanged.connect(self.show_all)
        self.periods.chosen.connect(self._on_period_chosen)
        self.editor.remove_requested.connect(self._remove)
        self.show_all()

    def show_all(self) -> None:
        """Read again, and keep the line that is open open."""
        current = self.current_subject()
        words = self.search.text().strip()
        if words:
            self.model.show_found(words)
        elif self._about:
            self.model.show_about(self._about, by_week=self._by_week)
        else:
            self.model.show_all(by_week=self._by_week)
        self.only.setVisible(bool(self._about) and not words)
        self._say_if_empty(words)
        row = self.model.row_of(current)
        self.go_to(row if row >= 0 else self._first())
        self._show_choice()

    def show_about(self, subject: str) -> None:
        """Show the lines about one skill or project."""
        self._about = subject
        title = self._reader.title(subject) or subject
        self.only.setText(tr("About {title}  ×", title=title).replace("&", "&&"))
        self.search.clear()
        self.show_all()

    def show_everything(self) -> None:
        """Show the lines about everything again."""
        self._about = ""
        self.show_all()

    def show_change(self, stored: StoredEdit) -> None:
        """Take in a stored edit that may be about a line or a note."""
        changes = stored.edit.changes
        if any(kind_of(c.subject) == ENTRY or c.field == NOTE for c in changes):
            self.show_all()

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
        return row.subject if isinstance(row, (Entry, NoteRow)) else ""

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

    def _join(self) -> None:
        """Ask for the chosen lines to be made one."""
        if self._can_join():
            self.join_requested.emit([line.subject for line in self._chosen()])
        else:
            text = tr(
                "Choose two or more lines of one day to join them: Shift with an arrow"
            )
            self.told.emit(text)

    def _remove(self) -> None:
        self.remove_requested.emit([line.subject for line in self._chosen()])

    def _chosen(self) -> list[Entry]:
        """Return the lines that are chosen, from above; notes are none."""
        chosen = sorted(self.lines.selectionModel().selectedIndexes())
        rows = [index.data(ROW) for index in chosen]
        return [row for row in rows if isinstance(row, Entry)]

    def _can_join(self) -> bool:
        chosen = self._chosen()
        return len(chosen) > 1 and len({line.day for line in chosen}) == 1

    def _show_choice(self) -> None:
        self.join.setEnabled(self._can_join())
        chosen = len(self._chosen())
        many = tr("Delete the {n} chosen", n=chosen)
        one = tr("Delete this line")
        self.editor.remove.setText(many if chosen > 1 else one)

    def _open(self, row: object) -> None:
        if isinstance(row, NoteRow):
            self.opened.emit(row.subject)
        elif isinstance(row, Entry):
            self.editor.text.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_up_list(self) -> None:
        self.lines.setModel(self.model)
        self.lines.setItemDelegate(JournalDelegate(self.lines))
        self.lines.setAccessibleName(tr("Lines of the journal"))
        self.lines.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setMouseTracking(True)
        extended = QAbstractItemView.SelectionMode.ExtendedSelection
        self.lines.setSelectionMode(extended)
        self.lines.selectionModel().currentChanged.connect(self._show_row)
        self.lines.selectionModel().selectionChanged.connect(self._show_choice)
        self.lines.activated.connect(self._on_activated)
        # A shortcut, as the list itself takes letters to look for a line.
        join = QShortcut(QKeySequence("J"), self.lines, self._join)
        join.setContext(Qt.ShortcutContext.WidgetShortcut)

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
        column.addWidget(self.only, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._hint)
        column.addWidget(self.lines, 1)
        column.addWidget(self.join, 0, Qt.AlignmentFlag.AlignLeft)
        self.only.hide()
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
        else:
            text = tr(
                "Here stands what you did, line by line: “1h30 wrote the login tests "
                "#unit-tests yesterday”. Ctrl+L writes one from anywhere."
            )
        self._hint.setText(text)
        self._hint.setVisible(empty)

    def _first(self) -> int:
        for number in range(self.model.rowCount()):
            if isinstance(self.model.row(number), (Entry, NoteRow)):
                return number
        return -1

    def _show_row(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Entry):
            self.editor.show_entry(row)
        elif isinstance(row, NoteRow):
            sentence = tr("A note on “{title}”. Enter opens it.", title=row.title)
            self.editor.show_nothing(sentence)

    def _on_activated(self, index: QModelIndex) -> None:
        self._open(index.data(ROW))

    def _on_period_chosen(self, way: int) -> None:
        self.periods.choose(way)
        self._by_week = bool(way)
        self.show_all()
