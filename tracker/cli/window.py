"""Commands that need Qt, which is imported only when they run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace


def run_open(arguments: Namespace) -> int:
    """Open the window."""
    from tracker.app import main  # noqa: PLC0415  # Qt

    return main(arguments.data, arguments.file)


def run_tour(arguments: Namespace) -> int:
    """Play the main job on throw-away data and write pictures."""
    from tracker.app.tour import main  # noqa: PLC0415  # Qt

    return main(arguments.folder)
