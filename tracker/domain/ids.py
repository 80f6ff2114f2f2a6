"""Names of things: subjects of an edit, and identifiers of edits.

A *subject* is what a change is about, as one readable text: ``skill:sql-joins``,
``outcome:sql-joins/left-join``, ``project:to-do-api``, ``milestone:to-do-api/tests``,
``stage:backend-career/learn-the-basics``, ``fork:specialisation`` or
``lane:specialisation/database``; ``entry:`` and a UUIDv7 for a line in the journal,
``proof:`` and a UUIDv7 for what shows something, ``step:to-do-api/tests/fixtures`` for
a step below a milestone; ``posting:``, ``application:`` and ``answer:`` with a UUIDv7
for a job advert, an application and an answer to a question; ``target:career`` for
what a learner is heading for. What a learner made up has a slug that begins with
``my-``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

SKILL, OUTCOME, PROJECT, MILESTONE, STAGE, FORK, LANE, ENTRY, PROOF, STEP = (
    "skill",
    "outcome",
    "project",
    "milestone",
    "stage",
    "fork",
    "lane",
    "entry",
    "proof",
    "step",
)
POSTING, APPLICATION, ANSWER = "posting", "application", "answer"
OWN = "my-"  # begins the slug of what a learner made up

SUBJECT_KINDS = frozenset({SKILL, OUTCOME, PROJECT, MILESTONE, STAGE, FORK, LANE})


def skill_subject(skill: str) -> str:
    """Return the subject of a skill."""
    return f"{SKILL}:{skill}"


def outcome_subject(skill: str, outcome: str) -> str:
    """Return the subject of an outcome, which is unique inside its skill."""
    return f"{OUTCOME}:{skill}/{outcome}"


def project_subject(project: str) -> str:
    """Return the subject of a project."""
    return f"{PROJECT}:{project}"


def milestone_subject(project: str, milestone: str) -> str:
    """Return the subject of a milestone, which is unique inside its project."""
    return f"{MILESTONE}:{project}/{milestone}"


def stage_subject(roadmap: str, stage: str) -> str:
    """Return the subject of a stage, which is unique inside its roadmap."""
    return f"{STAGE}:{roadmap}/{stage}"


def fork_subject(fork: str) -> str:
    """Return the subject of a fork, which roadmaps may share."""
    return f"{FORK}:{fork}"


def lane_subject(fork: str, lane: str) -> str:
    """Return the subject of a lane, which is unique inside its fork."""
    return f"{LANE}:{fork}/{lane}"


def entry_subject(entry: str) -> str:
    """Return the subject of a line in the journal."""
    return f"{ENTRY}:{entry}"


def proof_subject(proof: str) -> str:
    """Return the subject of what shows something."""
    return f"{PROOF}:{proof}"


def step_subject(milestone: str, step: str) -> str:
    """Return the subject of a step below a milestone, given that one's subject."""
    return f"{STEP}:{slug_of(milestone)}/{step}"


def is_own(subject: str) -> bool:
    """Return whether a learner made this up: the last part of its slug says so."""
    return slug_of(subject).rpartition("/")[2].startswith(OWN)


def kind_of(subject: str) -> str:
    """Return what kind of thing a subject is, such as ``"skill"``."""
    return subject.partition(":")[0]


def has_kind(subjects: Iterable[str], kind: str) -> bool:
    """Return whether one of some subjects is of a kind, such as ``"skill"``."""
    return any(kind_of(subject) == kind for subject in subjects)


def slug_of(subject: str) -> str:
    """Return a subject without its kind: ``"sql-joins/left-join"``."""
    return subject.partition(":")[2]


def parent_of(subject: str) -> str | None:
    """Return the skill of an outcome, project of a milestone, milestone of a step."""
    kind, _, slug = subject.partition(":")
    if kind == OUTCOME:
        return skill_subject(slug.partition("/")[0])
    if kind == MILESTONE:
        return project_subject(slug.partition("/")[0])
    if kind == STEP:
        return f"{MILESTONE}:{slug.rpartition('/')[0]}"
    return None


def edit_id(at: datetime, randomness: bytes) -> str:
    """Return a UUIDv7 (RFC 9562): sorts by time, unique by chance.

    Args:
        at: The moment of the edit, with a time zone.
        randomness: Ten random bytes.
    """
    milliseconds = int(at.timestamp() * 1000) & (1 << 48) - 1
    number = milliseconds << 80 | int.from_bytes(randomness[:10], "big")
    number = number & ~(0xF << 76) | 0x7 << 76  # version 7
    number = number & ~(0x3 << 62) | 0x2 << 62  # variant of the RFC
    digits = f"{number:032x}"
    cuts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    return "-".join(cuts)
