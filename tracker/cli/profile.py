"""``milepost profile``: what you say of yourself, and the profile that comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.shared import journey_of, opened, say
from tracker.domain.errors import BadInputError
from tracker.domain.profile import EMAIL, HEADLINE, HOME, LINKS, NAME, SUMMARY
from tracker.services.record import read_record
from tracker.services.reports import profile
from tracker.services.reports.remembered import remembered
from tracker.words import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.cli.shared import Add, Commands

# What a person writes, and the field that is meant.
NAMES = {
    "name": NAME,
    "headline": HEADLINE,
    "email": EMAIL,
    "place": HOME,
    "web": LINKS,
    "summary": SUMMARY,
}


def add_command(commands: Commands, add: Add) -> None:
    """Add ``profile`` to the words of the terminal."""
    text = tr("print your profile, or change what you say of yourself in it")
    show = add(commands, "profile", run_profile, text)
    text = tr("name, headline, email, place, web or summary; empty takes it away")
    show.add_argument(
        "--set", action="extend", nargs="+", metavar="FIELD=TEXT", help=text
    )


def run_profile(arguments: Namespace) -> int:
    """Change fields if there are any, then print the profile as Markdown."""
    wanted = dict(_pair(text) for text in arguments.set or ())
    with opened(arguments) as workspace:
        if wanted:
            workspace.use_cases.profiles.change(wanted)
        reader = workspace.store.reader
        record = read_record(reader, journey_of(workspace))
        said = record.profile
        report = profile(record, remembered(reader))
        say(report.markdown.rstrip())
        values = (said.name, said.headline, said.email, said.home, said.links)
        pairs = zip(NAMES, (*values, said.summary), strict=True)
        if report.hint:
            say()
            say(report.hint)
        missing = [name for name, value in pairs if not value]
        if missing:
            sentence = tr("Not said yet: {all}. “milepost profile --set {one}=…” does.")
            say()
            say(sentence.format(all=", ".join(missing), one=missing[0]))
    return 0


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    field = NAMES.get(name.strip().lower())
    if not sign or field is None:
        sentence = tr("“{text}” is not understood: write one of {all}, then “=…”.")
        raise BadInputError(sentence.format(text=text[:80], all=", ".join(NAMES)))
    return field, value
