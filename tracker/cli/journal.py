"""Commands of the journal: write a line, list lines, search in all that was written."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.cli.shared import journey_of, opened, say
from tracker.domain.edit import DAY
from tracker.domain.errors import NotFoundError
from tracker.domain.ids import ENTRY, slug_of
from tracker.domain.quick_log import ChipKind, parse
from tracker.services.found import place_text, search_written
from tracker.services.full_days import full_day_words, minutes_on
from tracker.services.naming import resolve
from tracker.services.tags import tag_names
from tracker.services.wording import minutes_text
from tracker.words import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.domain.work import Entry
    from tracker.services.ports import Reader
    from tracker.workspace import Workspace

_HITS = 50
_MOST = 1_000_000  # lines listed at once


def run_log(arguments: Namespace) -> int:
    """Write a line into the journal, understood as in the window."""
    with opened(arguments) as workspace:
        reader = workspace.store.reader
        names = tag_names(reader, journey_of(workspace).outline.slug)
        line = parse(" ".join(arguments.words), workspace.journal.today(), names)
        workspace.journal.add(line.day, line.minutes, line.text, line.links)
        parts = [line.day.isoformat(), minutes_text(line.minutes), line.text]
        parts += [reader.title(link) or link for link in line.links]
        say(tr("Logged: {what}", what=" · ".join(filter(None, parts))))
        odd = [
            f"{chip.text} ({chip.reason})" if chip.reason else chip.text
            for chip in line.chips
            if chip.kind is ChipKind.UNKNOWN
        ]
        if odd:
            say(tr("Kept as text: {words}", words=", ".join(odd)))
        if hint := full_day_words(line.day, minutes_on(reader, line.day)):
            say(hint)
    return 0


def run_journal(arguments: Namespace) -> int:
    """List the lines of the last days, the newest first; find words; delete a line."""
    with opened(arguments) as workspace:
        reader = workspace.store.reader
        if arguments.remove:
            return _remove(workspace, arguments.remove)
        if arguments.find:
            return _find(reader, arguments.find)
        today = workspace.journal.today()
        days = today.weekday() + 1 if arguments.week else arguments.days
        since = today - timedelta(days=days - 1)
        if arguments.on:
            roadmap = journey_of(workspace).outline.slug
            about = resolve(reader, roadmap, arguments.on)
            found = reader.entries_on(about, _MOST)
            entries = [e for e in found if since <= e.day <= today]
        else:
            entries = reader.entries(since.isoformat(), today.isoformat(), _MOST)
        _list(reader, entries, ids=arguments.ids)
    return 0


def _list(reader: Reader, entries: list[Entry], *, ids: bool) -> None:
    shown = None
    for entry in entries:
        if entry.day != shown:
            shown = entry.day
            say(f"{shown.isoformat()}  {shown:%A}")
        name = f"{slug_of(entry.subject)}  " if ids else ""
        say(f"  {name}{_words(reader, entry)}")
    total = sum(entry.minutes for entry in entries)
    if shown is None:
        say(tr("Nothing was logged. “milepost log 1h30 read about joins” does it."))
    elif total:
        say(tr("{time} in all", time=minutes_text(total)))


def _remove(workspace: Workspace, name: str) -> int:
    """Delete the line of an identifier, or of a beginning that only one has."""
    reader = workspace.store.reader
    start = f"{ENTRY}:{name.removeprefix(f'{ENTRY}:')}"  # proof has a day, too
    subjects = [s for s in reader.all_values(DAY) if s.startswith(start)]
    if len(subjects) != 1:
        sentence = tr(
            "No line, or more than one, is called {name}. Nothing was deleted. "
            "“milepost journal --ids” names each line."
        )
        raise NotFoundError(sentence.format(name=name))
    entry = reader.entry(subjects[0])
    workspace.journal.remove(subjects[0])
    what = _words(reader, entry) if entry is not None else name
    say(tr("Deleted: {what}. “milepost undo” brings it back.", what=what))
    return 0


def _find(reader: Reader, words: str) -> int:
    found = search_written(reader, words, _HITS)
    for hit in found:
        if hit.entry is not None:
            say(f"{hit.entry.day.isoformat()}  {_words(reader, hit.entry)}")
        else:
            say(f"{place_text(hit)}: {_one_line(hit.text)}")
    if not found:
        say(tr("Nothing has these words. Try fewer or others."))
    return 0 if found else 1


def _words(reader: Reader, entry: Entry) -> str:
    about = [reader.title(link) or link for link in entry.links]
    parts = [minutes_text(entry.minutes), _one_line(entry.text), ", ".join(about)]
    return " · ".join(filter(None, parts))


def _one_line(text: str) -> str:
    return " ".join(text.split())
