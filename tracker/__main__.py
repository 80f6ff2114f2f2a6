"""Start Milepost: the window without words, the terminal with them.

``milepost`` and ``python -m tracker`` open the window. ``milepost status`` and the
other commands work without one and never import Qt.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run Milepost and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    # Told apart by hand: argparse is loaded only when there is a command to parse.
    data = words[1] if len(words) == 2 and words[0] == "--data" else None
    if len(words) == 1 and words[0].startswith("--data="):
        data = words[0].removeprefix("--data=")
    if not words or data is not None:
        gc.disable()  # until the window is on screen: nothing to collect before
        from tracker.app import main as open_window  # noqa: PLC0415  # Qt

        return open_window(data)
    from tracker.cli import main as run_command  # noqa: PLC0415  # see above

    return run_command(words)


if __name__ == "__main__":
    sys.exit(main())
