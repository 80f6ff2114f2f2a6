"""What grades follow from is kept current edit by edit, as if it were read anew."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import API, API_FORM, GIT, GIT_COMMIT, SQL, Desk, a_roadmap
from tests.conftest import NOON, a_data_folder
from tracker.domain.application import Phase
from tracker.domain.edit import State
from tracker.domain.work import Grade
from tracker.services import evidence as evidence_module
from tracker.services.applications import Applications
from tracker.services.evidence import (
    Proving,
    count_stage_grades,
    read_evidence,
    sum_grades,
)
from tracker.services.port_values import Commit
from tracker.services.record import read_record

URL = "https://example.org/1"


@pytest.fixture
def follow(desk):
    """Return a proving, and what the actions since touched."""
    journey = desk.journey()
    proving = Proving(desk.reader, journey.progress)
    desk.announced.clear()

    def look():
        touched = set()
        for stored in desk.announced:
            journey.apply(stored)
            touched |= proving.apply(stored)
        desk.announced.clear()
        return proving.evidence, journey.progress, touched

    return look


def test_proof_on_an_outcome_touches_its_skill(desk, follow):
    desk.learning.set_state(GIT, State.DONE)
    desk.proofs.add_link(GIT_COMMIT, URL)
    evidence, progress, touched = follow()
    assert evidence.grade(GIT, progress) is Grade.SHOWN
    assert {GIT, GIT_COMMIT} <= touched


def test_a_finished_project_touches_its_skills(desk, follow):
    desk.learning.set_state(GIT, State.DONE)
    desk.learning.set_state(API_FORM, State.DONE)
    follow()
    desk.learning.set_state(API, State.DONE)
    evidence, progress, touched = follow()
    assert evidence.grade(GIT, progress) is Grade.SHOWN
    assert GIT in touched
    desk.learning.set_state(API, State.LEARNING)
    evidence, progress, touched = follow()
    assert evidence.grade(GIT, progress) is Grade.CLAIMED


def test_a_project_that_is_only_marked_as_done_shows_no_skill(desk, follow):
    desk.learning.set_states([GIT, API], State.DONE)
    desk.proofs.add_note(API, "I built it.")
    evidence, progress, _ = follow()
    assert evidence.grade(GIT, progress) is Grade.CLAIMED


def test_a_milestone_bears_its_finished_project_out_unless_it_was_removed(desk, follow):
    desk.learning.set_states([GIT, API], State.DONE)
    follow()
    desk.learning.set_state(API_FORM, State.DONE)
    evidence, progress, touched = follow()
    assert evidence.grade(GIT, progress) is Grade.SHOWN
    assert GIT in touched
    desk.projects.remove(API_FORM)
    evidence, progress, touched = follow()
    assert evidence.grade(GIT, progress) is Grade.CLAIMED
    assert GIT in touched


@pytest.mark.parametrize("target", [API, API_FORM])
def test_proof_of_its_own_bears_a_finished_project_out(desk, follow, target):
    desk.learning.set_states([GIT, API], State.DONE)
    follow()
    desk.proofs.add_confirmation(target, "Ada, 21 Nov")
    evidence, progress, touched = follow()
    assert evidence.grade(GIT, progress) is Grade.SHOWN
    assert GIT in touched
    (proof,) = desk.proofs.all()
    desk.proofs.remove(proof.subject)
    evidence, progress, touched = follow()
    assert evidence.grade(GIT, progress) is Grade.CLAIMED
    assert GIT in touched


def test_one_of_two_lines_goes_and_it_stays_practised(desk, follow):
    desk.learning.set_state(GIT, State.DONE)
    for text in ("one", "two"):
        desk.journal.add(NOON.date(), 5, text, [GIT])
    first, second = desk.reader.entries("", "9", 9)
    desk.journal.remove(first.subject)
    evidence, progress, _ = follow()
    assert evidence.grade(GIT, progress) is Grade.PRACTISED
    desk.journal.remove(second.subject)
    evidence, progress, touched = follow()
    assert evidence.grade(GIT, progress) is Grade.CLAIMED
    assert GIT in touched


def test_grades_of_a_stage_add_up_to_what_is_done(desk):
    desk.learning.set_states([GIT, API, API_FORM, SQL], State.DONE)
    journey = desk.journey()
    evidence = read_evidence(desk.reader, journey.progress)
    first = count_stage_grades(journey, 0, evidence)
    assert (first.shown, first.claimed, first.total) == (1, 1, 2)
    assert sum_grades(journey, evidence).done == 3


def test_a_record_tells_proof_and_grades(desk):
    desk.learning.set_states([GIT, API], State.DONE)
    desk.proofs.add_link(GIT_COMMIT, URL)
    desk.proofs.add_note(API_FORM, "Ready.")
    desk.proofs.add_confirmation(API, "Ada, 21 Nov")
    record = read_record(desk.reader, desk.journey())
    (skill,), (project,) = record.stages[0].skills, record.projects
    assert skill.grade is Grade.SHOWN
    assert [p.value for p in skill.proofs] == [URL]
    assert [p.value for p in project.proofs] == ["Ada, 21 Nov"]
    assert [p.value for p in project.milestones[0].proofs] == ["Ready."]


def test_a_record_does_not_tell_the_folders_of_this_computer(desk):
    desk.proofs.add_commit(GIT, Commit("ab" * 20, "/home/me/secret/api", "Log in"))
    record = read_record(desk.reader, desk.journey())
    (proof,) = record.stages[0].skills[0].proofs
    assert proof.value == "api@abababababab"


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["done", "todo", "link", "log", "drop", "unprove", "undo"]),
        st.sampled_from([GIT, GIT_COMMIT, SQL, API, API_FORM]),
    ),
    max_size=10,
)


def act(desk, number, name, about):
    if name in {"done", "todo"}:
        desk.learning.set_state(about, State(name))
    elif name == "link":
        desk.proofs.add_link(about, f"https://example.org/{number}")
    elif name == "log":
        desk.journal.add(NOON.date(), 5, "", [about])
    elif name == "undo":
        desk.undo.undo()
    elif name == "drop":
        for entry in desk.reader.entries("", "9", 1):
            desk.journal.remove(entry.subject)
    else:
        for proof in desk.proofs.all()[:1]:
            desk.proofs.remove(proof.subject)


@settings(max_examples=25)
@given(STEPS)
def test_following_is_as_good_as_reading_anew(tmp_path_factory, new_data_file, steps):
    folder = a_data_folder(tmp_path_factory.mktemp("any") / "d", new_data_file)
    with Desk(folder, now=lambda: NOON) as desk:
        desk.roadmaps.add(a_roadmap(), "1")
        desk.roadmaps.choose("road")
        journey = desk.journey()
        proving = Proving(desk.reader, journey.progress)
        desk.announced.clear()
        for number, (name, about) in enumerate(steps):
            before = {s: proving.evidence.grade(s, journey.progress) for s in ALL}
            act(desk, number, name, about)
            touched = set()
            for stored in desk.announced:
                journey.apply(stored)
                touched |= proving.apply(stored)
            desk.announced.clear()
            after = {s: proving.evidence.grade(s, journey.progress) for s in ALL}
            assert {s for s in ALL if before[s] is not after[s]} <= touched
        fresh = read_evidence(desk.reader, desk.reader.progress())
        assert proving.evidence == fresh


ALL = (GIT, GIT_COMMIT, SQL, API, API_FORM)


class TestApplications:
    @pytest.fixture
    def jobs(self, desk, monkeypatch):
        monkeypatch.setattr(evidence_module, "practised", _practises_git)
        return Applications(desk.store, desk.announced.append, lambda: NOON)

    def test_they_raise_what_is_claimed_to_practised_and_no_more(
        self, desk, jobs, follow
    ):
        jobs.add("A job", phase=Phase.APPLIED)
        evidence, progress, touched = follow()
        assert GIT in touched
        assert evidence.grade(GIT, progress) is Grade.NONE, "nothing is ticked"
        assert evidence.waiting(GIT) is Grade.PRACTISED
        desk.learning.set_state(GIT, State.DONE)
        evidence, progress, _ = follow()
        assert evidence.grade(GIT, progress) is Grade.PRACTISED

    def test_undo_takes_the_practice_back(self, desk, jobs, follow):
        desk.learning.set_state(GIT, State.DONE)
        jobs.add("A job", phase=Phase.APPLIED)
        desk.undo.undo()
        evidence, progress, _ = follow()
        assert evidence.grade(GIT, progress) is Grade.CLAIMED
        assert evidence == read_evidence(desk.reader, progress)


def _practises_git(counts):
    return frozenset({GIT}) if counts.applied else frozenset()
