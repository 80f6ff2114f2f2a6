"""Where the labels and the "You are here" bubble stand beside the markers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tracker.ui.journey.road_curve import Box, Field, Pair, Rect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Side: TypeAlias = Literal["left", "right", "above", "below"]

BADGE = 0.6  # radius of the number badge, in units
BADGE_AT = 0.7071  # its centre, in marker radii to the right of and above the centre
HALO = 0.45  # how far the current marker glows, in marker radii
BUBBLE = (6.2, 1.6)  # "You are here", in units
POINTER = 0.55  # height of the bubble's pointer, in units
LEAST = 3.0  # units: no label is cut narrower than this
CUTS = (16.0, 9.0, 5.0, LEAST)
LONG_LINE = 12.0  # a title wider than this many units is rather broken in two


class LabelSize(NamedTuple):
    """What the painter measured for the label of one stage."""

    title_widths: tuple[float, ...]
    space: float
    title_height: float
    detail_width: float
    detail_height: float


class Label(NamedTuple):
    """Where the text of one stage goes, and how much of it."""

    rect: Rect
    lines: int
    detail: bool
    side: Side


class Shape(NamedTuple):
    """One way to set a label: its box, its lines, and what is lost by it."""

    width: float
    height: float
    lines: int
    detail: bool
    loss: float


class Stop(NamedTuple):
    """A marker as the labels see it."""

    centre: Pair
    radius: float
    unit: float
    sides: tuple[Side, ...]
    halo: float  # how far the marker glows beyond its edge
    lean: int  # +1 where the road runs like "/", -1 like "\\", 0 level or upright

    @property
    def over(self) -> float:
        """How far marker and badge reach above (and right of) the centre."""
        return overhang(self.radius, self.unit)


def overhang(radius: float, unit: float) -> float:
    """Return how far a marker and its badge reach above the marker's centre."""
    return max(radius, BADGE_AT * radius + BADGE * unit)


def widths(size: LabelSize) -> Pair:
    """Return the width of the title on one line, and on two."""
    words, space = size.title_widths, size.space
    whole = sum(words) + space * max(0, len(words) - 1)
    best, head = whole, -space
    for word in words[:-1]:
        head += word + space
        best = min(best, max(head, whole - head - space))
    return max(whole, 1.0), max(best, 1.0)


def shapes(size: LabelSize, unit: float) -> list[Shape]:
    """Return the ways to set a label, the best first."""
    one, two = widths(size)
    has = size.detail_width > 0
    line, below = size.title_height, size.detail_height if has else 0.0
    full = [Shape(max(one, size.detail_width), line + below, 1, has, 0.0)]
    if two < one:
        two = max(two, min(one, LEAST * unit))
        both = Shape(max(two, size.detail_width), 2 * line + below, 2, has, 0.25)
        full.insert(0 if one > LONG_LINE * unit else 1, both)
        if has:
            full.append(Shape(one, line, 1, detail=False, loss=1.0))
            full.append(Shape(two, 2 * line, 2, detail=False, loss=1.1))
    elif has:
        full.append(Shape(one, line, 1, detail=False, loss=1.0))
    return full + list(_cut(size, unit, one, two))


def _cut(size: LabelSize, unit: float, one: float, two: float) -> Iterator[Shape]:
    line = size.title_height
    for step in CUTS:
        width = step * unit
        loss = 1.6 + 4 / step
        detail = 0 < size.detail_width <= width
        extra = size.detail_height if detail else 0.0
        if len(size.title_widths) > 1 and width < two:
            yield Shape(width, 2 * line + extra, 2, detail, loss)
        if width < one:
            yield Shape(width, line + extra, 1, detail, loss + 0.6)
            if detail:
                yield Shape(width, line, 1, detail=False, loss=loss + 1.2)


def stops(
    points: Sequence[Pair],
    ways: Sequence[Pair],
    radius: float,
    unit: float,
    here: int | None,
) -> list[Stop]:
    """Say for every marker which sides of it are the natural ones for a label."""
    last = len(points) - 1
    found = []
    for i, (point, way) in enumerate(zip(points, ways, strict=True)):
        before, after = points[max(0, i - 1)], points[min(last, i + 1)]
        steep = abs(way[1]) > 0.35 * abs(way[0])
        lean = 0 if abs(way[0]) < 0.05 * abs(way[1]) else _sign(-way[0] * way[1])
        if i in (0, last):
            sides = _end_sides(point, after if i == 0 else before, first=i == 0)
        else:
            sides = _sides(point, before, after, steep=steep)
        found.append(
            Stop(point, radius, unit, sides, HALO * radius * (i == here), lean)
        )
    return found


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _end_sides(point: Pair, other: Pair, *, first: bool) -> tuple[Side, ...]:
    outer: Side = "left" if other[0] >= point[0] else "right"
    inner: Side = "right" if outer == "left" else "left"
    return ("below", outer, inner, "above") if first else (
        "above", outer, inner, "below"
    )  # fmt: skip


def _sides(point: Pair, before: Pair, after: Pair, *, steep: bool) -> tuple[Side, ...]:
    (x, y), (bx, by), (ax, ay) = point, before, after
    if (y - by) * (y - ay) > 0:
        first: tuple[Side, Side] = ("above", "below") if y < by else ("below", "above")
        return (*first, "right", "left")
    if x <= min(bx, ax):
        return ("left", "below", "above", "right")
    if x >= max(bx, ax):
        return ("right", "below", "above", "left")
    if steep:
        return ("right", "left", "below", "above")
    return ("below", "above", "right", "left")


def place(
    field: Field, stop: Stop, ways: Sequence[Shape]
) -> tuple[Label, float] | None:
    """Find the best free place for a label, take it, and say what was lost."""
    best: tuple[Box, Shape, Side] | None = None
    least = float("inf")
    for shape in ways:
        for rank, side in enumerate(stop.sides):
            base = shape.loss + 0.12 * rank
            if least <= base:
                break
            slot = _first_free(field, _slides(stop, shape, side))
            if slot is not None and base + slot[1] < least:
                best, least = (slot[0], shape, side), base + slot[1]
    if best is None:
        return None
    field.take(best[0])
    return _label(*best), least


def _first_free(
    field: Field, slots: Iterator[tuple[Box, float]]
) -> tuple[Box, float] | None:
    return next((slot for slot in slots if field.free(slot[0])), None)


def _label(box: Box, shape: Shape, side: Side) -> Label:
    rect = Rect(box[0], box[1], box[2] - box[0], box[3] - box[1])
    return Label(rect, shape.lines, shape.detail, side)


def _slides(stop: Stop, shape: Shape, side: Side) -> Iterator[tuple[Box, float]]:
    (x, y), unit = stop.centre, stop.unit
    width, height = shape.width, shape.height
    lean = stop.lean or 1
    forth = lean if side in ("right", "below") else -lean
    if side in ("left", "right"):
        for slide, near in (
            (0.0, 1.1),
            (0.8, 1.0),
            (-0.8, 1.0),
            (1.6, 0.8),
            (-1.6, 0.8),
        ):
            reach = stop.radius + max(near * unit, stop.halo + 0.3 * unit)
            left = x + reach if side == "right" else x - reach - width
            top = y - height / 2 + slide * forth * unit
            yield (left, top, left + width, top + height), 0.03 * abs(slide)
        return
    for slide in (0.0, 1.2, -1.2, 2.4, -2.4, 3.6):
        left = x - width / 2 + slide * forth * unit
        top = (
            y + stop.radius + max(0.45 * unit, stop.halo)
            if side == "below"
            else y - max(stop.over + 0.3 * unit, stop.radius + stop.halo) - height
        )
        if abs(slide) * unit <= width / 2:
            yield (left, top, left + width, top + height), 0.04 * abs(slide)


def bubble(field: Field, stop: Stop) -> tuple[Box, float] | None:
    """Find the place of the "You are here" bubble, take it, and say how odd it is."""
    (x, y), unit = stop.centre, stop.unit
    width, height = BUBBLE[0] * unit, BUBBLE[1] * unit
    up = y - stop.over - POINTER * unit - height
    down = y + stop.radius + POINTER * unit
    side = stop.over + POINTER * unit
    off = BUBBLE[0] / 2 + 0.4 + 0.6 * stop.radius / unit
    slides = (0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, off, -off)
    spots = [(x - width / 2 + dx * unit, up, 0.7 * abs(dx)) for dx in slides]
    for dy in (0.0, -0.8, 0.8):
        top = y - height / 2 + dy * unit
        spots.append((x + side, top, 4 + abs(dy)))
        spots.append((x - side - width, top, 4 + abs(dy)))
    spots.append((x - width / 2, down, 6.0))
    for left, top, pain in spots:
        box = (left, top, left + width, top + height)
        if field.free(box):
            field.take(box)
            return box, 0.15 * pain
    return None


def badge_centre(centre: Pair, radius: float) -> Pair:
    """Return the centre of a marker's number badge."""
    return centre[0] + BADGE_AT * radius, centre[1] - BADGE_AT * radius
