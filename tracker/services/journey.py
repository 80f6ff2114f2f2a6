"""The chosen roadmap with where the learner stands, kept current edit by edit."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tracker.domain.forecast import HOURS_A_WEEK, USUAL_HOURS_A_WEEK
from tracker.domain.standing import stand, stand_again

if TYPE_CHECKING:
    from tracker.domain.edit import StoredEdit
    from tracker.domain.outline import Outline
    from tracker.domain.progress import Progress
    from tracker.domain.roadmap import Stage
    from tracker.domain.standing import Standing
    from tracker.services.ports import Reader


class Journey:
    """A read model: everything the Journey page, the palette and ``status`` show."""

    def __init__(self, reader: Reader, outline: Outline, progress: Progress) -> None:
        """See `open_journey`."""
        self.outline = outline
        self.progress = progress
        self.standing: Standing = stand(outline, progress)
        self._reader = reader
        self.stage = lru_cache(maxsize=8)(self._read_stage)

    def apply(self, stored: StoredEdit) -> frozenset[int]:
        """Take a stored edit into account; return the stages whose count changed."""
        before = self.standing.stages
        self.progress.apply(stored)
        subjects = stored.edit.subjects
        self.standing = stand_again(
            self.standing, self.outline, self.progress, subjects
        )
        after = self.standing.stages
        pairs = enumerate(zip(before, after, strict=True))
        return frozenset(n for n, (old, new) in pairs if old is not new and old != new)

    def _read_stage(self, position: int) -> Stage:
        return self._reader.stage(self.outline.slug, position)


def open_journey(reader: Reader) -> Journey | None:
    """Return the journey on the chosen roadmap; ``None`` before one was chosen."""
    chosen = reader.setting("roadmap")
    known = {head.slug for head in reader.roadmaps()}
    if chosen not in known or chosen is None:
        return None
    return Journey(reader, reader.outline(chosen), reader.progress())


def hours_a_week(reader: Reader) -> int:
    """Return the hours a week the learner plans to spend."""
    text = reader.setting("hours_a_week") or ""
    is_number = text.isdecimal() and len(text) <= len(str(HOURS_A_WEEK.stop))
    value = int(text) if is_number else USUAL_HOURS_A_WEEK
    return min(max(value, HOURS_A_WEEK.start), HOURS_A_WEEK.stop - 1)
