"""Projects on the terminal: make, list, change, check off, what is due."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tracker.workspace import local_now


@pytest.fixture
def made(milepost):
    """Return the terminal after a project of one's own was made."""
    milepost("project", "new", "Todo API", "--stage", "2", "--due", "2030-01-05")
    return milepost


def in_days(days: int) -> str:
    return (local_now().date() + timedelta(days=days)).isoformat()


def test_a_project_is_made_and_says_its_name(milepost):
    out = milepost("project", "new", "Todo API", "--stage", "later")
    assert "Project “Todo API” made." in out
    assert "my-todo-api" in out


def test_it_is_listed_with_status_and_what_is_due(made):
    out = made("projects")
    assert "Planned (3)" in out
    assert "[ ] Todo API  (my-todo-api) · due 2030-01-05" in out


def test_it_stands_in_status_and_show(made):
    made("project", "set", "my-todo-api", "brief", "Build it.")
    made("milestone", "add", "my-todo-api", "First draft")
    assert made.item("my-todo-api", "projects")["milestones"][0]["title"] == (
        "First draft"
    )
    shown = made("show", "my-todo-api")
    assert shown.startswith("# Todo API\n\n`my-todo-api` · Planned\n\nBuild it.")
    assert "- [ ] First draft" in shown


def test_the_last_step_completes_it(made):
    made("milestone", "add", "my-todo-api", "Draft")
    made("milestone", "add", "my-todo-api/my-draft", "Write")
    out = made("done", "my-write")
    assert "“Write” and 2 more done" in out
    assert made.item("my-todo-api", "projects")["state"] == "done"
    made("undo")
    assert made.item("my-todo-api", "projects")["state"] == "todo"
    assert "Healthy" in made("doctor")


def test_what_is_due_is_listed_by_how_soon(made):
    made("project", "set", "api/form", "due", in_days(-2))
    made("project", "set", "api/tests", "due", in_days(0))
    out = made("due")
    assert out.index("Overdue") < out.index("The form · A small API")
    assert out.index("Today") < out.index("The tests · A small API")
    assert "Todo API" not in out


@pytest.mark.parametrize(
    ("typed", "days"), [("tomorrow", 1), ("+3", 3), ("in a week", 7), ("TODAY", 0)]
)
def test_a_due_day_may_be_typed_in_words(milepost, typed, days):
    milepost("project", "new", "Shop", "--due", typed)
    assert in_days(days) in milepost("projects")
    milepost("project", "set", "my-shop", "due", "+20")
    milepost("milestone", "add", "my-shop", "Cart", "--due", typed)
    assert in_days(days) in milepost("projects")
    milepost("project", "set", "my-shop/my-cart", "due", "+19")
    assert in_days(19) in milepost("projects")


def test_nothing_due_is_said(milepost):
    assert "Nothing is due" in milepost("due")


def test_archived_removed_and_brought_back(made):
    made("project", "archive", "my-todo-api")
    assert "Todo API" not in made("projects")
    assert "Todo API" in made("projects", "--archived")
    made("project", "unarchive", "my-todo-api")
    made("project", "remove", "my-todo-api")
    assert "Todo API" not in made("projects")
    assert "Nothing is called" in made.refused("show", "my-todo-api")
    made("project", "restore", "my-todo-api")
    assert "Todo API" in made("projects")


def test_what_was_not_removed_cannot_be_restored(milepost):
    assert "nothing" in milepost.refused("project", "restore", "api")


def test_a_copy_of_a_project_of_the_roadmap(milepost):
    out = milepost("project", "copy", "api")
    assert "“A small API (copy)” made" in out
    assert "The form" in milepost("show", "my-a-small-api")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["new", "x", "--due", "soon"], "2026-11-28"),
        (["new", "x", "--due", "3/4"], "“3/4” is no day, or not a certain one"),
        (["new", "x", "--stage", "nowhere"], "basics, later"),
        (["new", " "], "Give it a title"),
        (["remove", "api"], "comes with a roadmap"),
        (["set", "api", "repository", "app"], "A repository is"),
        (["set", "my-nothing", "due", ""], "Nothing is called"),
    ],
)
def test_bad_input_says_what_is_wrong_and_changes_nothing(milepost, words, sentence):
    assert sentence in milepost.refused("project", *words)
    assert milepost.status()["undo"] is None


def test_an_own_project_is_a_tag_of_the_quick_log(made):
    assert "Todo API" in made("log", "1h wrote it @todo-api")
