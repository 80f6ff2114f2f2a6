"""Commands of applications: list, begin, change, remove, write a table."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.cli.shared import endings, opened, say, say_edit, say_json
from tracker.domain.application import DAY_OF, PHASES, Application, Phase, Result
from tracker.domain.edit import (
    ADDRESS,
    COMPANY,
    CONTACT,
    DUE,
    NEXT_STEP,
    NOTE,
    PLACE,
    POSTING_FIELD,
    RESULT,
    TITLE,
)
from tracker.domain.errors import BadInputError
from tracker.domain.ids import slug_of
from tracker.domain.typed_days import typed_day
from tracker.services.wording_applications import (
    fit_words,
    phase_name,
    result_name,
)
from tracker.services.wording_scores import hundredths
from tracker.words import tr

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tracker.cli.shared import Add, Commands
    from tracker.workspace import Workspace

# Any: a JSON document; its shape is in docs/applications.md.
Json = dict[str, Any]
_GIVEN = (COMPANY, PLACE, ADDRESS, CONTACT, NEXT_STEP, DUE, NOTE, POSTING_FIELD)


def add_commands(commands: Commands, add: Add) -> None:
    """Add the commands of applications to the parser of all commands."""
    text = tr("list your applications by phase, with what comes next")
    listed = add(commands, "applications", run_applications, text)
    how = listed.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help=tr("as JSON"))
    text = tr("write them as a table; “-” is the output")
    how.add_argument("--csv", type=Path, metavar="FILE", help=text)
    text = tr("replace the file if there is one")
    listed.add_argument("--force", action="store_true", help=text)
    text = tr("write down that you applied for a job, or found one")
    new = add(commands, "apply", run_apply, text)
    new.add_argument("title", metavar="TITLE")
    text = tr("how far it has come: applied, if nothing is said")
    new.add_argument(
        "--phase", choices=list(map(str, Phase)), default=Phase.APPLIED, help=text
    )
    _add_options(new)
    text = tr("print an application, move it to another phase, change or remove it")
    one = add(commands, "application", run_application, text)
    text = tr("as “milepost applications” shows it")
    one.add_argument("id", metavar="ID", help=text)
    text = tr("move it there, as of today")
    one.add_argument("--phase", choices=list(map(str, Phase)), help=text)
    text = tr("how it ended; closes it")
    one.add_argument("--result", choices=list(map(str, Result)), help=text)
    one.add_argument("--title", metavar="TEXT", help=tr("what the job is called"))
    _add_options(one)
    text = tr("remove it; undo brings it back")
    one.add_argument("--remove", action="store_true", help=text)


def _add_options(command: ArgumentParser) -> None:
    def option(name: str, field: str, kind: str, text: str) -> None:
        command.add_argument(name, dest=field, metavar=kind, help=text)

    option("--company", COMPANY, "TEXT", tr("who offers it"))
    option("--place", PLACE, "TEXT", tr("where the work is"))
    option("--address", ADDRESS, "URL", tr("where it stands in the web"))
    option("--contact", CONTACT, "TEXT", tr("who to speak to"))
    option("--next", NEXT_STEP, "TEXT", tr("what you do next"))
    text = tr("the day of the next step, such as 2026-11-28, friday or +7")
    option("--due", DUE, "DAY", text)
    text = tr("the day on which it came to its phase; today, if nothing is said")
    option("--on", "on", "DAY", text)
    option("--note", NOTE, "TEXT", tr("in Markdown; replaces the note"))
    option("--posting", POSTING_FIELD, "ID", tr("the advert that is kept of it"))


def run_applications(arguments: Namespace) -> int:
    """List applications, or write them as a table."""
    with opened(arguments) as workspace:
        every = workspace.use_cases.applications.all()
        if arguments.csv is not None:
            _write_table(every, arguments.csv, force=arguments.force)
        elif arguments.json:
            say_json([_as_json(each) for each in every])
        else:
            _list(every)
    return 0


def run_apply(arguments: Namespace) -> int:
    """Begin an application."""
    with opened(arguments) as workspace:
        applications = workspace.use_cases.applications
        phase = Phase(arguments.phase)
        fields = _fields(arguments, workspace, phase)
        stored = applications.add(arguments.title, phase=phase, **fields)
        made = applications.application(stored.edit.changes[0].subject)
        say_edit(workspace, stored)
        if made.fit is not None:
            say(tr("Your fit today is kept with it: {n}%.", n=made.fit.percent))
        ends = endings(each.subject for each in applications.all())
        say(tr("Its name is {slug}.", slug=ends[made.subject]))
    return 0


def run_application(arguments: Namespace) -> int:
    """Print, move, change or remove one application."""
    with opened(arguments) as workspace:
        applications = workspace.use_cases.applications
        one = applications.named(arguments.id)
        subject = one.subject
        phase = Phase(arguments.phase) if arguments.phase else None
        if arguments.result and phase is None:
            phase = Phase.CLOSED
        fields = _fields(arguments, workspace, phase or one.phase)
        for field in (TITLE, RESULT):
            if getattr(arguments, field) is not None:
                fields[field] = getattr(arguments, field)
        if arguments.remove:
            if fields or phase:
                raise BadInputError(tr("--remove goes alone; nothing was changed."))
            say_edit(workspace, applications.remove(subject))
        elif fields or phase:
            say_edit(workspace, applications.set_fields(subject, fields, phase))
        else:
            _print(applications.application(subject), workspace)
    return 0


def _fields(arguments: Namespace, workspace: Workspace, phase: Phase) -> dict[str, str]:
    """Return the fields that were given, with days and adverts as they are kept.

    A day given with ``--on`` is that of ``phase``.
    """
    given = {name: getattr(arguments, name) for name in _GIVEN}
    fields = {name: str(text) for name, text in given.items() if text is not None}
    today = workspace.use_cases.applications.today()
    if DUE in fields:
        fields[DUE] = typed_day(fields[DUE], today)
    if arguments.on is not None:
        fields[DAY_OF[phase]] = typed_day(arguments.on, today, ahead=False)
    if fields.get(POSTING_FIELD):
        advert = workspace.use_cases.postings.named(fields[POSTING_FIELD])
        fields[POSTING_FIELD] = advert.subject
    return fields


def _list(every: tuple[Application, ...]) -> None:
    ends = endings(each.subject for each in every)
    for phase in PHASES:
        group = [each for each in every if each.phase is phase]
        if group:
            say(f"{phase_name(phase)} ({len(group)})")
        for each in group:
            say(f"  {ends[each.subject]}  {_line(each)}")
    if not every:
        say(tr("There is none yet. “milepost apply TITLE” begins one."))


def _line(each: Application) -> str:
    day = each.days.get(each.phase)
    parts = [each.name, "" if day is None else day.isoformat()]
    if each.result is not None:
        parts.append(result_name(each.result))
    elif each.is_open and (each.next_step or each.due):
        due = tr("due {day}", day=each.due.isoformat()) if each.due else ""
        step = ", ".join(filter(None, (each.next_step, due)))
        parts.append(tr("next: {step}", step=step))
    if each.fit is not None:
        parts.append(fit_words(each.fit, None, each.days.get(Phase.APPLIED)))
    return " · ".join(filter(None, parts))


def _print(each: Application, workspace: Workspace) -> None:
    """Print all of an application."""
    say(each.name)
    lines = [
        (phase_name(p), each.days[p].isoformat()) for p in PHASES if p in each.days
    ]
    now = None
    if each.posting:
        now = workspace.use_cases.applications.fit_of(each.posting)
        lines.append((tr("Advert"), _advert(each, workspace)))
    lines += [
        (tr("Phase"), phase_name(each.phase)),
        (tr("Result"), result_name(each.result) if each.result else ""),
        (tr("Place"), each.place),
        (tr("Address"), each.address),
        (tr("Contact"), each.contact),
        (tr("Next step"), each.next_step),
        (tr("Due"), each.due.isoformat() if each.due else ""),
        (tr("Fit"), fit_words(each.fit, now, each.days.get(Phase.APPLIED))),
    ]
    for name, text in lines:
        if text:
            say(f"  {name}: {text}")
    for term in each.fit.terms if each.fit else ():
        say(f"    {term.weight} x {hundredths(term.credit)}  {term.title}")
    if each.note:
        say()
        say(each.note)


def _advert(each: Application, workspace: Workspace) -> str:
    title = workspace.store.reader.title(each.posting)
    return title or tr("no longer there")


def _as_json(each: Application) -> Json:
    fit = each.fit
    return {
        "id": slug_of(each.subject),
        "title": each.title,
        "company": each.company,
        "place": each.place,
        "address": each.address,
        "posting": slug_of(each.posting) or None,
        "phase": each.phase.value,
        "days": {p.value: _iso(each, p) for p in PHASES},
        "result": each.result.value if each.result else None,
        "contact": each.contact,
        "next_step": each.next_step,
        "due": each.due.isoformat() if each.due else None,
        "fit": fit
        and {
            "percent": fit.percent,
            "points": fit.points / 100,
            "most": fit.most / 100,
            "day": fit.day.isoformat(),
            "terms": [
                {"title": t.title, "weight": t.weight, "credit": t.credit / 100}
                for t in fit.terms
            ],
        },
        "note": each.note,
    }


def _iso(each: Application, phase: Phase) -> str | None:
    day = each.days.get(phase)
    return None if day is None else day.isoformat()


def _write_table(every: tuple[Application, ...], file: Path, *, force: bool) -> None:
    from tracker.interchange.applications_csv import (  # noqa: PLC0415  # rarely needed
        applications_csv,
    )
    from tracker.interchange.whole_file import whole_file  # noqa: PLC0415  # as above

    text = applications_csv(every)
    if file == Path("-"):
        sys.stdout.write(text)
        return
    with whole_file(file, force=force) as path:
        path.write_text(text, encoding="utf-8", newline="")
    say(tr("Written: {path}", path=file))
