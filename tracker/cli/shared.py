"""What the commands share: the opened data folder, and words on the terminal."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tracker.domain.texts import harmless
from tracker.paths import data_folder
from tracker.services.journey import Journey
from tracker.words import tr
from tracker.workspace import DEFAULT_ROADMAP, Workspace, bundled_content

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction
    from collections.abc import Callable, Iterable, Iterator

    from tracker.domain.edit import StoredEdit

    # What adds a command to the parser of all, and how it does so.
    Commands = _SubParsersAction[ArgumentParser]
    Add = Callable[[Commands, str, Callable[[Namespace], int], str], ArgumentParser]


SHORT = 8  # digits of an identifier that are shown; more, where they do not suffice
PATIENCE = 5.0  # seconds; a terminal can wait longer for a lock than a window


def say(text: str = "") -> None:
    """Print a line for the person at the terminal; what is stored may not steer it."""
    print(harmless(text))  # noqa: T201  # the terminal is the interface here


@contextmanager
def opened(arguments: Namespace) -> Iterator[Workspace]:
    """Open the data folder that the command line names, and close it again."""
    folder = data_folder(arguments.data)
    workspace = Workspace(folder, _nobody_listens, patience=PATIENCE)
    try:
        if not workspace.store.read_only and not workspace.bundled_is_current():
            workspace.install_bundled(bundled_content())
        yield workspace
    finally:
        workspace.close()


def journey_of(workspace: Workspace) -> Journey:
    """Return the journey on the chosen roadmap, or on the main one before a choice."""
    journey = workspace.journey()
    if journey is None:
        reader = workspace.store.reader
        outline = reader.outline(DEFAULT_ROADMAP)
        journey = Journey(reader, outline, reader.progress())
    return journey


def endings(subjects: Iterable[str]) -> dict[str, str]:
    """Return the shortest endings, of one length, by which some can be told apart."""
    every = list(subjects)
    length = SHORT
    while len({subject[-length:] for subject in every}) < len(every):
        length += 4
    return {subject: subject[-length:] for subject in every}


def say_edit(workspace: Workspace, stored: StoredEdit | None) -> None:
    """Say what an action changed, or that there was nothing to change."""
    # Only here: what reads and prints starts without the words for edits.
    from tracker.services.wording import described  # noqa: PLC0415

    if stored is None:
        say(tr("It was so already; nothing was changed."))
    else:
        say(described(stored.edit, workspace.store.reader.title) + ".")


def say_json(document: object) -> None:
    """Print a JSON document; a terminal that cannot show a letter gets its number."""
    import json  # noqa: PLC0415  # only for --json

    plain = "utf" not in (sys.stdout.encoding or "").lower()
    say(json.dumps(document, indent=2, ensure_ascii=plain))


def _nobody_listens(_stored: StoredEdit) -> None:
    """Take an announcement; a window that is open sees the change by itself."""
