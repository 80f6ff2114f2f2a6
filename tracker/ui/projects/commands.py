"""What the Projects page asks for: each runs one use case and tells when it fails."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.ui.page_commands import PageCommands

if TYPE_CHECKING:
    from tracker.domain.edit import State
    from tracker.domain.work import ProjectWork
    from tracker.services.projects import Projects
    from tracker.ui.commands import Commands


class ProjectCommands(PageCommands):
    """The learner's actions on projects, on top of those of the window."""

    def __init__(self, commands: Commands, projects: Projects) -> None:
        """Run these use cases by ``commands``."""
        super().__init__(commands)
        self._projects = projects

    def set_state(self, subject: str, state: State) -> bool:
        """Set the state of a project, milestone or step."""
        return self._told(done=self._commands.set_state(subject, state))

    def plan(self, subject: str, *, wanted: bool) -> bool:
        """Put a project on the plan, or take it off."""
        return self._told(done=self._commands.plan([subject], wanted=wanted))

    def set_field(self, subject: str, field: str, text: str) -> bool:
        """Store one field; empty takes it away."""
        return self._perform(partial(self._projects.set_field, subject, field, text))

    def write_note(self, subject: str, text: str) -> bool:
        """Write the note on a project."""
        return self._told(done=self._commands.write_note(subject, text))

    def add_part(self, parent: str, title: str) -> bool:
        """Add a milestone to a project, or a step to a milestone."""
        return self._perform(partial(self._projects.add_part, parent, title))

    def move_part(self, part: str, place: int) -> bool:
        """Put a milestone or step at another place; the first is 0."""
        return self._perform(partial(self._projects.move_part, part, max(place, 0)))

    def remove(self, subject: str) -> bool:
        """Remove a project of one's own, a milestone or a step."""
        return self._perform(partial(self._projects.remove, subject))

    def restore(self, subject: str) -> bool:
        """Bring back what was removed."""
        return self._perform(partial(self._projects.restore, subject))

    def archive(self, subject: str, *, archived: bool) -> bool:
        """Put a project into the archive, or take it out."""
        act = partial(self._projects.archive, subject, archived=archived)
        return self._perform(act)

    def duplicate(self, work: ProjectWork) -> bool:
        """Make a project of one's own from the plan of another."""
        return self._perform(partial(self._projects.duplicate, work))

    def removed(self) -> list[tuple[str, str]]:
        """Return (subject, title) of the projects that can be brought back."""
        return self._projects.removed()

    def removed_parts(self, parent: str) -> list[tuple[str, str]]:
        """Return (subject, title) of the parts that can be brought back."""
        return self._projects.removed_parts(parent)
