"""A roadmap file becomes a roadmap as a whole, or everything wrong in it is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tracker.domain.errors import UnreadableFileError
from tracker.domain.skill import Hours
from tracker.interchange.findings import MOST, Findings, raise_if_any
from tracker.interchange.roadmap_file import (
    Catalogue,
    check_file,
    parse_roadmap,
    read_bytes,
    read_roadmap,
)
from tracker.words import install_translator

FIRST, SECOND = "stages[0].groups[0].skills", "stages[1].groups[0].skills"


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
    "hours", ["", "-1", "6-", "-", "6--8", "6 - 8", "10-6", "1.5", "10000", "٣", "1e3"]
)
def test_hours_are_whole_and_in_order(edited, hours):
    (problem,) = edited("hours: 6-10", f"hours: '{hours}'")
    assert (problem.line, problem.column) == (19, 20)
    assert problem.expected == "whole hours from 0 to 9999, such as 8 or 6-10"


@pytest.mark.parametrize("hours", ["0", "9999", "0-9999", "7-7"])
def test_hours_may_be_few_or_many(edited, hours):
    assert edited("hours: 6-10", f"hours: {hours}") == []


def test_a_text_comes_in_one_form_of_unicode(sample, catalogue, pages):
    text = sample.replace("title: A small road", "title: cafe\u0301")
    text = text.replace("summary: Two stages.", 'summary: "cafe\\u0301"')
    road = parse_roadmap(text.encode(), "", catalogue, pages)
    assert road.title == road.summary == "caf\u00e9"


def test_all_problems_are_told_at_once_and_in_order(problems, sample):
    wrong = (
        sample.replace("version:", "vrsion:")
        .replace("hours: 6-10", "hours: many")
        .replace("needs: [loops]", "needs: [lops]")
        .replace("  - contact-form", "  - contact-from")
    )
    told = problems(wrong)
    assert [each.path for each in told] == [
        "version",
        "vrsion",
        f"{FIRST}[1].hours",
        "stages[0].projects[0]",
        f"{SECOND}[0].needs[0]",
    ]
    assert str(told[2]) == (
        f"road.yaml:19:20: {FIRST}[1].hours: found 'many'; "
        "expected whole hours from 0 to 9999, such as 8 or 6-10"
    )


def test_what_refers_to_a_skill_with_a_mistake_in_it_is_not_told_too(edited):
    told = edited("title: Loops", "title: ''")
    assert [each.path for each in told] == [f"{FIRST}[1].title"]


def test_more_problems_than_anybody_reads_are_counted(problems, sample):
    outcomes = "".join(f"              - slug: Bad {n}\n" for n in range(100))
    wrong = sample.replace("              - slug: trace-a-loop\n", outcomes)
    wrong = wrong.replace("              - slug: select\n", outcomes)
    told = problems(wrong.replace("title: Address book", "title: ''"))
    assert len(told) == 201
    assert told[-1].found == "199 more problems"
    assert told == sorted(told)


def test_a_single_problem_more_is_told_as_one():
    findings = Findings("road.yaml", b"a: b")
    for _ in range(MOST + 1):
        findings.add((), "this", "that")
    with pytest.raises(UnreadableFileError) as caught:
        raise_if_any([findings])
    assert caught.value.problems[-1].found == "1 more problem"


@pytest.mark.parametrize("item", ["[variables]", "", "{}"])
def test_a_skill_in_a_group_is_a_slug_or_a_mapping(edited, item):
    told = edited("          - variables\n", f"          - {item}\n")
    assert {each.path.removeprefix(FIRST)[:3] for each in told} == {"[0]"}


def test_a_mapping_of_the_wrong_kind_is_told_once(problems):
    (problem,) = problems("- one\n- two\n")
    assert (problem.line, problem.column, problem.path) == (1, 3, "")
    assert problem.found == "a list"


def test_a_roadmap_has_one_to_thirty_stages(problems, sample):
    start, _ = sample.split("  - slug: first-steps\n")
    one = "title: x\n    summary: y\n    groups: [{title: z, skills: [variables]}]\n"
    many = "".join(f"  - slug: s-{n}\n    {one}" for n in range(31))
    assert ("31 items", "at most 30") in [
        (each.found, each.expected) for each in problems(start + many)
    ]
    (none,) = problems(start.replace("stages:", "stages: []"))
    assert (none.path, none.found) == ("stages", "an empty list")


def test_the_number_of_skills_is_bounded(monkeypatch, edited):
    monkeypatch.setattr("tracker.interchange.assemble.MOST_SKILLS", 2)
    (problem,) = edited("title: A small road", "title: A long road")
    assert (problem.line, problem.column, problem.path) == (6, 1, "stages")
    assert (problem.found, problem.expected) == ("3 skills", "at most 2")


def test_what_is_told_can_be_translated(edited):
    words = {"a text": "ein Text", "nothing": "nichts"}
    install_translator(lambda text: words.get(text, text))
    try:
        (problem,) = edited("title: Loops", "title: ''")
    finally:
        install_translator(None)
    assert (problem.found, problem.expected) == ("nichts", "ein Text")


def test_a_skill_of_the_file_may_need_one_that_is_only_in_the_catalogue(
    sample, catalogue, pages
):
    text = sample.replace("          - variables\n", "")
    road = parse_roadmap(text.encode(), "", catalogue, pages)
    assert [each.slug for each in road.stages[0].skills] == ["loops"]


@pytest.mark.parametrize(
    ("text", "kind", "path"),
    [
        ("format: milepost-roadmap/1\n", "roadmap", "slug"),
        ("format: milepost-roadmap/9\n", "roadmap", "format"),
        ("format: milepost-catalogue/1\n", "catalogue", "family"),
        ("format: recipe/1\n", "unknown", "format"),
        ("title: A road\n", "unknown", "format"),
        ("- a\n", "unknown", ""),
        ("a: [\n", "unknown", ""),
        ("", "unknown", ""),
    ],
)
def test_a_file_is_checked_as_what_it_says_it_is(
    tmp_path, catalogue, pages, text, kind, path
):
    file = tmp_path / "file.yaml"
    file.write_text(text)
    told_kind, told = check_file(file, catalogue, pages)
    assert told_kind == kind
    assert path in [each.path for each in told]
    assert {each.file for each in told} == {str(file)}


def test_checking_a_good_file_tells_nothing(tmp_path, sample, catalogue, pages):
    file = tmp_path / "road.yaml"
    file.write_text(sample)
    assert check_file(file, catalogue, pages) == ("roadmap", ())


def test_nothing_heavy_is_imported_before_a_file_is_read():
    code = (
        "import sys, tracker.interchange.roadmap_file;"
        "print([n for n in ('yaml', 'pydantic', 'pydantic_core') if n in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"


def test_a_file_that_cannot_be_read_is_told_as_a_whole(tmp_path):
    with pytest.raises(UnreadableFileError) as caught:
        read_bytes(tmp_path / "missing.yaml")
    (problem,) = caught.value.problems
    assert (problem.line, problem.found) == (0, "nothing at this place")


def test_an_empty_catalogue_has_nothing():
    assert not Catalogue.EMPTY.skills
    assert not Catalogue.EMPTY.projects
