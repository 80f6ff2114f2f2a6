"""Compare what is stored with what the log says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import (
    DAY,
    DONE_ON,
    KIND,
    LANE,
    LINKS,
    MINUTES,
    NOTE,
    STATE,
    TARGET,
    TEXT,
    TITLE,
    UNREADABLE,
    VALUE,
)
from tracker.domain.history import fold_history
from tracker.domain.ids import ENTRY, kind_of
from tracker.domain.project_facts import FIELDS as PROJECT_FIELDS
from tracker.domain.work import ProofKind
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.services.ports import Reader, Shelf

_FIELDS = (
    *(STATE, DONE_ON, NOTE, LANE, DAY, MINUTES, TEXT, LINKS),
    *(TARGET, KIND, VALUE, TITLE),
    *PROJECT_FIELDS,
)
_ALL = 10_000_000  # more entries than anybody writes


def examine(reader: Reader) -> list[str]:
    """Return every difference between the projections and the fold of the log."""
    log = reader.log()
    folded: dict[tuple[str, str], str] = {}
    for stored in log:
        for change in stored.edit.changes:
            key = (change.field, change.subject)
            if change.after is None:
                folded.pop(key, None)
            else:
                folded[key] = change.after
    findings = []
    for field in dict.fromkeys((*_FIELDS, *sorted({field for field, _ in folded}))):
        stored_values = reader.all_values(field)
        expected = {subject: v for (f, subject), v in folded.items() if f == field}
        findings += [
            tr("{subject}: {field} differs from the log.", subject=s, field=field)
            for s in sorted(stored_values.keys() | expected.keys())
            if stored_values.get(s) != expected.get(s)
        ]
    findings += [
        tr("The edit {id} has an unreadable date, or no changes.", id=stored.id)
        for stored in log
        if UNREADABLE.date() in {stored.at.date(), stored.local_date} or not stored.edit
    ]
    findings += _journal_findings(reader, folded)
    findings += [
        tr("{subject}: searches do not know its {field}.", subject=s, field=f)
        for s, f in reader.wrongly_indexed()
    ]
    done, undone = reader.undo_steps()
    history = fold_history(log)
    # A step that no longer fitted has left the reach of undo, but not the log.
    if not set(done) <= set(history.done) or not set(undone) <= set(history.undone):
        findings.append(tr("What can be undone differs from the log."))
    return findings


def orphans(reader: Reader, shelf: Shelf) -> list[str]:
    """Return the digests of the kept files that nothing names.

    What an undo could bring back is named by the log, so it is no orphan.
    """
    _, ever = _of_files(reader)
    return sorted(shelf.digests() - ever)


def examine_kept(reader: Reader, shelf: Shelf) -> list[str]:
    """Return a sentence for every kept file that is missing, altered or an orphan."""
    of_file, ever = _of_files(reader)
    kept = shelf.digests()
    findings = []
    for subject, digest in sorted(reader.all_values(VALUE).items()):
        name = reader.title(subject) or subject
        if subject in of_file and digest not in kept:
            findings.append(
                tr("The kept file of the proof “{name}” is missing.", name=name)
            )
        elif subject in of_file and not shelf.is_whole(digest):
            findings.append(
                tr("The kept file of the proof “{name}” was altered.", name=name)
            )
    findings += [
        tr(
            "The kept file {digest} belongs to no proof: adding it was cut short. It "
            "does no harm. “milepost doctor --tidy” puts it where you can delete it.",
            digest=digest,
        )
        for digest in sorted(kept - ever)
    ]
    return findings


def _of_files(reader: Reader) -> tuple[set[str], set[str]]:
    """Return all proofs that ever were a file, and all digests that these named."""
    changes = [c for stored in reader.log() for c in stored.edit.changes]
    of_file = {
        c.subject
        for c in changes
        if c.field == KIND and ProofKind.FILE in {c.before, c.after}
    }
    about = [c for c in changes if c.field == VALUE and c.subject in of_file]
    return of_file, {v for c in about for v in (c.before, c.after) if v}


def _journal_findings(reader: Reader, folded: dict[tuple[str, str], str]) -> list[str]:
    """Return the entries that differ from what their fields say in the log."""
    kept = {
        each.subject: (each.day.isoformat(), each.minutes, each.text, each.links)
        for each in reader.entries("", "9", _ALL)
    }
    expected = {
        subject: (
            day,
            int(folded.get((MINUTES, subject), "0")),
            folded.get((TEXT, subject), ""),
            tuple(folded.get((LINKS, subject), "").split()),
        )
        for (field, subject), day in folded.items()
        if field == DAY and kind_of(subject) == ENTRY
    }
    return [
        tr("{subject}: the journal differs from the log.", subject=subject)
        for subject in sorted(kept.keys() | expected.keys())
        if kept.get(subject) != expected.get(subject)
    ]
