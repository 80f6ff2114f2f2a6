"""Skills of which one is enough: "Python or Java", "Kafka, RabbitMQ or similar"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from tracker.domain.fit.cue_words import Means
from tracker.domain.fit.finding import gap, is_listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.domain.fit.finding import Mark
    from tracker.domain.fit.sentence import Sentence

# Skills that do the same job, so that a slash or a bracket between them means "or".
# A slug that no catalogue has does no harm here.
RIVALS: tuple[frozenset[str], ...] = tuple(
    frozenset(each.split())
    for each in (
        "python javascript typescript java php csharp ruby go rust",
        "django flask fastapi spring-boot laravel symfony aspnet-core rails axum",
        "aws google-cloud azure",
        "postgresql mysql sqlite mongodb wide-column-stores",
        "kafka rabbitmq message-queues batch-and-streaming",
        "terraform cloudformation",
        "graphql rest-api-design grpc",
    )
)
_ONE_OF_WITHIN = 60  # characters between "one of" and the first of them
_SIMILAR_WITHIN = 16


class _By(Enum):
    """What stands between two items of a list."""

    COMMA = auto()
    SLASH = auto()
    OR = auto()
    AND = auto()
    BRACKET = auto()


# Tuples, here and in `weighing`: to look an enum up in a set is several times slower.
_PARTING = (None, _By.AND, _By.BRACKET)
_OR = re.compile(
    r"\b(?:or|oder|bzw|nor|resp|alternatively|alternativ|beziehungsweise)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\b(?:and|und|sowie|as well as)\b|[&+]", re.IGNORECASE)


_EXAMPLE_OF = re.compile(
    r"\b(?:such as|like|e\.g\.,?|wie(?: z\. ?B\.)?|z\. ?B\.)[ \t]+$", re.IGNORECASE
)
_EXAMPLES = re.compile(
    r"[^\W_]{0,2}[ \t]*(?:\(|,?[ \t]*(?:such as|like|including|wie|z\. ?B\.|e\.g\.))"
    r"[ \t]*\(?(?:e\.g\.,?[ \t]*|z\. ?B\.[ \t]*)?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Run:
    """Items of one list between two "and", or two brackets."""

    items: list[Mark]
    by: list[_By]


def choices_of(sentence: Sentence, counted: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Yield the names of which one is enough, two or more at a time.

    Args:
        sentence: The sentence.
        counted: The technologies in it that are asked for.
    """
    for run in _joined(sentence, list(_runs(sentence.text, counted))):
        if len(run.items) > 1:
            for choice in _choices(sentence, run):
                yield [*_head_of(sentence, choice, counted), *choice]


def _joined(sentence: Sentence, runs: list[_Run]) -> list[_Run]:
    """Return the lists, with examples as one: "languages such as Python and Java"."""
    text, joined = sentence.text, runs[:1]
    for run in runs[1:]:
        left = joined[-1]
        first = left.items[0].start
        if (
            _between(text, left.items[-1], run.items[0]) is _By.AND
            and _EXAMPLE_OF.search(text, max(sentence.start, first - 16), first)
            and _all_rivals([*left.items, *run.items])
        ):
            left.by += [_By.COMMA, *run.by]
            left.items += run.items
        else:
            joined.append(run)
    return joined


def _head_of(
    sentence: Sentence, choice: list[Mark], counted: Sequence[Mark]
) -> list[Mark]:
    """Return what a choice gives examples of, if that does the same job.

    "Message brokers such as Kafka or RabbitMQ" is one thing that is asked for.
    """
    number = counted.index(choice[0])
    head = counted[number - 1] if number else None
    if head is None or not _are_rivals(head, choice[-1]):
        return []
    between = sentence.text[head.end : choice[0].start]
    return [head] if _EXAMPLES.fullmatch(between) else []


def _runs(text: str, counted: Sequence[Mark]) -> Iterator[_Run]:
    run: _Run | None = None
    for mark in counted:
        if run is not None and _is_one(text, run.items[-1], mark):
            run.items[-1] = mark  # "AWS SQS": what is chosen is the service
            continue
        by = None if run is None else _between(text, run.items[-1], mark)
        if run is not None and by not in _PARTING:
            run.items.append(mark)
            run.by.append(by)
            continue
        if run is not None:
            yield run
        run = _Run([mark], [])
    if run is not None:
        yield run


def _is_one(text: str, left: Mark, right: Mark) -> bool:
    """Return whether two names stand together with nothing but a blank between."""
    return text[left.end : right.start] == " "


def _between(text: str, left: Mark, right: Mark) -> _By | None:
    if not is_listed(text, left, right):
        return None
    between = gap(text, left, right)
    if _OR.search(between):
        return _By.OR
    if "/" in between or "|" in between:
        return _By.SLASH
    if _AND.search(between):
        return _By.AND
    return _By.BRACKET if "(" in between else _By.COMMA


def _choices(sentence: Sentence, run: _Run) -> Iterator[list[Mark]]:
    if _follows_one_of(sentence, run.items[0]):
        yield run.items
        return
    start = 0  # the items from here on belong to no choice yet
    for number, by in enumerate(run.by):
        following = run.by[number + 1] if number + 1 < len(run.by) else None
        if (by is _By.OR or by is _By.SLASH) and following is not by:
            end = number + 2
            if by is _By.SLASH:
                choice = _of_slash(run, number)
                if _all_rivals(choice):
                    yield choice
                    start = end
                continue
            yield run.items[_first_of(run, number, start) : end]
            start = end
    rest = run.items[start:]
    if len(rest) > 1 and _is_of_examples(sentence, run, start):
        if not _is_bracketed(sentence, rest):
            rest = _tail_of_rivals(sentence, rest)
        yield rest


def _of_slash(run: _Run, number: int) -> list[Mark]:
    first = number
    while first > 0 and run.by[first - 1] is _By.SLASH:
        first -= 1
    return run.items[first : number + 2]


def _first_of(run: _Run, number: int, start: int) -> int:
    """Return where a choice begins whose last separator has a number.

    "Docker, Flask or Django": what stands before a comma belongs to the choice only if
    it does the same job.
    """
    first = number
    while first > start:
        by = run.by[first - 1]
        alike = _are_rivals(run.items[first - 1], run.items[number + 1])
        known = _job(run.items[number + 1]) is not None
        if by is _By.COMMA and known and not alike:
            break
        first -= 1
    return first


def _is_of_examples(sentence: Sentence, run: _Run, start: int) -> bool:
    """Return whether a list only gives examples, of which one is enough."""
    last = run.items[-1]
    if _cue_within(sentence, Means.SIMILAR, last.end, last.end + _SIMILAR_WITHIN):
        return True
    first = run.items[start]
    opened = sentence.text[first.start - 1 : first.start] == "("
    like = _cue_within(sentence, Means.SUCH_AS, first.start - 16, first.start)
    return (opened or like) and _all_rivals(run.items[start:])


def _is_bracketed(sentence: Sentence, items: Sequence[Mark]) -> bool:
    """Return whether a list fills a bracket: then all of it is one choice."""
    text, first, last = sentence.text, items[0].start, items[-1].end
    return text[first - 1 : first] == "(" and ")" in text[last : last + 40]


def _tail_of_rivals(sentence: Sentence, rest: list[Mark]) -> list[Mark]:
    """Return the last items of a list that do the same job as the last one.

    Of what no job is known, "X, Y or similar" is a choice, but "X, Y, etc." is both.
    """
    if _job(rest[-1]) is None:
        behind = sentence.text[rest[-1].end : rest[-1].end + _SIMILAR_WITHIN]
        return rest if _OR.search(behind) else rest[-1:]
    first = len(rest) - 1
    while first > 0 and _are_rivals(rest[first - 1], rest[-1]):
        first -= 1
    return rest[first:]


def _follows_one_of(sentence: Sentence, first: Mark) -> bool:
    start = first.start - _ONE_OF_WITHIN
    return _cue_within(sentence, Means.ONE_OF, start, first.start)


def _cue_within(sentence: Sentence, means: Means, start: int, end: int) -> bool:
    for mark in sentence.marks:
        cues = (mark.before, mark.after)
        if start <= mark.start <= end and any(c and c.means is means for c in cues):
            return True
    return False


def _job(mark: Mark) -> frozenset[str] | None:
    skill = mark.name.skill if mark.name else ""
    return next((each for each in RIVALS if skill in each), None)


def _are_rivals(left: Mark, right: Mark) -> bool:
    if left.name is None or right.name is None:
        return True  # nothing is known against it
    job = _job(left)
    return left.name.skill == right.name.skill or (
        job is not None and job is _job(right)
    )


def _all_rivals(items: Sequence[Mark]) -> bool:
    named = [mark for mark in items if mark.name is not None]
    return all(_are_rivals(named[0], other) for other in named[1:])
