"""Commands that print what there is to read, and that choose a lane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.shared import journey_of, opened, say, say_edit
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import (
    FORK,
    LANE,
    MILESTONE,
    PROJECT,
    SKILL,
    kind_of,
    parent_of,
    skill_subject,
    slug_of,
)
from tracker.domain.project_facts import project_of
from tracker.domain.projects import overlaid, own_project
from tracker.domain.reference import REFERENCE_KINDS
from tracker.domain.skill import Skill
from tracker.domain.texts import nearest
from tracker.services.item_page import lane_page, project_page, skill_page
from tracker.services.lookup import Library
from tracker.services.naming import resolve
from tracker.words import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.domain.outline import ForkOutline
    from tracker.domain.project import Project
    from tracker.services.journey import Journey
    from tracker.services.ports import Reader
    from tracker.workspace import Workspace


def run_guide(arguments: Namespace) -> int:
    """Print a page, or list all of them, or those that have some words."""
    with opened(arguments) as workspace:
        reader = workspace.store.reader
        if arguments.name is not None and arguments.find is not None:
            raise BadInputError(tr("Name a page or words to find, not both."))
        if arguments.name is not None:
            say(_page(reader, arguments.name).rstrip())
            return 0
        library = Library(reader.references(), reader.reference_bodies())
        found = library.find(arguments.find or "")
        section = None
        for head in found:
            if not arguments.find and head.section != section:
                section = head.section
                say(f"\n{section}")
            say(f"  {head.subject:40} {head.title}")
        if not found:
            say(tr("Nothing has these words. Try fewer or others."))
    return 0 if found else 1


def _page(reader: Reader, name: str) -> str:
    kind = kind_of(name) if ":" in name else ""
    kinds = (kind,) if kind else REFERENCE_KINDS
    slug = slug_of(name) if kind else name
    for each in kinds:
        page = reader.reference(each, slug)
        if page is not None:
            return page.body
    names = [head.slug for head in reader.references()]
    hint = nearest(slug, names)
    sentence = tr("There is no page called “{name}”.", name=name)
    if hint is not None:
        sentence += " " + tr("Did you mean “{hint}”?", hint=hint)
    raise NotFoundError(sentence)


def run_show(arguments: Namespace) -> int:
    """Print everything about a skill, project or lane."""
    with opened(arguments) as workspace:
        reader, journey = workspace.store.reader, journey_of(workspace)
        subject = resolve(reader, journey.outline.slug, arguments.slug)
        whole = parent_of(subject) or subject
        if kind_of(whole) in {LANE, FORK}:
            say(_lanes_text(workspace, journey, whole).rstrip())
            return 0
        if kind_of(whole) == MILESTONE:  # a step is two levels below its project
            whole = project_of(whole)
        if kind_of(whole) not in {SKILL, PROJECT}:
            sentence = tr("“{name}” is a stage; “milepost status” shows what it holds.")
            raise BadInputError(sentence.format(name=arguments.slug))
        item = _item(workspace, journey, whole)

        def title_of(skill: str) -> str:
            return reader.title(skill_subject(skill)) or skill

        progress, note = journey.progress, reader.note(whole)
        if isinstance(item, Skill):
            say(skill_page(item, progress, title_of, note).rstrip())
        else:
            say(project_page(item, progress, title_of, note).rstrip())
    return 0


def _item(workspace: Workspace, journey: Journey, subject: str) -> Skill | Project:
    reader = workspace.store.reader
    places = reader.places(subject)
    places.sort(key=lambda place: place[0] != journey.outline.slug)
    if not places:
        return own_project(subject, journey.facts)
    stage = reader.stage(*places[0])
    pool = stage.skills if kind_of(subject) == SKILL else stage.all_projects
    found = next(each for each in pool if each.slug == slug_of(subject))
    return found if isinstance(found, Skill) else overlaid(found, journey.facts)


def _lanes_text(workspace: Workspace, journey: Journey, subject: str) -> str:
    """Return a lane, or all lanes of a fork, as Markdown."""
    reader = workspace.store.reader
    places = sorted(
        reader.places(subject), key=lambda place: place[0] != journey.outline.slug
    )
    fork = reader.stage(*places[0]).fork
    assert fork is not None  # noqa: S101  # a fork or lane stands only there
    wanted = slug_of(subject).partition("/")[2]
    pages = (
        lane_page(fork, lane, journey.progress)
        for lane in fork.lanes
        if wanted in {"", lane.slug}
    )
    return "\n".join(pages)


def run_lane(arguments: Namespace) -> int:
    """List the lanes of the followed roadmap, or choose one."""
    with opened(arguments) as workspace:
        journey = journey_of(workspace)
        if arguments.lane is None:
            _list_lanes(journey)
            return 0
        stored = workspace.learning.choose_lane(*_lane_called(journey, arguments.lane))
        say_edit(workspace, stored)
    return 0


def _list_lanes(journey: Journey) -> None:
    forks = _forks(journey)
    for position, fork in forks.items():
        place = tr("stage {n}", n=position + 1)
        say(f"{slug_of(fork.subject)} ({place})")
        for slug, lane in fork.lanes.items():
            counts = slug == journey.lane(position)
            mark = "*" if counts and journey.has_chosen(position) else " "
            more = "" if mark == "*" or not counts else tr(" (counts until you choose)")
            say(f"{mark} {slug:20} {lane.title}{more}")
    if not forks:
        say(tr("This roadmap does not divide: there is no lane to choose."))


def _forks(journey: Journey) -> dict[int, ForkOutline]:
    stages = enumerate(journey.outline.stages)
    return {position: stage.fork for position, stage in stages if stage.fork}


def _lane_called(journey: Journey, name: str) -> tuple[str, str]:
    """Return the fork and the lane that a name stands for, alone or as fork/lane."""
    lanes = {
        (slug_of(fork.subject), slug): (slug, f"{slug_of(fork.subject)}/{slug}", title)
        for fork in _forks(journey).values()
        for slug, title in ((slug, lane.title) for slug, lane in fork.lanes.items())
    }
    wanted = name.strip().casefold()
    found: list[tuple[str, str]] = []
    for fits in (str.__eq__, str.startswith):
        found = found or [
            pair
            for pair, names in lanes.items()
            if wanted and any(fits(each.casefold(), wanted) for each in names)
        ]
    if len(found) == 1:
        return found[0]
    hint = nearest(wanted, [slug for _, slug in lanes])
    sentence = tr("Name one of these lanes: {known}.")
    sentence = sentence.format(known=", ".join("/".join(p) for p in found or lanes))
    if hint and not found:
        sentence += " " + tr("Did you mean “{hint}”?", hint=hint)
    raise NotFoundError(sentence)
