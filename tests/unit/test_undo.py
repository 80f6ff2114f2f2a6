"""Taking back and bringing back, here and from another program."""

from __future__ import annotations

import pytest

from tests.builders import GIT, GIT_COMMIT, SQL, Desk, a_roadmap
from tests.conftest import NOON
from tracker.domain.edit import Change, Edit, Label, State, StoredEdit
from tracker.domain.errors import ConflictError
from tracker.domain.history import History, fold_history
from tracker.services.doctor import examine
from tracker.services.stamps import stamp

DONE, TODO, LEARNING = State.DONE, State.TODO, State.LEARNING


def change_behind_the_log(desk, subject, value):
    """Change what is stored without an edit, as no program of ours does."""
    query = "UPDATE fact SET value = ? WHERE subject = ? AND field = 'state'"
    desk.store.connection.execute(query, (value, subject))


def test_there_is_nothing_to_undo_or_redo_at_first(desk):
    assert desk.undo.undo() is None
    assert desk.undo.redo() is None
    assert (desk.undo.next_undo(), desk.undo.next_redo()) == (None, None)
    assert desk.announced == []


def test_undo_takes_back_everything_that_followed_from_an_action(desk):
    desk.learning.set_state(GIT_COMMIT, DONE)
    desk.undo.undo()
    assert desk.facts() == {"state": {}, "done_on": {}, "note": {}, "lane": {}}


def test_redo_brings_back_the_day_on_which_it_was_done(folder):
    days = iter([NOON, NOON.replace(day=22), NOON.replace(day=23), NOON])
    with Desk(folder, now=lambda: next(days)) as desk:
        desk.roadmaps.add(a_roadmap(), "1")
        desk.learning.set_state(GIT, DONE)
        desk.undo.undo()
        desk.undo.redo()
        assert desk.reader.progress().done_on(GIT) == "2026-11-22"


def test_a_new_action_empties_what_could_be_redone(desk):
    desk.learning.set_state(GIT, DONE)
    desk.undo.undo()
    desk.learning.set_state(SQL, DONE)
    assert desk.undo.next_redo() is None
    assert desk.undo.redo() is None


def test_an_undo_is_announced_with_what_it_reverts(desk):
    action = desk.learning.set_state(GIT, DONE)
    undone, redone = desk.undo.undo(), desk.undo.redo()
    assert desk.announced == [action, undone, redone]
    assert (undone.reverts, redone.reverts) == (action.id, action.id)
    assert (undone.edit.label, redone.edit.label) == (Label.UNDO, Label.REDO)


def test_another_programs_action_is_undone_here(desk, folder):
    desk.learning.set_state(GIT, DONE)
    with Desk(folder, now=lambda: NOON) as terminal:
        terminal.learning.set_state(SQL, DONE)
    desk.undo.undo()
    assert (desk.state(GIT), desk.state(SQL)) == ("done", "todo")


@pytest.mark.parametrize("which", ["undo", "redo"])
def test_a_step_that_no_longer_fits_overwrites_nothing_and_is_dropped(desk, which):
    desk.learning.set_state(SQL, DONE)
    desk.learning.set_state(GIT, DONE)
    if which == "redo":
        desk.undo.undo()
    change_behind_the_log(desk, GIT, "aside")
    desk.announced.clear()
    with pytest.raises(ConflictError, match="no longer offered"):
        getattr(desk.undo, which)()
    assert desk.state(GIT) == "aside"
    assert desk.announced == []
    assert desk.undo.undo().edit.subjects == {SQL}


def test_the_doctor_is_content_after_a_dropped_step(desk):
    for subject in (SQL, GIT, "skill:tests"):
        desk.learning.set_state(subject, DONE)
    change_behind_the_log(desk, "skill:tests", "aside")
    with pytest.raises(ConflictError):
        desk.undo.undo()
    change_behind_the_log(desk, "skill:tests", "done")
    for _ in range(2):
        desk.undo.undo()
        assert examine(desk.reader) == []
    desk.undo.redo()
    assert examine(desk.reader) == []


def test_a_conflict_in_one_field_takes_back_none(desk):
    desk.learning.set_state(GIT_COMMIT, DONE)
    change_behind_the_log(desk, GIT, "done")
    with pytest.raises(ConflictError):
        desk.undo.undo()
    assert (desk.state(GIT), desk.state(GIT_COMMIT)) == ("done", "done")


def test_a_carried_tick_is_not_a_step_but_does_not_hide_the_one_before(desk):
    desk.learning.set_state(SQL, DONE)
    with desk.store.begin() as work:
        edit = Edit(Label.CARRY, (Change(GIT, "state", None, "done"),))
        work.append(edit, stamp(NOON))
    assert desk.undo.undo().edit.subjects == {SQL}


def a_stored(edit_id, label=Label.DONE, reverts=None):
    day = NOON.date()
    return StoredEdit(edit_id, Edit(label), 1, "d", "l", NOON, day, 330, reverts)


def test_history_is_linear_and_its_oldest_steps_fall_off():
    log = [a_stored(str(n)) for n in range(105)]
    assert fold_history(log).done == tuple(str(n) for n in range(5, 105))
    log += [a_stored("u", Label.UNDO, "104"), a_stored("v", Label.UNDO, "103")]
    assert fold_history(log).undone == ("104", "103")
    log += [a_stored("r", Label.REDO, "103")]
    assert fold_history(log).done[-1] == "103"
    log += [a_stored("new")]
    assert fold_history(log).undone == ()
    assert fold_history([]) == History()
