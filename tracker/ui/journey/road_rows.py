"""Straight rows with round turns, climbing from the bottom left: they always fit.

Every marker has a cell of its own with the label below the marker; between the rows
the road turns outside of the labels. Nothing here is tried out, so nothing can collide.
"""

from __future__ import annotations

from itertools import pairwise
from math import asin, ceil, sin
from typing import TYPE_CHECKING, NamedTuple

from tracker.ui.journey.road_curve import GAP, Box, Leg, Pair
from tracker.ui.journey.road_labels import (
    BUBBLE,
    LEAST,
    POINTER,
    LabelSize,
    Shape,
    overhang,
    widths,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.ui.journey.road_plans import Site

EDGE = 4.0
EAR = 0.7  # part of a turn's bulge that a label inside it may count on


class Rows(NamedTuple):
    """Rows that fit."""

    points: list[Pair]
    radius: float
    width: float
    labels: list[tuple[Box, int, bool]]
    legs: list[Leg]
    bubble: Box | None
    loss: float


class _Grid(NamedTuple):
    """One division of the free box into rows."""

    box: Box
    unit: float
    radius: float
    counts: tuple[int, ...]
    text: float  # height for the label below each marker
    slack: float  # further free height in each row
    extra: tuple[float, ...]  # height for the bubble above each row
    cell: float  # width of a label
    bulge: float  # how far the turns reach out

    @property
    def road(self) -> float:
        return self.radius

    @property
    def pitch(self) -> float:
        """Height of one row without the bubble's."""
        over = overhang(self.radius, self.unit)
        return over + self.radius + 2 * GAP + self.text + self.slack

    def inset(self) -> float:
        """How far the outer markers stay away from the sides of the box."""
        plain = max(self.cell / 2, overhang(self.radius, self.unit)) + EDGE
        if len(self.counts) == 1:
            return plain
        return max(plain, self.bulge + self.road / 2 + EDGE)

    def heights(self) -> list[float]:
        """Return the y of every row, the lowest first."""
        y = self.box[3] - EDGE - self.radius - GAP - self.text - self.slack / 2
        found = []
        for extra in self.extra:
            found.append(y)
            y -= self.pitch + extra
        return found

    def inside(self, below: int, top: float, bottom: float) -> float:
        """Return how far outward the turn above a row leaves room between heights."""
        ys = self.heights()
        reach = self.road / 2 + GAP
        out = min(
            _ear((top - reach - ys[below + 1]) / (ys[below] - ys[below + 1])),
            _ear((bottom + reach - ys[below + 1]) / (ys[below] - ys[below + 1])),
        )
        return self.bulge * out - reach - 1.0

    def turn(self, start: Pair, end: Pair, outward: float) -> Leg:
        """Return the turn from the end of a row to the start of the row above."""
        out = outward * self.bulge / 0.75
        return Leg(start, (start[0] + out, start[1]), (end[0] + out, end[1]), end)


def _ear(part: float) -> float:
    """Return how far out, of its bulge, a turn is at a part of its height."""
    half = min(1.0, max(0.0, part))
    t = 0.5 - sin(asin(1 - 2 * half) / 3)
    return 4 * t * (1 - t)


def rows(site: Site, boxes: Sequence[Box]) -> Rows | None:
    """Return the best rows for the stages, or None if the text is too large."""
    free = _largest_free((site.width, site.height), boxes)
    count = len(site.labels)
    best: tuple[float, _Grid] | None = None
    for radius in (site.radius, 0.85 * site.radius, 0.7 * site.unit):
        least = max(radius, 0.7 * site.unit)
        for columns in range(1 if count == 1 else 2, count + 1):
            grid = _grid(site, free, least, columns)
            if grid is None:
                continue
            loss = _loss(site, grid)
            if best is None or loss < best[0]:
                best = loss, grid
    return _build(site, best[1], best[0]) if best else None


def _grid(site: Site, free: Box, radius: float, columns: int) -> _Grid | None:
    count, unit = len(site.labels), site.unit
    number = ceil(count / columns)
    counts = tuple(
        count * (i + 1) // number - count * i // number for i in reversed(range(number))
    )
    extra = tuple(
        (BUBBLE[1] + POINTER) * unit + 2 * GAP if holds else 0.0
        for holds in _rows_with(site.here, counts)
    )
    room = free[3] - free[1] - 2 * EDGE - sum(extra)
    bare = overhang(radius, unit) + radius + 2 * GAP
    text = room / number - bare
    line = max(size.title_height for size in site.labels)
    if text < line:
        return None
    wanted = max(2 * size.title_height + size.detail_height for size in site.labels)
    slack = max(0.0, text - wanted)
    text -= slack
    pitch = bare + text + slack
    cell, bulge = _across(free, radius, (max(counts), number), pitch)
    grid = _Grid(free, unit, radius, counts, text, slack, extra, cell, bulge)
    return grid if _wide_enough(site, grid) else None


def _rows_with(here: int | None, counts: Sequence[int]) -> list[bool]:
    start, found = 0, []
    for count in counts:
        found.append(here is not None and start <= here < start + count)
        start += count
    return found


def _across(
    free: Box, road: float, shape: tuple[int, int], pitch: float
) -> tuple[float, float]:
    """Return the width of the labels and the bulge of the turns."""
    room, gap = free[2] - free[0] - 2 * EDGE, 2 * GAP
    columns, number = shape
    plain = (room - (columns - 1) * gap) / columns
    if number == 1:
        return plain, 0.0
    most = 0.28 * pitch * pitch / (0.7 * road)  # or the ear grows sharp
    reach = road / 2 + gap
    cell = (room - (columns - 1) * gap - 2 * reach / EAR - road) / (
        columns - 1 + 1 / EAR
    )
    bulge = (cell / 2 + reach) / EAR
    if bulge > most:
        bulge = most
        outer = (room - 2 * bulge - road) / max(1, columns - 1) - gap
        cell = min(plain, outer) if columns > 1 else plain
    return cell, bulge


def _wide_enough(site: Site, grid: _Grid) -> bool:
    if grid.cell <= 0 or grid.bulge < (len(grid.counts) > 1) * 0.8 * grid.road:
        return False
    free = grid.box[2] - grid.box[0]
    if free - 2 * grid.inset() < 0 and len(site.labels) > 1:
        return False
    columns = max(grid.counts)
    over = overhang(grid.radius, grid.unit)
    if columns > 1:
        step = (free - 2 * grid.inset()) / (columns - 1)
        if step < max(grid.radius + over + 2 * GAP, grid.cell + GAP):
            return False
    if site.here is not None and free < (BUBBLE[0] + 3) * site.unit + 2 * grid.bulge:
        return False
    return all(
        width >= min(widths(size)[0], LEAST * site.unit)
        for width, size in zip(_label_widths(grid), site.labels, strict=True)
    )


def _label_widths(grid: _Grid) -> list[float]:
    """Return the width each label may have: less for those inside a turn."""
    ys = grid.heights()
    found = []
    room = grid.box[2] - grid.box[0] - 2 * grid.inset()
    outer = 2 * (grid.inset() - EDGE)
    for row, count in enumerate(grid.counts):
        cell = room / (count - 1) - 2 * GAP if count > 1 else outer
        cells = [cell] * count
        cells[0] = cells[-1] = min(cell, outer)
        if row:
            top = ys[row] + grid.radius + GAP
            inner = 2 * grid.inside(row - 1, top, top + grid.text + grid.slack / 4)
            cells[0] = min(cells[0], inner)
        found += cells
    return found


def _loss(site: Site, grid: _Grid) -> float:
    lost = sum(
        _set(size, ways, width, grid).loss
        for size, ways, width in zip(
            site.labels, site.shapes, _label_widths(grid), strict=True
        )
    )
    lonely = 0.3 * (min(grid.counts) < 2 < len(site.labels))
    small = 0.5 * max(0.0, 1 - grid.radius / site.radius)
    step = (grid.box[2] - grid.box[0]) / max(grid.counts)
    uneven = 0.2 * abs(step - grid.pitch) / (step + grid.pitch)
    return lost / len(site.labels) + lonely + small + uneven


def _set(size: LabelSize, ways: Sequence[Shape], width: float, grid: _Grid) -> Shape:
    """Return the best way to set a label within a width."""
    for shape in ways:
        if shape.width <= width and shape.height <= grid.text:
            return shape
    detail = 0 < size.detail_width <= width
    if size.title_height + size.detail_height > grid.text:
        detail = False
    height = size.title_height + (size.detail_height if detail else 0.0)
    return Shape(width, height, 1, detail, 4.0)


def _build(site: Site, grid: _Grid, loss: float) -> Rows:
    points, ys = [], grid.heights()
    left, right = grid.box[0] + grid.inset(), grid.box[2] - grid.inset()
    for row, count in enumerate(grid.counts):
        start, end = (right, left) if row % 2 else (left, right)
        step = (end - start) / max(1, count - 1)
        if len(site.labels) == 1:
            start = (left + right) / 2
        points += [(start + i * step, ys[row]) for i in range(count)]
    labels = []
    for (x, y), size, ways, width in zip(
        points, site.labels, site.shapes, _label_widths(grid), strict=True
    ):
        shape = _set(size, ways, width, grid)
        top = y + grid.radius + GAP + min(0.3 * grid.unit, grid.slack / 4)
        box = (x - shape.width / 2, top, x + shape.width / 2, top + shape.height)
        labels.append((box, shape.lines, shape.detail))
    legs = _legs(points, grid)
    bubble = None if site.here is None else _bubble(points, site.here, grid)
    return Rows(points, grid.radius, grid.road, labels, legs, bubble, loss)


def _legs(points: Sequence[Pair], grid: _Grid) -> list[Leg]:
    legs = []
    for start, end in pairwise(points):
        if end[1] < start[1]:
            middle = (grid.box[0] + grid.box[2]) / 2
            legs.append(grid.turn(start, end, 1.0 if start[0] > middle else -1.0))
        else:
            third = (end[0] - start[0]) / 3
            legs.append(
                Leg(start, (start[0] + third, start[1]), (end[0] - third, end[1]), end)
            )
    return legs


def _bubble(points: Sequence[Pair], here: int, grid: _Grid) -> Box:
    x, y = points[here]
    unit = grid.unit
    width, height = BUBBLE[0] * unit, BUBBLE[1] * unit
    bottom = y - overhang(grid.radius, unit) - POINTER * unit
    left, right = grid.box[0] + EDGE, grid.box[2] - EDGE
    row = _rows_with(here, grid.counts).index(True)
    if row + 1 < len(grid.counts):
        room = grid.inside(row, bottom - height, bottom)
        if row % 2:
            left = max(left, grid.box[0] + grid.inset() - room)
        else:
            right = min(right, grid.box[2] - grid.inset() + room)
    start = min(max(x - width / 2, left), right - width)
    return start, bottom - height, start + width, bottom


def _largest_free(size: Pair, boxes: Sequence[Box]) -> Box:
    """Return the largest box that keeps clear of the reserved ones."""
    xs = sorted({0.0, size[0]} | {x for b in boxes for x in (b[0] - GAP, b[2] + GAP)})
    ys = sorted({0.0, size[1]} | {y for b in boxes for y in (b[1] - GAP, b[3] + GAP)})
    xs = [x for x in xs if 0 <= x <= size[0]]
    ys = [y for y in ys if 0 <= y <= size[1]]
    best = (0.0, 0.0, size[0], size[1])
    area = -1.0
    for left in xs:
        for right in (x for x in xs if x > left):
            for top in ys:
                for bottom in (y for y in ys if y > top):
                    if (right - left) * (bottom - top) > area and not any(
                        left < b[2] and b[0] < right and top < b[3] and b[1] < bottom
                        for b in boxes
                    ):
                        best = (left, top, right, bottom)
                        area = (right - left) * (bottom - top)
    return best
