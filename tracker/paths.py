"""Where things are kept on this computer; the same for the window and the terminal."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

VARIABLE = "MILEPOST_DATA"
_POINTER = "folder.txt"  # in the usual folder, names the one chosen in the window


def data_folder(chosen: str | None = None) -> Path:
    """Return the folder of the learner's data, which may not exist yet.

    Args:
        chosen: What ``--data`` named; else ``MILEPOST_DATA``, else the folder that the
            learner chose in the window, else the platform's own place for data.
    """
    named = chosen or os.environ.get(VARIABLE)
    if named:
        with suppress(RuntimeError):  # "~someone": then that is the folder's name
            return Path(named).expanduser().absolute()
        return Path(named).absolute()
    return remembered_folder() or _usual_folder()


def remembered_folder() -> Path | None:
    """Return the folder that the learner chose in the window, if they chose one."""
    with suppress(OSError):
        # As bytes: a name may end with a blank, and it need not be UTF-8.
        pointer = _usual_folder() / _POINTER
        text = os.fsdecode(pointer.read_bytes()).removesuffix("\n")
        if "\0" not in text and Path(text).is_absolute():
            return Path(text)
    return None


def remember_folder(folder: Path) -> None:
    """Use a folder from the next start on, unless it is named otherwise then.

    Raises:
        OSError: The usual folder cannot be written to.
    """
    usual = _usual_folder()
    usual.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = usual / f"{_POINTER}.tmp"
    unfinished.write_bytes(os.fsencode(folder.absolute()) + b"\n")
    unfinished.replace(usual / _POINTER)


def _usual_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415  # only needed here

    folder = user_data_path("Milepost", appauthor=False)
    if folder.is_absolute():
        return folder
    # A relative XDG_DATA_HOME is to be ignored, says the XDG base directory standard.
    return Path.home() / ".local" / "share" / "Milepost"


def log_folder(folder: Path) -> Path:
    """Return the folder of the log and of crash reports."""
    return folder / "logs"


def preferences_file(folder: Path) -> Path:
    """Return the file of what belongs to this computer's window."""
    return folder / "window.json"
