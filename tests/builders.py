"""Valid values with one thing changed, and the services wired as in production."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from tracker.db.data_file import BUSY_TIMEOUT, DataFile
from tracker.domain.project import Milestone, Project
from tracker.domain.project_facts import FIELDS
from tracker.domain.roadmap import Group, Roadmap, Stage
from tracker.domain.skill import Hours, Outcome, Skill
from tracker.interchange.git_reading import find_commit
from tracker.interchange.kept_files import KeptFiles
from tracker.services.journal import Journal
from tracker.services.journey import open_journey
from tracker.services.learning import Learning
from tracker.services.projects import Projects
from tracker.services.proof import Proofs
from tracker.services.roadmaps import Roadmaps
from tracker.services.undo import Undo

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from tracker.domain.edit import StoredEdit

GIT, GIT_COMMIT, GIT_MERGE = "skill:git", "outcome:git/commit", "outcome:git/merge"
SQL, SQL_JOIN = "skill:sql", "outcome:sql/join"
API, API_FORM, API_TESTS = "project:api", "milestone:api/form", "milestone:api/tests"
BASICS, LATER = "stage:road/basics", "stage:road/later"


def an_outcome(slug: str = "commit", **changed) -> Outcome:
    return Outcome(**{"slug": slug, "text": f"I can {slug}"} | changed)


def a_skill(slug: str = "git", *outcomes: str, **changed) -> Skill:
    values = {
        "slug": slug,
        "title": slug.title(),
        "summary": f"All about {slug}.",
        "hours": Hours(2, 5),
        "outcomes": tuple(map(an_outcome, outcomes or ("commit", "merge"))),
    }
    return Skill(**values | changed)


def a_milestone(slug: str = "form", **changed) -> Milestone:
    return Milestone(**{"slug": slug, "title": f"The {slug}"} | changed)


def a_project(slug: str = "api", *milestones: str, **changed) -> Project:
    values = {
        "slug": slug,
        "title": f"Build {slug}",
        "brief": "Something small.",
        "hours": Hours(4, 4),
        "milestones": tuple(map(a_milestone, milestones or ("form", "tests"))),
        "skills": ("git",),
    }
    return Project(**values | changed)


def a_stage(slug: str = "basics", *skills: Skill, **changed) -> Stage:
    values = {
        "slug": slug,
        "title": slug.title(),
        "summary": f"The {slug}.",
        "groups": (Group(title="Tools", skills=skills or (a_skill(),)),),
    }
    return Stage(**values | changed)


def a_roadmap(*stages: Stage, **changed) -> Roadmap:
    usual = (
        a_stage(projects=(a_project(),)),
        a_stage("later", a_skill("sql", "join"), a_skill("tests", "unit")),
    )
    values = {
        "slug": "road",
        "title": "The road",
        "summary": "A short one.",
        "version": "1",
        "stages": stages or usual,
    }
    return Roadmap(**values | changed)


class Desk:
    """The services on one data folder, and everything they announced."""

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        patience: float = BUSY_TIMEOUT,
    ) -> None:
        self.store = DataFile(folder, timeout=patience)
        self.announced: list[StoredEdit] = []
        ports = (self.store, self.announced.append, now)
        self.learning, self.journal = Learning(*ports), Journal(*ports)
        self.shelf = KeptFiles(folder)
        self.proofs = Proofs(*ports, self.shelf, find_commit)
        self.undo, self.roadmaps = Undo(*ports), Roadmaps(*ports)
        self.projects = Projects(*ports)

    @property
    def reader(self):
        return self.store.reader

    def state(self, subject: str) -> str:
        return self.reader.progress().state(subject).value

    def journey(self):
        journey = open_journey(self.reader)
        assert journey is not None
        return journey

    def facts(self) -> dict[str, dict[str, str]]:
        """Return all that is true now: states, days, notes, and what projects have."""
        fields = ("state", "done_on", "note", "lane")
        of_projects = {field: self.reader.all_values(field) for field in FIELDS}
        stored = {field: values for field, values in of_projects.items() if values}
        return {field: self.reader.all_values(field) for field in fields} | stored

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()
