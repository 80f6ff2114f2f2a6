"""xAPI 1.0.3: statements that a strict store takes, and takes only once."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.interchange.records import HOSTILE, NOON, a_record, an_edit, an_id, titles
from tracker.domain.edit import NOTE, UNREADABLE, Change, Edit, Label, State
from tracker.domain.texts import cleaned
from tracker.interchange.xapi import statements

ADL = "http://adlnet.gov/expapi/verbs/"
GIT, COMMIT = "skill:git", "outcome:git/commit"
SUBJECTS = (GIT, COMMIT, "project:api", "milestone:api/form")

# What a statement may have, and what is in it (xAPI-Data.md, 2.4).
ALLOWED = {
    "": {"id", "actor", "verb", "object", "result", "context", "timestamp"},
    "actor": {"objectType", "account"},
    "account": {"homePage", "name"},
    "verb": {"id", "display"},
    "object": {"objectType", "id", "definition"},
    "parent": {"objectType", "id", "definition"},
    "definition": {"name"},
    "result": {"completion"},
    "context": {"platform", "contextActivities"},
    "contextActivities": {"parent"},
}


def told(*edits, **changed) -> list[dict]:
    text = statements(a_record(**changed), "learner-7f3a", edits)
    text.encode()
    found = json.loads(text)
    for each in found:
        check(each)
    assert len({each["id"] for each in found}) == len(found)
    return found


def check(node: object, name: str = "") -> None:
    assert node is not None
    if isinstance(node, list):
        for each in node:
            check(each, name)
    elif isinstance(node, dict):
        if name not in {"display", "name"}:
            assert node.keys() <= ALLOWED[name], name
        for key, value in node.items():
            check(value, key)


def verbs(found: list[dict]) -> list[str]:
    return [each["verb"]["id"].removeprefix(ADL) for each in found]


def undo(number: int, reverted: int, *moves):
    return an_edit(number, *moves, label=Label.UNDO, reverts=an_id(reverted))


def test_a_skill_that_is_done_makes_one_whole_statement():
    assert told(an_edit(1, (GIT, "done"))) == [
        {
            "actor": {
                "objectType": "Agent",
                "account": {
                    "homePage": "https://milepost.invalid",
                    "name": "learner-7f3a",
                },
            },
            "id": an_id(1),
            "verb": {"id": ADL + "completed", "display": {"en-US": "completed"}},
            "object": {
                "objectType": "Activity",
                "id": "https://milepost.invalid/skill/git",
                "definition": {"name": {"und": "Git"}},
            },
            "result": {"completion": True},
            "context": {"platform": "Milepost"},
            "timestamp": "2026-11-21T17:30:00.000+05:30",
        }
    ]


def test_learning_is_an_attempt_that_is_not_complete():
    [found] = told(an_edit(1, (GIT, "learning")))
    assert found["verb"]["id"] == ADL + "attempted"
    assert found["result"] == {"completion": False}


def test_an_outcome_names_its_skill():
    [found] = told(an_edit(1, (COMMIT, "done")))
    [parent] = found["context"]["contextActivities"]["parent"]
    assert found["object"]["id"] == "https://milepost.invalid/outcome/git/commit"
    assert parent["id"] == "https://milepost.invalid/skill/git"


def test_several_changes_in_one_edit_get_ids_of_their_own():
    found = told(an_edit(1, (COMMIT, "done"), (GIT, "learning")))
    assert [each["id"] for each in found] == [
        str(uuid5(UUID(an_id(1)), subject)) for subject in (COMMIT, GIT)
    ]


def test_undo_voids_the_statement_of_the_edit_that_it_reverts():
    found = told(an_edit(1, (GIT, "done")), undo(2, 1, (GIT, None)))
    assert verbs(found) == ["completed", "voided"]
    assert found[1]["id"] == an_id(2)
    assert found[1]["object"] == {"objectType": "StatementRef", "id": an_id(1)}
    assert "result" not in found[1]


def test_undo_of_several_changes_voids_each():
    moves = ((COMMIT, "done"), (GIT, "learning"))
    back = ((GIT, None), (COMMIT, None))
    found = told(an_edit(1, *moves), undo(2, 1, *back))
    assert verbs(found) == ["completed", "attempted", "voided", "voided"]
    made, voided = found[:2], found[2:]
    assert {each["object"]["id"] for each in voided} == {each["id"] for each in made}
    assert voided[0]["id"] == str(uuid5(UUID(an_id(2)), GIT))


def test_undo_of_done_leaves_that_it_was_begun():
    found = told(
        an_edit(1, (GIT, "learning")),
        an_edit(2, (GIT, "done")),
        undo(3, 2, (GIT, "learning")),
    )
    assert verbs(found) == ["attempted", "completed", "voided"]
    assert found[2]["object"]["id"] == an_id(2)


def test_redo_says_it_anew_and_a_second_undo_voids_that():
    redo = an_edit(3, (GIT, "done"), label=Label.REDO, reverts=an_id(1))
    found = told(
        an_edit(1, (GIT, "done")),
        undo(2, 1, (GIT, None)),
        redo,
        undo(4, 1, (GIT, None)),
    )
    assert verbs(found) == ["completed", "voided", "completed", "voided"]
    assert found[3]["object"]["id"] == an_id(3)


def test_what_is_taken_back_without_undo_is_voided_too():
    found = told(
        an_edit(1, (GIT, "learning")),
        an_edit(2, (GIT, "done")),
        an_edit(3, (GIT, None), label=Label.TODO),
    )
    assert verbs(found) == ["attempted", "completed", "voided", "voided"]
    assert [each["object"]["id"] for each in found[2:]] == [an_id(2), an_id(1)]


def test_done_and_then_learning_again_is_voided_and_begun_with_two_ids():
    found = told(an_edit(1, (GIT, "done")), an_edit(2, (GIT, "learning")))
    assert verbs(found) == ["completed", "voided", "attempted"]


def test_setting_aside_takes_nothing_away():
    edits = (an_edit(1, (GIT, "done")), an_edit(2, (GIT, "aside")))
    assert verbs(told(*edits)) == ["completed"]


def test_what_two_devices_did_is_said_once():
    edits = (an_edit(1, (GIT, "done")), an_edit(2, (GIT, "done"), device="there"))
    assert verbs(told(*edits)) == ["completed"]


@pytest.mark.parametrize(
    "edit",
    [
        Edit(Label.NOTE, (Change(GIT, NOTE, None, "done"),)),
        Edit(Label.LANE, (Change("fork:way", "lane", None, "done"),)),
        Edit(Label.CARRY, (Change(GIT, "state", None, "done"),)),
        Edit(Label.DONE, (Change("entry:1", "state", None, "done"),)),
        Edit(Label.DONE, (Change(GIT, "state", None, "mastered"),)),
        Edit(Label.DONE),
    ],
)
def test_notes_lanes_carried_and_unknown_states_say_nothing(edit):
    assert told(an_edit(1, edit=edit)) == []


def test_no_edits_are_an_empty_array():
    assert told() == []


def test_there_is_one_statement_a_line():
    text = statements(
        a_record(), "me", [an_edit(n, (GIT, s)) for n, s in ((1, "done"), (2, ""))]
    )
    assert [line[:1] for line in text.splitlines()] == ["[", "{", "{", "]"]


def test_a_title_that_nobody_knows_is_left_out():
    [found] = told(an_edit(1, ("skill:gone", "done")))
    assert "definition" not in found["object"]


def test_a_moment_that_nobody_can_read_is_left_out():
    [found] = told(an_edit(1, (GIT, "done"), at=UNREADABLE))
    assert "timestamp" not in found


def test_an_offset_that_no_clock_has_becomes_utc():
    [found] = told(an_edit(1, (GIT, "done"), utc_offset=99_999))
    assert found["timestamp"].endswith("+00:00")


@given(st.integers(-14 * 60, 14 * 60))
def test_the_moment_keeps_the_learners_offset(minutes):
    [found] = told(an_edit(1, (GIT, "done"), utc_offset=minutes))
    moment = datetime.fromisoformat(found["timestamp"])
    assert moment == NOON
    assert moment.utcoffset() == timedelta(minutes=minutes)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_stays_text(title):
    [found] = told(an_edit(1, ("skill:odd", "done")), titles={"skill:odd": title})
    name = found["object"]["definition"]["name"]["und"]
    assert name == cleaned(title).strip()


@given(titles)
def test_any_subject_makes_an_iri(slug):
    [found] = told(an_edit(1, (f"skill:{slug}", "done")))
    assert re.fullmatch(r"https://[A-Za-z0-9._~%/-]+", found["object"]["id"])


@given(
    st.lists(
        st.lists(
            st.tuples(st.sampled_from(SUBJECTS), st.sampled_from([None, *State])),
            max_size=3,
        ),
        max_size=12,
    )
)
def test_whatever_happened_the_statements_that_stand_say_how_it_stands(log):
    edits = [an_edit(number, *moves) for number, moves in enumerate(log, 1)]
    found = told(*edits)
    assert found == told(*edits)
    gone = [e["object"]["id"] for e in found if e["verb"]["id"] == ADL + "voided"]
    assert len(gone) == len(set(gone))
    states = {subject: after for moves in log for subject, after in moves}
    stands = {
        (each["object"]["id"], each["verb"]["id"].removeprefix(ADL))
        for each in found
        if each["id"] not in gone and "result" in each
    }
    for subject, after in states.items():
        iri = f"https://milepost.invalid/{subject.replace(':', '/', 1)}"
        if after is State.DONE:
            assert (iri, "completed") in stands
        elif after is State.LEARNING:
            assert (iri, "attempted") in stands
            assert (iri, "completed") not in stands
        elif after in {None, State.TODO}:
            assert not {(iri, "completed"), (iri, "attempted")} & stands


def test_ten_thousand_edits_are_ten_thousand_statements():
    edits = [an_edit(n, (f"skill:s-{n}", "done")) for n in range(10_000)]
    text = statements(a_record(), "me", iter(edits))
    assert len(json.loads(text)) == 10_000


def test_an_id_that_is_no_uuid_is_refused():
    with pytest.raises(ValueError, match="UUID"):
        told(an_edit(1, (GIT, "done"), id="one"))
