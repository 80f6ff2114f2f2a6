"""Commands of the journal: write a line, list lines, search in all that was written."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.cli.shared import journey_of, opened, say
from tracker.domain.edit import NOTE
from tracker.domain.ids import PROOF, kind_of
from tracker.domain.quick_log import ChipKind, parse
from tracker.services.proof import target_of
from tracker.services.tags import tag_names
from tracker.services.wording import minutes_text
from tracker.words import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.domain.work import Entry
    from tracker.services.ports import Reader

_HITS = 50


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
        odd = [chip.text for chip in line.chips if chip.kind is ChipKind.UNKNOWN]
        if odd:
            say(tr("Kept as text: {words}", words=", ".join(odd)))
    return 0


def run_journal(arguments: Namespace) -> int:
    """List the lines of the last days, the newest first, or find words."""
    with opened(arguments) as workspace:
        reader = workspace.store.reader
        if arguments.find:
            return _find(reader, arguments.find)
        today = workspace.journal.today()
        since = today - timedelta(days=arguments.days - 1)
        span = since.isoformat(), today.isoformat()
        shown = None
        for entry in reader.entries(*span, limit=arguments.days * 100):
            if entry.day != shown:
                shown = entry.day
                say(f"{shown.isoformat()}  {shown:%A}")
            say(f"  {_words(reader, entry)}")
        total = sum(minutes for _, minutes, _ in reader.days(*span))
        if shown is None:
            say(tr("Nothing was logged. “milepost log 1h30 read about joins” does it."))
        elif total:
            say(tr("{time} in all", time=minutes_text(total)))
    return 0


def _find(reader: Reader, words: str) -> int:
    found = reader.written(words, _HITS)
    for subject, field, text in found:
        entry = reader.entry(subject)
        if field == NOTE:
            title = reader.title(subject) or subject
            say(tr("Note on {title}: {text}", title=title, text=_one_line(text)))
        elif kind_of(subject) == PROOF:
            target = target_of(reader, subject)
            title = reader.title(target) or target
            say(tr("Proof of {title}: {text}", title=title, text=_one_line(text)))
        elif entry is not None:
            say(f"{entry.day.isoformat()}  {_words(reader, entry)}")
    if not found:
        say(tr("Nothing has these words. Try fewer or others."))
    return 0 if found else 1


def _words(reader: Reader, entry: Entry) -> str:
    about = [reader.title(link) or link for link in entry.links]
    parts = [minutes_text(entry.minutes), _one_line(entry.text), ", ".join(about)]
    return " · ".join(filter(None, parts))


def _one_line(text: str) -> str:
    return " ".join(text.split())
