"""What a card, a row and the header say of a project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.due import When, all_due, when_due
from tracker.domain.edit import State
from tracker.domain.ids import PROJECT
from tracker.domain.work import Grade
from tracker.services.wording import state_name
from tracker.services.wording_proof import grade_word, proofs_text
from tracker.ui.day_words import due_text
from tracker.ui.widgets.card_delegate import BoardCard
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.domain.work import ProjectWork

STATES = (State.TODO, State.LEARNING, State.DONE, State.ASIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectCard(BoardCard):
    """A project with the words around it.

    Attributes:
        work: The project.
        stage: Where it stands, such as "Stage 3".
        count: How many milestones are done, empty where there are none.
    """

    work: ProjectWork
    stage: str
    count: str
    part_done: float = 0.0

    def has(self, words: Sequence[str]) -> bool:
        """Return whether all of these words, in small letters, stand in it."""
        text = " ".join(
            (
                self.work.title,
                self.stage,
                self.work.brief,
                *(each.title for each in self.work.milestones),
            )
        ).casefold()
        return all(word in text for word in words)


def card_of(
    work: ProjectWork,
    numbers: dict[str, int],
    today: date,
    grade: Grade = Grade.NONE,
) -> ProjectCard:
    """Return a card; ``numbers`` gives the number of each stage by its slug."""
    number, day, count = numbers.get(work.stage), work.next_due, _count(work)
    stage = tr("Stage {n}", n=number) if number else tr("No stage")
    archived = tr("Archived") if work.archived else ""
    return ProjectCard(
        work=work,
        stage=stage,
        count=count,
        subject=work.subject,
        column=work.status,
        state=state_name(work.status, PROJECT),
        title=work.title,
        detail=" · ".join(filter(None, (archived, stage, count))),
        part_done=_part_done(work),
        due=due_text(day, today) if day else "",
        when=when_due(day, today) if day else When.LATER,
        proof=_proof(work, grade),
        grade=grade,
        is_quiet=work.archived or work.status in {State.DONE, State.ASIDE},
    )


def _count(work: ProjectWork) -> str:
    done, all_ = work.milestones_done, len(work.milestones)
    if not all_:
        return ""
    if work.status is State.DONE and done < all_:
        return tr_n(
            "done · {done} of {n} milestone",
            "done · {done} of {n} milestones",
            all_,
            done=done,
        )
    return tr_n("{done} / {n} milestone", "{done} / {n} milestones", all_, done=done)


def _proof(work: ProjectWork, grade: Grade) -> str:
    """Return how well it is shown, empty while nothing shows it."""
    number = len(work.proofs) + sum(len(each.proofs) for each in work.milestones)
    word = grade_word(grade) if grade > Grade.CLAIMED else ""
    return " · ".join(filter(None, (word, proofs_text(number) if number else "")))


def _part_done(work: ProjectWork) -> float:
    """Return how much of it is done, from 0 to 1."""
    if work.status is State.DONE:
        return 1.0
    count = len(work.milestones)
    return work.milestones_done / count if count else 0.0


def header_text(works: Sequence[ProjectWork], today: date) -> str:
    """Return the line of the page: how many are active, and what is due next."""
    active = sum(w.status is State.LEARNING and not w.archived for w in works)
    count = tr_n("1 active", "{n} active", active) if active else tr("None active")
    due = all_due(works, today)
    if not due:
        return tr("{count} · nothing has a due date", count=count)
    first = due[0]
    where = f" ({first.project})" if first.project else ""
    return tr(
        "{count} · next: {title}{where}, {due}",
        count=count,
        title=first.title,
        where=where,
        due=_lowered(due_text(first.day, today)),
    )


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
