"""The road fits every area: nothing touches, nothing leaves, nothing is lost."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import ceil, hypot, isfinite

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tracker.ui.journey.road_layout import (
    Cubic,
    LabelSize,
    Point,
    Rect,
    Road,
    lay_out,
)

NEAR = 1.0  # px that must at least stay free; the layout aims at two
TITLES = (
    "Learn the basics",
    "Build simple projects",
    "Portfolio and first role",
    "Grow to mid-level",
    "Choose a specialisation",
    "Step into senior or lead",
    "Architecture or management",
)
STRANGE = (
    "X",
    "職業訓練の基礎から応用までを学ぶ段階",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
    "Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas on pitkä",
    "Softwareentwicklungs- und Qualitätssicherungsverantwortung im Großunternehmen",
    "a b c d e f g",
)


def measured(title, unit=17.0, detail="7 / 16 skills · 1 / 3 projects", line=1.12):
    """Measure a title about as wide as a bold UI font would draw it."""
    words = tuple(
        unit * sum(0.8 if ord(letter) > 0x2E80 else 0.47 for letter in word)
        for word in title.split()
    )
    return LabelSize(
        words, 0.24 * unit, line * unit, 0.38 * unit * len(detail), 0.95 * unit
    )


def switch(unit):
    return Rect(20 * unit / 17, 16 * unit / 17, 190 * unit / 17, 44 * unit / 17)


def trace(cubic: Cubic, step=3.0):
    """Sample a cubic densely by Bernstein's polynomials."""
    ends = [(p.x, p.y) for p in (cubic.p0, cubic.c1, cubic.c2, cubic.p3)]
    rough = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ends))
    count = max(8, ceil(rough / step))
    found = []
    for i in range(count + 1):
        t = i / count
        s = 1 - t
        weights = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
        found.append(
            tuple(
                sum(w * e[axis] for w, e in zip(weights, ends, strict=True))
                for axis in (0, 1)
            )
        )
    return found


def distance(point, rect):
    x, y = point
    return hypot(
        max(rect.left - x, 0, x - rect.left - rect.width),
        max(rect.top - y, 0, y - rect.top - rect.height),
    )


def apart(one, other):
    return (
        one.left + one.width + NEAR <= other.left
        or other.left + other.width + NEAR <= one.left
        or one.top + one.height + NEAR <= other.top
        or other.top + other.height + NEAR <= one.top
    )


def within(rect, width, height):
    return (
        rect.left >= NEAR
        and rect.top >= NEAR
        and rect.left + rect.width <= width - NEAR
        and rect.top + rect.height <= height - NEAR
    )


def numbers(road: Road):
    for marker in road.markers:
        yield from (marker.centre.x, marker.centre.y, marker.radius)
    for label in road.labels:
        yield from (label.rect.left, label.rect.top, label.rect.width)
        yield label.rect.height
    for leg in road.curve:
        for point in (leg.p0, leg.c1, leg.c2, leg.p3):
            yield from (point.x, point.y)
    yield from (road.width, road.scale)


def badge(marker, unit):
    shift = marker.radius * 0.7071
    return (marker.centre.x + shift, marker.centre.y - shift), 0.6 * unit


def check_markers(road, width, height, unit, boxes):
    for marker in road.markers:
        x, y, r = marker.centre.x, marker.centre.y, marker.radius
        (bx, by), b = badge(marker, unit)
        assert r >= 0.7 * unit - 1e-6
        assert r <= 2.4 * unit + 1e-6
        assert min(x - r, y - r, bx - b, by - b) >= 0
        assert max(x + r, bx + b) <= width
        assert max(y + r, by + b) <= height
        for box in boxes:
            assert distance((x, y), box) >= r
            assert distance((bx, by), box) >= b
    for one, other in combinations(road.markers, 2):
        gap = hypot(one.centre.x - other.centre.x, one.centre.y - other.centre.y)
        assert gap >= one.radius + other.radius + NEAR


def check_labels(road, sizes, width, height, unit):
    for label, size in zip(road.labels, sizes, strict=True):
        natural = sum(size.title_widths)
        natural += size.space * (len(size.title_widths) - 1)
        lines = label.lines * size.title_height
        lines += size.detail_height if label.detail else 0
        assert label.lines in (1, 2)
        assert label.rect.width >= min(natural, 3 * unit / road.scale) * road.scale - 1
        assert label.rect.height >= lines * road.scale - 1e-6
        assert not (label.detail and size.detail_width == 0)
        if label.detail:
            assert label.rect.width >= size.detail_width * road.scale - 1e-6
        assert within(label.rect, width, height)


def check_road(road, width, height, taken, boxes):
    half = road.width / 2
    for i, leg in enumerate(road.curve):
        assert leg.p0 == road.markers[i].centre
        assert leg.p3 == road.markers[i + 1].centre
        for x, y in trace(leg):
            assert half <= x <= width - half
            assert half <= y <= height - half
            for box in (*taken, *boxes):
                if abs(x - box.left - box.width / 2) < box.width / 2 + half + NEAR:
                    assert distance((x, y), box) >= half + NEAR
            for j, marker in enumerate(road.markers):
                if j not in (i, i + 1):
                    gap = hypot(x - marker.centre.x, y - marker.centre.y)
                    assert gap >= half + marker.radius


def check(road, sizes, width, height, unit, *, boxes, here):
    assert len(road.markers) == len(road.labels) == len(sizes)
    assert len(road.curve) == len(sizes) - 1
    assert all(isfinite(number) for number in numbers(road))
    assert 0 < road.scale <= 1
    unit *= road.scale
    taken = [label.rect for label in road.labels]
    assert (road.here_rect is None) == (here is None)
    if road.here_rect:
        taken.append(road.here_rect)
        assert road.here_rect.width == pytest.approx(6.2 * unit)
        assert within(road.here_rect, width, height)
    check_markers(road, width, height, unit, boxes)
    check_labels(road, sizes, width, height, unit)
    check_road(road, width, height, taken, boxes)
    for one, other in combinations([*taken, *boxes], 2):
        assert apart(one, other)
    for rect in taken:
        for marker in road.markers:
            centre = (marker.centre.x, marker.centre.y)
            assert distance(centre, rect) >= marker.radius + NEAR
            at, radius = badge(marker, unit)
            assert distance(at, rect) >= radius


@st.composite
def pictures(draw):
    unit = draw(st.floats(14, 40))
    least = (560.0, 480.0) if unit > 26 else (430.0, 420.0)
    top = draw(st.sampled_from([(700.0, 700.0), (1300.0, 1000.0), (3400.0, 2100.0)]))
    width = draw(st.floats(least[0], top[0]))
    height = draw(st.floats(least[1], top[1]))
    count = draw(st.integers(1, 30) | st.integers(3, 9))
    titles = draw(
        st.lists(st.sampled_from(TITLES + STRANGE), min_size=count, max_size=count)
    )
    detail = draw(st.sampled_from(["", "0 / 12", "14 / 14 skills · 2 / 2 projects"]))
    line = draw(st.sampled_from([0.95, 1.12, 1.4]))
    sizes = [measured(title, unit, detail, line) for title in titles]
    boxes = draw(st.sampled_from([[], [switch(unit)]]))
    here = draw(st.none() | st.integers(0, count - 1))
    return sizes, width, height, unit, boxes, here


# What left "You are here" without a place in one of the winding roads.
SHORT = LabelSize((14.1,), 7.2, 28.5, 0.0, 28.5)
WORDS = LabelSize((70.5, 42.3, 84.6), 7.2, 28.5, 0.0, 28.5)


def seven(unit=17.0):
    return [measured(title, unit) for title in TITLES]


@settings(max_examples=150, deadline=None)
@given(pictures())
@example(([measured("X", 40)] * 30, 560.0, 480.0, 40.0, [switch(40)], 29))
@example(([measured(STRANGE[2], 26)] * 30, 430.0, 420.0, 26.0, [switch(26)], 0))
@example((seven(34), 790.0, 700.0, 34.0, [switch(34)], 2))
@example(([SHORT, *[WORDS] * 9], 560.0, 792.0, 30.0, [], 0))
def test_nothing_ever_touches(picture):
    sizes, width, height, unit, boxes, here = picture
    road = lay_out(width, height, sizes, unit=unit, reserved=boxes, here=here)
    check(road, sizes, width, height, unit, boxes=boxes, here=here)


def winds(road):
    """Count how often the road changes between running right and running left."""
    xs = [x for leg in road.curve for x, _ in trace(leg)]
    ways = [b > a for a, b in pairwise(xs) if abs(b - a) > 0.05]
    return sum(a != b for a, b in pairwise(ways))


@pytest.mark.parametrize("here", [None, 0, 2, 6])
def test_seven_stages_at_the_size_of_the_picture(here):
    sizes = seven()
    road = lay_out(790, 835, sizes, unit=17, reserved=[switch(17)], here=here)
    check(road, sizes, 790, 835, 17, boxes=[switch(17)], here=here)
    assert all(label.detail for label in road.labels)
    for label, size in zip(road.labels, sizes, strict=True):
        whole = sum(size.title_widths) + size.space * (len(size.title_widths) - 1)
        assert label.rect.width >= whole / label.lines - 0.01
    assert winds(road) >= 2
    first, last = road.markers[0].centre, road.markers[-1].centre
    assert first.x < 200
    assert last.x > 590
    assert last.y < 150
    assert first.y > 685
    assert 25 < road.markers[0].radius < 31


@pytest.mark.parametrize("size", [(790, 835), (1150, 560), (2900, 1950), (600, 1500)])
def test_the_road_has_no_kinks(size):
    road = lay_out(*size, seven(), unit=17, reserved=[switch(17)], here=2)
    for before, after in pairwise(road.curve):
        into = (before.p3.x - before.c2.x, before.p3.y - before.c2.y)
        out = (after.c1.x - after.p0.x, after.c1.y - after.p0.y)
        cosine = into[0] * out[0] + into[1] * out[1]
        assert cosine == pytest.approx(hypot(*into) * hypot(*out))


@pytest.mark.parametrize("size", [(1150, 560), (3000, 1900), (2900, 1950)])
def test_a_wide_area_is_used(size):
    road = lay_out(*size, seven(), unit=17, reserved=[switch(17)], here=2)
    xs = [marker.centre.x for marker in road.markers]
    ys = [marker.centre.y for marker in road.markers]
    assert max(xs) - min(xs) > 0.7 * size[0]
    assert max(ys) - min(ys) > 0.6 * size[1]
    assert all(label.detail for label in road.labels)


def test_thirty_stages_in_the_smallest_area():
    sizes = [measured(TITLES[i % 7], 14) for i in range(30)]
    road = lay_out(430, 420, sizes, unit=14, reserved=[switch(14)], here=11)
    check(road, sizes, 430, 420, 14, boxes=[switch(14)], here=11)
    assert road.scale == 1


def test_text_is_not_shrunk_for_a_usual_number_of_stages():
    for unit, width, height in ((17, 430, 420), (26, 560, 560), (34, 790, 700)):
        road = lay_out(
            width, height, seven(unit), unit=unit, reserved=[switch(unit)], here=2
        )
        assert road.scale == 1


def test_one_stage_stands_in_the_middle():
    road = lay_out(600, 500, [measured("X")], unit=17)
    assert road.markers[0].centre == Point(300, 250)
    assert road.curve == ()
    assert road.here_rect is None


def test_no_stage_is_no_road():
    road = lay_out(600, 500, [], unit=17)
    assert (road.markers, road.labels, road.curve) == ((), (), ())


def test_the_same_input_gives_the_same_road():
    def once():
        return lay_out(811, 633, seven(), unit=17, reserved=[switch(17)], here=4)

    assert once() == once()
