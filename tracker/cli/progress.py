"""Commands that change what a learner has done."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tracker.cli.shared import journey_of, opened, say
from tracker.domain.edit import State
from tracker.domain.errors import BadInputError
from tracker.domain.texts import cleaned
from tracker.services.learning import refuse_note_on_lane
from tracker.services.naming import resolve
from tracker.services.wording import described
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.domain.edit import StoredEdit
    from tracker.workspace import Workspace


def run_done(arguments: Namespace) -> int:
    """Check off everything named, as one action."""
    return _set(arguments, State.DONE)


def run_set(arguments: Namespace) -> int:
    """Set everything named to a state, as one action."""
    return _set(arguments, State(arguments.state))


def _set(arguments: Namespace, state: State) -> int:
    with opened(arguments) as workspace:
        reader = workspace.store.reader
        roadmap = journey_of(workspace).outline.slug
        subjects = [resolve(reader, roadmap, slug) for slug in arguments.slugs]
        stored = workspace.learning.set_states(subjects, state)
        _report(workspace, stored, tr("It was so already; nothing was changed."))
    return 0


def run_note(arguments: Namespace) -> int:
    """Print a note, or write one."""
    with opened(arguments) as workspace:
        reader = workspace.store.reader
        roadmap = journey_of(workspace).outline.slug
        subject = resolve(reader, roadmap, arguments.slug)
        if arguments.text is None:
            note = reader.note(subject)
            if not note:  # one that was written before these were refused is shown
                refuse_note_on_lane(subject)
            say(note)
            return 0
        text = _input() if arguments.text == "-" else arguments.text
        stored = workspace.learning.write_note(subject, cleaned(text))
        _report(workspace, stored, tr("The note is the same; nothing was changed."))
    return 0


def _input() -> str:
    if sys.stdin is None:
        raise BadInputError(tr("The input is closed; nothing was changed."))
    try:
        return sys.stdin.read()
    except UnicodeDecodeError as error:
        sentence = tr("The input is not text in UTF-8; nothing was changed.")
        raise BadInputError(sentence) from error


def run_undo(arguments: Namespace) -> int:
    """Take back the last action, whether it was made here or in the window."""
    with opened(arguments) as workspace:
        stored = workspace.undo.undo()
        _report(
            workspace, stored, tr("There is nothing to undo."), tr("Undone: {what}")
        )
    return 0 if stored else 1


def run_redo(arguments: Namespace) -> int:
    """Bring back the last undone action."""
    with opened(arguments) as workspace:
        stored = workspace.undo.redo()
        _report(
            workspace, stored, tr("There is nothing to redo."), tr("Redone: {what}")
        )
    return 0 if stored else 1


def run_hours(arguments: Namespace) -> int:
    """Plan with so many hours a week."""
    with opened(arguments) as workspace:
        workspace.roadmaps.set_hours_a_week(arguments.hours)
    say(
        tr_n(
            "Planning with 1 hour a week.",
            "Planning with {n} hours a week.",
            arguments.hours,
        )
    )
    return 0


def _report(
    workspace: Workspace,
    stored: StoredEdit | None,
    nothing: str,
    sentence: str = "{what}",
) -> None:
    """Say what was done, and where that leaves the learner."""
    if stored is None:
        say(nothing)
        return
    reader = workspace.store.reader
    edit = reader.edit(stored.reverts).edit if stored.reverts else stored.edit
    say(sentence.format(what=described(edit, reader.title)) + ".")
    standing = journey_of(workspace).standing
    say(tr("You stand at {percent} %.", percent=standing.percent))
