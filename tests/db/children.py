"""Work in a process of its own, which may be limited, demoted or killed."""

from __future__ import annotations

import os
import signal
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass
class Child:
    """A process that works; ``says`` is what it reports."""

    pid: int
    says: TextIO

    def finish(self) -> str:
        with self.says:
            said = self.says.read()
        os.waitpid(self.pid, 0)
        return said

    def kill(self) -> str:
        os.kill(self.pid, signal.SIGKILL)
        return self.finish()


def begin(work: Callable[[Callable[[str], None]], None]) -> Child:
    """Fork; ``work`` gets a function that reports a line at once."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # A fork of a process with threads; the child touches none of them.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:  # pragma: no cover  # another process
        try:
            work(lambda line: os.write(writing, f"{line}\n".encode()))
        except BaseException as error:  # noqa: BLE001  # told to the test
            os.write(writing, f"raised {error!r}".encode())
        finally:
            os._exit(0)
    os.close(writing)
    return Child(pid, os.fdopen(reading))


def in_a_child(what: Callable[[], str]) -> str:
    """Return what a function returned in a process of its own."""
    return begin(lambda tell: tell(what())).finish().removesuffix("\n")
