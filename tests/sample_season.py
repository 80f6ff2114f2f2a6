"""A learner's autumn, for pictures of reports and for measuring."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from tracker.domain.edit import (
    DAY,
    DUE,
    KIND,
    REPOSITORY,
    START,
    TARGET,
    TITLE,
    VALUE,
    Change,
    Edit,
    Label,
    State,
)
from tracker.domain.ids import proof_subject
from tracker.domain.work import ProofKind
from tracker.services.stamps import stamp
from tracker.workspace import DEFAULT_ROADMAP, Workspace, bundled_content

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TODAY = date(2026, 11, 25)
LOGIN = "project:login-system"
LINES = (
    (90, "Wrote the login tests; the lockout after five tries was the hard one.", 2),
    (45, "Read about joins and drew the tables on paper.", 0),
    (120, "Paired on the reset link. It now **expires after an hour**.", 2),
    (30, "Reviewed a pull request: small functions, clear names.", 1),
    (75, "Fixed the build:\n\n- pinned the database image\n- ran the tests twice", 3),
    (60, "Tried `EXPLAIN` on the slow query; an index made it 40 times faster.", 0),
    (50, "Wrote down what I learnt about sessions and cookies.", 2),
)


def make_season(folder: Path, weeks: int = 6, entries_a_day: int = 1) -> None:
    """Fill a new data folder with so many weeks of work, the last one this week."""
    moment = datetime(TODAY.year, TODAY.month, TODAY.day, 18).astimezone()
    workspace = Workspace(folder, lambda _stored: None, lambda: moment)
    workspace.install_bundled(bundled_content())
    workspace.roadmaps.choose(DEFAULT_ROADMAP)
    outline = workspace.store.reader.outline(DEFAULT_ROADMAP)
    for stage in outline.stages[:2]:
        skills = list(stage.skills)
        done = skills[: len(skills) * 2 // 3]
        workspace.learning.set_states(done, State.DONE)
        parts = [part for skill in done for part in workspace.store.reader.parts(skill)]
        workspace.learning.set_states(parts[: len(parts) * 4 // 5], State.DONE)
    first = outline.stages[0]
    finished = next(iter(first.projects))  # with its last milestone
    workspace.learning.set_states(workspace.store.reader.parts(finished), State.DONE)
    note = "The second week was the steepest. **Small commits** helped most."
    workspace.learning.write_note(f"stage:{DEFAULT_ROADMAP}/{first.slug}", note)
    _plan_project(workspace)
    _keep_journal(workspace, weeks, entries_a_day)
    workspace.close()


def _plan_project(workspace: Workspace) -> None:
    reader = workspace.store.reader
    milestones = reader.parts(LOGIN)
    workspace.learning.set_state(LOGIN, State.LEARNING)
    workspace.learning.set_states(milestones[:2], State.DONE)
    _store(
        workspace,
        (LOGIN, START, "2026-11-02"),
        (LOGIN, DUE, "2026-12-11"),
        (LOGIN, REPOSITORY, "https://example.org/learner/login-system"),
        (milestones[2], DUE, "2026-12-02"),
        (milestones[-1], DUE, "2026-12-09"),
    )
    for target, kind, value, title in (
        (LOGIN, ProofKind.LINK, "https://example.org/demo", "The running demo"),
        (
            milestones[0],
            ProofKind.COMMIT,
            "https://example.org/learner/login-system/commit/4f2a91c",
            "4f2a91c Sign up and sign in",
        ),
    ):
        proof = proof_subject(stamp(workspace.now()).id)
        _store(
            workspace,
            (proof, TARGET, target),
            (proof, KIND, kind),
            (proof, VALUE, value),
            (proof, TITLE, title),
            (proof, DAY, "2026-11-20"),
            label=Label.PROOF,
        )


def _store(
    workspace: Workspace,
    *values: tuple[str, str, str],
    label: Label = Label.PROJECT,
) -> None:
    changes = tuple(Change(s, field, None, value) for s, field, value in values)
    with workspace.store.begin() as work:
        work.append(Edit(label, changes), stamp(workspace.now()))


def _keep_journal(workspace: Workspace, weeks: int, entries_a_day: int) -> None:
    days = [TODAY - timedelta(days=n) for n in range(weeks * 7, -1, -1)]
    working = [day for day in days if day.weekday() < 5]
    links: Sequence[Sequence[str]] = (
        ("skill:sql-queries",),
        ("skill:git-basics",),
        (LOGIN, "skill:unit-tests"),
        (),
    )
    for n, day in enumerate(working):
        for m in range(entries_a_day):
            minutes, text, about = LINES[(n + m) % len(LINES)]
            workspace.journal.add(day, minutes, text, links[about])
