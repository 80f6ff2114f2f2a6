"""All use cases of one learner on one data file, for whoever shows them.

Each is imported and made when it is first wanted: the first picture needs none of them,
and each would delay it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tracker.services.applications import Applications
    from tracker.services.interview import Interviews
    from tracker.services.journal import Journal
    from tracker.services.learning import Learning
    from tracker.services.plan import Plan
    from tracker.services.ports import FindCommit, Publish, Shelf, Store
    from tracker.services.postings import Postings
    from tracker.services.profile import Profiles
    from tracker.services.projects import Projects
    from tracker.services.proof import Proofs
    from tracker.services.roadmaps import Roadmaps
    from tracker.services.targets import Targets
    from tracker.services.teaching import Teaching
    from tracker.services.timer import Timers
    from tracker.services.undo import Undo


class UseCases:
    """What a learner can do, and where it is read.

    Attributes:
        store: The data file.
    """

    def __init__(
        self,
        store: Store,
        publish: Publish,
        now: Callable[[], datetime],
        *,
        shelf: Callable[[], Shelf],
        find_commit: FindCommit,
    ) -> None:
        """Take the ports.

        Args:
            store: Where everything is kept.
            publish: Called once for each stored edit.
            now: The present moment with the learner's own time zone.
            shelf: Returns where files given as proof are kept.
            find_commit: Looks a commit up in a local repository.
        """
        self.store = store
        self.now = now
        self.publish = publish
        self._shelf, self._find_commit = shelf, find_commit

    @cached_property
    def learning(self) -> Learning:
        """Return what checks off, sets aside and writes notes."""
        from tracker.services.learning import Learning  # noqa: PLC0415  # not at start

        return Learning(self.store, self.publish, self.now)

    @cached_property
    def undo(self) -> Undo:
        """Return what takes back and brings back."""
        from tracker.services.undo import Undo  # noqa: PLC0415  # as above

        return Undo(self.store, self.publish, self.now)

    @cached_property
    def journal(self) -> Journal:
        """Return what writes down what was done."""
        from tracker.services.journal import Journal  # noqa: PLC0415  # as above

        return Journal(self.store, self.publish, self.now)

    @cached_property
    def proofs(self) -> Proofs:
        """Return what shows what can be done."""
        from tracker.services.proof import Proofs  # noqa: PLC0415  # as above

        shelf = self._shelf()
        return Proofs(self.store, self.publish, self.now, shelf, self._find_commit)

    @cached_property
    def roadmaps(self) -> Roadmaps:
        """Return what adds and chooses roadmaps."""
        from tracker.services.roadmaps import Roadmaps  # noqa: PLC0415  # as above

        return Roadmaps(self.store, self.publish, self.now)

    @cached_property
    def projects(self) -> Projects:
        """Return what makes and changes projects."""
        from tracker.services.projects import Projects  # noqa: PLC0415  # as above

        return Projects(self.store, self.publish, self.now)

    @cached_property
    def timers(self) -> Timers:
        """Return what starts, pauses and stops the timer."""
        from tracker.services.timer import Timers  # noqa: PLC0415  # as above

        return Timers(self.store, self.now)

    @cached_property
    def plan(self) -> Plan:
        """Return what puts skills and projects on the plan."""
        from tracker.services.plan import Plan  # noqa: PLC0415  # as above

        return Plan(self.store, self.publish, self.now)

    @cached_property
    def interviews(self) -> Interviews:
        """Return what keeps answers to questions of skills."""
        from tracker.services.interview import Interviews  # noqa: PLC0415  # as above

        return Interviews(self.store, self.publish, self.now)

    @cached_property
    def profiles(self) -> Profiles:
        """Return what changes what the learner says of themselves."""
        from tracker.services.profile import Profiles  # noqa: PLC0415  # as above

        return Profiles(self.store, self.publish, self.now)

    @cached_property
    def postings(self) -> Postings:
        """Return what keeps job adverts."""
        from tracker.services.postings import Postings  # noqa: PLC0415  # as above

        return Postings(self.store, self.publish, self.now)

    @cached_property
    def applications(self) -> Applications:
        """Return what keeps applications."""
        from tracker.services.application_fit import (  # noqa: PLC0415  # as above
            AdvertFit,
        )
        from tracker.services.applications import (  # noqa: PLC0415  # as above
            Applications,
        )

        fit_of = AdvertFit(self.store.reader)
        return Applications(self.store, self.publish, self.now, fit_of)

    @cached_property
    def teaching(self) -> Teaching:
        """Return what corrects what words in adverts mean."""
        from tracker.services.teaching import Teaching  # noqa: PLC0415  # as above

        return Teaching(self.store, self.publish, self.now)

    @cached_property
    def targets(self) -> Targets:
        """Return what keeps the level, day, place and pay that are headed for."""
        from tracker.services.targets import Targets  # noqa: PLC0415  # as above

        return Targets(self.store, self.publish, self.now)
