"""The terms of the formula as a list: what is asked for, and what counts of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF

from tracker.domain.work import Grade
from tracker.services.scores import SheetLine
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.career.postings.menu_list import MenuList
from tracker.ui.career.postings.words import line_title, line_words, points_text
from tracker.ui.widgets.grade_mark import draw_grade
from tracker.ui.widgets.label import plain_tip
from tracker.ui.widgets.row_paint import (
    RowDelegate,
    draw_words,
    paint_background,
    paint_choice,
    sides,
    without,
)
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    TitleOf = Callable[[str], str]

Index = QModelIndex | QPersistentModelIndex
LINE, TITLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_NO_PARENT = QModelIndex()
_LEAST = 11  # lines of text that are seen of a long list, however low the window


class TermModel(QAbstractListModel):
    """A row for each line of a sheet."""

    def __init__(self, title_of: TitleOf) -> None:
        """Hold nothing yet; ``title_of`` returns the title of a skill."""
        super().__init__()
        self._title_of = title_of
        self._lines: tuple[SheetLine, ...] = ()

    def show_lines(self, lines: Sequence[SheetLine]) -> None:
        """Hold other lines; where only what the learner has moved, rows stay."""
        before, self._lines = self._lines, tuple(lines)
        if [_place(line) for line in before] != [_place(line) for line in self._lines]:
            self.beginResetModel()
            self.endResetModel()
            return
        for number, line in enumerate(before):
            if line != self._lines[number]:
                index = self.index(number, 0)
                self.dataChanged.emit(index, index)

    def line(self, number: int) -> SheetLine | None:
        """Return a line, if there is one of that number."""
        return self._lines[number] if 0 <= number < len(self._lines) else None

    def row_of(self, skills: Sequence[str]) -> int:
        """Return the row that asks for these skills, or one of them; -1 if none."""
        rows = [n for n, line in enumerate(self._lines) if line.any == tuple(skills)]
        rows += [
            n
            for n, line in enumerate(self._lines)
            if not set(skills).isdisjoint(line.any)
        ]
        return rows[0] if rows else -1

    def row_at(self, place: int) -> int:
        """Return the row one of whose hits is at a place of the text, else -1."""
        for number, line in enumerate(self._lines):
            if any(hit.start <= place < hit.end for hit in line.hits):
                return number
        return -1

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    # Any: what Qt's models return.
    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        title = line_title(line, self._title_of)
        roles = Qt.ItemDataRole
        if role == LINE:
            return line
        if role in {roles.DisplayRole, TITLE}:
            return title
        if role == roles.AccessibleTextRole:
            parts = (title, line_words(line), points_text(line))
            return ", ".join(filter(None, parts))
        return plain_tip(title) if role == roles.ToolTipRole else None


class TermDelegate(RowDelegate):
    """Title and points; below how much it is needed, and how it is proved."""

    height = 2.7

    @override
    def paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = index.data(LINE)
        if not isinstance(line, SheetLine):
            return
        paint_choice(painter, option)
        paint_background(painter, option)
        _paint_line(painter, option, line, str(index.data(TITLE)))


def _place(line: SheetLine) -> tuple[object, ...]:
    """Return what of a line makes it another row."""
    return line.any, line.need, line.hits, line.reason


def _paint_line(
    painter: QPainter, option: QStyleOptionViewItem, line: SheetLine, title: str
) -> None:
    unit = QFontMetricsF(option.font).height()
    area = QRectF(option.rect).adjusted(
        unit * 0.6, unit * 0.2, -unit * 0.6, -unit * 0.2
    )
    start, end = sides(option.direction)
    small = theme.scaled(option.font, theme.SMALL)
    points = points_text(line)
    painter.setFont(small)
    painter.setPen(theme.color("muted"))
    draw_words(painter, area, points, end)
    tail = QFontMetricsF(small).horizontalAdvance(points) + unit * 0.6
    room = without(area, 0, tail, option.direction)
    first, second = QRectF(room), QRectF(room)
    first.setHeight(room.height() * 0.54)
    second.setTop(room.top() + room.height() * 0.52)
    grade = Grade.NONE if line.term is None else line.term.grade
    if grade is not Grade.NONE:
        mark = QRectF(0, 0, unit * 0.8, unit * 0.62)
        mark.moveCenter(second.center())
        if option.direction == Qt.LayoutDirection.RightToLeft:
            mark.moveRight(second.right())
        else:
            mark.moveLeft(second.left())
        draw_grade(painter, mark, grade)
        second = without(second, unit * 1.15, 0, option.direction)
    role = "text" if line.term is not None else "muted"
    for part, text, font, color in (
        (first, title, option.font, role),
        (second, line_words(line), small, _role(line)),
    ):
        painter.setFont(font)
        painter.setPen(theme.color(color))
        draw_words(painter, part, text, start)


def _role(line: SheetLine) -> str:
    """Return the colour of what is said below a title; the words say the same."""
    if line.term is None:
        return "muted"
    if line.term.has:
        return "done"
    return "here_text" if line.term.learning else "danger"


class TermList(MenuList):
    """The terms; standing on one chooses it."""

    chosen = Signal()
    opened = Signal()  # Enter: the keyboard goes to its hits

    def __init__(self, title_of: TitleOf) -> None:
        """Show nothing yet."""
        super().__init__(tr("What the advert asks for"))
        self.terms = TermModel(title_of)
        self.setModel(self.terms)
        self.setItemDelegate(TermDelegate(self))
        self.selectionModel().currentChanged.connect(self._on_current)
        self.activated.connect(self.opened)

    @property
    def line(self) -> SheetLine | None:
        """Return the line that the list stands on."""
        return self.terms.line(self.currentIndex().row())

    def show_lines(self, lines: Sequence[SheetLine], *, other: bool) -> None:
        """Show other lines; the list stands on the same skills if they are there.

        Args:
            lines: What is shown.
            other: Whether of another advert, which begins with its first line; else
                what follows a line that is gone is stood on.
        """
        before, place = self.line, 0 if other else self.currentIndex().row()
        self.terms.show_lines(lines)
        self._fit()
        row = -1 if before is None else self.terms.row_of(before.any)
        last = self.terms.rowCount() - 1
        self.choose(row if row >= 0 else max(min(place, last), 0))

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() == e.Type.FontChange and hasattr(self, "terms"):
            self._fit()

    def _fit(self) -> None:
        """Be as high as the rows, and at least so high that some can be seen."""
        least = round(theme.unit(self) * _LEAST)
        whole = self.sizeHintForRow(0) * self.terms.rowCount() + self.frameWidth() * 2
        self.setMinimumHeight(min(least, whole))
        self.setMaximumHeight(max(whole, 1))

    def choose(self, row: int) -> None:
        """Stand on a row."""
        index = self.terms.index(row, 0)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)
        self.chosen.emit()

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit()
