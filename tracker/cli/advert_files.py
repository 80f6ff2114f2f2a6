"""Job adverts that are named on the terminal: files, or the input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.interchange.posting_files import (
    MOST_BYTES,
    read_posting_bytes,
    read_posting_file,
)
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.interchange.posting_values import PostingText

STDIN = "-"


def postings_of(file: str) -> list[PostingText]:
    """Return the adverts of a file; “-” is the input.

    Raises:
        UnreadableFileError: It cannot be read, or holds no advert.
    """
    if file != STDIN:
        return read_posting_file(Path(file))
    is_closed = sys.stdin is None  # by `<&-`, or in a program without a terminal
    data = b"" if is_closed else sys.stdin.buffer.read(MOST_BYTES + 1)
    return read_posting_bytes(data, tr("the input"))
