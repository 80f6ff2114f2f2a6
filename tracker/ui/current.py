"""The journey on screen, kept current: the one place where pages read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.domain.edit import PLANNED
from tracker.services.journey import hours_a_week, open_journey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.edit import StoredEdit
    from tracker.domain.proof import Evidence
    from tracker.services.evidence import Proving
    from tracker.services.grades import Grounds
    from tracker.services.journey import Journey
    from tracker.services.ports import Reader
    from tracker.services.use_cases import UseCases
    from tracker.ui.bus import EditBus


class Current(QObject):
    """Holds the journey; announces each change after it was counted."""

    changed = Signal(object, object)  # StoredEdit, frozenset of stage positions
    replacing = Signal()  # before it: what is being typed belongs to the old one
    replaced = Signal()  # another roadmap, or a new version of it
    planned = Signal()  # another number of hours a week

    def __init__(
        self, use_cases: UseCases, bus: EditBus, parent: QObject | None = None
    ) -> None:
        """Read what these use cases store, and listen to what they announce."""
        super().__init__(parent)
        self._use_cases = use_cases
        self._seen = 0
        self._behind = False  # something stored elsewhere is not taken in yet
        self._content = ("", "", "")
        self.journey: Journey | None = None
        self.touched: frozenset[str] = (
            frozenset()
        )  # what the last change may have moved
        self._proving: Proving | None = None
        self._plan: dict[str, str] | None = None
        self.hours_a_week = 0
        bus.stored.connect(self._on_stored)
        self.reload()

    @property
    def reader(self) -> Reader:
        """Return the reader of the data file."""
        return self._use_cases.store.reader

    @property
    def evidence(self) -> Evidence:
        """Return what grades follow from, read when it is first wanted."""
        if self.journey is None:
            from tracker.domain.proof import Evidence  # noqa: PLC0415  # not at start

            return Evidence()
        if self._proving is None:
            from tracker.services.evidence import Proving  # noqa: PLC0415  # not at start

            self._proving = Proving(self.reader, self.journey.progress)
        return self._proving.evidence

    @property
    def grounds(self) -> Grounds:
        """Return what grades follow from: the evidence and the states."""
        from tracker.services import grades  # noqa: PLC0415  # not at start

        if self.journey is None:
            return grades.stored_grounds(self.reader)
        return grades.Grounds(self.evidence, self.journey.progress)

    @property
    def plan(self) -> Mapping[str, str]:
        """Return what was put on the plan and when, read when it is first wanted."""
        if self._plan is None:
            self._plan = self.reader.all_values(PLANNED)
        return self._plan

    def reload(self) -> None:
        """Read everything again."""
        self.replacing.emit()
        # In this order: an edit in between is then taken in twice, not missed.
        self._seen = self.reader.last_seq()
        self.journey = open_journey(self.reader)
        self._proving = self._plan = None
        self._content = self._chosen_content()
        self.hours_a_week = hours_a_week(self.reader)
        self.replaced.emit()

    def look_for_changes(self) -> None:
        """Take in what another program, such as the terminal, has stored."""
        self._behind = self.reader.changed_elsewhere() or self._behind
        if not self._behind:
            return
        for stored in self.reader.log(after=self._seen):
            self._take_in(stored)
        if self._chosen_content() != self._content:
            self.reload()
        elif hours_a_week(self.reader) != self.hours_a_week:
            self.read_plan()
        self._behind = False  # only now: a look that failed is repeated

    def read_plan(self) -> None:
        """Read again how many hours a week the learner plans with."""
        self.hours_a_week = hours_a_week(self.reader)
        self.planned.emit()

    def _chosen_content(self) -> tuple[str, str, str]:
        """Return the chosen roadmap, and the digests of it and of what comes along."""
        chosen = self.reader.setting("roadmap") or ""
        digests = {head.slug: head.digest for head in self.reader.roadmaps()}
        bundled = self.reader.setting("bundled") or ""
        return chosen, digests.get(chosen, ""), bundled

    def _on_stored(self, stored: StoredEdit) -> None:
        if stored.seq <= self._seen:
            return  # taken in already, by way of the watch
        if stored.seq == self._seen + 1:
            self._take_in(stored)
            return
        # Another program was quicker: what it stored comes first.
        for each in self.reader.log(after=self._seen):
            self._take_in(each)

    def _take_in(self, stored: StoredEdit) -> None:
        self._seen = stored.seq
        stages: frozenset[int] = frozenset()
        if self.journey is not None:
            stages = self.journey.apply(stored)
        if any(change.field == PLANNED for change in stored.edit.changes):
            self._plan = None  # read again when it is wanted
        self.touched = stored.edit.subjects
        if self._proving is not None:
            self.touched = self._proving.apply(stored)
        self.changed.emit(stored, stages)
