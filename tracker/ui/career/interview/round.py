"""A round of questions: where it is, and what was answered in it. No widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.interview import SkillResult, by_skill, tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.interview import Answers, SkillQuestion, Tally, Verdict


class Round:
    """Questions one after another; results are those that are stored."""

    def __init__(self, title: str, questions: Sequence[SkillQuestion]) -> None:
        """Begin with the first question; ``title`` says what they are for."""
        self.title = title
        self.questions = tuple(questions)
        self.position = 0
        self._given: dict[tuple[str, str], str] = {}  # answers of this round

    @property
    def asked(self) -> SkillQuestion:
        """Return the question that is asked now."""
        return self.questions[min(self.position, len(self.questions) - 1)]

    @property
    def is_over(self) -> bool:
        """Return whether the last question was left behind."""
        return self.position >= len(self.questions)

    def go_on(self) -> None:
        """Go to the next question."""
        self.position = min(self.position + 1, len(self.questions))

    def go_back(self) -> None:
        """Go to the question before."""
        self.position = max(self.position - 1, 0)

    def given(self) -> str | None:
        """Return the answer that was given to this question in this round."""
        return self._given.get(self.asked.key)

    def take(self, answer: str) -> None:
        """Know which answer was given to this question."""
        self._given[self.asked.key] = answer

    def result(self, asked: SkillQuestion, history: Answers) -> Verdict | None:
        """Return how a question of this round went, if it was judged in it."""
        subject = self._given.get(asked.key)
        found = (a.result for a in history.answers if a.subject == subject)
        return next(found, None)

    def results(self, history: Answers) -> list[tuple[SkillQuestion, Verdict | None]]:
        """Return every question with how it went."""
        return [(asked, self.result(asked, history)) for asked in self.questions]

    def tally(self, history: Answers) -> Tally:
        """Count how the questions went; ``never`` are those left out."""
        return tally(result for _, result in self.results(history))

    def by_skill(self, history: Answers) -> list[SkillResult]:
        """Return the skills of which something was answered, the worst first."""
        pairs = [pair for pair in self.results(history) if pair[1] is not None]
        return by_skill(pairs)

    def first_open(self, history: Answers) -> int | None:
        """Return the place of the first question without a result."""
        pairs = enumerate(self.results(history))
        return next((n for n, (_, result) in pairs if result is None), None)

    def place_of(self, answer: str) -> int | None:
        """Return the place of the question to which an answer was given."""
        keys = [asked.key for asked in self.questions]
        found = (keys.index(k) for k, each in self._given.items() if each == answer)
        return next(found, None)
