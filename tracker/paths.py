"""Where things are kept on this computer; the same for the window and the terminal."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "MILEPOST_DATA"


def data_folder(chosen: str | None = None) -> Path:
    """Return the folder of the learner's data, which may not exist yet.

    Args:
        chosen: What ``--data`` named; else ``MILEPOST_DATA``, else the platform's own
            place for the data of an application.
    """
    named = chosen or os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path  # noqa: PLC0415  # only needed here

    folder = user_data_path("Milepost", appauthor=False)
    # A relative XDG_DATA_HOME is to be ignored, says the XDG base directory standard.
    fallback = Path.home() / ".local" / "share" / "Milepost"
    return folder if folder.is_absolute() else fallback


def log_folder(folder: Path) -> Path:
    """Return the folder of the log and of crash reports."""
    return folder / "logs"


def preferences_file(folder: Path) -> Path:
    """Return the file of what belongs to this computer's window."""
    return folder / "window.ini"
