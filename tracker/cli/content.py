"""Commands around roadmap files and the data file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tracker.cli.shared import journey_of, opened, say
from tracker.domain.errors import ConflictError, NotFoundError
from tracker.domain.texts import harmless
from tracker.logs import running_window
from tracker.paths import data_folder
from tracker.services.doctor import examine, examine_kept, orphans
from tracker.services.wording import kept_text
from tracker.words import tr, tr_n
from tracker.workspace import back_up, check_file, local_now, restore

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.services.roadmaps import Added
    from tracker.workspace import Workspace


def run_check(arguments: Namespace) -> int:
    """Print the problems of content files like a compiler; 1 when there are any."""
    count = 0
    for path in arguments.files:
        kind, problems = check_file(path)
        for problem in problems:
            print(harmless(str(problem)), file=sys.stderr)  # noqa: T201  # as a compiler does
        if not problems:
            say(tr("{path}: a good {kind} file.", path=path, kind=kind))
        count += len(problems)
    if count:
        say(tr_n("1 problem found.", "{n} problems found.", count))
    return 1 if count else 0


def run_add(arguments: Namespace) -> int:
    """Add a roadmap file."""
    with opened(arguments) as workspace:
        added = workspace.add_file(arguments.file)
        say(added_sentence(added))
    return 0


def added_sentence(added: Added) -> str:
    """Return what adding a roadmap did, in numbers that add up."""
    if added.is_new:
        one, many = "1 item", "{n} items"
        sentence = tr("Added the roadmap “{slug}”: {count}.")
        return sentence.format(slug=added.slug, count=tr_n(one, many, added.fresh))
    sentence = tr(
        "Updated the roadmap “{slug}”: {kept}, {fresh} new, "
        "{gone} with progress no longer part of it."
    )
    return sentence.format(
        slug=added.slug,
        kept=kept_text(added.kept),
        fresh=added.fresh,
        gone=len(added.gone),
    )


def run_schema(arguments: Namespace) -> int:
    """Print the JSON Schema of a kind of file, for editors."""
    from tracker.interchange.json_schema import schema_text  # noqa: PLC0415  # pydantic

    say(schema_text(arguments.kind).rstrip())
    return 0


def run_list(arguments: Namespace) -> int:
    """List the learner's roadmaps, the chosen one marked."""
    with opened(arguments) as workspace:
        chosen = journey_of(workspace).outline.slug
        for head in workspace.store.reader.roadmaps():
            mark = "*" if head.slug == chosen else " "
            say(f"{mark} {head.slug:24} {head.version:10} {head.title}")
    return 0


def run_use(arguments: Namespace) -> int:
    """Choose the roadmap to follow."""
    with opened(arguments) as workspace:
        workspace.roadmaps.choose(arguments.slug)
        title = workspace.store.reader.outline(arguments.slug).title
        say(tr("Following “{title}”.", title=title))
    return 0


def run_remove(arguments: Namespace) -> int:
    """Remove a roadmap of the learner's own."""
    with opened(arguments) as workspace:
        workspace.roadmaps.remove(arguments.slug)
        say(tr("Removed. What you did on it stays stored."))
    return 0


def run_backup(arguments: Namespace) -> int:
    """Make a backup and say where it is."""
    with opened(arguments) as workspace:
        backup = back_up(workspace.store.path, workspace.now())
        say(tr("Backed up to {path}, opened and checked.", path=backup.path))
    return 0


def run_restore(arguments: Namespace) -> int:
    """List the backups, or put one in the place of the data file."""
    from tracker.db.backup import list_backups  # noqa: PLC0415  # rare
    from tracker.db.data_file import NAME  # noqa: PLC0415  # as above

    data_file = data_folder(arguments.data) / NAME
    backups = {backup.path.name: backup for backup in list_backups(data_file)}
    if arguments.name is None:
        for name, backup in backups.items():
            say(f"{name}  {backup.at.astimezone():%Y-%m-%d %H:%M}")
        if not backups:
            say(tr("There is no backup yet; “milepost backup” makes one."))
        return 0
    if arguments.name not in backups:
        raise NotFoundError(tr("There is no backup {name}.", name=arguments.name))
    if running_window(data_file.parent) is not None:
        raise ConflictError(tr("Close the window first; nothing was changed."))
    kept = restore(data_file, backups[arguments.name], local_now())
    say(tr("Restored {name}.", name=arguments.name))
    if kept is not None:
        say(tr("What was there before is kept as {path}.", path=kept))
    return 0


def _tidy(workspace: Workspace) -> None:
    """Put aside the kept files that nothing names; they are never deleted here."""
    if running_window(workspace.store.path.parent) is not None:  # it may be adding one
        raise ConflictError(tr("Close the window first; nothing was changed."))
    workspace.kept.sweep(workspace.now().timestamp())
    unused = orphans(workspace.store.reader, workspace.kept)
    if not unused:
        say(tr("There is nothing to tidy up."))
        return
    folder = workspace.kept.put_aside(unused)
    said = tr_n(
        "1 file was moved to {path}.",
        "{n} files were moved to {path}.",
        len(unused),
        path=folder,
    )
    say(said)
    say(tr("No proof names what is in there, so you can delete it."))


def run_doctor(arguments: Namespace) -> int:
    """Compare the data file with its own log."""
    from tracker.db.backup import check_whole  # noqa: PLC0415  # only needed here

    with opened(arguments) as workspace:
        check_whole(workspace.store.connection)
        if arguments.tidy:
            _tidy(workspace)
        findings = examine(workspace.store.reader)
        findings += examine_kept(workspace.store.reader, workspace.kept)
        edits = len(workspace.store.reader.log())
    for finding in findings:
        say(finding)
    if not findings:
        say(tr_n("Healthy: 1 edit.", "Healthy: {n} edits, all in agreement.", edits))
    return 1 if findings else 0
