"""iCalendar: what a calendar reads back, and what it makes of a second export."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from icalendar import Calendar

from tests.interchange.records import (
    DAY,
    HOSTILE,
    NOON,
    a_full_record,
    a_milestone_work,
    a_project_work,
    a_record,
    days,
    titles,
)
from tracker.domain.application import Application, Phase
from tracker.domain.edit import DUE, TITLE, Change, Edit, State, StoredEdit
from tracker.domain.errors import BadInputError
from tracker.domain.texts import cleaned
from tracker.domain.work import Record, Step
from tracker.interchange.calendar_file import calendar_ics
from tracker.interchange.calendar_log import CalendarLog


def read(record: Record, now: datetime = NOON, **more) -> Calendar:
    data = calendar_ics(record, now, **more)
    calendar = Calendar.from_ical(data)
    assert not [each for part in calendar.walk() for each in part.errors]
    return calendar


def todos(record: Record, **more) -> dict[str, object]:
    return {str(each["summary"]): each for each in read(record, **more).walk("VTODO")}


def edits(*changes: tuple) -> list[StoredEdit]:
    """Return a log of one change an hour: subject, field, before and after."""
    return [
        StoredEdit(
            id=f"e{seq}",
            edit=Edit("project", (Change(*change),)),
            seq=seq,
            device="here",
            learner="me",
            at=NOON + timedelta(hours=seq),
            local_date=(NOON + timedelta(hours=seq)).date(),
            utc_offset=0,
        )
        for seq, change in enumerate(changes, 1)
    ]


def events(record: Record, **more) -> dict[str, object]:
    return {str(each["summary"]): each for each in read(record, **more).walk("VEVENT")}


def with_project(**changed) -> Record:
    return a_record(projects=(a_project_work(**changed),))


def with_milestone(**changed) -> Record:
    return with_project(milestones=(a_milestone_work(**changed),))


def test_a_due_milestone_is_a_to_do_and_an_event_that_blocks_nothing():
    todo = todos(a_record())["Build api: The form"]
    event = events(a_record())["Build api: The form"]
    assert todo.decoded("due") == DAY
    assert event.decoded("dtstart") == DAY
    assert event.decoded("dtend") == DAY + timedelta(days=1)
    assert event["transp"] == "TRANSPARENT"
    assert event["dtstart"].params["value"] == "DATE"


def test_a_due_project_is_a_to_do_and_an_event():
    record = with_project(due=DAY, start=date(2026, 11, 1), milestones=())
    todo = todos(record)["Build api"]
    assert (todo.decoded("dtstart"), todo.decoded("due")) == (date(2026, 11, 1), DAY)
    assert events(record)["Build api"].decoded("dtstart") == DAY


def test_a_milestone_belongs_to_its_project_which_is_in_the_file():
    found = todos(a_record())
    related = found["Build api: The form"]["related-to"]
    assert related.params["reltype"] == "PARENT"
    assert str(related) == str(found["Build api"]["uid"])
    assert "due" not in found["Build api"]


def test_what_has_no_due_day_is_left_out():
    both = (a_milestone_work(), a_milestone_work("api/tests", title="B", due=None))
    assert set(todos(with_project(milestones=both))) == {
        "Build api",
        "Build api: The form",
    }


@pytest.mark.parametrize("record", [with_milestone(due=None), Record(roadmap="")])
def test_without_anything_due_there_is_no_calendar_as_it_must_hold_something(record):
    with pytest.raises(BadInputError, match="Nothing in your projects and"):
        calendar_ics(record, NOON)


@pytest.mark.parametrize(
    ("project", "milestone", "status"),
    [
        ({}, {}, "NEEDS-ACTION"),
        ({}, {"steps": (Step(subject="s", title="", done=True),)}, "IN-PROCESS"),
        ({}, {"done": True, "done_on": DAY}, "COMPLETED"),
        ({"status": State.ASIDE}, {}, "CANCELLED"),
        ({"archived": True}, {}, "CANCELLED"),
        ({"archived": True}, {"done": True}, "COMPLETED"),
    ],
)
def test_a_milestone_says_how_it_stands(project, milestone, status):
    record = with_project(**project, milestones=(a_milestone_work(**milestone),))
    assert todos(record)["Build api: The form"]["status"] == status
    event = events(record)["Build api: The form"]
    assert (event["status"] == "CANCELLED") is (status == "CANCELLED")


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (State.TODO, "NEEDS-ACTION"),
        (State.LEARNING, "IN-PROCESS"),
        (State.DONE, "COMPLETED"),
        (State.ASIDE, "CANCELLED"),
    ],
)
def test_a_project_says_how_it_stands(state, status):
    record = with_project(status=state, due=DAY)
    assert todos(record)["Build api"]["status"] == status


def test_a_day_of_completion_is_a_moment_in_utc_on_the_same_day_for_most():
    todo = todos(with_milestone(done=True, done_on=DAY))["Build api: The form"]
    moment = todo.decoded("completed")
    assert moment.utcoffset() == timedelta(0)
    for hours in (-10, 0, 5.5, 13):
        zone = timezone(timedelta(hours=hours))
        assert moment.astimezone(zone).date() == DAY
    assert todo["percent-complete"] == 100


def test_identifiers_stay_and_no_two_are_alike():
    first, later = (
        [str(part["uid"]) for part in read(record, now).walk() if "uid" in part]
        for record, now in (
            (with_project(due=DAY), NOON),
            (with_project(due=DAY, title="Other"), NOON + timedelta(days=9)),
        )
    )
    assert first == later
    assert len(set(first)) == 4
    assert all(re.fullmatch(r"[0-9a-f]{32}@milepost", uid) for uid in first)


def test_two_learners_on_one_roadmap_share_no_identifier():
    ada, bob = (
        {str(part["uid"]) for part in read(a_record(), owner=owner).walk("VTODO")}
        for owner in ("ada", "bob")
    )
    assert not ada & bob


FORM, TESTS, API = "milestone:api/form", "milestone:api/tests", "project:api"
DUE_FORM = (FORM, "due", None, "2026-11-21")
DUE_TESTS = (TESTS, "due", None, "2026-11-22")


def test_a_changed_day_is_newer_and_the_same_state_is_not():
    log = edits(DUE_FORM)
    before = calendar_ics(a_record(), NOON, log)
    assert before == calendar_ics(a_record(), NOON + timedelta(days=3), log)
    moved = edits(DUE_FORM, (FORM, "due", "2026-11-21", "2026-01-01"))
    after = todos(with_milestone(due=date(2026, 1, 1)), log=moved)
    old = Calendar.from_ical(before).walk("VTODO")[1]
    new = after["Build api: The form"]
    assert old["uid"] == new["uid"]
    assert (old["sequence"], new["sequence"]) == (1, 2)


def test_what_changes_with_the_project_is_newer_with_it():
    log = edits(DUE_FORM, (API, "title", None, "Build api"))
    assert todos(a_record(), log=log)["Build api: The form"]["sequence"] == 2


def test_a_removed_milestone_does_not_make_the_others_older():
    log = edits(DUE_FORM, DUE_TESTS, (TESTS, "removed", None, "yes"))
    found = todos(a_record(), log=log)
    assert {each["sequence"] for each in found.values()} == {3}


@pytest.mark.parametrize(
    "last", [(TESTS, "removed", None, "yes"), (TESTS, "due", "2026-11-22", None)]
)
def test_what_is_due_no_longer_is_cancelled_and_not_forgotten(last):
    both = (
        a_milestone_work(),
        a_milestone_work("api/tests", title="Tests", due=date(2026, 11, 22)),
    )
    log = edits(DUE_FORM, DUE_TESTS)
    before = todos(with_project(milestones=both), log=log)["Build api: Tests"]
    log = edits(DUE_FORM, DUE_TESTS, last)
    record = a_record()
    todo = todos(record, log=log, title_of={TESTS: "Tests"}.get)["Build api: Tests"]
    event = events(record, log=log, title_of={TESTS: "Tests"}.get)["Build api: Tests"]
    assert todo["uid"] == before["uid"]
    assert todo["sequence"] > before["sequence"]
    assert (todo["status"], event["status"]) == ("CANCELLED", "CANCELLED")
    assert event.decoded("dtstart") == date(2026, 11, 22)
    assert todos(record, log=log)["Build api: The form"]["status"] == "NEEDS-ACTION"


def test_a_removed_project_is_cancelled_with_all_that_was_due_in_it():
    mine, part = "project:my-shop", "milestone:my-shop/my-till"
    log = edits(
        (mine, "title", None, "A shop"),
        (part, "title", None, "The till"),
        (mine, "due", None, "2026-11-22"),
        (part, "due", None, "2026-11-21"),
        (mine, "removed", None, "yes"),
    )
    for found in (todos(Record(roadmap=""), log=log), events(a_record(), log=log)):
        shop, till = found["A shop"], found["A shop: The till"]
        assert (shop["status"], till["status"]) == ("CANCELLED", "CANCELLED")
        assert (shop["sequence"], till["sequence"]) == (5, 5)


def test_a_project_that_lost_its_own_day_stays_as_the_parent_of_what_is_due():
    log = edits(DUE_FORM, (API, "due", None, "2026-11-30"), (API, "due", "x", None))
    assert todos(a_record(), log=log)["Build api"]["status"] == "NEEDS-ACTION"
    assert "due" not in todos(a_record(), log=log)["Build api"]
    assert events(a_record(), log=log)["Build api"]["status"] == "CANCELLED"


def test_a_project_in_which_nothing_is_due_any_more_is_cancelled():
    log = edits(DUE_FORM, (FORM, "due", "2026-11-21", None))
    found = todos(with_milestone(due=None), log=log)
    assert {str(each["status"]) for each in found.values()} == {"CANCELLED"}
    assert len(found) == 2


def test_what_is_due_on_another_roadmap_is_not_cancelled():
    log = edits(("milestone:web/page", "due", None, "2026-11-21"))
    assert not any("web" in title for title in todos(a_record(), log=log))


def test_a_restored_milestone_is_due_again_and_newer():
    removed = (TESTS, "removed", None, "yes")
    log = edits(DUE_TESTS, removed, (TESTS, "removed", "yes", None))
    two = (a_milestone_work("api/tests", title="Tests"),)
    found = todos(with_project(milestones=two), log=log)["Build api: Tests"]
    assert (found["status"], found["sequence"]) == ("NEEDS-ACTION", 3)


def test_what_was_ticked_off_was_completed_at_that_moment():
    log = edits(DUE_FORM, (FORM, "state", None, "done"))
    todo = todos(with_milestone(done=True, done_on=DAY), log=log)["Build api: The form"]
    assert todo.decoded("completed") == NOON + timedelta(hours=2)


def test_a_day_that_was_given_later_is_kept_before_the_moment_of_the_tick():
    log = edits(DUE_FORM, (FORM, "state", None, "done"))
    earlier = DAY - timedelta(days=5)
    record = with_milestone(done=True, done_on=earlier)
    todo = todos(record, log=log)["Build api: The form"]
    assert todo.decoded("completed").date() == earlier


def test_the_stamp_is_the_moment_of_the_last_change_in_utc():
    now = datetime(2026, 11, 21, 12, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    todo = todos(a_record(), now=now)["Build api: The form"]
    assert todo.decoded("dtstamp") == datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
    assert b"DTSTAMP:20261121T063000Z\r\n" in calendar_ics(a_record(), now)
    todo = todos(a_record(), log=edits(DUE_FORM), now=now)["Build api: The form"]
    assert todo.decoded("dtstamp") == NOON + timedelta(hours=1)


def test_a_start_on_the_due_day_is_left_out_as_the_rfc_wants_it_earlier():
    todo = todos(with_project(start=DAY, due=DAY))["Build api"]
    assert "dtstart" not in todo


def test_the_last_day_of_all_has_no_day_after():
    event = events(with_milestone(due=date.max))["Build api: The form"]
    assert event.decoded("dtstart") == date.max
    assert "dtend" not in event


def test_lines_end_and_fold_as_the_rfc_says():
    data = calendar_ics(with_milestone(title="👩‍💻 é" * 60), NOON)
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # folded between characters, not inside


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_opens_no_line_of_its_own(title):
    hostile = f"{title}\r\nEND:VTODO\r\nATTENDEE:mailto:x@example.org"
    calendar = read(with_milestone(title=hostile))
    assert len(calendar.walk("VTODO")) == 2
    assert not any("attendee" in part for part in calendar.walk())


@given(titles, days)
def test_titles_and_days_are_read_back(title, day):
    calendar = read(a_full_record(title, day))
    parts = [*calendar.walk("VTODO"), *calendar.walk("VEVENT")]
    assert len(parts) == 4
    for part in parts:
        assert str(part["summary"]).endswith(cleaned(title))
    for todo in calendar.walk("VTODO"):
        assert cleaned(title) in str(todo["summary"])
        assert todo.decoded("due") == day
    for event in calendar.walk("VEVENT"):
        assert event.decoded("dtstart") == day


@given(titles, days)
def test_what_a_calendar_writes_again_is_the_same(title, day):
    calendar = read(a_full_record(title, day))
    assert Calendar.from_ical(calendar.to_ical()) == calendar


def test_a_thousand_milestones_are_told():
    milestones = tuple(a_milestone_work(f"api/{n}") for n in range(1000))
    calendar = read(with_project(milestones=milestones))
    assert len(calendar.walk("VEVENT")) == 1000


def test_the_library_is_not_loaded_before_an_export():
    code = "import sys, tracker.interchange.calendar_file; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "icalendar" not in done.stdout.split()


class TestNextSteps:
    JOB = "application:1"

    def job(self, **changed) -> Record:
        values = {
            "subject": self.JOB,
            "title": "Developer",
            "company": "A bank",
            "next_step": "Call back",
            "due": DAY,
        }
        return Record(roadmap="", applications=(Application(**values | changed),))

    def test_one_of_an_open_application_is_a_to_do_and_an_event(self):
        (todo,) = todos(self.job()).values()
        assert todo["SUMMARY"] == "Call back: Developer, A bank"
        assert (todo["STATUS"], todo["DUE"].dt) == ("NEEDS-ACTION", DAY)
        (event,) = events(self.job()).values()
        assert (event["STATUS"], event["DTSTART"].dt) == ("CONFIRMED", DAY)

    def test_one_of_a_closed_application_is_cancelled(self):
        (todo,) = todos(self.job(phase=Phase.CLOSED)).values()
        (event,) = events(self.job(phase=Phase.CLOSED)).values()
        assert (todo["STATUS"], event["STATUS"]) == ("CANCELLED", "CANCELLED")

    @pytest.mark.parametrize("gone", [True, False])
    def test_one_that_lost_its_day_or_went_is_cancelled_on_the_day_it_had(self, gone):
        log = edits(
            (self.JOB, TITLE, None, "Developer"), (self.JOB, DUE, None, f"{DAY}")
        )
        log += edits((self.JOB, DUE, f"{DAY}", None))
        record = Record(roadmap="") if gone else self.job(due=None)
        (todo,) = todos(record, log=log).values()
        assert (todo["STATUS"], todo["DUE"].dt) == ("CANCELLED", DAY)
        assert "Developer" in todo["SUMMARY"]

    def test_no_application_is_taken_for_a_project(self):
        log = edits((self.JOB, DUE, None, f"{DAY}"), (self.JOB, DUE, f"{DAY}", None))
        assert CalendarLog(log).projects_with_gone() == []
        assert CalendarLog(log).gone_projects() == []
        assert CalendarLog(log).gone_applications() == [self.JOB]
