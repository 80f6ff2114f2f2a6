"""Everything that is wrong in a file, gathered before any of it is told."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import Problem, UnreadableFileError
from tracker.interchange.yaml_nodes import shown
from tracker.interchange.yaml_reader import locate
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.interchange.yaml_nodes import Path

MOST = 200  # problems told at once


class _Finding(NamedTuple):
    path: Path
    found: str
    expected: str
    on_key: bool


class Findings:
    """What is wrong in one file. Keeps the first ``MOST``, counts the rest.

    Attributes:
        count: How many were found.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self._name, self._data = name, data
        self._kept: list[_Finding] = []
        self.count = 0

    @property
    def full(self) -> bool:
        """Whether another finding would only be counted."""
        return len(self._kept) >= MOST

    def add(
        self, path: Path, found: str, expected: str, *, on_key: bool = False
    ) -> None:
        """Keep one finding at a place of the document, or only count it if ``full``."""
        self.count += 1
        if not self.full:
            self._kept.append(_Finding(path, found, expected, on_key))

    def problems(self) -> list[Problem]:
        """Return those that were kept, each with its line and column."""
        if not self._kept:
            return []
        places = locate(self._data, [(each.path, each.on_key) for each in self._kept])
        return [
            Problem(
                self._name, line, column, as_text(each.path), each.found, each.expected
            )
            for (line, column), each in zip(places, self._kept, strict=True)
        ]


def raise_if_any(findings: Iterable[Findings], others: Iterable[Problem] = ()) -> None:
    """Raise what was found in some files, if anything was, together with ``others``.

    Raises:
        UnreadableFileError: At most ``MOST`` problems, then one that counts the rest.
    """
    findings, others = list(findings), list(others)
    problems = sorted(chain(others, *(each.problems() for each in findings)))
    total = len(others) + sum(each.count for each in findings)
    if total > MOST:
        problems = problems[:MOST]
        problems.append(_rest(problems[-1], total - MOST))
    if problems:
        raise UnreadableFileError(problems)


def _rest(last: Problem, number: int) -> Problem:
    """Return the problem that stands, in order, behind the last one that is told."""
    found = tr_n("1 more problem", "{n} more problems", number)
    path = "…"  # sorts behind every path at the same place
    return Problem(last.file, last.line, last.column, path, found, tr("none"))


def as_text(path: Path) -> str:
    """Return a path as people write it, such as ``stages[2].title``."""
    steps = (
        f"[{step}]" if isinstance(step, int) else f".{shown(step)[1:-1]}"
        for step in path
    )
    return "".join(steps).removeprefix(".")


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the name most like a mistyped one, if any comes near.

    Looks only at some names of about the same length that begin alike, as to compare
    all of 20,000 would take seconds.
    """
    alike = (
        each
        for each in known
        if abs(len(each) - len(name)) <= 3
        and (each[:1] == name[:1] or each[1:2] == name[1:2])
    )
    return next(iter(get_close_matches(name, islice(alike, 300), 1)), None)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return the question that offers the nearest name, or an empty text."""
    near = nearest(name, known)
    return tr("; did you mean '{name}'?", name=near) if near else ""
