"""Commands that write documents: reports to read, and exports for other programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.shared import journey_of, opened, say
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import slug_of
from tracker.interchange.whole_file import whole_file
from tracker.services.record import read_record
from tracker.services.reports import book, portfolio, profile, project, week
from tracker.services.reports.remembered import choices_of, left_out, remembered
from tracker.words import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.domain.work import Record
    from tracker.services.reports import Choices, Report
    from tracker.workspace import Workspace

Progress = Callable[[int, int], None]

FORMS = ("md", "html", "pdf")
PROFILE_FORMS = (*FORMS, "json")
PAPERS = ("a4", "letter")
_ENDINGS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"} | {
    ".pdf": "pdf"
}
OUTPUT = Path("-")
_PREVIEW = 30_000  # characters of a report that a preview shows


@dataclass(frozen=True, slots=True)
class Made:
    """What is to be written: text and bytes as they are, a report as a PDF."""

    content: str | bytes | Report


def run_report(arguments: Namespace) -> int:
    """Write a report."""
    form = _form(arguments)
    if form == "pdf" and arguments.file == OUTPUT:
        raise BadInputError(tr("A PDF needs a file; “-” takes Markdown and HTML."))
    progress = _progress(arguments)
    progress(0, 1)
    with opened(arguments) as workspace:
        choices = _choices(arguments, workspace)
        record = read_record(workspace.store.reader, journey_of(workspace))
        report = _report(arguments, workspace, record, choices)
    if form == "json":
        _write(arguments, Made(_resume(record, choices)), progress)
        return 0
    if arguments.preview:
        _print(_preview(report))
        return 0
    _write(arguments, _rendered(report, form, progress), progress)
    return 0


def run_export(arguments: Namespace) -> int:
    """Write what other programs read."""
    if arguments.without is not None and arguments.kind != "json-resume":
        sentence = tr("--without is for reports and json-resume; {kind} is whole.")
        raise BadInputError(sentence.format(kind=arguments.kind))
    progress = _progress(arguments)
    progress(0, 1)
    with opened(arguments) as workspace:
        record = read_record(workspace.store.reader, journey_of(workspace))
        content = _EXPORTS[arguments.kind](arguments, workspace, record)
    _write(arguments, Made(content), progress)
    return 0


def _report(
    arguments: Namespace, workspace: Workspace, record: Record, choices: Choices
) -> Report:
    match arguments.kind:
        case "week":
            return week(record, _week(arguments.week, workspace), choices)
        case "project":
            return project(record, _project(record, arguments.name), choices)
        case "portfolio":
            return portfolio(record, choices)
        case "profile":
            return profile(record, choices)
        case _:
            return book(record, choices)


def _rendered(report: Report, form: str, progress: Progress) -> Made:
    if form == "md":
        return Made(report.markdown)
    if form == "html":
        from tracker.interchange.report_html import (  # noqa: PLC0415  # Markdown
            report_html,
        )

        return Made(report_html(report, progress))
    return Made(report)


def _preview(report: Report) -> str:
    """Return the beginning of a report as JSON, for the window that asked."""
    from tracker.interchange.report_paper import (  # noqa: PLC0415  # Markdown
        paper_report,
    )

    beginning = report.beginning(_PREVIEW)
    body = "\n\n".join(filter(None, (beginning.body.rstrip(), report.hint)))
    paper = paper_report(replace(beginning, body=body))
    return json.dumps(
        {
            "title": paper.title,
            "subtitle": paper.subtitle,
            "parts": [part.html for part in paper.parts],
            "whole": beginning is report,
        }
    )


def _write(arguments: Namespace, made: Made, progress: Progress) -> None:
    content = made.content
    if arguments.file == OUTPUT:
        _print(content if isinstance(content, str | bytes) else "")
        return
    with whole_file(arguments.file, force=arguments.force) as path:
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, str):
            path.write_text(content, encoding="utf-8", newline="")
        else:
            from tracker.app.printing import (  # noqa: PLC0415  # Qt
                print_report,
            )

            print_report(content, path, arguments.paper, progress)
    say(tr("Written: {path}", path=arguments.file))


def _print(content: str | bytes) -> None:
    """Write to the output as UTF-8, whatever the terminal takes itself for."""
    data = content if isinstance(content, bytes) else content.encode()
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:  # a test or another program stands in for the terminal
        sys.stdout.write(data.decode())
    else:
        binary.write(data)


def _form(arguments: Namespace) -> str:
    file, ending = arguments.file, arguments.file.suffix.lower()
    if arguments.form is not None:
        return str(arguments.form)
    if file == OUTPUT:
        return "md"
    if arguments.kind == "profile" and ending == ".json":
        return "json"
    found = _ENDINGS.get(ending)
    if found is None:
        sentence = tr("Say --as md, html or pdf, or end the name so: {path}.md")
        if arguments.kind == "profile":
            sentence = tr(
                "Say --as md, html, pdf or json, or end the name so: {path}.html"
            )
        raise BadInputError(sentence.format(path=file))
    return found


def _choices(arguments: Namespace, workspace: Workspace) -> Choices:
    if arguments.without is not None:
        return choices_of(arguments.without)
    choices = remembered(workspace.store.reader)
    if not (choices.hours and choices.notes and choices.unproved):
        sentence = tr("Left out, as you chose in the window: {parts}.")
        _aside(sentence.format(parts=left_out(choices).replace(",", ", ")))
    return choices


def _week(text: str | None, workspace: Workspace) -> date:
    """Return a day of the week that is meant: ``2026-W48``, a day, or this week."""
    if text is None:
        return workspace.now().date()
    try:
        year, sign, number = text.upper().partition("-W")
        if sign:
            return date.fromisocalendar(int(year), int(number), 1)
        return date.fromisoformat(text)
    except ValueError:
        sentence = tr("“{text}” is no week: say 2026-W48, or a day such as 2026-11-25.")
        raise BadInputError(sentence.format(text=text)) from None


def _project(record: Record, name: str) -> str:
    """Return the subject of the project that is meant, by slug or by title."""
    wanted = name.strip().removeprefix("project:").casefold()
    found = [
        each.subject
        for each in record.projects
        if wanted in (slug_of(each.subject).casefold(), each.title.casefold())
    ]
    if not found:
        sentence = tr("There is no project “{name}”. “milepost status” lists them.")
        raise NotFoundError(sentence.format(name=name))
    if len(found) > 1:
        sentence = tr("“{name}” may be {all}: say one of these.")
        raise BadInputError(sentence.format(name=name, all=", ".join(found)))
    return found[0]


def _json_resume(arguments: Namespace, workspace: Workspace, record: Record) -> str:
    return _resume(record, _choices(arguments, workspace))


def _resume(record: Record, choices: Choices) -> str:
    from tracker.interchange.json_resume import (  # noqa: PLC0415  # rarely needed
        resume_json,
    )

    return resume_json(record, only_proved=not choices.unproved)


def _calendar(_arguments: Namespace, workspace: Workspace, record: Record) -> bytes:
    from tracker.interchange.calendar_file import (  # noqa: PLC0415  # icalendar
        calendar_ics,
    )

    reader = workspace.store.reader
    learner = _learner(workspace)
    return calendar_ics(record, workspace.now(), reader.log(), reader.title, learner)


def _csv(arguments: Namespace, _workspace: Workspace, record: Record) -> str | bytes:
    from tracker.interchange.csv_file import (  # noqa: PLC0415  # rarely needed
        single_csv,
        zipped_tables,
    )

    if arguments.file.suffix.lower() == ".zip":
        return zipped_tables(record, bom=arguments.excel)
    return single_csv(record, bom=arguments.excel)


def _applications(arguments: Namespace, _workspace: Workspace, record: Record) -> str:
    from tracker.interchange.applications_csv import (  # noqa: PLC0415  # as above
        applications_csv,
    )

    return applications_csv(record.applications[::-1], bom=arguments.excel)


def _xapi(_arguments: Namespace, workspace: Workspace, record: Record) -> str:
    from tracker.interchange.xapi import statements  # noqa: PLC0415  # rarely needed

    return statements(record, _learner(workspace), workspace.store.reader.log())


_EXPORTS: dict[str, Callable[[Namespace, Workspace, Record], str | bytes]] = {
    "json-resume": _json_resume,
    "ics": _calendar,
    "csv": _csv,
    "applications": _applications,
    "xapi": _xapi,
}
EXPORTS = tuple(_EXPORTS)


def _learner(workspace: Workspace) -> str:
    """Return the opaque name that the data file gives its learner."""
    return workspace.store.reader.setting("learner") or "learner"


def _aside(sentence: str) -> None:
    """Say something beside the document, which may go to the output."""
    print(f"milepost: {sentence}", file=sys.stderr)  # noqa: T201  # the terminal


def _progress(arguments: Namespace) -> Progress:
    """Return what tells of progress, for the window that started this command."""
    if not arguments.progress:
        return lambda _done, _total: None

    def tell(done: int, total: int) -> None:
        print(f"{done}/{total}", file=sys.stderr, flush=True)  # noqa: T201  # see above

    return tell
