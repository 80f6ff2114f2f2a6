"""Sentences about interview questions, the same in the window and on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import RESULT, TARGET, Label
from tracker.domain.interview import Verdict
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.edit import Edit
    from tracker.domain.interview import Answer, Tally

ANSWER_LABELS = frozenset({Label.ANSWER, Label.UNANSWER})


def answer_words(edit: Edit, title_of: Callable[[str], str | None]) -> str:
    """Return what an edit of an answer did, as a short sentence."""
    targets = [c.after or c.before or "" for c in edit.changes if c.field == TARGET]
    subject = edit.changes[0].subject
    title = next((title_of(t) or t for t in targets), "") or title_of(subject) or ""
    results = [c.after for c in edit.changes if c.field == RESULT]
    if edit.label == Label.UNANSWER:
        return tr("Answer on “{t}” removed", t=title)
    if results and results[0] in set(Verdict):
        result = verdict_name(Verdict(results[0]))
        if title:
            return tr("“{t}”: {result}", t=title, result=result)
        return tr("Answer judged: {result}", result=result)
    return tr("Answer on “{t}” kept", t=title) if title else tr("Answer changed")


def verdict_name(result: Verdict) -> str:
    """Return how a result is called."""
    match result:
        case Verdict.GOOD:
            return tr("Went well")
        case Verdict.PARTLY:
            return tr("Partly")
        case Verdict.AGAIN:
            return tr("Not yet")


def verdict_text(answer: Answer | None) -> str:
    """Return how a question went the last time, and when."""
    if answer is None or answer.result is None:
        return tr("Never answered")
    day = answer.day.isoformat()
    return tr("{result} · {day}", result=verdict_name(answer.result), day=day)


def tally_text(tally: Tally) -> str:
    """Return numbers in words, such as "3 went well · 1 not yet · 2 never answered"."""
    parts = (
        (tally.good, tr_n("1 went well", "{n} went well", tally.good)),
        (tally.partly, tr_n("1 partly", "{n} partly", tally.partly)),
        (tally.again, tr_n("1 not yet", "{n} not yet", tally.again)),
        (tally.never, tr_n("1 never answered", "{n} never answered", tally.never)),
    )
    return " · ".join(text for number, text in parts if number)


def questions_text(number: int) -> str:
    """Return how many questions there are."""
    return tr_n("1 question", "{n} questions", number)
