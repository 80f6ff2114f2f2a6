"""What ``milepost …`` prints, changes and returns."""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import MINE
from tracker import __version__
from tracker.cli import main
from tracker.db.data_file import NAME
from tracker.paths import data_folder, log_folder
from tracker.workspace import guide_page


class TestStatus:
    def test_prints_where_you_stand(self, milepost):
        milepost("done", "commit")
        assert milepost("status").splitlines() == [
            "The career: 0 %, about 3 weeks to go at 8 h a week",
            "Next: Git für alle ✓ (git)",
            "",
            "→ 1. Basics  0 %",
            "  [~] Git für alle ✓  (git)",
            "  [ ] A small API  (api)",
            "      [ ] The form  (api/form)",
            "      [ ] The tests  (api/tests)",
            "",
            "  2. Later  0 %",
            "  [ ] SQL {joins} <b>%s  (sql)",
            "  [ ] A database  (sql)",
            "      [ ] The tables  (sql/tables)",
        ]

    def test_as_json_has_one_shape_at_the_start_and_at_the_end(self, milepost):
        start = milepost.status()
        for slug in ("git", "api", "skill:sql", "project:sql"):
            milepost("done", slug)
        end = milepost.status()
        assert start.keys() == end.keys()
        assert list(start) == [
            "milepost",
            "roadmap",
            "percent",
            "percent_proved",
            "here",
            "hours_left",
            "hours_a_week",
            "next",
            "plan",
            "undo",
            "redo",
            "due",
            "stages",
        ]
        assert (start["percent"], start["here"], start["hours_left"]) == (
            0,
            "basics",
            23.0,
        )
        assert (end["percent"], end["here"], end["hours_left"]) == (100, None, 0.0)
        assert start["next"] == {"slug": "git", "title": "Git für alle ✓"}
        assert end["next"] is None
        assert (start["undo"], end["undo"]) == (None, "“A database” done")
        assert start["roadmap"]["version"] == "1"
        assert start["milepost"] == __version__

    def test_tells_of_each_thing_its_state_day_and_note(self, milepost):
        milepost("done", "git/commit")
        milepost("note", "git", "tip")
        git = milepost.item("git")
        assert (git["state"], git["done_on"], git["note"]) == ("learning", None, True)
        commit, tests = git["outcomes"]
        assert commit["state"] == "done"
        assert len(commit["done_on"]) == 10
        assert tests["done_on"] is None

    @pytest.mark.parametrize("state", ["todo", "learning", "done", "aside"])
    def test_shows_everything_in_every_state(self, milepost, state):
        milepost("set", state, "git", "api", "skill:sql", "project:sql")
        out = milepost("status")
        mark = {"todo": "[ ]", "learning": "[~]", "done": "[x]", "aside": "[-]"}[state]
        assert out.count(f"  {mark} ") >= 4
        assert milepost.item("api", "projects")["state"] == state

    def test_of_a_road_set_aside_whole_is_no_error(self, milepost):
        milepost("set", "aside", "git", "api", "skill:sql", "project:sql")
        status = milepost.status()
        assert (status["percent"], status["hours_left"]) == (0, 0.0)


class TestProgress:
    def test_done_says_what_was_done_and_where_that_leaves_you(self, milepost):
        said = milepost("done", "git")
        assert said == "“Git für alle ✓” done.\nYou stand at 25 %.\n"

    def test_several_are_one_action(self, milepost):
        assert "“Git für alle ✓” and 1 more done." in milepost("done", "git", "api")
        milepost("undo")
        assert milepost.status()["percent"] == 0

    def test_one_unknown_among_several_changes_nothing(self, milepost):
        milepost.refused("done", "git", "nonsense")
        assert milepost.item("git")["state"] == "todo"

    def test_what_is_so_already_is_told(self, milepost):
        milepost("done", "git")
        assert "so already" in milepost("done", "git")
        assert "so already" in milepost("set", "done", "git")

    def test_undo_and_redo_work_across_commands(self, milepost):
        milepost("done", "git")
        assert milepost("undo").startswith("Undone: “Git für alle ✓” done.\n")
        assert milepost.item("git")["state"] == "todo"
        assert milepost("redo").startswith("Redone: “Git für alle ✓” done.\n")
        assert milepost.item("git")["state"] == "done"

    def test_nothing_to_undo_is_told_and_returned(self, milepost):
        assert milepost("undo", code=1) == "There is nothing to undo.\n"
        assert milepost("redo", code=1) == "There is nothing to redo.\n"

    def test_a_note_is_written_printed_and_cleared(self, milepost):
        assert milepost("note", "basics") == "\n"
        milepost("note", "basics", "- {remember}\n- 100 % %s")
        assert milepost("note", "basics") == "- {remember}\n- 100 % %s\n"
        assert "nothing was changed" in milepost(
            "note", "basics", "- {remember}\n- 100 % %s"
        )
        milepost("note", "basics", "")
        assert milepost("note", "basics") == "\n"

    def test_a_note_is_read_from_the_input(self, milepost, monkeypatch):
        monkeypatch.setattr(sys, "stdin", io.StringIO("from a file\r\n"))
        milepost("note", "git", "-")
        assert milepost("note", "git") == "from a file\n\n"

    def test_input_that_is_no_text_changes_nothing(self, milepost, monkeypatch):
        bad = io.TextIOWrapper(io.BytesIO(b"caf\xe9"), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", bad)
        assert "UTF-8" in milepost.refused("note", "git", "-")

    def test_a_note_too_long_is_refused(self, milepost):
        assert "60001" in milepost.refused("note", "git", "x" * 60_001)

    def test_hours_change_the_forecast(self, milepost):
        assert milepost("hours", "1") == "Planning with 1 hour a week.\n"
        assert "at 1 h a week" in milepost("status")
        for hours in ("0", "81", "-5"):
            assert "1 to 80" in milepost.refused("hours", hours)


class TestNames:
    def test_a_mistyped_slug_gets_a_hint(self, milepost):
        assert "Did you mean “git”?" in milepost.refused("done", "gti")
        assert "Did you mean “git/commit”?" in milepost.refused("done", "git/comit")
        said = milepost.refused("done", "zzzzzz")
        assert "zzzzzz" in said
        assert "mean" not in said

    def test_what_may_be_two_things_is_asked_back(self, milepost):
        said = milepost.refused("done", "sql")
        assert "skill:sql, project:sql" in said
        said = milepost.refused("done", "tests")
        assert "outcome:git/tests, milestone:api/tests" in said
        milepost("done", "project:sql")
        assert milepost.item("sql", "projects")["state"] == "done"
        assert milepost.item("sql")["state"] == "todo"

    def test_a_stage_has_no_state_but_a_note(self, milepost):
        assert "stage" in milepost.refused("done", "basics")
        milepost("note", "backend-career/basics", "x")
        assert milepost("note", "stage:backend-career/basics") == "x\n"

    @pytest.mark.parametrize(
        "name",
        ["", " ", "/", ":", "skill:", "\udcff", "{name}", "%s", "git/", "x" * 999],
    )
    def test_an_odd_name_is_refused(self, milepost, name):
        milepost.refused("done", name)
        assert milepost.status()["undo"] is None

    def test_an_outcome_is_only_done_or_not(self, milepost):
        assert "either" in milepost.refused("set", "aside", "git/commit")


class TestRoadmaps:
    def test_your_own_is_added_used_and_removed(self, milepost, mine):
        assert milepost("add", str(mine)) == "Added the roadmap “mine”: 6 items.\n"
        milepost("done", "rust")  # known although another one is followed
        assert milepost("use", "mine") == "Following “Meine Straße”.\n"
        assert milepost.status()["roadmap"]["slug"] == "mine"
        assert milepost.status()["percent"] == 50
        lines = milepost("roadmaps").splitlines()
        assert [line[:2] for line in lines] == ["  ", "* "]
        assert "being shown" in milepost.refused("remove", "mine")
        milepost("use", "backend-career")
        milepost("remove", "mine")
        assert len(milepost("roadmaps").splitlines()) == 1
        milepost("add", str(mine))
        milepost("use", "mine")
        assert milepost.item("rust")["state"] == "done"

    def test_a_newer_version_tells_what_it_did(self, milepost, mine):
        milepost("add", str(mine))
        milepost("done", "rust/borrow")
        text = MINE.replace("slug: rust", "slug: oxide\n            was: [rust]")
        mine.write_text(text.replace("borrow, text", "lend, text"), encoding="utf-8")
        said = milepost("add", str(mine))
        assert said == (
            "Updated the roadmap “mine”: 5 items kept with their progress, 1 new, "
            "1 with progress no longer part of it.\n"
        )
        milepost("use", "mine")
        assert milepost.item("oxide")["state"] == "done"

    def test_a_single_item_that_is_kept_is_told_as_one(self, milepost, mine):
        milepost("add", str(mine))
        text = MINE.replace("          - git\n", "").replace("slug: rust", "slug: iron")
        mine.write_text(text, encoding="utf-8")
        assert "1 item kept with its progress, 2 new" in milepost("add", str(mine))

    def test_what_comes_with_milepost_stays(self, milepost, tmp_path, content):
        assert "stays" in milepost.refused("remove", "backend-career")
        other = content / "roadmaps" / "backend-career.yaml"
        assert "another slug" in milepost.refused("add", str(other))
        assert "nowhere" in milepost.refused("use", "nowhere")

    def test_new_content_is_taken_over_with_all_progress(self, milepost, content):
        milepost("done", "git", "git/commit")
        path = content / "catalogue" / "tools.yaml"
        text = path.read_text(encoding="utf-8")
        text = text.replace("slug: git\n", "slug: vcs\n    was: [git]\n")
        path.write_text(text.replace("skills: [git]", "skills: [vcs]"), "utf-8")
        road = content / "roadmaps" / "backend-career.yaml"
        road.write_text(road.read_text("utf-8").replace("[git]", "[vcs]"), "utf-8")
        vcs = milepost.item("vcs")
        assert vcs["state"] == "done"
        assert vcs["outcomes"][0]["state"] == "done"

    def test_a_bad_file_is_refused_with_every_problem(self, milepost, tmp_path):
        bad = tmp_path / "bad.yaml"
        bad.write_text(MINE.replace("hours: 10", "hours: many"), encoding="utf-8")
        milepost("add", str(bad), code=1)
        assert f"{bad}:" in milepost.err
        milepost("add", str(tmp_path / "none.yaml"), code=1)
        assert "none.yaml" in milepost.err
        assert len(milepost("roadmaps").splitlines()) == 1

    def test_no_guide_page_leads_out_of_its_folder(self, milepost, mine, content):
        (content / "secret.md").write_text("secret", encoding="utf-8")
        text = MINE.replace("summary: All", "guide_page: ../secret\n    summary: All")
        mine.write_text(text, encoding="utf-8")
        milepost("add", str(mine), code=1)
        assert "secret" in milepost.err
        assert guide_page("basics").startswith("# Begin here\n")
        assert guide_page("../secret") is None


class TestCheck:
    def test_a_good_file_of_each_kind(self, milepost, mine, content):
        catalogue = content / "catalogue" / "tools.yaml"
        out = milepost("check", str(mine), str(catalogue))
        assert out.splitlines() == [
            f"{mine}: a good roadmap file.",
            f"{catalogue}: a good catalogue file.",
        ]

    def test_problems_are_printed_as_by_a_compiler(self, milepost, tmp_path):
        bad = tmp_path / "bad.yaml"
        bad.write_text(MINE.replace("hours: 10", "hours: many"), encoding="utf-8")
        assert milepost("check", str(bad), code=1) == "1 problem found.\n"
        line = MINE.splitlines().index("            hours: 10") + 1
        assert milepost.err.startswith(f"{bad}:{line}:")

    def test_a_broken_catalogue_is_checked_although_it_comes_with_milepost(
        self, milepost, content
    ):
        path = content / "catalogue" / "tools.yaml"
        path.write_text(
            path.read_text("utf-8").replace("hours: 4", "hours: x"), "utf-8"
        )
        milepost("check", str(path), code=1)
        assert f"{path}:" in milepost.err


class TestDataFile:
    def test_a_backup_says_where_it_is(self, milepost, data):
        said = milepost("backup")
        (made,) = (data / "backups").iterdir()
        assert str(made) in said

    def test_the_doctor_is_content(self, milepost):
        assert milepost("doctor") == "Healthy: 0 edits, all in agreement.\n"
        milepost("done", "git")
        assert milepost("doctor") == "Healthy: 1 edit.\n"

    def test_the_doctor_tells_what_differs(self, milepost, data):
        milepost("done", "git")
        with closing(sqlite3.connect(data / NAME)) as file:
            file.execute("UPDATE fact SET value = 'aside' WHERE value = 'done'")
            file.commit()
        assert milepost("doctor", code=1).count("\n") == 1
        assert "skill:git" in milepost.out

    def test_what_cannot_be_used_is_one_sentence(self, milepost, data):
        (data / NAME).write_bytes(b"garbage" * 100)
        for words in (("status",), ("done", "git"), ("doctor",), ("backup",)):
            assert "damaged" in milepost.refused(*words)
        assert (data / NAME).read_bytes() == b"garbage" * 100

    def test_a_lock_is_told(self, milepost, data):
        milepost("status")
        with closing(sqlite3.connect(data / NAME, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert "another program" in milepost.refused("done", "git")


class TestWhere:
    def test_data_on_the_command_line_goes_before_the_environment(
        self, milepost, data, tmp_path
    ):
        milepost("--data", str(tmp_path / "other"), "done", "git")
        assert (tmp_path / "other" / NAME).is_file()
        assert milepost.item("git")["state"] == "todo"

    def test_a_relative_folder_is_meant_from_here(
        self, milepost, tmp_path, monkeypatch
    ):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("MILEPOST_DATA", "some where")
        milepost("status")
        assert (tmp_path / "some where" / NAME).is_file()
        milepost("--data", "else", "status")
        assert (tmp_path / "else" / NAME).is_file()


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["dance"],
        ["done"],
        ["set", "finished", "git"],
        ["hours", "many"],
        ["stat"],
        ["--dat", "x", "status"],
        ["status", "--js"],
        ["undo", "git"],
    ],
)
def test_words_that_are_not_understood_end_with_2(words, capsys):
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert "usage: milepost" in capsys.readouterr().err


def test_a_terminal_that_cannot_show_a_letter_still_gets_true_json(
    milepost, monkeypatch
):
    raw = io.BytesIO()
    ascii_only = io.TextIOWrapper(raw, encoding="ascii")
    monkeypatch.setattr(sys, "stdout", ascii_only)
    assert main(["status", "--json"]) == 0
    assert main(["status"]) == 0
    ascii_only.flush()
    text = raw.getvalue().decode("ascii")
    status, end = json.JSONDecoder().raw_decode(text)
    assert status["next"]["title"] == "Git für alle ✓"
    assert "Git f?r alle ?" in text[end:]


def test_nothing_is_written_into_the_current_folder(milepost, tmp_path, monkeypatch):
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for words in (["status"], ["done", "git"], ["undo"], ["backup"], ["doctor"]):
        milepost(*words)
    assert list(Path().iterdir()) == []


class TestRestore:
    def test_lists_what_there_is(self, milepost):
        milepost("backup")
        assert milepost("restore").startswith("milepost-")

    def test_puts_a_backup_back_and_keeps_what_was_there(self, milepost):
        milepost("backup")
        name = milepost("restore").split()[0]
        milepost("done", "git")
        lines = milepost("restore", name).splitlines()
        assert "damaged" in lines[1]
        assert milepost.status()["undo"] is None

    def test_an_unknown_backup_is_refused(self, milepost):
        milepost("restore", "nothing.db", code=1)
        assert "nothing.db" in milepost.err

    @pytest.mark.skipif(sys.platform == "win32", reason="the system itself refuses")
    def test_is_refused_while_a_window_is_open(self, milepost, tmp_path):
        milepost("backup")
        name = milepost("restore").split()[0]
        milepost("done", "git")
        script = "import sys; print(flush=True); sys.stdin.read()"
        command = [sys.executable, "-c", script, "milepost"]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as window:
            window.stdout.readline()
            marker = log_folder(data_folder()) / f"running-{window.pid}.txt"
            marker.parent.mkdir(exist_ok=True)
            marker.touch()
            milepost("restore", name, code=1)
            assert "Close the window first; nothing was changed." in milepost.err
            assert milepost("restore").startswith(name), "looking is no danger"
            assert milepost.status()["undo"] is not None
            window.stdin.close()
        assert "Restored" in milepost("restore", name)
