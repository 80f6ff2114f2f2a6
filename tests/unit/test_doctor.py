"""The doctor tells every difference, and one bad row never hides the others."""

from __future__ import annotations

import pytest

from tests.builders import GIT, GIT_COMMIT, SQL, Desk
from tests.conftest import NOON
from tracker.domain.edit import State
from tracker.domain.errors import StorageError
from tracker.services.doctor import examine
from tracker.services.wording import described


@pytest.fixture
def used(desk):
    desk.learning.set_state(GIT_COMMIT, State.DONE)
    desk.learning.set_state(SQL, State.DONE)
    desk.learning.write_note(SQL, "a note")
    return desk


def harm(desk, statement):
    connection = desk.store.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    assert connection.execute(statement).rowcount > 0


def looked_at(desk):
    """Read all that a window reads at its start and for undo."""
    journey = desk.journey()
    journey.stage(0)
    for step in (desk.undo.next_undo(), desk.undo.next_redo()):
        assert step is None or described(step.edit, desk.reader.title)
    desk.reader.log()
    desk.reader.note(SQL)
    return journey


def test_a_healthy_file_has_no_findings(used):
    assert examine(used.reader) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE fact SET value = 'learning' WHERE subject = 'skill:sql'",
        "UPDATE fact SET value = NULL WHERE field = 'note'",
        "UPDATE fact SET value = '2020-01-01' WHERE field = 'done_on'",
        "DELETE FROM fact WHERE subject = 'skill:git'",
        "UPDATE fact SET subject = 'skill:x' WHERE subject = 'skill:sql'",
        "UPDATE \"change\" SET after = 'aside' WHERE subject = 'skill:git'",
        "UPDATE undo_step SET undone = 1 WHERE position = 1",
        "UPDATE undo_step SET edit_id = 'gone' WHERE position = 1",
        "DELETE FROM \"change\" WHERE field = 'note'",
        "UPDATE edit SET at = 'yesterday' WHERE seq = 1",
        "UPDATE edit SET local_date = '2026-02-30' WHERE seq = 1",
    ],
)
def test_a_difference_is_found(used, statement):
    harm(used, statement)
    assert len(examine(used.reader)) >= 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE fact SET value = 'finished' WHERE subject = 'skill:git'",
        "UPDATE fact SET value = '' WHERE subject = 'skill:git'",
        "UPDATE fact SET value = CAST(x'64ff6e65' AS TEXT) WHERE subject = 'skill:git'",
        "UPDATE fact SET value = x'00ff' WHERE subject = 'skill:git'",
        "UPDATE fact SET subject = CAST(x'c328' AS TEXT) WHERE field = 'note'",
        "UPDATE fact SET value = CAST(x'c328' AS TEXT) WHERE field = 'done_on'",
        "UPDATE edit SET at = 'yesterday'",
        "UPDATE edit SET at = '2026-11-21T12:00:00'",
        "UPDATE edit SET at = x'00'",
        "UPDATE edit SET local_date = '0000-00-00'",
        "UPDATE edit SET label = 'a label of tomorrow'",
        'DELETE FROM "change"',
        "UPDATE \"change\" SET after = 'finished', before = 'odd'",
        "UPDATE setting SET value = 'nowhere' WHERE name = 'learner'",
        "UPDATE item SET title = CAST(x'c328' AS TEXT)",
        "UPDATE roadmap SET title = CAST(x'c328' AS TEXT)",
    ],
)
def test_one_odd_value_never_takes_the_window_down(used, statement):
    harm(used, statement)
    journey = looked_at(used)
    assert 0 <= journey.standing.percent <= 100
    examine(used.reader)
    used.learning.set_state("skill:tests", State.DONE)
    assert used.state("skill:tests") == "done"


def test_an_unknown_state_counts_as_to_do_and_the_rest_is_right(used):
    harm(used, "UPDATE fact SET value = 'finished' WHERE subject = 'skill:git'")
    assert (used.state(GIT), used.state(SQL)) == ("todo", "done")
    used.learning.set_state(GIT, State.DONE)
    assert used.state(GIT) == "done"


def test_a_lost_learner_is_found_again_in_the_log(used, folder):
    facts = used.facts()
    harm(used, "DELETE FROM setting WHERE name IN ('learner', 'device')")
    with Desk(folder, now=lambda: NOON) as again:
        assert again.facts() == facts
        again.learning.set_state(GIT, State.DONE)
        assert again.state(GIT) == "done"
        assert examine(again.reader) == []


@pytest.mark.parametrize("column", ["outline", "content"])
@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "null", '{"title": 1}'])
def test_unreadable_content_is_told_as_damage(used, column, text):
    harm(used, f"UPDATE stage SET {column} = '{text}'")  # noqa: S608
    with pytest.raises(StorageError) as caught:
        looked_at(used)
    assert caught.value.kind == "damaged"
    assert str(used.store.path) in str(caught.value)
