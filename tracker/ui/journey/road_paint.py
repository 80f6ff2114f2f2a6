"""Paint the road: landscape, verge, what is walked and what is ahead, labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from tracker.ui import theme
from tracker.ui.journey.road_layout import Cubic, LabelSize, Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.ui.journey.road_layout import Label, Road

_HILLS = (  # heights of a far and a near range, as parts of the area
    (0.56, 0.60, 0.49, 0.64),
    (0.79, 0.75, 0.83, 0.72),
)


def measure(title: str, detail: str, font: QFont) -> LabelSize:
    """Return the sizes that the layout of a stage's label needs."""
    bold = QFontMetricsF(theme.scaled(font, theme.BODY, 600))
    small = QFontMetricsF(theme.scaled(font, theme.SMALL))
    words = title.split() or [title]
    return LabelSize(
        title_widths=tuple(bold.horizontalAdvance(word) for word in words),
        space=bold.horizontalAdvance(" "),
        title_height=bold.height(),
        detail_width=small.horizontalAdvance(detail),
        detail_height=small.height(),
    )


def paint_landscape(painter: QPainter, area: QRectF) -> None:
    """Paint the ground that the road climbs."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("canvas"))
    painter.drawRect(area)  # fillRect makes Qt's list of 180 gradients first
    for number, (left, first, second, right) in enumerate(_HILLS):
        painter.setBrush(theme.color("hill" if number else "hill_far"))
        width, height = area.width(), area.height()
        path = QPainterPath(QPointF(0, left * height))
        path.cubicTo(
            QPointF(width * 0.22, (first - 0.1) * height),
            QPointF(width * 0.38, (first + 0.12) * height),
            QPointF(width * 0.58, (second + first) / 2 * height),
        )
        path.cubicTo(
            QPointF(width * 0.72, (second - 0.06) * height),
            QPointF(width * 0.86, (second - 0.02) * height),
            QPointF(width, (right - 0.1) * height),
        )
        path.lineTo(width, height)
        path.lineTo(0, height)
        painter.drawPath(path)


def paint_road(painter: QPainter, road: Road, walked: float, area: QRectF) -> None:
    """Paint the legs of the road that come near an area.

    Args:
        painter: What to paint with.
        road: The road.
        walked: How far it is walked, in legs: 2.4 is two and a part of the third.
        area: What is to be painted anew.
    """
    legs = [leg for leg in enumerate(road.curve) if _near(leg[1], area, road.width)]
    near = _path([leg for _, leg in legs])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for role, width in (("line", 1.06), ("surface", 1.0), ("ahead", 0.6)):
        painter.setPen(_pen(role, road.width * width))
        painter.drawPath(near)
    done = [leg for number, leg in legs if number < int(walked)]
    part = walked - int(walked)
    done += [_cut(leg, part) for number, leg in legs if number == int(walked) and part]
    if done:
        painter.setPen(_pen("done", road.width * 0.6))
        painter.drawPath(_path(done))
    dots = _pen("surface", max(road.width * 0.055, 1.3))
    dots.setDashPattern([0.01, 6.2])
    painter.setPen(dots)
    for _, leg in legs:  # one by one, so that the dots stay where they are
        painter.drawPath(_path([leg]))


def leg_area(leg: Cubic, width: float) -> QRectF:
    """Return where a leg is; a cubic stays inside the hull of its points."""
    xs = (leg.p0.x, leg.c1.x, leg.c2.x, leg.p3.x)
    ys = (leg.p0.y, leg.c1.y, leg.c2.y, leg.p3.y)
    area = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
    return area.adjusted(-width, -width, width, width)


def _near(leg: Cubic, area: QRectF, width: float) -> bool:
    return leg_area(leg, width).intersects(area)


def paint_label(
    painter: QPainter, label: Label, title: str, detail: str, font: QFont
) -> None:
    """Paint the title and the line below it into the place laid out for them."""
    area = QRectF(label.rect.left, label.rect.top, 0, 0)
    area.setRight(label.rect.right)
    area.setBottom(label.rect.bottom)
    side = {
        "left": Qt.AlignmentFlag.AlignRight,
        "right": Qt.AlignmentFlag.AlignLeft,
    }.get(label.side, Qt.AlignmentFlag.AlignHCenter)
    bold = theme.scaled(font, theme.BODY, 600)
    metrics = QFontMetricsF(bold)
    painter.setFont(bold)
    painter.setPen(theme.color("text"))
    top = area.top()
    for line in _lines(title, metrics, area.width(), label.lines):
        row = QRectF(area.left(), top, area.width(), metrics.height())
        painter.drawText(row, int(side | Qt.AlignmentFlag.AlignVCenter), line)
        top += metrics.height()
    if label.detail:
        small = theme.scaled(font, theme.SMALL)
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        measured = QFontMetricsF(small)
        text = measured.elidedText(
            detail, Qt.TextElideMode.ElideRight, area.width() + 1
        )
        row = QRectF(area.left(), top, area.width(), measured.height())
        painter.drawText(row, int(side | Qt.AlignmentFlag.AlignVCenter), text)


def paint_bubble(
    painter: QPainter, area: QRectF, marker: QPointF, text: str, font: QFont
) -> None:
    """Paint "You are here" with a tip towards the marker."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("here"))
    corner = area.height() * 0.38
    painter.drawRoundedRect(area, corner, corner)
    tip = area.height() * 0.26
    below = marker.y() > area.bottom()
    if below or marker.y() < area.top():
        edge = area.bottom() if below else area.top()
        x = min(max(marker.x(), area.left() + corner * 2), area.right() - corner * 2)
        point = QPointF(x, edge + (tip if below else -tip))
        ends = [QPointF(x - tip, edge), QPointF(x + tip, edge), point]
    else:
        edge = area.right() if marker.x() > area.right() else area.left()
        y = area.center().y()
        point = QPointF(edge + (tip if marker.x() > edge else -tip), y)
        ends = [QPointF(edge, y - tip), QPointF(edge, y + tip), point]
    painter.drawPolygon(QPolygonF(ends))
    painter.setPen(theme.color("on_here"))
    painter.setFont(theme.scaled(font, theme.SMALL, 680))
    metrics = QFontMetricsF(painter.font())
    fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() - 4)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, fitting)


def _lines(title: str, metrics: QFontMetricsF, width: float, most: int) -> list[str]:
    """Break a title into at most so many lines; the last one ends in "…" if need be."""
    lines: list[str] = []
    words = title.split() or [title]
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width + 1:
            line = f"{line} {words.pop(0)}"
        lines.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width + 1))
    if words:
        rest = " ".join(words)
        lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width + 1))
    return lines


def _pen(role: str, width: float) -> QPen:
    pen = QPen(theme.color(role), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _path(curve: Sequence[Cubic]) -> QPainterPath:
    path = QPainterPath()
    end = None
    for leg in curve:
        if leg.p0 != end:
            path.moveTo(leg.p0.x, leg.p0.y)
        path.cubicTo(leg.c1.x, leg.c1.y, leg.c2.x, leg.c2.y, leg.p3.x, leg.p3.y)
        end = leg.p3
    return path


def _cut(leg: Cubic, part: float) -> Cubic:
    """Return the first part of a leg (de Casteljau's subdivision)."""
    a = _between(leg.p0, leg.c1, part)
    b = _between(leg.c1, leg.c2, part)
    c = _between(leg.c2, leg.p3, part)
    d = _between(a, b, part)
    return Cubic(leg.p0, a, d, _between(d, _between(b, c, part), part))


def _between(a: Point, b: Point, part: float) -> Point:
    return Point(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part)
