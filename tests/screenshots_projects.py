"""Scenes of the Projects page; see `tests.screenshots`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from tracker.domain.edit import DUE, REPOSITORY, START, State
from tracker.ui.navigation import PROJECTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.app.session import Session

MINE = "project:my-recipe-finder"


def project_scenes() -> dict[str, tuple[str, Callable[[Session], None]]]:
    """Return each scene: the data that it starts from, and what is done then."""
    return {
        "board": ("begun", show_board),
        "board-new": ("chosen", lambda s: s.journeying.show_page(PROJECTS)),
        "board-list": ("begun", _as_list),
        "board-below": ("begun", _below),
        "board-proof": ("begun", _proof),
        "board-right-to-left": ("begun", _mirrored),
        "board-text-200": ("begun", _large),
        "board-text-200-detail": ("begun", _large_detail),
        "board-long": ("begun", _long),
        "board-nothing": ("begun", _nothing_found),
        "new-project": (
            "begun",
            lambda s: s.journeying.actions["new_project"].trigger(),
        ),
        "project-on-road": ("begun", _on_road),
    }


def fill(session: Session) -> None:
    """Work on projects for a while."""
    workspace = session.journeying.workspace
    write, today = workspace.projects, workspace.projects.today()
    stage = "stage:backend-career/portfolio-and-first-role"
    write.create(
        "Recipe finder",
        stage=stage,
        brief="Finds what to cook from what is in the fridge.",
        skills="skill:sql-queries\nskill:unit-tests",
    )
    days = (-3, 2, 9)
    titles = (
        "Import of recipes",
        "Search by ingredient",
        "Deployed, with a health check",
    )
    for title, day in zip(titles, days, strict=True):
        due = (today + timedelta(days=day)).isoformat()
        write.add_part(MINE, title, due)
    part = "milestone:my-recipe-finder/my-search-by-ingredient"
    for title in ("Index", "Ranking", "Typos"):
        write.add_part(part, title)
    write.set_field(MINE, START, (today - timedelta(days=20)).isoformat())
    write.set_field(MINE, REPOSITORY, "https://example.org/me/recipe-finder")
    workspace.learning.set_state(MINE, State.LEARNING)
    workspace.learning.set_state(f"step:{part.partition(':')[2]}/my-index", State.DONE)
    journal = workspace.journal
    journal.add(today, 90, "Index over ingredients, 180 ms for all", [MINE])
    journal.add(today - timedelta(days=4), 120, "Import of recipes", [MINE])
    journey = session.journeying.current.journey
    other = next(iter(journey.outline.stages[2].projects))
    write.set_field(other, DUE, today.isoformat())
    workspace.learning.set_state(other, State.LEARNING)
    aside = list(journey.outline.stages[3].projects)[-1]
    workspace.learning.set_state(aside, State.ASIDE)


def show_board(session: Session) -> None:
    """Show a project of one's own beside the board."""
    fill(session)
    page = session.journeying.projects
    session.journeying.show_page(PROJECTS)
    page.go_to("milestone:my-recipe-finder/my-search-by-ingredient")


def _as_list(session: Session) -> None:
    show_board(session)
    session.journeying.projects.ways.chosen.emit(1)


def _below(session: Session) -> None:
    show_board(session)
    scroll = session.journeying.projects.detail.findChild(QScrollArea)
    scroll.verticalScrollBar().setValue(700)


def _proof(session: Session) -> None:
    """Show the lower half of a project of the roadmap, with its proof and aims."""
    fill(session)
    proofs = session.journeying.workspace.proofs
    session.journeying.show_page(PROJECTS)
    page = session.journeying.projects
    work = next(w for w in page._works if w.status is State.DONE)
    proofs.add_link(work.subject, "https://example.org/me/quiz", "The game, to play")
    first = work.milestones[0].subject
    session.journeying.commands.set_state(first, State.DONE)
    proofs.add_note(first, "Played by two friends", "First round")
    page.go_to(work.subject)
    scroll = page.detail.findChild(QScrollArea)
    for _ in range(4):  # wrapped texts take their height one after another
        QApplication.processEvents()
        top = page.detail.evidence.mapTo(scroll.widget(), QPoint(0, 0)).y()
        scroll.verticalScrollBar().setValue(top - 40)


def _mirrored(session: Session) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show_board(session)


def _large(session: Session) -> None:
    session.preferences.text_size = 200
    session.apply_look()
    show_board(session)


def _large_detail(session: Session) -> None:
    _large(session)
    session.journeying.projects.open_chosen()


def _long(session: Session) -> None:
    show_board(session)
    write = session.journeying.workspace.projects
    title = "A project whose title is far longer than any card has room for, " * 3
    stored = write.create(title, due="2027-03-01")
    subject = stored.edit.changes[0].subject
    for number in range(12):
        write.add_part(
            subject, f"Milestone {number} with quite a lot of words in it " * 2
        )
    session.journeying.workspace.projects.archive(MINE, archived=True)
    session.journeying.projects.archived.setChecked(True)
    session.journeying.projects.go_to(subject)


def _nothing_found(session: Session) -> None:
    show_board(session)
    session.journeying.projects.search.setText("zzz")


def _on_road(session: Session) -> None:
    fill(session)
    session.journeying.go_to(MINE)
