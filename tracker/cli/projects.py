"""Commands of projects: list, make, change; add milestones; what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.shared import endings, journey_of, opened, say, say_edit
from tracker.domain.due import When, due_items
from tracker.domain.edit import (
    BRIEF,
    DUE,
    REPOSITORY,
    SKILLS,
    STAGE_FIELD,
    START,
    TITLE,
    State,
)
from tracker.domain.errors import NotFoundError
from tracker.domain.ids import (
    PROJECT,
    kind_of,
    project_subject,
    skill_subject,
    slug_of,
    stage_subject,
)
from tracker.domain.typed_days import typed_day
from tracker.services.applications import read_applications
from tracker.services.naming import resolve
from tracker.services.project_works import project_work, project_works
from tracker.services.wording import state_name
from tracker.words import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.cli.shared import Add, Commands
    from tracker.domain.work import ProjectWork
    from tracker.workspace import Workspace

_FIELDS = (TITLE, BRIEF, START, DUE, REPOSITORY, STAGE_FIELD, SKILLS)
_MARKS = {
    State.TODO: "[ ]",
    State.LEARNING: "[~]",
    State.DONE: "[x]",
    State.ASIDE: "[-]",
}


def add_commands(commands: Commands, add: Add) -> None:
    """Add the commands of projects to the parser of all commands."""
    text = tr("list your projects with what is due; planned and done ones, too")
    listed = add(commands, "projects", run_projects, text)
    listed.add_argument(
        "--archived", action="store_true", help=tr("those in the archive instead")
    )
    add(commands, "due", run_due, tr("list what is overdue or due within a week"))
    text = tr("make a project of your own, or change one")
    verbs = _group(commands, "project", text)
    new = add(verbs, "new", run_new, tr("make a project of your own"))
    new.add_argument("title", metavar="TITLE")
    new.add_argument("--stage", metavar="STAGE", help=tr("the stage it belongs to"))
    new.add_argument(
        "--due", metavar="DAY", help=tr("such as 2026-11-28, friday or +7")
    )
    new.add_argument("--brief", metavar="TEXT", help=tr("what to build, in Markdown"))
    text = tr("set one field of a project, or of a milestone: title or due")
    change = add(verbs, "set", run_set, text)
    change.add_argument("slug", metavar="PROJECT")
    change.add_argument("field", choices=_FIELDS)
    change.add_argument("value", help=tr("an empty text takes it away"))
    for name, run, text in (
        ("copy", run_copy, tr("make a project of your own from the plan of another")),
        ("archive", run_archive, tr("put a project into the archive")),
        ("unarchive", run_unarchive, tr("take a project out of the archive")),
        ("remove", run_remove, tr("remove a project of your own, or a milestone")),
        ("restore", run_restore, tr("bring back what was removed")),
    ):
        add(verbs, name, run, text).add_argument("slug", metavar="PROJECT")
    verbs = _group(commands, "milestone", tr("add to the milestones of a project"))
    text = tr("add a milestone to a project, or a step to a milestone")
    more = add(verbs, "add", run_add, text)
    more.add_argument("slug", metavar="PROJECT")
    more.add_argument("title", metavar="TITLE")
    more.add_argument(
        "--due", metavar="DAY", help=tr("such as 2026-11-28, friday or +7")
    )


def _group(commands: Commands, name: str, text: str) -> Commands:
    parser = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
    return parser.add_subparsers(metavar=tr("WHAT"), required=True)


def run_projects(arguments: Namespace) -> int:
    """List projects: what is active first, then planned, done and set aside."""
    with opened(arguments) as workspace:
        works = project_works(workspace.store.reader, journey_of(workspace))
    shown = [each for each in works if each.archived is arguments.archived]
    for state in (State.LEARNING, State.TODO, State.DONE, State.ASIDE):
        group = [each for each in shown if each.status is state]
        if group:
            say(f"{state_name(state, PROJECT)} ({len(group)})")
        for each in group:
            say(f"  {_line(each)}")
    if not shown:
        text = tr("There is none. “milepost project new TITLE” makes one of your own.")
        say(tr("The archive is empty.") if arguments.archived else text)
    return 0


def _line(work: ProjectWork) -> str:
    parts = [f"{_MARKS[work.status]} {work.title}  ({slug_of(work.subject)})"]
    if work.milestones:
        done, all_ = work.milestones_done, len(work.milestones)
        parts.append(tr("{done} / {all} milestones", done=done, all=all_))
    if work.next_due is not None:
        parts.append(tr("due {day}", day=work.next_due.isoformat()))
    return " · ".join(parts)


def run_due(arguments: Namespace) -> int:
    """List what is overdue, due today, and due within a week."""
    with opened(arguments) as workspace:
        works = project_works(workspace.store.reader, journey_of(workspace))
        applications = read_applications(workspace.store.reader)
        items = due_items(works, workspace.projects.today(), applications)
    ends = endings(each.subject for each in applications)
    headings = {
        When.OVERDUE: tr("Overdue"),
        When.TODAY: tr("Today"),
        When.WEEK: tr("Within a week"),
    }
    for when, heading in headings.items():
        group = [each for each in items if each.when is when]
        if group:
            say(heading)
        for each in group:
            where = f" · {each.project}" if each.project else ""
            line = f"  {each.day.isoformat()}  {each.title}{where}"
            say(f"{line}  ({ends.get(each.subject, slug_of(each.subject))})")
    if not items:
        say(tr("Nothing is due within a week."))
    return 0


def run_new(arguments: Namespace) -> int:
    """Make a project of one's own."""
    with opened(arguments) as workspace:
        fields = {DUE: _day(workspace, arguments.due), BRIEF: arguments.brief or ""}
        if arguments.stage:
            fields[STAGE_FIELD] = _stage(workspace, arguments.stage)
        stored = workspace.projects.create(arguments.title, **fields)
        say_edit(workspace, stored)
        say(tr("Its name is {slug}.", slug=slug_of(stored.edit.changes[0].subject)))
    return 0


def run_set(arguments: Namespace) -> int:
    """Set one field of a project or milestone."""
    with opened(arguments) as workspace:
        value = arguments.value
        if arguments.field == STAGE_FIELD and value:
            value = _stage(workspace, value)
        elif arguments.field == SKILLS:
            names = value.replace(",", " ").split()
            value = "\n".join(skill_subject(name) for name in names)
        elif arguments.field in {START, DUE}:
            value = _day(workspace, value)
        subject = _subject(workspace, arguments.slug)
        stored = workspace.projects.set_field(subject, arguments.field, value)
        say_edit(workspace, stored)
    return 0


def run_add(arguments: Namespace) -> int:
    """Add a milestone to a project, or a step to a milestone."""
    with opened(arguments) as workspace:
        parent = _subject(workspace, arguments.slug)
        day = _day(workspace, arguments.due)
        stored = workspace.projects.add_part(parent, arguments.title, day)
        say_edit(workspace, stored)
        say(tr("Its name is {slug}.", slug=slug_of(stored.edit.changes[0].subject)))
    return 0


def run_copy(arguments: Namespace) -> int:
    """Make a project of one's own from the plan of another."""
    with opened(arguments) as workspace:
        subject = _subject(workspace, arguments.slug)
        work = project_work(workspace.store.reader, journey_of(workspace), subject)
        if work is None:
            sentence = tr("{name} is no project on your road.", name=arguments.slug)
            raise NotFoundError(sentence)
        stored = workspace.projects.duplicate(work)
        say_edit(workspace, stored)
        say(tr("Its name is {slug}.", slug=slug_of(stored.edit.changes[0].subject)))
    return 0


def run_archive(arguments: Namespace) -> int:
    """Put a project into the archive."""
    with opened(arguments) as workspace:
        subject = _subject(workspace, arguments.slug)
        say_edit(workspace, workspace.projects.archive(subject, archived=True))
    return 0


def run_unarchive(arguments: Namespace) -> int:
    """Take a project out of the archive."""
    with opened(arguments) as workspace:
        subject = _subject(workspace, arguments.slug)
        say_edit(workspace, workspace.projects.archive(subject, archived=False))
    return 0


def run_remove(arguments: Namespace) -> int:
    """Remove a project of one's own, or a milestone or step of any."""
    with opened(arguments) as workspace:
        subject = _subject(workspace, arguments.slug)
        say_edit(workspace, workspace.projects.remove(subject))
    return 0


def run_restore(arguments: Namespace) -> int:
    """Bring back what was removed."""
    with opened(arguments) as workspace:
        gone = workspace.projects.all_removed()
        found = [each for each in gone if arguments.slug in {each, slug_of(each)}]
        if not found:
            names = ", ".join(map(slug_of, gone)) or tr("nothing")
            sentence = tr("Removed and to be brought back: {names}.", names=names)
            raise NotFoundError(sentence)
        say_edit(workspace, workspace.projects.restore(found[0]))
    return 0


def _subject(workspace: Workspace, name: str) -> str:
    """Return the project, milestone or step of a name; a project comes first."""
    reader = workspace.store.reader
    roadmap = journey_of(workspace).outline.slug
    if kind_of(name) == name and reader.knows(project_subject(name)):
        return project_subject(name)
    return resolve(reader, roadmap, name)


def _day(workspace: Workspace, text: str | None) -> str:
    """Return a day as it is kept; what names none is left to be refused."""
    return typed_day(text or "", workspace.projects.today())


def _stage(workspace: Workspace, name: str) -> str:
    """Return the stage of a name or number on the followed roadmap."""
    outline = journey_of(workspace).outline
    if name.isdecimal() and 1 <= int(name) <= len(outline.stages):
        return stage_subject(outline.slug, outline.stages[int(name) - 1].slug)
    for stage in outline.stages:
        subject = stage_subject(outline.slug, stage.slug)
        if name in {stage.slug, subject, slug_of(subject)}:
            return subject
    known = ", ".join(stage.slug for stage in outline.stages)
    raise NotFoundError(tr("Name one of these stages: {known}.", known=known))
