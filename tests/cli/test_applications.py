"""Applications on the terminal: begin, list, move, change, remove, write a table."""

from __future__ import annotations

import csv
import json
from collections import Counter

import pytest

from tracker.workspace import local_now


@pytest.fixture
def applied(milepost):
    """Return the terminal after somebody applied for a job."""
    milepost("apply", "Backend developer", "--company", "A payments start-up")
    return milepost


def only(milepost) -> dict:
    (found,) = json.loads(milepost("applications", "--json"))
    return found


def today() -> str:
    return local_now().date().isoformat()


def test_nothing_yet_says_how_to_begin(milepost):
    assert "“milepost apply TITLE” begins one" in milepost("applications")


def test_applying_says_its_name_which_the_other_commands_take(applied):
    out = applied("applications")
    assert "Applied (1)" in out
    name = out.split("\n")[1].split()[0]
    assert len(name) == 8
    out = applied("application", name, "--next", "Call back", "--due", "tomorrow")
    assert "Next step of “Backend developer”: Call back." in out
    assert "next: Call back, due" in applied("applications")
    shown = applied("application", name)
    assert shown.startswith("Backend developer, A payments start-up\n")
    assert f"Applied: {today()}" in shown


def test_all_is_in_the_json(applied):
    found = only(applied)
    assert (found["phase"], found["company"]) == ("applied", "A payments start-up")
    assert found["days"] == {
        "found": None,
        "applied": today(),
        "interview": None,
        "offer": None,
        "closed": None,
    }
    assert (found["fit"], found["due"], found["result"]) == (None, None, None)


def test_a_result_closes_it_and_undo_takes_both_back(applied):
    name = only(applied)["id"]
    applied("application", name, "--result", "no answer")
    assert (only(applied)["phase"], only(applied)["result"]) == ("closed", "no answer")
    applied("undo")
    assert (only(applied)["phase"], only(applied)["result"]) == ("applied", None)
    assert "Healthy" in applied("doctor")


def test_it_is_removed_and_brought_back(applied):
    name = only(applied)["id"]
    assert "removed" in applied("application", name, "--remove")
    assert json.loads(applied("applications", "--json")) == []
    applied("undo")
    assert only(applied)["id"] == name


def test_what_is_due_stands_with_the_milestones(applied):
    name = only(applied)["id"]
    applied("application", name, "--next", "Call back", "--due", "today")
    due = applied("due")
    assert f"Call back · Backend developer, A payments start-up  ({name[-8:]})" in due
    (item,) = applied.status()["due"]
    assert item["title"] == "Call back (Backend developer, A payments start-up)"
    applied("application", name, "--phase", "closed")
    assert "Nothing is due" in applied("due")
    assert applied.status()["due"] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--due", "someday"), "no day"),
        (("--phase", "applied", "--result", "accepted"), "closed"),
        (("--posting", "1234"), "No advert is called 1234"),
        (("--title", " "), "title"),
        (("--remove", "--note", "x"), "goes alone"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(applied, words, said):
    before = only(applied)
    assert said in applied.refused("application", before["id"], *words)
    assert only(applied) == before


@pytest.mark.parametrize("option", ["--phase", "--result"])
def test_a_word_that_is_none_is_refused_with_those_that_are(applied, capsys, option):
    with pytest.raises(SystemExit):
        applied("application", "0", option, "nonsense")
    said = capsys.readouterr().err
    assert "invalid choice: 'nonsense'" in said
    assert "<" not in said, "words of the program instead of those to write"


def test_what_was_done_before_has_its_own_day(applied):
    before = only(applied)
    applied("application", before["id"], "--on", "yesterday")
    yesterday = only(applied)["days"]["applied"]
    assert yesterday < before["days"]["applied"]
    applied("application", before["id"], "--phase", "interview", "--on", "yesterday")
    assert only(applied)["days"]["interview"] == yesterday
    applied("application", before["id"], "--remove")
    applied("apply", "Another", "--on", "yesterday")
    assert only(applied)["days"]["applied"] == yesterday
    assert "still to come" in applied.refused("apply", "Third", "--on", "tomorrow")
    assert "no day" in applied.refused("apply", "Third", "--on", "someday")


def test_an_ending_that_is_none_or_several_is_refused(applied):
    assert "There is no application zzz" in applied.refused("application", "zzz")
    assert "There is no application" in applied.refused("application", "")
    for number in range(16):  # with the first one more than there are digits
        applied("apply", f"Job {number}")
    names = [each["id"] for each in json.loads(applied("applications", "--json"))]
    ((twice, _),) = Counter(name[-1] for name in names).most_common(1)
    assert f"Several end with {twice}" in applied.refused("application", twice)


def test_a_table_is_written_over_nothing(applied, tmp_path):
    path = tmp_path / "jobs.csv"
    applied("applications", "--csv", str(path))
    (row,) = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    assert (row["title"], row["applied"]) == ("Backend developer", today())
    assert "exists" in applied.refused("applications", "--csv", str(path))
    applied("applications", "--csv", str(path), "--force")
    exported = applied("export", "applications", "-")
    assert exported.replace("\r\n", "\n") == path.read_text(encoding="utf-8")


def test_an_empty_name_is_no_application(applied):
    assert "no application “”" in applied.refused("application", "")


def test_a_day_ages_away_is_refused_in_words(applied):
    name = only(applied)["id"]
    said = applied.refused("application", name, "--due", "0001-01-01")
    assert "more than 10 years away" in said
