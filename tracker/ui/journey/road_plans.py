"""Placements of the markers that are tried for one road: zigzags, waves, stairs."""

from __future__ import annotations

from itertools import accumulate
from math import atan2, cos, hypot, sin, sqrt
from typing import TYPE_CHECKING, NamedTuple

from tracker.ui.journey.road_curve import Pair
from tracker.ui.journey.road_labels import LabelSize, overhang, widths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Plan(NamedTuple):
    """A tried road: its markers, the way it runs through each, and how odd it is."""

    points: list[Pair]
    ways: list[Pair]
    radius: float
    oddness: float


class Site(NamedTuple):
    """What every plan must know about the area and the stages."""

    width: float
    height: float
    unit: float
    labels: Sequence[LabelSize]
    here: int | None

    @property
    def radius(self) -> float:
        """The marker radius that suits the room there is for each stage."""
        room = sqrt(self.width * self.height / len(self.labels)) / self.unit
        return self.unit * min(2.4, max(0.7, 0.55 + 0.061 * room))

    def label_width(self, index: int, *, broken: bool) -> float:
        """Return the width a label would like, on one line or on two."""
        size = self.labels[index]
        return max(widths(size)[1 if broken else 0], size.detail_width)


def plans(site: Site) -> Iterator[Plan]:
    """Return the roads worth trying, the likeliest first."""
    count = len(site.labels)
    flat = site.width / site.height
    if count == 1:
        yield _single(site)
        return
    if count < 4:
        yield _stairs(site, site.radius)
    ideal = sqrt((count - 1) * site.height / site.width)
    swings = sorted(
        range(3, min(count, 14), 2), key=lambda k: abs(k - max(2.6, ideal))
    )[:2]
    for small in (1.0, 0.82):
        for swing in swings:
            for broken in (False, True, None):
                yield from _zigzag(site, swing, site.radius * small, broken=broken)
        if flat > 1.3 and count < 16:
            yield _wave(site, site.radius * small)
    if count >= 4:
        yield _stairs(site, site.radius)


def _span(site: Site, radius: float) -> Pair:
    """Return the y of the first marker and of the last."""
    first, last = site.labels[0], site.labels[-1]
    unit, over = site.unit, overhang(radius, site.unit)
    low = site.height - radius - 1.1 * unit - first.title_height - first.detail_height
    top = over + 0.8 * unit + last.title_height + last.detail_height
    if site.here == len(site.labels) - 1:
        top = max(top, over + 2.8 * unit)
    return low, top


def _ends(site: Site, radius: float) -> Pair:
    """Return the x of the first marker and of the last: room for centred labels."""
    unit, widest = site.unit, 0.24 * site.width
    over = overhang(radius, unit)
    first = max(over + 0.8 * unit, site.label_width(0, broken=False) / 2 + 0.6 * unit)
    final = max(over + 0.8 * unit, site.label_width(-1, broken=False) / 2 + 0.6 * unit)
    return min(first, widest), site.width - min(final, widest)


def _single(site: Site) -> Plan:
    return Plan([(site.width / 2, site.height / 2)], [(1.0, 0.0)], site.radius, 0.0)


def _zigzag(
    site: Site, swings: int, radius: float, *, broken: bool | None
) -> Iterator[Plan]:
    """Yield a road swinging from side to side, a marker at every turn."""
    turns = _turns(len(site.labels) - 1, swings)
    unit = site.unit
    bare = overhang(radius, unit) + 1.2 * unit
    left = right = bare
    if broken is not None:
        reach = radius + 1.8 * unit
        left = max(site.label_width(i, broken=broken) for i in turns[2:-1:2]) + reach
        right = max(site.label_width(i, broken=broken) for i in turns[1:-1:2]) + reach
        left, right = max(left, bare), max(right, bare)
    swing = site.width - left - right
    if swing < max(0.3 * site.width, 5 * radius):
        return
    start, end = _ends(site, radius)
    xs = [start]
    stations = [start]
    stations += [site.width - right if i % 2 else left for i in range(1, swings)]
    stations.append(end)
    for i in range(swings):
        legs = turns[i + 1] - turns[i]
        step = (stations[i + 1] - stations[i]) / legs
        xs += [stations[i] + step * j for j in range(1, legs + 1)]
    low, top = _span(site, radius)
    run = sum(abs(b - a) for a, b in zip(stations, stations[1:], strict=False))
    flat = min(0.6, max(0.1, 0.75 * (low - top) / run))
    ys = _climb(turns, low, top, flat)
    points = list(zip(xs, ys, strict=True))
    yield Plan(points, _ways(points, turns, flat), radius, 0.1 * abs(swings - 3) / 2)


def _turns(legs: int, swings: int) -> list[int]:
    """Return the indices of first marker, turns and last, the legs spread evenly."""
    share, rest = divmod(legs, swings)
    extra = sorted(range(swings), key=lambda i: (-(i % 2) if rest == 1 else i % 2, i))
    counts = [share + (i in extra[:rest]) for i in range(swings)]
    return [0, *accumulate(counts)]


def _climb(turns: list[int], low: float, top: float, flat: float) -> list[float]:
    """Return the heights: most is climbed next to a turn, little in between."""
    weights = []
    last = turns[-1]
    for i in range(last):
        beside = (i in turns) + (i + 1 in turns) - (i == 0) - (i == last - 1)
        weights.append(0.8 * max(beside, 0) + 0.2 if beside > 0 else max(flat, 0.2))
    total = sum(weights)
    return [low - (low - top) * done / total for done in accumulate(weights, initial=0)]


def _ways(points: list[Pair], turns: list[int], flat: float) -> list[Pair]:
    ways: list[Pair] = []
    last = len(points) - 1
    inner = set(turns[1:-1])
    for i in range(len(points)):
        before, after = points[max(0, i - 1)], points[min(last, i + 1)]
        if i in inner:
            ways.append((0.0, -1.0))
        else:
            tilt = 0.1 if i == 0 else flat
            ways.append((after[0] - before[0], tilt * (after[1] - before[1])))
    return ways


def _wave(site: Site, radius: float) -> Plan:
    """Return a road of hills: every other marker on a crest, the next in a dip."""
    count = len(site.labels)
    start, end = _ends(site, radius)
    low, top = _span(site, radius)
    swell = 0.17 * (low - top)
    step = (end - start) / (count - 1)
    points = []
    for i in range(count):
        base = low - swell - (low - top - 2 * swell) * i / (count - 1)
        points.append((start + i * step, base + (-swell if i % 2 else swell)))
    if count % 2:
        points[-1] = (points[-1][0], top)
    ways = [(1.0, 0.0)] * (count - 1) + [(1.0, -0.5 if count % 2 else 0.0)]
    return Plan(points, ways, radius, 0.25)


def _stairs(site: Site, radius: float) -> Plan:
    """Return a road climbing the diagonal, by turns level and steep."""
    count = len(site.labels)
    start, end = _ends(site, radius)
    low, top = _span(site, radius)
    dx, dy = (end - start) / (count - 1), (top - low) / (count - 1)
    points = [(start + i * dx, low + i * dy) for i in range(count)]
    slope = atan2(-dy, dx)
    ways = []
    for i in range(count):
        angle = max(0.0, slope - 0.7) if i % 2 == 0 else min(1.5, slope + 0.7)
        ways.append((cos(angle), -sin(angle)))
    length = hypot(dx, dy)
    return Plan(points, ways, radius, 0.2 if count < 4 else 0.5 + 40 / (40 + length))
