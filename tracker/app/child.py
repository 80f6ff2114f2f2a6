"""The terminal's commands, run by the window as a process of their own.

A long report is a minute of work in Python. In this process it would take the
interpreter from the window again and again; in another one it takes nothing.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING, TextIO

import tracker
from tracker.domain.errors import MilepostError
from tracker.interchange.whole_file import part_of
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.app.journeying import Journeying
    from tracker.ui.tasks import Progress, Task

_COUNT = re.compile(r"(\d+)/(\d+)")
_PATIENCE = 0.1  # seconds between two looks whether to stop


def start_command(
    journeying: Journeying, words: Sequence[str], file: Path | None
) -> Task:
    """Run a command on the folder of a journey in the background; see `run_command`."""
    folder = journeying.workspace.folder
    return journeying.run_task(partial(run_command, folder, words, file))


def run_command(
    folder: Path, words: Sequence[str], file: Path | None, progress: Progress
) -> str:
    """Run a command on a data folder and return what it printed.

    Args:
        folder: The data folder.
        words: The command and its options, without the file it writes.
        file: Where it writes; ``None`` for its output.
        progress: Told what the command tells; may raise to stop it.

    Raises:
        MilepostError: With the command's own sentence; nothing is left behind.
    """
    where = ["--", "-" if file is None else str(file)]
    command = [sys.executable, "-m", "tracker", "--data", str(folder), *words, *where]
    process = subprocess.Popen(  # noqa: S603  # our own words, and no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        env=_environment(),
    )
    try:
        return _followed(process, progress)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        if file is not None:
            part_of(file.resolve(), process.pid).unlink(missing_ok=True)


def _environment() -> dict[str, str]:
    """Return an environment in which Python finds this very Milepost."""
    here = str(Path(tracker.__file__).resolve().parents[1])
    paths = [here, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONIOENCODING": "utf-8",
        "QT_QPA_PLATFORM": "offscreen",
    }


def _followed(process: subprocess.Popen[str], progress: Progress) -> str:
    assert process.stdout is not None  # noqa: S101  # both are pipes
    assert process.stderr is not None  # noqa: S101
    printed: list[str] = []
    told: Queue[str | None] = Queue()
    readers = (
        Thread(target=_read, args=(process.stdout, printed.append, None), daemon=True),
        Thread(target=_read, args=(process.stderr, told.put, told), daemon=True),
    )
    for reader in readers:
        reader.start()
    said = _listen(told, progress)
    for reader in readers:
        reader.join()
    if process.wait() != 0:
        raise MilepostError(_sentence(said))
    return "".join(printed)


def _listen(told: Queue[str | None], progress: Progress) -> list[str]:
    """Pass progress on until the command has ended; return what else it said."""
    said: list[str] = []
    done = 0, 1
    while True:
        try:
            line = told.get(timeout=_PATIENCE)
        except Empty:
            progress(*done)  # nothing new, but this is where it may be stopped
            continue
        if line is None:
            return said
        count = _COUNT.fullmatch(line.strip())
        if count is None:
            said.append(line)
            continue
        done = int(count[1]), int(count[2])
        progress(*done)


def _read(
    stream: TextIO, take: Callable[[str], object], end: Queue[str | None] | None
) -> None:
    with stream:
        for line in stream:
            take(line)
    if end is not None:
        end.put(None)


def _sentence(said: Sequence[str]) -> str:
    """Return the command's own sentence, without its name before it."""
    lines = [line.strip() for line in said if line.strip()]
    if not lines or any(line.startswith("Traceback") for line in lines):
        return tr("Something unexpected went wrong; nothing was written.")
    return "\n".join(line.removeprefix("milepost: ") for line in lines)
