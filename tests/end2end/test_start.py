"""What a start does before the road is on screen: all of it delays the picture."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tracker.app.session import Session
from tracker.ui.navigation import JOURNAL
from tracker.workspace import Workspace, bundled_content

ROOT = Path(__file__).parents[2]
PROGRAM = """
import linecache, sys
from tracker import app
load_qt = app.load_qt
def complete(self):  # what follows the first picture
    from PySide6 import QtCore, QtGui, QtWidgets
    print("modules", *sys.modules)
    print("sources", *linecache.cache)
    print("classes", *(n for each in (QtCore, QtGui, QtWidgets) for n in vars(each)))
    QtWidgets.QApplication.quit()
def load_and_watch():
    load_qt()
    from tracker.app.journeying import Journeying
    Journeying.complete = complete
app.load_qt = load_and_watch
app.main(sys.argv[1])
"""


@pytest.fixture(scope="module")
def first_picture(tmp_path_factory) -> dict[str, set[str]]:
    """Return what a start has loaded when the road is on screen, by kind."""
    folder = tmp_path_factory.mktemp("start")
    workspace = Workspace(folder, lambda _stored: None)
    workspace.install_bundled(bundled_content())
    workspace.roadmaps.choose("backend-career")
    workspace.close()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = [line.split() for line in done.stdout.splitlines()]
    return {kind: set(names) for kind, *names in lines}


def test_what_the_picture_does_not_show_is_imported_after_it(first_picture):
    modules = first_picture["modules"]
    assert "tracker.ui.journey.road_view" in modules
    assert not {"sqlalchemy", "alembic", "yaml", "pydantic", "platformdirs"} & modules
    later = {
        "tracker.db.backup",
        "tracker.db.writing",
        "tracker.services.learning",
        "tracker.ui.actions",
        "tracker.ui.journey.due_line",
        "tracker.ui.journey.stage_panel",
        "tracker.ui.widgets.row_paint",
    }
    assert not later & modules


def test_no_import_reads_the_source_of_what_it_imports(first_picture):
    """PySide6 does so once it is imported, unless it is kept from it."""
    assert not [name for name in first_picture["sources"] if "tracker" in name]


def test_no_class_of_qt_is_made_for_its_enumerations_alone(first_picture):
    """Qt's classes are made when they are first named; these take 1 to 6 ms each."""
    assert "QPainter" in first_picture["classes"]
    assert not {"QStyle", "QGradient", "QIcon"} & first_picture["classes"]


def test_a_page_chosen_before_the_window_is_complete_keeps_the_keyboard(
    milepost, data, monkeypatch
):
    original = Session._settle_soon

    def choose_and_complete(session):
        session.journeying.show_page(JOURNAL)
        original(session)

    monkeypatch.setattr(Session, "_settle_soon", choose_and_complete)
    window = milepost(data)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.window.pages.currentWidget().isAncestorOf(focused)
    window.show_journey()
    assert window.journey.table.isVisible()
