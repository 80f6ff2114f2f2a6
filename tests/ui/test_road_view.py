"""The road on screen: it fits, zooms, pans, mirrors, and keeps its labels inside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import a_roadmap, a_skill, a_stage
from tracker.ui import theme
from tracker.workspace import Workspace


@pytest.fixture
def road(running, qtbot):
    running.window.resize(1280, 860)
    view = running.journey.widget.road
    qtbot.waitUntil(lambda: view.road is not None)
    return view


def rect_of(box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)


def check_inside(view) -> None:
    """Everything is inside, and nothing lies on something else."""
    area = QRectF(view.rect())
    labels = [rect_of(label.rect) for label in view.road.labels]
    discs = []
    for marker in view.road.markers:
        r, c = marker.radius, marker.centre
        discs.append(QRectF(c.x - r, c.y - r, 2 * r, 2 * r))
    for box in (*labels, *discs):
        assert area.contains(box), (box, area)
    corner = QRectF(QRect(QPoint(0, 0), view._reserved))
    if view.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        corner.moveRight(area.right())
    for box in (*labels, *discs):
        assert not corner.intersects(box), "the switch lies on it"
    for number, label in enumerate(labels):
        for other in labels[number + 1 :]:
            assert not label.intersects(other)
    for button, marker in zip(view._buttons, view.road.markers, strict=True):
        centre = QPointF(marker.centre.x, marker.centre.y)
        away = QRectF(button.geometry()).center() - centre
        assert away.manhattanLength() < 3


@pytest.mark.parametrize("size", [(900, 600), (1440, 900), (3840, 2160)])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("direction", ["LeftToRight", "RightToLeft"])
def test_it_fits_every_window(running, qtbot, qapp, size, percent, direction):
    qapp.setLayoutDirection(Qt.LayoutDirection[direction])
    running.session.preferences.text_size = percent
    running.session.apply_look()
    view = running.journey.widget.road
    running.window.resize(*size)
    qtbot.waitUntil(lambda: running.window.centralWidget().width() == size[0])
    qtbot.waitUntil(lambda: abs(view.width() - view.parentWidget().width()) < 2)
    check_inside(view)


def test_it_is_mirrored_right_to_left(running, road, qapp):
    left = [marker.centre.x for marker in road.road.markers]
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    running.qtbot.waitUntil(lambda: road.road.markers[0].centre.x > road.width() / 2)
    assert left[0] < road.width() / 2
    switch = running.journey.widget.switch
    running.qtbot.waitUntil(lambda: switch.x() > road.width() / 2)
    check_inside(road)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    running.qtbot.waitUntil(lambda: switch.x() < road.width() / 2)


def wheel(view, steps: int, at: QPointF, *, control=True) -> None:
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier
        if control
        else Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  # Qt's own
    )
    QApplication.sendEvent(view, event)


def test_the_wheel_zooms_around_the_mouse_and_0_fits_again(road):
    before = [button.pos() for button in road._buttons]
    wheel(road, 1, QPointF(300, 300), control=False)
    assert [button.pos() for button in road._buttons] == before
    wheel(road, 1, QPointF(300, 300))
    assert road._zoom > 1
    assert [button.pos() for button in road._buttons] != before
    for _ in range(30):
        wheel(road, 1, QPointF(300, 300))
    assert road._zoom <= 4
    for _ in range(60):
        wheel(road, -1, QPointF(10, 10))
    assert road._zoom == 1
    wheel(road, 3, QPointF(100, 100))
    road._buttons[0].setFocus()
    QTest.keyClick(road._buttons[0], Qt.Key.Key_0)
    assert road._zoom == 1
    assert [button.pos() for button in road._buttons] == before


def test_keys_zoom(running, road):
    running.press("Ctrl++")
    assert road._zoom > 1
    running.press("Ctrl+-")
    assert road._zoom == 1
    road._buttons[0].setFocus()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        QTest.keyClick(road._buttons[0], key)
    assert road._zoom > 1.2
    running.press("Ctrl+0")
    assert road._zoom == 1


def test_a_drag_pans_only_when_zoomed_and_never_beyond_the_edge(road):
    empty = _empty_place(road)
    before = QPointF(road._shift)
    _drag(road, empty, empty + QPoint(80, 60))
    assert road._shift == before
    road.zoom(2)
    empty = _empty_place(road)
    before = QPointF(road._shift)
    _drag(road, empty, empty + QPoint(40, 30))
    assert road._shift != before
    _drag(road, empty, empty + QPoint(9999, 9999))
    assert (road._shift.x(), road._shift.y()) == (0, 0)
    _drag(road, empty, empty - QPoint(99999, 99999))
    assert road._shift.x() >= road.width() - road.width() * 2 - 1


def _empty_place(road) -> QPoint:
    for y in range(20, road.height(), 15):
        for x in range(20, road.width(), 15):
            at = QPoint(x, y)
            if road.childAt(at) is None and road._label_at(QPointF(at)) is None:
                return at
    raise AssertionError("no empty place")


def _drag(road, start: QPoint, end: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(road, left, none, start)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(end),
        QPointF(road.mapToGlobal(end)),
        Qt.MouseButton.NoButton,
        left,
        none,
    )
    QApplication.sendEvent(road, move)
    QTest.mouseRelease(road, left, none, end)


def test_a_click_on_a_label_opens_its_stage(running, road):
    label = rect_of(road.road.labels[3].rect)
    QTest.mouseClick(road, Qt.MouseButton.LeftButton, pos=label.center().toPoint())
    assert running.journey.stage == 4


def test_walking_by_keys_keeps_a_zoomed_road_in_view(running, road):
    road.zoom(4)
    road._buttons[0].setFocus()
    for _ in range(6):
        running.press("Right")
        focused = QApplication.focusWidget()
        assert road.rect().contains(focused.geometry().center())


def test_another_roadmap_chosen_while_the_list_is_shown(running, data, road):
    """The road is laid out for the old one until it is seen again."""
    running.journey.choose_way("List")
    stages = [a_stage("one"), a_stage("two", a_skill("sql"))]
    running.journeying.workspace.roadmaps.add(a_roadmap(*stages), "1")
    running.choose_roadmap("The road")
    running.journey.check("Git")
    running.press("Ctrl+Z")
    running.journey.choose_way("Path")
    assert len(road.road.markers) == 2
    check_inside(road)


@pytest.mark.parametrize("count", [1, 2, 12, 30])
def test_any_number_of_stages(milepost, data, qtbot, count):
    titles = (
        "Grundlagen der Serverinfrastrukturverwaltung",
        "API",
        "数据库与缓存 基础",
    )
    stages = [
        a_stage(f"s{n}", a_skill(f"k{n}"), title=titles[n % 3]) for n in range(count)
    ]
    workspace = Workspace(data, lambda _: None)
    workspace.roadmaps.add(a_roadmap(*stages), "1")
    workspace.roadmaps.choose("road")
    workspace.close()
    window = milepost(data, size=(900, 600))
    view = window.journey.widget.road
    qtbot.waitUntil(lambda: view.road is not None)
    check_inside(view)
    assert len(view._buttons) == count
    for stage in (1, count):
        window.journey.click_stage(stage)
        assert window.journey.stage == stage


def test_the_ground_reaches_the_edge_on_a_screen_of_half_points(road, monkeypatch):
    monkeypatch.setattr(road, "devicePixelRatioF", lambda: 1.5)
    road.resize(701, 501)
    picture = road._painted().toImage()
    assert (picture.width(), picture.height()) == (1052, 752)
    edge = [picture.pixelColor(1051, y).name() for y in range(60)]
    assert set(edge) == {theme.color("canvas").name()}
