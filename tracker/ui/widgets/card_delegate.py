"""Paint a card of a board: title, detail, a bar, what is due, a last line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
)

from tracker.domain.due import When
from tracker.domain.work import Grade
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.bar import draw_bar
from tracker.ui.widgets.clamped_label import wrapped
from tracker.ui.widgets.fields import draw_icon
from tracker.ui.widgets.grade_mark import draw_grade
from tracker.ui.widgets.row_paint import RowDelegate, sides, without

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFont


CARD = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCard:
    """What a card on a board says.

    Attributes:
        subject: What it is about.
        column: The key of the column in which it stands.
        state: What that means, in words.
        title: Its first lines.
        detail: The small lines below the title.
        part_done: How far the bar goes, from 0 to 1; ``None`` for no bar.
        due: What is due, with its day.
        when: How soon that is.
        proof: The last line.
        grade: The grade whose mark stands before the last line, if there is one.
        is_quiet: Whether it is over.
    """

    subject: str
    column: str
    state: str
    title: str
    detail: str = ""
    part_done: float | None = None
    due: str = ""
    when: When = When.LATER
    proof: str = ""
    grade: Grade = Grade.NONE
    is_quiet: bool = False

    @property
    def whole(self) -> str:
        """Return all that it says, for where there is no room for it."""
        return " · ".join(filter(None, (self.title, self.detail, self.due, self.proof)))

    @property
    def spoken(self) -> str:
        """Return what a screen reader says."""
        parts = (self.title, self.state, self.detail, self.due, self.proof)
        return ", ".join(filter(None, parts))


# Heights in lines of text: of a line of the title, a small line, and what is around
# the bar; and how wide a mark is with its gap.
_TITLE, _SMALL, _BAR, _INDENT, _GAP = 1.25, 1.1, 0.8, 1.2, 0.15
_DUE_ROLES = {When.OVERDUE: "danger", When.TODAY: "here_text", When.WEEK: "here_text"}


class CardDelegate(RowDelegate):
    """Paints cards as high as their words need at the width of their column."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        unit = QFontMetricsF(option.font).height()
        card, view = index.data(CARD), option.widget
        width = unit * 12
        if isinstance(view, QAbstractItemView):
            width = view.viewport().width()
        if card is None:
            return QSize(round(width), round(unit * 5))
        words = _Words(card, option.font, _inside(QRectF(0, 0, width, 0), unit).width())
        return QSize(round(unit * 8), round(words.height(unit) + unit * 1.45 + 4))

    @override
    def paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        card = index.data(CARD)
        if card is None:
            return
        painter.setLayoutDirection(
            Qt.LayoutDirection.LayoutDirectionAuto
        )  # a text's own
        unit = QFontMetricsF(option.font).height()
        _paint_ground(painter, option, _area(QRectF(option.rect), unit))
        _paint_card(painter, option, _inside(QRectF(option.rect), unit), card)


def _area(row: QRectF, unit: float) -> QRectF:
    """Return where the card is; below it there is a gap."""
    return row.adjusted(2, 2, -2, -unit * 0.5)


def _inside(row: QRectF, unit: float) -> QRectF:
    """Return where the words of a card are."""
    side = unit * 0.85
    return _area(row, unit).adjusted(side, unit * 0.55, -side, -unit * 0.4)


class _Words:
    """What a card says, in lines of its width."""

    def __init__(self, card: BoardCard, font: QFont, width: float) -> None:
        self.bold = theme.scaled(font, theme.BODY, 600)
        self.small = theme.scaled(font, theme.SMALL)
        self.strong = theme.scaled(font, theme.SMALL, 600)
        unit = QFontMetricsF(font).height()
        self.indent = unit * _INDENT if card.when is When.OVERDUE else 0.0
        self.title = wrapped(card.title, self.bold, width, 3)
        self.detail = _lines(card.detail, self.small, width)
        self.bar = _BAR if card.part_done is not None else _GAP
        self.due = _lines(card.due, self.strong, width - self.indent)
        self.mark = unit * _INDENT if card.grade > Grade.CLAIMED else 0.0
        self.proof = _lines(card.proof, self.small, width - self.mark)

    def height(self, unit: float) -> float:
        """Return how much room they take, with the bar between them."""
        small = len(self.detail) + len(self.due) + len(self.proof)
        return unit * (_TITLE * len(self.title) + _SMALL * small + self.bar)


def _paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, area: QRectF
) -> None:
    flag = QStyle.StateFlag
    selected = bool(option.state & flag.State_Selected)
    focused = bool(option.state & flag.State_HasFocus)
    role, width = "line", 1.2
    if selected:
        role, width = ("focus", 2.4) if focused else ("done", 2.0)
    elif option.state & flag.State_MouseOver:
        role = "muted"
    painter.setPen(QPen(theme.color(role), width))
    painter.setBrush(theme.color("surface"))
    painter.drawRoundedRect(area, 12, 12)


def _lines(text: str, font: QFont, width: float) -> list[str]:
    return wrapped(text, font, width, 3) if text else []


def _paint_card(
    painter: QPainter, option: QStyleOptionViewItem, area: QRectF, card: BoardCard
) -> None:
    unit, direction = QFontMetricsF(option.font).height(), option.direction
    words = _Words(card, option.font, area.width())
    line = QRectF(area.left(), area.top(), area.width(), unit * _TITLE)
    painter.setFont(words.bold)
    painter.setPen(theme.color("muted" if card.is_quiet else "text"))
    _paint_lines(painter, line, words.title, direction)
    line.setHeight(unit * _SMALL)
    painter.setFont(words.small)
    painter.setPen(theme.color("muted"))
    _paint_lines(painter, line, words.detail, direction)
    if card.part_done is not None:
        bar = QRectF(area.left(), line.top() + unit * 0.26, area.width(), unit * 0.32)
        draw_bar(painter, bar, card.part_done, direction)
    line.translate(0, unit * words.bar)
    _paint_due(painter, line, words, card, direction)
    _paint_proof(painter, line, words, card, direction)


def _paint_lines(
    painter: QPainter,
    line: QRectF,
    texts: Sequence[str],
    direction: Qt.LayoutDirection,
) -> None:
    """Draw lines below each other; ``line`` moves on to what comes next."""
    start, _ = sides(direction)
    for text in texts:
        painter.drawText(line, int(start | Qt.AlignmentFlag.AlignVCenter), text)
        line.translate(0, line.height())


def _paint_due(
    painter: QPainter,
    line: QRectF,
    words: _Words,
    card: BoardCard,
    direction: Qt.LayoutDirection,
) -> None:
    role = _DUE_ROLES.get(card.when, "muted")
    if words.due and words.indent:
        area = _mark_area(line, words.indent, direction)
        draw_icon(painter, "warning", role, area)
    painter.setFont(words.strong)
    painter.setPen(theme.color(role))
    text = _beside(line, words.indent, direction)
    _paint_lines(painter, text, words.due, direction)
    line.moveTop(text.top())


def _paint_proof(
    painter: QPainter,
    line: QRectF,
    words: _Words,
    card: BoardCard,
    direction: Qt.LayoutDirection,
) -> None:
    if words.proof and words.mark:
        area = _mark_area(line, words.mark, direction)
        draw_grade(painter, area.adjusted(0, 1, -2, -2), card.grade)
    painter.setFont(words.small)
    painter.setPen(theme.color("muted"))
    text = _beside(line, words.mark, direction)
    _paint_lines(painter, text, words.proof, direction)


def _mark_area(line: QRectF, indent: float, direction: Qt.LayoutDirection) -> QRectF:
    """Return the square at the start of a line."""
    side = indent * 0.75
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    left = line.right() - side if mirrored else line.left()
    return QRectF(left, line.center().y() - side / 2, side, side)


def _beside(line: QRectF, indent: float, direction: Qt.LayoutDirection) -> QRectF:
    """Return the rest of a line beside what stands at its start."""
    return without(line, indent, 0, direction)
