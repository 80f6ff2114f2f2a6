"""``milepost tour DIR``: play the main job off screen, a picture of each step.

Everything happens in the real window, by clicks and keys, on throw-away data. It needs
no display, so it also shows on a server that an installation works.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tracker.app.running import make_application
from tracker.app.session import Session
from tracker.domain.edit import State
from tracker.domain.errors import MilepostError
from tracker.paths import log_folder, preferences_file
from tracker.ui import theme
from tracker.ui.first_run import FirstRunPage
from tracker.ui.preferences import Preferences
from tracker.ui.single_instance import SingleInstance
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.app.journeying import Journeying
    from tracker.services.journey import Journey

SIZE = (1440, 900)


class TourError(MilepostError):
    """Something on the tour was not as it should be."""


class Tour:
    """Drives one window after another on the same throw-away data folder."""

    def __init__(self, pictures: Path, data: Path) -> None:
        """Write pictures into one folder and data into another."""
        self._pictures, self._data = pictures, data
        self._number = 0
        self._application = QApplication.instance() or make_application()
        if isinstance(self._application, QApplication):
            self._application.setFont(theme.use_picture_font())
        self._instance: SingleInstance | None = None
        self._session: Session | None = None

    def play(self) -> Iterator[str]:
        """Play every step; yield a line about what was found true."""
        yield from self._start_for_the_first_time()
        yield from self._walk_to_the_second_stage()
        yield from self._check_off_and_undo()
        yield from self._come_back()
        yield from self._look_around()

    def close(self) -> None:
        """Close the window, as quitting does."""
        if self._session is not None and self._instance is not None:
            self._session.window.close()
            self._session.end()
            self._session.instance.release()
            self._session = None

    def _open(self) -> Session:
        self._instance = SingleInstance(self._data)
        _require(self._instance.acquire(), "nobody else has this folder open")
        preferences = Preferences(preferences_file(self._data))
        logs = log_folder(self._data)
        session = Session(self._data, preferences, logs, instance=self._instance)
        self._session = session
        session.start()
        session.window.resize(*SIZE)
        session.window.show()
        QTest.qWaitForWindowExposed(session.window)
        if session.journeying is not None:
            session.journeying.complete()
        QApplication.processEvents()
        return session

    def _start_for_the_first_time(self) -> Iterator[str]:
        session = self._open()
        page = session.window.findChild(FirstRunPage)
        _require(page is not None, "a new learner is asked for a roadmap")
        yield self._picture(tr("A new learner is asked for a roadmap."), "first-run")
        QTest.keyClick(session.window, Qt.Key.Key_Return)
        QApplication.processEvents()
        if session.journeying is None and isinstance(page, FirstRunPage):
            page.skipped.emit()
        _require(session.journeying is not None, "the journey opens")
        stages = len(self._journey().outline.stages)
        text = tr("The journey opens: {n} stages, nothing walked yet.", n=stages)
        _require(self._journey().standing.percent == 0, text)
        yield self._picture(text, "journey")

    def _walk_to_the_second_stage(self) -> Iterator[str]:
        page = self._journeying().page
        page.show_stage(0)
        skills = list(self._journey().stage(0).skills)
        table = page.panel.skills
        for skill in skills:
            table.go_to(f"skill:{skill.slug}")
            QTest.keyClick(table, Qt.Key.Key_Space)
        page.show_tab(1)
        for project in self._journey().stage(0).projects:
            page.panel.projects.go_to(f"project:{project.slug}")
            QTest.keyClick(page.panel.projects, Qt.Key.Key_Space)
        page.show_tab(0)
        here = self._journey().standing.here
        text = tr("Stage 1 is checked off with the space bar; stage 2 is where I am.")
        _require(here == 1, text)
        button = page.road.stage_button(1)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        _require(page.position == 1, tr("A click on its marker opens stage 2."))
        yield self._picture(text, "stage-2")

    def _check_off_and_undo(self) -> Iterator[str]:
        page = self._journeying().page
        stage = self._journey().stage(1)
        skills = list(stage.skills)
        table = page.panel.skills
        for skill in skills[:4]:
            table.go_to(f"skill:{skill.slug}")
            QTest.keyClick(table, Qt.Key.Key_Space)
        last = f"skill:{skills[3].slug}"
        text = tr("“{title}” is checked off.", title=skills[3].title)
        _require(self._stored(last) is State.DONE, text)
        yield self._picture(text, "checked-off")
        window = self._journeying().window
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        text = tr("Ctrl+Z takes “{title}” back.", title=skills[3].title)
        _require(self._stored(last) is State.TODO, text)
        table.go_to(last)
        QTest.keyClick(table, Qt.Key.Key_L)
        _require(self._stored(last) is State.LEARNING, tr("L marks it as learning."))
        yield self._picture(text, "undone")

    def _come_back(self) -> Iterator[str]:
        before = dict(self._journey().progress.states)
        self.close()
        self._open()
        after = dict(self._journey().progress.states)
        text = tr("After quitting, all {n} states are where they were.", n=len(after))
        _require(bool(after) and before == after, text)
        yield self._picture(text, "reopened")

    def _look_around(self) -> Iterator[str]:
        journeying = self._journeying()
        skill = next(iter(self._journey().stage(1).skills))
        journeying.go_to(f"skill:{skill.slug}")
        shown = journeying.page.panel.detail.subject
        text = tr("A skill shows what one can do with it.")
        _require(shown == f"skill:{skill.slug}", text)
        yield self._picture(text, "skill")
        journeying.page.show_stage(1)
        journeying.page.show_as_list(as_list=True)
        yield self._picture(tr("The same journey as a list."), "list")
        journeying.page.show_as_list(as_list=False)
        session = self._session
        if session is not None:
            session.preferences.theme = "dark"
            session.apply_look()
        yield self._picture(tr("In the dark."), "dark")
        self.close()

    def _journeying(self) -> Journeying:
        session = self._session
        if session is None or session.journeying is None:
            raise TourError(tr("The window shows no journey."))
        return session.journeying

    def _journey(self) -> Journey:
        journey = self._journeying().current.journey
        if journey is None:
            raise TourError(tr("The window shows no journey."))
        return journey

    def _stored(self, subject: str) -> State:
        """Return what is in the data file, not what is on screen."""
        progress = self._journeying().workspace.store.reader.progress()
        return progress.state(subject)

    def _picture(self, text: str, name: str) -> str:
        self._number += 1
        QApplication.processEvents()
        path = self._pictures / f"{self._number:02}-{name}.png"
        session = self._session
        saved = session is not None and session.window.grab().save(str(path))
        _require(saved, tr("{path} can be written", path=path))
        return f"{path.name}: {text}"


def main(pictures: Path) -> int:
    """Play the tour; return 0 when everything was as it should be."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        pictures.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(tr("{path} cannot be made: {why}", path=pictures, why=error))  # noqa: T201
        return 1
    with tempfile.TemporaryDirectory(prefix="milepost-tour-") as folder:
        tour = Tour(pictures, Path(folder))
        try:
            for line in tour.play():
                print(f"ok  {line}")  # noqa: T201  # the terminal is the interface here
        except MilepostError as error:
            print(tr("FAILED  {why}", why=error))  # noqa: T201
            return 1
        finally:
            with suppress(RuntimeError):
                tour.close()
    print(tr("Everything was as it should be; pictures in {path}.", path=pictures))  # noqa: T201
    return 0


def _require(true: bool, what: str) -> None:  # noqa: FBT001  # reads as a sentence
    if not true:
        raise TourError(what)
