"""Paint a project as a card: title, stage and milestones, a bar, what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.domain.due import When
from tracker.domain.edit import State
from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.fields import draw_icon
from tracker.ui.widgets.row_paint import sides
from tracker.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from tracker.ui.projects.words import Card

CARD = Qt.ItemDataRole.UserRole
_DUE_ROLES = {When.OVERDUE: "danger", When.TODAY: "here_text", When.WEEK: "here_text"}


class CardDelegate(QStyledItemDelegate):
    """Paints cards of one height, so that columns stay calm."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        unit = QFontMetricsF(option.font).height()
        return QSize(round(unit * 8), round(unit * 5.9))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        card = index.data(CARD)
        if card is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = QFontMetricsF(option.font).height()
        area = QRectF(option.rect).adjusted(2, 2, -2, -unit * 0.5)
        _paint_ground(painter, option, area)
        inside = area.adjusted(unit * 0.85, unit * 0.55, -unit * 0.85, -unit * 0.4)
        _paint_card(painter, option, inside, card)
        painter.restore()


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


def _paint_card(
    painter: QPainter, option: QStyleOptionViewItem, area: QRectF, card: Card
) -> None:
    unit = QFontMetricsF(option.font).height()
    start, _ = sides(option.direction)
    middle = Qt.AlignmentFlag.AlignVCenter
    elide = Qt.TextElideMode.ElideRight
    quiet = card.work.status in {State.DONE, State.ASIDE} or card.work.archived
    title_font = theme.scaled(option.font, theme.BODY, 600)
    small = theme.scaled(option.font, theme.SMALL)
    line = QRectF(area.left(), area.top(), area.width(), unit * 1.25)
    painter.setFont(title_font)
    painter.setPen(theme.color("muted" if quiet else "text"))
    title = QFontMetricsF(title_font).elidedText(card.work.title, elide, line.width())
    painter.drawText(line, int(start | middle), title)
    line.translate(0, unit * 1.25)
    line.setHeight(unit * 1.1)
    detail = card.detail
    if card.work.archived:
        detail = tr("Archived · {detail}", detail=detail)
    painter.setFont(small)
    painter.setPen(theme.color("muted"))
    shown = QFontMetricsF(small).elidedText(detail, elide, line.width())
    painter.drawText(line, int(start | middle), shown)
    bar = QRectF(area.left(), line.bottom() + unit * 0.3, area.width(), unit * 0.32)
    draw_bar(painter, bar, card.part_done, option.direction)
    line.moveTop(bar.bottom() + unit * 0.22)
    _paint_due(painter, option, line, card)


def draw_bar(
    painter: QPainter, area: QRectF, part: float, direction: Qt.LayoutDirection
) -> None:
    """Draw how much is done; nothing done leaves the track empty."""
    corner = area.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ahead"))
    painter.drawRoundedRect(area, corner, corner)
    if part <= 0:
        return
    done = QRectF(area)
    done.setWidth(max(area.width() * part, area.height()))
    if direction == Qt.LayoutDirection.RightToLeft:
        done.moveRight(area.right())
    painter.setBrush(theme.color("done"))
    painter.drawRoundedRect(done, corner, corner)


def _paint_due(
    painter: QPainter, option: QStyleOptionViewItem, line: QRectF, card: Card
) -> None:
    if not card.due:
        return
    unit = QFontMetricsF(option.font).height()
    role = _DUE_ROLES.get(card.when, "muted")
    start, _ = sides(option.direction)
    text = QRectF(line)
    if card.when is When.OVERDUE:
        side = unit * 0.9
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left = line.right() - side if mirrored else line.left()
        draw_icon(
            painter,
            "warning",
            role,
            QRectF(left, line.center().y() - side / 2, side, side),
        )
        shift = side + unit * 0.3
        text.adjust(*((0, 0, -shift, 0) if mirrored else (shift, 0, 0, 0)))
    font = theme.scaled(option.font, theme.SMALL, 600)
    painter.setFont(font)
    painter.setPen(theme.color(role))
    elide = Qt.TextElideMode.ElideRight
    shown = QFontMetricsF(font).elidedText(card.due, elide, text.width())
    painter.drawText(text, int(start | Qt.AlignmentFlag.AlignVCenter), shown)
