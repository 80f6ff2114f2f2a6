"""Which edits can be undone and redone: a rule over the log.

Undo is linear. An action empties what could be redone; the reach is bounded, and the
oldest steps fall off. Because it follows from the log alone it survives a restart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.edit import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.edit import StoredEdit

REACH = 100


@dataclass(frozen=True, slots=True)
class History:
    """Identifiers of edits: ``done`` can be undone, ``undone`` redone, last first."""

    done: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()

    def after(self, label: str, edit_id: str, reverts: str | None) -> History:
        """Return the history after one more stored edit."""
        if label == Label.CARRY:
            return self  # a new roadmap version moved a tick; no action of the learner
        # What stood above the step was no longer offered, because it no longer fitted.
        if label == Label.UNDO and reverts in self.done:
            below = self.done[: self.done.index(reverts)]
            return History(below, (*self.undone, reverts))
        if label == Label.REDO and reverts in self.undone:
            below = self.undone[: self.undone.index(reverts)]
            return History((*self.done, reverts), below)
        return History((*self.done, edit_id)[-REACH:])


def fold_history(log: Iterable[StoredEdit]) -> History:
    """Return what can be undone and redone after a whole log, in its order."""
    history = History()
    for stored in log:
        history = history.after(stored.edit.label, stored.id, stored.reverts)
    return history
