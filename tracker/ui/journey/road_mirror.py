"""The road for languages that are read from right to left."""

from __future__ import annotations

from tracker.ui.journey.road_layout import Cubic, Label, Point, Rect, Road

_OTHER = {"left": "right", "right": "left"}


def mirrored(road: Road, width: float) -> Road:
    """Return a road climbing from bottom right to top left in an area so wide."""

    def point(p: Point) -> Point:
        return Point(width - p.x, p.y)

    def rect(r: Rect) -> Rect:
        return Rect(width - r.right, r.top, r.width, r.height)

    def label(text: Label) -> Label:
        side = _OTHER.get(text.side, text.side)
        return text._replace(rect=rect(text.rect), side=side)  # type: ignore[arg-type]

    return road._replace(
        markers=tuple(m._replace(centre=point(m.centre)) for m in road.markers),
        labels=tuple(map(label, road.labels)),
        curve=tuple(
            Cubic(point(c.p0), point(c.c1), point(c.c2), point(c.p3))
            for c in road.curve
        ),
        here_rect=None if road.here_rect is None else rect(road.here_rect),
    )
