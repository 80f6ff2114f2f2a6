"""What Job fit asks for: each command runs one use case and tells when it fails."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.ui.page_commands import PageCommands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.services.teaching import Taught
    from tracker.services.use_cases import UseCases
    from tracker.ui.commands import Commands


class PostingCommands(PageCommands):
    """The learner's actions on adverts, on top of those of the window."""

    def __init__(self, commands: Commands, use_cases: UseCases) -> None:
        """Run these use cases by ``commands``."""
        super().__init__(commands)
        self._cases = use_cases

    def change(self, subject: str, field: str, text: str) -> bool:
        """Put right the title, company, place or address of an advert."""
        change = self._cases.postings.change
        return self._perform(partial(change, subject, **{field: text}))

    def remove(self, subjects: Sequence[str]) -> bool:
        """Take adverts away."""
        return self._perform(partial(self._cases.postings.remove, *subjects))

    def set_need(self, subject: str, skills: Sequence[str], need: str) -> bool:
        """Put right how much an advert needs something; empty takes that back."""
        set_need = self._cases.postings.set_need
        return self._perform(partial(set_need, subject, skills, need))

    def teach(self, name: str, skill: str, instead_of: str = "") -> bool:
        """Let a name mean a skill in every advert."""
        teach = self._cases.teaching.teach
        return self._perform(partial(teach, name, skill, instead_of=instead_of))

    def refuse(self, name: str, skill: str) -> bool:
        """Let a name not mean a skill in any advert."""
        return self._perform(partial(self._cases.teaching.refuse, name, skill))

    def forget(self, taught: Sequence[Taught]) -> bool:
        """Take back what was taught."""
        return self._perform(partial(self._cases.teaching.forget, *taught))

    def plan(self, subjects: Sequence[str]) -> bool:
        """Put skills on the plan."""
        return self._told(done=self._commands.plan(subjects))
