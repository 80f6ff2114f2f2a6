"""Start Qt, open the window, and end well."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tracker.app.session import Session
from tracker.logs import RunMarker
from tracker.paths import remembered_folder
from tracker.ui.failures import Failures
from tracker.ui.preferences import Preferences
from tracker.ui.single_instance import SingleInstance
from tracker.words import tr

if TYPE_CHECKING:
    from pathlib import Path


def make_application() -> QApplication:
    """Return the application object, with Milepost's name and style."""
    # As an argument, so that the system's own style is not made first.
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName("Milepost")
    application.setApplicationDisplayName("Milepost")
    application.setDesktopFileName("milepost")
    return application


def run(folder: Path, preferences: Path, logs: Path, file: Path | None) -> int:
    """Run the window on one data folder; return the exit code."""
    os.umask(0o077)  # what is kept here is nobody else's business
    application = make_application()
    instance = SingleInstance(folder)
    _make_folder(folder)
    if not instance.acquire():
        if instance.hand_over("" if file is None else str(file.absolute())):
            return 0
        if not instance.acquire():  # it may have ended while it was asked
            return _say_that_nobody_answers()
    marker = RunMarker(logs)
    failures = Failures()
    session = Session(
        folder, Preferences(preferences), logs, instance=instance, report=marker.report
    )
    failures.happened.connect(session.report_failure)
    _end_well_on_signals(application)
    session.start()
    session.window.restore()
    session.window.show()
    if file is not None:
        session.add_file(file)
    code = application.exec()
    session.end()
    failures.stop()
    session.instance.release()
    marker.end()
    return code


def _end_well_on_signals(application: QApplication) -> None:
    """Let logging out, Ctrl+C and a closed terminal end Milepost as its window does.

    What is ignored, as Ctrl+C is behind a shell's ``&``, stays so.
    """
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda *_: application.quit())


def _make_folder(folder: Path) -> None:
    try:
        if folder.exists() or folder == remembered_folder():
            return  # where it is lost, the session says so
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return  # the session says what is wrong with it


def _say_that_nobody_answers() -> int:
    text = tr(
        "Milepost is already open on this data folder, but does not answer. Close that "
        "window, or wait until it has finished, and start again."
    )
    print(text, file=sys.stderr)  # noqa: T201  # this start opens no window
    return 1
