"""A learner's own roadmap files: read in the background, stored, and offered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tracker.domain.errors import MilepostError, UnreadableFileError
from tracker.services.wording import kept_text
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.app.journeying import Journeying
    from tracker.app.session import Session
    from tracker.domain.roadmap import Roadmap
    from tracker.services.roadmaps import Added
    from tracker.ui.tasks import Progress


class Adding(QObject):
    """Takes files that were chosen, dropped or handed over by a second start."""

    def __init__(self, session: Session, journeying: Journeying) -> None:
        """Add to what ``journeying`` follows."""
        super().__init__(journeying)
        self._session, self._journeying = session, journeying

    def add_file(self, path: Path) -> None:
        """Read a roadmap file in the background and add it."""
        task = self._session.tasks.start(partial(_read_file, path))
        task.setParent(self)
        task.succeeded.connect(self._on_file_read)
        task.failed.connect(partial(self._on_file_refused, path))

    def ask_for_file(self) -> None:
        """Let the learner choose a roadmap file, and add it."""
        from tracker.app.files import ask_for_roadmap_file

        path = ask_for_roadmap_file(self._journeying.window)
        if path is not None:
            self.add_file(path)

    def _on_file_read(self, read: tuple[Roadmap, str]) -> None:
        other = self._session.journeying
        if other is not self._journeying:  # the data folder was changed meanwhile
            if other is not None:
                other.adding.take_file(read)
            return
        self.take_file(read)

    def take_file(self, read: tuple[Roadmap, str]) -> None:
        """Store a roadmap that was read from a file, and offer to follow it."""
        roadmap, digest = read
        try:
            added = self._journeying.workspace.roadmaps.add(roadmap, digest)
        except MilepostError as error:
            self._journeying.telling.on_failed(error)
            return
        journey = self._journeying.current.journey
        if journey is not None and journey.outline.slug == added.slug:
            self._journeying.current.reload()
        self._journeying.commands.settings_changed.emit()
        self._say_added(added, roadmap.title)

    def _say_added(self, added: Added, title: str) -> None:
        one, many = "Added “{title}”: 1 item.", "Added “{title}”: {n} items."
        sentence = tr_n(one, many, added.fresh, title=title)
        if not added.is_new:
            sentence = tr(
                "“{title}” is up to date: {kept}, {fresh} new, "
                "{gone} with progress no longer part of it.",
                title=title,
                kept=kept_text(added.kept),
                fresh=added.fresh,
                gone=len(added.gone),
            )
        details = "\n".join(added.gone)
        show = partial(self._journeying.commands.choose_roadmap, added.slug)
        self._journeying.window.messages.say(
            sentence, details=details, action=tr("Follow it"), run=show, good=True
        )

    def _on_file_refused(self, path: Path, error: MilepostError) -> None:
        if isinstance(error, UnreadableFileError):
            from tracker.ui.trouble import show_problems

            show_problems(self._journeying.window, path, error.problems)
        else:
            self._journeying.telling.on_failed(error)


def _read_file(path: Path, _progress: Progress) -> tuple[Roadmap, str]:
    from tracker.workspace import read_own_roadmap

    return read_own_roadmap(path)
