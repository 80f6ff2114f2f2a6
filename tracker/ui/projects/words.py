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
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.domain.work import ProjectWork

STATES = (State.TODO, State.LEARNING, State.DONE, State.ASIDE)


@dataclass(frozen=True, slots=True)
class Card:
    """A project with the words around it.

    Attributes:
        work: The project.
        stage: Where it stands, such as "Stage 3".
        due: Its next day in words, empty for none.
        when: How soon that is.
        grade: How well it is proved.
    """

    work: ProjectWork
    stage: str
    due: str
    when: When
    grade: Grade = Grade.NONE

    @property
    def subject(self) -> str:
        """Return the project's own name."""
        return self.work.subject

    @property
    def column(self) -> str:
        """Return the state by which the board sorts it."""
        return self.work.status

    @property
    def title(self) -> str:
        """Return what it is called."""
        return self.work.title

    @property
    def is_quiet(self) -> bool:
        """Return whether nothing is to be done for it."""
        closed = self.work.status in {State.DONE, State.ASIDE}
        return closed or self.work.archived

    @property
    def count(self) -> str:
        """Return how many milestones are done, empty where there are none."""
        done, all_ = self.work.milestones_done, len(self.work.milestones)
        if not all_:
            return ""
        if self.work.status is State.DONE and done < all_:
            return tr_n(
                "done · {done} of {n} milestone",
                "done · {done} of {n} milestones",
                all_,
                done=done,
            )
        return tr_n(
            "{done} / {n} milestone", "{done} / {n} milestones", all_, done=done
        )

    @property
    def detail(self) -> str:
        """Return the line below the title."""
        archived = tr("Archived") if self.work.archived else ""
        return " · ".join(filter(None, (archived, self.stage, self.count)))

    @property
    def proof(self) -> str:
        """Return how well it is shown, empty while nothing shows it."""
        work = self.work
        of_parts = sum(len(each.proofs) for each in work.milestones)
        number = len(work.proofs) + of_parts
        word = grade_word(self.grade) if self.grade > Grade.CLAIMED else ""
        return " · ".join(filter(None, (word, proofs_text(number) if number else "")))

    @property
    def whole(self) -> str:
        """Return all that it says, for where there is no room for it."""
        parts = (self.work.title, self.detail, self.due, self.proof)
        return " · ".join(filter(None, parts))

    @property
    def part_done(self) -> float:
        """Return how much of it is done, from 0 to 1."""
        if self.work.status is State.DONE:
            return 1.0
        count = len(self.work.milestones)
        return self.work.milestones_done / count if count else 0.0

    @property
    def spoken(self) -> str:
        """Return what a screen reader says."""
        parts = (
            self.work.title,
            state_name(self.work.status, PROJECT),
            self.detail,
            self.due,
            self.proof,
        )
        return ", ".join(filter(None, parts))

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
) -> Card:
    """Return a card; ``numbers`` gives the number of each stage by its slug."""
    number = numbers.get(work.stage)
    stage = tr("Stage {n}", n=number) if number else tr("No stage")
    day = work.next_due
    if day is None:
        return Card(work, stage, "", When.LATER, grade)
    return Card(work, stage, due_text(day, today), when_due(day, today), grade)


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
