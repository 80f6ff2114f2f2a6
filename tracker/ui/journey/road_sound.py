"""Whether a tried road keeps clear of the edge, the reserved areas and itself."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from tracker.ui.journey.road_curve import GAP, disc_touches
from tracker.ui.journey.road_labels import overhang

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.ui.journey.road_curve import Box, Pair
    from tracker.ui.journey.road_plans import Plan, Site


def markers_sound(site: Site, plan: Plan, boxes: Sequence[Box]) -> bool:
    """Whether the markers keep clear of the edge, the reserved areas, each other."""
    over, rim = overhang(plan.radius, site.unit) + GAP, plan.radius + GAP
    apart = plan.radius + over + GAP
    for i, (x, y) in enumerate(plan.points):
        if min(x - rim, y - over) < 0:
            return False
        if x + over > site.width or y + rim > site.height:
            return False
        if any(disc_touches((x, y), over, box) for box in boxes):
            return False
        if any(hypot(x - a, y - b) < apart for a, b in plan.points[:i]):
            return False
    return True


def road_sound(
    site: Site,
    plan: Plan,
    tracks: Sequence[Sequence[Pair]],
    boxes: Sequence[Box],
    width: float,
) -> bool:
    """Whether the sampled legs touch nothing but their own markers."""
    bounds = [_bounds(track) for track in tracks]
    half = width / 2 + GAP
    reach = overhang(plan.radius, site.unit) + half
    for i, (track, bound) in enumerate(zip(tracks, bounds, strict=True)):
        if not _inside(site, bound, half) or _reserved(track, bound, half, boxes):
            return False
        others = (*plan.points[:i], *plan.points[i + 2 :])
        if any(_comes_near(point, reach, bound, track) for point in others):
            return False
        for j in range(i - 1):
            if _meet(track, bound, tracks[j], bounds[j], 1.15 * width):
                return False
    return True


def _bounds(track: Sequence[Pair]) -> Box:
    xs, ys = [p[0] for p in track], [p[1] for p in track]
    return min(xs), min(ys), max(xs), max(ys)


def _inside(site: Site, bound: Box, half: float) -> bool:
    return (
        min(bound[0], bound[1]) >= half
        and bound[2] <= site.width - half
        and bound[3] <= site.height - half
    )


def _reserved(
    track: Sequence[Pair], bound: Box, half: float, boxes: Sequence[Box]
) -> bool:
    return any(
        _close(bound, box, 2 * half)
        and any(disc_touches(point, 1.1 * half, box) for point in track)
        for box in boxes
    )


def _close(one: Box, other: Box, reach: float) -> bool:
    return (
        one[0] - reach < other[2]
        and other[0] < one[2] + reach
        and one[1] - reach < other[3]
        and other[1] < one[3] + reach
    )


def _comes_near(point: Pair, reach: float, bound: Box, track: Sequence[Pair]) -> bool:
    x, y = point
    if not bound[1] - reach < y < bound[3] + reach:
        return False
    if not bound[0] - reach < x < bound[2] + reach:
        return False
    return any(hypot(x - a, y - b) < reach for a, b in track)


def _meet(
    one: Sequence[Pair], bound: Box, other: Sequence[Pair], rest: Box, apart: float
) -> bool:
    """Whether two legs that are no neighbours run into each other."""
    if not _close(bound, rest, apart):
        return False
    low, high = rest[1] - apart, rest[3] + apart
    near = [p for p in one if low < p[1] < high]
    low, high = bound[1] - apart, bound[3] + apart
    far = [p for p in other if low < p[1] < high]
    square = apart * apart
    return any(
        (ax - bx) ** 2 + (ay - by) ** 2 < square for ax, ay in near for bx, by in far
    )
