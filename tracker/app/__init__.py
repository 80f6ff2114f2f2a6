"""The desktop application: put the parts together and run them."""

from __future__ import annotations

import builtins
import os
import sys
from typing import TYPE_CHECKING

from tracker.paths import data_folder, log_folder, preferences_file
from tracker.words import tr

if TYPE_CHECKING:
    from pathlib import Path

NO_DISPLAY = 3  # exit code: there is no screen to open a window on


def main(data: str | None = None, file: Path | None = None) -> int:
    """Open the window and run until it is closed.

    Args:
        data: The data folder that the command line named.
        file: A roadmap file to add.

    Returns:
        The exit code.
    """
    if not _has_display():
        print(_no_display_text(), file=sys.stderr)  # noqa: T201  # there is no window
        return NO_DISPLAY
    load_qt()
    from tracker.app.running import run  # Qt needs a display

    folder = data_folder(data)
    return run(folder, preferences_file(folder), log_folder(folder), file)


def load_qt() -> None:
    """Import Qt, without what it does to every import after its own.

    PySide6 puts itself in the place of Python's import, and reads the source of each
    module that is imported from then on, to know whether that may ask for
    ``from __feature__ import``. None of ours does.
    """
    import PySide6.QtCore  # noqa: F401  # for what it does

    if builtins.__import__ is getattr(builtins, "__feature_import__", None):
        builtins.__import__ = getattr(builtins, "__orig_import__")  # noqa: B009  # untyped


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(
        os.environ.get(name)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


def _no_display_text() -> str:
    return tr(
        "Milepost cannot open its window: there is no display (DISPLAY and "
        "WAYLAND_DISPLAY are not set).\n"
        "These work without one:\n"
        "  milepost status          where you stand\n"
        "  milepost done SLUG       check something off; undo and redo take it back\n"
        "  milepost check FILE      check a roadmap file\n"
        "  milepost tour DIR        play the main job, write a picture of each step\n"
        "  milepost --help          everything else\n"
        "From a checkout, write “python3 run.py” instead of “milepost”."
    )
