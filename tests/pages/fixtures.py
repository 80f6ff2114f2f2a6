"""A window on a data folder, quick enough for every test to have its own."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.pages.postings import ADVERT, JobFit
from tests.pages.window import Milepost
from tracker.db.backup import make_backup
from tracker.db.data_file import NAME
from tracker.workspace import DEFAULT_ROADMAP, Workspace, bundled_content, local_now

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Style the application as Milepost does."""
    return ["milepost", "-style", "fusion"]


@pytest.fixture(scope="session")
def new_folder(tmp_path_factory) -> Path:
    """Return a closed data folder in which no roadmap was chosen yet."""
    folder = tmp_path_factory.mktemp("closed") / "data"
    workspace = Workspace(folder, lambda _stored: None)
    workspace.install_bundled(bundled_content())
    workspace.close()
    return folder


@pytest.fixture(scope="session")
def chosen_folder(tmp_path_factory, new_folder) -> Path:
    """Return a closed data folder that follows the bundled roadmap."""
    folder = tmp_path_factory.mktemp("closed") / "data"
    shutil.copytree(new_folder, folder)
    workspace = Workspace(folder, lambda _stored: None)
    workspace.roadmaps.choose(DEFAULT_ROADMAP)
    workspace.close()
    make_backup(folder / NAME, local_now())
    return folder


@pytest.fixture
def data(tmp_path, chosen_folder) -> Path:
    """Return a data folder of one's own that follows the bundled roadmap."""
    return Path(shutil.copytree(chosen_folder, tmp_path / "data"))


@pytest.fixture
def _look_as_before(qapp) -> Iterator[None]:
    """Leave the application as it was found."""
    font = QApplication.font()
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(QPalette())


@pytest.fixture
def milepost(qtbot, _look_as_before, monkeypatch):
    """Return what opens a window on a data folder; every one is closed at the end."""
    monkeypatch.setattr("tracker.app.session.SETTLE", 0)
    opened: list[Milepost] = []

    def start(folder: Path, **how) -> Milepost:
        window = Milepost(qtbot, folder, **how)
        opened.append(window)
        window.show()
        return window

    yield start
    for each in opened:
        if shiboken6.isValid(each.session):
            each.quit()
    left = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert not left, "windows are left open"


@pytest.fixture
def running(milepost, data) -> Milepost:
    """Return a window that follows the bundled roadmap, from its beginning."""
    return milepost(data)


@pytest.fixture
def choose_file(monkeypatch):
    """Return what answers the next file dialog: a path, or ``None`` for Cancel."""

    def answer(path: Path | None) -> None:
        chosen = ("" if path is None else str(path), "")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: chosen)

    return answer


@pytest.fixture
def choose_folder(monkeypatch):
    """Return what answers the next folder dialog."""

    def answer(path: Path | None) -> None:
        chosen = "" if path is None else str(path)
        monkeypatch.setattr(
            QFileDialog, "getExistingDirectory", lambda *_, **__: chosen
        )

    return answer


MINE = """\
format: milepost-roadmap/1
slug: mine
title: My own road
version: "1"
summary: Short and mine.
stages:
  - slug: only
    title: The only stage
    summary: All of it.
    groups:
      - title: Tools
        skills:
          - slug: forge
            title: Forge iron
            summary: Hot.
            hours: 10
            outcomes:
              - {slug: nail, text: I can make a nail}
              - {slug: hook, text: I can make a hook}
          - slug: carve
            title: Carve wood
            summary: Sharp.
            hours: 4
            outcomes:
              - {slug: spoon, text: I can carve a spoon}
"""
NEWER = (
    MINE.replace('version: "1"', 'version: "2"')
    + """\
          - slug: weave
            title: Weave cloth
            summary: Soft.
            hours: 3
            outcomes:
              - {slug: towel, text: I can weave a towel}
"""
)


@pytest.fixture
def mine(tmp_path) -> Path:
    """Return a learner's own roadmap file."""
    path = tmp_path / "my road.yaml"
    path.write_text(MINE, encoding="utf-8")
    return path


@pytest.fixture
def fit(running: Milepost) -> JobFit:
    """Return Job fit with nothing kept yet."""
    return JobFit(running)


@pytest.fixture
def one(fit: JobFit) -> JobFit:
    """Return Job fit with one advert, which is shown."""
    fit.paste(ADVERT)
    return fit
