"""The section "interview" of the Career page, wired to a journey."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.domain.edit import ALIASES, NO_ALIASES
from tracker.ui.career.interview.desk import InterviewDesk
from tracker.ui.career.interview.section import InterviewSection
from tracker.ui.career.page import POSTINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.app.journeying import Journeying
    from tracker.domain.edit import StoredEdit
    from tracker.domain.fit.vocabulary import Vocabulary
    from tracker.services.interview import Standing
    from tracker.ui.career.section import Section


def make(journeying: Journeying) -> Section:
    """Return the section."""
    current, workspace = journeying.current, journeying.workspace
    desk = InterviewDesk(
        current,
        journeying.commands,
        workspace.use_cases,
        _Adverts(journeying).skills,
    )
    section = InterviewSection(desk)
    section.skill_opened.connect(journeying.go_to)
    section.link_clicked.connect(journeying.open_address)
    section.typing.connect(journeying.telling.show_typing)
    section.adverts_wanted.connect(partial(_show_postings, journeying))
    current.replaced.connect(section.show_again)
    if workspace.store.read_only:
        section.make_read_only()
    return section


def _show_postings(journeying: Journeying) -> None:
    from tracker.app.career.page import show_career

    show_career(journeying, POSTINGS)


class _Adverts:
    """Reads kept adverts; the names of skills are looked up again after a change."""

    def __init__(self, journeying: Journeying) -> None:
        self._current = journeying.current
        self._vocabulary: Vocabulary | None = None
        self._current.replaced.connect(self._forget)
        self._current.changed.connect(self._on_changed)

    def skills(self, subject: str, standing: Standing) -> Sequence[str]:
        from tracker.services.advert_skills import advert_skills
        from tracker.services.fitting import vocabulary_of

        reader = self._current.reader
        if self._vocabulary is None:
            self._vocabulary = vocabulary_of(reader)
        return advert_skills(reader, subject, standing, self._vocabulary)

    def _forget(self) -> None:
        self._vocabulary = None

    def _on_changed(self, stored: StoredEdit, _stages: frozenset[int]) -> None:
        if any(c.field in {ALIASES, NO_ALIASES} for c in stored.edit.changes):
            self._forget()
