"""Everything that is wrong in a roadmap file, as a table to read and to copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.breaks import breakable
from tracker.ui.widgets.cards import Buttons
from tracker.ui.widgets.fields import PathField, size_for_screen
from tracker.ui.widgets.label import button, label, plain_tip
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from tracker.domain.errors import Problem

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_LONGEST = 400  # characters of a cell; the tool tip and the copy have the rest
_SHARES = (0.0, 0.27, 0.30, 0.43)  # of the width, after the line


class ProblemModel(QAbstractTableModel):
    """One row a problem: line, place, found, expected."""

    def __init__(
        self, problems: Sequence[Problem], parent: QObject | None = None
    ) -> None:
        """Show ``problems`` in their order."""
        super().__init__(parent)
        several = len({problem.file for problem in problems}) > 1
        self._rows = [_cells(problem, named=several) for problem in problems]
        self._heads = (tr("Line"), tr("Place"), tr("Found"), tr("Expected"))

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    # Any: what Qt's models return.
    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = self._heads[index.column()]
            return tr("{name}: {text}", name=name, text=text)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        tip = role == Qt.ItemDataRole.ToolTipRole
        known = tip or role == Qt.ItemDataRole.DisplayRole
        return (plain_tip(text) if tip else text) if known else None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            middle = Qt.AlignmentFlag.AlignVCenter
            return int(middle | Qt.AlignmentFlag.AlignLeading)
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None


def _cells(problem: Problem, *, named: bool) -> tuple[str, str, str, str]:
    line = str(problem.line) if problem.line else "–"
    place = problem.path or tr("The whole file")
    if named:
        name = Path(problem.file).name
        place = tr("{file}: {place}", file=name, place=place)
    return line, place, problem.found, problem.expected


class ProblemsPanel(QWidget):
    """A title, what it means, and the table."""

    def __init__(self, title: str, problems: Sequence[Problem]) -> None:
        """Show ``problems`` under a title."""
        super().__init__()
        self._problems = problems
        sentence = tr(
            "Nothing was changed. Mend the file in any text editor and add it again."
        )
        self.table = _Table(problems)
        self.copy_button = button(tr("Copy all"), self.copy_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(theme.unit(self) * 0.6))
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(label(sentence, "muted", wrap=True))
        column.addWidget(self.table, 1)

    def copy_all(self) -> None:
        """Put every problem on the clipboard, one a line."""
        QGuiApplication.clipboard().setText("\n".join(map(str, self._problems)))
        self.copy_button.setText(tr("Copied"))


class ProblemsDialog(QDialog):
    """The report in a window of its own."""

    def __init__(
        self, parent: QWidget | None, path: Path, problems: Sequence[Problem]
    ) -> None:
        """Show what is wrong in the file at ``path``."""
        super().__init__(parent)
        n = len(problems)
        title = tr_n(
            "1 problem in this roadmap file", "{n} problems in this roadmap file", n
        )
        self.setWindowTitle(tr("Problems in {name}", name=path.name[:80]))
        self.panel = ProblemsPanel(title, problems)
        close = button(tr("Close"), self.accept, "primary")
        close.setDefault(True)
        unit = round(theme.unit(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(unit * 3 // 2, unit * 3 // 2, unit * 3 // 2, unit)
        column.setSpacing(unit * 3 // 4)
        column.addWidget(self.panel, 1)
        column.addWidget(PathField(tr("File"), path))
        column.addWidget(Buttons(close, self.panel.copy_button))
        size_for_screen(self, 52, 32)
        self.panel.table.setFocus()


def show_problems(
    parent: QWidget | None, path: Path, problems: Sequence[Problem]
) -> ProblemsDialog:
    """Open the report on a file over a window, and return it."""
    dialog = ProblemsDialog(parent, path, problems)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


class _Table(QTableView):
    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Problems"))
        self.setProperty("kind", "report")
        self.setModel(ProblemModel(problems, self))
        self.setItemDelegate(_Delegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setVisible(False)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        if problems:
            self.setCurrentIndex(self.model().index(0, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        unit = theme.unit(self)
        line = round(unit * 3.4)
        room = max(self.viewport().width() - line, unit * 28)  # narrower: it scrolls
        self.setColumnWidth(0, line)
        for column in (1, 2, 3):
            self.setColumnWidth(column, int(room * _SHARES[column]))
        self.resizeRowsToContents()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({i.row() for i in self.selectedIndexes()})
            model = self.model()
            texts = [
                "\t".join(str(model.index(row, n).data()) for n in range(4))
                for row in rows
            ]
            QGuiApplication.clipboard().setText("\n".join(texts))
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Lets long words break, so that a narrow column cuts nothing off."""

    @override
    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:
        text = str(value)
        shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        return breakable(shown)
