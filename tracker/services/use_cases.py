"""All use cases of one learner on one data file, for whoever shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.services.journal import Journal
    from tracker.services.learning import Learning
    from tracker.services.ports import Store
    from tracker.services.projects import Projects
    from tracker.services.proof import Proofs
    from tracker.services.roadmaps import Roadmaps
    from tracker.services.timer import Timers
    from tracker.services.undo import Undo


@dataclass(frozen=True, slots=True)
class UseCases:
    """What a learner can do, and where it is read."""

    store: Store
    learning: Learning
    journal: Journal
    proofs: Proofs
    undo: Undo
    roadmaps: Roadmaps
    projects: Projects
    timers: Timers
