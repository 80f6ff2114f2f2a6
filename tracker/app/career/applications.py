"""The section "applications" of the Career page, wired to a journey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.ui.career.section import Section

if TYPE_CHECKING:
    from tracker.app.journeying import Journeying


def make(journeying: Journeying) -> Section:
    """Return the section."""
    _ = journeying
    return Section()
