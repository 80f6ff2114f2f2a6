"""Names and cues as a tree that is walked word by word, so that the longest wins."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.domain.fit.spelling import NEXT_WORD, SIGNS, folded, spellings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.fit.ambiguous import Guard
    from tracker.domain.fit.cue_words import Cue


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
    """A place in the tree: what ends here, and where further words lead."""

    next: dict[str, Node] = field(default_factory=dict)
    name: Name | None = None
    before: Cue | None = None
    after: Cue | None = None
    ends: bool = False  # whether a name or cue ends here


class Tree:
    """Names and cues by their words.

    Attributes:
        first: Where each first word leads, in every spelling of it.
    """

    def __init__(self) -> None:
        self.first: dict[str, Node] = {}
        self._starts: dict[str, list[Node]] = {}

    def put_name(self, words: Sequence[str], name: Name) -> None:
        """Add a name; the first who has it keeps it."""
        nodes = self._nodes(words)
        if nodes[0].name is None:
            for node in nodes:
                node.name = node.name or name
                node.ends = True

    def put_cue(self, words: Sequence[str], cue: Cue) -> None:
        """Add a cue; the first on each side keeps it."""
        for node in self._nodes(words):
            node.ends = True
            if cue.before:
                node.before = node.before or cue
            else:
                node.after = node.after or cue

    def longest(self, small: str, node: Node, end: int) -> list[tuple[Node, int]]:
        """Return what begins with a word, and where each ends; the longest last.

        Args:
            small: The text in small letters.
            node: Where the first word leads.
            end: Behind the first word.
        """
        found = [(node, end)] if node.ends else []
        while node.next:
            match = NEXT_WORD.match(small, end)
            further = node.next.get(folded(match[1])) if match else None
            if match is None or further is None:
                break
            node, end = further, match.end()
            if node.ends:
                found.append((node, end))
        return found

    def longest_begun(self, small: str, node: Node, end: int) -> tuple[Node, int]:
        """Return how far a name is followed, whether or not one ends there."""
        while match := NEXT_WORD.match(small, end):
            further = node.next.get(folded(match[1]))
            if further is None:
                break
            node, end = further, match.end()
        return node, end

    def begin(self, small: str, word: str, end: int) -> tuple[Node | None, int]:
        """Return where a word with the signs behind it leads, and where it ends.

        "c" may be the beginning of "c++", and "don" of "don't".
        """
        sign = SIGNS.match(small, end)
        if sign is None:
            return self.first.get(word), end
        whole = word + sign.group().replace("’", "'")
        return self.first.get(whole) or self.first.get(word), sign.end()

    def _nodes(self, words: Sequence[str]) -> list[Node]:
        """Return where a name leads to, for each spelling of its first word."""
        starts = self._starts.get(words[0])
        if starts is None:
            starts = self._starts[words[0]] = self._begun(words[0])
        return [_walked(node, words[1:]) for node in starts]

    def _begun(self, word: str) -> list[Node]:
        """Return the nodes of a first word, one for all its spellings if it is new."""
        ways = spellings(word)
        start = self.first.get(folded(word)) or Node()
        for each in ways:
            self.first.setdefault(each, start)
        bare = SIGNS.sub("", word.lower())
        if bare not in ways:
            self.first.setdefault(bare, Node())
        return list({id(n): n for n in map(self.first.__getitem__, ways)}.values())


def _walked(node: Node, words: Sequence[str]) -> Node:
    for word in words:
        key = folded(word)
        further = node.next.get(key)
        if further is None:
            further = node.next[key] = Node()
        node = further
    return node
