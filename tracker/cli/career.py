"""``milepost career``: the ladder, a level, a role or lane, two levels compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.words import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.cli.shared import Add, Commands


def add_commands(commands: Commands, add: Add) -> None:
    """Add ``career`` to the words of ``milepost``."""
    text = tr("print how far you are on the ladder, or all about a level, role or lane")
    career = add(commands, "career", run_career, text)
    career.add_argument("name", nargs="?", metavar="NAME", help=tr("its slug or title"))
    career.add_argument("--json", action="store_true", help=tr("as JSON"))
    text = tr("only the sum behind its percentage")
    career.add_argument("--sum", action="store_true", help=text)
    text = tr("what the second level asks for that the first does not")
    career.add_argument("--compare", nargs=2, metavar="LEVEL", help=text)
    text = tr("head for a level; “” for none")
    career.add_argument("--target", metavar="LEVEL", help=text)
    career.add_argument("--by", metavar="DAY", help=tr("by when you want to be there"))
    career.add_argument("--place", metavar="PLACE", help=tr("where"))
    career.add_argument(
        "--pay", metavar="PAY", help=tr("for what pay, as you write it")
    )


def run_career(arguments: Namespace) -> int:
    """Print, or set what the learner heads for."""
    # Only here: the other commands start without what this needs.
    from tracker.cli.career_show import run  # noqa: PLC0415

    return run(arguments)
