"""Commands of the plan: list it, put something on it, take something off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli.shared import journey_of, opened, say, say_edit, say_json
from tracker.domain.ids import slug_of
from tracker.services.naming import resolve
from tracker.services.plan import open_plan
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.cli.shared import Add, Commands
    from tracker.workspace import Workspace

# Any: a JSON document; its shape is in docs/status.md.
Json = dict[str, Any]


def add_commands(commands: Commands, add: Add) -> None:
    """Add ``plan`` to the words of ``milepost``."""
    text = tr("list what you want to take up next, or change that list")
    plan = add(commands, "plan", run_plan, text)
    plan.add_argument("--json", action="store_true", help=tr("as JSON"))
    acts = plan.add_subparsers(metavar=tr("ACT"))
    for name, run, text in (
        ("add", run_add, tr("put skills or projects on the plan")),
        ("remove", run_remove, tr("take skills or projects off the plan")),
    ):
        act = add(acts, name, run, text)
        act.add_argument("slugs", nargs="+", metavar="SLUG")


def run_plan(arguments: Namespace) -> int:
    """List what is on the plan and open, the oldest first."""
    with opened(arguments) as workspace:
        items = plan_report(workspace)
    if arguments.json:
        say_json({"plan": items})
        return 0
    for item in items:
        mark = "[~]" if item["state"] == "learning" else "[ ]"
        hours = tr("  {n:g} h", n=item["hours"]) if item["hours"] else ""
        say(f"{mark} {item['title']}{hours}  ({item['slug']})")
    if items:
        hours = sum(item["hours"] for item in items)
        say(tr_n("1 item, {h:g} h", "{n} items, {h:g} h", len(items), h=hours))
    else:
        say(tr("Nothing is on your plan. “milepost plan add SLUG” puts something on."))
    return 0


def run_add(arguments: Namespace) -> int:
    """Put everything named on the plan, as one action."""
    with opened(arguments) as workspace:
        subjects = _subjects(workspace, arguments)
        say_edit(workspace, workspace.use_cases.plan.add(subjects))
    return 0


def run_remove(arguments: Namespace) -> int:
    """Take everything named off the plan, as one action."""
    with opened(arguments) as workspace:
        subjects = _subjects(workspace, arguments)
        say_edit(workspace, workspace.use_cases.plan.remove(subjects))
    return 0


def plan_report(workspace: Workspace) -> list[Json]:
    """Return what is on the plan and open, in order."""
    from tracker.services.career import CareerBook  # noqa: PLC0415  # only needed here

    journey = journey_of(workspace)
    reader, progress = workspace.store.reader, journey.progress
    subjects = open_plan(reader, progress)
    book = CareerBook(reader, journey) if subjects else None
    return [
        {
            "slug": slug_of(subject),
            "kind": subject.partition(":")[0],
            "title": book.title(subject),
            "state": progress.state(subject).value,
            "hours": book.hours(subject),
        }
        for subject in subjects
        if book is not None
    ]


def _subjects(workspace: Workspace, arguments: Namespace) -> list[str]:
    roadmap, reader = journey_of(workspace).outline.slug, workspace.store.reader
    return [resolve(reader, roadmap, slug) for slug in arguments.slugs]
