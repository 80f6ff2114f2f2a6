"""JSON Resume: valid against the schema of @jsonresume/schema 1.3.1 (MIT)."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft7Validator, FormatChecker

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
    days,
    texts,
    titles,
)
from tracker.domain.edit import State
from tracker.domain.profile import Profile
from tracker.domain.work import Grade, LevelStanding, ProofKind, Record
from tracker.interchange.json_resume import resume_json, web_address

FORMATS = FormatChecker()
PCHAR = r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})"
URI = re.compile(
    r"https?://(?:[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})+(?::[0-9]*)?"
    rf"(?:/{PCHAR}*)*(?:\?(?:{PCHAR}|[/?])*)?(?:#(?:{PCHAR}|[/?])*)?"
)


@FORMATS.checks("uri")
def is_uri(value: object) -> bool:
    """Say what RFC 3986 says of the web addresses that Milepost writes."""
    return not isinstance(value, str) or bool(URI.fullmatch(value))


SCHEMA = json.loads(
    Path(__file__).with_name("json_resume_schema.json").read_text(encoding="utf-8")
)
VALIDATOR = Draft7Validator(SCHEMA, format_checker=FORMATS)


def resume(record: Record, *, only_proved: bool = False) -> dict:
    text = resume_json(record, only_proved)
    text.encode()
    found = json.loads(text)
    VALIDATOR.validate(found)
    return found


def with_skills(*skills, **changed) -> Record:
    return a_record(stages=(a_stage_work(skills=skills),), **changed)


def with_project(**changed) -> Record:
    return a_record(projects=(a_project_work(**changed),))


def has_empty_values(node: object) -> bool:
    if not node:
        return True
    if not isinstance(node, dict | list):
        return False
    return any(map(has_empty_values, node.values() if isinstance(node, dict) else node))


def test_the_schema_bites():
    assert not VALIDATOR.is_valid({"projects": [{"url": "/home/me/x"}]})
    assert not VALIDATOR.is_valid({"projects": [{"startDate": "21.11.2026"}]})


def test_skills_are_grouped_by_stage_and_split_by_grade():
    skills = (
        a_skill_work("git", grade=Grade.CLAIMED),
        a_skill_work("sql", grade=Grade.ENDORSED),
        a_skill_work("http", grade=Grade.CLAIMED),
        a_skill_work("unix", grade=Grade.NONE),
        a_skill_work("tests", grade=Grade.PRACTISED),
        a_skill_work("api", grade=Grade.SHOWN),
    )
    assert resume(with_skills(*skills))["skills"] == [
        {"name": "Basics", "level": "Endorsed", "keywords": ["Sql"]},
        {"name": "Basics", "level": "Shown", "keywords": ["Api"]},
        {"name": "Basics", "level": "Practised", "keywords": ["Tests"]},
        {"name": "Basics", "level": "Claimed", "keywords": ["Git", "Http"]},
    ]


def test_only_what_is_shown_or_endorsed_counts_as_proved():
    skills = [a_skill_work(grade.name.lower(), grade=grade) for grade in Grade]
    found = resume(with_skills(*skills), only_proved=True)["skills"]
    assert [group["level"] for group in found] == ["Endorsed", "Shown"]


def test_a_skill_in_two_stages_is_told_once():
    record = a_record(stages=(a_stage_work(), a_stage_work("later", title="Later")))
    assert [group["name"] for group in resume(record)["skills"]] == ["Basics"]


def test_a_project_is_told_with_its_days_skills_and_finished_milestones():
    project = a_project_work(
        status=State.DONE,
        brief="An interface.",
        start=date(2026, 1, 4),
        finish=DAY,
        repository="https://example.org/api",
        milestones=(
            a_milestone_work("api/a", title="Form", done=True, done_on=DAY),
            a_milestone_work("api/b", title="Tests", done=True),
            a_milestone_work("api/c", title="Later"),
        ),
        skills=("skill:git", "skill:unknown"),
    )
    assert resume(a_record(projects=(project,)))["projects"] == [
        {
            "name": "Build api",
            "description": "An interface.",
            "highlights": ["Form (2026-11-21)", "Tests"],
            "keywords": ["Git"],
            "startDate": "2026-01-04",
            "endDate": "2026-11-21",
            "url": "https://example.org/api",
        }
    ]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"status": State.TODO}, False),
        ({"status": State.LEARNING}, True),
        ({"status": State.LEARNING, "archived": True}, False),
        ({"status": State.DONE, "archived": True}, True),
        ({"status": State.ASIDE}, False),
        ({"milestones": (a_milestone_work(done=True),)}, True),
    ],
)
def test_a_project_is_told_once_it_is_begun_and_not_put_away(changed, told):
    assert ("projects" in resume(with_project(**changed))) is told


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"status": State.LEARNING}, False),
        ({"status": State.DONE}, True),
        ({"proofs": (a_proof(),)}, True),
        ({"proofs": (a_proof(kind=ProofKind.NOTE),)}, False),
        ({"proofs": (a_proof(kind=ProofKind.CONFIRMATION),)}, True),
    ],
)
def test_a_proved_project_is_finished_or_shown(changed, told):
    record = with_project(**{"status": State.LEARNING} | changed)
    assert ("projects" in resume(record, only_proved=True)) is told


def test_of_an_unfinished_project_only_proved_milestones_are_told():
    shown = a_milestone_work("api/a", title="Shown", done=True, proofs=(a_proof(),))
    claimed = a_milestone_work("api/b", title="Claimed", done=True)
    record = with_project(status=State.LEARNING, milestones=(shown, claimed))
    [project] = resume(record, only_proved=True)["projects"]
    assert project["highlights"] == ["Shown"]


def test_of_the_learner_only_what_they_gave_is_told():
    assert "basics" not in resume(a_record())
    assert resume(a_record(name="Ada"))["basics"] == {"name": "Ada"}
    assert resume(a_record(name="Ada", level="Junior"))["basics"] == {
        "name": "Ada",
        "label": "Junior",
    }


def test_an_empty_record_is_a_valid_resume():
    assert set(resume(Record(roadmap=""))) == {"$schema", "meta"}


@pytest.mark.parametrize(
    ("repository", "url"),
    [
        ("https://example.org/api", "https://example.org/api"),
        ("http://localhost:8000/a?b=c#d", "http://localhost:8000/a?b=c#d"),
        ("https://me:secret@example.org/api", "https://example.org/api"),
        ("https://example.org/jörg", "https://example.org/j%C3%B6rg"),
        ("https://example.org/a[1]", "https://example.org/a%5B1%5D"),
        ("https://example.org/a#b#c", "https://example.org/a#b%23c"),
        ("/home/me/api", ""),
        ("C:\\Users\\me\\api", ""),
        ("file:///home/me/api", ""),
        ("git@example.org:me/api.git", ""),
        ("ssh://example.org/api", ""),
        ("javascript:alert(1)", ""),
        ("https://", ""),
        ("https://example.org/100%", ""),
        ("https://example.org:port/", ""),
        ("https://[::1/", ""),
        ("https://example.org/a b", ""),
        ("https://\x1b#0", ""),
        ("", ""),
    ],
)
def test_a_repository_is_an_address_only_if_it_is_one(repository, url):
    record = with_project(status=State.DONE, repository=repository)
    assert resume(record)["projects"][0].get("url", "") == url


def test_a_local_project_has_the_address_of_its_proof():
    record = with_project(
        status=State.DONE, repository="/home/me/api", proofs=(a_proof(),)
    )
    assert resume(record)["projects"][0]["url"] == "https://example.org/pr/4"


@given(texts)
def test_whatever_is_typed_the_address_is_a_uri_or_nothing(text):
    for address in (text, f"https://{text}", f"https://example.org/{text}"):
        found = web_address(address)
        assert not found or URI.fullmatch(found)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_makes_a_valid_resume(title):
    [project] = resume(a_full_record(title))["projects"]
    assert "\n" not in project["name"]


@given(titles, days)
def test_any_title_and_day_make_a_valid_resume_without_empty_values(title, day):
    assert not has_empty_values(resume(a_full_record(title, day)))


def test_half_a_character_is_left_out():
    assert resume(a_record(name="Ada \ud83d"))["basics"]["name"] == "Ada"


def test_ten_thousand_entries_change_nothing():
    assert resume(a_long_record()) == resume(a_record())


def test_the_profile_fills_what_the_schema_knows():
    told = Profile(
        headline="Backend developer",
        email="ada@example.org",
        home="Porto",
        links=("https://example.org/ada", "https://code.example.org/ada"),
        summary="I build **things**.",
    )
    standing = LevelStanding(level="Junior")
    record = a_record(name="Ada", level="Mid", profile=told, proved_standing=standing)
    basics = resume(record)["basics"]
    assert basics == {
        "name": "Ada",
        "label": "Backend developer · Mid",
        "email": "ada@example.org",
        "url": "https://example.org/ada",
        "summary": "I build **things**.",
        "location": {"city": "Porto"},
        "profiles": [
            {"network": "code.example.org", "url": "https://code.example.org/ada"}
        ],
    }
    proved = resume(record, only_proved=True)["basics"]
    assert proved["label"] == "Backend developer · Junior"


@given(titles, titles, texts)
def test_any_words_about_oneself_stay_valid(headline, home, summary):
    told = Profile(headline=headline, home=home, summary=summary)
    assert not has_empty_values(resume(a_record(profile=told)))
