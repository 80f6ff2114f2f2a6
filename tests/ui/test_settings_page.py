"""Settings take effect at once and show what is stored, whoever stored it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QWidget,
)

from tests.builders import a_roadmap
from tracker.domain.errors import StorageError
from tracker.ui import theme
from tracker.ui.bus import EditBus
from tracker.ui.commands import Commands
from tracker.ui.current import Current
from tracker.ui.preferences import Preferences
from tracker.ui.settings.page import SettingsPage
from tracker.ui.settings.roadmap_list import RoadmapList
from tracker.ui.tasks import TaskRunner
from tracker.ui.widgets.fields import Combo, DayBox, NumberBox, PathField
from tracker.ui.widgets.segmented import Segment
from tracker.workspace import Workspace

HOSTILE = "<table><tr>" * 18


@pytest.fixture
def made(qtbot, qapp, folder):
    font = qapp.font()
    theme.apply(qapp, "light", font, 100)
    bus = EditBus()
    workspace = Workspace(folder, bus.publish)
    add = workspace.roadmaps.add
    add(a_roadmap(), "1", bundled=True)
    add(a_roadmap(slug="other", title=HOSTILE, version="2"), "2")
    workspace.roadmaps.choose("road")
    current, commands = Current(workspace.use_cases, bus), Commands(workspace.use_cases)
    commands.roadmap_chosen.connect(current.reload)
    commands.settings_changed.connect(current.read_plan)
    runner = TaskRunner()
    made = SimpleNamespace(
        workspace=workspace,
        current=current,
        commands=commands,
        preferences=Preferences(folder / "window.ini"),
        backups=[("20 November 2026", Path("b.db")), ("3 May 2026", Path("a.db"))],
        backup=lambda: Path("milepost-new.db"),
    )
    made.page = SettingsPage(
        workspace.use_cases,
        current,
        commands,
        made.preferences,
        folder=folder,
        run_task=runner.start,
        make_backup=lambda: made.backup(),  # noqa: PLW0108  # replaced by tests
        backups=lambda: made.backups,
    )
    qtbot.addWidget(made.page)
    made.page.resize(1200, 838)
    with qtbot.waitActive(made.page):
        made.page.show()
        made.page.activateWindow()
    yield made
    runner.shut_down()
    workspace.close()
    qapp.setStyleSheet("")
    qapp.setFont(font)


def button_of(made, text) -> QPushButton:
    return next(b for b in made.page.findChildren(QPushButton) if b.text() == text)


def shown_texts(made) -> str:
    labels = made.page.findChildren(QLabel)
    return "\n".join(each.text() for each in labels if each.isVisible())


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_another_theme_is_kept_and_told_at_once(qtbot, made):
    dark = next(s for s in made.page.findChildren(Segment) if s.text() == "Dark")
    with qtbot.waitSignal(made.page.look_changed):
        press(qtbot, dark)
    assert made.preferences.theme == "dark"


def test_another_text_size_is_kept_and_told_at_once(qtbot, made):
    combo = made.page.findChild(Combo)
    assert combo.currentText() == "100 %"
    combo.setFocus()
    with qtbot.waitSignal(made.page.look_changed):
        qtbot.keyClick(combo, Qt.Key.Key_Down)  # opens the list
        qtbot.keyClick(combo.view(), Qt.Key.Key_Down)
        qtbot.keyClick(combo.view(), Qt.Key.Key_Return)
    assert made.preferences.text_size == 110


def test_other_hours_are_stored_and_what_they_mean_is_told(qtbot, made):
    hours = made.page.findChild(NumberBox)
    assert hours.value() == 8
    assert "At this pace about 2 weeks to go." in shown_texts(made)
    hours.setFocus()
    qtbot.keyClick(hours, Qt.Key.Key_Down)
    assert made.workspace.store.reader.setting("hours_a_week") == "7"
    hours.selectAll()
    qtbot.keyClicks(hours, "1")
    assert "At this pace about 4 months to go." in shown_texts(made)
    assert made.workspace.store.reader.setting("hours_a_week") == "1"


def test_hours_set_elsewhere_show_up_without_being_stored_again(made):
    asked = []
    made.commands.settings_changed.connect(lambda: asked.append(1))
    made.workspace.roadmaps.set_hours_a_week(20)
    made.current.read_plan()
    assert made.page.findChild(NumberBox).value() == 20
    assert "about 1 week to go" in shown_texts(made)
    assert not asked


def test_hours_that_cannot_be_stored_go_back(qtbot, made, monkeypatch):
    def fail(_hours):
        raise StorageError("No.")

    monkeypatch.setattr(made.workspace.roadmaps, "set_hours_a_week", fail)
    hours = made.page.findChild(NumberBox)
    with qtbot.waitSignal(made.commands.failed):
        qtbot.keyClick(hours, Qt.Key.Key_Up)
    assert hours.value() == 8


@pytest.mark.parametrize("has_focus", [True, False])
@pytest.mark.parametrize(
    "make",
    [
        lambda: NumberBox("Hours", range(1, 60)),
        lambda: DayBox("Day", date(2026, 11, 20)),
    ],
)
def test_the_wheel_scrolls_past_a_field_and_changes_no_value(qtbot, make, has_focus):
    field = make()
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.activateWindow()
    field.setFocus() if has_focus else field.clearFocus()
    assert field.hasFocus() == has_focus
    before = field.text()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(field.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003
    )
    event.accept()
    QApplication.sendEvent(field, event)
    assert field.text() == before
    assert not event.isAccepted(), "the page scrolls"


def test_following_another_roadmap_by_mouse(qtbot, made):
    roads = made.page.findChild(RoadmapList)
    assert not button_of(made, "Follow").isEnabled()
    assert button_of(made, "Remove").isHidden()
    place = roads.visualRect(roads.model().index(1, 0)).center()
    qtbot.mouseClick(roads.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not button_of(made, "Remove").isHidden()
    press(qtbot, button_of(made, "Follow"))
    assert made.workspace.store.reader.setting("roadmap") == "other"
    assert not button_of(made, "Follow").isEnabled()
    assert not button_of(made, "Remove").isEnabled()
    assert "before you remove" in shown_texts(made)


def test_following_and_removing_by_keyboard(qtbot, made):
    roads = made.page.findChild(RoadmapList)
    roads.setFocus()
    qtbot.keyClick(roads, Qt.Key.Key_Down)
    qtbot.keyClick(roads, Qt.Key.Key_Return)
    assert made.workspace.store.reader.setting("roadmap") == "other"
    qtbot.keyClick(roads, Qt.Key.Key_Up)
    qtbot.keyClick(roads, Qt.Key.Key_Return)
    assert made.workspace.store.reader.setting("roadmap") == "road"
    qtbot.keyClick(roads, Qt.Key.Key_Down)
    remove = button_of(made, "Remove")
    remove.setFocus()
    qtbot.keyClick(remove, Qt.Key.Key_Return)
    assert [h.slug for h in made.workspace.store.reader.roadmaps()] == ["road"]
    assert roads.model().rowCount() == 1
    assert roads.hasFocus()


def test_a_roadmap_chosen_elsewhere_shows_up(made):
    made.workspace.roadmaps.choose("other")
    made.current.reload()
    roads = made.page.findChild(RoadmapList)
    spoken = [
        roads.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(2)
    ]
    assert spoken == [
        "The road, Version 1 · Comes with Milepost",
        f"{HOSTILE}, Version 2 · Your own file, followed",
    ]


def test_the_window_is_asked_for_a_file_and_for_a_folder(qtbot, made):
    with qtbot.waitSignal(made.page.add_roadmap_requested):
        press(qtbot, button_of(made, "Add a roadmap file…"))
    with qtbot.waitSignal(made.page.folder_change_requested):
        press(qtbot, button_of(made, "Choose another data folder…"))


class Opener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def take(self, url):
        self.opened.append(url.toLocalFile())


def test_exactly_the_data_folder_is_opened(qtbot, made, folder):
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "take")
    press(qtbot, button_of(made, "Open the folder"))
    QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [str(folder)]
    assert made.page.findChild(PathField).text() == str(folder)


def test_a_backup_is_made_off_the_gui_thread_and_listed(qtbot, made):
    def backup():
        made.backups.insert(0, ("21 November 2026", Path("c.db")))
        return Path("milepost-c.db")

    made.backup = backup
    assert "20 November 2026" in shown_texts(made)
    press(qtbot, button_of(made, "Make a backup now"))
    assert "Making a backup…" in shown_texts(made)
    press(qtbot, button_of(made, "Make a backup now"))  # asks for no second one
    qtbot.waitUntil(lambda: "Backup made: milepost-c.db" in shown_texts(made))
    assert "21 November 2026\n20 November 2026\n3 May 2026" in shown_texts(made)


def test_a_backup_that_fails_says_why(qtbot, made):
    def backup():
        raise StorageError("The disk is full.", "full")

    made.backup = backup
    press(qtbot, button_of(made, "Make a backup now"))
    told = "No backup was made. The disk is full."
    qtbot.waitUntil(lambda: told in shown_texts(made))


def test_the_tab_order_follows_the_page(qtbot, made):
    segment = made.page.findChildren(Segment)[0]
    segment.setFocus()
    names = []
    for _ in range(8):
        widget = QApplication.focusWidget()
        names.append(widget.accessibleName() or widget.text())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert names == [
        "System",
        "Text size",
        "Hours a week",
        "Your roadmaps",
        "Add a roadmap file…",
        "Data folder",
        "Open the folder",
        "Choose another data folder…",
    ]


def test_labels_are_plain_and_everything_has_a_name(made):
    for each in made.page.findChildren(QLabel):
        assert each.textFormat() == Qt.TextFormat.PlainText
    for each in made.page.findChildren(QWidget):
        tab = each.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tab and each.isVisible() and each.focusProxy() is None:
            text = each.text() if isinstance(each, QAbstractButton) else ""
            inner = each.parent()
            assert each.accessibleName() or text or inner.accessibleName(), each


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1200, 838), (740, 580)])
def test_nothing_is_cut_off_sideways(qapp, made, size, percent):
    theme.apply(qapp, "dark", qapp.font(), percent)
    made.page.resize(*size)
    qapp.processEvents()
    assert made.page.page.width() <= made.page.viewport().width()
    for each in made.page.findChildren(QPushButton):
        if each.isVisible():
            assert each.width() >= each.sizeHint().width()
    theme.apply(qapp, "light", qapp.font(), round(10_000 / percent))
