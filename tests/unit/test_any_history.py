"""Whatever a learner does, in whatever order: log, projections and screen agree."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.builders import Desk, a_project, a_roadmap, a_skill, a_stage
from tests.conftest import NOON, a_data_folder
from tracker.domain.edit import State
from tracker.domain.history import REACH, fold_history
from tracker.domain.ids import MILESTONE, OUTCOME, STAGE, kind_of
from tracker.domain.progress import Progress
from tracker.domain.roadmap import Fork, Group, Lane
from tracker.domain.standing import stand
from tracker.domain.subjects import items
from tracker.services.doctor import examine

TODO, LEARNING, DONE, ASIDE = State
LANES = ("wide", "deep")
FORK = Fork(
    slug="way",
    title="Way",
    lanes=tuple(
        Lane(
            slug=slug,
            title=slug,
            summary=slug,
            groups=(
                Group(title="All", skills=(a_skill(f"{slug}-a"),)),
                Group(title="One", skills=(a_skill("x"), a_skill("y")), least=1),
            ),
        )
        for slug in LANES
    ),
)
ROAD = a_roadmap(
    a_stage(projects=(a_project(),), fork=FORK),
    a_stage("later", a_skill("sql", "join"), a_skill("tests", "unit")),
)
ANYTHING = [
    item.subject
    for item in items(ROAD)
    if kind_of(item.subject) not in {"fork", "lane"}
]
WITH_STATE = [subject for subject in ANYTHING if kind_of(subject) != STAGE]
WHOLES = [s for s in WITH_STATE if kind_of(s) not in {OUTCOME, MILESTONE}]
TEXTS = st.sampled_from(["", " ", "a", "b\u0301", "“note”\r\n"]) | st.text(max_size=8)
NEWER = a_roadmap(
    a_stage("basics", a_skill("vcs", "commit", was=("git",)), was=("start",)),
    version="2",
)


class AnyHistory(RuleBasedStateMachine):
    """One learner at two programs: half of what they do is done on another desk."""

    blank: Path
    carried = False

    @initialize()
    def open_a_file(self):
        self.home = Path(tempfile.mkdtemp())
        self.folder = a_data_folder(self.home / "d", self.blank)
        self.desk = Desk(self.folder, now=lambda: NOON)
        self.desk.roadmaps.add(ROAD, "1")
        self.desk.roadmaps.choose("road")
        self.follow()

    def follow(self):
        """Begin to keep a journey current edit by edit, as the window does."""
        self.journey = self.desk.journey()
        self.desk.announced.clear()

    def catch_up(self):
        for stored in self.desk.announced:
            before = self.journey.standing
            touched = self.journey.apply(stored)
            after = self.journey.standing
            pairs = enumerate(zip(before.stages, after.stages, strict=True))
            changed = {n for n, (old, new) in pairs if old != new}
            divided = {0} if "fork:way" in stored.edit.subjects else set()
            assert touched == changed | (
                divided & set(self.journey.outline.places.values())
            )
        self.desk.announced.clear()

    @precondition(lambda self: not self.carried)
    @rule(lane=st.sampled_from(LANES))
    def choose_a_lane(self, lane):
        self.desk.learning.choose_lane("way", lane)
        self.catch_up()
        assert self.journey.lane(0) == lane

    @rule(subjects=st.lists(st.sampled_from(WITH_STATE), max_size=4))
    def complete(self, subjects):
        before = self.journey.standing
        self.desk.learning.set_states(subjects, DONE)
        self.catch_up()
        after = self.journey.standing
        assert after.percent >= before.percent
        pairs = zip(before.stages, after.stages, strict=True)
        assert all(old.percent <= new.percent for old, new in pairs)

    @rule(subjects=st.lists(st.sampled_from(WITH_STATE), max_size=4))
    def start_over(self, subjects):
        self.desk.learning.set_states(subjects, TODO)

    @rule(subject=st.sampled_from(WHOLES), state=st.sampled_from(State))
    def set_whole(self, subject, state):
        self.desk.learning.set_state(subject, state)

    @rule(subject=st.sampled_from(ANYTHING), text=TEXTS)
    def write(self, subject, text):
        self.desk.learning.write_note(subject, text)

    @rule()
    def undo_one(self):
        self.desk.undo.undo()

    @rule()
    def redo_one(self):
        self.desk.undo.redo()

    @rule()
    def undo_and_redo_restore(self):
        if self.desk.undo.next_undo() is None:
            return
        there = self.desk.facts()
        self.desk.undo.undo()
        self.desk.undo.redo()
        assert self.desk.facts() == there

    @rule()
    def open_again(self):
        self.desk.store.close()
        self.desk = Desk(self.folder, now=lambda: NOON)
        self.follow()

    @precondition(lambda self: self.desk.reader.undo_steps()[0])
    @rule()
    def take_everything_back_and_bring_it_again(self):
        end = self.desk.facts()
        steps = 0
        while self.desk.undo.undo():
            steps += 1
        start = {"state": {}, "done_on": {}, "note": {}, "lane": {}}
        if not self.carried:
            assert self.desk.facts() == start
        for _ in range(steps):
            assert self.desk.undo.redo()
        assert self.desk.facts() == end

    @rule()
    def a_newer_version_and_the_old_one_again(self):
        """Progress moves to new names and undo does not stumble over it."""
        self.desk.roadmaps.add(NEWER, "2")
        self.desk.roadmaps.add(ROAD, "1")
        self.carried = True
        self.follow()

    @invariant()
    def everything_agrees(self):
        self.catch_up()
        reader, log = self.desk.reader, self.desk.reader.log()
        assert examine(reader) == []
        stored, folded = reader.progress(), Progress({})
        for each in log:
            folded.apply(each)
        assert stored.states == folded.states == self.journey.progress.states
        for subject in ANYTHING:
            for progress in (folded, self.journey.progress):
                assert progress.done_on(subject) == stored.done_on(subject)
                assert progress.has_note(subject) == stored.has_note(subject)
            is_done = stored.state(subject) is DONE
            assert bool(stored.done_on(subject)) == is_done
            assert stored.has_note(subject) == bool(reader.note(subject))
        history = fold_history(log)
        assert reader.undo_steps() == (list(history.done), list(history.undone))

    @invariant()
    def the_standing_is_right(self):
        outline, progress = self.journey.outline, self.desk.reader.progress()
        standing = stand(outline, progress)
        assert self.journey.standing == standing
        assert 0 <= standing.percent <= 100
        assert 0 <= standing.here < len(standing.stages)
        for stage in standing.stages:
            assert 0 <= stage.percent <= 100
            assert 0 <= stage.done <= stage.total
            assert (stage.percent == 100) == (stage.finished and stage.total > 0)
            assert stage.hours_left >= 0

    @invariant()
    def sequence_numbers_have_no_gap(self):
        log = self.desk.reader.log()
        assert [stored.seq for stored in log] == list(range(1, len(log) + 1))

    def teardown(self):
        if hasattr(self, "desk"):
            self.desk.store.close()
            shutil.rmtree(self.home)


def test_log_projections_and_screen_agree_after_any_history(new_data_file):
    AnyHistory.blank = new_data_file
    few = settings(max_examples=30, stateful_step_count=22)
    run_state_machine_as_test(AnyHistory, settings=few)


def test_a_hundred_actions_can_be_undone_also_after_a_restart(folder):
    with Desk(folder, now=lambda: NOON) as desk:
        desk.roadmaps.add(a_roadmap(), "1")
        for number in range(REACH + 1):
            desk.learning.write_note("skill:git", f"text {number}")
        assert len(desk.reader.undo_steps()[0]) == REACH == 100
    with Desk(folder, now=lambda: NOON) as desk:
        count = 0
        while desk.undo.undo():
            count += 1
        assert count == REACH
        assert desk.reader.note("skill:git") == "text 0"
        assert examine(desk.reader) == []
    with Desk(folder, now=lambda: NOON) as desk:
        count = 0
        while desk.undo.redo():
            count += 1
        assert count == REACH
        assert desk.reader.note("skill:git") == f"text {REACH}"
        assert examine(desk.reader) == []


@pytest.mark.parametrize("undone", [1, 40, 99])
def test_the_reach_is_kept_after_undoing_some_and_going_on(folder, undone):
    with Desk(folder, now=lambda: NOON) as desk:
        desk.roadmaps.add(a_roadmap(), "1")
        for number in range(REACH + 3):
            desk.learning.write_note("skill:git", f"text {number}")
        for _ in range(undone):
            desk.undo.undo()
        for number in range(undone + 2):
            desk.learning.write_note("skill:git", f"again {number}")
        done, undone_steps = desk.reader.undo_steps()
        assert (len(done), undone_steps) == (REACH, [])
        assert done == list(fold_history(desk.reader.log()).done)
