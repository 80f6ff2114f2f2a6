"""Reports and exports on the terminal: written whole, over nothing, in good order."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
import zipfile
from pathlib import Path

import icalendar
import jsonschema
import pytest

from tracker.domain.edit import (
    DUE,
    KIND,
    ORDER,
    REMOVED,
    STAGE_FIELD,
    STATE,
    TARGET,
    TEXT,
    TITLE,
    VALUE,
    Change,
    Edit,
    Label,
)
from tracker.services.reports.remembered import choices_of, remember
from tracker.services.stamps import stamp
from tracker.workspace import Workspace, local_now

SCHEMA = Path(__file__).parents[1] / "interchange" / "json_resume_schema.json"


@pytest.fixture
def logged(milepost):
    """Return the terminal after a line, a note and a skill that is done."""
    milepost("log", "1h30", "wrote it", "#git", "@api")
    milepost("note", "skill:git", "Small commits.")
    milepost("done", "skill:git")
    return milepost


def workspace(data):
    return Workspace(data, lambda _stored: None)


def put(data, *values):
    """Store (subject, field, value), as a use case of projects or proof does."""
    opened = workspace(data)
    with opened.store.begin() as work:
        changes = tuple(
            Change(subject, field, work.values((subject,), field).get(subject), value)
            for subject, field, value in values
        )
        work.append(Edit(Label.PROJECT, changes), stamp(local_now()))
    opened.close()


def set_due(data, subject, day):
    put(data, (subject, DUE, day))


class TestReports:
    @pytest.mark.parametrize(
        ("words", "title"),
        [
            (["week"], "# Week in review"),
            (["project", "api"], "# A small API"),
            (["project", "a SMALL api"], "# A small API"),
            (["portfolio"], "# Portfolio"),
            (["book"], "# The whole journey"),
        ],
    )
    def test_each_is_printed_as_markdown(self, logged, words, title):
        out = logged("report", *words, "-")
        assert out.startswith(title)
        assert "Git für alle ✓" in out

    def test_the_ending_of_the_name_says_the_form(self, logged, tmp_path):
        logged("report", "week", str(tmp_path / "w.html"))
        assert (tmp_path / "w.html").read_text().startswith("<!DOCTYPE html>")
        logged("report", "week", str(tmp_path / "w.md"))
        assert (tmp_path / "w.md").read_text().startswith("# Week in review")

    def test_a_name_that_says_nothing_is_asked_about(self, logged, tmp_path):
        said = logged.refused("report", "week", str(tmp_path / "week"))
        assert "--as md, html or pdf" in said

    def test_another_week_is_asked_for_by_number_or_day(self, logged):
        for week in ("2020-W07", "2020-02-12", "2020-w07"):
            out = logged("report", "week", "--week", week, "-")
            assert "10–16 February 2020" in out

    @pytest.mark.parametrize("week", ["2020-W60", "soon", "", "2020-W", "-W1"])
    def test_what_is_no_week_is_refused(self, logged, week):
        said = logged.refused("report", "week", f"--week={week}", "-")
        assert "is no week" in said

    def test_an_unknown_project_is_refused(self, logged):
        assert "no project “nope”" in logged.refused("report", "project", "nope", "-")

    def test_parts_are_left_out_on_request(self, logged):
        out = logged("report", "book", "--without", "hours, notes", "-")
        assert "1 h 30 min" not in out
        assert "Small commits." not in out
        assert "wrote it" in out

    def test_an_unknown_part_is_refused_by_its_name(self, logged):
        said = logged.refused("report", "book", "--without", "jokes", "-")
        assert "not without jokes" in said

    def test_what_was_chosen_in_the_window_counts_and_is_told(self, logged, data):
        opened = workspace(data)
        remember(opened.store, choices_of("notes"))
        opened.use_cases.profiles.change({"name": "  Sam\nLearner "})
        opened.close()
        out = logged("report", "portfolio", "-")
        assert out.startswith("# Portfolio of Sam Learner")
        assert "Left out, as you chose in the window: notes" in logged.err
        book = logged("report", "book", "--without", "nothing", "-")
        assert "Small commits." in book
        assert logged.err == ""


class TestFiles:
    def test_an_older_file_stays_unless_forced(self, logged, tmp_path):
        path = tmp_path / "week.md"
        path.write_text("mine")
        assert "was left as it is" in logged.refused("report", "week", str(path))
        assert path.read_text() == "mine"
        logged("report", "week", "--force", str(path))
        assert path.read_text().startswith("# Week in review")

    def test_nothing_else_is_left_in_the_folder(self, logged, tmp_path):
        folder = tmp_path / "out"
        folder.mkdir()
        logged("report", "week", str(folder / "week.md"))
        assert [each.name for each in folder.iterdir()] == ["week.md"]

    def test_a_missing_folder_a_folder_and_a_device_are_refused(self, logged, tmp_path):
        missing = str(tmp_path / "nowhere" / "week.md")
        assert "There is no folder" in logged.refused("report", "week", missing)
        said = logged.refused("export", "csv", "--force", str(tmp_path))
        assert "is no ordinary file" in said
        said = logged.refused("export", "csv", "--force", os.devnull)
        assert "is no ordinary file" in said

    @pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
    def test_a_link_stays_a_link_to_the_new_file(self, logged, tmp_path):
        target, link = tmp_path / "real.md", tmp_path / "link.md"
        target.write_text("old")
        link.symlink_to(target)
        logged("report", "week", "--force", str(link))
        assert link.is_symlink()
        assert target.read_text().startswith("# Week in review")

    def test_a_name_that_no_file_can_have_is_refused(self, logged, tmp_path):
        said = logged.refused("report", "week", str(tmp_path / ("x" * 400 + ".md")))
        assert "could not be written" in said or "choose another name" in said

    @pytest.mark.skipif(os.name == "nt", reason="other rights on Windows")
    def test_others_may_read_it_as_far_as_the_umask_says(self, logged, tmp_path):
        before = os.umask(0o022)
        try:
            logged("report", "week", str(tmp_path / "week.md"))
        finally:
            os.umask(before)
        mode = (tmp_path / "week.md").stat().st_mode
        assert stat.S_IMODE(mode) == 0o644


class TestExports:
    def test_a_resume_is_valid(self, logged):
        resume = json.loads(logged("export", "json-resume", "-"))
        jsonschema.validate(resume, json.loads(SCHEMA.read_text(encoding="utf-8")))
        assert resume["skills"][0]["keywords"] == ["Git für alle ✓"]
        proved = logged("export", "json-resume", "--without", "unproved", "-")
        assert "skills" not in json.loads(proved)

    def test_a_calendar_is_read_back_and_replaces_itself(self, logged, data, tmp_path):
        path = tmp_path / "due.ics"

        def todo():
            logged("export", "ics", "--force", str(path))
            calendar = icalendar.Calendar.from_ical(path.read_bytes())
            (found,) = [
                each for each in calendar.walk("VTODO") if "The form" in each["SUMMARY"]
            ]
            return str(found["UID"]), int(found["SEQUENCE"]), found["DUE"].dt

        set_due(data, "milestone:api/form", "2026-12-01")
        uid, sequence, due = todo()
        assert todo() == (uid, sequence, due)  # nothing changed, nothing is newer
        set_due(data, "milestone:api/form", "2026-12-08")
        uid_now, sequence_now, due_now = todo()
        assert uid_now == uid
        assert sequence_now > sequence
        assert (due_now - due).days == 7

    def test_two_calendars_without_a_change_between_them_are_alike(self, logged, data):
        set_due(data, "milestone:api/form", "2026-12-01")
        assert logged("export", "ics", "-") == logged("export", "ics", "-")

    def test_an_empty_calendar_is_refused_and_makes_no_file(self, logged, tmp_path):
        path = tmp_path / "due.ics"
        said = logged.refused("export", "ics", str(path))
        assert "Nothing in your projects and applications has a due day" in said
        assert not path.exists()

    def test_a_table_has_no_formula_in_it(self, logged):
        logged("log", "10m", "=HYPERLINK(1)")
        rows = list(csv.DictReader(io.StringIO(logged("export", "csv", "-"))))
        entries = [row["notes"] for row in rows if row["kind"] == "entry"]
        assert "'=HYPERLINK(1)" in entries
        assert "wrote it" in entries

    def test_a_name_in_zip_gets_a_table_for_each_kind(self, logged, tmp_path):
        path = tmp_path / "all.zip"
        logged("export", "csv", "--excel", str(path))
        with zipfile.ZipFile(path) as archive:
            assert set(archive.namelist()) == {
                *("skills.csv", "projects.csv", "milestones.csv"),
                *("entries.csv", "proofs.csv", "applications.csv"),
            }
            assert archive.read("entries.csv").startswith(b"\xef\xbb\xbfid,")

    def test_statements_are_the_same_each_time(self, logged):
        first = logged("export", "xapi", "-")
        statements = json.loads(first)
        assert {each["verb"]["display"]["en-US"] for each in statements} == {
            "completed"
        }
        assert logged("export", "xapi", "-") == first

    def test_what_is_whole_cannot_be_without_something(self, logged):
        said = logged.refused("export", "csv", "--without", "hours", "-")
        assert "csv is whole" in said


class TestPdf:
    def test_it_cannot_go_to_the_output(self, logged):
        assert "needs a file" in logged.refused("report", "week", "--as", "pdf", "-")

    @pytest.mark.slow
    def test_progress_is_told_when_asked_for(self, qapp, logged, tmp_path):
        path = tmp_path / "book.pdf"
        logged("report", "book", "--progress", str(path))
        counts = re.findall(r"^(\d+)/(\d+)$", logged.err, re.MULTILINE)
        assert counts[-1] == ("100", "100")
        done = [int(n) for n, total in counts if total == "100"]
        assert done == sorted(done)
        assert path.read_bytes().startswith(b"%PDF-")


class TestOwnWork:
    def test_an_own_project_is_told_with_its_parts_in_the_learners_order(
        self, logged, data
    ):
        mine = "project:my-bot"
        put(
            data,
            (mine, TITLE, "My bot"),
            (mine, STAGE_FIELD, "stage:backend-career/basics"),
            ("milestone:my-bot/my-a", TITLE, "It answers"),
            ("milestone:my-bot/my-b", TITLE, "It runs"),
            ("milestone:my-bot/my-c", TITLE, "It is gone"),
            ("milestone:my-bot/my-c", REMOVED, "yes"),
            ("milestone:my-bot/my-a", STATE, "done"),
            ("step:my-bot/my-a/my-s", TITLE, "A first word"),
            (mine, ORDER, "my-b\nmy-a"),
        )
        out = logged("report", "project", "my bot", "-")
        assert (
            out.index("It runs") < out.index("It answers") < out.index("A first word")
        )
        assert "- [x] **It answers**" in out
        assert "It is gone" not in out
        book = logged("report", "book", "-")
        assert book.index("#### My bot") < book.index("## Stage 2")

    def test_a_removed_project_is_not_told(self, logged, data):
        mine = "project:my-bot"
        put(data, (mine, TITLE, "My bot"), (mine, REMOVED, "yes"))
        assert "no project" in logged.refused("report", "project", "my bot", "-")

    def test_proof_is_shown_and_makes_the_grade(self, logged, data):
        assert "### Practised" in logged("report", "portfolio", "-")
        put(
            data,
            ("proof:1", TARGET, "outcome:git/commit"),
            ("proof:1", KIND, "link"),
            ("proof:1", VALUE, "https://example.org/pr/1"),
            ("proof:1", TITLE, "My request"),
        )
        out = logged("report", "portfolio", "-")
        assert "### Shown" in out
        assert "[My request](https://example.org/pr/1)" in out
        put(data, ("proof:2", TARGET, "skill:git"), ("proof:2", KIND, "confirmation"))
        assert "### Endorsed" in logged("report", "portfolio", "-")

    def test_a_note_as_proof_shows_nothing_by_itself(self, logged, data):
        put(
            data,
            ("proof:1", TARGET, "skill:git"),
            ("proof:1", KIND, "note"),
            ("proof:1", TEXT, "I explained it."),
        )
        out = logged("report", "portfolio", "-")
        assert "### Practised" in out
        assert "I explained it." in out
