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
from typing import TYPE_CHECKING, TextIO

from tracker import __version__

if TYPE_CHECKING:
    from pathlib import Path

_KEPT = 10
_LOG = "milepost.log"
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
            path = folder / f"running-{os.getpid()}.txt"
            self._file = path.open("w", encoding="utf-8")
            self._path = path
            self._file.write(_head())
            self._file.flush()
            faulthandler.enable(self._file)

    def end(self) -> None:
        """Leave nothing behind: this run ended well."""
        if self._file is not None and self._path is not None:
            faulthandler.disable()
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


def _head() -> str:
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    return (
        f"Milepost {__version__} did not end as it should.\n"
        f"Started: {now}\nPython: {sys.version}\nSystem: {sys.platform}\n\n"
        "Everything that was shown as saved is in the data file.\n"
        "What the interpreter said, if it was the one that stopped:\n\n"
    )


def _report_left_over(folder: Path) -> Path | None:
    """Turn what dead runs left behind into reports; return the newest."""
    newest = None
    for path in sorted(folder.glob("running-*.txt")):
        number = path.stem.removeprefix("running-")
        if number.isdecimal() and _is_running(int(number)):
            continue
        stamp = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        report = folder / f"crash-{stamp:%Y%m%d-%H%M%S}-{number}.txt"
        path.replace(report)
        _quote_log(report, folder / _LOG)
        newest = report
    for old in sorted(folder.glob("crash-*.txt"))[:-_KEPT]:
        old.unlink()
    return newest


def _quote_log(report: Path, log: Path) -> None:
    if log.is_file():
        with log.open("rb") as stream:
            stream.seek(max(0, log.stat().st_size - _TAIL))
            tail = stream.read().decode("utf-8", "replace")
        with report.open("a", encoding="utf-8") as stream:
            stream.write(f"\nThe last lines of the log:\n\n{tail}")


def _is_running(pid: int) -> bool:
    if os.name == "nt":
        return False  # the instance lock has shown that no other Milepost runs here
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return pid != os.getpid()
