"""A search finds all that a learner wrote, and says what each hit leads to."""

from __future__ import annotations

import pytest

from tests.builders import API, GIT, SQL
from tracker.domain.edit import BRIEF
from tracker.services.doctor import examine
from tracker.services.found import Place, place_text, search_written


def found(desk, words):
    return [(h.place, h.subject) for h in search_written(desk.reader, words, 50)]


def own_project(desk, title="Recipe finder", **fields):
    return desk.projects.create(title, **fields).edit.changes[0].subject


def test_the_brief_and_the_name_of_an_own_project_lead_to_it(desk):
    mine = own_project(desk, brief="Finds what is in the fridge")
    assert found(desk, "fridge") == [(Place.BRIEF, mine)]
    assert found(desk, "recipe") == [(Place.NAME, mine)]


def test_a_brief_written_for_a_project_of_the_roadmap_is_found(desk):
    desk.projects.set_field(API, BRIEF, "With lanterns")
    (hit,) = search_written(desk.reader, "lantern", 50)
    assert (hit.subject, hit.place) == (API, Place.BRIEF)
    assert place_text(hit) == f"Brief of “{desk.reader.title(API)}”"


def test_names_of_milestones_and_steps_are_found(desk):
    mine = own_project(desk)
    made = desk.projects.add_part(mine, "Import of herbs").edit.changes[0].subject
    step = desk.projects.add_part(made, "Parse the saffron").edit.changes[0].subject
    assert found(desk, "herbs") == [(Place.NAME, made)]
    (hit,) = search_written(desk.reader, "saffron", 50)
    assert (hit.subject, place_text(hit)) == (step, "Name of a step")


def test_an_old_name_is_found_no_more(desk):
    mine = own_project(desk)
    desk.projects.set_field(mine, "title", "Cook book")
    assert found(desk, "recipe") == []
    assert found(desk, "cook") == [(Place.NAME, mine)]


def test_a_proof_leads_to_what_it_proves_and_stands_once(desk):
    desk.proofs.add_note(SQL, "Explained windows in the talk")
    assert found(desk, "windows") == [(Place.PROOF, SQL)]
    desk.proofs.add_link(GIT, "https://example.org/pull/4", "The reviewed rebase")
    assert found(desk, "rebase") == [(Place.PROOF, GIT)]


def test_a_proof_of_a_line_leads_to_the_line(desk):
    line = desk.journal.add(desk.journal.today(), 5, "Measured it").edit.changes[0]
    desk.proofs.add_note(line.subject, "A stopwatch")
    (hit,) = search_written(desk.reader, "stopwatch", 50)
    assert (hit.subject, place_text(hit)) == (line.subject, "Proof of “Measured it”")


def test_what_was_removed_is_still_found_and_called_so(desk):
    mine = own_project(desk, brief="Finds what is in the fridge")
    desk.projects.remove(mine)
    (hit,) = search_written(desk.reader, "fridge", 50)
    assert hit.is_removed
    assert place_text(hit).endswith("removed")


def test_the_doctor_is_content_with_all_that_is_indexed(desk):
    own_project(desk, brief="Finds")
    desk.proofs.add_note(SQL, "Explained")
    desk.journal.add(desk.journal.today(), 5, "Measured it")
    assert examine(desk.reader) == []


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM written WHERE field = 'brief'",
        "UPDATE written SET text = 'x' WHERE field = 'title'",
        "INSERT INTO written (subject, field, text) VALUES ('skill:x', 'note', 'y')",
    ],
)
def test_the_doctor_finds_what_searches_do_not_know(desk, harm):
    own_project(desk, brief="Finds")
    assert desk.store.connection.execute(harm).rowcount == 1
    assert any("searches do not know" in finding for finding in examine(desk.reader))
