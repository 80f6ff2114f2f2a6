"""docs/coverage.md: each row leads to something that is there."""

from __future__ import annotations

import re

import pytest

from tests.content.reading import ROOT, tell
from tests.content.subjects import resolves
from tracker.cli.parser import build_parser
from tracker.ui.actions import action_specs

LEAST_ROWS = 200
HEAD = ("| What", "| ---")
CODE = re.compile(r"`([^`]+)`")


@pytest.fixture(scope="session")
def rows():
    """Return the two cells of each row."""
    text = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.startswith("|"))
    return [
        tuple(cell.strip() for cell in line.strip("|").split(" | "))
        for line in lines
        if not line.startswith(HEAD)
    ]


@pytest.fixture(scope="session")
def told(known):
    """Return whether there is what a reference of the table names."""
    commands = next(
        action.choices for action in build_parser()._actions if action.choices
    )
    actions = {spec.name for spec in action_specs() if spec.name}
    everything = known | {"command": set(commands), "action": actions}

    def told(reference):
        kind, _, name = reference.partition(":")
        if kind == "file":
            inside = ".." not in name.split("/") and not name.startswith("/")
            return inside and (ROOT / name).is_file()
        return resolves(reference, everything)

    return told


def test_the_table_has_at_least_200_rows(rows):
    assert len(rows) >= LEAST_ROWS


def test_every_row_has_something_given_and_at_least_one_reference(rows):
    for row in rows:
        assert len(row) == 2, row
        given, where = row
        assert given, row
        references = CODE.findall(where)
        assert references, f"No reference: {given}"
        assert where == ", ".join(f"`{each}`" for each in references), where


def test_every_reference_resolves(rows, told):
    tell(
        f"{reference}, for: {given}"
        for given, where in rows
        for reference in CODE.findall(where)
        if not told(reference)
    )


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("skill:indexes", "skill:indices"),
        ("project:to-do-list", "project:indexes"),
        ("guide:start-now", "guide:index"),
        ("level:mid", "level:principal"),
        ("role:data-engineer", "role:junior"),
        ("source:onjob", "source:gossip"),
        ("advert:digital-payments", "advert:no-such-job"),
        (
            "stage:backend-career/learn-the-basics",
            "stage:backend-craft/learn-the-basics",
        ),
        ("lane:specialisation/database", "lane:direction/database"),
        ("action:notes", "action:dance"),
        ("command:guide", "command:dance"),
        ("file:resources/icons/flag.svg", "file:resources/icons/no-such.svg"),
        ("file:README.md", "file:docs"),
        ("file:docs/coverage.md", "file:docs/../README.md"),
        ("skill:graphql", "graphql"),
        ("skill:graphql", "gossip:graphql"),
        ("skill:graphql", "skill:"),
    ],
)
def test_a_wrong_reference_is_caught(told, right, wrong):
    assert told(right)
    assert not told(wrong)
