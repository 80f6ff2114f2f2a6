"""Points, boxes and cubics of the road, and the field of what is already taken.

Inside the layout a box is a plain tuple ``(left, top, right, bottom)`` and a point a
plain pair: thousands are tried for one layout, and only the chosen ones become values.
"""

from __future__ import annotations

from math import ceil, hypot
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Pair: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]

GAP = 2.5  # px kept free between any two things
ROUND = 0.58  # how far a handle reaches towards the corner of its two tangents


class Point(NamedTuple):
    """A place in the road's area, y growing downwards."""

    x: float
    y: float


class Rect(NamedTuple):
    """An upright rectangle."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.top + self.height


class Cubic(NamedTuple):
    """A cubic Bézier: end, handle, handle, end."""

    p0: Point
    c1: Point
    c2: Point
    p3: Point


class Leg(NamedTuple):
    """One leg of the road while it is tried: two ends and two handles."""

    p0: Pair
    c1: Pair
    c2: Pair
    p3: Pair

    def samples(self, step: float) -> list[Pair]:
        """Return points along the leg, no two neighbours further apart than step."""
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self.p0, self.c1, self.c2, self.p3
        fastest = 3 * max(
            hypot(x1 - x0, y1 - y0), hypot(x2 - x1, y2 - y1), hypot(x3 - x2, y3 - y2)
        )
        count = max(4, ceil(fastest / step))
        bx, by = 3 * (x1 - x0), 3 * (y1 - y0)
        cx, cy = 3 * (x2 - x1) - bx, 3 * (y2 - y1) - by
        dx, dy = x3 - x0 - bx - cx, y3 - y0 - by - cy
        ts = [i / count for i in range(count + 1)]
        return [
            (x0 + t * (bx + t * (cx + t * dx)), y0 + t * (by + t * (cy + t * dy)))
            for t in ts
        ]

    def tightest(self) -> float:
        """Return the smaller radius of curvature at the two ends."""
        return min(
            _end_radius(self.p0, self.c1, self.c2),
            _end_radius(self.p3, self.c2, self.c1),
        )


def _end_radius(end: Pair, near: Pair, far: Pair) -> float:
    hx, hy = near[0] - end[0], near[1] - end[1]
    handle = hypot(hx, hy)
    if handle < 1e-6:
        return 0.0
    cross = abs(hx * (far[1] - near[1]) - hy * (far[0] - near[0])) / handle
    return 1.5 * handle * handle / max(cross, 1e-6)


def smooth(points: Sequence[Pair], directions: Sequence[Pair]) -> list[Leg]:
    """Join the points by legs which leave and arrive along the given directions."""
    units = [(x / hypot(x, y), y / hypot(x, y)) for x, y in directions]
    return [
        _leg(points[i], units[i], points[i + 1], units[i + 1])
        for i in range(len(points) - 1)
    ]


def _leg(start: Pair, out: Pair, end: Pair, into: Pair) -> Leg:
    vx, vy = end[0] - start[0], end[1] - start[1]
    first, second = _handles((vx, vy), out, into)
    return Leg(
        start,
        (start[0] + first * out[0], start[1] + first * out[1]),
        (end[0] - second * into[0], end[1] - second * into[1]),
        end,
    )


def _handles(chord: Pair, out: Pair, into: Pair) -> Pair:
    """Return the lengths of both handles: a rounded corner, or an S."""
    vx, vy = chord
    length = hypot(vx, vy)
    cross = out[0] * into[1] - out[1] * into[0]
    if abs(cross) > 0.05:
        first = (vx * into[1] - vy * into[0]) / cross
        second = (out[0] * vy - out[1] * vx) / cross
        least = 0.08 * length
        if least < first < 1.6 * length and least < second < 1.6 * length:
            short = min(first, second)
            return (
                max(ROUND * first, first - 1.4 * (1 - ROUND) * short),
                max(ROUND * second, second - 1.4 * (1 - ROUND) * short),
            )
    along_out = abs(vx * out[0] + vy * out[1])
    along_into = abs(vx * into[0] + vy * into[1])
    return (
        min(0.42 * length, max(0.6 * along_out, 0.22 * length)),
        min(0.42 * length, max(0.6 * along_into, 0.22 * length)),
    )


class Field:
    """What is taken so far: discs (road, markers, badges) in a grid, and boxes."""

    __slots__ = ("_boxes", "_cell", "_cells", "_reach", "_size")

    def __init__(self, size: Pair, cell: float, boxes: Iterable[Box]) -> None:
        self._size = size
        self._cell = cell
        self._cells: dict[tuple[int, int], list[tuple[float, float, float]]] = {}
        self._boxes = list(boxes)
        self._reach = 0.0

    def take_discs(self, centres: Iterable[Pair], radius: float) -> None:
        """Mark discs of one radius as taken."""
        cell, cells, square = self._cell, self._cells, radius * radius
        self._reach = max(self._reach, radius)
        for x, y in centres:
            key = (int(x // cell), int(y // cell))
            if key in cells:
                cells[key].append((x, y, square))
            else:
                cells[key] = [(x, y, square)]

    def take(self, box: Box) -> None:
        """Mark a box as taken."""
        self._boxes.append(box)

    def mark(self) -> int:
        """Return how many boxes are taken, for `release`."""
        return len(self._boxes)

    def release(self, mark: int) -> None:
        """Forget the boxes taken since the mark."""
        del self._boxes[mark:]

    def free(self, box: Box) -> bool:
        """Whether the box lies inside the area and touches nothing taken."""
        left, top, right, bottom = box
        width, height = self._size
        if left < GAP or top < GAP or right > width - GAP or bottom > height - GAP:
            return False
        low, high, up, down = left - GAP, right + GAP, top - GAP, bottom + GAP
        for other in self._boxes:
            if low < other[2] and other[0] < high and up < other[3] and other[1] < down:
                return False
        return self._no_disc(left, top, right, bottom)

    def _no_disc(self, left: float, top: float, right: float, bottom: float) -> bool:
        cell, reach, cells = self._cell, self._reach, self._cells
        rows = range(int((top - reach) // cell), int((bottom + reach) // cell) + 1)
        for ix in range(int((left - reach) // cell), int((right + reach) // cell) + 1):
            for iy in rows:
                if (ix, iy) not in cells:
                    continue
                for x, y, square in cells[ix, iy]:
                    dx = left - x if x < left else (x - right if x > right else 0.0)
                    dy = top - y if y < top else (y - bottom if y > bottom else 0.0)
                    if dx * dx + dy * dy < square:
                        return False
        return True


def disc_touches(centre: Pair, radius: float, box: Box) -> bool:
    """Whether a disc comes nearer to the box than the gap."""
    dx = max(box[0] - centre[0], 0.0, centre[0] - box[2])
    dy = max(box[1] - centre[1], 0.0, centre[1] - box[3])
    return dx * dx + dy * dy < (radius + GAP) ** 2
