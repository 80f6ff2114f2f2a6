"""The content that comes with Milepost, read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.content.reading import RESOURCES, Text, load, texts_in
from tests.content.subjects import known_subjects
from tracker.workspace import bundled_catalogue, bundled_content, bundled_ladder

if TYPE_CHECKING:
    from tracker.domain.ladder import Ladder
    from tracker.domain.reference import Reference
    from tracker.domain.roadmap import Roadmap
    from tracker.domain.skill import Skill
    from tracker.interchange.catalogue import Catalogue
    from tracker.workspace import Content

FAMILIES = sorted(
    path.stem
    for path in (RESOURCES / "catalogue").glob("*.yaml")
    if "\nskills:" in path.read_text(encoding="utf-8")
)
# What is no prose, or stands in the catalogue or the guide and is read there.
NO_PROSE = frozenset(
    {
        *("slug", "was", "needs", "aliases", "hours", "hints", "resources"),
        *("skills", "projects", "fork", "icon", "guide", "version"),
        *("any", "source", "sources", "lane", "kind", "author", "currency"),
    }
)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return bundled_catalogue()


@pytest.fixture(scope="session")
def content() -> Content:
    return bundled_content()


@pytest.fixture(scope="session")
def roadmaps(content) -> dict[str, Roadmap]:
    return {roadmap.slug: roadmap for roadmap in content.roadmaps}


@pytest.fixture(scope="session")
def guide(content) -> list[Reference]:
    return [page for page in content.references if page.kind == "guide"]


@pytest.fixture(scope="session")
def ladder(catalogue) -> Ladder:
    return bundled_ladder(catalogue)


@pytest.fixture(scope="session")
def known(catalogue, content) -> dict[str, set[str]]:
    """Return the slugs of everything that a link can lead to, by kind."""
    return known_subjects(catalogue, content)


@pytest.fixture(scope="session")
def families(catalogue) -> dict[str, list[Skill]]:
    """Return the skills of the catalogue by the file that they stand in."""
    return {
        family: [
            catalogue.skills[skill["slug"]]
            for skill in load(RESOURCES / "catalogue" / f"{family}.yaml")["skills"]
        ]
        for family in FAMILIES
    }


@pytest.fixture(params=FAMILIES)
def family(request) -> str:
    return request.param


@pytest.fixture
def skills(family, families) -> list[Skill]:
    """Return the skills of one family after the other."""
    return families[family]


@pytest.fixture(scope="session")
def texts(catalogue, content, guide, ladder) -> list[Text]:
    """Return every text of Milepost's own that a learner reads."""
    parts = [
        *(("skill", each) for each in catalogue.skills.values()),
        *(("project", each) for each in catalogue.projects.values()),
        *(("fork", each) for each in catalogue.forks.values()),
        *(("roadmap", each) for each in content.roadmaps),
        *(("source", each) for each in ladder.sources),
        *(("level", each) for each in ladder.levels),
        *(("role", each) for each in ladder.roles),
        *(("advert", each) for each in ladder.adverts),
    ]
    found = [Text(page.subject, f"{page.section}\n{page.body}") for page in guide]
    for kind, value in parts:
        leave = NO_PROSE - {"skills"} if kind == "role" else NO_PROSE
        found += texts_in(value, f"{kind}:{value.slug}", leave)
    return found
