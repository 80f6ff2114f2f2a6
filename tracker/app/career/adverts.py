"""What tells how well adverts fit, one for all sections of the Career page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.services.application_fit import AdvertFit
from tracker.ui.career.adverts import Adverts

if TYPE_CHECKING:
    from tracker.app.journeying import Journeying


def adverts_of(journeying: Journeying) -> Adverts:
    """Return it, made when it is first wanted."""
    found = journeying.findChild(Adverts)
    if isinstance(found, Adverts):
        return found
    current = journeying.current
    fit_of = AdvertFit(current.reader, lambda: current.grounds)
    # What is kept on the day of applying comes from the same words.
    journeying.workspace.use_cases.applications.fit_of = fit_of
    return Adverts(fit_of, journeying.run_task, journeying)
