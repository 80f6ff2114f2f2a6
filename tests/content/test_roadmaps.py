"""Both roads: whole, in order, and of a length that a person can believe."""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import NamedTuple

import pytest

from tests.content.counting import count_lanes, count_stages
from tests.content.reading import tell

TITLES = {
    "backend-career": {
        "learn-the-basics": "Learn the basics",
        "build-simple-projects": "Build simple projects",
        "portfolio-and-first-role": "Portfolio and first role",
        "grow-to-mid-level": "Grow to mid-level",
        "choose-a-specialisation": "Choose a specialisation",
        "step-into-senior-or-lead": "Step into senior or lead",
        "architecture-or-management": "Architecture or management",
    },
    "backend-craft": {
        "learning-basics": "Learning basics",
        "building-projects": "Building projects",
        "mastering-databases": "Mastering databases",
        "learning-frameworks": "Learning frameworks",
        "collaborating-in-teams": "Collaborating in teams",
        "real-world-apps": "Working on real-world apps",
        "senior-or-lead": "Advancing to senior or lead",
    },
}
ROADS = sorted(TITLES)
LANES = {
    "specialisation": [
        "generalist",
        "database",
        "api",
        "devops",
        "cloud",
        "security",
        "site-reliability",
        "data-engineering",
    ],
    "direction": ["architecture", "management"],
}
# Hours of each stage and of the whole road, with the first lane of a fork.
HOURS = {
    "backend-career": [344, 336, 342, 1016, 259, 764, 399],
    "backend-craft": [355, 341, 218, 351, 293, 739, 1163],
}
LANE_HOURS = (175, 400)
SHORTEST, LONGEST = 0.7, 1.4  # of the hours above

# What a lane of an earlier fork teaches. It truly helps first, and needs never lock:
# who walked another lane finds it there.
TAUGHT_IN_EARLIER_LANES = {
    ("budgets", "cloud-costs"),
    ("consistency-and-consensus", "replication"),
    ("cross-team-systems", "api-versioning"),
    ("cross-team-systems", "contract-tests"),
    ("database-sharding", "partitioning"),
    ("database-sharding", "replication"),
    ("distributed-systems", "replication"),
    ("evaluate-new-technology", "known-vulnerabilities"),
    ("kafka", "replication"),
    ("observability", "alerting"),
    ("performance-at-scale", "load-tests"),
    ("replace-a-legacy-system", "data-migration"),
    ("service-mesh", "kubernetes"),
}


class Place(NamedTuple):
    """The stage that a skill stands in, and its lanes if it stands in lanes only."""

    stage: int
    lanes: frozenset[str]


def _places(road):
    """Return the place of each skill of a road."""
    places = {}
    for number, stage in enumerate(road.stages):
        lanes = stage.fork.lanes if stage.fork else ()
        own = {skill.slug for group in stage.groups for skill in group.skills}
        for skill in stage.skills:
            found = (lane.slug for lane in lanes if lane.has(skill.slug))
            place = frozenset() if skill.slug in own else frozenset(found)
            places[skill.slug] = Place(number, place)
    return places


@pytest.fixture(params=ROADS)
def road(request, roadmaps):
    return roadmaps[request.param]


@pytest.fixture
def places(road):
    return _places(road)


def test_there_are_two_roads(roadmaps):
    assert sorted(roadmaps) == ROADS


def test_a_road_has_seven_stages_in_order(road):
    titles = [(stage.slug, stage.title) for stage in road.stages]
    assert titles == list(TITLES[road.slug].items())
    assert len(road.stages) == 7


def test_the_lanes_of_both_forks_are_there(road, catalogue):
    found = {slug: [x.slug for x in f.lanes] for slug, f in catalogue.forks.items()}
    assert found == LANES
    forks = [stage.fork.slug for stage in road.stages if stage.fork]
    assert forks == ["specialisation", "direction"]


def test_every_skill_and_project_stands_on_the_road(road, places, catalogue):
    projects = {each.slug for stage in road.stages for each in stage.all_projects}
    tell(f"skill {slug} is on no stage" for slug in catalogue.skills.keys() - places)
    tell(f"project {s} is on no stage" for s in catalogue.projects.keys() - projects)


def test_no_skill_needs_what_comes_later(places, catalogue):
    tell(
        f"{skill.slug} (stage {places[skill.slug].stage + 1}) needs {need}, which"
        f" stands in stage {places[need].stage + 1}"
        for skill in catalogue.skills.values()
        for need in skill.needs
        if places[need].stage > places[skill.slug].stage
    )


def _off_the_way(places, catalogue):
    """Yield each need that stands in lanes only, and in none of the skill's own."""
    for skill in catalogue.skills.values():
        for need in skill.needs:
            lanes = places[need].lanes
            if lanes and not lanes & places[skill.slug].lanes:
                yield skill.slug, need


def test_no_skill_needs_what_only_another_choice_at_a_fork_brings(places, catalogue):
    tell(
        f"{skill} needs {need}, which stands only in the lanes"
        f" {', '.join(sorted(places[need].lanes))}"
        for skill, need in _off_the_way(places, catalogue)
        if (skill, need) not in TAUGHT_IN_EARLIER_LANES
    )


def test_what_an_earlier_lane_teaches_is_still_needed_and_earlier(places, catalogue):
    assert set(_off_the_way(places, catalogue)) >= TAUGHT_IN_EARLIER_LANES
    tell(
        f"{skill} and {need} stand in one stage"
        for skill, need in TAUGHT_IN_EARLIER_LANES
        if places[skill].stage <= places[need].stage
    )


def test_needs_do_not_lead_back_to_where_they_began(catalogue):
    needs = {skill.slug: skill.needs for skill in catalogue.skills.values()}
    order = list(TopologicalSorter(needs).static_order())  # refuses a circle
    assert set(order) == set(catalogue.skills)


def test_no_project_needs_a_skill_that_comes_later(road, places):
    tell(
        f"project {project.slug} (stage {number + 1}) needs {skill},"
        f" which stands in stage {places[skill].stage + 1}"
        for number, stage in enumerate(road.stages)
        for project in stage.all_projects
        for skill in project.skills
        if places[skill].stage > number
    )


def test_every_stage_has_at_least_8_skills_and_a_project(road):
    tell(
        f"{stage.title}: {count.skills} skills, {count.projects} projects"
        for stage, count in zip(road.stages, count_stages(road), strict=True)
        if count.skills < 8 or count.projects < 1
    )


def test_every_lane_has_at_least_6_skills_and_a_project(road):
    tell(
        f"{name}: {count.skills} skills, {count.projects} projects"
        for name, count in count_lanes(road).items()
        if count.skills < 6 or count.projects < 1
    )


def test_a_group_of_alternatives_offers_more_than_it_asks_for(road):
    lanes = (lane for stage in road.stages if stage.fork for lane in stage.fork.lanes)
    groups = [g for part in (*road.stages, *lanes) for g in part.groups]
    tell(
        f"{group.title}: at least {group.least} of {len(group.skills)}"
        for group in groups
        if group.least >= len(group.skills)
    )


class TestHours:
    """No stage and no road is half as long, or twice as long, as it was when written.

    `HOURS` has what Milepost counted then, with the first lane of each fork: from 218
    to 1,163 for a stage, about 3,460 for either road. A stage and a road may have 0.7
    to 1.4 times as many, so a road stays between 2,422 and 4,844 hours. A lane, of
    which the shortest had 202 and the longest 343, stays between 175 and 400.
    """

    def test_a_stage_takes_about_as_long_as_it_did(self, road):
        counted = zip(road.stages, HOURS[road.slug], count_stages(road), strict=True)
        tell(
            f"{stage.title}: {count.hours_left:.0f} hours, it had {hours}"
            for stage, hours, count in counted
            if not SHORTEST * hours <= count.hours_left <= LONGEST * hours
        )

    def test_the_whole_road_takes_about_as_long_as_it_did(self, road):
        hours, were = sum(c.hours_left for c in count_stages(road)), 3460
        assert SHORTEST * were <= hours <= LONGEST * were

    def test_each_lane_takes_175_to_400_hours(self, road):
        least, most = LANE_HOURS
        tell(
            f"{name}: {count.hours_left:.0f} hours"
            for name, count in count_lanes(road).items()
            if not least <= count.hours_left <= most
        )
