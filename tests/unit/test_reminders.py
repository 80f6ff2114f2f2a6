"""Reminders: what is due this week is said, and nothing that is done or put away."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.builders import API, API_FORM, API_TESTS
from tests.conftest import NOON
from tracker.domain.application import Phase
from tracker.domain.edit import ARCHIVED, DUE, Change, Edit, Label, State
from tracker.services.applications import Applications
from tracker.services.reminders import due_text, due_this_week, notice
from tracker.services.stamps import stamp

TODAY = NOON.date()  # a Saturday


def put(desk, subject, field, value):
    edit = Edit(Label.PROJECT, (Change(subject, field, None, value),))
    with desk.store.begin() as work:
        work.append(edit, stamp(NOON))


def due(desk, subject, days):
    put(desk, subject, DUE, (TODAY + timedelta(days=days)).isoformat())


def said(desk):
    return due_text(desk.reader, due_this_week(desk.reader, TODAY), TODAY)


def test_nothing_due_says_nothing(desk):
    due(desk, API, 7)
    assert said(desk) == "", "a week has seven days, today included"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Due today: The form"),
        (1, "Due on 2026-11-22: The form"),
        (-3, "Overdue since 2026-11-18: The form"),
    ],
)
def test_a_milestone_is_named_with_its_day(desk, days, words):
    due(desk, API_FORM, days)
    assert said(desk) == words


def test_the_earliest_is_named_and_the_others_counted(desk):
    due(desk, API_FORM, 1)
    due(desk, API, -1)
    due(desk, API_TESTS, 0)
    assert said(desk) == "Overdue since 2026-11-20: Build api · 2 more this week"


@pytest.mark.parametrize("state", [State.DONE, State.ASIDE])
def test_what_is_done_or_set_aside_is_not_due_nor_are_its_milestones(desk, state):
    due(desk, API, 0)
    due(desk, API_FORM, 0)
    desk.learning.set_state(API, state)
    assert due_this_week(desk.reader, TODAY) == []


def test_an_archived_project_is_not_due(desk):
    due(desk, API_FORM, 0)
    put(desk, API, ARCHIVED, "yes")
    assert said(desk) == ""


def test_a_day_that_cannot_be_read_is_passed_over(desk):
    put(desk, API, DUE, "soon")
    due(desk, API_FORM, 0)
    assert said(desk) == "Due today: The form"


def test_a_notice_names_what_is_overdue_or_due_today_and_nothing_later(desk):
    due(desk, API_FORM, 1)
    due(desk, API, -1)
    due(desk, API_TESTS, 0)
    first, second = notice(desk.reader, TODAY)
    assert first == "Overdue since 2026-11-20: Build api"
    assert second.startswith("Due today: ")


def test_a_notice_is_short_however_much_is_due(desk):
    for number in range(9):
        desk.projects.create(f"Project {number}", due=TODAY.isoformat())
    lines = notice(desk.reader, TODAY)
    assert len(lines) == 5
    assert lines[-1] == "5 more"


class TestNextSteps:
    @pytest.fixture
    def jobs(self, desk):
        return Applications(desk.store, desk.announced.append, lambda: NOON)

    def begin(self, jobs, days, **fields):
        due = (TODAY + timedelta(days=days)).isoformat()
        stored = jobs.add("Developer", company="A bank", due=due, **fields)
        return stored.edit.changes[0].subject

    def test_a_next_step_is_named_with_its_job(self, desk, jobs):
        self.begin(jobs, 0, next_step="Call back")
        assert said(desk) == "Due today: Call back (Developer, A bank)"
        assert notice(desk.reader, TODAY) == [said(desk)]

    def test_a_day_without_words_names_the_job(self, desk, jobs):
        self.begin(jobs, 1)
        assert said(desk) == "Due on 2026-11-22: Developer, A bank"

    def test_it_stands_with_milestones_by_its_day(self, desk, jobs):
        due(desk, API_FORM, 0)
        self.begin(jobs, -1, next_step="Call back")
        assert said(desk).startswith("Overdue since 2026-11-20: Call back")
        assert said(desk).endswith("1 more this week")

    def test_nothing_of_a_closed_or_removed_one_is_due(self, desk, jobs):
        jobs.move(self.begin(jobs, 0), Phase.CLOSED)
        jobs.remove(self.begin(jobs, 0))
        assert said(desk) == ""
