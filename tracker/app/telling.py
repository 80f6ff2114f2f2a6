"""What the window says of what happened: stored, undone, failed, read only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tracker.domain.edit import Label
from tracker.domain.errors import MilepostError, StorageError
from tracker.domain.ids import slug_of
from tracker.services.wording import described
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tracker.app.journeying import Journeying
    from tracker.domain.edit import StoredEdit

_UNDOABLE = frozenset(Label) - {Label.CARRY, Label.UNDO, Label.REDO}


class Telling(QObject):
    """Speaks in the window's toast, message bar and saved state."""

    def __init__(self, journeying: Journeying) -> None:
        """Speak of what happens on this journey."""
        super().__init__(journeying)
        self._journeying, self._window = journeying, journeying.window
        self._typing = False  # a note is not stored yet
        self._has_failed = False  # the last change could not be stored
        self._refusal = ""  # what the message bar says of an input not taken
        self._offered = ""  # the edit that the toast offers to undo

    def on_changed(self, stored: StoredEdit, _stages: frozenset[int]) -> None:
        """Say what was stored, and offer to undo it."""
        journeying, window = self._journeying, self._window
        journey = journeying.current.journey
        if journey is not None and window.pages.currentWidget() is journeying.page:
            window.header.show_status(journey, journeying.current.hours_a_week)
        reader = journeying.workspace.store.reader
        edit = reader.edit(stored.reverts).edit if stored.reverts else stored.edit
        text = described(edit, reader.title)
        if stored.edit.label == Label.UNDO:
            text = tr("Undone: {what}", what=text)
        elif stored.edit.label == Label.REDO:
            text = tr("Redone: {what}", what=text)
        self._offered = stored.id
        self._settle_refusal()
        self._has_failed = False
        window.navigation.saved.say(tr("All changes saved"), "done")
        window.toast.say(text, undoable=stored.edit.label in _UNDOABLE)

    def show_typing(self, unsaved: bool) -> None:  # noqa: FBT001  # a signal's value
        """Say that something typed is not stored yet, and that it is by now."""
        saved = self._window.navigation.saved
        if self._has_failed:
            pass  # what it says is graver, and holds until something is stored
        elif unsaved:
            saved.say(tr("Text not saved yet"), "here_text")
        elif self._typing:
            saved.say(tr("All changes saved"), "done")
        self._typing = unsaved

    def on_undo_of_toast(self) -> None:
        """Undo what the line at the bottom names, and nothing that came after it."""
        offered = self._offered
        try:
            self._journeying.current.look_for_changes()
            step = self._journeying.workspace.undo.next_undo()
        except StorageError as error:
            self.on_failed(error)
            return
        if step is not None and step.id == offered:
            self._journeying.commands.undo()
        else:
            text = tr(
                "Something else was done since; “Undo” in the menu takes that back"
            )
            self._window.toast.say(text, undoable=False)

    def on_failed(
        self, error: MilepostError, again: Callable[[], object] | None = None
    ) -> None:
        """Say why something could not be done, and offer to try again."""
        self._typing = False
        if isinstance(error, StorageError):
            self._has_failed = True
            self._window.navigation.saved.say(tr("Last change not saved"), "danger")
            action = tr("Try again") if again is not None else ""
            perform = self._journeying.commands.perform
            retry = None if again is None else partial(perform, again)
            self._window.messages.say(
                str(error), details=error.details, action=action, run=retry
            )
        else:
            self._refusal = str(error)
            self._window.messages.say(self._refusal)

    def _settle_refusal(self) -> None:
        """Take away the word of a refused input; what came after it was taken."""
        if self._refusal and self._window.messages.text.text() == self._refusal:
            self._window.messages.hide()
        self._refusal = ""

    def say_overwritten(self, subject: str) -> None:
        """Say that a text went over one that was written elsewhere meanwhile."""
        title = self._journeying.workspace.store.reader.title(subject)
        title = title or slug_of(subject)
        self._window.messages.say(
            tr(
                "The text on “{title}” was changed elsewhere while you typed. Yours is "
                "stored now; “Undo” in the menu brings the other one back.",
                title=title,
            )
        )

    def on_backed_up(self, path: Path) -> None:
        """Say where a backup is."""
        text = tr("Backed up to {path}, opened and checked.", path=path)
        self._window.toast.say(text, undoable=False)

    def say_read_only(self) -> None:
        """Say that nothing can be stored, and why."""
        self._window.navigation.saved.say(tr("Opened for reading only"), "here_text")
        self._window.messages.say(
            tr(
                "Opened for reading only: Milepost may not write to {folder}. You can "
                "look at everything; nothing can be checked off. Give yourself write "
                "access to the folder, or choose another one.",
                folder=self._journeying.workspace.folder,
            ),
            action=tr("Choose another folder…"),
            run=self._journeying.ask_for_data_folder,
        )
