"""What is stored about projects: a fold of facts, kept current edit by edit.

`tracker.domain.projects` lays it over what the roadmap says. This much is read at every
start, so it needs no values of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import (
    ARCHIVED,
    BRIEF,
    DUE,
    ORDER,
    REMOVED,
    REPOSITORY,
    SKILLS,
    STAGE_FIELD,
    START,
    TITLE,
)
from tracker.domain.ids import (
    MILESTONE,
    PROJECT,
    STEP,
    is_own,
    kind_of,
    parent_of,
    project_subject,
    slug_of,
)
from tracker.domain.stored_days import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from tracker.domain.edit import Edit, StoredEdit

SHAPE = (TITLE, BRIEF, SKILLS, STAGE_FIELD, ORDER, REMOVED)  # what a road shows of it
FIELDS = (*SHAPE, START, DUE, REPOSITORY, ARCHIVED)
_KINDS = frozenset({PROJECT, MILESTONE, STEP})
YES = "yes"


class ProjectFacts:
    """What is stored about projects, kept current edit by edit."""

    def __init__(self, values: Mapping[str, Mapping[str, str]]) -> None:
        """Take the stored values of `FIELDS` by field and subject."""
        self._values = {
            field: {
                subject: value
                for subject, value in values.get(field, {}).items()
                if kind_of(subject) in _KINDS
            }
            for field in FIELDS
        }
        self._parts: dict[str, list[str]] = {}
        for subject in self._values[TITLE]:
            self._index(subject)

    def get(self, subject: str, field: str) -> str:
        """Return a stored text, empty where there is none."""
        return self._values[field].get(subject, "")

    def day(self, subject: str, field: str) -> date | None:
        """Return a stored day; one that nobody can read is none."""
        return day_of(self.get(subject, field))

    def is_removed(self, subject: str) -> bool:
        """Return whether the learner removed it."""
        return bool(self.get(subject, REMOVED))

    def own_projects(self, *, removed: bool = False) -> list[str]:
        """Return the learner's own projects, by name."""
        return sorted(
            subject
            for subject in self._values[TITLE]
            if kind_of(subject) == PROJECT
            and is_own(subject)
            and self.is_removed(subject) is removed
        )

    def own_parts(self) -> list[str]:
        """Return the milestones and steps that the learner added, by name."""
        return sorted(
            part
            for parts in self._parts.values()
            for part in parts
            if not any(map(self.is_removed, _line_of(part)))
        )

    def own_on(self, stage: str) -> list[str]:
        """Return the learner's own projects that stand in a stage."""
        stages = self._values[STAGE_FIELD]
        return [each for each in self.own_projects() if stages.get(each) == stage]

    def parts(self, parent: str, known: Iterable[str] = ()) -> list[str]:
        """Return the milestones of a project, or steps of a milestone, in their order.

        Args:
            parent: The project or milestone.
            known: The parts that the roadmap gives it, in its order.
        """
        known = list(known)
        own = sorted(p for p in self._parts.get(parent, ()) if p not in known)
        order = {slug: n for n, slug in enumerate(self.get(parent, ORDER).split())}

        def place(part: str) -> int:
            return order.get(slug_of(part).rpartition("/")[2], len(order))

        return sorted((p for p in [*known, *own] if not self.is_removed(p)), key=place)

    def removed_parts(self, parent: str, known: Iterable[str] = ()) -> list[str]:
        """Return the parts of a project or milestone that the learner removed."""
        everything = dict.fromkeys([*known, *sorted(self._parts.get(parent, ()))])
        return [part for part in everything if self.is_removed(part)]

    def apply(self, stored: StoredEdit) -> frozenset[str]:
        """Take in a stored edit; return the projects that look different on a road."""
        reshaped: set[str] = set()
        for change in stored.edit.changes:
            subject, field = change.subject, change.field
            if kind_of(subject) not in _KINDS or field not in FIELDS:
                continue
            if change.after is None:
                self._values[field].pop(subject, None)
            else:
                self._values[field][subject] = change.after
            if field == TITLE:
                self._index(subject)
            if field in SHAPE:
                reshaped.add(project_of(subject))
        return frozenset(reshaped)

    def _index(self, subject: str) -> None:
        """Remember or forget a part that the learner added."""
        parent = parent_of(subject)
        if parent is None or not is_own(subject):
            return
        parts = self._parts.setdefault(parent, [])
        is_there = subject in self._values[TITLE]
        if is_there and subject not in parts:
            parts.append(subject)
        elif not is_there and subject in parts:
            parts.remove(subject)


def is_reshaping(edit: Edit) -> bool:
    """Return whether an edit may change which projects a road shows, and how."""
    return any(c.field in SHAPE and kind_of(c.subject) in _KINDS for c in edit.changes)


def project_of(subject: str) -> str:
    """Return the project that a milestone or step belongs to; a project is its own."""
    return project_subject(slug_of(subject).partition("/")[0])


def _line_of(subject: str) -> Iterator[str]:
    """Return a part, what it belongs to, and what that belongs to."""
    above: str | None = subject
    while above is not None:
        yield above
        above = parent_of(above)
