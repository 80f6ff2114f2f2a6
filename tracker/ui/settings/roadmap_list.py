"""The learner's roadmaps, of which one is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from tracker.typing_tools import override
from tracker.ui import theme
from tracker.ui.widgets.fields import draw_icon
from tracker.ui.widgets.label import plain_tip
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent

    from tracker.services.port_values import RoadmapHead

Index = QModelIndex | QPersistentModelIndex
_HEAD = Qt.ItemDataRole.UserRole
_ROW = 3.1  # lines
_MOST = 5.5  # rows before it scrolls; the half shows that there are more
_NO_PARENT = QModelIndex()


def origin_text(head: RoadmapHead) -> str:
    """Return the version and the origin of a roadmap in words."""
    origin = tr("Comes with Milepost") if is_bundled(head) else tr("Your own file")
    if not head.version:
        return origin
    return tr("Version {version} · {origin}", version=head.version, origin=origin)


def is_bundled(head: RoadmapHead) -> bool:
    """Return whether a roadmap comes with Milepost."""
    return head.origin == "bundled"


class RoadmapModel(QAbstractListModel):
    """Roadmaps by title."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.heads: Sequence[RoadmapHead] = ()
        self.followed = ""

    def show_heads(self, heads: Sequence[RoadmapHead], followed: str) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self.heads, self.followed = heads, followed
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.heads)

    # Any: what Qt's models return.
    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        head = self.heads[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return head.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{head.title} · {origin_text(head)}")
            case Qt.ItemDataRole.AccessibleTextRole:
                state = tr("followed") if head.slug == self.followed else ""
                parts = (head.title, origin_text(head), state)
                return tr(", ").join(part for part in parts if part)
            case _:
                return head if role == _HEAD else None


class RoadmapList(QListView):
    """As high as its rows, up to a few."""

    def __init__(self) -> None:
        """Show nothing."""
        super().__init__()
        self.setAccessibleName(tr("Your roadmaps"))
        self.setProperty("kind", "choices")
        self.roadmaps = RoadmapModel(self)
        self.setModel(self.roadmaps)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, fixed)

    def show_heads(self, heads: Sequence[RoadmapHead], followed: str) -> None:
        """Show roadmaps; the chosen row stays chosen by its slug."""
        chosen = self.chosen()
        wanted = chosen.slug if chosen is not None else followed
        self.roadmaps.show_heads(heads, followed)
        rows = [n for n, head in enumerate(heads) if head.slug == wanted]
        if heads:
            self.setCurrentIndex(self.roadmaps.index(rows[0] if rows else 0, 0))
        self.updateGeometry()

    def chosen(self) -> RoadmapHead | None:
        """Return the roadmap of the current row."""
        head: RoadmapHead | None = self.currentIndex().data(_HEAD)
        return head

    @override
    def sizeHint(self) -> QSize:
        unit = theme.unit(self)
        rows = min(max(self.roadmaps.rowCount(), 1), _MOST)
        return QSize(round(unit * 20), round(round(unit * _ROW) * rows))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(theme.unit(self) * 10), self.sizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {event.Type.FontChange, event.Type.StyleChange}:
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()


class _Delegate(QStyledItemDelegate):
    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        head, model = index.data(_HEAD), index.model()
        if head is None or not isinstance(model, RoadmapModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option)
        unit = QFontMetricsF(option.font).height()
        area = QRectF(option.rect).adjusted(unit * 0.7, 0, -unit * 0.7, 0)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        if head.slug == model.followed:
            taken = _paint_followed(painter, option, area, mirrored=mirrored)
            if mirrored:
                area.setLeft(area.left() + taken)
            else:
                area.setRight(area.right() - taken)
        _paint_texts(painter, option, head, area, mirrored=mirrored)
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        unit = QFontMetricsF(option.font).height()
        return QSize(round(unit * 10), round(unit * _ROW))


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    area = QRectF(option.rect).adjusted(1, 1, -1, -1)
    state = option.state
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
        painter.setBrush(theme.color("done_soft"))
        painter.drawRoundedRect(area, 9, 9)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(theme.color("background"))
        painter.drawRoundedRect(area, 9, 9)


def _paint_followed(
    painter: QPainter, option: QStyleOptionViewItem, area: QRectF, *, mirrored: bool
) -> float:
    """Paint "Following" with a check mark at the end; return what it took."""
    font = theme.scaled(option.font, theme.SMALL, 600)
    metrics = QFontMetricsF(font)
    side = metrics.height()
    text = tr("Following")
    width = metrics.horizontalAdvance(text) + 1
    total = width + side * 1.3
    left = area.left() if mirrored else area.right() - total
    icon = QRectF(left, area.center().y() - side / 2, side, side)
    words = QRectF(left + side * 1.3, area.top(), width, area.height())
    if mirrored:
        icon.moveLeft(left + total - side)
        words.moveLeft(left)
    draw_icon(painter, "check", "done", icon)
    painter.setFont(font)
    painter.setPen(theme.color("done"))
    painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), text)
    return total + side


def _paint_texts(
    painter: QPainter,
    option: QStyleOptionViewItem,
    head: RoadmapHead,
    area: QRectF,
    *,
    mirrored: bool,
) -> None:
    align = Qt.AlignmentFlag
    side = (align.AlignRight if mirrored else align.AlignLeft) | align.AlignAbsolute
    line = Qt.TextFlag.TextSingleLine
    half = area.height() / 2
    for text, size, weight, role, place, up in (
        (head.title, 1.0, 600, "text", align.AlignBottom, 0.0),
        (origin_text(head), theme.SMALL, 400, "muted", align.AlignTop, half),
    ):
        font = theme.scaled(option.font, size, weight)
        shown = QFontMetricsF(font).elidedText(
            text, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.setFont(font)
        painter.setPen(theme.color(role))
        part = QRectF(area.left(), area.top() + up, area.width(), half)
        painter.drawText(part, int(side | place | line), shown)
