"""Whatever is done to projects, in whatever order: log, facts and the road agree."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.builders import API, API_FORM, API_TESTS, BASICS, LATER, Desk, a_roadmap
from tests.conftest import NOON, a_data_folder
from tracker.domain.edit import BRIEF, DUE, STAGE_FIELD, TITLE, State
from tracker.domain.errors import MilepostError
from tracker.domain.ids import project_subject
from tracker.services.doctor import examine
from tracker.services.journey import open_journey
from tracker.services.project_works import project_works

NUMBERS = st.integers(0, 9)
FIELDS = st.sampled_from(
    [
        (TITLE, "Other"),
        (BRIEF, "b"),
        (DUE, "2026-12-01"),
        (DUE, ""),
        (STAGE_FIELD, LATER),
        (STAGE_FIELD, BASICS),
        (STAGE_FIELD, ""),
    ]
)


class AnyProjectHistory(RuleBasedStateMachine):
    """A learner who makes, changes, moves and removes projects and their parts."""

    blank: Path

    @initialize()
    def open_a_file(self):
        self.home = Path(tempfile.mkdtemp())
        folder = a_data_folder(self.home / "d", self.blank)
        self.desk = Desk(folder, now=lambda: NOON)
        self.desk.roadmaps.add(a_roadmap(), "1")
        self.desk.roadmaps.choose("road")
        self.journey = self.desk.journey()
        self.desk.announced.clear()
        self.made = [API, API_FORM, API_TESTS]

    def attempt(self, act, *values, **named):
        """Do something that may be refused; what is refused changes nothing."""
        before = self.desk.reader.last_seq()
        try:
            stored = act(*values, **named)
        except MilepostError:
            assert self.desk.reader.last_seq() == before
            return
        if stored is not None and stored.edit.label in {"create", "project"}:
            self.made.append(stored.edit.changes[0].subject)

    def any_of(self, number):
        return self.made[number % len(self.made)]

    @rule(stage=st.sampled_from(["", BASICS, LATER]))
    def create(self, stage):
        self.attempt(self.desk.projects.create, "P", stage=stage)

    @rule(number=NUMBERS)
    def add(self, number):
        self.attempt(self.desk.projects.add_part, self.any_of(number), "part")

    @rule(number=NUMBERS, place=st.integers(0, 3))
    def move(self, number, place):
        self.attempt(self.desk.projects.move_part, self.any_of(number), place)

    @rule(number=NUMBERS, field=FIELDS)
    def change(self, number, field):
        self.attempt(self.desk.projects.set_field, self.any_of(number), *field)

    @rule(number=NUMBERS, archived=st.booleans())
    def archive(self, number, archived):
        act = self.desk.projects.archive
        self.attempt(act, self.any_of(number), archived=archived)

    @rule(number=NUMBERS)
    def remove(self, number):
        self.attempt(self.desk.projects.remove, self.any_of(number))

    @rule(number=NUMBERS)
    def restore(self, number):
        self.attempt(self.desk.projects.restore, self.any_of(number))

    @rule(number=NUMBERS)
    def duplicate(self, number):
        works = project_works(self.desk.reader, self.desk.journey())
        self.attempt(self.desk.projects.duplicate, works[number % len(works)])

    @rule(number=NUMBERS, state=st.sampled_from([State.DONE, State.TODO]))
    def check_off(self, number, state):
        self.attempt(self.desk.learning.set_state, self.any_of(number), state)

    @rule()
    def undo(self):
        self.desk.undo.undo()

    @rule()
    def redo(self):
        self.desk.undo.redo()

    @rule()
    def undo_and_redo_restore(self):
        there = self.desk.facts()
        if self.desk.undo.undo():
            self.desk.undo.redo()
        assert self.desk.facts() == there

    @invariant()
    def log_and_facts_agree(self):
        assert examine(self.desk.reader) == []

    @invariant()
    def a_journey_kept_current_is_that_of_a_new_start(self):
        for stored in self.desk.announced:
            before = self.journey.standing.stages
            touched = self.journey.apply(stored)
            after = self.journey.standing.stages
            pairs = enumerate(zip(before, after, strict=True))
            assert touched == {n for n, (old, new) in pairs if old != new}
        self.desk.announced.clear()
        anew = open_journey(self.desk.reader)
        assert self.journey.outline == anew.outline
        assert self.journey.standing == anew.standing
        for position in range(len(anew.outline.stages)):
            assert self.journey.walked(position) == anew.walked(position)
            listed = {project_subject(p.slug) for p in anew.walked(position).projects}
            assert listed == set(anew.outline.stages[position].projects)

    @invariant()
    def parts_are_those_that_are_shown(self):
        """What completes a project is what a learner sees of it."""
        for work in project_works(self.desk.reader, self.journey):
            shown = {each.subject for each in work.milestones}
            assert shown == set(self.desk.reader.parts(work.subject))
            for each in work.milestones:
                steps = {step.subject for step in each.steps}
                assert steps == set(self.desk.reader.parts(each.subject))

    def teardown(self):
        if hasattr(self, "desk"):
            self.desk.store.close()
            shutil.rmtree(self.home)


def test_log_facts_and_road_agree_after_any_history_of_projects(new_data_file):
    AnyProjectHistory.blank = new_data_file
    few = settings(max_examples=30, stateful_step_count=25)
    run_state_machine_as_test(AnyProjectHistory, settings=few)
