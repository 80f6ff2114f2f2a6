"""Records of a learner with one thing changed, titles that nobody wants, and logs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from hypothesis import strategies as st

from tracker.domain.edit import STATE, Change, Edit, StoredEdit
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

DAY = date(2026, 11, 21)
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)

HOSTILE = (
    '=HYPERLINK("https://evil.example","here")',
    "  +1+1",
    "\u00a0@SUM(A1)",
    "\t-2",
    "two\nlines; a, comma \\ and \"quotes\" 'too'",
    "👩‍💻 café",
    "\u05e9\u05dc\u05d5\u05dd \u202eabc",
    "'=1",
    "{braces} %d <script>",
    "a" * 300,
)

# Lone surrogates are no text; no file can hold them.
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
titles = st.one_of(st.sampled_from(HOSTILE), texts)
days = st.dates()


def a_proof(target: str = "skill:git", **changed) -> Proof:
    values = {
        "subject": f"proof:{target}",
        "target": target,
        "kind": ProofKind.LINK,
        "value": "https://example.org/pr/4",
        "title": "The pull request",
        "added_on": DAY,
    }
    return Proof(**values | changed)


def a_skill_work(slug: str = "git", **changed) -> SkillWork:
    values = {
        "subject": f"skill:{slug}",
        "title": slug.title(),
        "group": "Tools",
        "grade": Grade.CLAIMED,
        "outcomes": (("I can commit", True), ("I can merge", False)),
    }
    return SkillWork(**values | changed)


def a_milestone_work(slug: str = "api/form", **changed) -> MilestoneWork:
    values = {"subject": f"milestone:{slug}", "title": "The form", "due": DAY}
    return MilestoneWork(**values | changed)


def a_project_work(slug: str = "api", **changed) -> ProjectWork:
    values = {
        "subject": f"project:{slug}",
        "title": f"Build {slug}",
        "stage": "basics",
        "milestones": (a_milestone_work(f"{slug}/form"),),
        "skills": ("skill:git",),
    }
    return ProjectWork(**values | changed)


def an_entry(number: int = 1, **changed) -> Entry:
    values = {
        "subject": f"entry:{number}",
        "day": DAY,
        "minutes": 90,
        "text": "Wrote the login tests",
        "links": ("project:api", "skill:git"),
    }
    return Entry(**values | changed)


def a_stage_work(slug: str = "basics", **changed) -> StageWork:
    values = {
        "slug": slug,
        "number": 1,
        "title": "Basics",
        "summary": "Where it begins.",
        "percent": 40,
        "skills": (a_skill_work(),),
    }
    return StageWork(**values | changed)


def a_record(**changed) -> Record:
    values = {
        "roadmap": "road",
        "stages": (a_stage_work(),),
        "projects": (a_project_work(),),
        "entries": (an_entry(),),
    }
    return Record(**values | changed)


def a_full_record(title: str = "Build api", day: date = DAY) -> Record:
    """Return a record in which every field of every kind holds something."""
    milestone = a_milestone_work(
        title=title,
        done=True,
        done_on=day,
        due=day,
        steps=(Step(subject="step:api/form/1", title=title, done=True),),
        proofs=(a_proof("milestone:api/form", title=title),),
    )
    project = a_project_work(
        title=title,
        own=True,
        brief=title,
        start=day,
        due=day,
        finish=day,
        repository="https://example.org/api",
        milestones=(milestone,),
        note=title,
        proofs=(a_proof("project:api", value=title),),
    )
    skill = a_skill_work(
        title=title,
        grade=Grade.SHOWN,
        done_on=day,
        minutes=90,
        note=title,
        proofs=(a_proof(title=title),),
    )
    return a_record(
        name="Example Learner",
        level="Junior Backend Developer",
        stages=(a_stage_work(skills=(skill,), projects=(project,), note=title),),
        projects=(project,),
        entries=(an_entry(text=title, day=day),),
    )


def a_long_record(entries: int = 10_000) -> Record:
    return a_record(entries=tuple(an_entry(number) for number in range(entries)))


def an_edit(number: int, *moves: tuple[str, str | None], **changed) -> StoredEdit:
    """Return a stored edit that brings subjects into states."""
    label = changed.pop("label", "done")
    changes = tuple(Change(subject, STATE, None, after) for subject, after in moves)
    values = {
        "id": an_id(number),
        "edit": Edit(label, changes),
        "seq": number,
        "device": "here",
        "learner": "me",
        "at": NOON,
        "local_date": DAY,
        "utc_offset": 330,
    }
    return StoredEdit(**values | changed)


def an_id(number: int) -> str:
    return str(UUID(int=number, version=4))
