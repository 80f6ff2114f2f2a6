"""What a learner can do to their progress, on a real data file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from itertools import chain, repeat

import pytest

from tests.builders import (
    API,
    API_FORM,
    API_TESTS,
    BASICS,
    GIT,
    GIT_COMMIT,
    GIT_MERGE,
    SQL,
    Desk,
    a_roadmap,
)
from tests.conftest import NOON
from tracker.domain.edit import DONE_ON, NOTE, STATE, Label, State
from tracker.domain.errors import BadInputError, NotFoundError, StorageError
from tracker.domain.limits import TEXT_LENGTH
from tracker.services.doctor import examine
from tracker.services.learning import Learning
from tracker.services.stamps import stamp

TODO, LEARNING, DONE, ASIDE = State


@pytest.mark.parametrize(
    ("part", "last", "whole"),
    [(GIT_COMMIT, GIT_MERGE, GIT), (API_TESTS, API_FORM, API)],
    ids=["outcomes of a skill", "milestones of a project"],
)
def test_the_first_part_begins_the_whole_and_the_last_completes_it(
    desk, part, last, whole
):
    desk.learning.set_state(part, DONE)
    assert desk.state(whole) == "learning"
    desk.learning.set_state(last, DONE)
    assert desk.state(whole) == "done"
    assert [edit.edit.subjects for edit in desk.announced] == [
        {part, whole},
        {last, whole},
    ]
    assert len(desk.reader.log()) == 2


def test_all_parts_at_once_complete_the_whole_in_one_edit(desk):
    stored = desk.learning.set_states((GIT_COMMIT, GIT_MERGE), DONE)
    assert desk.state(GIT) == "done"
    assert desk.announced == [stored]
    assert [c.subject for c in stored.edit.changes if c.field == STATE] == [
        GIT_COMMIT,
        GIT_MERGE,
        GIT,
    ]


def test_what_was_asked_for_comes_first_in_the_edit(desk):
    stored = desk.learning.set_state(GIT_MERGE, DONE)
    assert stored.edit.changes[0].subject == GIT_MERGE


def test_a_skill_done_without_its_outcomes_stays_done_when_one_is_checked(desk):
    desk.learning.set_state(GIT, DONE)
    desk.learning.set_state(GIT_COMMIT, DONE)
    assert desk.state(GIT) == "done"


def test_what_was_set_aside_stays_so_until_its_last_part_is_done(desk):
    """Otherwise completing something would lower the percentage."""
    desk.learning.set_state(API, ASIDE)
    desk.learning.set_state(GIT, DONE)
    before = desk.journey().standing.percent
    desk.learning.set_state(API_FORM, DONE)
    assert (desk.state(API), desk.journey().standing.percent) == ("aside", before)
    desk.learning.set_state(API_TESTS, DONE)
    assert desk.state(API) == "done"


def test_taking_an_outcome_back_takes_nothing_else_back(desk):
    desk.learning.set_states((GIT_COMMIT, GIT_MERGE), DONE)
    desk.learning.set_state(GIT_COMMIT, TODO)
    assert desk.state(GIT_COMMIT) == "todo"
    assert desk.state(GIT) == "done"


def test_a_skill_asked_for_together_with_its_outcome_is_changed_once(desk):
    stored = desk.learning.set_states((GIT, GIT_COMMIT, GIT), DONE)
    moved = [c.subject for c in stored.edit.changes if c.field == STATE]
    assert moved == [GIT, GIT_COMMIT]


def test_an_odd_state_of_one_outcome_does_not_complete_a_skill(desk):
    desk.learning.set_state(GIT_MERGE, DONE)
    desk.store.connection.execute(
        "UPDATE fact SET value = 'odd' WHERE subject = ?", (GIT_MERGE,)
    )
    desk.learning.set_state(GIT_COMMIT, DONE)
    assert desk.state(GIT) == "learning"


def test_done_is_dated_with_the_learners_own_day(folder):
    late = datetime(2026, 3, 1, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    with Desk(folder, now=lambda: late) as desk:
        desk.roadmaps.add(a_roadmap(), "1")
        stored = desk.learning.set_state(GIT, DONE)
        assert desk.reader.progress().done_on(GIT) == "2026-03-01"
        assert stored.local_date.isoformat() == "2026-03-01"
        assert stored.utc_offset == -8 * 60


def test_an_action_at_midnight_has_one_day(folder):
    before = datetime(2026, 3, 1, 23, 59, 59, tzinfo=UTC)
    moments = chain([before], repeat(before + timedelta(seconds=2)))
    with Desk(folder, now=lambda: NOON) as desk:
        desk.roadmaps.add(a_roadmap(), "1")
        learning = Learning(desk.store, desk.announced.append, lambda: next(moments))
        stored = learning.set_state(GIT, DONE)
        assert desk.reader.progress().done_on(GIT) == stored.local_date.isoformat()


def test_an_edit_is_announced_as_it_is_stored(desk):
    stored = desk.learning.set_state(GIT, DONE)
    assert desk.reader.edit(stored.id) == stored
    assert stored.at.utcoffset() == timedelta(0)


def test_no_longer_done_means_no_day(desk):
    desk.learning.set_state(GIT, DONE)
    desk.learning.set_state(GIT, LEARNING)
    assert desk.reader.progress().done_on(GIT) == ""


@pytest.mark.parametrize("state", list(State))
def test_setting_a_state_twice_stores_and_announces_it_once(desk, state):
    first = desk.learning.set_state(GIT, state)
    assert desk.learning.set_state(GIT, state) is None
    assert desk.announced == ([first] if first else [])
    assert desk.reader.log() == desk.announced


def test_setting_nothing_stores_nothing(desk):
    assert desk.learning.set_states((), DONE) is None
    assert desk.reader.log() == []


def test_set_aside_does_not_count(desk):
    desk.learning.set_state(GIT, ASIDE)
    desk.learning.set_state(API, DONE)
    stage = desk.journey().standing.stages[0]
    assert (stage.skills, stage.percent, stage.finished) == (0, 100, True)


@pytest.mark.parametrize("kind", ["skill", "outcome", "project", "milestone"])
@pytest.mark.parametrize(
    "slug", ["gone", "", "git' OR 1=1 --", "git%", "\udcff", "a/b"]
)
def test_an_unknown_slug_is_refused(desk, kind, slug):
    subject = f"{kind}:{slug}"
    with pytest.raises(NotFoundError):
        desk.learning.set_state(subject, DONE)
    with pytest.raises(NotFoundError):
        desk.learning.write_note(subject, "x")
    assert desk.reader.log() == []


def test_one_unknown_slug_among_good_ones_refuses_all(desk):
    with pytest.raises(NotFoundError):
        desk.learning.set_states((GIT, "skill:gone"), DONE)
    assert desk.facts() == {"state": {}, "done_on": {}, "note": {}, "lane": {}}


def test_a_stage_has_a_note_but_no_state(desk):
    with pytest.raises(BadInputError, match="stage"):
        desk.learning.set_state(BASICS, DONE)
    desk.learning.write_note(BASICS, "hello")
    assert desk.reader.note(BASICS) == "hello"


@pytest.mark.parametrize("subject", [GIT_COMMIT, API_FORM])
@pytest.mark.parametrize("state", [LEARNING, ASIDE])
def test_a_part_is_done_or_not(desk, subject, state):
    with pytest.raises(BadInputError):
        desk.learning.set_state(subject, state)


class TestNote:
    def test_is_kept_and_cleared(self, desk):
        desk.learning.write_note(GIT, "**tip**")
        assert desk.reader.note(GIT) == "**tip**"
        assert desk.reader.progress().has_note(GIT)
        desk.learning.write_note(GIT, " \n\t")
        assert desk.reader.note(GIT) == ""
        assert not desk.reader.progress().has_note(GIT)

    def test_is_cleaned_of_what_no_file_can_hold(self, desk):
        desk.learning.write_note(GIT, "a\r\nb\x00\ud83d\u202ee\u0301")
        assert desk.reader.note(GIT) == "a\nb\u00e9"

    def test_the_same_stores_nothing(self, desk):
        desk.learning.write_note(GIT, "a\r\n")
        assert desk.learning.write_note(GIT, "a\n") is None
        assert desk.learning.write_note(SQL, "") is None
        assert len(desk.announced) == 1

    def test_has_a_bound(self, desk):
        desk.learning.write_note(GIT, "x" * TEXT_LENGTH)
        with pytest.raises(BadInputError, match=str(TEXT_LENGTH + 1)):
            desk.learning.write_note(GIT, "y" * (TEXT_LENGTH + 1))
        assert desk.reader.note(GIT) == "x" * TEXT_LENGTH

    def test_is_undone_to_the_text_before(self, desk):
        desk.learning.write_note(GIT, "first")
        desk.learning.write_note(GIT, "second")
        desk.undo.undo()
        assert desk.reader.note(GIT) == "first"


class TestAnnouncing:
    def test_comes_after_the_commit(self, desk):
        seen = []

        def look(stored):
            with closing(sqlite3.connect(desk.store.path)) as other:
                query = "SELECT value FROM fact WHERE subject = ? AND field = ?"
                seen.append(other.execute(query, (GIT, STATE)).fetchone())
                seen.append(other.execute("SELECT max(id) FROM edit").fetchone())
            assert seen.pop() == (stored.id,)

        Learning(desk.store, look, lambda: NOON).set_state(GIT, DONE)
        assert seen == [("done",)]

    def test_an_exception_in_the_transaction_stores_nothing(self, desk):
        class Broken(Exception):  # noqa: N818
            pass

        edit = desk.learning.set_state(SQL, DONE).edit
        before = desk.facts()

        def broken_unit():
            with desk.store.begin() as work:
                work.append(edit.inverted(), stamp(NOON))
                raise Broken

        with pytest.raises(Broken):
            broken_unit()
        assert desk.facts() == before
        assert len(desk.reader.log()) == 1
        assert not desk.store.connection.in_transaction
        desk.learning.set_state(GIT, DONE)
        assert desk.state(GIT) == "done"

    def test_a_refused_write_announces_nothing(self, desk):
        with closing(sqlite3.connect(desk.store.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StorageError):
                desk.learning.set_state(GIT, DONE)
        assert desk.announced == []


def test_the_label_says_what_was_done(desk):
    labels = [desk.learning.set_state(SQL, s).edit.label for s in (DONE, ASIDE, TODO)]
    labels.append(desk.learning.write_note(SQL, "x").edit.label)
    assert labels == [Label.DONE, Label.ASIDE, Label.TODO, Label.NOTE]


def test_every_field_of_an_edit_survives_the_file(desk):
    desk.learning.set_state(GIT_COMMIT, DONE)
    desk.learning.write_note(GIT, "“q” \u00e9")
    desk.undo.undo()
    log = desk.reader.log()
    assert log == desk.announced
    assert [edit.seq for edit in log] == [1, 2, 3]
    assert log[2].reverts == log[1].id
    assert {c.field for e in log for c in e.edit.changes} == {STATE, DONE_ON, NOTE}


def test_a_clock_set_back_disturbs_neither_order_nor_undo(folder):
    moments = [NOON, NOON - timedelta(days=400), NOON - timedelta(days=20_000), NOON]
    clock = iter(moments * 3)
    with Desk(folder, now=lambda: next(clock)) as desk:
        desk.roadmaps.add(a_roadmap(), "1")
        for subject in (GIT, SQL, API):
            desk.learning.set_state(subject, DONE)
        assert [e.edit.changes[0].subject for e in desk.reader.log()] == [GIT, SQL, API]
        assert desk.reader.progress().done_on(SQL) == "1972-02-18"
        assert examine(desk.reader) == []
        assert desk.undo.undo().edit.subjects == {API}
        assert desk.undo.undo().edit.subjects == {SQL}


def test_of_two_programs_the_later_note_stays_and_the_earlier_comes_back(desk, folder):
    with Desk(folder, now=lambda: NOON) as terminal:
        terminal.learning.write_note(GIT, "from the terminal")
    desk.learning.write_note(GIT, "from the window")
    desk.undo.undo()
    assert desk.reader.note(GIT) == "from the terminal"
