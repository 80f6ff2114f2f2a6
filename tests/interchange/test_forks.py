"""Rules of groups, forks and lanes in a file, and all that can be wrong there."""

from __future__ import annotations

import pytest

from tracker.domain.errors import UnreadableFileError
from tracker.interchange.roadmap_file import check_file, parse_roadmap, read_catalogue

SKILL = """\
  - slug: {slug}
    title: The {slug}
    summary: What it is.
    hours: 2-4
    outcomes: [{{slug: do-it, text: I can do it.}}]
"""
CATALOGUE = (
    "format: milepost-catalogue/1\nfamily: all\ntitle: All\nskills:\n"
    + "".join(SKILL.format(slug=slug) for slug in ("git", "sql", "api", "tls"))
    + """\
projects:
  - slug: form
    title: A form
    brief: It arrives.
    hours: 3
    criteria: [It arrives.]
    stretch: [It arrives twice.]
    milestones: [{slug: page, title: The page posts}]
"""
)
FORKS = """\
format: milepost-catalogue/1
family: forks
title: Forks
forks:
  - slug: way
    title: Which way
    lanes:
      - slug: deep
        title: Deep
        summary: Down.
        guide_page: known
        groups:
          - {title: One, skills: [sql]}
          - {title: Two, rule: choose one, skills: [api, tls]}
        projects: [form]
      - slug: wide
        title: Wide
        summary: Along.
        groups: [{title: One, skills: [sql]}]
"""
ROAD = """\
format: milepost-roadmap/1
slug: road
title: The road
version: "1"
summary: A short one.
stages:
  - slug: start
    title: Start
    summary: The start.
    groups: [{title: Tools, skills: [git]}]
    fork: way
"""
OWN = """\
    fork:
      slug: own
      title: Your way
      lanes:
        - {slug: a, title: A, summary: First., groups: [{title: G, skills: [sql, api]}]}
        - {slug: b, title: B, summary: Second., groups: [{title: G, skills: [sql]}]}
"""


def page(name):
    return "# A page\n" if name == "known" else None


@pytest.fixture
def catalogue(tmp_path):
    """Return a catalogue with a fork."""
    for name, text in (("all", CATALOGUE), ("forks", FORKS)):
        (tmp_path / f"{name}.yaml").write_text(text)
    return read_catalogue([tmp_path / "all.yaml", tmp_path / "forks.yaml"], page)


@pytest.fixture
def told(catalogue):
    """Return (path, found) of everything that is wrong in a roadmap."""

    def told(text):
        with pytest.raises(UnreadableFileError) as caught:
            parse_roadmap(text.encode(), "road.yaml", catalogue, page)
        return [(each.path, each.found) for each in caught.value.problems]

    return told


def test_a_stage_names_a_fork_of_the_catalogue(catalogue):
    road = parse_roadmap(ROAD.encode(), "road.yaml", catalogue, page)
    fork = road.stages[0].fork
    assert [lane.slug for lane in fork.lanes] == ["deep", "wide"]
    assert [group.least for group in fork.lanes[0].groups] == [0, 1]
    assert fork.lanes[0].guide == "# A page\n"
    assert fork.lanes[0].projects[0].criteria == ("It arrives.",)


def test_a_roadmap_may_have_a_fork_of_its_own(catalogue):
    text = ROAD.replace("    fork: way\n", OWN)
    road = parse_roadmap(text.encode(), "road.yaml", catalogue, page)
    assert [lane.title for lane in road.stages[0].fork.lanes] == ["A", "B"]


def test_a_stage_may_be_a_fork_alone(catalogue):
    text = ROAD.replace("    groups: [{title: Tools, skills: [git]}]\n", "")
    road = parse_roadmap(text.encode(), "road.yaml", catalogue, page)
    assert road.stages[0].groups == ()


@pytest.mark.parametrize(
    ("old", "new", "where", "found"),
    [
        ("fork: way", "fork: wey", "stages[0].fork", "the unknown slug 'wey'"),
        (
            "skills: [git]",
            "skills: []",
            "stages[0].groups[0].skills",
            "an empty list",
        ),
        (
            "    groups: [{title: Tools, skills: [git]}]\n    fork: way\n",
            "",
            "stages[0].groups",
            "nothing",
        ),
        ("skills: [git]", "skills: [sql]", "stages[0].fork", "'sql' a second time"),
        (
            "skills: [git]",
            "skills: [git], rule: at least 2",
            "stages[0].groups[0].rule",
            "'at least 2' of 1 skill",
        ),
        (
            "skills: [git]",
            "skills: [git], rule: some",
            "stages[0].groups[0].rule",
            "'some'",
        ),
        (
            "fork: way",
            (
                "fork: {slug: way, title: T, lanes: [{slug: a, title: A, summary: S.,"
                " groups: [{title: G, skills: [sql]}]}]}"
            ),
            "stages[0].fork.lanes",
            "1 item",
        ),
    ],
)
def test_what_is_wrong_is_told_where_it_is(told, old, new, where, found):
    assert (where, found) in told(ROAD.replace(old, new))


def test_a_skill_may_not_stand_in_a_lane_and_before_the_fork(told):
    text = ROAD.replace("    fork: way\n", OWN).replace("[sql, api]", "[git, api]")
    assert told(text) == [
        (
            "stages[0].fork.lanes[0].groups[0].skills[0]",
            "'git' a second time",
        )
    ]


def test_lanes_of_one_fork_have_slugs_of_their_own(told):
    text = ROAD.replace("    fork: way\n", OWN).replace("slug: b", "slug: a")
    assert told(text) == [
        ("stages[0].fork.lanes[1].slug", "the slug 'a' a second time")
    ]


def test_a_fork_of_ones_own_may_not_use_a_slug_of_the_catalogue(told):
    text = ROAD.replace("    fork: way\n", OWN).replace("slug: own", "slug: way")
    assert told(text) == [
        ("stages[0].fork.slug", "'way', which the catalogue already has")
    ]


def test_a_fork_stands_once_in_a_roadmap(told):
    second = ROAD.partition("stages:\n")[2].replace("slug: start", "slug: next")
    text = ROAD + second.replace("    groups: [{title: Tools, skills: [git]}]\n", "")
    assert told(text) == [("stages[1].fork", "the slug 'way' a second time")]


class TestWhatALaneDefines:
    LANES = """\
    fork:
      slug: own
      title: Your way
      lanes:
        - slug: a
          title: A
          summary: First.
          groups: [{title: G, skills: [FIRST]}]
        - slug: b
          title: B
          summary: Second.
          groups: [{title: G, skills: [SECOND]}]
"""
    NEW = (
        "{slug: new, title: New, summary: It., hours: 2, "
        "outcomes: [{slug: do, text: I can.}]}"
    )

    def _road(self, first, second):
        lanes = self.LANES.replace("FIRST", first).replace("SECOND", second)
        return ROAD.replace("    fork: way\n", lanes)

    @pytest.mark.parametrize("order", [1, -1])
    def test_can_stand_in_another_lane_too(self, catalogue, order):
        text = self._road(*(self.NEW, "new")[::order])
        road = parse_roadmap(text.encode(), "road.yaml", catalogue, page)
        fork = road.stages[0].fork
        assert [lane.groups[0].skills[0].slug for lane in fork.lanes] == ["new", "new"]

    def test_cannot_stand_twice_in_the_same_lane(self, told):
        problems = told(self._road(f"{self.NEW}, new", "sql"))
        found = "'new', which this file defines elsewhere"
        assert [each for _, each in problems] == [found]

    def test_cannot_be_defined_twice(self, told):
        problems = told(self._road(self.NEW, self.NEW))
        assert [found for _, found in problems] == ["the slug 'new' a second time"]


def test_a_catalogue_with_forks_is_checked_whole(tmp_path, catalogue):
    path = tmp_path / "forks.yaml"
    assert check_file(path, catalogue, page) == ("catalogue", ())
    path.write_text(FORKS.replace("guide_page: known", "guide_page: other"))
    kind, (problem,) = check_file(path, catalogue, page)
    assert kind == "catalogue"
    assert problem.path == "forks[0].lanes[0].guide_page"


def test_a_fork_refers_only_to_what_the_catalogue_has(tmp_path, catalogue):
    (tmp_path / "forks.yaml").write_text(FORKS.replace("[api, tls]", "[api, tsl]"))
    with pytest.raises(UnreadableFileError) as caught:
        read_catalogue([tmp_path / "all.yaml", tmp_path / "forks.yaml"], page)
    (problem,) = caught.value.problems
    assert problem.found == "the unknown slug 'tsl'"
    assert "did you mean 'tls'?" in problem.expected
