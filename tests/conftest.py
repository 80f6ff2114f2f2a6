"""What every test lives in: no screen, no network, no real home, no hidden warning."""

from __future__ import annotations

import logging
import os
import shutil
import socket
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.builders import Desk, a_roadmap
from tracker.db.data_file import NAME, DataFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Half an hour off a whole zone, so that nobody takes UTC for the learner's own day.
NOON = datetime(
    2026, 11, 21, 12, 0, 0, 123_456, timezone(timedelta(hours=5, minutes=30))
)

settings.register_profile(
    "here", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "qapp" in getattr(item, "fixturenames", ()):
            item.add_marker("gui")


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory, monkeypatch) -> None:
    """No test can touch the home of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("MILEPOST_DATA", str(home / "milepost"))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch) -> None:
    """Nothing here needs a network; local sockets of the system are fine."""

    class Guarded(socket.socket):
        def __init__(self, family=-1, *rest, **named) -> None:
            super().__init__(family, *rest, **named)
            if self.family in {socket.AF_INET, socket.AF_INET6}:
                self.close()
                pytest.fail("This test opened a network connection.")

    monkeypatch.setattr(socket, "socket", Guarded)


@pytest.fixture(autouse=True)
def _no_logged_warning(caplog) -> Iterator[None]:
    """Fail for every logged warning; who expects one looks and then clears `caplog`."""
    yield
    logged = [
        record
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    if logged:
        pytest.fail(f"Logged without being expected: {logged}")


@pytest.fixture(scope="session")
def new_data_file(tmp_path_factory) -> Path:
    """Return a closed data file as Milepost makes it, to be copied."""
    folder = tmp_path_factory.mktemp("new")
    DataFile(folder).close()
    return folder / NAME


@pytest.fixture
def folder(tmp_path, new_data_file) -> Path:
    """Return a data folder with an empty data file."""
    return a_data_folder(tmp_path / "data", new_data_file)


@pytest.fixture
def desk(folder) -> Iterator[Desk]:
    """Return everything wired together on a real data file, with one roadmap."""
    with Desk(folder, now=lambda: NOON) as desk:
        desk.roadmaps.add(a_roadmap(), "1")
        desk.roadmaps.choose("road")
        yield desk


def a_data_folder(folder: Path, new_data_file: Path) -> Path:
    """Make a data folder around a copy of a closed data file; quicker than anew."""
    folder.mkdir(mode=0o700)
    (folder / "backups").mkdir(mode=0o700)
    shutil.copy(new_data_file, folder / NAME)
    return folder
