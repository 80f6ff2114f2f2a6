"""The ladder says what its sources say, and who said it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.content.reading import tell

LEVELS = ["junior", "mid", "senior", "lead"]
YEARS = {
    "junior": "0–2 years",
    "mid": "2–5 years",
    "senior": "5–8 years",
    "lead": "8 years and more",
}
RUPEES = ("₹4L–₹24L", "INR", "India", "year", "onjob")
DOLLARS = {
    "junior": "$55K–$80K",
    "mid": "$80K–$130K",
    "senior": "$130K–$180K",
    "lead": "$180K–$270K+",
}
# The skills of each level in the order of the ladder in US dollars; any of some.
NAMED = {
    "junior": [
        {"python", "java", "javascript"},
        {"sql-queries", "postgresql"},
        {"rest-api-design"},
        {"git-basics"},
        {"linux-terminal"},
        {"authentication"},
    ],
    "mid": [
        {"microservices"},
        {"message-queues"},
        {"caching-with-redis"},
        {"docker"},
        {"indexes", "query-plans"},
        {"api-security"},
    ],
    "senior": [
        {"distributed-systems"},
        {"system-design"},
        {"performance-at-scale"},
        {"event-driven-architecture"},
        {"database-sharding"},
        {"observability"},
    ],
    "lead": [
        {"platform-architecture"},
        {"technical-strategy"},
        {"cross-team-systems"},
        {"innovation-leadership"},
    ],
}
ROLES = {
    "database-administrator": "database",
    "api-engineer": "api",
    "devops-engineer": "devops",
    "cloud-architect": "cloud",
    "security-engineer": "security",
    "site-reliability-engineer": "site-reliability",
    "data-engineer": "data-engineering",
    "full-stack-developer": "",
    "software-engineer": "",
    "software-architect": "",
    "engineering-manager": "",
    "technical-lead": "",
    "principal-engineer": "",
}
PARTS = [
    "years",
    "pay",
    "responsibilities",
    "day_to_day",
    "focus",
    "required",
    "master",
]
SOURCES = ["seven-stages", "grow-blog", "onjob", "career-guide", "dollar-ladder"]
ADVERTS = {
    "digital-payments": ("Uphold Inc.", "Grand Central, New York", "2 weeks", "53"),
    "included-health": ("Included Health", "San Diego, California", "1 month", "38"),
    "native-app-contract": ("Thumbtack", "Schiller Park, Illinois", "1 month", "49"),
    "messaging-security": ("Abnormal", "Highland Park, Texas", "2 months", "65"),
}
AMOUNT = re.compile(r"[$₹€£]\d[\d.,]*\d?[KLM]?(?:–[$₹€£]?\d[\d.,]*[KLM]?\+?)?")


@pytest.fixture(params=LEVELS)
def level(request, ladder):
    return next(each for each in ladder.levels if each.slug == request.param)


def test_there_are_four_levels_in_order(ladder):
    assert [level.slug for level in ladder.levels] == LEVELS


def test_the_five_sources_are_named_and_only_one_has_a_date(ladder):
    assert [source.slug for source in ladder.sources] == SOURCES
    dates = {source.slug: source.date for source in ladder.sources if source.date}
    assert dates == {"grow-blog": "17 September 2025"}


class TestLevel:
    @pytest.mark.parametrize("part", PARTS)
    def test_has_every_part(self, level, part):
        assert getattr(level, part)

    def test_has_the_years_of_its_sources(self, level):
        said = {each.text: set(each.sources) for each in level.years}
        assert said[YEARS[level.slug]] == {"onjob", "dollar-ladder"}

    def test_has_the_pay_of_its_sources_in_the_currency_that_they_state(self, level):
        pay = [
            (each.amount, each.currency, each.place, each.per, each.source)
            for each in level.pay
        ]
        dollars = (DOLLARS[level.slug], "USD", "Not named", "year", "dollar-ladder")
        assert pay == [dollars, RUPEES]

    def test_names_a_source_for_everything_that_is_said(self, level, ladder):
        known = {source.slug for source in ladder.sources}
        said = (
            *level.years,
            *level.responsibilities,
            *level.day_to_day,
            *level.focus,
            *level.advance,
            *level.required,
            *level.master,
            *level.start,
        )
        tell(str(each) for each in said if not known.issuperset(each.sources))
        tell(str(each) for each in said if not each.sources)

    def test_asks_for_skills_of_the_catalogue_and_for_none_twice(
        self, level, catalogue
    ):
        named = [slug for each in level.required for slug in each.any]
        tell(slug for slug in named if slug not in catalogue.skills)
        tell({slug for slug in named if named.count(slug) > 1})

    def test_asks_for_each_skill_that_the_dollar_ladder_names(self, level):
        asked = [
            set(each.any) for each in level.required if "dollar-ladder" in each.sources
        ]
        tell(
            f"{level.slug}: {' or '.join(sorted(skills))}"
            for skills in NAMED[level.slug]
            if not any(skills <= each for each in asked)
        )

    def test_has_its_first_three_skills_to_master(self, level):
        master = [set(each.any) for each in level.master]
        named = NAMED[level.slug][:3]
        assert len(master) == 3
        assert all(skills <= each for skills, each in zip(named, master, strict=True))

    def test_has_five_points_of_its_day(self, level):
        assert len(level.day_to_day) == 5


@pytest.mark.parametrize(("slug", "after"), [*pairwise(LEVELS)])
def test_a_level_begins_with_the_first_two_skills_of_the_next(ladder, slug, after):
    level = ladder.levels[LEVELS.index(slug)]
    assert [set(each.any) for each in level.start] == NAMED[after][:2]
    assert level.advance


def test_nothing_comes_after_the_last_level(ladder):
    assert ladder.levels[-1].start == ()
    assert ladder.levels[-1].advance == ()


class TestRole:
    def test_the_thirteen_are_there_with_their_lanes(self, ladder):
        assert {role.slug: role.lane for role in ladder.roles} == ROLES

    def test_its_lane_is_one_of_the_fork(self, ladder, known):
        tell(
            f"{role.slug}: {role.lane}"
            for role in ladder.roles
            if role.lane and f"specialisation/{role.lane}" not in known["lane"]
        )

    def test_a_specialisation_has_a_lane_and_a_related_role_has_none(self, ladder):
        for role in ladder.roles:
            assert (role.kind == "specialisation") == bool(role.lane), role.slug

    def test_its_skills_are_of_the_catalogue_and_none_is_named_twice(
        self, ladder, catalogue
    ):
        for role in ladder.roles:
            named = [slug for each in role.skills for slug in each.any]
            tell(f"{role.slug}: {s}" for s in named if s not in catalogue.skills)
            tell(f"{role.slug}: {s}" for s in set(named) if named.count(s) > 1)
            assert 10 <= len(role.skills) <= 20, role.slug

    def test_a_source_stands_behind_it(self, ladder):
        tell(
            role.slug for role in ladder.roles if not all(x.sources for x in role.said)
        )


def test_the_four_adverts_are_those_of_the_source(ladder):
    found = {x.slug: (x.company, x.place, x.age, x.views) for x in ladder.adverts}
    assert found == ADVERTS
    assert {advert.source for advert in ladder.adverts} == {"dollar-ladder"}


def test_no_page_states_another_pay(content):
    ends = {end for pay in DOLLARS.values() for end in pay.rstrip("+").split("–")}
    stated = {RUPEES[0], *DOLLARS.values(), *ends}
    tell(
        f"{page.subject}: {amount}"
        for page in content.references
        for amount in AMOUNT.findall(page.body)
        if amount.rstrip(".,") not in stated
    )
