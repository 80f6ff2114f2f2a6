"""Scenes of the board of applications; see `tests.screenshots`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea

from tracker.app.career.page import show_career
from tracker.domain.application import Phase
from tracker.domain.edit import State
from tracker.domain.readiness import Asked, Readiness, Term
from tracker.domain.work import Grade

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.app.session import Session
    from tracker.ui.career.applications.section import ApplicationsSection

ADVERT = "Backend developer (Python)\n\nYou know Python, PostgreSQL and Kafka."


def application_scenes() -> dict[str, tuple[str, Callable[[Session], None]]]:
    """Return each scene: the data that it starts from, and what is done then."""
    return {
        "applications-new": ("begun", show),
        "applications": ("begun", show_full),
        "applications-detail": ("begun", show_detail),
        "applications-below": ("begun", _below),
        "applications-closed": ("begun", _closed),
        "applications-nothing": ("begun", _nothing_found),
        "applications-long": ("begun", _long),
        "applications-text-200": ("begun", _large),
        "applications-text-200-detail": ("begun", _large_detail),
        "applications-right-to-left": ("begun", _mirrored),
        "new-application": ("begun", _ask),
        "applications-skill": ("begun", _skill),
        "applications-due": ("begun", _due),
    }


def section_of(session: Session) -> ApplicationsSection:
    """Return the section."""
    return session.journeying.career.section("applications")


def show(session: Session) -> None:
    """Show the section."""
    show_career(session.journeying, "applications")


def fill(session: Session) -> None:
    """Look for a job for a while."""
    cases = session.workspace.use_cases
    jobs, today = cases.applications, cases.applications.today()
    cases.applications.fit_of = _fit
    text = ADVERT
    advert = cases.postings.add(text, company="A payments start-up", place="Porto")
    posting = advert.edit.changes[0].subject

    def add(title: str, company: str, phase: Phase, **more: str) -> str:
        stored = jobs.add(title, company=company, phase=phase, **more)
        return stored.edit.changes[0].subject

    def day(days: int) -> str:
        return (today + timedelta(days=days)).isoformat()

    add("Junior backend developer", "A hospital group", Phase.FOUND, place="Lyon")
    add(
        "Backend developer, Go",
        "A map maker",
        Phase.FOUND,
        next_step="Read about them",
        due=day(3),
    )
    first = add(
        "Backend developer (Python)",
        "A payments start-up",
        Phase.APPLIED,
        place="Porto",
        posting=posting,
        address="https://example.org/jobs/17",
        contact="the team lead, by e-mail",
        next_step="Call back",
        due=day(-2),
    )
    session.journeying.commands.write_note(
        first, "## What they asked\n\n- why payments\n- a story about a bug"
    )
    add("Software engineer", "A city's IT office", Phase.APPLIED, place="remote")
    add(
        "Platform developer",
        "A train operator",
        Phase.INTERVIEW,
        next_step="Second interview",
        due=day(0),
    )
    add("API developer", "A library network", Phase.CLOSED, place="Gent")
    lost = add("Junior developer", "A web agency", Phase.APPLIED)
    jobs.set_fields(lost, {"result": "rejected"}, Phase.CLOSED)


def _fit(_posting: str) -> Readiness:
    def term(title: str, weight: int, grade: Grade, *, learning: bool = False) -> Term:
        return Term(Asked(("x",), weight, title), "x", grade, learning)

    return Readiness(
        (
            term("Python", 3, Grade.SHOWN),
            term("PostgreSQL", 3, Grade.CLAIMED),
            term("Kafka or RabbitMQ", 3, Grade.NONE),
            term("Docker", 1, Grade.NONE, learning=True),
        )
    )


def show_full(session: Session) -> None:
    """Show the board with cards in most columns."""
    fill(session)
    show(session)


def show_detail(session: Session) -> None:
    """Show the application for an advert beside the board."""
    fill(session)
    show(session)
    section = section_of(session)
    found = next(a for a in session.workspace.use_cases.applications.all() if a.posting)
    section.open(found.subject)


def _below(session: Session) -> None:
    show_detail(session)
    detail = section_of(session).detail
    detail.fit.more.click()
    for _ in range(4):
        QApplication.processEvents()
    detail.findChild(QScrollArea).verticalScrollBar().setValue(420)


def _closed(session: Session) -> None:
    show_full(session)
    section_of(session).bar.closed.setChecked(False)


def _nothing_found(session: Session) -> None:
    show_full(session)
    section_of(session).bar.search.setText("zzz")


def _long(session: Session) -> None:
    fill(session)
    jobs = session.workspace.use_cases.applications
    words = "A title that is far longer than any card has room for, of an employer "
    stored = jobs.add(
        words * 2, company="Eine Versicherungsgesellschaftsholding " * 3, place="x" * 90
    )
    for number in range(30):
        jobs.add(f"Job {number}", company="An employer")
    show(session)
    section_of(session).open(stored.edit.changes[0].subject)


def _large(session: Session) -> None:
    session.preferences.text_size = 200
    session.apply_look()
    show_full(session)


def _large_detail(session: Session) -> None:
    session.preferences.text_size = 200
    session.apply_look()
    show_detail(session)


def _mirrored(session: Session) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show_detail(session)


def _ask(session: Session) -> None:
    fill(session)
    show(session)
    stored = session.workspace.use_cases.postings.add(
        ADVERT, "Backend developer", company="A bank", place="Wien"
    )
    section_of(session).open(stored.edit.changes[0].subject)
    dialog = session.window.findChildren(QDialog, "new-application")[-1]
    dialog.open()  # once more, for the picture


def _skill(session: Session) -> None:
    fill(session)
    session.journeying.commands.set_state("skill:write-a-cv", State.DONE)
    tracked = "outcome:write-a-cv/track-applications"
    session.journeying.commands.set_state(tracked, State.TODO)
    session.journeying.go_to("skill:write-a-cv")
    detail = session.journeying.page.panel.detail
    for _ in range(4):
        QApplication.processEvents()
    scroll = detail.findChild(QScrollArea)
    scroll.ensureWidgetVisible(detail.practice, 0, 200)


def _due(session: Session) -> None:
    fill(session)
