"""How well the advert fits that was kept last; it is read in the background."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.domain.edit import ALIASES, NO_ALIASES, TITLE, State
from tracker.domain.fit.reader import read_posting
from tracker.domain.ids import POSTING, kind_of
from tracker.services.grades import grades_of
from tracker.services.postings import find_posting
from tracker.services.scores import gaps_in, sheet_of
from tracker.services.skill_names import SkillNames

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.fit.reading import Reading
    from tracker.domain.posting import Posting
    from tracker.domain.readiness import Readiness
    from tracker.ui.current import Current
    from tracker.ui.tasks import Progress as Report
    from tracker.ui.tasks import Task

    RunTask = Callable[[Callable[[Report], object]], Task]


class NewestAdvert(QObject):
    """Looks when it is asked to; what was read is kept as long as it is the same."""

    read = Signal()

    def __init__(self, current: Current, run_task: RunTask) -> None:
        """Read from ``current``; reading the advert runs in the background."""
        super().__init__(current)
        self._current, self._run_task = current, run_task
        self.posting: Posting | None = None
        self.reading: Reading | None = None  # none while it is still to be read
        self._names: tuple[object, SkillNames] | None = (
            None  # with what they follow from
        )
        self._wanted: object = None  # text and names that are read, or being read

    def look(self) -> None:
        """Find the newest advert; `read` tells when it has been read."""
        reader = self._current.reader
        kept = (s for s in reader.all_values(TITLE) if kind_of(s) == POSTING)
        newest = max(kept, default="")
        self.posting = find_posting(reader, newest) if newest else None
        if self.posting is None:
            self._wanted = self.reading = None
            return
        names, text = self._known_names(), self.posting.text
        wanted = text, names
        if wanted != self._wanted:
            self._wanted, self.reading = wanted, None
            task = self._run_task(partial(_read, text, names))
            task.succeeded.connect(partial(self._on_read, wanted))

    def fit(self) -> Readiness | None:
        """Return how well it fits now; ``None`` where it names no known skill."""
        if self.posting is None or self.reading is None:
            return None
        grades, skills = grades_of(*self._current.grounds), self._known_names().skills

        def title_of(skill: str) -> str:
            return next(iter(skills.get(skill, ())), skill)

        return sheet_of(self.posting, self.reading, grades, title_of).fit

    def gaps(self, fit: Readiness) -> list[str]:
        """Return the missing skills that can go on the plan and are not there yet."""
        journey, reader = self._current.journey, self._current.reader
        if journey is None:
            return []
        found = gaps_in(fit, journey.outline.places.__contains__, reader.knows)
        aside = journey.progress.in_state(State.ASIDE)
        return [gap for gap in found if gap not in self._current.plan.keys() | aside]

    def _known_names(self) -> SkillNames:
        """Return the names of all skills, read again where they may have changed."""
        reader = self._current.reader
        heads = [(head.slug, head.digest) for head in reader.roadmaps()]
        taught = reader.all_values(ALIASES), reader.all_values(NO_ALIASES)
        source = heads, taught
        if self._names is None or self._names[0] != source:
            self._names = source, SkillNames.read(reader)
        return self._names[1]

    def _on_read(self, wanted: object, reading: Reading) -> None:
        if wanted == self._wanted:
            self.reading = reading
            self.read.emit()


def _read(text: str, names: SkillNames, _progress: Report) -> Reading:
    return read_posting(text, names.vocabulary())
