"""The names under which adverts mention skills, ready to be looked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.domain.fit.ambiguous import Guard, guard_of
from tracker.domain.fit.cue_words import all_cues
from tracker.domain.fit.spelling import (
    NEXT_WORD,
    folded,
    other_writings,
    spellings,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from typing import Self

    from tracker.domain.fit.cue_words import Cue

_SENTENCE = 3  # blanks; "Write a CV and an application" stands in no advert
_VENDORS = frozenset({"Apache", "Amazon", "AWS", "HashiCorp"})
_SHORTEST_PRODUCT = 3  # letters
_LINKS = frozenset({"and", "or", "with", "vs"})  # "SQL and NoSQL" is two names


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a skill.

    Attributes:
        skill: The slug of the skill.
        text: The name as the catalogue or the learner writes it.
        guard: What must hold before the word counts as this name.
        dotted: Whether a dot comes first, as in ".NET".
    """

    skill: str
    text: str
    guard: Guard
    dotted: bool = False


@dataclass(slots=True)
class Node:
    """A place in the tree of names and cues, which is walked word by word."""

    next: dict[str, Node] = field(default_factory=dict)
    name: Name | None = None
    before: Cue | None = None
    after: Cue | None = None

    @property
    def is_end(self) -> bool:
        """Return whether a name or cue ends here."""
        return bool(self.name or self.before or self.after)


class Vocabulary:
    """The names of skills and the cues beside them, as one tree.

    Attributes:
        first: The tree below each first word, in every spelling of it.
        titles: The title of each skill by its slug.
    """

    def __init__(self) -> None:
        self.first: dict[str, Node] = {}
        self.titles: dict[str, str] = {}

    @classmethod
    def of(
        cls,
        skills: Iterable[tuple[str, str, Sequence[str]]],
        learned: Mapping[str, Sequence[str]] | None = None,
        refused: Collection[tuple[str, str]] = frozenset(),
    ) -> Self:
        """Return the vocabulary of some skills.

        Args:
            skills: The slug, title and aliases of each.
            learned: Further names by slug, from a learner's corrections. They come
                before all others, and count in whatever case they are written.
            refused: (slug, name) of names that do not mean the skill for this learner.
        """
        self = cls()
        no = {(slug, _key(name)) for slug, name in refused}
        every = [(s, t, _names(t, more)) for s, t, more in skills]
        own = {
            slug: [name for name in names if (slug, _key(name)) not in no]
            for slug, names in (learned or {}).items()
        }
        for slug, names in own.items():
            for name in names:
                self._learn(slug, name)
        keys = {_key(name) for *_, names in every for name in names}
        for slug, title, names in every:
            self.titles[slug] = title
            for name in names:
                key = _key(name)
                if (slug, key) not in no and not _is_made_of(key, keys):
                    self._add(slug, name)
        for phrase, cue in all_cues():
            self._add_cue(phrase, cue)
        return self

    def longest(self, small: str, node: Node, end: int) -> list[tuple[Node, int]]:
        """Return the names and cues that begin with a word, the longest last.

        Args:
            small: The text in small letters.
            node: Where the first word leads.
            end: Behind the first word.
        """
        found = [(node, end)] if node.is_end else []
        while node.next:
            match = NEXT_WORD.match(small, end)
            further = node.next.get(folded(match[1])) if match else None
            if match is None or further is None:
                break
            node, end = further, match.end()
            if node.is_end:
                found.append((node, end))
        return found

    def _learn(self, slug: str, name: str) -> None:
        words = words_of(name)
        if words:
            self._put(words, Name(slug, name, Guard.NONE))

    def _add(self, slug: str, name: str) -> None:
        words = words_of(name)
        if not words:
            return
        guard = guard_of(name)
        if guard is not Guard.NEVER:
            self._put(words, Name(slug, name, guard, name.startswith(".")))
        if words[0] in _VENDORS and len(words) == 2 and _is_product(words[1]):
            self._put(words[1:], Name(slug, words[1], Guard.CASED))
        for other in other_writings(words):
            self._put(other, Name(slug, name, Guard.NONE))

    def _put(self, words: Sequence[str], name: Name) -> None:
        nodes = self._nodes(words)
        if nodes[0].name is None:  # the first who has a name keeps it
            for node in nodes:
                node.name = node.name or name

    def _add_cue(self, phrase: str, cue: Cue) -> None:
        for node in self._nodes(words_of(phrase)):
            if cue.before:
                node.before = node.before or cue
            else:
                node.after = node.after or cue

    def _nodes(self, words: Sequence[str]) -> list[Node]:
        """Return where a name leads to, for each spelling of its first word."""
        base = folded(words[0])
        start = self.first.get(base)
        if start is None:
            start = self.first[base] = Node()
        for each in spellings(words[0]):
            self.first.setdefault(each, start)
        starts = {id(n): n for n in map(self.first.get, spellings(words[0])) if n}
        return [_walked(node, words[1:]) for node in starts.values()]


def _is_product(word: str) -> bool:
    """Return whether a word is a name without its vendor: "Flink", but not "cloud"."""
    return len(word) >= _SHORTEST_PRODUCT and word[0].isupper()


def _walked(node: Node, words: Sequence[str]) -> Node:
    for word in words:
        key = folded(word)
        further = node.next.get(key)
        if further is None:
            further = node.next[key] = Node()
        node = further
    return node


def _names(title: str, aliases: Sequence[str]) -> list[str]:
    """Return the names of a skill; beside aliases, a title of many words is none."""
    if aliases and title.count(" ") >= _SENTENCE:
        return list(aliases)
    return [title, *(each for each in aliases if each != title)]


def _key(name: str) -> str:
    return " ".join(map(folded, words_of(name)))


def _is_made_of(key: str, keys: Collection[str]) -> bool:
    """Return whether a name is nothing but two others: "Python/Django".

    Such a name would hide one of the two skills behind the other.
    """
    words = key.split()
    for cut in range(1, len(words)):
        rest = words[cut:]
        if rest[0] in _LINKS:
            rest = rest[1:]
        if rest and " ".join(words[:cut]) in keys and " ".join(rest) in keys:
            return True
    return False
