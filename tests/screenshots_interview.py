"""Scenes of the interview and of the profile; see `tests.screenshots`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea

from tracker.app.career.page import show_career
from tracker.domain.interview import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.app.session import Session

LONG = "A request goes through the proxy, then the application, then the store. " * 28
ADVERT = """Backend developer

Requirements
- Python and SQL, at least 2 years
- Docker; Kubernetes would be a plus
"""


def interview_scenes() -> dict[str, tuple[str, Callable[[Session], None]]]:
    """Return each scene: the data that it starts from, and what is done then."""
    return {
        "interview": ("begun", lambda s: _start(s, "level:junior")),
        "interview-full": ("begun", _full),
        "interview-no-advert": ("begun", lambda s: _start(s).start.kind.chosen.emit(2)),
        "interview-nothing-weak": (
            "begun",
            lambda s: _start(s).start.kind.chosen.emit(4),
        ),
        "interview-question": ("begun", _begin),
        "interview-answer": ("begun", _revealed),
        "interview-long": ("begun", _long),
        "interview-summary": ("begun", _summary),
        "interview-text-200": ("begun", _large),
        "interview-skill": ("begun", _on_skill),
        "interview-advert": ("begun", _advert),
        "profile-empty": ("chosen", _profile),
        "profile": ("begun", _filled),
        "profile-text-200": ("begun", _filled_large),
    }


def _start(session: Session, subject: str = ""):
    show_career(session.journeying, "interview", subject)
    return session.journeying.career.section("interview")


def _answered(session: Session, number: int) -> None:
    section = _start(session, "level:junior")
    interviews = session.journeying.workspace.use_cases.interviews
    results = (Verdict.GOOD, Verdict.AGAIN, Verdict.PARTLY)
    for n, asked in enumerate(section.start._questions[:number]):
        interviews.judge(
            asked, results[n % 3], "I think it is the lock, but not what helps."
        )


def _full(session: Session) -> None:
    _answered(session, 40)
    _start(session, "level:junior")


def _begin(session: Session):
    section = _start(session, "level:junior")
    section.start.begin.click()
    return section


def _revealed(session: Session):
    _answered(session, 40)
    section = _start(session, "weak")
    section.start.begin.click()
    section.round.editor.text.setPlainText(
        "Only one thread holds the **interpreter lock**, so I would use processes."
    )
    section.round.reveal()
    return section


def _long(session: Session) -> None:
    _answered(session, 40)
    section = _start(session, "weak")
    asked = section.start._questions[0]
    interviews = session.journeying.workspace.use_cases.interviews
    interviews.judge(asked, Verdict.AGAIN, LONG)
    section = _start(session, asked.skill)
    section.start.begin.click()
    for _ in range(6):
        if section.round.question.text() == asked.ask:
            break
        section.round.skip.click()
    section.round.editor.text.setPlainText(LONG)
    section.round.reveal()
    QApplication.processEvents()


def _summary(session: Session) -> None:
    section = _begin(session)
    for result in (Verdict.GOOD, Verdict.AGAIN, Verdict.PARTLY):
        section.round.editor.text.setPlainText("Something")
        section.round.reveal()
        section.round.judged.emit(result)
    section.round.stop.click()


def _large(session: Session) -> None:
    session.preferences.text_size = 200
    session.apply_look()
    _revealed(session)


def _on_skill(session: Session) -> None:
    _answered(session, 3)
    section = session.journeying.career.section("interview")
    session.journeying.go_to(section.start._questions[0].skill)
    detail = session.journeying.page.panel.detail
    row = next(row for row in detail.more.questions.rows if row.own)
    row.toggle.click()
    scroll = detail.findChild(QScrollArea)
    for _ in range(4):  # wrapped texts take their height one after another
        QApplication.processEvents()
        top = detail.more.questions.mapTo(scroll.widget(), QPoint(0, 0)).y()
        scroll.verticalScrollBar().setValue(top - 40)


def _advert(session: Session) -> None:
    postings = session.journeying.workspace.use_cases.postings
    kept = postings.add(ADVERT, company="A payments start-up")
    _start(session, kept.edit.changes[0].subject)


def _profile(session: Session):
    show_career(session.journeying, "profile")
    section = session.journeying.career.section("profile")
    _wait(session, section)
    return section


def _wait(session: Session, section) -> None:
    while not section.live.is_made:
        QApplication.processEvents()


def _filled(session: Session) -> None:
    workspace = session.journeying.workspace
    outline = workspace.store.reader.outline("backend-career")
    skills = list(outline.stages[0].skills)
    for number, skill in enumerate(skills[:5]):
        address = f"https://example.org/me/quiz/pull/{number}"
        workspace.proofs.add_link(skill, address, f"Pull request {number}")
    workspace.proofs.add_confirmation(skills[1], "Instructor of the course, 20 Nov")
    project = next(iter(outline.stages[0].projects))
    workspace.proofs.add_link(project, "https://example.org/me/quiz", "The game")
    workspace.use_cases.profiles.change(
        {
            "name": "Sam Learner",
            "headline": "Backend developer, Python and SQL",
            "email": "sam@example.org",
            "home": "Porto, or remote",
            "web": "https://example.org/sam https://code.example.org/sam",
            "summary": "I build **small services** that are easy to run.",
        }
    )
    _profile(session)


def _filled_large(session: Session) -> None:
    session.preferences.text_size = 200
    session.apply_look()
    _filled(session)
