"""A skill, project or lane as a page of Markdown, with how far the learner has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import State
from tracker.domain.ids import (
    LANE,
    PROJECT,
    SKILL,
    fork_subject,
    kind_of,
    milestone_subject,
    outcome_subject,
    project_subject,
    skill_subject,
    slug_of,
)
from tracker.domain.reference import Reference
from tracker.services.wording import hours_text, resource_words, state_name
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tracker.domain.progress import Progress
    from tracker.domain.project import Project
    from tracker.domain.roadmap import Fork, Lane
    from tracker.domain.skill import Skill
    from tracker.services.ports import Reader


def skill_page(
    skill: Skill, progress: Progress, title_of: Callable[[str], str], note: str
) -> str:
    """Return everything about a skill.

    Args:
        skill: What to write about.
        progress: The states.
        title_of: Returns the title of a skill by its slug.
        note: The learner's own note, empty if there is none.
    """
    state = state_name(progress.state(skill_subject(skill.slug)), SKILL)
    parts = [
        f"# {skill.title}",
        f"`{skill.slug}` · {hours_text(skill.hours)} · {state}",
        skill.summary,
    ]
    if skill.why:
        parts += [f"## {tr('Why it matters')}", skill.why]
    outcomes = [
        _task(progress, outcome_subject(skill.slug, each.slug), each.text)
        for each in skill.outcomes
    ]
    parts += _section(tr("What you can show"), outcomes)
    needs = (f"- {title_of(slug)} (`{slug}`)" for slug in skill.needs)
    parts += _section(tr("Helps to know first"), needs)
    resources = (
        f"- [{r.title}]({r.url}) ({resource_words(r)})" for r in skill.resources
    )
    parts += _section(tr("Learn from"), resources)
    questions = (f"- **{q.ask}** {q.answer}" for q in skill.questions)
    parts += _section(tr("Ask yourself"), questions)
    if skill.aliases:
        parts += _section(tr("Adverts also write"), [", ".join(skill.aliases)])
    patterns = [f"`{each}`" for each in (*skill.hints.files, *skill.hints.packages)]
    if patterns:
        parts += _section(
            tr("Files and packages that show it in your code"), [", ".join(patterns)]
        )
    return _joined(parts, note)


def project_page(
    project: Project, progress: Progress, title_of: Callable[[str], str], note: str
) -> str:
    """Return everything about a project; see `skill_page`."""
    state = state_name(progress.state(project_subject(project.slug)), PROJECT)
    parts = [
        f"# {project.title}",
        " · ".join(
            filter(None, (f"`{project.slug}`", hours_text(project.hours), state))
        ),
        *filter(None, (project.brief,)),
    ]
    milestones = [
        _task(progress, milestone_subject(project.slug, each.slug), each.title)
        for each in project.milestones
    ]
    parts += _section(tr("Milestones"), milestones)
    criteria = (f"- {line}" for line in project.criteria)
    parts += _section(tr("It is accepted when"), criteria)
    skills = (f"- {title_of(slug)} (`{slug}`)" for slug in project.skills)
    parts += _section(tr("Exercises"), skills)
    stretch = (f"- {line}" for line in project.stretch)
    parts += _section(tr("To go further"), stretch)
    return _joined(parts, note)


def lane_page(fork: Fork, lane: Lane, progress: Progress) -> str:
    """Return everything about a lane of a fork."""
    chosen = progress.lane(fork_subject(fork.slug)) == lane.slug
    skills = [skill for group in lane.groups for skill in group.skills]
    counts = (
        tr_n("1 skill", "{n} skills", len(skills)),
        tr_n("1 project", "{n} projects", len(lane.projects)),
        tr("chosen") if chosen else tr("not chosen"),
    )
    head = " · ".join((f"`{fork.slug}/{lane.slug}`", *counts))
    parts = [f"# {lane.title}", head, lane.summary]
    for group in lane.groups:
        rule = tr(" (at least {n})", n=group.least) if group.least else ""
        lines = (
            _task(progress, skill_subject(each.slug), f"{each.title} (`{each.slug}`)")
            for each in group.skills
        )
        parts += _section(group.title + rule, lines)
    projects = (
        _task(progress, project_subject(each.slug), f"{each.title} (`{each.slug}`)")
        for each in lane.projects
    )
    parts += _section(tr("Projects"), projects)
    return _joined(parts, "")


def item_reference(reader: Reader, subject: str) -> Reference | None:
    """Return a skill, project or lane of any stored roadmap as something to read."""
    places = reader.places(subject)
    kind, slug = kind_of(subject), slug_of(subject)
    if not places or kind not in {SKILL, PROJECT, LANE}:
        return None
    stage, progress = reader.stage(*places[0]), reader.progress()

    def title_of(skill: str) -> str:
        return reader.title(skill_subject(skill)) or skill

    note = reader.note(subject)
    if kind == LANE:
        assert stage.fork is not None  # noqa: S101  # a lane stands only there
        lane = stage.fork.lane(slug.partition("/")[2])
        title, body = lane.title, lane_page(stage.fork, lane, progress)
    elif kind == SKILL:
        skill = next(each for each in stage.skills if each.slug == slug)
        title, body = skill.title, skill_page(skill, progress, title_of, note)
    else:
        project = next(each for each in stage.all_projects if each.slug == slug)
        title, body = project.title, project_page(project, progress, title_of, note)
    return Reference(kind, slug, tr("Not on the roadmap you follow"), title, body)


def _task(progress: Progress, subject: str, text: str) -> str:
    mark = "x" if progress.state(subject) is State.DONE else " "
    return f"- [{mark}] {text}"


def _section(heading: str, lines: Iterable[str]) -> list[str]:
    text = "\n".join(lines)
    return [f"## {heading}", text] if text else []


def _joined(parts: list[str], note: str) -> str:
    if note:
        parts = [*parts, f"## {tr('Note')}", note]
    return "\n\n".join(parts) + "\n"
