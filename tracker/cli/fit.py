"""The words of ``milepost fit``; what it does is loaded when it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.words import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.cli.shared import Add, Commands


def add_command(commands: Commands, add: Add) -> None:
    """Add ``fit`` to the parser of all commands."""
    text = tr("say how well you fit job adverts: text, HTML, PDF or JSON")
    command = add(commands, "fit", run, text)
    text = tr("a job advert; “-” reads one from the input")
    command.add_argument("files", nargs="+", metavar="FILE", help=text)
    command.add_argument("--json", action="store_true", help=tr("as JSON"))


def run(arguments: Namespace) -> int:
    """Score every advert; a file that cannot be read is told, the others count."""
    from tracker.cli.fit_scores import run_fit  # noqa: PLC0415  # 60 ms, only here

    return run_fit(arguments)
