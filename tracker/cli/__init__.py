"""``milepost …`` on the terminal: the same actions as in the window, without Qt.

Exit codes: 0 done; 1 refused or problems found; 2 the words were not understood;
3 there is no display for a window.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from tracker.cli.parser import build_parser
from tracker.domain.errors import MilepostError, StorageError, UnreadableFileError
from tracker.domain.texts import harmless
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")  # a title may not fit the terminal's encoding
    arguments = build_parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        print(end="", flush=True)  # noqa: T201  # no output at all is no crash, either
    except BrokenPipeError:
        _stop_printing()  # the reader, such as `head`, has seen enough
        return 1
    except OSError as error:
        print(f"milepost: {error}", file=sys.stderr)  # noqa: T201  # a full disk, say
        _stop_printing()
        return 1
    except UnreadableFileError as error:
        print(harmless(str(error)), file=sys.stderr)  # noqa: T201  # the terminal is the interface
        return 1
    except MilepostError as error:
        print(harmless(f"milepost: {error}"), file=sys.stderr)  # noqa: T201
        if isinstance(error, StorageError) and error.details:
            details = tr("Details: {text}", text=error.details)
            print(f"milepost: {details}", file=sys.stderr)  # noqa: T201
        return 1
    return code


def _stop_printing() -> None:
    """Let nothing more be written to a closed pipe, by Python's own end neither."""
    with suppress(OSError):  # a stream without a file behind it
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
