"""Reports as Markdown: what they hold, and what a learner may leave out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.unit.report_samples import (
    API,
    HTTP,
    LOGIN,
    MONDAY,
    a_project,
    a_proof,
    a_record,
    first_entry,
)
from tracker.domain.edit import State
from tracker.domain.errors import NotFoundError
from tracker.domain.work import (
    Entry,
    ProjectWork,
    ProofKind,
    Record,
)
from tracker.services.reports import Choices, book, portfolio, project, week

WEEK = """\
# Week in review

5–11 January 2026 · Ada · Backend

## Time

**2 h 15 min** in 2 entries on 2 days.

| Day | Time |
| --- | ---: |
| Monday, 5 January | 1 h 30 min |
| Wednesday, 7 January | 45 min |

| Skill | Time |
| --- | ---: |
| HTTP | 1 h 30 min |

| Project | Time |
| --- | ---: |
| To-do API | 2 h 15 min |

## Journal

### Monday, 5 January

* **1 h 30 min** · HTTP · To-do API

  Wrote the tests.

### Wednesday, 7 January

* **45 min** · Login works

  ##### Done

  `if x[0] < y:`

## Milestones finished

- [x] **Login works** · done on 7 January 2026 · To-do API
  - Link: [Pull request 4](https://example.org/pull/4) · 7 January 2026

## Due next week

- [ ] **Documented** · To-do API · Wednesday, 14 January
"""

PROJECT = """\
# To-do API

Project report · Active · Ada

## At a glance

- **Status:** Active
- **Started:** 8 December 2025
- **Milestones:** 1 of 2 done
- **Repository:** [example.org/api](https://example.org/api)
- **Time:** 2 h 15 min

## Brief

> A small *service*.

## Milestones

- [x] **Login works** · done on 7 January 2026
  - [x] Sessions
  - Link: [Pull request 4](https://example.org/pull/4) · 7 January 2026
- [ ] **Documented** · due on 14 January 2026

## Skills exercised

- HTTP · Shown
- Tests · Claimed

## Journal

**2 h 15 min** in 2 entries.

* **5 January 2026** · 1 h 30 min · HTTP

  Wrote the tests.

* **7 January 2026** · 45 min · Login works

  ##### Done

  `if x[0] < y:`

## Note

> Client first.
"""

PORTFOLIO = """\
# Portfolio of Ada

Junior · Backend

## Skills

### Shown

Shown by a link, a commit, a file or a finished project.

- **HTTP** · Web · done on 10 January 2026 · 2 h 15 min
  - Link: [Pull request 4](https://example.org/pull/4) · 7 January 2026

### Claimed

By the learner’s own word.

- **Tests** · Craft

## Finished projects

### To-do API

Status: Marked as done · Started: 8 December 2025 · Finished: 12 January 2026 · \
Milestones: 1 of 2 done · Repository: [example.org/api](https://example.org/api)

> A small *service*.

**Skills:** HTTP, Tests

**Highlights**

- [x] **Login works** · done on 7 January 2026
  - Link: [Pull request 4](https://example.org/pull/4) · 7 January 2026

**Note**

> Client first.
"""

BOOK = """\
# The whole journey

Ada · Backend · Junior · January 2026

## Stage 2: On the web

Services.

**50 %** of this stage is done.

> It clicked.

### Skills

Still ahead: Queues.

#### HTTP

Shown · done on 10 January 2026 · 2 h 15 min

- [x] I can read a request.
- [ ] I can cache.

**Proof**

- Link: [Pull request 4](https://example.org/pull/4) · 7 January 2026

**Note**

> Try curl.

#### Tests

Claimed

### Projects

#### To-do API

Status: Active

## Journal

**2 h 15 min** in 2 entries.

### January 2026

**2 h 15 min** in 2 entries.

* **5 January** · 1 h 30 min · HTTP · To-do API

  Wrote the tests.

* **7 January** · 45 min · Login works

  ##### Done

  `if x[0] < y:`
"""


def all_reports(record: Record, choices: Choices) -> list[str]:
    reports = (
        week(record, MONDAY, choices),
        project(record, API, choices),
        portfolio(record, choices),
        book(record, choices),
    )
    return [report.markdown for report in reports]


def test_a_week_tells_time_journal_milestones_and_what_is_due():
    assert week(a_record(), MONDAY).markdown == WEEK


def test_a_project_tells_what_it_is_how_far_it_is_and_what_shows_it():
    assert project(a_record(), API).markdown == PROJECT


def test_a_portfolio_tells_skills_by_grade_and_finished_projects():
    done = a_project(status=State.DONE, finish=date(2026, 1, 12))
    assert portfolio(a_record(project=done)).markdown == PORTFOLIO


def test_a_portfolio_says_of_a_finished_project_that_parts_of_it_are_open():
    done = a_project(status=State.DONE)
    assert "Status: Marked as done · " in portfolio(a_record(project=done)).markdown
    milestones = tuple(replace(each, done=True) for each in done.milestones)
    done = replace(done, milestones=milestones)
    assert "Status: Done · " in portfolio(a_record(project=done)).markdown


def test_what_is_only_marked_as_done_is_left_out_with_what_is_not_proved():
    only_proved = Choices(unproved=False)
    bare = ProjectWork(subject=API, title="To-do API", status=State.DONE)
    assert "To-do API" in portfolio(a_record(project=bare)).markdown
    told = portfolio(a_record(project=bare), only_proved).markdown
    assert "### To-do API" not in told
    built = a_project(status=State.DONE)
    assert "### To-do API" in portfolio(a_record(project=built), only_proved).markdown


def test_a_book_tells_each_stage_and_then_the_journal_by_month():
    bare = ProjectWork(subject=API, title="To-do API", status=State.LEARNING)
    assert book(a_record(project=bare)).markdown == BOOK


def test_any_day_stands_for_its_week():
    assert week(a_record(), date(2026, 1, 11)) == week(a_record(), MONDAY)


@pytest.mark.parametrize("day", [date.min, date.max, date(2024, 2, 29)])
def test_a_week_at_the_end_of_time_is_a_week(day):
    assert "Nothing was written in this week." in week(a_record(), day).body


def test_a_milestone_counts_its_project_once_for_an_entry_that_names_both():
    both = replace(first_entry(), links=(API, LOGIN))
    assert "| To-do API | 1 h 30 min |" in week(a_record(both), MONDAY).body


def test_what_is_overdue_is_named_with_its_day():
    late = a_project(due=date(2025, 12, 31))
    body = week(a_record(project=late), MONDAY).body
    assert "- [ ] **To-do API** · due since 31 December 2025\n- [ ] **Doc" in body


@pytest.mark.parametrize("changed", [{"archived": True}, {"status": State.ASIDE}])
def test_nothing_is_due_in_a_project_that_is_put_away(changed):
    late = a_project(due=date(2025, 12, 31), **changed)
    assert "Due next week" not in week(a_record(project=late), MONDAY).body


def test_a_project_that_is_not_there_is_said_so():
    with pytest.raises(NotFoundError, match="project:none"):
        project(a_record(), "project:none")


def test_an_archived_project_is_in_the_book_and_not_in_the_portfolio():
    record = a_record(project=a_project(archived=True))
    assert "To-do API" not in portfolio(record).body
    assert "#### To-do API" in book(record).body


def test_an_own_project_stands_in_its_stage_or_else_by_itself():
    placed = a_project(subject="project:own-1", title="Mine", own=True)
    loose = a_project(subject="project:own-2", title="Alone", own=True, stage="")
    body = book(a_record(projects=(placed, loose))).body
    stage, others = body.split("## Other projects")
    assert "#### Mine" in stage
    assert "### Alone" in others
    assert body.count("Mine") == body.count("Alone") == 1


def test_an_empty_record_makes_reports_that_say_so():
    empty = Record(roadmap="Backend")
    assert portfolio(empty).markdown == (
        "# Portfolio\n\nBackend\n\nThere is nothing to show yet.\n"
    )
    assert book(empty).title == "The whole journey"


def test_hours_are_left_out_everywhere():
    for text in all_reports(a_record(), Choices(hours=False)):
        assert not re.search(r"\d (?:h|min)\b|\bTime\b", text)


def test_notes_are_left_out_everywhere_and_the_journal_stays():
    told = a_proof(ProofKind.NOTE, title="Taught it", value="Privately said.")
    record = a_record(project=a_project(proofs=(told,)))
    for text in all_reports(record, Choices(notes=False)):
        for note in ("Client first", "Try curl", "It clicked", "Privately"):
            assert note not in text
    assert "Wrote the tests." in book(record, Choices(notes=False)).body
    assert "Privately said." in book(record).body


def test_what_is_not_proved_is_left_out_everywhere():
    for text in all_reports(a_record(), Choices(unproved=False)):
        for claim in ("Tests", "Claimed", "Queues", "50 %"):
            assert claim not in text
    assert "#### HTTP" in book(a_record(), Choices(unproved=False)).body


@pytest.mark.parametrize(("proofs", "told"), [((a_proof(),), True), ((), False)])
def test_a_portfolio_of_what_is_proved_has_active_projects_that_are_shown(proofs, told):
    record = a_record(project=a_project(milestones=(), proofs=proofs))
    proved = portfolio(record, Choices(unproved=False))
    assert ("To-do API" in proved.body) is told


@pytest.mark.parametrize(
    ("kind", "value", "line"),
    [
        (ProofKind.LINK, "javascript:alert(1)", "Link: T (`javascript:alert(1)`)"),
        (ProofKind.COMMIT, "~/api 4f2a", "Commit: T (`~/api 4f2a`)"),
        (ProofKind.FILE, "0123456789abcdef", "File: T (`0123456789ab`)"),
        (ProofKind.CONFIRMATION, "J. Rivera", "Confirmed: T (J. Rivera)"),
        (ProofKind.CONFIRMATION, "", "Confirmed: T"),
        ("stone", "x", "Proof: T"),
    ],
)
def test_each_kind_of_proof_is_told_in_its_way(kind, value, line):
    shown = a_project(proofs=(a_proof(kind, title="T", value=value),))
    body = project(a_record(project=shown), API).body
    assert f"- {line} · 7 January 2026" in body


HOSTILE = "# T\n## T\n```\n<!--\n[a]: /x\n=====\n> - ~~~\n\n---\n| a |\n|---|\n"


def test_text_of_a_learner_adds_no_heading_and_no_item_to_a_report():
    told = a_proof(ProofKind.NOTE, value=HOSTILE, title=HOSTILE)
    hostile = a_project(brief=HOSTILE, note=HOSTILE, title=HOSTILE, proofs=(told,))
    usual = a_project(title="T T", proofs=(a_proof(ProofKind.NOTE, title="T"),))
    reports = zip(
        all_reports(a_record(first_entry(HOSTILE), project=hostile), Choices()),
        all_reports(a_record(first_entry(), project=usual), Choices()),
        strict=True,
    )
    for got, wanted in reports:
        assert marks_in_first_column(got) == marks_in_first_column(wanted)


def marks_in_first_column(markdown: str) -> list[str]:
    """Return how each line begins, but for quotes, which are a learner's."""
    return [line.split()[0] for line in markdown.split("\n") if line[:1] in {*"#-*|"}]


@pytest.mark.slow
def test_a_book_of_a_hundred_thousand_entries_has_each_of_them_once():
    entries = tuple(
        Entry(
            subject=f"entry:{n}",
            day=date(2021, 1, 1) + timedelta(days=n // 55),
            minutes=30,
            text=f"Line {n}: `x[{n}]` *works*.",
            links=(HTTP, API),
        )
        for n in range(100_000)
    )
    body = book(a_record(*entries)).body
    assert body.count("\n* **") == len(entries)
    assert "**50000 h** in 100000 entries." in body
