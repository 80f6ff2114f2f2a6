"""What the tags of a quick log name: skills, projects and milestones."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from tracker.domain.ids import slug_of
from tracker.domain.typos import one_typo

if TYPE_CHECKING:
    from collections.abc import Mapping

_TYPO_LENGTH = 5  # characters; shorter tags are too much like each other


class Names(Protocol):
    """Knows what a tag, without its mark, is the name of."""

    def skill(self, tag: str) -> str | None:
        """Return the subject of a skill, or ``None`` if it is unknown or ambiguous."""

    def project(self, tag: str) -> str | None:
        """Return the subject of a project, or ``None``."""

    def milestone(self, tag: str) -> str | None:
        """Return the subject of a milestone, as ``project/milestone``, or ``None``."""


@dataclass(frozen=True, slots=True)
class TagNames:
    """Names from tables of casefolded tags and their subjects.

    A tag may be shortened to a beginning that only one subject has, and a tag of five
    characters or more may have one typing mistake.
    """

    skills: Mapping[str, str]
    projects: Mapping[str, str]
    milestones: Mapping[str, str] = field(default_factory=dict)
    _skills: _Tags = field(init=False, repr=False, compare=False)
    _projects: _Tags = field(init=False, repr=False, compare=False)
    _milestones: _Tags = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_skills", _Tags(self.skills))
        object.__setattr__(self, "_projects", _Tags(self.projects))
        object.__setattr__(self, "_milestones", _Tags(self.milestones))

    def skill(self, tag: str) -> str | None:
        """Return the subject of a skill, or ``None`` if it is unknown or ambiguous."""
        return self._skills.find(tag)

    def project(self, tag: str) -> str | None:
        """Return the subject of a project, or ``None``."""
        return self._projects.find(tag)

    def milestone(self, tag: str) -> str | None:
        """Return the subject of a milestone; its project may be shortened, too."""
        project, _, name = tag.partition("/")
        subject = self.project(project)
        if subject is None or not name:
            return None
        return self._milestones.find(f"{slug_of(subject)}/{name}")


class _Tags:
    def __init__(self, subjects: Mapping[str, str]) -> None:
        self._subjects = {_folded_tag(tag): name for tag, name in subjects.items()}
        self._sorted = sorted(self._subjects)

    def find(self, tag: str) -> str | None:
        key = _folded_tag(tag)
        if key in self._subjects:
            return self._subjects[key]
        found = self._beginning(key)
        if not found and len(key) >= _TYPO_LENGTH:
            found = {
                subject
                for known, subject in self._subjects.items()
                if abs(len(known) - len(key)) <= 1 and one_typo(key, known)
            }
        return found.pop() if len(found) == 1 else None

    def _beginning(self, key: str) -> set[str]:
        found: set[str] = set()
        for place in range(bisect_left(self._sorted, key), len(self._sorted)):
            known = self._sorted[place]
            if len(found) > 1 or not known.startswith(key):
                break
            found.add(self._subjects[known])
        return found


def _folded_tag(tag: str) -> str:
    return unicodedata.normalize("NFC", tag).casefold()
