"""Check things off in a burst; run under strace by `tests.db.test_power_cut`.

Each acknowledged edit is told on the standard output, so that it stands in the trace
between the writes: what is told was promised to the learner.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.builders import Desk
from tracker.domain.edit import State

SKILLS = [f"number-{number}" for number in range(24)]
EDITS = 29  # 24 check-offs, four of them undone, the last undo redone


def burst(folder: Path, synchronous: str) -> None:
    with Desk(folder, now=lambda: datetime.now(UTC)) as desk:
        if synchronous:  # what Milepost itself never does
            pragma = f"PRAGMA synchronous = {synchronous}"
            desk.store.connection.execute(pragma)
        for number, skill in enumerate(SKILLS):
            tell(desk.learning.set_state(f"skill:{skill}", State.DONE))
            if number % 6 == 5:
                tell(desk.undo.undo())
        tell(desk.undo.redo())


def tell(stored) -> None:
    os.write(1, f"{stored.id}\n".encode())


if __name__ == "__main__":
    burst(Path(sys.argv[1]), "".join(sys.argv[2:]))
