"""Lay the winding road of the Journey page out: markers, labels, curve.

A few placements of the markers are tried (zigzags with more or fewer swings, a row of
hills, stairs); for each the road is drawn through them, the labels are set where
nothing is yet, and the whole is judged. When none of them works out, straight rows
with round turns are built which always fit.
"""

from __future__ import annotations

from itertools import islice
from math import hypot, sqrt
from typing import TYPE_CHECKING, NamedTuple

from tracker.ui.journey.road_curve import (
    GAP,
    Box,
    Cubic,
    Field,
    Leg,
    Pair,
    Point,
    Rect,
    smooth,
)
from tracker.ui.journey.road_labels import (
    BADGE,
    Label,
    LabelSize,
    Stop,
    badge_centre,
    bubble,
    place,
    shapes,
    stops,
)
from tracker.ui.journey.road_plans import Plan, Site, plans
from tracker.ui.journey.road_rows import rows
from tracker.ui.journey.road_sound import markers_sound, road_sound

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Cubic",
    "Label",
    "LabelSize",
    "Marker",
    "Point",
    "Rect",
    "Road",
    "lay_out",
]

ROAD = 1.14  # width of the road in marker radii
GOOD = 0.62  # a road judged better than this is taken without looking further
SHRINK = 0.94
NEVER = 9.0
HOPELESS = 3.0
POOR = 1.3  # a road judged worse than this is compared with straight rows
CROWDED = 130.0  # square units for each stage below which rows are built first
PLAIN = 0.6  # what straight rows cost for being plain


class Marker(NamedTuple):
    """The disc of one stage."""

    centre: Point
    radius: float


class Road(NamedTuple):
    """A road that fits its area.

    ``scale`` is 1 unless even the closest rows are too large for the area: then
    everything, text included, is to be painted at this scale.
    """

    markers: tuple[Marker, ...]
    labels: tuple[Label, ...]
    curve: tuple[Cubic, ...]
    width: float
    here_rect: Rect | None = None
    scale: float = 1.0


class _Drawn(NamedTuple):
    road: Road
    score: float


class _Set(NamedTuple):
    labels: tuple[Label, ...]
    here: Rect | None
    loss: float
    costly: bool


def lay_out(
    width: float,
    height: float,
    labels: Sequence[LabelSize],
    *,
    unit: float,
    reserved: Sequence[Rect] = (),
    here: int | None = None,
) -> Road:
    """Lay out the road for stages with these labels in an area of this size.

    Args:
        width: Width of the area in px.
        height: Height of the area in px.
        labels: The measured label of every stage, the first stage first.
        unit: Height of a line of body text in px.
        reserved: Areas that nothing may touch.
        here: Index of the stage that carries the "You are here" bubble.

    Returns:
        The markers, labels and legs of the road, in the area's pixels.
    """
    if not labels:
        return Road((), (), (), 1.4 * unit)
    site = Site(
        width, height, unit, labels, here, [shapes(size, unit) for size in labels]
    )
    boxes = [(r.left, r.top, r.right, r.bottom) for r in reserved]
    crowded = width * height < CROWDED * len(labels) * unit * unit
    best = _in_rows(site, boxes) if crowded else None
    tries = 6 if len(labels) < 10 else 4 if len(labels) < 17 else 3
    for tried, plan in enumerate(islice(plans(site), tries)):
        drawn = _draw(site, plan, boxes, best.score if best else HOPELESS)
        best = drawn or best
        if best is not None and best.score < GOOD + 0.12 * tried:
            break
    if not crowded and (best is None or best.score > POOR):
        straight = _in_rows(site, boxes)
        best = straight if best is None or straight.score < best.score else best
    return best.road if best else _in_rows(site, boxes).road


def _draw(site: Site, plan: Plan, boxes: Sequence[Box], limit: float) -> _Drawn | None:
    legs = smooth(plan.points, plan.ways)
    width = ROAD * plan.radius
    step = 0.75 * width
    score = plan.oddness + _shape_score(site, plan, legs, width)
    if score >= limit or not markers_sound(site, plan, boxes):
        return None
    tracks = [leg.samples(step) for leg in legs]
    if not road_sound(site, plan, tracks, boxes, width):
        return None
    field = Field((site.width, site.height), 4 * site.unit, boxes)
    cover = hypot(width / 2 + GAP, step / 2)
    for track in tracks:
        field.take_discs(track, cover)
    field.take_discs(plan.points, plan.radius + GAP)
    badges = [badge_centre(point, plan.radius) for point in plan.points]
    field.take_discs(badges, BADGE * site.unit + GAP)
    return _label(site, plan, legs, field, (score, limit))


def _label(
    site: Site, plan: Plan, legs: Sequence[Leg], field: Field, bounds: Pair
) -> _Drawn | None:
    """Set bubble and labels, the bubble first or, if that costs a label, last."""
    marks = stops(plan.points, plan.ways, plan.radius, site.unit, site.here)
    start, taken = field.mark(), None
    for last in (False, True)[: 1 if site.here is None or len(marks) > 12 else 2]:
        field.release(start)
        score, limit = bounds
        tried = _set(site, marks, field, limit - score, last=last)
        if tried is None:
            break
        taken, bounds = tried, (score, score + tried.loss)
        if not tried.costly:
            break
    if taken is None:
        return None
    markers = tuple(Marker(Point(*point), plan.radius) for point in plan.points)
    curve = tuple(_cubic(leg) for leg in legs)
    road = Road(markers, taken.labels, curve, ROAD * plan.radius, taken.here)
    return _Drawn(road, bounds[0] + taken.loss)


def _set(
    site: Site, marks: Sequence[Stop], field: Field, limit: float, *, last: bool
) -> _Set | None:
    """Set all labels and the bubble, unless more than the limit is lost by it."""
    here, loss = None, 0.0
    if site.here is not None and not last:
        here, loss = _bubble(field, marks[site.here])
    placed, costly, share = [], False, 2.0 / len(marks)
    for i, (mark, ways) in enumerate(zip(marks, site.shapes, strict=True)):
        found = place(field, mark, ways) if loss < limit else None
        if found is None:
            return None
        placed.append(found[0])
        costly = costly or (found[1] > 0.9 and abs(i - (site.here or 0)) < 3)
        loss += share * found[1] + (0.1 if found[1] > 0.9 else 0.0)
    if site.here is not None and last:
        here, more = _bubble(field, marks[site.here])
        loss += more
    if (here is None) != (site.here is None):
        return None  # another road has a place for it
    return _Set(tuple(placed), here, loss, costly) if loss < limit else None


def _bubble(field: Field, mark: Stop) -> tuple[Rect | None, float]:
    spot = bubble(field, mark)
    return (_rect(spot[0]), 0.3 * spot[1]) if spot else (None, NEVER)


def _shape_score(site: Site, plan: Plan, legs: Sequence[Leg], width: float) -> float:
    """Judge the bare road: markers apart, the area used, no tight turns, not small."""
    xs, ys = [p[0] for p in plan.points], [p[1] for p in plan.points]
    if len(xs) < 2:
        return 0.0
    near = min(
        hypot(xs[i] - xs[j], ys[i] - ys[j]) for i in range(len(xs)) for j in range(i)
    )
    ideal = 0.75 * sqrt(site.width * site.height / len(xs))
    used = (max(xs) - min(xs)) / site.width
    tight = min(leg.tightest() for leg in legs) / width
    return (
        1.2 * max(0.0, 1 - near / ideal)
        + 0.8 * max(0.0, 0.8 - used)
        + 0.5 * max(0.0, 1 - tight)
        + 0.8 * max(0.0, 1 - plan.radius / site.radius)
    )


def _in_rows(site: Site, boxes: Sequence[Box]) -> _Drawn:
    """Return rows, everything shrunk together where the text is too large for them."""
    scale = 1.0
    while True:
        smaller = site._replace(width=site.width / scale, height=site.height / scale)
        built = rows(smaller, [_scaled(box, 1 / scale) for box in boxes])
        if built is not None:
            break
        scale *= SHRINK
    markers = tuple(
        Marker(Point(x * scale, y * scale), built.radius * scale)
        for x, y in built.points
    )
    labels = tuple(
        Label(_rect(_scaled(box, scale)), lines, detail, "below")
        for box, lines, detail in built.labels
    )
    curve = tuple(_cubic(leg, scale) for leg in built.legs)
    here = _rect(_scaled(built.bubble, scale)) if built.bubble else None
    road = Road(markers, labels, curve, built.width * scale, here, scale)
    return _Drawn(road, PLAIN + 2 * built.loss + NEVER * (scale < 1))


def _scaled(box: Box, by: float) -> Box:
    return box[0] * by, box[1] * by, box[2] * by, box[3] * by


def _rect(box: Box) -> Rect:
    return Rect(box[0], box[1], box[2] - box[0], box[3] - box[1])


def _cubic(leg: Leg, scale: float = 1.0) -> Cubic:
    ends = (leg.p0, leg.c1, leg.c2, leg.p3)
    return Cubic(*(Point(x * scale, y * scale) for x, y in ends))
