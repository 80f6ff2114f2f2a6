"""One window on one data folder: which page it shows, and what its parts tell it."""

from __future__ import annotations

import gc
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from tracker.app.journeying import Journeying
from tracker.domain.errors import MilepostError, StorageError
from tracker.domain.progress import Progress
from tracker.domain.standing import stand
from tracker.services.journey import chosen_roadmap
from tracker.ui import theme
from tracker.ui.bus import EditBus
from tracker.ui.main_window import MainWindow
from tracker.ui.single_instance import SingleInstance
from tracker.words import tr
from tracker.workspace import Workspace, bundled_content

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from tracker.domain.outline import Outline
    from tracker.ui.preferences import Preferences
    from tracker.ui.tasks import TaskRunner

WATCH = 1000  # ms between looks for what another program stored
UNSEEN = 5000  # ms after which a window that was never painted is completed too
SETTLE = 100  # ms after the first picture before work in the background begins


class Session(QObject):
    """Opens the data folder and keeps the window on it."""

    def __init__(
        self,
        folder: Path,
        preferences: Preferences,
        logs: Path,
        *,
        instance: SingleInstance,
        report: Path | None = None,
    ) -> None:
        """Prepare a window.

        Args:
            folder: The data folder.
            preferences: What belongs to this computer's window.
            logs: The log folder.
            instance: The lock of the data folder, held.
            report: The report of an earlier run that did not end well, if any.
        """
        super().__init__()
        self.folder, self.preferences, self.logs = folder, preferences, logs
        self.instance = instance
        instance.called.connect(self.come_forward)
        self._report = report
        self._font = QApplication.font()
        self.apply_look()
        self.window = MainWindow(preferences)
        self._tasks: TaskRunner | None = None
        self.workspace: Workspace | None = None
        self.journeying: Journeying | None = None
        self._painted = self._settled = False
        self._insists = False  # closes again though a note could not be saved
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE)
        self._settling.timeout.connect(self.settle)
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH)
        self._watch.timeout.connect(self._on_watch)
        self.window.closing.connect(self._on_closing)
        self.window.dropped.connect(self._on_dropped)
        self.window.first_painted.connect(self._settle_soon)
        QTimer.singleShot(UNSEEN, self, self._on_unseen)
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self.apply_look)

    def start(self) -> None:
        """Open the data folder and show what is to be shown first."""
        self.close_folder()
        bus = EditBus(self)
        try:
            self.workspace = Workspace(self.folder, bus.publish)
            if not self.workspace.store.reader.roadmaps():
                self.workspace.install_bundled(bundled_content())
            if chosen_roadmap(self.workspace.store.reader) is None:
                self._show_first_run()
            else:
                self._show_journey(bus)
        except StorageError as error:
            self.show_trouble(error)

    @property
    def tasks(self) -> TaskRunner:
        """Return what runs work in the background."""
        if self._tasks is None:
            from tracker.ui.tasks import TaskRunner

            self._tasks = TaskRunner(self)
        return self._tasks

    def settle(self) -> None:
        """Do what can wait until the window is on screen."""
        from tracker.app.upkeep import Upkeep
        from tracker.logs import start_log

        if not self._settled:
            self._settled = True
            if not gc.isenabled():  # `tracker.__main__` switched it off for the start
                gc.freeze()  # walking through what stays anyway would take 0.1 s
                gc.enable()
            self._watch.start()  # on any page: Python takes a signal only when it runs
            start_log(self.logs)
            self.instance.listen()
        if self.journeying is not None and self.workspace is not None:
            with suppress(
                StorageError
            ):  # locked just now: it is done at the next start
                Upkeep(self, self.workspace, self.journeying).start()
        if self._report is not None:
            self._say_report(self._report)
            self._report = None

    def end(self) -> None:
        """Store what is being typed, remember the window, close the data file."""
        self.close_folder()
        self._settled = True  # nothing begins any more, also if it is painted only now
        self._watch.stop()
        self.window.remember()
        self.preferences.save()
        if self._tasks is not None:
            self._tasks.shut_down()

    def close_folder(self) -> None:
        """Let go of the data folder."""
        self._settling.stop()
        if self.journeying is not None:
            self.journeying.save()
            self.journeying.detach()
            self.journeying = None
        if self.workspace is not None:
            self.workspace.close()
            self.workspace = None

    def change_folder(self, folder: Path) -> None:
        """Use another data folder, in this window and at the next start."""
        if self.journeying is not None:
            self.journeying.save()
            if not self.journeying.is_saved:
                text = tr(
                    "A note could not be saved, so Milepost stays with this folder. "
                    "Copy the note, or make room and try again."
                )
                self.window.messages.say(text)
                return
        if folder.resolve() == self.folder.resolve():
            self.start()
            return
        instance = SingleInstance(folder, self)
        if not instance.acquire():
            text = tr("Another window is open on {folder}.", folder=folder)
            self.window.messages.say(text)
            return
        self.instance.release()
        self.instance = instance
        instance.called.connect(self.come_forward)
        instance.listen()
        from tracker.paths import remember_folder

        with suppress(OSError):  # then the choice holds for this start only
            remember_folder(folder)
        self.folder = folder
        self.start()

    def apply_look(self) -> None:
        """Show everything in the chosen colours and text size."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            preferences = self.preferences
            theme.apply(
                application, preferences.theme, self._font, preferences.text_size
            )

    def show_trouble(self, error: StorageError) -> None:
        """Show what is wrong with the data folder, and the ways out."""
        from tracker.app.rescue import Rescue

        self.close_folder()
        self._rescue = Rescue(self, error)
        self.window.menuBar().hide()
        self.window.show_alone(self._rescue.page)
        self._settle_when_painted()

    def come_forward(self, file: str) -> None:
        """Answer a second start."""
        window = self.window
        window.setWindowState(
            window.windowState() & ~window.windowState().WindowMinimized
        )
        window.show()
        window.raise_()
        window.activateWindow()
        if file:
            from pathlib import Path

            self.add_file(Path(file))

    def add_file(self, path: Path) -> None:
        """Add a roadmap file, if a roadmap can be added now."""
        if self.journeying is not None:
            self.journeying.adding.add_file(path)
        elif self.workspace is not None:
            self._follow_file(path)

    def report_failure(self, line: str, details: str) -> None:
        """Tell of a fault of ours; the window goes on."""
        text = tr(
            "Something unexpected went wrong: {line}. What was shown as saved is safe, "
            "and Milepost goes on.",
            line=line,
        )
        self.window.messages.say(text, details=details)

    def _show_journey(self, bus: EditBus) -> None:
        assert self.workspace is not None  # noqa: S101  # opened by the caller
        self.journeying = Journeying(self, self.workspace, bus)
        self._settle_when_painted()

    def _settle_when_painted(self) -> None:
        if self._painted:
            self._settle_soon()

    def _settle_soon(self) -> None:
        """Complete the window; leave the next moments to the learner's first key."""
        self._painted = True
        self._settling.start()
        if self.journeying is not None:
            try:
                self.journeying.complete()
            except StorageError as error:
                self.show_trouble(error)

    def _on_unseen(self) -> None:
        """Go on also where nothing is painted, as in a window that starts minimised."""
        if not self._painted:
            self._settle_soon()

    def _show_first_run(self) -> None:
        from tracker.ui.first_run import FirstRunPage, Road

        def road(outline: Outline) -> Road:
            hours = stand(outline, Progress({})).hours_left
            stages = len(outline.stages)
            return Road(outline.slug, outline.title, outline.summary, stages, hours)

        assert self.workspace is not None  # noqa: S101  # opened by the caller
        reader = self.workspace.store.reader
        heads = reader.roadmaps()
        outlines = [reader.outline(head.slug) for head in heads]
        page = FirstRunPage([road(outline) for outline in outlines])
        page.started.connect(self._on_started)
        page.skipped.connect(self._on_skipped)
        page.add_file_requested.connect(self._on_first_file)
        self._first_run = page
        self.window.menuBar().hide()
        self.window.show_alone(page)
        self._settle_when_painted()

    def _on_started(self, slug: str, hours: int) -> None:
        if self.workspace is None:
            return
        try:
            self.workspace.roadmaps.choose(slug)
            self.workspace.roadmaps.set_hours_a_week(hours)
        except MilepostError as error:
            self.report_failure(str(error), "")
            if isinstance(error, StorageError):
                self.show_trouble(error)
            return
        self.start()

    def _on_skipped(self) -> None:
        from tracker.domain.forecast import USUAL_HOURS_A_WEEK
        from tracker.workspace import DEFAULT_ROADMAP

        self._on_started(DEFAULT_ROADMAP, USUAL_HOURS_A_WEEK)

    def _on_first_file(self) -> None:
        from tracker.app.files import ask_for_roadmap_file

        path = ask_for_roadmap_file(self.window)
        if path is not None:
            self.add_file(path)

    def _on_dropped(self, paths: list[str]) -> None:
        from pathlib import Path

        files = [Path(path) for path in paths]
        if self.journeying is not None:
            from tracker.app.career.page import take_dropped

            files = take_dropped(self.journeying, files)
        for path in files:
            self.add_file(path)

    def _follow_file(self, path: Path) -> None:
        """Add a file at the first run, and follow it."""
        from tracker.app.files import add_first

        assert self.workspace is not None  # noqa: S101  # open at the first run
        slug = add_first(self.window, self.workspace, path)
        if slug is not None:
            self._on_started(slug, self._first_run.hours)

    def _on_watch(self) -> None:
        if self.journeying is None:
            return
        # A lock held by another program right now: there is a next look in a second.
        with suppress(StorageError):
            self.journeying.current.look_for_changes()

    def _on_closing(self, event: QCloseEvent) -> None:
        if self.journeying is None:
            return
        self.journeying.save()
        kept = self.journeying.is_saved
        if not kept and not self._insists:
            event.ignore()
            text = tr(
                "A note could not be saved, so the window stays open. Try again, or "
                "copy what you wrote; to leave without it, close the window again."
            )
            retry = self.journeying.save
            self.window.messages.say(text, action=tr("Try again"), run=retry)
        self._insists = not kept

    def _say_report(self, report: Path) -> None:
        from tracker.app.files import open_folder

        text = tr(
            "Milepost did not end as it should last time. Everything that was shown as "
            "saved is here. A report is in {path}.",
            path=report,
        )

        def show() -> None:
            open_folder(report.parent)

        self.window.messages.say(text, action=tr("Open the folder"), run=show)
