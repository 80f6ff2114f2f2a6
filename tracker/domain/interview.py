"""Interview questions: which are asked first, and how a learner did at them.

A question is known by its skill and its words, so an answer stays with its skill when
the questions of that skill change. The order is a rule without chance:

1. what was never answered, one question of each skill after another, so that a short
   round visits many skills;
2. what did not go well the last time: "not yet" before "partly", the oldest first;
3. what went well, the oldest first.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.edit import DAY, QUESTION, RESULT, TARGET, TEXT
from tracker.domain.ids import ANSWER, kind_of, skill_subject
from tracker.domain.stored_days import certain_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from tracker.domain.skill import Skill

FIELDS = (TARGET, QUESTION, TEXT, RESULT, DAY)  # of an answer; the first makes it


class Verdict(StrEnum):
    """How an answer went, in the learner's own judgement; the words are stored."""

    GOOD = "good"
    PARTLY = "partly"
    AGAIN = "again"


_WORST_FIRST = (Verdict.AGAIN, Verdict.PARTLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer that a learner gave to a question.

    Attributes:
        subject: Its own name, ``answer:…``; sorts by time.
        target: Subject of the skill.
        question: The question in its words of that day.
        text: What the learner answered, Markdown; empty if they only thought it.
        result: How it went; ``None`` while it is not judged.
        day: The learner's own day.
    """

    subject: str
    target: str
    question: str
    text: str = ""
    result: Verdict | None = None
    day: date


class SkillQuestion(NamedTuple):
    """A question of a skill, with its model answer.

    Attributes:
        skill: Subject of the skill.
        title: Title of the skill.
    """

    skill: str
    title: str
    ask: str
    answer: str

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells it from others: its skill and its words."""
        return self.skill, as_key(self.ask)


def as_key(ask: str) -> str:
    """Return a question as it is compared: without differences of blanks."""
    return " ".join(ask.split())


def answers_from(facts: Mapping[str, Mapping[str, str]]) -> Iterator[Answer]:
    """Return the answers that facts (field → subject → value) make up, oldest first."""
    for subject in sorted(s for s in facts[TARGET] if kind_of(s) == ANSWER):
        yield Answer(
            subject=subject,
            target=facts[TARGET][subject],
            question=facts[QUESTION].get(subject, ""),
            text=facts[TEXT].get(subject, ""),
            result=_result(facts[RESULT].get(subject, "")),
            day=certain_day(facts[DAY].get(subject)),
        )


def questions_of(skills: Iterable[Skill]) -> list[SkillQuestion]:
    """Return every question of some skills, each once, skill after skill."""
    found: dict[tuple[str, str], SkillQuestion] = {}
    for skill in skills:
        for each in skill.questions:
            subject = skill_subject(skill.slug)
            asked = SkillQuestion(subject, skill.title, each.ask, each.answer)
            found.setdefault(asked.key, asked)
    return list(found.values())


class Answers:
    """Every answer, looked up by question."""

    def __init__(self, answers: Iterable[Answer] = ()) -> None:
        """Take the answers, the oldest first."""
        self.answers = tuple(answers)
        self._last: dict[tuple[str, str], Answer] = {}
        self._open: dict[tuple[str, str], Answer] = {}
        self._of: defaultdict[str, list[Answer]] = defaultdict(list)
        for each in self.answers:
            key = (each.target, as_key(each.question))
            self._of[each.target].append(each)
            if each.result is None:
                self._open[key] = each
            else:
                self._last[key] = each

    def last(self, asked: SkillQuestion) -> Answer | None:
        """Return the last answer to a question that was judged."""
        return self._last.get(asked.key)

    def unjudged(self, asked: SkillQuestion) -> Answer | None:
        """Return the last answer that was begun and never judged."""
        return self._open.get(asked.key)

    def of_skill(self, subject: str) -> tuple[Answer, ...]:
        """Return the answers to questions of a skill, the oldest first."""
        return tuple(self._of.get(subject, ()))

    def weak(self) -> list[str]:
        """Return the skills of which a question did not go well the last time.

        The one that waits longest comes first.
        """
        bad = [a for a in self._last.values() if a.result is not Verdict.GOOD]
        bad.sort(key=lambda answer: answer.subject)
        return list(dict.fromkeys(answer.target for answer in bad))

    def is_weak(self, asked: SkillQuestion) -> bool:
        """Return whether a question did not go well the last time."""
        last = self.last(asked)
        return last is not None and last.result is not Verdict.GOOD


def in_order(
    questions: Sequence[SkillQuestion], history: Answers, most: int | None = None
) -> list[SkillQuestion]:
    """Return questions in the order in which they are asked; see this module.

    Args:
        questions: All of them, those of a skill together.
        history: What was answered so far.
        most: At most so many; all, if missing.
    """
    turn: defaultdict[str, int] = defaultdict(int)
    ranked: list[tuple[tuple[int, int, str, int], SkillQuestion]] = []
    for place, asked in enumerate(questions):
        last = history.last(asked)
        if last is None:
            rank = (0, turn[asked.skill], "", place)
            turn[asked.skill] += 1
        elif last.result in _WORST_FIRST:
            rank = (1, _WORST_FIRST.index(last.result), last.subject, place)
        else:
            rank = (2, 0, last.subject, place)
        ranked.append((rank, asked))
    ranked.sort(key=lambda pair: pair[0])
    return [asked for _, asked in ranked[:most]]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions went how, by their last answer."""

    good: int = 0
    partly: int = 0
    again: int = 0
    never: int = 0

    @property
    def total(self) -> int:
        """Return how many questions there are."""
        return self.good + self.partly + self.again + self.never


def tally(results: Iterable[Verdict | None]) -> Tally:
    """Count results; ``None`` is a question without one."""
    found = list(results)
    return Tally(
        found.count(Verdict.GOOD),
        found.count(Verdict.PARTLY),
        found.count(Verdict.AGAIN),
        found.count(None),
    )


@dataclass(frozen=True, slots=True)
class SkillResult:
    """How the questions of one skill went in a round.

    Attributes:
        skill: Its subject.
        repeat: The questions that did not go well.
    """

    skill: str
    title: str
    tally: Tally
    repeat: tuple[str, ...]

    @property
    def is_weak(self) -> bool:
        """Return whether something of it did not go well."""
        return bool(self.repeat)


def by_skill(
    results: Iterable[tuple[SkillQuestion, Verdict | None]],
) -> list[SkillResult]:
    """Return a round skill by skill, what went worst first; skipped ones count too."""
    groups: defaultdict[str, list[tuple[SkillQuestion, Verdict | None]]] = defaultdict(
        list
    )
    for asked, result in results:
        groups[asked.skill].append((asked, result))
    made = [
        SkillResult(
            skill,
            pairs[0][0].title,
            tally(result for _, result in pairs),
            tuple(a.ask for a, result in pairs if result in _WORST_FIRST),
        )
        for skill, pairs in groups.items()
    ]
    return sorted(made, key=lambda each: (-each.tally.again, -each.tally.partly))


def _result(text: str) -> Verdict | None:
    """Return a stored result; a word of a newer Milepost is none."""
    return Verdict(text) if text in set(Verdict) else None
