"""The command palette: everything that can be done or gone to, a few keys away.

It lies over the window as a widget of it: a window of its own could not be placed under
Wayland, and without a compositor its round corners would be black.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from tracker.typing_tools import override
from tracker.ui import icons, theme
from tracker.ui.palette_delegate import ROW, PaletteDelegate
from tracker.ui.palette_model import Entry, PaletteModel, spoken
from tracker.ui.widgets.cards import rule
from tracker.ui.widgets.label import frame, label
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

__all__ = ["Entry", "Palette"]

_ROWS = 9  # shown at once
_REMEMBERED = 8
_LONGEST = 200  # characters of a query


class Palette(QDialog):
    """Asks what to do; runs it after closing. Show it with ``open()`` or ``exec()``.

    Attributes:
        recent: The keys of what was run, the last one first, for the next palette.
    """

    ran = Signal(str)  # the key of an entry, just before it runs

    def __init__(
        self,
        parent: QWidget,
        entries: Sequence[Entry],
        recent: Sequence[str] = (),
        name: str = "",
        *,
        chosen: bool = True,
    ) -> None:
        """Offer ``entries`` over the window of ``parent``.

        Args:
            parent: The window, or anything in it.
            entries: All that can be found, the most wanted first.
            recent: The keys of entries that were run before, the last one first.
            name: What is asked for, where it is not all that the window can do.
            chosen: Whether the first entry is chosen before anything is typed; it is
                not where Enter at once would do what nobody meant.
        """
        super().__init__(parent.window())
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        self.setAccessibleName(name or tr("Command palette"))
        self.recent = list(recent)
        self._chosen = chosen
        self._before = QApplication.focusWidget()
        self._model = PaletteModel(entries, recent, self)
        self._field = _Field(name)
        self._table = _Table(self._model, entries)
        self._empty = label(kind="muted", wrap=True)
        self._foot = label(kind="muted")
        self._card = self._make_card()
        self._connect()
        self._search("")
        parent.window().installEventFilter(self)
        self._fit()

    def _make_card(self) -> QWidget:
        card = frame("palette", self)
        column = QVBoxLayout(card)
        unit = round(theme.unit(self))
        column.setContentsMargins(unit // 2, unit // 3, unit // 2, unit // 2)
        column.setSpacing(unit // 3)
        self._empty.setMargin(unit // 2)
        self._empty.setFixedHeight(unit * 5)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._foot.setIndent(unit // 2)
        self._foot.setMinimumWidth(1)
        for part in (self._field, rule(), self._table, self._empty, self._foot):
            column.addWidget(part)
        return card

    def _connect(self) -> None:
        self._field.textChanged.connect(self._search)
        self._field.returnPressed.connect(self._run_current)
        self._field.stepped.connect(self._table.step)
        self._table.clicked.connect(self._run)
        self._table.selectionModel().currentChanged.connect(self._on_current_changed)

    def _search(self, query: str) -> None:
        self._model.search(query)
        found = self._model.rowCount()
        self._table.setVisible(found > 0)
        self._empty.setVisible(found == 0)
        if found:
            self._table.go_to(0 if self._chosen or self._model.query else -1)
            several = tr_n("1 found", "{n} found", found) if self._model.query else ""
            keys = tr("↑ ↓ choose · Enter opens · Esc closes")
            self._foot.setText(f"{several} · {keys}" if several else keys)
        else:
            text = tr("Nothing here is called “{query}”.", query=query.strip()[:60])
            advice = tr("Type fewer letters, or a word from its title.")
            self._empty.setText(f"{text}\n{advice}")
            self._foot.setText(tr("Esc closes"))
            self._say(self._empty.text())
        self._fit()

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid() and self.isVisible():
            text = spoken(self._model.entry(index.row()))
            self._field.setAccessibleDescription(text)
            self._say(text)

    def _say(self, text: str) -> None:
        """Let a screen reader say something while the focus stays in the field."""
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _run_current(self) -> None:
        self._run(self._table.currentIndex())

    def _run(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        entry = self._model.entry(index.row())
        others = [key for key in self.recent if key != entry.key]
        self.recent = [entry.key, *others][:_REMEMBERED]
        self.accept()
        self.ran.emit(entry.key)
        entry.run()

    @override
    def done(self, a0: int) -> None:
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        super().done(a0)
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        """Cover the window, with the card near its top."""
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        unit = theme.unit(self)
        width = min(round(unit * 40), self.width() - round(unit * 2))
        top = round(min(self.height() * 0.12, unit * 7))
        room = self.height() - top - round(unit * 8)
        rows = max(min(self._model.rowCount(), _ROWS, int(room / (unit * ROW))), 3)
        self._table.setFixedHeight(round(unit * ROW) * rows)
        self._card.setFixedWidth(width)
        layout = self._card.layout()
        if layout is not None:
            layout.activate()
        height = self._card.sizeHint().height()
        self._card.setGeometry((self.width() - width) // 2, top, width, height)
        self.update()

    @override
    def eventFilter(self, a0: QObject, a1: QEvent) -> bool:
        if a1.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(a0, a1)

    @override
    def event(self, a0: QEvent) -> bool:
        if a0.type() == QEvent.Type.ShortcutOverride:
            a0.accept()  # the window's shortcuts rest while this is open
            return True
        if a0.type() == QEvent.Type.Show:
            self.raise_()
            self._take_keyboard()
            QTimer.singleShot(0, self, self._take_keyboard)
        return super().event(a0)

    def _take_keyboard(self) -> None:
        if self.isVisible():  # not closed again already
            self._field.setFocus()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # Qt's own name
        self._table.step(1 if next else -1)
        return True  # the focus stays in the field, as in a dialog

    @override
    def mousePressEvent(self, a0: QMouseEvent) -> None:
        if not self._card.geometry().contains(a0.position().toPoint()):
            self.reject()

    @override
    def paintEvent(self, a0: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.color("on_here")  # the dark one, in light and in dark
        ink.setAlpha(90)
        painter.fillRect(self.rect(), ink)
        ink.setAlpha(4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for spread in range(1, 18):
            area = QRectF(self._card.geometry()).adjusted(
                -spread, -spread + 8, spread, spread + 8
            )
            painter.drawRoundedRect(area, 14 + spread, 14 + spread)
        painter.end()


class _Field(QLineEdit):
    """Where the query is typed; tells of the keys that move through the list."""

    stepped = Signal(int)  # rows; a page is a thousand

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "palette")
        self.setMaxLength(_LONGEST)
        self.setFont(theme.scaled(self.font(), 1.12))
        usual = tr("Search skills, projects, pages and actions…")
        self.setPlaceholderText(name or usual)
        self.setAccessibleName(
            name or tr("Search skills, projects, stages and actions")
        )
        size = round(theme.unit(self))
        picture = icons.icon(
            "search", theme.current().muted, size, self.devicePixelRatio()
        )
        self.addAction(picture, QLineEdit.ActionPosition.LeadingPosition)

    @override
    def keyPressEvent(self, a0: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(a0.key()))
        if step is None:
            super().keyPressEvent(a0)
        else:
            self.stepped.emit(step)


_PAGE = 1000
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
}


class _Table(QTableView):
    """What was found; the keyboard stays in the field."""

    def __init__(self, model: PaletteModel, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(tr("Found"))
        kinds = sorted({entry.kind for entry in entries})
        self.setItemDelegate(PaletteDelegate(kinds, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.horizontalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(round(theme.unit(self) * ROW))

    def step(self, rows: int) -> None:
        """Go so many rows down; one further than the end goes to the start."""
        count = self.model().rowCount()
        if count == 0:
            return
        here = self.currentIndex().row()
        if here < 0:  # nothing is chosen yet
            self.go_to(count - 1 if rows < 0 else 0)
            return
        page = max(self.viewport().height() // max(self.rowHeight(0), 1) - 1, 1)
        if abs(rows) == _PAGE:
            there = min(max(here + page * rows // _PAGE, 0), count - 1)
        else:
            there = (here + rows) % count
        self.go_to(there)

    def go_to(self, row: int) -> None:
        """Choose a row and show it; `selectRow` fails right to left before a paint."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
