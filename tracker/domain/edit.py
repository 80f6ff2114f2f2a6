"""Edits: the one way in which anything a learner has done changes."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from datetime import date

STATE: Final = "state"
NOTE: Final = "note"
DONE_ON: Final = "done_on"  # the learner's day, kept so that undo brings it back
LANE: Final = "lane"  # of a fork: the slug of the lane that was chosen
DAY: Final = "day"  # of an entry, which it makes, and of a proof: the learner's day
MINUTES: Final = "minutes"  # of an entry: whole minutes, as text
TEXT: Final = "text"  # of an entry, or of a note given as proof: Markdown
LINKS: Final = "links"  # of an entry: subjects, one a line
TITLE: Final = "title"  # of an own project or part, which it makes; else a new name
BRIEF: Final = "brief"  # of a project: Markdown
START: Final = "start"  # of a project: a day; the day it was finished is DONE_ON
DUE: Final = "due"  # of a project or milestone: a day
REPOSITORY: Final = "repository"  # of a project: an address or a local folder
STAGE_FIELD: Final = "stage"  # of an own project: the subject of its stage
SKILLS: Final = "skills"  # of a project: subjects, one a line
ORDER: Final = "order"  # of a project or milestone: slugs of its parts, one a line
ARCHIVED: Final = "archived"  # of a project: "yes"
REMOVED: Final = "removed"  # of an own project, or of a part of any: "yes"
TARGET: Final = "target"  # of a proof, which it makes: the subject that it shows
KIND: Final = "kind"  # of a proof: see `tracker.domain.work.ProofKind`
VALUE: Final = "value"  # of a proof: an address, commit or digest of a kept file
PLANNED: Final = "planned"  # of a skill or project: the day it was put on the plan

COMPANY: Final = "company"  # of a posting or application
PLACE: Final = "place"  # of a posting or application: where the work is
ADDRESS: Final = "address"  # of a posting or application: where it stands in the web
ALIASES: Final = "aliases"  # of a skill: names that the learner taught, one a line
NO_ALIASES: Final = "no_aliases"  # of a skill: names that do not mean it, one a line
NEEDS: Final = "needs"  # of a posting: what it asks, put right: "docker must" a line
POSTING_FIELD: Final = "posting"  # of an application: the subject of its posting
PHASE: Final = "phase"  # of an application: see `tracker.domain.application.Phase`
FOUND_ON: Final = "found_on"  # of an application, as the next four: a day
APPLIED_ON: Final = "applied_on"
INTERVIEW_ON: Final = "interview_on"
OFFER_ON: Final = "offer_on"
CLOSED_ON: Final = "closed_on"
CONTACT: Final = "contact"  # of an application: who to speak to
NEXT_STEP: Final = "next_step"  # of an application; its day is DUE
FIT: Final = "fit"  # of an application: the fit on the day of applying, as JSON
QUESTION: Final = "question"  # of an answer
RESULT: Final = "result"  # of an answer: how it went; of an application: how it ended
TARGET_LEVEL: Final = "target_level"  # of the target: the slug of a level
TARGET_DAY: Final = "target_day"  # of the target: by when
TARGET_PLACE: Final = "target_place"  # of the target: where
TARGET_PAY: Final = "target_pay"  # of the target: how much, as the learner wrote it

UNREADABLE = datetime(1970, 1, 1, tzinfo=UTC)  # stands for a moment nobody can read


class State(StrEnum):
    """How far a learner has come with a skill, outcome, project or milestone."""

    TODO = "todo"
    LEARNING = "learning"
    DONE = "done"
    ASIDE = "aside"


class Label(StrEnum):
    """What kind of action an edit was; its sentence is made where it is shown."""

    TODO = "todo"
    LEARNING = "learning"
    DONE = "done"
    ASIDE = "aside"
    NOTE = "note"
    LANE = "lane"
    LOG = "log"
    ENTRY = "entry"
    FORGET = "forget"
    CREATE = "create"  # a project of the learner's own
    PROJECT = "project"  # something about a project or its parts
    REMOVE = "remove"  # an own project, or a part of any
    RESTORE = "restore"
    PROOF = "proof"
    UNPROOF = "unproof"
    PLAN = "plan"  # put on the plan
    UNPLAN = "unplan"
    AIM = "aim"  # what the learner is heading for
    POSTING = "posting"  # a job advert was kept, or changed
    UNPOSTING = "unposting"
    TEACH = "teach"  # what a word in adverts means, or does not
    APPLICATION = "application"
    UNAPPLICATION = "unapplication"
    ANSWER = "answer"  # to a question of the interview
    UNANSWER = "unanswer"
    PROFILE = "profile"  # what the learner says of themselves
    CARRY = "carry"
    UNDO = "undo"
    REDO = "redo"


class Change(NamedTuple):
    """One field of one subject, before and after.

    ``None`` means that nothing is stored: to do, or an empty note.
    """

    subject: str
    field: str
    before: str | None
    after: str | None

    def inverted(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.subject, self.field, self.after, self.before)


class Edit(NamedTuple):
    """One action of a learner: applied, stored, announced and undone as a whole.

    The first change is the one that was asked for; the others follow from it by rule.
    """

    label: str
    changes: tuple[Change, ...] = ()

    def inverted(self) -> Edit:
        """Return the edit that takes this one back, last change first."""
        return Edit(self.label, tuple(c.inverted() for c in reversed(self.changes)))

    @property
    def subjects(self) -> frozenset[str]:
        """Return everything this edit is about."""
        return frozenset(change.subject for change in self.changes)

    def __bool__(self) -> bool:
        return bool(self.changes)


class StoredEdit(NamedTuple):
    """An edit as it stands in the log.

    Attributes:
        id: UUIDv7.
        edit: What changed.
        seq: Lamport number: higher than every edit this device had seen before.
        device: The installation that made it; with ``seq`` it orders all edits.
        learner: Whose progress it is.
        at: The moment, in UTC.
        local_date: The learner's own day, so that flights, daylight saving time and a
            changed clock move nothing to another day.
        utc_offset: Minutes east of UTC at that moment.
        reverts: For an undo or a redo, the edit that it takes back or brings back.
    """

    id: str
    edit: Edit
    seq: int
    device: str
    learner: str
    at: datetime
    local_date: date
    utc_offset: int
    reverts: str | None = None
