"""``milepost profile`` and ``milepost report profile``."""

from __future__ import annotations

import json

import pytest

WHO = (
    "--set",
    "name=Sam Learner",
    "--set",
    "headline=Backend = mine",
    "--set",
    "email=sam@example.org",
    "--set",
    "web=https://example.org/sam https://code.example.org",
    "--set",
    "place=Porto",
)


def test_what_is_said_is_kept_and_printed(milepost):
    out = milepost("profile", *WHO)
    assert out.startswith("# Sam Learner\n\nBackend = mine\n")
    assert "Not said yet: summary." in out
    assert "Sam Learner" in milepost("profile")
    milepost("undo")
    assert milepost("profile").startswith("# Profile")


@pytest.mark.parametrize("wrong", ["headline", "age=7", "=x"])
def test_another_field_is_refused_with_those_there_are(milepost, wrong):
    milepost("profile", "--set", wrong, code=1)
    assert "name, headline, email, place, web, summary" in milepost.err


def test_several_fields_may_stand_behind_one_option(milepost):
    out = milepost("profile", "--set", "name=Sam", "headline=Backend developer")
    assert out.startswith("# Sam\n\nBackend developer\n")


def test_one_wrong_field_keeps_all_as_it_was(milepost):
    milepost("profile", "--set", "name=Sam", "--set", "email=x", code=1)
    assert milepost("profile").startswith("# Profile")


def test_how_to_begin_is_told_to_the_learner_and_stands_in_no_file(milepost, tmp_path):
    assert "Nothing is proved yet." in milepost("profile")
    for name in ("me.html", "me.md"):
        milepost("report", "profile", str(tmp_path / name))
        assert "proved" not in (tmp_path / name).read_text(encoding="utf-8")


def test_the_file_is_what_its_name_says(milepost, tmp_path):
    milepost("profile", *WHO)
    milepost("done", "git")
    milepost("prove", "git", "--link", "https://example.org/pr/1")
    page, resume = tmp_path / "me.html", tmp_path / "me.json"
    milepost("report", "profile", str(page))
    html = page.read_text(encoding="utf-8")
    assert "<h1>Sam Learner</h1>" in html
    assert "https://example.org/pr/1" in html
    assert "<script" not in html
    milepost("report", "profile", str(resume))
    basics = json.loads(resume.read_text(encoding="utf-8"))["basics"]
    assert basics["email"] == "sam@example.org"
    assert basics["label"] == "Backend = mine"
    same = milepost("export", "json-resume", "-")
    assert json.loads(same)["basics"] == basics


def test_only_a_profile_becomes_json(milepost, tmp_path):
    with pytest.raises(SystemExit):
        milepost("report", "book", "--as", "json", "-")
    milepost("report", "book", str(tmp_path / "x.json"), code=1)
    assert "--as md, html or pdf" in milepost.err


def test_the_level_follows_from_what_is_done(milepost):
    milepost("done", "skill:sql")
    assert "**Junior**: 80% of what this level asks for" in milepost("profile")
    proved = milepost("report", "profile", "--without", "unproved", "-")
    assert "Junior**" not in proved
