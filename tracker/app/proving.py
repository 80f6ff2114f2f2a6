"""What answers evidence views, wired to the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.ui.proof.desk import ProofDesk

if TYPE_CHECKING:
    from tracker.app.journeying import Journeying
    from tracker.app.session import Session


def make_proof_desk(journeying: Journeying, session: Session) -> ProofDesk:
    """Return a desk that lives as long as the journey and serves any page of it."""
    desk = ProofDesk(
        journeying.window,
        journeying.workspace.use_cases,
        journeying.commands,
        session.tasks.start,
        journeying.open_address,
    )
    desk.setParent(journeying)
    return desk
