"""Who made an edit, and when."""

from __future__ import annotations

import os
from datetime import UTC
from typing import TYPE_CHECKING

from tracker.domain.ids import edit_id
from tracker.services.port_values import Stamp

if TYPE_CHECKING:
    from datetime import datetime


def stamp(now: datetime) -> Stamp:
    """Return the stamp of an edit made at ``now``, in the learner's own time zone."""
    offset = now.utcoffset()
    return Stamp(
        id=edit_id(now, os.urandom(10)),
        at=_kept(now),
        local_date=now.date(),
        utc_offset=int(offset.total_seconds() // 60) if offset else 0,
    )


def _kept(moment: datetime) -> datetime:
    """Return a moment as the log keeps it: in UTC, to the millisecond."""
    utc = moment.astimezone(UTC)
    return utc.replace(microsecond=utc.microsecond // 1000 * 1000)
