"""A small catalogue, a small valid roadmap, and what is wrong in an edited copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracker.domain.errors import Problem, UnreadableFileError
from tracker.domain.project import Milestone, Project
from tracker.domain.skill import Hours, Outcome, Skill
from tracker.interchange.roadmap_file import Catalogue, parse_roadmap

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = """\
format: milepost-roadmap/1
slug: small-road
title: A small road
version: "2026.11"
summary: Two stages.
stages:
  - slug: first-steps
    title: First steps
    icon: code
    summary: Where it begins.
    guide_page: first-steps
    groups:
      - title: Programming
        skills:
          - variables
          - slug: loops
            title: Loops
            summary: Doing things again.
            hours: 6-10
            needs: [variables]
            was: [repetition]
            outcomes:
              - slug: trace-a-loop
                text: I can trace a loop.
    projects:
      - contact-form
  - slug: second-steps
    title: Second steps
    summary: Where it goes on.
    guide: |
      # Going on

      With care.
    groups:
      - title: Data
        skills:
          - slug: queries
            title: Queries
            summary: Asking a database.
            hours: 8
            needs: [loops]
            outcomes:
              - slug: select
                text: I can select rows.
              - slug: join
                text: I can join tables.
    projects:
      - slug: address-book
        title: Address book
        brief: Keep addresses.
        hours: 4-8
        skills: [loops, queries]
        milestones:
          - slug: add
            title: An address can be added
"""


@pytest.fixture(scope="session")
def sample() -> str:
    return SAMPLE


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    outcome = Outcome(slug="name-one", text="I can name a value.")
    skill = Skill(
        slug="variables",
        title="Variables",
        summary="Names for values.",
        hours=Hours(2, 4),
        outcomes=(outcome,),
    )
    project = Project(
        slug="contact-form",
        title="Contact form",
        brief="A form that arrives.",
        hours=Hours(6, 10),
        milestones=(Milestone(slug="page", title="A page"),),
    )
    return Catalogue({"variables": skill}, {"contact-form": project})


@pytest.fixture(scope="session")
def pages() -> Callable[[str], str | None]:
    return {"first-steps": "# First steps"}.get


@pytest.fixture(scope="session")
def problems(
    catalogue: Catalogue, pages: Callable[[str], str | None]
) -> Callable[[str | bytes], list[Problem]]:
    """Return all that is wrong in a roadmap file, called road.yaml."""

    def problems(text: str | bytes) -> list[Problem]:
        data = text.encode() if isinstance(text, str) else text
        try:
            parse_roadmap(data, "road.yaml", catalogue, pages)
        except UnreadableFileError as error:
            return list(error.problems)
        return []

    return problems


@pytest.fixture(scope="session")
def edited(
    problems: Callable[[str | bytes], list[Problem]],
) -> Callable[[str, str], list[Problem]]:
    """Return all that is wrong in the valid roadmap after one edit."""

    def edited(old: str, new: str) -> list[Problem]:
        assert SAMPLE.count(old) == 1, f"the edit {old!r} must be possible in one way"
        return problems(SAMPLE.replace(old, new))

    return edited
