"""What the interview reads and asks for; its widgets know no use cases."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from tracker.domain.errors import NotFoundError
from tracker.domain.ids import ANSWER, POSTING, SKILL, has_kind, kind_of
from tracker.domain.reference import LEVEL, ROLE
from tracker.services.interview import WEAK, Questions, skills_for
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.edit import StoredEdit
    from tracker.domain.interview import Answers, SkillQuestion, Verdict
    from tracker.services.use_cases import UseCases
    from tracker.ui.career.adverts import Adverts
    from tracker.ui.commands import Commands
    from tracker.ui.current import Current


class Topic(NamedTuple):
    """Something whose skills can be asked about."""

    subject: str
    title: str


class InterviewDesk(QObject):
    """Reads questions and answers, and runs the commands of the interview."""

    changed = Signal(object)  # StoredEdit about an answer

    def __init__(
        self,
        current: Current,
        commands: Commands,
        use_cases: UseCases,
        adverts: Adverts,
    ) -> None:
        """Read from ``current``; ``adverts`` knows what adverts ask for."""
        super().__init__(commands)
        self._current, self._commands = current, commands
        self._use_cases = use_cases
        self.adverts = adverts
        self._questions: Questions | None = None
        self._history: Answers | None = None
        current.changed.connect(self._on_changed)
        current.replaced.connect(self.forget)

    def forget(self) -> None:
        """Read everything again when it is wanted."""
        self._questions = self._history = None

    @property
    def history(self) -> Answers:
        """Return every answer."""
        if self._history is None:
            self._history = self._use_cases.interviews.history()
        return self._history

    def choices(self, kind: str) -> list[Topic]:
        """Return the levels, roles, adverts or skills that there are."""
        reader = self._current.reader
        if kind == LEVEL:
            levels = reader.ladder().levels
            return [Topic(f"{LEVEL}:{each.slug}", each.title) for each in levels]
        if kind == ROLE:
            roles = reader.ladder().roles
            return [Topic(f"{ROLE}:{each.slug}", each.title) for each in roles]
        if kind == SKILL:
            journey = self._current.journey
            items = [] if journey is None else reader.items(journey.outline.slug)
            skills = [i for i in items if kind_of(i.subject) == SKILL]
            found = {i.subject: Topic(i.subject, i.title) for i in skills}
            return sorted(found.values(), key=lambda each: each.title.casefold())
        if kind == WEAK:
            return [Topic(WEAK, tr("What did not go well"))]
        kept = self._use_cases.postings.all()
        return [Topic(p.subject, _advert(p.title, p.company)) for p in kept]

    def is_read(self, subject: str) -> bool:
        """Return whether it is known what is asked for; an advert is read first."""
        return kind_of(subject) != POSTING or self.adverts.are_read([subject])

    def questions(self, subject: str) -> list[SkillQuestion]:
        """Return the questions of what a level, role, advert or skill asks for."""
        if self._questions is None:
            self._questions = Questions(self._current.reader)
        try:
            skills = skills_for(
                self._current.reader,
                subject,
                self._current.grounds,
                self.adverts.fit_of.skills,
            )
        except NotFoundError:
            return []
        found = self._questions.of(skills)
        if subject == WEAK:
            return [each for each in found if self.history.is_weak(each)]
        return found

    def title(self, subject: str) -> str:
        """Return what an advert, a level, a role or a skill is called."""
        kind = WEAK if subject == WEAK else kind_of(subject)
        found = (c.title for c in self.choices(kind) if c.subject == subject)
        return next(found, "") or self._current.reader.title(subject) or subject

    def write(self, asked: SkillQuestion, text: str) -> bool:
        """Keep what was typed."""
        return self._commands.perform(
            partial(self._use_cases.interviews.write, asked, text)
        )

    def judge(self, asked: SkillQuestion, result: Verdict, text: str) -> bool:
        """Keep how an answer went, with its text."""
        return self._commands.perform(
            partial(self._use_cases.interviews.judge, asked, result, text)
        )

    def judge_again(self, answer: str, result: Verdict, text: str) -> bool:
        """Change how an answer went, and its text."""
        return self._commands.perform(
            partial(self._use_cases.interviews.judge_again, answer, result, text)
        )

    def plan(self, skills: Sequence[str]) -> bool:
        """Put skills on the plan."""
        return self._commands.plan(skills)

    def on_plan(self) -> frozenset[str]:
        """Return what is on the plan."""
        return frozenset(self._current.plan)

    def _on_changed(self, stored: StoredEdit, _stages: frozenset[int]) -> None:
        if has_kind(stored.edit.subjects, ANSWER):
            self._history = None
            self.changed.emit(stored)


def _advert(title: str, company: str) -> str:
    return f"{title} · {company}" if company else title
