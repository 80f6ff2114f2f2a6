"""The journal: lines are written, changed, split, joined and deleted, and undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import API, GIT, SQL, Desk, a_roadmap
from tests.conftest import NOON
from tracker.domain.edit import Label
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.limits import TEXT_LENGTH
from tracker.services.doctor import examine
from tracker.services.wording import described

TODAY = NOON.date()
YESTERDAY = TODAY - timedelta(days=1)


def lines(desk):
    """Return (day, minutes, text, links) of the journal, the newest first."""
    found = desk.reader.entries("", "9", 1000)
    return [(e.day, e.minutes, e.text, e.links) for e in found]


def only(desk):
    (entry,) = desk.reader.entries("", "9", 10)
    return entry


class TestAdding:
    def test_a_line_is_kept_with_all_it_says(self, desk):
        stored = desk.journal.add(YESTERDAY, 90, "  Wrote *tests*.\n", [GIT, API, GIT])
        assert stored.edit.label == Label.LOG
        assert lines(desk) == [(YESTERDAY, 90, "Wrote *tests*.", (GIT, API))]
        assert desk.announced[-1] is stored

    def test_it_is_found_by_what_it_is_about(self, desk):
        desk.journal.add(TODAY, 0, "One", [GIT])
        desk.journal.add(TODAY, 5, "Two", [GIT, API])
        assert [e.text for e in desk.reader.entries_on(GIT, 9)] == ["Two", "One"]
        assert [e.text for e in desk.reader.entries_on(API, 9)] == ["Two"]

    def test_days_are_added_up(self, desk):
        desk.journal.add(YESTERDAY, 30, "a")
        desk.journal.add(TODAY, 20, "b")
        desk.journal.add(TODAY, 25, "")
        assert desk.reader.days("", "9") == [
            (YESTERDAY.isoformat(), 30, 1),
            (TODAY.isoformat(), 45, 2),
        ]

    @pytest.mark.parametrize(
        ("day", "minutes", "text", "told"),
        [
            (TODAY, 0, "  ", "what you did"),
            (TODAY, 1441, "x", "24 hours"),
            (TODAY, -1, "x", "24 hours"),
            (TODAY + timedelta(days=1), 5, "x", "to come"),
            (TODAY, 5, "x" * (TEXT_LENGTH + 1), "60000 characters"),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, desk, day, minutes, text, told):
        with pytest.raises(BadInputError, match=told):
            desk.journal.add(day, minutes, text)
        assert lines(desk) == []

    def test_a_link_to_nothing_is_refused(self, desk):
        with pytest.raises(NotFoundError, match="skill:baking"):
            desk.journal.add(TODAY, 5, "x", ["skill:baking"])


class TestUndo:
    def test_undo_takes_a_new_line_away_and_redo_brings_it_back(self, desk):
        desk.journal.add(TODAY, 90, "Tests", [GIT])
        desk.undo.undo()
        assert lines(desk) == []
        assert desk.reader.entries_on(GIT, 9) == []
        assert desk.reader.written("tests", 9) == []
        desk.undo.redo()
        assert lines(desk) == [(TODAY, 90, "Tests", (GIT,))]
        assert examine(desk.reader) == []

    def test_a_deleted_line_comes_back_whole(self, desk):
        desk.journal.add(TODAY, 90, "Tests", [GIT])
        before = only(desk)
        stored = desk.journal.remove(before.subject)
        assert lines(desk) == []
        assert described(stored.edit, desk.reader.title) == (
            "“Tests” deleted from the journal"
        )
        desk.undo.undo()
        assert only(desk) == before

    def test_what_is_gone_cannot_be_deleted_again(self, desk):
        desk.journal.add(TODAY, 90, "Tests")
        subject = only(desk).subject
        desk.journal.remove(subject)
        with pytest.raises(NotFoundError):
            desk.journal.remove(subject)


class TestChanging:
    def test_each_part_can_be_changed(self, desk):
        desk.journal.add(TODAY, 90, "Tests", [GIT])
        entry = only(desk)
        changed = replace(
            entry, day=YESTERDAY, minutes=0, text="Proofs", links=(SQL, API)
        )
        desk.journal.change(changed)
        assert only(desk) == changed
        assert desk.reader.entries_on(GIT, 9) == []
        desk.undo.undo()
        assert only(desk) == entry

    def test_a_line_keeps_what_it_was_about_though_that_is_gone(self, desk):
        desk.projects.create("Recipe finder")
        gone = "project:my-recipe-finder"
        desk.journal.add(TODAY, 90, "Tests", [gone, GIT])
        desk.projects.remove(gone)
        desk.journal.change(replace(only(desk), text="More tests", links=(gone, SQL)))
        assert lines(desk) == [(TODAY, 90, "More tests", (gone, SQL))]

    def test_what_is_gone_cannot_be_linked_anew(self, desk):
        desk.projects.create("Recipe finder")
        gone = "project:my-recipe-finder"
        desk.projects.remove(gone)
        desk.journal.add(TODAY, 90, "Tests", [GIT])
        with pytest.raises(NotFoundError, match=gone):
            desk.journal.change(replace(only(desk), links=(GIT, gone)))
        assert only(desk).links == (GIT,)

    def test_lines_about_what_is_gone_are_still_joined(self, desk):
        desk.projects.create("Recipe finder")
        gone = "project:my-recipe-finder"
        desk.journal.add(TODAY, 30, "One", [gone])
        desk.journal.add(TODAY, 20, "Two", [GIT])
        desk.projects.remove(gone)
        desk.journal.join([e.subject for e in desk.reader.entries("", "9", 9)])
        assert lines(desk) == [(TODAY, 50, "One\n\nTwo", (gone, GIT))]

    def test_only_what_was_changed_of_what_was_seen_is_stored(self, desk):
        desk.journal.add(TODAY, 90, "Tests", [GIT])
        seen = only(desk)
        desk.journal.change(replace(seen, text="Tests, all of them", minutes=95))
        desk.journal.change(replace(seen, day=YESTERDAY, links=(SQL,)), seen)
        assert lines(desk) == [(YESTERDAY, 95, "Tests, all of them", (SQL,))]

    def test_no_change_stores_nothing(self, desk):
        desk.journal.add(TODAY, 90, "Tests")
        assert desk.journal.change(only(desk)) is None

    def test_a_line_is_split_in_two(self, desk):
        desk.journal.add(TODAY, 90, "Tests", [GIT])
        desk.journal.split(only(desk).subject, 30)
        assert sorted(lines(desk)) == [
            (TODAY, 30, "Tests", (GIT,)),
            (TODAY, 60, "Tests", (GIT,)),
        ]
        desk.undo.undo()
        assert lines(desk) == [(TODAY, 90, "Tests", (GIT,))]

    def test_a_new_line_stands_beside_the_one_it_was_parted_from(self, desk):
        for text in ("First", "Parted here", "Last"):
            desk.journal.add(TODAY, 10, text, [GIT])
        middle = desk.reader.entries("", "9", 9)[1]
        desk.journal.split(middle.subject, 4, len("Parted"))
        wanted = ["Last", {"here", "Parted"}, "First"]  # the clock stands still here

        def order(found):
            first, *pair, last = (entry.text for entry in found)
            return [first, set(pair), last]

        assert order(desk.reader.entries("", "9", 9)) == wanted
        assert order(desk.reader.entries_on(GIT, 9)) == wanted
        assert examine(desk.reader) == []
        desk.undo.undo()
        desk.undo.redo()
        assert order(desk.reader.entries("", "9", 9)) == wanted

    @pytest.mark.parametrize("at", [0, 5, 99])
    def test_each_half_of_a_split_line_has_words(self, desk, at):
        desk.journal.add(TODAY, 90, "Tests")
        with pytest.raises(BadInputError, match="between two words"):
            desk.journal.split(only(desk).subject, 45, at)

    @pytest.mark.parametrize("minutes", [0, -5, 90, 91])
    def test_a_split_must_leave_something(self, desk, minutes):
        desk.journal.add(TODAY, 90, "Tests")
        with pytest.raises(BadInputError, match="90"):
            desk.journal.split(only(desk).subject, minutes)

    def test_lines_of_one_day_are_joined(self, desk):
        desk.journal.add(TODAY, 30, "First", [GIT])
        desk.journal.add(TODAY, 15, "Second", [API, GIT])
        subjects = [e.subject for e in desk.reader.entries("", "9", 9)]
        desk.journal.join(subjects)
        assert lines(desk) == [(TODAY, 45, "First\n\nSecond", (GIT, API))]
        desk.undo.undo()
        assert len(lines(desk)) == 2
        assert examine(desk.reader) == []

    def test_lines_of_different_days_are_not_joined(self, desk):
        desk.journal.add(TODAY, 30, "First")
        desk.journal.add(YESTERDAY, 15, "Second")
        subjects = [e.subject for e in desk.reader.entries("", "9", 9)]
        with pytest.raises(BadInputError, match="one day"):
            desk.journal.join(subjects)


class TestSearch:
    def test_everything_written_is_found_by_words_and_their_beginnings(self, desk):
        desk.journal.add(TODAY, 5, "Indexed the orders table")
        desk.learning.write_note(GIT, "Rebase before the pull request, naïve or not.")
        assert desk.reader.written("order tab", 9) == [
            (only(desk).subject, "text", "Indexed the orders table")
        ]
        found = desk.reader.written("NAIVE rebase", 9)
        assert [(subject, field) for subject, field, _ in found] == [(GIT, "note")]

    def test_what_was_changed_is_found_by_its_new_words_alone(self, desk):
        desk.learning.write_note(GIT, "old words")
        desk.learning.write_note(GIT, "new words")
        assert desk.reader.written("old", 9) == []
        assert len(desk.reader.written("new", 9)) == 1
        desk.learning.write_note(GIT, "")
        assert desk.reader.written("new", 9) == []

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("🎉", ["Party 🎉🎉", "🎉done"]),
            ("🎉 par", ["Party 🎉🎉"]),
            ("🎉done", ["🎉done"]),
            ("❤️", ["with ❤"]),
            ("→", ["a → b (100 %)"]),
            ("% (", ["a → b (100 %)"]),
            ("🎉 nowhere", []),
            ("done - party?", []),
            ("a - b &", ["a → b (100 %)"]),
            ("🚂", []),
            ("_", ["snake_case"]),
            ("👩‍💻", ["paired 👩‍💻"]),
        ],
    )
    def test_signs_and_emoji_are_found_in_the_text(self, desk, words, found):
        texts = ("snake_case", "paired 👩‍💻", "a → b (100 %)", "with ❤", "🎉done")
        for text in (*texts, "Party 🎉🎉"):
            desk.journal.add(TODAY, 5, text)
        assert [text for _, _, text in desk.reader.written(words, 9)] == found

    def test_no_more_signs_are_found_than_asked_for_and_the_newest_first(self, desk):
        for number in range(4):
            desk.journal.add(TODAY, 5, f"🎉 {number}")
        found = [text for _, _, text in desk.reader.written("🎉", 2)]
        assert found == ["🎉 3", "🎉 2"]

    @pytest.mark.parametrize(
        "odd", ["", "  ", '"', "* OR NOT (", "a AND b^", "🚂", "\0"]
    )
    def test_odd_words_find_nothing_and_break_nothing(self, desk, odd):
        desk.journal.add(TODAY, 5, "Plain")
        assert desk.reader.written(odd, 9) == []


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["add", "change", "remove", "split", "undo", "redo"]),
            st.integers(min_value=0, max_value=5),
            st.text(max_size=8),
        ),
        max_size=12,
    )
)
def test_any_history_agrees_with_its_log(tmp_path_factory, actions):
    folder = tmp_path_factory.mktemp("any")
    with Desk(folder / "data", now=lambda: NOON) as desk:
        desk.roadmaps.add(a_roadmap(), "1")
        for action, number, text in actions:
            entries = desk.reader.entries("", "9", 99)
            entry = entries[number % len(entries)] if entries else None
            try:
                if action == "add":
                    desk.journal.add(YESTERDAY, number * 20, text, [GIT][: number % 2])
                elif action in {"undo", "redo"}:
                    getattr(desk.undo, action)()
                elif entry is None:
                    continue
                elif action == "change":
                    desk.journal.change(replace(entry, text=text, minutes=number))
                elif action == "remove":
                    desk.journal.remove(entry.subject)
                else:
                    desk.journal.split(entry.subject, number)
            except BadInputError:
                continue
        assert examine(desk.reader) == []


def test_lines_about_a_thing_stand_in_the_order_of_their_days_also_once_moved(desk):
    for text in ("first", "second", "third"):
        desk.journal.add(TODAY, 5, text, [GIT])
    moved = next(e for e in desk.reader.entries_on(GIT, 9) if e.text == "third")
    desk.journal.change(replace(moved, day=YESTERDAY))
    assert [e.text for e in desk.reader.entries_on(GIT, 9)] == [
        "second",
        "first",
        "third",
    ]
    desk.undo.undo()
    assert desk.reader.entries_on(GIT, 1)[0].text == "third"
    assert [e.text for e in desk.reader.entries_on(GIT, 1, 2)] == ["first"]
