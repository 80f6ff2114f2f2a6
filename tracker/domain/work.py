"""What a learner records: projects with milestones and steps, journal entries, proof.

These are values to read, computed from the edits like everything else. Projects of the
catalogue and a learner's own look alike here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from tracker.domain.edit import State
from tracker.domain.profile import Profile

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.application import Application
    from tracker.domain.interview import Answer


class ProofKind:
    """What a proof is; the words are stored."""

    LINK = "link"
    COMMIT = "commit"
    FILE = "file"
    NOTE = "note"
    CONFIRMATION = "confirmation"  # by an instructor


PROOF_KINDS = (
    ProofKind.LINK,
    ProofKind.COMMIT,
    ProofKind.FILE,
    ProofKind.NOTE,
    ProofKind.CONFIRMATION,
)


class Grade(IntEnum):
    """How well a skill is proved; a higher grade includes the lower ones."""

    NONE = 0
    CLAIMED = 1  # I say so
    PRACTISED = 2  # time or an entry in the journal
    SHOWN = 3  # a commit, link, file, or a finished project
    ENDORSED = 4  # confirmed by an instructor


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What shows a skill's outcome, a milestone or a project.

    Attributes:
        subject: Its own name, ``proof:…``.
        target: What it shows: an outcome, skill, milestone, project or entry.
        kind: One of `PROOF_KINDS`.
        value: An address, a repository and commit, the digest of a kept file, or text.
        title: What a person reads.
        added_on: The learner's own day.
        name: Of a file, what it was called when it was added.
    """

    subject: str
    target: str
    kind: str
    value: str
    title: str
    added_on: date
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step below a milestone."""

    subject: str
    title: str
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneWork:
    """A milestone as it stands; dates are the learner's own days."""

    subject: str
    title: str
    done: bool = False
    done_on: date | None = None
    due: date | None = None
    steps: tuple[Step, ...] = ()
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectWork:
    """A project as it stands.

    Attributes:
        own: Whether the learner made it up.
        stage: The slug of the stage it belongs to, empty for none.
        own_brief: Whether the brief is in the learner's own words.
        status: To do is planned, learning is active; also done and aside.
        repository: An address, or the path of a local folder.
        skills: Subjects of the skills it exercises.
        criteria: What must hold before it is accepted, as its roadmap says.
        stretch: Goals for those who want to go further.
    """

    subject: str
    title: str
    own: bool = False
    stage: str = ""
    brief: str = ""
    own_brief: bool = False
    status: State = State.TODO
    start: date | None = None
    due: date | None = None
    finish: date | None = None
    repository: str = ""
    archived: bool = False
    milestones: tuple[MilestoneWork, ...] = ()
    skills: tuple[str, ...] = ()
    note: str = ""
    proofs: tuple[Proof, ...] = ()
    criteria: tuple[str, ...] = ()
    stretch: tuple[str, ...] = ()

    @property
    def milestones_done(self) -> int:
        """Return how many milestones are done."""
        return sum(each.done for each in self.milestones)

    @property
    def in_short(self) -> str:
        """Return what it is, for others to read.

        A roadmap's brief goes on to tell the learner what to do, so it is its first
        sentence; the learner's own words are whole.
        """
        if self.own_brief:
            return self.brief
        first, stop, _ = self.brief.strip().partition(". ")
        return f"{first}." if stop else first

    @property
    def next_due(self) -> date | None:
        """Return the next day on which something is due, which may have passed."""
        if self.status in {State.DONE, State.ASIDE} or self.archived:
            return None
        days = [each.due for each in self.milestones if each.due and not each.done]
        return min([*days, *([self.due] if self.due else [])], default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line in the journal.

    Attributes:
        subject: Its own name, ``entry:…``.
        day: The learner's own day that it is about.
        minutes: The time spent, 0 for none.
        text: Markdown.
        links: Subjects of skills, projects and milestones.
    """

    subject: str
    day: date
    minutes: int = 0
    text: str = ""
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillWork:
    """A skill as it stands, for reports and exports."""

    subject: str
    title: str
    group: str
    grade: Grade = Grade.NONE
    done_on: date | None = None
    minutes: int = 0
    outcomes: tuple[tuple[str, bool], ...] = ()  # text, and whether it is done
    note: str = ""
    proofs: tuple[Proof, ...] = ()
    answers: tuple[Answer, ...] = ()  # to interview questions, the oldest first


@dataclass(frozen=True, slots=True, kw_only=True)
class StageWork:
    """A stage of the followed roadmap with its skills and projects."""

    slug: str
    number: int
    title: str
    summary: str
    percent: int
    skills: tuple[SkillWork, ...] = ()
    projects: tuple[ProjectWork, ...] = ()
    note: str = ""


_NOTHING_SAID = Profile()


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelStanding:
    """Where a learner stands on the ladder; percentages are whole, rounded down.

    Attributes:
        level: Title of the highest level they are ready for; empty for none.
        percent: How much they have of what that level asks for.
        proved: How much of it they can show.
        next_level: Title of the level above; empty at the top.
        next_percent: How much they have of what that one asks for.
    """

    level: str = ""
    percent: int = 0
    proved: int = 0
    next_level: str = ""
    next_percent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything a report or an export may tell of a learner.

    Attributes:
        name: What the learner is called, empty if they did not say.
        level: Title of the level they are ready for, empty for none.
        standing: How that level follows.
        proved_standing: The same, if only what can be shown counts.
        profile: What they say of themselves.
        entries: Oldest first.
        applications: Oldest first.
        titles: The title of every subject that entries and proofs name.
    """

    roadmap: str
    name: str = ""
    level: str = ""
    standing: LevelStanding = LevelStanding()
    proved_standing: LevelStanding = LevelStanding()
    profile: Profile = _NOTHING_SAID
    stages: tuple[StageWork, ...] = ()
    projects: tuple[ProjectWork, ...] = ()
    entries: tuple[Entry, ...] = ()
    applications: tuple[Application, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)

    def level_told(self, *, unproved: bool) -> str:
        """Return the level to name: with ``unproved``, also on the learner's word."""
        return self.level if unproved else self.proved_standing.level
