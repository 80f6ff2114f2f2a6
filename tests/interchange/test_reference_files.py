"""The ladder and the guide, read whole or refused with every problem and its line."""

from __future__ import annotations

import pytest

from tracker.domain.errors import UnreadableFileError
from tracker.domain.ladder import Requirement
from tracker.interchange.catalogue import Catalogue
from tracker.interchange.guide_files import read_guide
from tracker.interchange.reference_files import read_ladder_files
from tracker.interchange.roadmap_file import check_file
from tracker.services.ladder import ladder_pages

SOURCES = """\
format: milepost-ladder/1
sources:
  - {slug: page, title: The page, about: A page., date: 17 September 2025}
"""
LEVELS = """\
format: milepost-ladder/1
levels:
  - slug: junior
    title: Junior
    summary: The first rung.
    years:
      - {text: 0–2 years, sources: [page]}
    pay:
      - {amount: $55K–$80K, currency: USD, place: Not named, per: year, source: page}
    responsibilities: [{text: Small tasks., sources: [page]}]
    day_to_day: [{text: Code., sources: [page]}]
    focus: [{text: Basics., sources: [page]}]
    required:
      - {title: A language, any: [python, java], weight: "3", sources: [page]}
      - {any: [git]}
"""
SKILLS = dict.fromkeys(("python", "java", "git"))
CATALOGUE = Catalogue(SKILLS, {})


@pytest.fixture
def files(tmp_path):
    """Return the paths of ladder files, one of them edited."""

    def files(old="", new=""):
        assert not old or LEVELS.count(old) == 1
        paths = [tmp_path / "levels.yaml", tmp_path / "sources.yaml"]
        paths[0].write_text(LEVELS.replace(old, new) if old else LEVELS)
        paths[1].write_text(SOURCES)
        return paths

    return files


def test_files_are_put_together(files):
    ladder = read_ladder_files(files(), CATALOGUE)
    (level,) = ladder.levels
    assert level.pay[0].amount == "$55K–$80K"
    assert level.required == (
        Requirement(
            title="A language", any=("python", "java"), weight=3, sources=("page",)
        ),
        Requirement(any=("git",)),
    )
    assert ladder.sources[0].date == "17 September 2025"


@pytest.mark.parametrize(
    ("old", "new", "where", "found"),
    [
        (
            "any: [git]",
            "any: [gti]",
            "levels[0].required[1].any[0]",
            "the unknown slug 'gti'",
        ),
        (
            "source: page",
            "source: pag",
            "levels[0].pay[0].source",
            "the unknown slug 'pag'",
        ),
        ('weight: "3"', 'weight: "9"', "levels[0].required[0].weight", "'9'"),
        ("currency: USD, ", "", "levels[0].pay[0].currency", "nothing"),
        ("    title: Junior\n", "", "levels[0].title", "nothing"),
        ("    summary:", "    sumary:", "levels[0].sumary", "the unknown key 'sumary'"),
        ("any: [git]", "any: []", "levels[0].required[1].any", "an empty list"),
        ("milepost-ladder/1", "milepost-ladder/2", "format", "'milepost-ladder/2'"),
    ],
)
def test_each_problem_is_told_where_it_is(files, old, new, where, found):
    with pytest.raises(UnreadableFileError) as caught:
        read_ladder_files(files(old, new), CATALOGUE)
    assert (where, found) in [(p.path, p.found) for p in caught.value.problems]
    assert {problem.file[-11:] for problem in caught.value.problems} == {"levels.yaml"}


def test_a_page_names_the_sources_of_what_it_says(files):
    ladder = read_ladder_files(files(), CATALOGUE)
    titles = {"python": "Python", "java": "Java", "git": "Git"}
    level, source = ladder_pages(ladder, titles.get)
    assert (
        "**$55K–$80K** a year, USD; place: Not named "
        "([The page](source:page), 17 September 2025)" in level.body
    )
    first = level.body.index("[Python](skill:python) or [Java](skill:java)")
    assert first < level.body.index("[Git](skill:git)"), "the weightier one first"
    assert "17 September 2025" in source.body


def test_a_file_of_the_ladder_is_checked_beside_the_others(files):
    catalogue = Catalogue(dict.fromkeys(SKILLS), {})
    paths = files()
    assert check_file(paths[0], catalogue, str) == ("ladder", ())
    files("any: [git]", "any: [gti]")
    kind, (problem,) = check_file(paths[0], catalogue, str)
    assert (kind, problem.path) == ("ladder", "levels[0].required[1].any[0]")
    assert check_file(paths[1], catalogue, str) == ("ladder", ())


def test_only_the_file_that_is_asked_about_is_checked(files, tmp_path):
    catalogue = Catalogue(dict.fromkeys(SKILLS), {})
    paths = files("any: [git]", "any: [gti]")
    (tmp_path / "a-road.yaml").write_text("format: milepost-roadmap/1\n")
    (tmp_path / "broken.yaml").write_text("a: [b")
    assert len(check_file(paths[0], catalogue, str)[1]) == 1
    other = tmp_path / "levels.yml"
    other.write_text(paths[0].read_text())
    paths[0].unlink()
    assert len(check_file(other, catalogue, str)[1]) == 1


def test_a_lane_of_a_role_must_be_there(files, tmp_path):
    files()
    role = tmp_path / "roles.yaml"
    role.write_text(
        "format: milepost-ladder/1\n"
        "roles:\n"
        "  - {slug: dba, title: DBA, kind: related, lane: nonsense, summary: It.,\n"
        "     said: [{text: Data., sources: [page]}], skills: [{any: [git]}]}\n"
    )
    _, (problem,) = check_file(role, CATALOGUE, str)
    assert problem.path == "roles[0].lane"
    assert problem.found == "the unknown slug 'nonsense'"


def test_a_ladder_file_must_hold_something(tmp_path):
    path = tmp_path / "empty.yaml"
    path.write_text("format: milepost-ladder/1\n")
    _, (problem,) = check_file(path, CATALOGUE, str)
    assert problem.found == "nothing"
    assert problem.expected == "one of sources, levels, roles, adverts"


def test_many_faults_beside_a_file_do_not_hide_its_own(files, tmp_path):
    paths = files("any: [git]", "any: [gti]")
    many = ", ".join(f"gti{n}" for n in range(300))
    for name in ("a.yaml", "z.yaml"):
        (tmp_path / name).write_text(
            LEVELS.replace("any: [git]", f"any: [{many}]").replace("junior", name[0])
        )
    _, problems = check_file(paths[0], CATALOGUE, str)
    assert [p.path for p in problems] == ["levels[0].required[1].any[0]"]


def test_a_format_nobody_knows_is_told_with_those_that_are_known(tmp_path):
    path = tmp_path / "what.yaml"
    path.write_text("format: milepost-wat/1\n")
    kind, (problem,) = check_file(path, CATALOGUE, str)
    assert kind == "unknown"
    for name in ("roadmap", "catalogue", "ladder", "guide"):
        assert f"'milepost-{name}/1'" in problem.expected


def test_a_slug_stands_once_in_all_files_of_a_ladder(files, tmp_path):
    paths = files()
    (tmp_path / "more.yaml").write_text(SOURCES)
    with pytest.raises(UnreadableFileError) as caught:
        read_ladder_files([*paths, tmp_path / "more.yaml"], CATALOGUE)
    assert "the slug 'page' a second time" in [p.found for p in caught.value.problems]


class TestGuide:
    @pytest.fixture
    def guide(self, tmp_path):
        """Return a folder with a guide of two pages."""
        (tmp_path / "one.md").write_text("# One\n\nText.\n")
        (tmp_path / "two.md").write_text("# Two\n")
        (tmp_path / "index.yaml").write_text(
            "format: milepost-guide/1\n"
            "sections:\n  - {title: First, pages: [two, one]}\n"
        )
        return tmp_path

    def test_pages_come_in_the_order_of_the_index(self, guide):
        pages = read_guide(guide / "index.yaml")
        assert [(p.subject, p.section, p.title) for p in pages] == [
            ("guide:two", "First", "Two"),
            ("guide:one", "First", "One"),
        ]
        assert check_file(guide / "index.yaml", Catalogue.EMPTY, str) == ("guide", ())

    @pytest.mark.parametrize(
        ("name", "content", "found"),
        [
            ("two.md", b"Two\n", "'Two'"),
            ("two.md", b"# \xff\n", "bytes that are no text"),
            ("index.yaml", b"format: milepost-guide/1\n", "nothing"),
            (
                "index.yaml",
                (
                    b"format: milepost-guide/1\n"
                    b"sections: [{title: A, pages: [one, two, one]}]\n"
                ),
                "the page 'one' a second time",
            ),
        ],
    )
    def test_what_is_wrong_is_told(self, guide, name, content, found):
        (guide / name).write_bytes(content)
        with pytest.raises(UnreadableFileError) as caught:
            read_guide(guide / "index.yaml")
        assert caught.value.problems[0].found == found

    def test_every_broken_page_is_told(self, guide):
        (guide / "one.md").write_text("#  \n\nText.\n")
        (guide / "two.md").write_text(
            "# Two\n\nSee [it](guide:tow) and [one](guide:one).\n"
        )
        _, problems = check_file(guide / "index.yaml", Catalogue.EMPTY, str)
        assert [(p.file[-6:], p.line, p.found) for p in problems] == [
            ("one.md", 1, "'#  '"),
            ("two.md", 3, "a link to 'tow', which is no page here"),
        ]
        assert problems[1].expected.endswith("did you mean 'two'?")

    @pytest.mark.parametrize(
        ("text", "line", "found"),
        [
            ("", 1, "nothing"),
            ("# \u200b\n", 1, "'# \\u200b'"),
            (f"# {'x' * 5000}\n", 1, "5000 characters"),
            ("# One\n\nA \x1b[31mred\n", 3, "'\\u001b'"),
            (f"# One\n{'x' * 60_000}", 1, "60006 characters"),
        ],
    )
    def test_a_page_can_be_checked_alone(self, guide, text, line, found):
        page = guide / "one.md"
        assert check_file(page, Catalogue.EMPTY, str) == ("guide page", ())
        page.write_text(text)
        kind, (problem,) = check_file(page, Catalogue.EMPTY, str)
        assert (kind, problem.line, problem.found) == ("guide page", line, found)

    def test_a_page_that_is_missing_is_told_at_the_line_that_names_it(self, guide):
        (guide / "two.md").unlink()
        kind, (problem,) = check_file(guide / "index.yaml", Catalogue.EMPTY, str)
        assert kind == "guide"
        assert (problem.line, problem.path) == (3, "sections[0].pages[0]")
