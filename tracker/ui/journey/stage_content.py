"""What the panel shows of a stage, beside the lists: texts and single items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.domain.ids import (
    ANSWER,
    APPLICATION,
    SKILL,
    has_kind,
    kind_of,
    project_subject,
    skill_subject,
    slug_of,
)
from tracker.domain.skill import Skill
from tracker.ui.journey.item_detail import Beside
from tracker.words import tr

if TYPE_CHECKING:
    from tracker.domain.edit import StoredEdit
    from tracker.domain.interview import Answer
    from tracker.domain.project import Project
    from tracker.services.applications import Practice
    from tracker.services.journey import Journey
    from tracker.services.ports import Reader
    from tracker.ui.journey.item_detail import ItemDetail

LONG_SUMMARY = 160  # characters
_MOST_MENTIONS = 8  # pages of the guide that are named beside a skill or project
_MARK = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~])")


def find(journey: Journey, position: int, subject: str) -> Skill | Project | None:
    """Return a skill or project of a stage, whichever lane it stands in."""
    stage, slug = journey.stage(position), slug_of(subject)
    pool = stage.skills if kind_of(subject) == SKILL else stage.all_projects
    return next((item for item in pool if item.slug == slug), None)


def beside(
    journey: Journey, position: int, item: Skill | Project, reader: Reader
) -> Beside:
    """Return what is told of an item of a stage that it does not say itself."""
    is_skill = isinstance(item, Skill)
    subject = (skill_subject if is_skill else project_subject)(item.slug)
    return Beside(
        stage_number=position + 1,
        links=links(item, reader),
        mentions=reader.references_to(subject)[:_MOST_MENTIONS],
        remark=remark(journey, position, item.slug),
        answers=answers(reader, subject),
        practice=practice(reader, subject),
    )


def follow(detail: ItemDetail, stored: StoredEdit, reader: Reader) -> None:
    """Show anew what changed answers and applications tell of what is shown."""
    if has_kind(stored.edit.subjects, ANSWER):
        detail.show_answers(answers(reader, detail.subject))
    if has_kind(stored.edit.subjects, APPLICATION):
        detail.practice.show_practice(practice(reader, detail.subject))


def practice(reader: Reader, subject: str) -> Practice | None:
    """Return what applications tell of a skill, if they tell anything."""
    if kind_of(subject) != SKILL:
        return None
    from tracker.services.applications import (  # noqa: PLC0415  # not at start
        read_practice,
    )

    return read_practice(reader, subject)


def answers(reader: Reader, subject: str) -> tuple[Answer, ...]:
    """Return the answers to the questions of a skill, the oldest first."""
    if kind_of(subject) != SKILL:
        return ()
    from tracker.services.interview import read_history  # noqa: PLC0415  # not at start

    return read_history(reader).of_skill(subject)


def links(item: Skill | Project, reader: Reader) -> list[tuple[str, str]]:
    """Return (subject, title) of the skills that one needs or exercises."""
    slugs = item.needs if isinstance(item, Skill) else item.skills
    titles = [(skill_subject(s), reader.title(skill_subject(s))) for s in slugs]
    return [(subject, title) for subject, title in titles if title]


def remark(journey: Journey, position: int, slug: str) -> str:
    """Say of an item that it stands in lanes which are not walked, if so."""
    fork = journey.stage(position).fork
    if fork is None or journey.walked(position).has(slug):
        return ""
    lanes = ", ".join(lane.title for lane in fork.lanes if lane.has(slug))
    return tr("On another lane: {lanes}. It counts once you walk it.", lanes=lanes)


def escaped(text: str) -> str:
    """Return plain text as Markdown that shows it as it is."""
    return _MARK.sub(r"\\\1", text)


def guide_text(journey: Journey, position: int) -> str:
    """Return the guide to a stage, and below it that to the lane that counts.

    A summary that is too long for the head of the panel stands above it.
    """
    stage = journey.stage(position)
    texts = [stage.guide]
    if len(stage.summary) > LONG_SUMMARY:
        texts.insert(0, escaped(stage.summary))
    if stage.fork is not None:
        texts.append(stage.fork.lane(journey.lane(position)).guide)
    whole = "\n\n---\n\n".join(filter(None, texts))
    return whole or tr("There is no guide to this stage.")
