"""A small content in place of the one that comes with Milepost, and the terminal."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tracker.cli import main

CATALOGUE = """\
format: milepost-catalogue/1
family: tools
title: Tools
skills:
  - slug: git
    title: Git für alle ✓
    summary: Versions.
    hours: 4
    outcomes:
      - {slug: commit, text: I can commit}
      - {slug: tests, text: I can bisect}
  - slug: sql
    title: SQL {joins} <b>%s
    summary: Tables.
    hours: 2-4
    outcomes:
      - {slug: join, text: I can join}
  - slug: c
    title: C
    summary: Close.
    hours: 4
    why: It is below.
    aliases: [C99]
    outcomes: [{slug: free, text: I can free}]
    resources:
      - title: The manual
        url: https://example.org/c
        kind: documentation
        cost: free
        language: en
    questions: [{ask: Why free?, answer: Memory ends.}]
    hints: {files: ["**/*.c"]}
projects:
  - slug: api
    title: A small API
    brief: Build it.
    hours: 8
    skills: [git]
    milestones:
      - {slug: form, title: The form}
      - {slug: tests, title: The tests}
  - slug: sql
    title: A database
    brief: Build it.
    hours: 8
    milestones:
      - {slug: tables, title: The tables}
"""
ROADMAP = """\
format: milepost-roadmap/1
slug: backend-career
title: The career
version: "1"
summary: A short one.
stages:
  - slug: basics
    title: Basics
    summary: Where it begins.
    guide_page: basics
    groups:
      - title: Tools
        skills: [git]
    projects: [api]
  - slug: later
    title: Later
    summary: Where it goes on.
    groups:
      - title: Data
        skills: [sql]
    projects: [sql]
"""
FORKS = """\
format: milepost-catalogue/1
family: forks
title: Forks
forks:
  - slug: way
    title: Which way
    lanes:
      - slug: wide
        title: Wide
        summary: Along.
        groups: [{title: Along, skills: [sql]}]
      - slug: deep
        title: Deep
        summary: Down.
        groups: [{title: Down, rule: choose one, skills: [sql, c]}]
"""
GUIDE = """\
format: milepost-guide/1
sections: [{title: First, pages: [basics]}]
"""
LADDER = """\
format: milepost-ladder/1
sources: [{slug: page, title: The page, about: A page., place: India, date: May 2025}]
levels:
  - slug: junior
    title: Junior
    summary: The first rung.
    years: [{text: 0–2 years, sources: [page]}]
    pay:
      - {amount: ₹4L, currency: INR, place: India, per: year, source: page,
         note: At first.}
    responsibilities: [{text: Small tasks., sources: [page]}]
    day_to_day: [{text: Write code., sources: [page]}]
    focus: [{text: Basics., sources: [page]}]
    required: [{title: Tools, any: [c, sql], weight: "3", sources: [page]}]
roles:
  - slug: baker
    title: Baker
    kind: related
    summary: Bakes.
    said: [{text: Gets up early., sources: [page]}]
    skills: [{any: [sql]}]
adverts:
  - slug: shop
    title: A shop
    company: The shop
    place: Here
    age: 2 weeks
    views: "3"
    tags: [Remote]
    about: It sells.
    source: page
"""
MINE = """\
format: milepost-roadmap/1
slug: mine
title: Meine Straße
version: "7"
summary: My own.
stages:
  - slug: only
    title: Only
    summary: All of it.
    groups:
      - title: Mine
        skills:
          - git
          - slug: rust
            title: Rust
            summary: Oxide.
            hours: 10
            outcomes:
              - {slug: borrow, text: I can borrow}
"""


@dataclass
class Terminal:
    """Runs commands in this process; ``out`` and ``err`` are of the last one."""

    capsys: pytest.CaptureFixture[str]
    out: str = ""
    err: str = ""

    def __call__(self, *words: str, code: int = 0) -> str:
        """Run a command that ends with a code and return what it printed."""
        got = main(list(words))
        self.out, self.err = self.capsys.readouterr()
        assert got == code, self.out + self.err
        return self.out

    def refused(self, *words: str) -> str:
        """Run a command that is refused with a sentence and return the sentence."""
        assert self(*words, code=1) == ""
        assert self.err.startswith("milepost: ")
        assert "Traceback" not in self.err
        return self.err

    def status(self) -> dict:
        return json.loads(self("status", "--json"))

    def item(self, slug: str, of: str = "skills") -> dict:
        """Return the first skill or project of a slug in the status."""
        stages = self.status()["stages"]
        return next(i for stage in stages for i in stage[of] if i["slug"] == slug)


@pytest.fixture
def content(tmp_path, monkeypatch) -> Path:
    """Put a small content in the place of the bundled one."""
    folder = tmp_path / "resources"
    for name, text in {
        "catalogue/tools.yaml": CATALOGUE,
        "roadmaps/backend-career.yaml": ROADMAP,
        "catalogue/forks.yaml": FORKS,
        "guide/basics.md": "# Begin here\n\nFirst [Git](skill:git).\n",
        "guide/index.yaml": GUIDE,
        "ladder/ladder.yaml": LADDER,
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.setattr("tracker.workspace.resources", lambda: folder)
    return folder


@pytest.fixture
def data(tmp_path, monkeypatch, new_data_file) -> Path:
    """Return the data folder that the environment names."""
    folder = tmp_path / "data"
    (folder / "backups").mkdir(parents=True)
    shutil.copy(new_data_file, folder)
    monkeypatch.setenv("MILEPOST_DATA", str(folder))
    return folder


@pytest.fixture
def milepost(content, data, capsys) -> Terminal:
    """Return the terminal on a small content and an empty data file."""
    return Terminal(capsys)


@pytest.fixture
def mine(tmp_path) -> Path:
    """Return a learner's own roadmap file."""
    path = tmp_path / "meine straße.yaml"
    path.write_text(MINE, encoding="utf-8")
    return path
