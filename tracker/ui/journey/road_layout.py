"""Lay the winding road of the Journey page out: markers, labels, curve.

A few placements of the markers are tried (zigzags with more or fewer swings, a row of
hills, stairs); for each the road is drawn through them, the labels are set where
nothing is yet, and the whole is judged. When none of them works out, straight rows
with round turns are built which always fit.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    disc_touches,
    smooth,
)
from tracker.ui.journey.road_labels import (
    BADGE,
    Label,
    LabelSize,
    badge_centre,
    bubble,
    overhang,
    place,
    stops,
)
from tracker.ui.journey.road_plans import Plan, Site, plans
from tracker.ui.journey.road_rows import rows

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


@dataclass(frozen=True, slots=True)
class Marker:
    """The disc of one stage."""

    centre: Point
    radius: float


@dataclass(frozen=True, slots=True)
class Road:
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


def lay_out(  # noqa: PLR0913 - the description of one picture
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
    site = Site(width, height, unit, labels, here)
    boxes = [(r.left, r.top, r.right, r.bottom) for r in reserved]
    best: _Drawn | None = None
    for plan in plans(site):
        drawn = _draw(site, plan, boxes, best.score if best else 9.0)
        if drawn is not None and (best is None or drawn.score < best.score):
            best = drawn
            if drawn.score < GOOD:
                break
    return best.road if best else _in_rows(site, boxes)


def _draw(
    site: Site, plan: Plan, boxes: Sequence[Box], limit: float
) -> _Drawn | None:
    legs = smooth(plan.points, plan.ways)
    width = ROAD * plan.radius
    step = 0.75 * width
    tracks = [leg.samples(step) for leg in legs]
    score = plan.oddness + _shape_score(site, plan, legs, width)
    if score >= limit or not _sound(site, plan, tracks, boxes, width):
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
    """Set bubble and labels; give up once the road is worse than the best one."""
    score, limit = bounds
    marks = stops(plan.points, plan.ways, plan.radius, site.unit)
    here_rect = None
    if site.here is not None:
        spot = bubble(field, marks[site.here])
        if spot is None:
            return None
        here_rect, score = _rect(spot[0]), score + 0.3 * spot[1]
    placed = []
    share = 2.0 / len(marks)
    for mark, size in zip(marks, site.labels, strict=True):
        found = place(field, mark, size)
        score += share * found[1] + 0.1 * (found[1] > 0.9) if found else limit
        if found is None or score >= limit:
            return None
        placed.append(found[0])
    markers = tuple(Marker(Point(*point), plan.radius) for point in plan.points)
    curve = tuple(_cubic(leg) for leg in legs)
    road = Road(markers, tuple(placed), curve, ROAD * plan.radius, here_rect)
    return _Drawn(road, score)


def _shape_score(
    site: Site, plan: Plan, legs: Sequence[Leg], width: float
) -> float:
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


def _sound(
    site: Site,
    plan: Plan,
    tracks: Sequence[Sequence[Pair]],
    boxes: Sequence[Box],
    width: float,
) -> bool:
    """Whether the bare road keeps clear of the edge, the reserved areas and itself."""
    radius, over = plan.radius, overhang(plan.radius, site.unit) + GAP
    rim = radius + GAP
    for i, (x, y) in enumerate(plan.points):
        around = (x - rim, y - over, x + over, y + rim)
        if around[0] < 0 or around[1] < 0:
            return False
        if around[2] > site.width or around[3] > site.height:
            return False
        if any(disc_touches((x, y), over, box) for box in boxes):
            return False
        apart = radius + over + GAP
        if any(hypot(x - a, y - b) < apart for a, b in plan.points[:i]):
            return False
    return _road_sound(site, plan, tracks, boxes, width)


def _road_sound(
    site: Site,
    plan: Plan,
    tracks: Sequence[Sequence[Pair]],
    boxes: Sequence[Box],
    width: float,
) -> bool:
    bounds = [_bounds(track) for track in tracks]
    half = width / 2 + GAP
    reach = overhang(plan.radius, site.unit) + half
    for i, (track, bound) in enumerate(zip(tracks, bounds, strict=True)):
        if min(bound[0], bound[1]) < half or bound[3] > site.height - half:
            return False
        if bound[2] > site.width - half:
            return False
        for box in boxes:
            if disc_touches_bounds(bound, half, box) and any(
                disc_touches(point, 1.1 * half, box) for point in track
            ):
                return False
        for j, point in enumerate(plan.points):
            if j not in (i, i + 1) and _comes_near(point, reach, bound, track):
                return False
        for j in range(i - 1):
            if _meet(track, bound, tracks[j], bounds[j], 1.15 * width):
                return False
    return True


def disc_touches_bounds(bound: Box, half: float, box: Box) -> bool:
    """Whether a road within these bounds may touch the box at all."""
    reach = 2 * half
    return (
        bound[0] - reach < box[2]
        and box[0] < bound[2] + reach
        and bound[1] - reach < box[3]
        and box[1] < bound[3] + reach
    )


def _bounds(track: Sequence[Pair]) -> Box:
    xs, ys = [p[0] for p in track], [p[1] for p in track]
    return min(xs), min(ys), max(xs), max(ys)


def _comes_near(
    point: Pair, reach: float, bound: Box, track: Sequence[Pair]
) -> bool:
    if not disc_touches(point, reach, bound):
        return False
    return any(hypot(x - point[0], y - point[1]) < reach for x, y in track)


def _meet(
    one: Sequence[Pair], bound: Box, other: Sequence[Pair], rest: Box, apart: float
) -> bool:
    """Whether two legs that are no neighbours run into each other."""
    if not disc_touches_bounds(bound, apart / 2, rest):
        return False
    low, high = rest[1] - apart, rest[3] + apart
    near = [p for p in one if low < p[1] < high]
    low, high = bound[1] - apart, bound[3] + apart
    far = [p for p in other if low < p[1] < high]
    square = apart * apart
    return any(
        (ax - bx) ** 2 + (ay - by) ** 2 < square for ax, ay in near for bx, by in far
    )


def _in_rows(site: Site, boxes: Sequence[Box]) -> Road:
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
    return Road(markers, labels, curve, built.width * scale, here, scale)


def _scaled(box: Box, by: float) -> Box:
    return box[0] * by, box[1] * by, box[2] * by, box[3] * by


def _rect(box: Box) -> Rect:
    return Rect(box[0], box[1], box[2] - box[0], box[3] - box[1])


def _cubic(leg: Leg, scale: float = 1.0) -> Cubic:
    ends = (leg.p0, leg.c1, leg.c2, leg.p3)
    return Cubic(*(Point(x * scale, y * scale) for x, y in ends))
