"""The first screen: a road, hours a week, go; by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tracker.ui import theme
from tracker.ui.first_run import FirstRunPage, Road
from tracker.ui.widgets.choice_card import ChoiceCard
from tracker.ui.widgets.fields import NumberBox

ROADS = [
    ("backend", "Backend developer", "Services, data and operations."),
    ("web", "Frontend developer", "Interfaces that people can use."),
    ("hostile", "<table><tr>" * 18, "א" * 300 + "🚀"),
]


@pytest.fixture
def show(qtbot, qapp):
    font = qapp.font()

    def shown(roadmaps=ROADS, size=(960, 640), percent=100):
        theme.apply(qapp, "light", font, percent)
        page = FirstRunPage([Road(*each) for each in roadmaps])
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    yield shown
    theme.apply(qapp, "light", font, 100)
    qapp.setStyleSheet("")


def button_of(page, text):
    return next(b for b in page.findChildren(QPushButton) if b.text() == text)


def test_enter_starts_on_the_first_road_with_the_usual_hours(qtbot, show):
    page = show()
    first = page.findChildren(ChoiceCard)[0]
    assert first.hasFocus()
    assert first.isChecked()
    with qtbot.waitSignal(page.started) as told:
        qtbot.keyClick(first, Qt.Key.Key_Return)
    assert told.args == ["backend", 8]


def test_arrows_choose_a_road_and_tab_leads_to_the_hours(qtbot, show):
    page = show()
    roads = page.findChildren(ChoiceCard)
    qtbot.keyClick(roads[0], Qt.Key.Key_Down)
    assert roads[1].isChecked()
    assert roads[1].hasFocus()
    qtbot.keyClick(roads[1], Qt.Key.Key_Tab)
    hours = page.findChild(NumberBox)
    assert hours.hasFocus()
    hours.selectAll()
    qtbot.keyClicks(hours, "12")
    with qtbot.waitSignal(page.started) as told:
        qtbot.keyClick(hours, Qt.Key.Key_Return)
    assert told.args == ["web", 12]


def test_the_tab_order_follows_the_page(qtbot, show):
    page = show()  # held: else it is gone
    names = []
    for _ in range(6):
        widget = QApplication.focusWidget()
        names.append(widget.accessibleName() or widget.text())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert page.isVisible()
    assert names == [
        "Backend developer",
        "Hours a week",
        "Start the journey",
        "Skip",
        "Use a roadmap file of my own…",
        "Backend developer",
    ]


def test_the_mouse_chooses_starts_skips_and_asks_for_a_file(qtbot, show):
    page = show()
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(page.findChildren(ChoiceCard)[1], left)
    with qtbot.waitSignal(page.started) as told:
        qtbot.mouseClick(button_of(page, "Start the journey"), left)
    assert told.args == ["web", 8]
    with qtbot.waitSignal(page.skipped):
        qtbot.mouseClick(button_of(page, "Skip"), left)
    with qtbot.waitSignal(page.add_file_requested):
        qtbot.mouseClick(button_of(page, "Use a roadmap file of my own…"), left)


def test_enter_on_another_button_presses_that_button(qtbot, show):
    page = show()
    skip = button_of(page, "Skip")
    skip.setFocus()
    started = []
    page.started.connect(lambda *a: started.append(a))
    with qtbot.waitSignal(page.skipped):
        qtbot.keyClick(skip, Qt.Key.Key_Return)
    assert not started


def test_without_roadmaps_only_a_file_is_left(show):
    page = show([])
    assert not button_of(page, "Start the journey").isEnabled()
    assert button_of(page, "Skip").isHidden()
    assert button_of(page, "Use a roadmap file of my own…").hasFocus()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(960, 640), (1440, 900)])
def test_nothing_is_cut_off_sideways(show, size, percent):
    page = show(size=size, percent=percent)
    assert page.page.width() <= page.viewport().width()
    for each in page.findChildren(QPushButton):
        if not each.isHidden():
            assert each.width() >= each.sizeHint().width()
    for road in page.findChildren(ChoiceCard):
        assert road.height() >= road.heightForWidth(road.width())


def test_labels_are_plain_and_everything_has_a_name(show):
    page = show()
    for each in page.findChildren(QLabel):
        assert each.textFormat() == Qt.TextFormat.PlainText
    for road, (_, title, summary) in zip(
        page.findChildren(ChoiceCard), ROADS, strict=True
    ):
        assert road.accessibleName() == title
        assert road.accessibleDescription() == summary
    page.grab()


@pytest.fixture
def _german():
    """A computer that writes 3.450 for what is 3450 in the English of the page."""
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("_german")
def test_each_road_says_how_long_it_is_at_the_hours_entered(qtbot, show):
    page = show([("backend", "Backend", "Services.", 7, 3454.7)])
    (road,) = page.findChildren(ChoiceCard)
    assert road.accessibleDescription() == (
        "Services.\n7 stages · about 3450 h, about 8 years at 8 h a week"
    )
    page.findChild(NumberBox).setValue(40)
    assert "about 20 months at 40 h a week" in road.accessibleDescription()


@pytest.mark.parametrize(("height", "drawn"), [(900, True), (600, False)])
def test_the_drawing_gives_way_to_the_choice_in_a_low_window(show, height, drawn):
    page = show(size=(1000, height))
    assert page._picture.isVisible() is drawn
    assert "developer" in page._picture.accessibleName()
