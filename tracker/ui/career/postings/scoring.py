"""The scores of all adverts, kept current while the window stays quick.

Adverts are read in the background, in batches. Scores are summed up on the window's own
thread, a few milliseconds at a time.
"""

from __future__ import annotations

import logging
import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.domain.edit import ALIASES, NO_ALIASES
from tracker.domain.fit.reader import read_posting
from tracker.domain.ids import POSTING, kind_of
from tracker.services.grades import grades_of
from tracker.services.postings import find_posting, read_postings
from tracker.services.scores import Scores
from tracker.services.skill_names import SkillNames
from tracker.ui.tasks import in_small_steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tracker.domain.edit import StoredEdit
    from tracker.domain.fit.reading import Reading
    from tracker.domain.fit.vocabulary import Vocabulary
    from tracker.domain.posting import Posting
    from tracker.services.grades import Grades
    from tracker.services.scores import Sheet
    from tracker.ui.current import Current
    from tracker.ui.tasks import Progress as Report
    from tracker.ui.tasks import Task

SLICE = 0.003  # seconds of scoring at a time; a frame has sixteen thousandths
PAINTED = 20  # ms in which the window paints what it shows for the first time
BATCH = 40_000  # characters of adverts read before the next are looked at
_TEACHING = frozenset({ALIASES, NO_ALIASES})


class _Read(NamedTuple):
    names: SkillNames  # that the vocabulary was made of
    vocabulary: Vocabulary
    found: list[tuple[str, str, Reading | None]]  # subject, text, what was read


class Scoring(QObject):
    """Reads, scores and tells; does nothing while nobody looks."""

    changed = Signal()  # other adverts, or other texts of them
    read = Signal(list)  # subjects of adverts that were read, or read again
    scored = Signal(list)  # all is summed up; subjects of adverts with another score

    def __init__(
        self,
        current: Current,
        run_task: Callable[[Callable[[Report], object]], Task],
    ) -> None:
        """Read from ``current``; reading adverts runs in the background."""
        super().__init__(current)
        self._current, self._run_task = current, run_task
        self._names: SkillNames | None = None
        self._roadmaps: list[tuple[str, str]] = []
        self._vocabulary: Vocabulary | None = None
        self._task: Task | None = None
        self._grades: Grades | None = None
        self._moved: list[str] = []  # scored otherwise, and not told yet
        self._stale = True
        self._awake = self._broken = False
        self.wanted = ""  # the advert that is read before all others
        self.scores = Scores(self.title_of)
        self._timer = QTimer(self)
        self._timer.setInterval(1)  # what is painted comes first
        self._timer.timeout.connect(self._on_time)
        self._begin = QTimer(self)
        self._begin.setSingleShot(True)
        self._begin.setInterval(PAINTED)
        self._begin.timeout.connect(self._go_on)

    @property
    def grades(self) -> Grades:
        """Return the grades as they are now."""
        if self._grades is None:
            self._grades = grades_of(*self._current.grounds)
        return self._grades

    def title_of(self, skill: str) -> str:
        """Return the title of a skill by its slug."""
        return next(iter(self.names.skills.get(skill, ())), skill)

    @property
    def names(self) -> SkillNames:
        """Return the names of all skills, read when they are first wanted."""
        if self._names is None:
            reader, self._roadmaps = self._current.reader, self._heads()
            self._names = SkillNames.read(reader)
        return self._names

    def sheet(self, subject: str) -> Sheet | None:
        """Return all that is to be said of an advert."""
        return self.scores.sheet(subject, self.grades)

    def wake(self) -> None:
        """Be current from now on: somebody looks."""
        self._awake = True
        if self._stale:
            self._stale = False
            self.scores.show(read_postings(self._current.reader))
            self.changed.emit()
        self._begin.start()

    def rest(self) -> None:
        """Do nothing until somebody looks again."""
        self._awake = False
        self._timer.stop()
        self._begin.stop()

    def take_in(self, stored: StoredEdit) -> None:
        """Take in a stored edit."""
        self._grades = None
        changes = stored.edit.changes
        if any(change.field in _TEACHING for change in changes):
            self._forget_names()
        self.scores.touch(self._current.touched)
        named = {c.subject for c in changes if kind_of(c.subject) == POSTING}
        if named and not self._stale:
            self._take_again(named)
        if self._awake:
            self._go_on()

    def start_anew(self) -> None:
        """Read everything again: another roadmap, or a new version of it."""
        self._grades = None
        self._forget_names()
        self.scores.touch_all()
        self._stale = True
        if self._awake:
            self.wake()

    def look_at_roadmaps(self) -> None:
        """Read everything again if other roadmaps are there: they bring names."""
        if self._names is not None and self._roadmaps != self._heads():
            self.start_anew()

    def _heads(self) -> list[tuple[str, str]]:
        heads = self._current.reader.roadmaps()
        return [(head.slug, head.digest) for head in heads]

    def _forget_names(self) -> None:
        self._names = self._vocabulary = None
        self._broken = False
        self.scores.forget()

    def _take_again(self, subjects: Iterable[str]) -> None:
        """Read from the data file what is there now of some adverts."""
        there = dict(self.scores.postings)
        for subject in subjects:
            posting = find_posting(self._current.reader, subject)
            there.pop(subject, None)
            if posting is not None:
                there[subject] = posting
        newest_first = sorted(there.values(), key=lambda p: p.subject, reverse=True)
        self.scores.show(newest_first)
        self.changed.emit()

    def _go_on(self) -> None:
        """Read the next adverts, and sum up what is to be summed up."""
        if self._moved or not self.scores.is_current:
            self._timer.start()
        if self._task is not None or self._broken:
            return
        batch = _batch(self.scores.unread(), self.wanted)
        if batch:
            work = partial(_read, batch, self.names, self._vocabulary)
            self._task = self._run_task(
                lambda progress: in_small_steps(partial(work, progress))
            )
            self._task.succeeded.connect(self._on_read)
            self._task.failed.connect(self._on_failed)
            alone = batch[0][0] == self.wanted
            self._task.finished.connect(partial(self._on_finished, alone=alone))

    def _on_read(self, read: _Read) -> None:
        if read.names is not self._names:  # something was taught meanwhile
            return
        self._vocabulary = read.vocabulary
        for subject, text, reading in read.found:
            if reading is None:
                self.scores.give_up(subject, text)
                self._moved.append(subject)
            else:
                self.scores.take(subject, text, reading)
        self.read.emit([subject for subject, *_ in read.found])

    def _on_failed(self) -> None:
        self._broken = True  # a fault of ours, which would come again and again

    def _on_finished(self, *, alone: bool) -> None:
        self._task = None
        if self._awake and alone:
            self._begin.start()  # two threads would wait for each other while it shows
        elif self._awake:
            self._go_on()

    def _on_time(self) -> None:
        """Sum up for a moment; what has another score is told once all is summed up."""
        end = time.perf_counter() + SLICE
        self._moved += self.scores.score_some(
            self.grades, lambda: time.perf_counter() >= end
        )
        if self.scores.is_current:
            self._timer.stop()
            moved, self._moved = self._moved, []
            self.scored.emit(moved)


def _batch(unread: Sequence[Posting], wanted: str) -> list[tuple[str, str]]:
    """Return (subject, text) of the adverts to be read next: the wanted one alone."""
    batch: list[tuple[str, str]] = []
    size = 0
    for posting in unread:
        if posting.subject == wanted:
            return [(posting.subject, posting.text)]
        size += len(posting.text)
        if not batch or size <= BATCH:
            batch.append((posting.subject, posting.text))
    return batch


def _read(
    batch: Sequence[tuple[str, str]],
    names: SkillNames,
    vocabulary: Vocabulary | None,
    progress: Report,
) -> _Read:
    if vocabulary is None:
        vocabulary = names.vocabulary()
    found: list[tuple[str, str, Reading | None]] = []
    for number, (subject, text) in enumerate(batch):
        progress(number, len(batch))
        found.append((subject, text, _read_one(text, vocabulary)))
    return _Read(names, vocabulary, found)


def _read_one(text: str, vocabulary: Vocabulary) -> Reading | None:
    try:
        return read_posting(text, vocabulary)
    except Exception:
        # A fault of ours; it must not keep all other adverts from being read.
        logging.getLogger(__name__).exception("An advert could not be read")
        return None
