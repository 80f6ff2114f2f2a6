"""Undo and redo: an inverse is one more edit, so a restart loses neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import Edit, Label
from tracker.domain.errors import ConflictError
from tracker.services.stamps import stamp
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tracker.domain.edit import StoredEdit
    from tracker.services.ports import Publish, Store, UnitOfWork


class Undo:
    """Takes back and brings back the learner's last actions."""

    def __init__(
        self, store: Store, publish: Publish, now: Callable[[], datetime]
    ) -> None:
        """Take the ports; see `tracker.services.editing.Editing`."""
        self._store = store
        self._publish = publish
        self._now = now

    def next_undo(self) -> StoredEdit | None:
        """Return the action that undo would take back."""
        done, _ = self._store.reader.undo_steps()
        return self._store.reader.edit(done[-1]) if done else None

    def next_redo(self) -> StoredEdit | None:
        """Return the action that redo would bring back."""
        _, undone = self._store.reader.undo_steps()
        return self._store.reader.edit(undone[-1]) if undone else None

    def undo(self) -> StoredEdit | None:
        """Take back the last action; ``None`` when there is none.

        Raises:
            ConflictError: What it changed was changed again elsewhere. Nothing is
                overwritten, and the action leaves the reach of undo.
        """
        return self._revert(Label.UNDO)

    def redo(self) -> StoredEdit | None:
        """Bring back the action last undone; ``None`` when there is none.

        Raises:
            ConflictError: As for `undo`.
        """
        return self._revert(Label.REDO)

    def _revert(self, label: Label) -> StoredEdit | None:
        with self._store.begin() as work:
            action = self.next_undo() if label is Label.UNDO else self.next_redo()
            if action is None:
                return None
            forward = action.edit if label is Label.REDO else action.edit.inverted()
            stored = None
            if _fits(work, forward):
                edit = Edit(label, forward.changes)
                stored = work.append(edit, stamp(self._now()), action.id)
            else:
                work.drop_step(action.id)
        if stored is None:
            raise ConflictError(
                tr(
                    "This was changed again in the meantime, so it was left as it is. "
                    "The step is no longer offered."
                )
            )
        self._publish(stored)
        return stored


def _fits(work: UnitOfWork, edit: Edit) -> bool:
    """Return whether what is stored is still what an edit starts from."""
    return all(
        work.values((change.subject,), change.field).get(change.subject)
        == change.before
        for change in edit.changes
    )
