"""The words of ``milepost`` and what each of them runs."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from typing import TYPE_CHECKING

from tracker import __version__
from tracker.cli import (
    applications,
    career,
    content,
    fit,
    interview,
    journal,
    plan,
    postings,
    profile,
    progress,
    projects,
    proof,
    reading,
    reports,
    status,
    timer,
    window,
)
from tracker.domain.edit import State
from tracker.domain.timer import Idle
from tracker.words import tr

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction
    from collections.abc import Callable

    Commands = _SubParsersAction[ArgumentParser]


_MOST_DAYS = 9999
SCHEMA_KINDS = ("roadmap", "catalogue", "ladder", "guide")  # without pydantic


def build_parser() -> ArgumentParser:
    """Return the parser of every command."""
    parser = ArgumentParser(
        prog="milepost",
        description=tr("A career as a road. Without a command, opens the window."),
        epilog=tr("Slugs are shown by “milepost status”."),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument(
        "--data", metavar="DIR", help=tr("the data folder (else MILEPOST_DATA)")
    )
    commands = parser.add_subparsers(metavar=tr("COMMAND"), required=True)
    _add_progress(commands)
    _add_journal(commands)
    _add_proof(commands)
    projects.add_commands(commands, _add)
    applications.add_commands(commands, _add)
    career.add_commands(commands, _add)
    plan.add_commands(commands, _add)
    _add_content(commands)
    _add_reading(commands)
    _add_reports(commands)
    fit.add_command(commands, _add)
    postings.add_commands(commands, _add)
    interview.add_command(commands, _add)
    profile.add_command(commands, _add)
    _add_window(commands)
    return parser


def _add(
    commands: Commands, name: str, run: Callable[[Namespace], int], text: str
) -> ArgumentParser:
    command = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
    command.set_defaults(run=run)
    return command


def _days(text: str) -> int:
    """Return a number of days, up to some twenty years of them."""
    number = int(text)
    if not 1 <= number <= _MOST_DAYS:
        raise ValueError
    return number


def _add_progress(commands: Commands) -> None:
    text = tr("print where you stand")
    show = _add(commands, "status", status.run, text)
    show.add_argument("--json", action="store_true", help=tr("as JSON"))
    text = tr("only what links, commits, files, projects or a confirmation show")
    show.add_argument("--proved", action="store_true", help=text)
    text = tr("check off skills, outcomes, projects or milestones")
    done = _add(commands, "done", progress.run_done, text)
    done.add_argument("slugs", nargs="+", metavar="SLUG")
    text = tr("set skills or projects to do, learning, done or aside")
    set_ = _add(commands, "set", progress.run_set, text)
    set_.add_argument("state", choices=[state.value for state in State])
    set_.add_argument("slugs", nargs="+", metavar="SLUG")
    text = tr("print or write the note on anything, a stage too")
    note = _add(commands, "note", progress.run_note, text)
    note.add_argument("slug", metavar="SLUG")
    note.add_argument(
        "text", nargs="?", help=tr("the new text; “-” reads it from the input")
    )
    _add(commands, "undo", progress.run_undo, tr("take back the last action"))
    _add(commands, "redo", progress.run_redo, tr("bring back the last undone action"))
    text = tr("plan with so many hours a week")
    hours = _add(commands, "hours", progress.run_hours, text)
    hours.add_argument("hours", type=int, metavar="N")


def _add_journal(commands: Commands) -> None:
    text = tr("write a line into the journal: 1h30 wrote tests #unit-tests yesterday")
    log = _add(commands, "log", journal.run_log, text)
    log.add_argument("words", nargs="+", metavar="WORD")
    text = tr("list the lines of the journal, or find words in all that you wrote")
    lines = _add(commands, "journal", journal.run_journal, text)
    text = tr("so many days, 7 as usual")
    lines.add_argument("--days", type=_days, default=7, metavar="N", help=text)
    lines.add_argument("--week", action="store_true", help=tr("since Monday"))
    lines.add_argument("--on", metavar="SLUG", help=tr("lines about one thing"))
    lines.add_argument("--find", metavar="WORDS", help=tr("what holds these words"))
    text = tr("name each line, for --remove")
    lines.add_argument("--ids", action="store_true", help=text)
    text = tr("delete a line; “milepost undo” brings it back")
    lines.add_argument("--remove", metavar="ID", help=text)
    _add_timer(commands)


def _add_timer(commands: Commands) -> None:
    text = tr("time what you do: start, pause, stop into a line of the journal")
    parser = _add(commands, "timer", timer.run_status, text)
    acts = parser.add_subparsers(metavar=tr("ACT"))
    start = _add(acts, "start", timer.run_start, tr("start, or go on after a pause"))
    pause = _add(acts, "pause", timer.run_pause, tr("pause"))
    stop = _add(acts, "stop", timer.run_stop, tr("stop, and write the line"))
    _add(acts, "status", timer.run_status, tr("print what it has counted"))
    for act in (start, stop):
        text = tr("what you do, as for “milepost log”")
        act.add_argument("words", nargs="*", metavar="WORD", help=text)
    for act in (pause, stop):
        text = tr("hours without a sign of you: keep, trim to the last, or discard all")
        act.add_argument("--idle", choices=[idle.value for idle in Idle], help=text)


def _add_proof(commands: Commands) -> None:
    text = tr("show a skill, outcome, project or milestone: add proof to it")
    prove = _add(commands, "prove", proof.run_prove, text)
    prove.add_argument("slug", metavar="TARGET")
    how = prove.add_mutually_exclusive_group(required=True)
    how.add_argument("--link", metavar="URL", help=tr("an address of the web"))
    text = tr("a commit of the repository that --in names, else of this folder")
    how.add_argument("--commit", metavar="HASH", help=text)
    text = tr("a file, which is copied into the data folder")
    how.add_argument("--file", type=Path, metavar="PATH", help=text)
    text = tr("in words; alone, a note shows nothing")
    how.add_argument("--note", metavar="TEXT", help=text)
    text = tr("who confirmed it, and when, as you write it down")
    how.add_argument("--confirmed-by", metavar="WHO", help=text)
    text = tr("the repository of the commit")
    prove.add_argument("--in", dest="folder", type=Path, metavar="FOLDER", help=text)
    prove.add_argument("--title", default="", help=tr("how it is called in lists"))
    text = tr("list all proof, or what stands on one thing and its parts")
    listed = _add(commands, "proof", proof.run_proof, text)
    listed.add_argument("slug", nargs="?", metavar="TARGET")
    text = tr("remove a proof; undo brings it back")
    remove = _add(commands, "unprove", proof.run_unprove, text)
    remove.add_argument("id", metavar="ID", help=tr("as “milepost proof” shows it"))


def _add_content(commands: Commands) -> None:
    text = tr("check roadmap, catalogue, ladder and guide files; print every problem")
    check = _add(commands, "check", content.run_check, text)
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    text = tr("print the JSON Schema of a kind of file, for editors")
    schema = _add(commands, "schema", content.run_schema, text)
    schema.add_argument("kind", choices=SCHEMA_KINDS)
    text = tr("add your own roadmap file, or a newer version of it")
    add = _add(commands, "add", content.run_add, text)
    add.add_argument("file", type=Path, metavar="FILE")
    _add(commands, "roadmaps", content.run_list, tr("list your roadmaps"))
    use = _add(commands, "use", content.run_use, tr("choose the roadmap to follow"))
    use.add_argument("slug", metavar="SLUG")
    text = tr("remove a roadmap of your own; progress on it stays")
    remove = _add(commands, "remove", content.run_remove, text)
    remove.add_argument("slug", metavar="SLUG")
    text = tr("make a tested backup in the data folder")
    _add(commands, "backup", content.run_backup, text)
    text = tr("list the backups, or put one back; close the window first")
    restore = _add(commands, "restore", content.run_restore, text)
    restore.add_argument("name", nargs="?", metavar="BACKUP")
    text = tr("check the data file against its own log")
    doctor = _add(commands, "doctor", content.run_doctor, text)
    doctor.add_argument(
        "--tidy",
        action="store_true",
        help=tr("put kept files that no proof names into a folder of their own"),
    )


def _add_reading(commands: Commands) -> None:
    text = tr("list the pages of the guide, or print one: levels and roles, too")
    guide = _add(commands, "guide", reading.run_guide, text)
    guide.add_argument("name", nargs="?", metavar="PAGE")
    guide.add_argument(
        "--find", metavar="WORDS", help=tr("only pages with these words")
    )
    text = tr("print everything about a skill, project or lane, as Markdown")
    show = _add(commands, "show", reading.run_show, text)
    show.add_argument("slug", metavar="SLUG")
    text = tr("list the lanes of the road, or choose one")
    lane = _add(commands, "lane", reading.run_lane, text)
    lane.add_argument("lane", nargs="?", metavar="LANE")


def _add_reports(commands: Commands) -> None:
    text = tr("write a report: a week, a project, a portfolio, the journey as a book")
    report = commands.add_parser("report", help=text, description=text)
    kinds = report.add_subparsers(metavar=tr("KIND"), required=True, dest="kind")
    week = _add(kinds, "week", reports.run_report, tr("what was done in a week"))
    text = tr("2026-W48, or a day in it; this week as usual")
    week.add_argument("--week", metavar="WEEK", help=text)
    text = tr("how far a project is, and what shows it")
    project = _add(kinds, "project", reports.run_report, text)
    project.add_argument("name", metavar="PROJECT", help=tr("its slug or title"))
    text = tr("what you can do, with proof, and what you built")
    portfolio = _add(kinds, "portfolio", reports.run_report, text)
    text = tr("one page on you: level, strongest proved skills, projects with proof")
    about_me = _add(kinds, "profile", reports.run_report, text)
    text = tr("everything: stages, skills, notes, proof and the journal")
    book = _add(kinds, "book", reports.run_report, text)
    for each in (week, project, portfolio, about_me, book):
        text = tr("else as the name of the file ends")
        forms = reports.PROFILE_FORMS if each is about_me else reports.FORMS
        each.add_argument("--as", dest="form", choices=forms, help=text)
        text = tr("the size of a page of a PDF; else as is usual where you are")
        each.add_argument("--paper", choices=reports.PAPERS, help=text)
        each.add_argument("--preview", action="store_true", help=SUPPRESS)
        _add_writing(each)
    text = tr("write a file for other programs")
    export = _add(commands, "export", reports.run_export, text)
    text = tr(
        "a résumé, a calendar of what is due, tables, applications, or learning "
        "statements"
    )
    export.add_argument("kind", choices=reports.EXPORTS, help=text)
    text = tr("begin CSV with the mark by which Excel knows UTF-8")
    export.add_argument("--excel", action="store_true", help=text)
    _add_writing(export)


def _add_writing(command: ArgumentParser) -> None:
    text = tr("what to leave out: hours, notes, unproved, or nothing")
    command.add_argument("--without", metavar="PARTS", help=text)
    text = tr("replace the file if there is one")
    command.add_argument("--force", action="store_true", help=text)
    command.add_argument("--progress", action="store_true", help=SUPPRESS)
    text = tr("what to write; “-” is the output")
    command.add_argument("file", type=Path, metavar="FILE", help=text)


def _add_window(commands: Commands) -> None:
    text = tr("open the window, as without a command; a roadmap file is added first")
    open_ = _add(commands, "open", window.run_open, text)
    open_.add_argument("file", nargs="?", type=Path, metavar="FILE")
    text = tr("play the main job off screen and write a picture of each step")
    tour = _add(commands, "tour", window.run_tour, text)
    tour.add_argument("folder", type=Path, metavar="DIR")
