"""Sentences about edits and states, the same in the window and on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import DAY, STATE, TEXT, Label, State
from tracker.domain.ids import PROJECT, lane_subject, slug_of
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from tracker.domain.edit import Edit
    from tracker.domain.forecast import TimeLeft
    from tracker.domain.skill import Hours, Resource

    _Words = Callable[[Edit, Callable[[str], str | None]], str]


_FIRST_WORDS = 60  # characters of a line that name it


def state_name(state: State, kind: str) -> str:
    """Return how a state is called for a kind of subject."""
    match state:
        case State.TODO:
            return tr("Planned") if kind == PROJECT else tr("To do")
        case State.LEARNING:
            return tr("Active") if kind == PROJECT else tr("Learning")
        case State.DONE:
            return tr("Done")
        case State.ASIDE:
            return tr("Set aside")


def described(edit: Edit, title_of: Callable[[str], str | None]) -> str:
    """Return what an edit did, as a short sentence without a full stop."""
    if not edit.changes:  # its changes are not in the file any more
        return tr("An unreadable change")
    asked = edit.changes[0].subject
    title = title_of(asked) or slug_of(asked)
    for labels, words in _own_words():
        if edit.label in labels:
            return words(edit, title_of)
    # Others: several things done at once, or a parent that its last part completed.
    done = {
        c.subject for c in edit.changes if c.field == STATE and c.after == State.DONE
    }
    others = len(done - {asked})
    if edit.label == Label.DONE and others > 0:
        one, many = "“{t}” and 1 more done", "“{t}” and {n} more done"
        return tr_n(one, many, others, t=title)
    more = len(edit.subjects) - 1
    if edit.label in _PLANS and more:
        return tr_n(*_PLANS[edit.label], more, t=title)
    return tr(_SENTENCES.get(edit.label, "Change of “{t}”"), t=title)


def _entry_words(edit: Edit, _title_of: Callable[[str], str | None]) -> str:
    """Return what happened to a line of the journal, with its first words."""
    gone = sum(c.field == DAY and c.after is None for c in edit.changes)
    if edit.label == Label.FORGET and gone > 1:
        return tr("{n} lines deleted from the journal", n=gone)
    texts = [c.after or c.before or "" for c in edit.changes if c.field == TEXT]
    first = next(iter(texts), "").partition("\n")[0]
    short = first if len(first) <= _FIRST_WORDS else first[: _FIRST_WORDS - 1] + "…"
    if not short:
        sentences = {
            Label.LOG: tr("Time logged"),
            Label.FORGET: tr("Line of the journal deleted"),
        }
        return sentences.get(Label(edit.label), tr("Line of the journal changed"))
    if edit.label == Label.LOG:
        return tr("Logged “{t}”", t=short)
    if edit.label == Label.FORGET:
        return tr("“{t}” deleted from the journal", t=short)
    return tr("“{t}” changed in the journal", t=short)


def _chosen(edit: Edit, title_of: Callable[[str], str | None]) -> str:
    change = edit.changes[0]
    fork, lane = slug_of(change.subject), change.after or ""
    title = title_of(lane_subject(fork, lane)) or title_of(change.subject)
    return tr("“{t}” chosen", t=title or fork)


def _own_words() -> tuple[tuple[Collection[str], _Words], ...]:
    """Return who tells of which labels; loaded with the first edit that is told."""
    from tracker.services import (  # noqa: PLC0415  # as told
        wording_applications as applications,
    )
    from tracker.services import wording_interview as interview  # noqa: PLC0415  # as told
    from tracker.services import wording_postings as postings  # noqa: PLC0415  # as told
    from tracker.services import wording_projects as projects  # noqa: PLC0415  # as told
    from tracker.services import wording_proof as proof  # noqa: PLC0415  # as told

    return (
        ({Label.LOG, Label.ENTRY, Label.FORGET}, _entry_words),
        (proof.PROOF_LABELS, proof.proof_edit_words),
        (postings.POSTING_LABELS, postings.posting_words),
        (interview.ANSWER_LABELS, interview.answer_words),
        (projects.PROJECT_LABELS, projects.project_words),
        (applications.APPLICATION_LABELS, applications.application_words),
        ({Label.LANE}, _chosen),
    )


_PLANS: dict[str, tuple[str, str]] = {  # of several things at once
    Label.PLAN: (
        "“{t}” and 1 more put on the plan",
        "“{t}” and {n} more put on the plan",
    ),
    Label.UNPLAN: (
        "“{t}” and 1 more taken off the plan",
        "“{t}” and {n} more taken off the plan",
    ),
}
_SENTENCES: dict[str, str] = {
    Label.DONE: "“{t}” done",
    Label.LEARNING: "“{t}” started",
    Label.ASIDE: "“{t}” set aside",
    Label.TODO: "“{t}” is to do again",
    Label.NOTE: "Note on “{t}”",
    Label.PLAN: "“{t}” put on the plan",
    Label.UNPLAN: "“{t}” taken off the plan",
    Label.PROFILE: "Profile changed",
    Label.AIM: "Your target changed",
    Label.CARRY: "Progress carried over to the new version of the roadmap",
}


def minutes_text(minutes: int) -> str:
    """Return a time spent, such as "1 h 30" or "45 min"; empty for none."""
    hours, rest = divmod(minutes, 60)
    if not minutes:
        return ""
    if not hours:
        return tr("{n} min", n=rest)
    return tr("{h} h {m:02}", h=hours, m=rest) if rest else tr("{h} h", h=hours)


def kept_text(number: int) -> str:
    """Return how many items of a roadmap a newer version of it keeps."""
    one, many = "1 item kept with its progress", "{n} items kept with their progress"
    return tr_n(one, many, number)


def resource_words(resource: Resource) -> str:
    """Return what kind of resource it is, what it costs, and its language."""
    kinds = {
        "documentation": tr("Documentation"),
        "specification": tr("Specification"),
        "tutorial": tr("Tutorial"),
        "course": tr("Course"),
        "book": tr("Book"),
        "video": tr("Video"),
        "article": tr("Article"),
        "practice": tr("Practice"),
    }
    costs = {"free": tr("free"), "paid": tr("paid"), "mixed": tr("partly free")}
    parts = [kinds.get(resource.kind, resource.kind)]
    parts.append(costs.get(resource.cost, resource.cost))
    if resource.language != "en":  # the language of everything else here
        parts.append(tr("in the language “{code}”", code=resource.language))
    return " · ".join(parts)


def hours_text(hours: Hours) -> str:
    """Return an effort, such as "~6 h" or "4–8 h"; empty for none that is planned."""
    if hours.high == 0:
        return ""
    if hours.low == hours.high:
        return tr("~{n} h", n=hours.low)
    return tr("{low}–{high} h", low=hours.low, high=hours.high)


def time_left_text(left: TimeLeft) -> str:
    """Return a time to go, such as "about 14 months"."""
    n = left.amount
    match left.unit:
        case "weeks":
            return tr_n("about 1 week", "about {n} weeks", n)
        case "months":
            return tr_n("about 1 month", "about {n} months", n)
        case _:
            return tr_n("about 1 year", "about {n} years", n)
