"""CSV: what went in comes out, and nothing in it runs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from tests.interchange.records import (
    DAY,
    HOSTILE,
    a_full_record,
    a_long_record,
    a_milestone_work,
    a_project_work,
    a_proof,
    a_record,
    a_skill_work,
    a_stage_work,
    an_entry,
    days,
    titles,
)
from tracker.domain.edit import State
from tracker.domain.work import Grade, ProofKind, Record, Step
from tracker.interchange.csv_file import single_csv, tables
from tracker.interchange.csv_table import disarmed

FIRST = "=+-@\t\r"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def armed(text: str) -> bool:
    return text.lstrip(" \u00a0")[:1] in FIRST and bool(text.strip(" \u00a0"))


def as_it_was(cell: str) -> str:
    """Take the apostrophe away that was put in front of a formula."""
    stripped = cell.lstrip("'")
    gone = cell.startswith("'") and disarmed(stripped) != stripped
    return cell[1:] if gone else cell


def test_each_kind_of_thing_has_a_table():
    assert list(tables(a_record())) == [
        "skills.csv",
        "projects.csv",
        "milestones.csv",
        "entries.csv",
        "proofs.csv",
        "applications.csv",
    ]


def test_a_skill_is_told_with_its_stage_grade_and_outcomes():
    skill = a_skill_work(grade=Grade.PRACTISED, done_on=DAY, minutes=90)
    record = a_record(stages=(a_stage_work(skills=(skill,)),))
    assert rows(tables(record)["skills.csv"]) == [
        {
            "id": "skill:git",
            "stage": "1",
            "stage_title": "Basics",
            "group": "Tools",
            "title": "Git",
            "status": "done",
            "grade": "practised",
            "done": "2026-11-21",
            "minutes": "90",
            "outcomes_done": "1",
            "outcomes": "[x] I can commit\n[ ] I can merge",
            "evidence": "",
            "notes": "",
        }
    ]


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"outcomes": (), "grade": Grade.NONE}, "todo"),
        ({"outcomes": (("I can merge", True),), "grade": Grade.NONE}, "learning"),
        ({"outcomes": (), "grade": Grade.PRACTISED}, "learning"),
        ({"done_on": DAY}, "done"),
    ],
)
def test_a_skill_is_begun_by_an_outcome_or_time_and_done_on_a_day(changed, status):
    record = a_record(stages=(a_stage_work(skills=(a_skill_work(**changed),)),))
    assert rows(tables(record)["skills.csv"])[0]["status"] == status


def test_a_project_is_told_once_though_its_stage_and_the_list_have_it():
    project = a_project_work(status=State.LEARNING, start=DAY, repository="/home/me/x")
    record = a_record(
        stages=(a_stage_work(projects=(project,)),),
        projects=(project, a_project_work("own", own=True, stage="", milestones=())),
    )
    told = rows(tables(record)["projects.csv"])
    assert [(row["id"], row["own"], row["stage"], row["status"]) for row in told] == [
        ("project:api", "no", "1", "learning"),
        ("project:own", "yes", "", "todo"),
    ]
    assert told[0]["repository"] == "/home/me/x"
    assert told[0]["started"] == "2026-11-21"
    assert (told[0]["milestones_done"], told[0]["milestones"]) == ("0", "1")


def test_a_milestone_is_told_with_its_project_and_steps():
    step = Step(subject="step:1", title="Draw it", done=True)
    milestone = a_milestone_work(done=True, done_on=DAY, steps=(step,))
    record = a_record(projects=(a_project_work(milestones=(milestone,)),))
    row = rows(tables(record)["milestones.csv"])[0]
    assert (row["id"], row["project_id"]) == ("milestone:api/form", "project:api")
    assert (row["project"], row["status"]) == ("Build api", "done")
    assert (row["due"], row["done"]) == ("2026-11-21", "2026-11-21")
    assert (row["steps"], row["step_list"]) == ("1", "[x] Draw it")


def test_an_entry_names_what_it_is_about():
    row = rows(tables(a_record())["entries.csv"])[0]
    assert row == {
        "id": "entry:1",
        "day": "2026-11-21",
        "minutes": "90",
        "links": "project:api skill:git",
        "titles": "Build api, Git",
        "text": "Wrote the login tests",
    }


def test_all_proofs_are_told_with_what_they_show():
    told = rows(tables(a_full_record())["proofs.csv"])
    assert {row["target_id"] for row in told} == {
        "skill:git",
        "project:api",
        "milestone:api/form",
    }
    assert {row["added"] for row in told} == {"2026-11-21"}


def test_a_kept_file_is_evidence_by_its_name_not_its_digest():
    proof = a_proof(kind=ProofKind.FILE, value="9f86d081", title="diploma.pdf")
    skill = a_skill_work(proofs=(proof, a_proof(subject="proof:2")))
    record = a_record(stages=(a_stage_work(skills=(skill,)),))
    evidence = rows(tables(record)["skills.csv"])[0]["evidence"]
    assert evidence == "diploma.pdf\nhttps://example.org/pr/4"


def test_one_file_holds_everything_in_the_agreed_columns():
    text = single_csv(a_full_record())
    assert text.splitlines()[0] == (
        "kind,id,parent_id,stage,title,status,grade,"
        "started,due,done,minutes,evidence,notes"
    )
    assert [(row["kind"], row["id"], row["parent_id"]) for row in rows(text)] == [
        ("stage", "stage:basics", ""),
        ("skill", "skill:git", "stage:basics"),
        ("project", "project:api", "stage:basics"),
        ("milestone", "milestone:api/form", "project:api"),
        ("step", "step:api/form/1", "milestone:api/form"),
        ("entry", "entry:1", "project:api"),
    ]


def test_no_two_rows_of_one_file_share_an_id_though_a_skill_stands_in_two_stages():
    record = a_record(stages=(a_stage_work(), a_stage_work("later", number=2)))
    ids = [row["id"] for row in rows(single_csv(record))]
    assert len(ids) == len(set(ids))


def test_an_empty_record_leaves_the_heads():
    for text in [*tables(Record(roadmap="")).values(), single_csv(Record(roadmap=""))]:
        assert len(text.splitlines()) == 1
        assert rows(text) == []


def test_lines_end_as_the_rfc_says_and_excel_is_told_of_utf_8_when_asked():
    for text in [*tables(a_record()).values(), single_csv(a_record())]:
        assert text.endswith("\r\n")
        assert not text.startswith("\ufeff")
    for text in [
        *tables(a_record(), bom=True).values(),
        single_csv(a_record(), bom=True),
    ]:
        assert text.encode().startswith(b"\xef\xbb\xbf")
        assert not text[1:].startswith("\ufeff")


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("a=1", "a=1"),
        ("'tis", "'tis"),
        ("", ""),
        ("me@example.org", "me@example.org"),
        ("a\0b", "ab"),
        ("half \ud83d", "half ?"),
    ],
)
def test_a_formula_becomes_text_and_text_stays(cell, safe):
    assert disarmed(cell) == safe


@given(titles)
def test_disarming_is_undone_exactly(text):
    assert as_it_was(disarmed(text)) == text.replace("\0", "")


@given(titles, days)
def test_no_cell_of_any_table_starts_like_a_formula(title, day):
    record = replace(a_full_record(title, day), titles={"skill:git": title})
    for text in [*tables(record).values(), single_csv(record)]:
        for row in csv.reader(io.StringIO(text, newline=""), strict=True):
            assert not any(map(armed, row))


@given(titles, days)
def test_what_is_read_back_is_what_went_in(title, day):
    title = title.replace("\0", "")
    made = tables(a_full_record(title, day))
    for name, fields in {
        "skills.csv": ("title", "notes"),
        "projects.csv": ("title", "brief", "notes"),
        "milestones.csv": ("title", "project"),
        "entries.csv": ("text",),
    }.items():
        [row] = rows(made[name])
        assert [as_it_was(row[field]) for field in fields] == [title] * len(fields)
    [milestone] = rows(made["milestones.csv"])
    assert date.fromisoformat(milestone["due"]) == day
    single = {row["kind"]: row for row in rows(single_csv(a_full_record(title, day)))}
    assert as_it_was(single["entry"]["notes"]) == title
    assert as_it_was(single["milestone"]["title"]) == title
    assert date.fromisoformat(single["project"]["started"]) == day


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_breaks_no_row(title):
    assert len(rows(single_csv(a_full_record(title)))) == 6


def test_ten_thousand_entries_are_ten_thousand_rows():
    record = a_long_record()
    assert len(rows(tables(record)["entries.csv"])) == 10_000
    assert sum(row["kind"] == "entry" for row in rows(single_csv(record))) == 10_000


def test_a_link_that_nobody_named_is_shown_by_its_subject():
    record = a_record(entries=(an_entry(links=("skill:gone",)),))
    assert rows(tables(record)["entries.csv"])[0]["titles"] == "skill:gone"
