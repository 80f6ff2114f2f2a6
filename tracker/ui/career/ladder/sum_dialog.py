"""The sum behind a percentage: every term, the total, and the formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker.services.career_words import (
    formula_text,
    sum_text,
    term_state,
)
from tracker.services.wording_scores import hundredths
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.cards import Buttons
from tracker.ui.widgets.fields import size_for_screen
from tracker.ui.widgets.label import button, label, plain_tip
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tracker.domain.readiness import Readiness, Term
    from tracker.services.career import CareerBook

_NAMES, _NUMBERS = (0, 1), (2, 4, 5)  # columns
_NARROWEST = 9  # lines that a column of names is wide, at least


class _SumTable(QTableView):
    """Names take the room that is left, but never too little to be read."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        heads = self.horizontalHeader()
        count = range(heads.count())
        taken = sum(heads.sectionSize(n) for n in count if n not in _NAMES)
        left = (self.viewport().width() - taken) // len(_NAMES)
        for column in _NAMES:
            narrowest = round(theme.unit(self) * _NARROWEST)
            heads.resizeSection(column, max(left, narrowest))
        self.resizeRowsToContents()  # a long name takes two lines


class SumDialog(QDialog):
    """A table that can be checked by hand, and copied."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        readiness: Readiness,
        book: CareerBook,
    ) -> None:
        """Show a sum as it was when it was opened."""
        super().__init__(parent)
        self.setWindowTitle(tr("How it is counted: {title}", title=title))
        self._heads = (
            tr("Asked for"),
            tr("The skill that counts"),
            tr("Weight"),
            tr("What I have"),
            tr("Credit"),
            tr("Points"),
        )
        self._rows = [_cells(term, book) for term in readiness.terms]
        self.total = label(sum_text(readiness), "heading", wrap=True)
        self.table = self._table()
        copy = button(tr("Copy all"), self.copy_all)
        close = button(tr("Close"), self.accept, "primary")
        close.setDefault(True)
        unit = round(theme.unit(self))
        box = QVBoxLayout(self)
        box.setContentsMargins(unit * 3 // 2, unit * 3 // 2, unit * 3 // 2, unit)
        box.setSpacing(unit * 3 // 4)
        box.addWidget(label(title, "title", wrap=True))
        box.addWidget(label(formula_text(), "muted", wrap=True))
        box.addWidget(self.table, 1)
        box.addWidget(self.total)
        box.addWidget(Buttons(close, copy))
        size_for_screen(self, 64, 40)
        self.table.setFocus()

    def text(self) -> str:
        """Return everything as text, columns divided by tabs."""
        lines = ["\t".join(self._heads), *("\t".join(row) for row in self._rows)]
        return "\n".join([*lines, self.total.text(), formula_text()])

    def copy_all(self) -> None:
        """Put the sum on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())

    def _table(self) -> QTableView:
        model = QStandardItemModel(len(self._rows), len(self._heads), self)
        model.setHorizontalHeaderLabels(list(self._heads))
        for column in range(len(self._heads)):
            side = _side(column)
            way = Qt.Orientation.Horizontal
            model.setHeaderData(column, way, side, Qt.ItemDataRole.TextAlignmentRole)
        for number, row in enumerate(self._rows):
            for column, text in enumerate(row):
                model.setItem(number, column, self._item(column, text))
        table = _SumTable()
        table.setAccessibleName(tr("The terms of the sum"))
        table.setProperty("kind", "report")
        table.setModel(model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        table.verticalHeader().setVisible(False)
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in _NAMES:
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setCurrentIndex(model.index(0, 0))
        return table

    def _item(self, column: int, text: str) -> QStandardItem:
        item = QStandardItem(text)
        item.setEditable(False)
        item.setToolTip(plain_tip(text))
        name = tr("{name}: {text}", name=self._heads[column], text=text)
        item.setData(name, Qt.ItemDataRole.AccessibleTextRole)
        item.setTextAlignment(_side(column))
        return item


def _side(column: int) -> Qt.AlignmentFlag:
    """Return where the words of a column stand, and its head above them."""
    sides = Qt.AlignmentFlag
    end = sides.AlignTrailing if column in _NUMBERS else sides.AlignLeading
    return sides.AlignVCenter | end


def _cells(term: Term, book: CareerBook) -> tuple[str, ...]:
    return (
        book.name(term.asked),
        book.title_of(term.best),
        str(term.asked.weight),
        term_state(term),
        hundredths(term.credit),
        hundredths(term.points),
    )
