"""The list of keys that F1 shows is the list that the README shows."""

from __future__ import annotations

import re
from pathlib import Path

from tracker.ui.shortcuts import all_keys

README = Path(__file__).parents[2] / "README.md"
BETWEEN = re.compile(r" · | … |, | and |; ")


def keys_of(texts) -> set[str]:
    return {key.strip() for text in texts for key in BETWEEN.split(text)}


def test_f1_knows_every_key_that_the_readme_lists(running):
    table = README.read_text("utf-8").partition("## Keyboard")[2].partition("##")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| ")]
    listed = keys_of(rows[1:])
    assert {"F2", "J", "Ctrl+Shift+Z", "Ctrl+Left"} <= listed
    shown = all_keys(list(running.journeying.actions.values()))
    assert listed - keys_of(keys for _, keys in shown) == set()


def test_a_refusal_is_no_longer_told_once_something_was_taken(running):
    workspace = running.journeying.workspace
    stored = workspace.journal.add(workspace.journal.today(), 5, "Tea")
    line = stored.edit.changes[0].subject
    running.journeying.commands.split_entry(line, 2, 0)
    assert running.message.startswith("Put the text cursor")
    workspace.journal.add(workspace.journal.today(), 5, "More tea")
    assert running.message == ""
