"""The log as xAPI 1.0.3 statements, for a learning record store.

A statement cannot be changed, so what is taken back is voided, and what is brought
back is said anew: a voided statement stays void. ``stored``, ``authority`` and
``version`` are the store's to set.
"""

from __future__ import annotations

import json
from datetime import UTC, timedelta, timezone
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import UUID, uuid5

from tracker.domain.edit import STATE, UNREADABLE, Label, State
from tracker.domain.ids import (
    MILESTONE,
    OUTCOME,
    PROJECT,
    SKILL,
    kind_of,
    parent_of,
    slug_of,
)
from tracker.domain.texts import cleaned
from tracker.interchange.csv_file import all_titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tracker.domain.edit import StoredEdit
    from tracker.domain.work import Record

    Json = dict[str, object]

HOME = "https://milepost.invalid"
VERBS = "http://adlnet.gov/expapi/verbs/"
UNDETERMINED = "und"  # the language of a title (RFC 5646), which nobody recorded

_KINDS = frozenset({SKILL, OUTCOME, PROJECT, MILESTONE})
_VERBS = {State.DONE: "completed", State.LEARNING: "attempted"}
# What a subject that comes into a state can no longer be said to be.
_DENIED = {State.TODO: (State.DONE, State.LEARNING), State.LEARNING: (State.DONE,)}


def statements(record: Record, actor: str, edits: Iterable[StoredEdit]) -> str:
    """Return a JSON array with one statement on each line.

    An edit about one thing lends its statement its id, so that taking a file in twice
    changes nothing; one about several lends each a UUIDv5 of edit and subject. What was
    carried over to a new version of a roadmap says nothing: the learner did nothing.

    Args:
        record: Where the titles are.
        actor: An opaque name of the learner, not empty.
        edits: The whole log, oldest first; each id is a UUID.

    Raises:
        ValueError: The id of an edit is no UUID.
    """
    account = {"homePage": HOME, "name": cleaned(actor)}
    agent: Json = {"objectType": "Agent", "account": account}
    titles = all_titles(record)
    said: dict[str, dict[State, str]] = {}
    lines = [
        json.dumps({"actor": agent} | statement | _when(stored), ensure_ascii=False)
        for stored in edits
        for statement in _of_edit(stored, said, titles)
    ]
    return "[" + ",".join("\n" + line for line in lines) + "\n]\n"


def _of_edit(
    stored: StoredEdit, said: dict[str, dict[State, str]], titles: Mapping[str, str]
) -> Iterator[Json]:
    """Return what an edit says.

    ``said`` has the ids of the statements that stand, by subject and state; it is kept
    up to date.
    """
    moves = _moves(stored)
    for subject, after in moves.items():
        ids = _ids(stored.id, subject, alone=len(moves) == 1)
        standing = said.setdefault(subject, {})
        for state in _DENIED.get(after, ()):
            if state in standing:
                yield _voided(next(ids), standing.pop(state))
        if after in _VERBS and after not in standing:
            standing[after] = next(ids)
            yield _stated(standing[after], subject, after, titles)


def _moves(stored: StoredEdit) -> dict[str, State]:
    """Return the state in which an edit leaves each subject that statements tell of."""
    if stored.edit.label == Label.CARRY:
        return {}
    known = set(State)
    return {
        change.subject: State(change.after or State.TODO)
        for change in stored.edit.changes
        if change.field == STATE
        and kind_of(change.subject) in _KINDS
        and (change.after or State.TODO) in known
    }


def _ids(edit: str, subject: str, *, alone: bool) -> Iterator[str]:
    """Return ids for what an edit says of one subject, always the same ones."""
    space = UUID(edit)
    yield str(space) if alone else str(uuid5(space, subject))
    for number in count(2):
        yield str(uuid5(space, f"{subject}#{number}"))


def _stated(
    statement: str, subject: str, state: State, titles: Mapping[str, str]
) -> Json:
    context: Json = {"platform": "Milepost"}
    parent = parent_of(subject)
    if parent:
        context["contextActivities"] = {"parent": [_activity(parent, titles)]}
    return {
        "id": statement,
        "verb": _verb(_VERBS[state]),
        "object": _activity(subject, titles),
        "result": {"completion": state is State.DONE},
        "context": context,
    }


def _voided(statement: str, target: str) -> Json:
    return {
        "id": statement,
        "verb": _verb("voided"),
        "object": {"objectType": "StatementRef", "id": target},
    }


def _verb(name: str) -> Json:
    return {"id": VERBS + name, "display": {"en-US": name}}


def _activity(subject: str, titles: Mapping[str, str]) -> Json:
    name = f"{HOME}/{kind_of(subject)}/{quote(slug_of(subject))}"
    activity: Json = {"objectType": "Activity", "id": name}
    title = cleaned(titles.get(subject, "")).strip()
    if title:
        activity["definition"] = {"name": {UNDETERMINED: title}}
    return activity


def _when(stored: StoredEdit) -> Json:
    """Return the moment on the learner's own clock; nothing if nobody can read it."""
    if stored.at == UNREADABLE:
        return {}
    offset = timedelta(minutes=stored.utc_offset)
    zone = timezone(offset) if abs(offset) < timedelta(days=1) else UTC
    return {"timestamp": stored.at.astimezone(zone).isoformat(timespec="milliseconds")}
