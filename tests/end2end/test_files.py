"""Roadmap files of a learner's own come in by every way, and never by half."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication

from tests.pages.fixtures import MINE, NEWER
from tests.pages.keys import click
from tests.pages.window import entering
from tracker.ui.single_instance import SingleInstance

ADDED = "Added “My own road”: 6 items."


def by_menu(running, path, choose_file):
    choose_file(path)
    running.run("add")


def by_drop(running, path, _choose_file):
    assert running.drop(path)


def by_second_start(running, path, _choose_file):
    second = SingleInstance(running.folder)
    assert not second.acquire()
    assert second.hand_over(str(path))


@pytest.fixture(params=[by_menu, by_drop, by_second_start])
def add(request, running, choose_file, monkeypatch):
    def added(path):
        started, start = [], running.session.tasks.start

        def noted(work):
            started.append(work)
            return start(work)

        monkeypatch.setattr(running.session.tasks, "start", noted)
        request.param(running, path, choose_file)
        running.qtbot.waitUntil(lambda: bool(started))
        running.wait_for_tasks()

    return added


def test_a_file_is_added_and_offered(running, mine, add):
    before = running.roadmap
    add(mine)
    assert running.message == ADDED
    assert running.message_button == "Follow it"
    assert running.roadmap == before, "what is followed is the learner's choice"
    assert "My own road" in running.roadmaps()
    running.click_message_button()
    assert running.roadmap == "My own road"
    assert running.message == ""


def test_a_newer_version_keeps_what_is_checked_off(running, mine, choose_file):
    running.drop(mine)
    running.wait_for_tasks()
    running.click_message_button()
    page = running.journey
    page.check("Forge iron")
    mine.write_text(NEWER, encoding="utf-8")
    running.drop(mine)
    running.wait_for_tasks()
    assert "is up to date: 6 items kept with their progress, 2 new" in running.message
    assert page.titles() == ["Forge iron", "Carve wood", "Weave cloth"]
    assert page.state("Forge iron") == "done"
    assert running.status.startswith("Stage 1 of 1")
    assert 0 < page.ring < 100


def test_a_bad_file_is_explained_and_changes_nothing(running, tmp_path, add):
    bad = tmp_path / "bad.yaml"
    bad.write_text(MINE.replace("hours: 10", "hours: soon"), encoding="utf-8")
    roadmaps, edits = running.roadmaps(), running.edits()
    add(bad)
    dialog = running.wait_for_problems()
    model = dialog.panel.table.model()
    assert model.rowCount() == 1
    cells = [str(model.index(0, n).data()) for n in range(model.columnCount())]
    assert any("soon" in cell for cell in cells)
    assert dialog.panel.table.hasFocus()
    running.press("Escape")
    assert running.problems is None
    assert (running.roadmaps(), running.edits()) == (roadmaps, edits)
    assert running.message == ""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.yaml", b""),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("latin.yaml", "format: milepost-roadmap/1\ntitle: Straße".encode("latin-1")),
        ("deep.yaml", b"[" * 100_000),
        ("bomb.yaml", b"a: &a [x]\nb: [*a, *a]"),
        ("nul.yaml", b"format: milepost-roadmap/1\0"),
        ("huge.yaml", b"#" + b"x" * 3_000_000),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_files_are_refused_with_reasons(running, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    roadmaps = running.roadmaps()
    running.drop(path)
    running.wait_for_tasks()
    assert running.problems is not None or running.message
    assert running.roadmaps() == roadmaps


def test_folders_missing_files_and_addresses_do_no_harm(running, tmp_path):
    running.drop(tmp_path)
    running.wait_for_tasks()
    running.drop(tmp_path / "not there.yaml")
    running.wait_for_tasks()
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/road.yaml")])
    event = entering(data)
    event.ignore()
    QApplication.sendEvent(running.window, event)
    assert not event.isAccepted()


def test_cancelling_the_dialog_does_nothing(running, choose_file):
    choose_file(None)
    running.run("add")
    assert not running.session.tasks._tasks
    assert running.message == ""


def test_several_files_at_once(running, tmp_path):
    paths = []
    for number in range(3):
        paths.append(tmp_path / f"{number}.yaml")
        text = MINE.replace("slug: mine", f"slug: mine-{number}")
        paths[-1].write_text(text, encoding="utf-8")
    running.drop(*paths)
    running.wait_for_tasks()
    assert running.roadmaps().count("My own road") == 3


def test_the_slug_of_a_bundled_roadmap_is_refused(running, tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(MINE.replace("slug: mine", "slug: backend-career"))
    running.drop(path)
    running.wait_for_tasks()
    assert running.message
    assert "My own road" not in running.roadmaps()


@pytest.mark.parametrize("way", ["button", "second start", "drop"])
def test_a_file_at_the_first_run_is_followed(
    milepost, new_folder, tmp_path, mine, choose_file, way
):
    folder = tmp_path / "data"
    shutil.copytree(new_folder, folder)
    first = milepost(folder)
    if way == "button":
        choose_file(mine)
        click(first.shown_alone._file)
    elif way == "drop":
        assert first.drop(mine)
    else:
        first.session.come_forward(str(mine))
    assert first.shown_alone is None
    assert first.roadmap == "My own road"


def test_a_bad_file_at_the_first_run_leaves_the_page(
    milepost, new_folder, tmp_path, choose_file
):
    folder = tmp_path / "data"
    shutil.copytree(new_folder, folder)
    first = milepost(folder)
    bad = tmp_path / "bad.yaml"
    bad.write_text("nothing", encoding="utf-8")
    choose_file(bad)
    click(first.shown_alone._file)
    assert first.wait_for_problems().isVisible()
    first.press("Escape")
    choose_file(tmp_path)
    click(first.shown_alone._file)
    assert first.shown_alone is not None
    assert first.problems is not None or first.message
