"""What the log tells a calendar: how new an item is, and what is due no longer.

What stands in a record says what is due now. A calendar that took an older file in has
to hear as well of what was due once, and which of two files is the newer one; both
follow from the log alone, so the same log always makes the same file.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.edit import DUE, REMOVED, STATE, TITLE, State
from tracker.domain.ids import (
    APPLICATION,
    MILESTONE,
    PROJECT,
    STEP,
    kind_of,
    milestone_subject,
    parent_of,
    slug_of,
)
from tracker.domain.project_facts import project_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tracker.domain.edit import Change, StoredEdit

_KINDS = frozenset({PROJECT, MILESTONE, STEP, APPLICATION})


class CalendarLog:
    """A fold of the log over projects with their parts, and applications."""

    def __init__(self, log: Iterable[StoredEdit]) -> None:
        """Read a whole log, in its order."""
        self._newest: dict[str, tuple[int, datetime]] = {}  # by project or application
        self._due: dict[str, date] = {}  # the last day each had, also if none is left
        self._has_due: dict[str, bool] = {}
        self._titles: dict[str, str] = {}
        self._removed: set[str] = set()
        self._done: dict[tuple[str, date], datetime] = {}
        for stored in log:
            for change in stored.edit.changes:
                if kind_of(change.subject) in _KINDS:
                    self._take(change, stored)

    def _take(self, change: Change, stored: StoredEdit) -> None:
        subject, after = change.subject, change.after
        project = _whole(subject)
        seq, at = self._newest.get(project, (0, stored.at))
        self._newest[project] = (max(seq, stored.seq), max(at, stored.at))
        if change.field == TITLE:
            self._titles[subject] = after or change.before or ""
        elif change.field == REMOVED:
            (self._removed.add if after else self._removed.discard)(subject)
        elif change.field == STATE and after == State.DONE:
            self._done[subject, stored.local_date] = stored.at
        elif change.field == DUE:
            self._has_due[subject] = bool(after)
            with suppress(ValueError):
                self._due[subject] = date.fromisoformat(after or change.before or "")

    def sequence(self, project: str) -> int:
        """Return the number of the last edit about a project or anything below it.

        It is looked for in the log and not among what is left of the project, so that
        it never falls when a part is removed.
        """
        return self._newest[project][0] if project in self._newest else 0

    def stamp(self, project: str, otherwise: datetime) -> datetime:
        """Return when a project or anything below it was last changed."""
        return self._newest[project][1] if project in self._newest else otherwise

    def done_at(self, subject: str, day: date) -> datetime | None:
        """Return the moment at which something was ticked off on a day, if it was."""
        return self._done.get((subject, day))

    def last_due(self, subject: str) -> date | None:
        """Return the day on which something was last said to be due."""
        return self._due.get(subject)

    def is_gone(self, subject: str) -> bool:
        """Return whether something had a due day and has none now, or was removed."""
        return subject in self._due and not self._is_due(subject)

    def gone_milestones(self, project: str) -> list[str]:
        """Return the milestones of a project that are due no longer, by name."""
        below = milestone_subject(slug_of(project), "")
        return sorted(s for s in self._due if s.startswith(below) and self.is_gone(s))

    def gone_projects(self) -> list[str]:
        """Return projects of which something was due, and nothing is, by name."""
        dated = self._dated_in_projects()
        once = {project_of(subject) for subject in dated}
        return sorted(once - {project_of(s) for s in dated if self._is_due(s)})

    def projects_with_gone(self) -> list[str]:
        """Return the projects of which anything is due no longer, by name."""
        dated = self._dated_in_projects()
        return sorted({project_of(s) for s in dated if self.is_gone(s)})

    def gone_applications(self) -> list[str]:
        """Return the applications whose next step is due no longer, by name."""
        dated = (s for s in self._due if kind_of(s) == APPLICATION)
        return sorted(s for s in dated if self.is_gone(s))

    def _dated_in_projects(self) -> list[str]:
        return [s for s in self._due if kind_of(s) != APPLICATION]

    def title(self, subject: str) -> str:
        """Return the last title that a learner gave something; empty without one."""
        return self._titles.get(subject, "")

    def _is_due(self, subject: str) -> bool:
        above: str | None = subject
        while above is not None:
            if above in self._removed:
                return False
            above = parent_of(above)
        return self._has_due.get(subject, False)


def _whole(subject: str) -> str:
    """Return what gives a thing its number: its project, or itself."""
    return subject if kind_of(subject) == APPLICATION else project_of(subject)
