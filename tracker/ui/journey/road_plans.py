"""Placements of the markers that are tried for one road: zigzags, waves, stairs."""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import atan2, cos, hypot, sin, sqrt
from typing import TYPE_CHECKING, NamedTuple

from tracker.ui.journey.road_labels import LabelSize, Shape, overhang, widths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.ui.journey.road_curve import Pair


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
    shapes: Sequence[Sequence[Shape]]

    @property
    def radius(self) -> float:
        """The marker radius that suits the room there is for each stage."""
        room = sqrt(self.width * self.height / len(self.labels)) / self.unit
        return self.unit * min(2.4, max(0.7, 0.55 + 0.061 * room))

    @property
    def margins(self) -> Pair:
        """Free air at the sides and at top and bottom: more of it in a wide area."""
        least, room = 0.55 * self.unit, 25 * self.unit
        return (
            least + 0.02 * max(0.0, self.width - room),
            least + 0.03 * max(0.0, self.height - room),
        )

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
    for swing in swings:
        for broken in (False, True, None):
            yield from _zigzag(site, swing, site.radius, broken=broken)
    if flat > 1.3 and count < 16:
        yield _wave(site, site.radius)
    for swing in swings:
        small = max(0.8 * site.radius, 0.7 * site.unit)
        yield from _zigzag(site, swing, small, broken=None)
    if count >= 4:
        yield _stairs(site, site.radius)


def _span(site: Site, radius: float) -> Pair:
    """Return the y of the first marker and of the last."""
    first, last = site.labels[0], site.labels[-1]
    unit, over = site.unit, overhang(radius, site.unit)
    air = site.margins[1]
    below = 0.45 * unit + first.title_height + first.detail_height
    above = 0.3 * unit + last.title_height + last.detail_height
    if site.here == len(site.labels) - 1:
        above = max(above, 2.2 * unit)
    return site.height - radius - air - below, over + air + above


def _ends(site: Site, radius: float) -> Pair:
    """Return the x of the first marker and of the last: room for centred labels."""
    air, widest = site.margins[0], 0.24 * site.width
    over = overhang(radius, site.unit)
    first = max(over, site.label_width(0, broken=False) / 2) + air
    final = max(over, site.label_width(-1, broken=False) / 2) + air
    return min(first, widest), site.width - min(final, widest)


def _single(site: Site) -> Plan:
    return Plan([(site.width / 2, site.height / 2)], [(1.0, 0.0)], site.radius, 0.0)


def _zigzag(
    site: Site, swings: int, radius: float, *, broken: bool | None
) -> Iterator[Plan]:
    """Yield a road swinging from side to side, a marker at every turn."""
    turns = _turns(len(site.labels) - 1, swings)
    unit = site.unit
    air = site.margins[0]
    bare = overhang(radius, unit) + 0.6 * unit + air
    left = right = bare
    if broken is not None:
        reach = radius + 1.1 * unit + air
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
    run = sum(abs(b - a) for a, b in pairwise(stations))
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
    last, inner = turns[-1], set(turns[1:-1])
    for i in range(last):
        beside = (i in inner) + (i + 1 in inner)
        if i in (0, last - 1) and not beside:
            weights.append(0.5 * max(flat, 0.2))
        else:
            weights.append((max(flat, 0.2), 1.0, 1.8)[beside])
    if turns[1] == 2:
        weights[0] = 0.75 * max(flat, 0.25)
    if turns[-1] - turns[-2] == 2:
        weights[-1] = 0.8 * max(flat, 0.25)
    total = sum(weights)
    return [low - (low - top) * done / total for done in accumulate(weights, initial=0)]


def _ways(points: list[Pair], turns: list[int], flat: float) -> list[Pair]:
    """Return how the road runs through each marker: upright at the turns."""
    slopes = [(b[1] - a[1]) / max(1.0, abs(b[0] - a[0])) for a, b in pairwise(points)]
    inner = set(turns[1:-1])
    ways: list[Pair] = []
    for i, point in enumerate(points):
        if i in inner:
            ways.append((0.0, -1.0))
            continue
        ahead = (
            points[i + 1][0] > point[0] if i < turns[-1] else point[0] > points[-2][0]
        )
        flow = 1.0 if ahead else -1.0
        if i in (0, turns[-1]):
            ways.append((flow, 0.5 * slopes[0 if i == 0 else -1]))
        else:
            level, steep = sorted(slopes[i - 1 : i + 1], key=abs)
            both = i - 1 in inner and i + 1 in inner
            slope = flat * level if both else min(1.25 * abs(level), 0.7 * abs(steep))
            ways.append((flow, -abs(slope)))
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
    return Plan(points, ways, radius, 0.2 if count < 4 else 0.8 + 40 / (40 + length))
