"""What groups of use cases share: one transaction, one edit, one announcement."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tracker.domain.edit import Change, Edit
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.services.stamps import stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date, datetime

    from tracker.domain.edit import Label, StoredEdit
    from tracker.services.port_values import Stamp
    from tracker.services.ports import Publish, Store, UnitOfWork

T = TypeVar("T")


class Editing:
    """A group of use cases; each stores one edit and announces it."""

    def __init__(
        self, store: Store, publish: Publish, now: Callable[[], datetime]
    ) -> None:
        """Take the ports.

        Args:
            store: Where what a learner does is kept.
            publish: Called once for each stored edit.
            now: The present moment with the learner's own time zone.
        """
        self._store = store
        self._publish = publish
        self._now = now

    def today(self) -> date:
        """Return the learner's own day."""
        return self._now().date()

    def _store_changes(
        self,
        label: Label,
        changes_in: Callable[[UnitOfWork], Iterable[Change]],
        mark: Stamp | None = None,
    ) -> StoredEdit | None:
        """Store what ``changes_in`` returns; nothing where it returns no change.

        It is called within the transaction, so that what it reads cannot change before
        the edit is stored. ``mark`` is the stamp of the edit if it has one already.
        """
        return self._store_edit(lambda work: Edit(label, tuple(changes_in(work))), mark)

    def _store_edit(
        self, edit_in: Callable[[UnitOfWork], Edit], mark: Stamp | None
    ) -> StoredEdit | None:
        """Store the edit that ``edit_in`` returns; see `_store_changes`."""
        with self._store.begin() as work:
            edit = edit_in(work)
            stored = work.append(edit, mark or stamp(self._now())) if edit else None
        if stored is not None:
            self._publish(stored)
        return stored

    def _append(self, edit: Edit, mark: Stamp | None = None) -> StoredEdit:
        """Store an edit that has changes; ``mark`` is its stamp if it has one already.

        Raises:
            ValueError: It would change nothing.
        """
        if not edit:
            raise ValueError(edit)
        with self._store.begin() as work:
            stored = work.append(edit, mark or stamp(self._now()))
        # Announced only now: who hears of an edit may rely on its being kept.
        self._publish(stored)
        return stored


def changed(
    work: UnitOfWork, subject: str, wanted: Mapping[str, str | None]
) -> list[Change]:
    """Return what has to change so that a subject has these values, by field.

    An empty value and ``None`` both take a field away.
    """
    found = []
    for field, value in wanted.items():
        before, after = work.values((subject,), field).get(subject), value or None
        if before != after:
            found.append(Change(subject, field, before, after))
    return found


def removal(work: UnitOfWork, subject: str, fields: Sequence[str]) -> list[Change]:
    """Return what takes a subject away: all its fields, the one that makes it last."""
    return changed(work, subject, dict.fromkeys(reversed(fields)))


def the_one(found: Sequence[T], none: str, several: str) -> T:
    """Return what a name found where that is one thing; else say a sentence.

    Raises:
        NotFoundError: There is none.
        BadInputError: There are several.
    """
    if not found:
        raise NotFoundError(none)
    if len(found) > 1:
        raise BadInputError(several)
    return found[0]
