"""Scenes of Job fit; see `tests.screenshots`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tracker.app.career.page import show_career
from tracker.domain.edit import State
from tracker.domain.ids import skill_subject
from tracker.services.postings import NewPosting

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.app.session import Session
    from tracker.ui.career.postings.section import PostingsSection

SENIOR = """\
Senior Backend Engineer, Payments

We are a payments start-up that moves money between banks. Nine people build the
platform, and you would be the tenth.

Requirements
- 5+ years of Python or Java, in production
- You must know PostgreSQL well: indexes, query tuning, migrations
- REST APIs, testing and Git are daily bread
- Experience with Kafka, RabbitMQ or similar
- Docker and Kubernetes

Nice to have
- Terraform
- Caching with Redis
- Distributed systems

You don't need PHP. We offer a budget for courses and a quiet office.
"""
GERMAN = """\
Junior Backend-Entwickler (m/w/d)

Dein Profil
- Gute Kenntnisse in Python und SQL
- Erste Erfahrung mit Git, Docker von Vorteil
- Idealerweise Linux

Wir bieten
- Flexible Zeiten
"""
OTHERS = (
    "Platform engineer\n\nMust have: Go, Kubernetes, Terraform, Prometheus, Linux.",
    "Web developer\n\nYou bring HTML, CSS, JavaScript and Git. REST is a plus.",
    "Gardener for the town park\n\nYou love plants and are outside in any weather.",
)


def posting_scenes() -> dict[str, tuple[str, Callable[[Session], None]]]:
    """Return each scene: the data that it starts from, and what is done then."""
    return {
        "fit-empty": ("begun", _show),
        "fit": ("begun", show_fit),
        "fit-one": ("begun", _one),
        "fit-term": ("begun", _term),
        "fit-nothing": ("begun", _nothing),
        "fit-long": ("begun", _long),
        "fit-paste": ("begun", _paste),
        "fit-taught": ("begun", _taught),
        "fit-meaning": ("begun", _meaning),
        "fit-text-200": ("begun", _large),
        "fit-text-200-one": ("begun", _large_one),
        "fit-right-to-left": ("begun", _mirrored),
    }


def fill(session: Session) -> None:
    """Keep some adverts."""
    cases = session.journeying.workspace.use_cases
    adverts = [
        NewPosting(SENIOR, company="A payments start-up", place="Remote"),
        NewPosting(GERMAN, company="An agency", place="Leipzig"),
        *(NewPosting(text) for text in OTHERS),
    ]
    cases.postings.add_all(adverts)
    for slug in ("docker", "caching"):
        if cases.store.reader.knows(skill_subject(slug)):
            cases.learning.set_state(skill_subject(slug), State.LEARNING)


def _show(session: Session) -> PostingsSection:
    show_career(session.journeying, "postings")
    section = session.journeying.career.section("postings")
    end = time.monotonic() + 5
    scores = section.scoring.scores
    while (scores.unread() or not scores.is_current) and time.monotonic() < end:
        QApplication.processEvents()
    QApplication.processEvents()
    return section


def show_fit(session: Session) -> PostingsSection:
    """Show an advert beside the list."""
    fill(session)
    section = _show(session)
    section.list.choose(_named(section, "Senior Backend"))
    return section


def _named(section: PostingsSection, title: str) -> str:
    found = section.scoring.scores.postings.values()
    return next(p.subject for p in found if p.title.startswith(title))


def _one(session: Session) -> None:
    section = show_fit(session)
    section.open_chosen()


def _term(session: Session) -> None:
    section = show_fit(session)
    section.open_chosen()
    section.detail.terms.choose(3)
    section.detail._scroll.verticalScrollBar().setValue(400)


def _nothing(session: Session) -> None:
    section = show_fit(session)
    section.open(_named(section, "Gardener"))


def _long(session: Session) -> None:
    title = "An advert whose title is far longer than any list has room for " * 3
    text = title + "\n\n" + SENIOR * 30 + "🚀 x " * 300 + "y" * 3000
    cases = session.journeying.workspace.use_cases
    cases.postings.add_all(
        [NewPosting(text, title, "A company " * 18, "Far away " * 20)]
    )
    section = show_fit(session)
    section.open(_named(section, "An advert whose"))


def _paste(session: Session) -> None:
    section = show_fit(session)
    section.list.paste.click()


def _taught(session: Session) -> None:
    fill(session)
    teaching = session.journeying.workspace.use_cases.teaching
    teaching.teach("quiet office", "git-basics")
    teaching.refuse("Go", "choose-a-language")
    _show(session).list.taught.click()


def _meaning(session: Session) -> None:
    section = show_fit(session)
    section.detail.meaning_requested.emit("quiet office", "")


def _large(session: Session) -> None:
    session.preferences.text_size = 200
    session.apply_look()
    show_fit(session)


def _large_one(session: Session) -> None:
    _large(session)
    session.journeying.career.section("postings").open_chosen()


def _mirrored(session: Session) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show_fit(session)
