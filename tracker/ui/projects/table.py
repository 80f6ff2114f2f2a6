"""The list of projects, sorted by any of its columns."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from tracker.domain.due import When
from tracker.domain.ids import PROJECT
from tracker.services.wording import state_name
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.projects.words import STATES, ProjectCard
from tracker.ui.widgets.card_delegate import CARD
from tracker.ui.widgets.label import plain_tip
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

TITLE, STAGE, STATUS, MILESTONES, DUE, PROOF = range(6)
_TITLE_ROOM = 13  # lines of text, at least
_SORT = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class ProjectModel(QAbstractTableModel):
    """A row for each project."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self._cards: tuple[ProjectCard, ...] = ()

    def show_cards(self, cards: Sequence[ProjectCard]) -> None:
        """Hold other projects."""
        if tuple(cards) == self._cards:
            return
        self.beginResetModel()
        self._cards = tuple(cards)
        self.endResetModel()

    def row_of(self, subject: str) -> int:
        """Return the row of a project, -1 if it is not here."""
        subjects = [card.work.subject for card in self._cards]
        return subjects.index(subject) if subject in subjects else -1

    def subject(self, row: int) -> str:
        """Return the project of a row."""
        return self._cards[row].work.subject

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return PROOF + 1

    # Any: Qt's model interface has no narrower type.
    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card, roles = self._cards[index.row()], Qt.ItemDataRole
        if role in {CARD, roles.ToolTipRole}:
            return card if role == CARD else plain_tip(card.whole)
        if role in {roles.DisplayRole, _SORT}:
            values = _keys(card) if role == _SORT else _texts(card)
            return values[index.column()]
        late = card.when is When.OVERDUE and index.column() == DUE
        if role == roles.ForegroundRole and late:
            return theme.color("danger")
        first = role == roles.AccessibleTextRole and index.column() == TITLE
        return card.spoken if first else None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = {
            TITLE: tr("Project"),
            STAGE: tr("Stage"),
            STATUS: tr("Status"),
            MILESTONES: tr("Milestones"),
            DUE: tr("Due"),
            PROOF: tr("Proof"),
        }
        return names[section]


def _texts(card: ProjectCard) -> tuple[str, ...]:
    count = len(card.work.milestones)
    done = tr("{done} / {all}", done=card.work.milestones_done, all=count)
    status = state_name(card.work.status, PROJECT)
    if card.work.archived:
        status = tr("{status}, archived", status=status)
    done = done if count else "–"
    return card.work.title, card.stage, status, done, card.due, card.proof


def _keys(card: ProjectCard) -> tuple[Any, ...]:
    """Return what each column is sorted by."""
    title = card.work.title.casefold()
    due = card.work.next_due or date.max
    place = STATES.index(card.work.status)
    grade = int(card.grade)
    return title, card.stage, place, card.part_done, due.isoformat(), grade


class ProjectTable(QTableView):
    """The list; a click on a heading sorts by it."""

    chosen = Signal(str)
    opened = Signal()

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.projects = ProjectModel()
        self.sorted = QSortFilterProxyModel()
        self.sorted.setSourceModel(self.projects)
        self.sorted.setSortRole(_SORT)
        self.setModel(self.sorted)
        self.setProperty("kind", "report")
        self.setAccessibleName(tr("List of projects"))
        self.setSortingEnabled(True)
        self.sortByColumn(DUE, Qt.SortOrder.AscendingOrder)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(theme.unit(self) * 2.1))
        behaviour = QAbstractItemView.SelectionBehavior.SelectRows
        self.setSelectionBehavior(behaviour)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_cards(self, cards: Sequence[ProjectCard], chosen: str) -> None:
        """Show these projects, one of them chosen."""
        self.projects.show_cards(cards)
        self.choose(chosen)
        self._fit()

    def choose(self, subject: str) -> None:
        """Mark a project as chosen, without telling."""
        row = self.projects.row_of(subject)
        if row < 0:
            return
        column = max(self.currentIndex().column(), 0)
        index = self.sorted.mapFromSource(self.projects.index(row, column))
        flag = QItemSelectionModel.SelectionFlag
        blocked = self.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.blockSignals(blocked)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out columns where the titles would have no room; a tip says all."""
        columns = (STATUS, DUE, MILESTONES, STAGE, PROOF)  # what is kept longest first
        left = self.viewport().width() - theme.unit(self) * _TITLE_ROOM
        header = self.horizontalHeader()
        for column in columns:
            self.showColumn(column)  # Qt gives no size of the heading of a hidden one
            heading = header.sectionSizeHint(column)
            left -= max(self.sizeHintForColumn(column), heading)
            self.setColumnHidden(column, left < 0)

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self.sorted.mapToSource(index).row()
            self.chosen.emit(self.projects.subject(row))
