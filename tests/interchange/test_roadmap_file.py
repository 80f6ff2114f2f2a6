"""A roadmap file becomes a roadmap as a whole, or everything wrong in it is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tracker.domain.errors import Problem, UnreadableFileError
from tracker.domain.roadmap import Hours
from tracker.interchange.roadmap_file import (
    Catalogue,
    check_file,
    parse_roadmap,
    read_bytes,
    read_roadmap,
)
from tracker.words import install_translator


def the_one(problems):
    assert len(problems) == 1, "\n".join(map(str, problems))
    return problems[0]


def place(problem):
    return problem.line, problem.column, problem.path


def test_a_valid_file_becomes_a_roadmap(sample, catalogue, pages):
    road = parse_roadmap(sample.encode(), "road.yaml", catalogue, pages)

    assert (road.slug, road.title, road.version) == (
        "small-road",
        "A small road",
        "2026.11",
    )
    first, second = road.stages
    assert (first.icon, first.guide, first.level) == ("code", "# First steps", "")
    assert (second.icon, second.guide) == ("flag", "# Going on\n\nWith care.")
    variables, loops = first.skills
    assert variables is catalogue.skills["variables"]
    assert (loops.hours, loops.needs, loops.was) == (
        Hours(6, 10),
        ("variables",),
        ("repetition",),
    )
    assert first.projects == (catalogue.projects["contact-form"],)
    (queries,) = second.skills
    assert queries.hours == Hours(8, 8)
    assert [each.slug for each in queries.outcomes] == ["select", "join"]
    (project,) = second.projects
    assert project.skills == ("loops", "queries")


def test_values_cannot_be_changed_and_can_be_compared(sample, catalogue, pages):
    data = sample.encode()
    one, other = (parse_roadmap(data, "", catalogue, pages) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)


def test_a_file_is_read_from_its_path(tmp_path, sample, catalogue, pages):
    path = tmp_path / "a#b?c%20ü.yaml"
    path.write_text(sample, encoding="utf-8-sig")
    assert read_roadmap(path, catalogue, pages).slug == "small-road"


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "path", "found", "expected"),
    [
        (
            "title: Loops",
            "titel: Loops",
            17,
            13,
            "stages[0].groups[0].skills[1].titel",
            "the unknown key 'titel'",
            "did you mean 'title'?",
        ),
        (
            "text: I can trace",
            "txt: I can trace",
            24,
            17,
            "stages[0].groups[0].skills[1].outcomes[0].txt",
            "the unknown key 'txt'",
            "did you mean 'text'?",
        ),
        (
            "            summary: Doing things again.\n",
            "",
            16,
            13,
            "stages[0].groups[0].skills[1].summary",
            "nothing",
            "a line “summary: …”",
        ),
        (
            "hours: 6-10",
            "hours: 10-6",
            19,
            20,
            "stages[0].groups[0].skills[1].hours",
            "'10-6'",
            "such as 8 or 6-10",
        ),
        (
            "version: \"2026.11\"\n",
            "",
            1,
            1,
            "version",
            "nothing",
            "a line “version: …”",
        ),
        (
            "title: A small road",
            "title: ' '",
            3,
            8,
            "title",
            "nothing",
            "a text",
        ),
        (
            "summary: Two stages.",
            "summary: [Two]",
            5,
            1,
            "summary",
            "a list",
            "a text",
        ),
        (
            "needs: [variables]",
            "needs: variables",
            20,
            20,
            "stages[0].groups[0].skills[1].needs",
            "'variables'",
            "a list",
        ),
        (
            "slug: trace-a-loop",
            "slug: Trace A Loop",
            23,
            23,
            "stages[0].groups[0].skills[1].outcomes[0].slug",
            "'Trace A Loop'",
            "lower-case letters, digits and single hyphens",
        ),
        (
            "guide_page: first-steps",
            "guide_page: first-stops",
            11,
            17,
            "stages[0].guide_page",
            "'first-stops', for which there is no guide page",
            "the name of a guide page",
        ),
        (
            "guide_page: first-steps",
            "guide_page: ../secret",
            11,
            17,
            "stages[0].guide_page",
            "'../secret'",
            "lower-case letters",
        ),
        (
            "    guide: |",
            "    guide_page: first-steps\n    guide: |",
            30,
            5,
            "stages[1].guide_page",
            "both “guide” and “guide_page”",
            "one of them",
        ),
        (
            "slug: second-steps",
            "slug: first-steps",
            27,
            11,
            "stages[1].slug",
            "the slug 'first-steps' a second time",
            "a slug of its own",
        ),
        (
            "slug: queries",
            "slug: loops",
            38,
            19,
            "stages[1].groups[0].skills[0].slug",
            "the slug 'loops' a second time",
            "a slug of its own",
        ),
        (
            "slug: join",
            "slug: select",
            46,
            23,
            "stages[1].groups[0].skills[0].outcomes[1].slug",
            "the slug 'select' a second time",
            "a slug of its own",
        ),
        (
            "  - contact-form",
            "  - contact-from",
            26,
            9,
            "stages[0].projects[0]",
            "the unknown slug 'contact-from'",
            "a slug from the catalogue; did you mean 'contact-form'?",
        ),
        (
            "  - variables\n",
            "  - variable\n",
            15,
            13,
            "stages[0].groups[0].skills[0]",
            "the unknown slug 'variable'",
            "did you mean 'variables'?",
        ),
        (
            "needs: [loops]",
            "needs: [loop]",
            42,
            21,
            "stages[1].groups[0].skills[0].needs[0]",
            "the unknown slug 'loop'",
            "did you mean 'loops'?",
        ),
        (
            "skills: [loops, queries]",
            "skills: [loops, querys]",
            53,
            25,
            "stages[1].projects[0].skills[1]",
            "the unknown slug 'querys'",
            "did you mean 'queries'?",
        ),
        (
            "needs: [variables]",
            "needs: [variables, queries]",
            20,
            32,
            "stages[0].groups[0].skills[1].needs[1]",
            "a circle: queries → loops → queries",
            "needs that do not lead back",
        ),
    ],
)
def test_each_problem_is_told_where_it_is(  # noqa: PLR0917
    edited, old, new, line, column, path, found, expected
):
    problem = the_one(edited(old, new))
    assert place(problem) == (line, column, path)
    assert problem.file == "road.yaml"
    assert found in problem.found
    assert expected in problem.expected
