"""A small record with one of each thing, for reports of it."""

from __future__ import annotations

from datetime import date

from tracker.domain.edit import State
from tracker.domain.work import (
    Entry,
    Grade,
    MilestoneWork,
    ProjectWork,
    Proof,
    ProofKind,
    Record,
    SkillWork,
    StageWork,
    Step,
)

API, LOGIN, HTTP = "project:api", "milestone:api/login", "skill:http"
MONDAY = date(2026, 1, 5)


def a_proof(kind: str = ProofKind.LINK, **changed) -> Proof:
    values = {
        "subject": "proof:1",
        "target": LOGIN,
        "value": "https://example.org/pull/4",
        "title": "Pull request 4",
        "added_on": date(2026, 1, 7),
    }
    return Proof(kind=kind, **(values | changed))


def a_project(**changed) -> ProjectWork:
    login = MilestoneWork(
        subject=LOGIN,
        title="Login works",
        done=True,
        done_on=date(2026, 1, 7),
        steps=(Step(subject="step:1", title="Sessions", done=True),),
        proofs=(a_proof(),),
    )
    docs = MilestoneWork(
        subject="milestone:api/docs", title="Documented", due=date(2026, 1, 14)
    )
    values = {
        "subject": API,
        "title": "To-do API",
        "stage": "web",
        "brief": "A small *service*.",
        "status": State.LEARNING,
        "start": date(2025, 12, 8),
        "repository": "https://example.org/api",
        "milestones": (login, docs),
        "skills": (HTTP, "skill:tests"),
        "note": "Client first.",
    }
    return ProjectWork(**(values | changed))


def a_record(*entries: Entry, **changed) -> Record:
    http = SkillWork(
        subject=HTTP,
        title="HTTP",
        group="Web",
        grade=Grade.SHOWN,
        done_on=date(2026, 1, 10),
        minutes=135,
        outcomes=(("I can read a request.", True), ("I can cache.", False)),
        note="Try curl.",
        proofs=(a_proof(target=HTTP),),
    )
    tests = SkillWork(
        subject="skill:tests", title="Tests", group="Craft", grade=Grade.CLAIMED
    )
    ahead = SkillWork(subject="skill:queues", title="Queues", group="Web")
    stage = StageWork(
        slug="web",
        number=2,
        title="On the web",
        summary="Services.",
        percent=50,
        skills=(http, tests, ahead),
        projects=(changed.pop("project", None) or a_project(),),
        note="It clicked.",
    )
    values = {
        "roadmap": "Backend",
        "name": "Ada",
        "level": "Junior",
        "stages": (stage,),
        "entries": entries or (first_entry(), second_entry()),
        "titles": {API: "To-do API", HTTP: "HTTP", LOGIN: "Login works"},
    }
    return Record(**(values | changed))


def first_entry(text: str = "Wrote the tests.") -> Entry:
    links = (HTTP, API)
    return Entry(subject="entry:1", day=MONDAY, minutes=90, text=text, links=links)


def second_entry() -> Entry:
    day, text = date(2026, 1, 7), "# Done\n\n`if x[0] < y:`"
    return Entry(subject="entry:2", day=day, minutes=45, text=text, links=(LOGIN,))
