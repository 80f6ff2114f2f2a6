"""``milepost status``: where the learner stands, as text or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker import __version__
from tracker.cli.shared import journey_of, opened, say, say_json
from tracker.domain.edit import State
from tracker.domain.forecast import time_left
from tracker.domain.ids import (
    milestone_subject,
    outcome_subject,
    project_subject,
    skill_subject,
    slug_of,
)
from tracker.domain.work import Grade
from tracker.services.evidence import count_stage_grades, read_evidence, sum_grades
from tracker.services.journey import hours_a_week
from tracker.services.plan import open_plan
from tracker.services.reminders import due_this_week, thing_title
from tracker.services.wording import described, time_left_text
from tracker.words import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.domain.progress import Progress
    from tracker.domain.project import Project
    from tracker.domain.proof import Evidence
    from tracker.domain.skill import Skill
    from tracker.services.journey import Journey
    from tracker.services.ports import Reader
    from tracker.services.reminders import Due
    from tracker.workspace import Workspace

# Any: a JSON document; its shape is in docs/status.md.
Json = dict[str, Any]
_MARKS = {
    State.TODO: "[ ]",
    State.LEARNING: "[~]",
    State.DONE: "[x]",
    State.ASIDE: "[-]",
}


def run(arguments: Namespace) -> int:
    """Print the standing."""
    with opened(arguments) as workspace:
        report = status_report(workspace, journey_of(workspace))
        if arguments.proved:
            report = only_proved(report)
    if arguments.json:
        say_json(report)
    else:
        for line in _lines(report, proved=arguments.proved):
            say(line)
    return 0


def status_report(workspace: Workspace, journey: Journey) -> Json:
    """Return everything ``status`` prints."""
    reader = workspace.store.reader
    evidence = read_evidence(reader, journey.progress)
    outline, standing = journey.outline, journey.standing
    here = journey.stage(standing.here)
    step = None if standing.arrived else journey.next(standing.here)
    due = due_this_week(reader, workspace.now().date())
    undo, redo = workspace.undo.next_undo(), workspace.undo.next_redo()
    return {
        "milepost": __version__,
        "roadmap": {
            "slug": outline.slug,
            "title": outline.title,
            "version": outline.version,
        },
        "percent": standing.percent,
        "percent_proved": sum_grades(journey, evidence).percent_proved,
        "here": None if standing.arrived else here.slug,
        "hours_left": round(standing.hours_left, 1),
        "hours_a_week": hours_a_week(reader),
        "next": step and {"slug": step.slug, "title": step.title},
        "plan": open_plan(reader, journey.progress),
        "undo": undo and described(undo.edit, reader.title),
        "redo": redo and described(redo.edit, reader.title),
        "due": [_due(reader, each) for each in due],
        "stages": [_stage(journey, n, evidence) for n in range(len(outline.stages))],
    }


def _due(reader: Reader, item: Due) -> Json:
    title = thing_title(reader, item.subject)
    return {"day": item.day.isoformat(), "title": title, "subject": item.subject}


def only_proved(report: Json) -> Json:
    """Return a report with the figures and items of what is proved."""
    return report | {
        "percent": report["percent_proved"],
        "stages": [
            stage
            | {
                "percent": stage["percent_proved"],
                "skills": list(filter(_is_proved, stage["skills"])),
                "projects": list(filter(_is_proved, stage["projects"])),
            }
            for stage in report["stages"]
        ],
    }


def _is_proved(item: Json) -> bool:
    return item["grade"] in {Grade.SHOWN.name.lower(), Grade.ENDORSED.name.lower()}


def _stage(journey: Journey, position: int, evidence: Evidence) -> Json:
    grades = count_stage_grades(journey, position, evidence)
    stage, count = journey.walked(position), journey.standing.stages[position]
    fork = journey.outline.stages[position].fork
    return {
        "slug": stage.slug,
        "title": stage.title,
        "state": journey.standing.state_of(position),
        "percent": count.percent,
        "percent_proved": grades.percent_proved,
        "grades": {
            "claimed": grades.claimed,
            "practised": grades.practised,
            "shown": grades.shown,
            "endorsed": grades.endorsed,
        },
        "fork": fork and slug_of(fork.subject),
        "lane": fork and journey.lane(position),
        "lane_title": fork and fork.lane(journey.lane(position)).title,
        "lane_chosen": journey.has_chosen(position) if fork else None,
        "skills_done": count.skills_done,
        "skills_total": count.skills,
        "projects_done": count.projects_done,
        "projects_total": count.projects,
        "hours_left": round(count.hours_left, 1),
        "skills": [_skill(s, journey.progress, evidence) for s in stage.skills],
        "projects": [_project(p, journey.progress, evidence) for p in stage.projects],
    }


def _skill(skill: Skill, progress: Progress, evidence: Evidence) -> Json:
    subject = skill_subject(skill.slug)
    return {
        "slug": skill.slug,
        "title": skill.title,
        **_state(subject, progress),
        **_proof(subject, progress, evidence),
        "outcomes": [
            {
                "slug": f"{skill.slug}/{outcome.slug}",
                "title": outcome.text,
                **_part(outcome_subject(skill.slug, outcome.slug), progress, evidence),
            }
            for outcome in skill.outcomes
        ],
    }


def _project(project: Project, progress: Progress, evidence: Evidence) -> Json:
    subject = project_subject(project.slug)
    return {
        "slug": project.slug,
        "title": project.title,
        **_state(subject, progress),
        **_proof(subject, progress, evidence),
        "milestones": [
            {
                "slug": f"{project.slug}/{step.slug}",
                "title": step.title,
                **_part(milestone_subject(project.slug, step.slug), progress, evidence),
            }
            for step in project.milestones
        ],
    }


def _part(subject: str, progress: Progress, evidence: Evidence) -> Json:
    return _state(subject, progress) | _proof(subject, progress, evidence)


def _proof(subject: str, progress: Progress, evidence: Evidence) -> Json:
    return {
        "grade": evidence.grade(subject, progress).name.lower(),
        "proofs": len(evidence.on(subject)),
    }


def _state(subject: str, progress: Progress) -> Json:
    return {
        "state": progress.state(subject).value,
        "done_on": progress.done_on(subject) or None,
        "note": progress.has_note(subject),
    }


def _lines(report: Json, *, proved: bool = False) -> list[str]:
    left = time_left(report["hours_left"], report["hours_a_week"])
    head = tr("{title}: {percent} %", **report["roadmap"], percent=report["percent"])
    if proved:
        percent = report["percent"]
        head = tr("{title}: {p} % proved", **report["roadmap"], p=percent)
    elif left is not None:
        rest = tr(
            "{time} to go at {n} h a week",
            time=time_left_text(left),
            n=report["hours_a_week"],
        )
        head = f"{head}, {rest}"
    lines = [head]
    if report["next"]:
        lines.append(tr("Next: {title} ({slug})", **report["next"]))
    lines += [tr("Due {day}: {title}", **each) for each in report["due"]]
    if report["plan"]:
        slugs = ", ".join(map(slug_of, report["plan"]))
        lines.append(tr("On your plan: {slugs}", slugs=slugs))
    for number, stage in enumerate(report["stages"], 1):
        mark = {"done": "✓", "here": "→", "aside": "-"}.get(stage["state"], " ")
        lines += ["", f"{mark} {number}. {stage['title']}  {stage['percent']} %"]
        if stage["lane"]:
            lines.append(_lane_line(stage))
        for item in (*stage["skills"], *stage["projects"]):
            lines += _item_lines(item)
    return lines


def _lane_line(stage: Json) -> str:
    words = {"title": stage["lane_title"], "slug": stage["lane"]}
    if stage["lane_chosen"]:
        return tr("  Lane: {title}  ({slug})", **words)
    return tr(
        "  Lane: none chosen yet; “{title}” counts until “milepost lane LANE”", **words
    )


def _item_lines(item: Json) -> list[str]:
    parts = item.get("milestones", [])  # outcomes are many; --json has them
    return [_item_line(item, "  ")] + [_item_line(part, "      ") for part in parts]


def _item_line(item: Json, indent: str) -> str:
    mark = _MARKS[State(item["state"])]
    return f"{indent}{mark} {item['title']}  ({item['slug']})"
