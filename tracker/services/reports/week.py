"""The report of a week: the time, the journal, what was finished, what comes next."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.domain.edit import State
from tracker.domain.ids import SKILL, kind_of
from tracker.services.reports.blocks import (
    document,
    listed,
    milestone_line,
    proof_lines,
    section,
    task,
)
from tracker.services.reports.inline import plain
from tracker.services.reports.report import EVERYTHING, Choices, Report
from tracker.services.reports.telling import Telling, one_line
from tracker.services.reports.wording import (
    day_text,
    days_after,
    days_text,
    entries_text,
)
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.domain.work import Entry, MilestoneWork, ProjectWork, Record

    _Days = dict[date, list[Entry]]
    _Due = tuple[date, str]  # a day and what is due on it, as Markdown


def week(record: Record, monday: date, choices: Choices = EVERYTHING) -> Report:
    """Return the report of the week that a day lies in.

    Args:
        record: What there is to tell.
        monday: The first day; any other day stands for the Monday before it.
        choices: What to leave out.
    """
    first = monday - timedelta(days=monday.weekday())
    last = days_after(first, 6)
    telling = Telling(record, choices)
    days: _Days = defaultdict(list)
    for entry in record.entries:
        if first <= entry.day <= last:
            days[entry.day].append(entry)
    days = dict(sorted(days.items()))
    blocks = [
        *_time(telling, days),
        *_journal(telling, days),
        *section(tr("Milestones finished"), _finished(telling, first, last)),
        *section(tr("Due next week"), _due(telling, last)),
    ]
    subtitle = one_line(days_text(first, last), record.name, record.roadmap)
    return Report(title=tr("Week in review"), subtitle=subtitle, body=document(blocks))


def _time(telling: Telling, days: _Days) -> list[str]:
    entries = [entry for each in days.values() for entry in each]
    minutes = sum(entry.minutes for entry in entries)
    if not telling.time(minutes):
        return []
    total = tr(
        "**{time}** in {entries} on {days}.",
        time=telling.time(minutes),
        entries=entries_text(len(entries)),
        days=tr_n("1 day", "{n} days", len(days)),
    )
    by_day = {
        day_text(day, weekday=True, year=False): sum(e.minutes for e in each)
        for day, each in days.items()
    }
    blocks = [total, *_table(telling, tr("Day"), by_day)]
    for heading, sums in _by_subject(telling, entries):
        blocks += _table(telling, heading, sums)
    return section(tr("Time"), blocks)


def _by_subject(
    telling: Telling, entries: list[Entry]
) -> Iterator[tuple[str, dict[str, int]]]:
    skills: Counter[str] = Counter()
    projects: Counter[str] = Counter()
    for entry in entries:
        named = {link for link in entry.links if kind_of(link) == SKILL}
        skills.update(dict.fromkeys(named, entry.minutes))
        worked_on = {p for p in map(telling.project_of, entry.links) if p}
        projects.update(dict.fromkeys(worked_on, entry.minutes))
    for heading, sums in ((tr("Skill"), skills), (tr("Project"), projects)):
        most = sorted((-n, telling.title(subject), n) for subject, n in sums.items())
        yield heading, {title: n for _, title, n in most}


def _table(telling: Telling, heading: str, sums: dict[str, int]) -> list[str]:
    rows = [(name, telling.time(minutes)) for name, minutes in sums.items()]
    lines = [f"| {name} | {time} |" for name, time in rows if time]
    head = [f"| {heading} | {tr('Time')} |", "| --- | ---: |"]
    return listed([*head, *lines]) if lines else []


def _journal(telling: Telling, days: _Days) -> list[str]:
    blocks: list[str] = []
    for day, entries in days.items():
        blocks.append(f"### {day_text(day, weekday=True, year=False)}")
        blocks += [telling.entry(entry) for entry in entries]
    return section(tr("Journal"), blocks or [tr("Nothing was written in this week.")])


def _finished(telling: Telling, first: date, last: date) -> list[str]:
    done = [
        (milestone.done_on, project, milestone)
        for project, milestone in _milestones(telling)
        if milestone.done and milestone.done_on and first <= milestone.done_on <= last
    ]
    lines: list[str] = []
    for _, project, milestone in sorted(done, key=lambda each: each[0]):
        what = f"{milestone_line(milestone)} · {plain(project.title)}"
        lines.append(task(done=True, text=what))
        lines += proof_lines(milestone.proofs, telling.choices, 2)
    return listed(lines)


def _due(telling: Telling, sunday: date) -> list[str]:
    """Return what is open and due by the end of next week, what is overdue first."""
    until = days_after(sunday, 7)
    found = [each for each in _open(telling) if each[0] <= until]
    lines: list[str] = []
    for day, what in sorted(found, key=lambda each: each[0]):
        if day > sunday:
            when = day_text(day, weekday=True, year=False)
        else:
            when = tr("due since {d}", d=day_text(day))
        lines.append(task(done=False, text=f"{what} · {when}"))
    return listed(lines)


def _open(telling: Telling) -> Iterator[_Due]:
    for project in telling.projects.values():
        if _is_open(project) and project.due:
            yield project.due, f"**{plain(project.title)}**"
    for project, milestone in _milestones(telling):
        if _is_open(project) and milestone.due and not milestone.done:
            title = f"**{plain(milestone.title)}**"
            yield milestone.due, f"{title} · {plain(project.title)}"


def _is_open(project: ProjectWork) -> bool:
    return project.status not in {State.DONE, State.ASIDE} and not project.archived


def _milestones(telling: Telling) -> Iterator[tuple[ProjectWork, MilestoneWork]]:
    for project in telling.projects.values():
        for milestone in project.milestones:
            yield project, milestone
