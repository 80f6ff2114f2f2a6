"""The log, and what is left behind by a start that did not end well.

While Milepost runs, ``running-<pid>.txt`` stands in the log folder, with the trace of a
crash of the interpreter written into it by `faulthandler`. A clean end removes it; one
that is left over becomes a crash report, and the next start says so.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TextIO

from tracker import __version__
from tracker.paths import log_folder

_KEPT = 10
_LOG = "milepost.log"
_MARKER = "running-"
_LOCK = "window.lock"  # of `tracker.ui.single_instance`; its first line is the process
_LINE = 100  # bytes of that line, at most
_LARGEST = 1_000_000  # bytes of one log file
_TAIL = 4000  # characters of the log that a report quotes


class RunMarker:
    """Stands in the log folder while Milepost runs."""

    def __init__(self, folder: Path) -> None:
        """Take over what an earlier run left behind, and stand for this one."""
        self.report: Path | None = None
        self._path: Path | None = None
        self._file: TextIO | None = None
        with suppress(
            OSError
        ):  # a read-only folder must not keep Milepost from opening
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.report = _report_left_over(folder)
            path = folder / f"{_MARKER}{os.getpid()}.txt"
            self._file = path.open("w", encoding="utf-8")
            self._path = path
            self._file.write(_head())
            self._file.flush()
            faulthandler.enable(self._file)

    def end(self) -> None:
        """Leave nothing behind: this run ended well."""
        if self._file is not None and self._path is not None:
            faulthandler.disable()
            with suppress(OSError):  # the disk is full
                self._file.close()
            with suppress(OSError):
                self._path.unlink()


def start_log(folder: Path) -> None:
    """Write what Milepost logs from now on into a file that cannot grow for ever."""
    import logging  # noqa: PLC0415  # loaded after the window is on screen
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415  # as above

    with suppress(OSError):
        handler = RotatingFileHandler(
            folder / _LOG, maxBytes=_LARGEST, backupCount=2, encoding="utf-8"
        )
        line = "%(asctime)s %(levelname)s %(name)s: %(message)s"
        handler.setFormatter(logging.Formatter(line))
        logger = logging.getLogger()
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logging.getLogger("milepost").info("Milepost %s started", __version__)


def log_file(folder: Path) -> Path:
    """Return where the log is written."""
    return folder / _LOG


def running_window(folder: Path) -> int | None:
    """Return the process whose window is open on a data folder, if there is one.

    The lock of the window tells, and the marker of its run, for a window that has no
    lock. On Windows neither can be asked whether its process lives; there, the system
    itself keeps a data file that is open from being replaced.
    """
    numbers = []
    with suppress(OSError), (folder / _LOCK).open("rb") as stream:
        numbers.append(stream.readline(_LINE).decode("ascii", "replace").strip())
    with suppress(OSError):
        markers = _texts(log_folder(folder), _MARKER)
        numbers += [path.stem.removeprefix(_MARKER) for path in markers]
    for number in numbers:
        if number.isdecimal() and is_running(int(number)):
            return int(number)
    return None


def is_running(pid: int) -> bool:
    """Return whether another Milepost lives under a process number.

    Numbers are used again. Where the system shows the words of a process, they have to
    be ours.
    """
    if os.name == "nt" or pid <= 0 or pid == os.getpid():
        return False  # on Windows, asking would end it
    try:
        os.kill(pid, 0)
    except PermissionError:
        pass  # it lives, as somebody else's
    except (OSError, OverflowError):
        return False
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return True
    return b"milepost" in words.lower() or b"tracker" in words


def _head() -> str:
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    return (
        f"Milepost {__version__} did not end as it should.\n"
        f"Started: {now}\nPython: {sys.version}\nSystem: {sys.platform}\n\n"
        "Everything that was shown as saved is in the data file.\n"
        "What the interpreter said, if it was the one that stopped:\n\n"
    )


def _report_left_over(folder: Path) -> Path | None:
    """Turn what dead runs left behind into reports; return the newest.

    What cannot be renamed, written or removed stays as it is.
    """
    newest = None
    for path in _texts(folder, _MARKER):
        number = path.stem.removeprefix(_MARKER)
        if number.isdecimal() and is_running(int(number)):
            continue
        # A clock that was far off gives moments that are none.
        with suppress(OSError, ValueError, OverflowError):
            stamp = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
            report = folder / f"crash-{stamp:%Y%m%d-%H%M%S}-{number}.txt"
            path.replace(report)
            newest = report
            _quote_log(report, folder / _LOG)
    for old in _texts(folder, "crash-")[:-_KEPT]:
        with suppress(OSError):
            old.unlink()
    return newest


def _texts(folder: Path, beginning: str) -> list[Path]:
    """Return the text files whose names begin so, in order, quicker than `glob`."""
    paths = sorted(folder.iterdir())
    return [p for p in paths if p.name.startswith(beginning) and p.suffix == ".txt"]


def _quote_log(report: Path, log: Path) -> None:
    if log.is_file():
        with log.open("rb") as stream:
            stream.seek(max(0, log.stat().st_size - _TAIL))
            tail = stream.read().decode("utf-8", "replace")
        with report.open("a", encoding="utf-8") as stream:
            stream.write(f"\nThe last lines of the log:\n\n{tail}")
