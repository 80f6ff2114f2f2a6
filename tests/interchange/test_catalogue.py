"""Several catalogue files make up one catalogue, in which each slug stands once."""

from __future__ import annotations

import pytest

from tracker.domain.errors import UnreadableFileError
from tracker.domain.skill import Hours
from tracker.interchange.roadmap_file import check_file, read_catalogue


def skill(slug, needs=""):
    needed = f"    needs: [{needs}]\n" if needs else ""
    return (
        f"  - slug: {slug}\n    title: The {slug}\n    summary: What it is.\n"
        f"    hours: 6-10\n{needed}    outcomes:\n      - slug: do-it\n"
        "        text: I can do it.\n"
    )


def family(*skills, rest=""):
    return (
        "format: milepost-catalogue/1\nfamily: tools\ntitle: Tools\nskills:\n"
        + "".join(skills)
        + rest
    )


PROJECT = """\
projects:
  - slug: form
    title: A form
    brief: It arrives.
    hours: 3
    skills: [git]
    milestones:
      - slug: page
        title: The page posts
"""


@pytest.fixture
def files(tmp_path):
    """Write catalogue files and return their paths."""

    def files(*texts):
        paths = [tmp_path / f"{number}.yaml" for number, _ in enumerate(texts)]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text)
        return paths

    return files


@pytest.fixture
def told(files):
    """Return what is told of catalogue files: file name, line, column, path, found."""

    def told(*texts):
        with pytest.raises(UnreadableFileError) as caught:
            read_catalogue(files(*texts))
        return [
            (each.file[-6:], each.line, each.column, each.path, each.found)
            for each in caught.value.problems
        ]

    return told


def test_files_are_put_together(files):
    catalogue = read_catalogue(
        files(family(skill("git"), rest=PROJECT), family(skill("shell", "git")))
    )
    assert list(catalogue.skills) == ["git", "shell"]
    assert catalogue.skills["shell"].needs == ("git",)
    assert catalogue.projects["form"].hours == Hours(3, 3)
    with pytest.raises(TypeError):
        catalogue.skills["other"] = catalogue.skills["git"]


def test_a_slug_stands_once_in_all_files(told):
    assert told(family(skill("git")), family(skill("git"))) == [
        ("1.yaml", 5, 11, "skills[0].slug", "the slug 'git' a second time")
    ]


def test_needs_are_looked_for_in_all_files(told):
    assert told(family(skill("git", "shel")), family(skill("shell"))) == [
        ("0.yaml", 9, 13, "skills[0].needs[0]", "the unknown slug 'shel'")
    ]


def test_a_circle_over_several_files_is_told_once(told):
    assert told(
        family(skill("a", "b")), family(skill("b", "c")), family(skill("c", "a, c"))
    ) == [
        ("2.yaml", 9, 13, "skills[0].needs[0]", "a circle: a → b → c → a"),
        ("2.yaml", 9, 16, "skills[0].needs[1]", "a circle: c → c"),
    ]


def test_a_long_circle_is_shortened(told):
    names = [f"s{number}" for number in range(20)]
    pairs = zip(names, [*names[1:], "s0"], strict=True)
    ((*_, found),) = told(family(*(skill(*pair) for pair in pairs)))
    assert found == (
        "a circle: s0 → s1 → s2 → s3 → s4 → s5 → … → s15 → s16 → s17 → s18 → s19 → s0"
    )


def test_a_chain_of_needs_may_be_long(files):
    names = [f"s{number}" for number in range(3000)]
    pairs = zip(names, [*names[1:], ""], strict=True)
    catalogue = read_catalogue(files(family(*(skill(*pair) for pair in pairs))))
    assert len(catalogue.skills) == 3000


def test_problems_of_all_files_are_told_at_once(told, tmp_path):
    assert told(
        family(skill("git", "nobody-has-this")),
        "a: [b",
        family(skill("Git")),
        "format: milepost-roadmap/1\n",
    ) == [
        ("1.yaml", 1, 4, "", "a bracket that is never closed"),
        ("2.yaml", 5, 11, "skills[0].slug", "'Git'"),
        ("3.yaml", 1, 9, "format", "'milepost-roadmap/1'"),
    ]


def test_a_file_has_skills_or_projects_or_both(files, told):
    start, projects = family().removesuffix("skills:\n"), PROJECT.split("    skills:")
    rest = projects[1].removeprefix(" [git]\n")
    catalogue = read_catalogue(files(start + projects[0] + rest))
    assert list(catalogue.projects) == ["form"]
    assert told(start) == [("0.yaml", 1, 1, "skills", "nothing")]


def test_a_catalogue_needs_no_files():
    assert not read_catalogue([]).skills


def test_a_file_is_checked_beside_the_catalogue_that_it_is_of(files, pages):
    paths = files(family(skill("git")), family(skill("shell", "git")))
    catalogue = read_catalogue(paths)
    assert check_file(paths[1], catalogue, pages) == ("catalogue", ())
