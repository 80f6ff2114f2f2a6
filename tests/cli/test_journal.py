"""The journal on the terminal: write, list, find, undo."""

from __future__ import annotations

import pytest


def test_a_line_is_understood_and_said_back(milepost):
    out = milepost("log", "1h30", "wrote", "it", "#git", "@api", "yesterday")
    assert "1 h 30 · wrote it · Git für alle ✓ · A small API" in out
    listed = milepost("journal")
    assert "1 h 30 · wrote it · Git für alle ✓, A small API" in listed
    assert "1 h 30 in all" in listed


def test_one_word_of_many_is_as_good(milepost):
    milepost("log", "45 min read about joins")
    assert "45 min · read about joins" in milepost("journal", "--days", "1")


def test_what_is_not_known_is_kept_as_text(milepost):
    assert "Kept as text: #nosuch" in milepost("log", "1h tried #nosuch")
    assert "tried #nosuch" in milepost("journal")


def test_what_looks_like_a_time_or_day_says_why_it_is_kept(milepost):
    out = milepost("log", "read 2h of 3h video last week")
    assert "3h (a second time, not counted), last week (which day?)" in out


def test_a_day_of_more_than_a_day_is_told_and_kept(milepost):
    assert "more than a day" not in milepost("log", "20h sorted it yesterday")
    assert "24 h 30 in all" in milepost("log", "4h30 more of it yesterday")
    assert "more than a day" not in milepost("log", "1h today")
    assert "25 h 30 in all" in milepost("journal")


def test_nothing_said_is_refused(milepost):
    assert "Write what you did" in milepost.refused("log", "  ")


def test_an_empty_journal_says_how_to_begin(milepost):
    assert "milepost log" in milepost("journal")


def test_lines_and_notes_are_found(milepost):
    milepost("log", "1h drew the tables")
    milepost("note", "skill:sql", "Tables first.")
    found = milepost("journal", "--find", "table")
    assert "1 h · drew the tables" in found
    assert "Note on “SQL {joins} <b>%s”: Tables first." in found
    assert "Nothing has these words" in milepost("journal", "--find", "zzz", code=1)


def test_undo_takes_a_line_back_and_the_doctor_is_content(milepost):
    milepost("log", "1h drew the tables")
    assert "Undone: Logged “drew the tables”" in milepost("undo")
    assert "milepost log" in milepost("journal")
    milepost("redo")
    assert "drew the tables" in milepost("journal")
    assert "Healthy" in milepost("doctor")


@pytest.mark.parametrize("days", ["0", "-3", "x", "100000"])
def test_an_odd_number_of_days_is_refused_by_usage(milepost, days):
    with pytest.raises(SystemExit) as left:
        milepost("journal", "--days", days)
    assert left.value.code == 2


def test_lines_about_one_thing_are_listed(milepost):
    milepost("log", "1h drew the tables #sql")
    milepost("log", "30m read #git")
    listed = milepost("journal", "--on", "git", "--week")
    assert "30 min · read" in listed
    assert "drew" not in listed
    assert "30 min in all" in listed


def test_a_line_is_deleted_by_its_name_and_undone(milepost):
    milepost("log", "1h drew the tables")
    name = milepost("journal", "--ids").splitlines()[1].split()[0]
    assert "Deleted: 1 h · drew the tables" in milepost("journal", "--remove", name)
    assert "Nothing was logged" in milepost("journal")
    milepost("undo")
    assert "drew the tables" in milepost("journal")


@pytest.mark.parametrize("name", ["nosuch", "0", "entry:"])
def test_a_name_of_no_line_or_of_several_deletes_nothing(milepost, name):
    milepost("log", "1h drew the tables")
    milepost("log", "1h drew more")
    assert "Nothing was deleted" in milepost.refused("journal", "--remove", name)
    assert "2 h in all" in milepost("journal")
