"""Scenes of the ladder and the roles; see `tests.screenshots`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QApplication

from tracker.app.career.page import show_career
from tracker.domain.edit import (
    TARGET_DAY,
    TARGET_LEVEL,
    TARGET_PAY,
    TARGET_PLACE,
    State,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.app.session import Session


def career_scenes() -> dict[str, tuple[str, Callable[[Session], None]]]:
    """Return each scene: the data that it starts from, and what is done then."""
    return {
        "ladder": ("begun", show_ladder),
        "ladder-new": ("chosen", lambda s: show_career(s.journeying, "ladder")),
        "ladder-full": ("finished", lambda s: show_career(s.journeying, "ladder")),
        "ladder-below": ("begun", _below),
        "ladder-advert": ("begun", _advert),
        "ladder-level": ("begun", lambda s: _open(s, "level:junior")),
        "ladder-level-below": ("begun", _level_below),
        "ladder-roles": ("begun", lambda s: _open(s, "roles:")),
        "ladder-role": ("begun", lambda s: _open(s, "role:devops-engineer")),
        "ladder-lane": ("begun", lambda s: _open(s, "lane:direction/management")),
        "ladder-compare": ("begun", lambda s: _open(s, "compare:junior/mid")),
        "ladder-sum": ("begun", _sum),
        "ladder-text-200": ("begun", _large),
        "ladder-right-to-left": ("begun", _mirrored),
        "plan-on-road": ("begun", _planned_on_road),
        "plan-in-list": ("begun", _planned_in_list),
    }


def fill(session: Session) -> None:
    """Plan some skills, head for a level."""
    journeying = session.journeying
    use_cases = journeying.workspace.use_cases
    outline = journeying.current.journey.outline
    rest = list(outline.stages[2].skills)[7:12]
    use_cases.plan.add([*rest, next(iter(outline.stages[3].projects))])
    use_cases.learning.set_state("skill:docker", State.LEARNING)
    use_cases.learning.choose_lane("specialisation", "devops")
    day = use_cases.targets.today() + timedelta(days=200)
    use_cases.targets.set_fields(
        {
            TARGET_LEVEL: "mid",
            TARGET_DAY: day.isoformat(),
            TARGET_PLACE: "Berlin",
            TARGET_PAY: "€55K",
        }
    )


def show_ladder(session: Session) -> None:
    """Show the ladder of somebody who is on the way."""
    fill(session)
    show_career(session.journeying, "ladder")


def _section(session: Session):
    return session.journeying.career.section("ladder")


def _settled() -> None:
    for _ in range(4):
        QApplication.processEvents()


def _below(session: Session) -> None:
    show_ladder(session)
    _settled()
    bar = _section(session).overview.verticalScrollBar()
    bar.setValue(bar.maximum())


def _advert(session: Session) -> None:
    text = (
        "Senior Backend Engineer, Payments\n\nRequirements\n- Python and PostgreSQL\n"
        "- REST APIs, unit tests and Git\n- Docker\n- Kafka and Kubernetes\n"
        "Nice to have: sharding, Terraform"
    )
    session.journeying.workspace.use_cases.postings.add(text)
    show_ladder(session)
    section = _section(session)
    for _ in range(200):
        QApplication.processEvents()
        if section.overview.fit.score.text():
            break
        QThread.msleep(10)
    bar = section.overview.verticalScrollBar()
    bar.setValue(bar.maximum())


def _open(session: Session, subject: str) -> None:
    fill(session)
    show_career(session.journeying, "ladder", subject)


def _level_below(session: Session) -> None:
    _open(session, "level:junior")
    _settled()
    _section(session).detail.page.verticalScrollBar().setValue(700)


def _sum(session: Session) -> None:
    show_ladder(session)
    _section(session).show_sum("level:junior")


def _large(session: Session) -> None:
    session.preferences.text_size = 200
    session.apply_look()
    show_ladder(session)


def _mirrored(session: Session) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show_ladder(session)


def _planned_on_road(session: Session) -> None:
    fill(session)
    session.journeying.page.show_stage(2)


def _planned_in_list(session: Session) -> None:
    fill(session)
    session.journeying.page.show_as_list(as_list=True)
    tree = session.journeying.page.tree
    tree.expand(tree.tree.index(2, 0))
    tree.expand(tree.tree.index(0, 0, tree.tree.index(2, 0)))
