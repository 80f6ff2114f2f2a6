"""The names under which adverts mention skills, ready to be looked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tracker.domain.fit.ambiguous import Guard, guard_of
from tracker.domain.fit.cue_words import AMONG_NAMES, all_cues
from tracker.domain.fit.spelling import folded, other_writings, words_of
from tracker.domain.fit.tree import Name, Tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from typing import Self

_SENTENCE = 3  # blanks; "Write a CV and an application" stands in no advert
_VENDORS = frozenset({"Apache", "Amazon", "AWS", "HashiCorp"})
_SHORTEST_PRODUCT = 3  # letters
# Whose other products begin with the same word: "Elastic APM" and "Spring MVC" are one.
_MAKERS = frozenset({"elastic", "spring", "asp", "gitlab"})
_LINKS = frozenset({"and", "or", "with", "vs"})  # "SQL and NoSQL" is two names


class Vocabulary:
    """The names of skills, and of what stands in lists with them.

    Attributes:
        names: The names as a tree.
        titles: The title of each skill by its slug.
    """

    def __init__(self) -> None:
        self.names = Tree()
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
        for slug, names in (learned or {}).items():
            for name in names:
                if (slug, _key(name)) not in no:
                    self._learn(slug, name)
        skills = tuple(skills)
        self.titles = {slug: title for slug, title, _ in skills}
        every = [(s, n, _key(n)) for s, t, more in skills for n in _names(t, more)]
        owners = {key: slug for slug, _, key in every}
        kept = [(slug, name, key) for slug, name, key in every if (slug, key) not in no]
        for slug, name, key in kept:
            if not _is_made_of(key, slug, owners):
                self._add(slug, name)
        # Behind all names that someone wrote down: their own guards are the right ones.
        for slug, name, _ in kept:
            self._add_product(slug, name)
        self._add_neighbours()
        return self

    def title_of(self, skill: str) -> str:
        """Return the title of a skill by its slug."""
        return self.titles.get(skill, skill)

    def _add_neighbours(self) -> None:
        for phrase, cue in all_cues():
            if cue.means in AMONG_NAMES:
                self.names.put_cue(words_of(phrase), cue)

    def _learn(self, slug: str, name: str) -> None:
        words = words_of(name)
        if words:
            self.names.put_name(words, Name(slug, name, Guard.NONE))

    def _add(self, slug: str, name: str) -> None:
        words = words_of(name)
        if not words:
            return
        guard = guard_of(name)
        if guard is not Guard.NEVER:
            self.names.put_name(words, Name(slug, name, guard, name.startswith(".")))
        for other in other_writings(words):
            self.names.put_name(other, Name(slug, name, Guard.NONE))

    def _add_product(self, slug: str, name: str) -> None:
        """Add what a name is without its vendor: "Flink" of "Apache Flink"."""
        words = words_of(name)
        if len(words) == 2 and words[0] in _VENDORS and _is_product(words[1]):
            self.names.put_name(words[1:], Name(slug, words[1], Guard.CASED))


@cache
def cues() -> Tree:
    """Return the cues as a tree; it is made once."""
    tree = Tree()
    for phrase, cue in all_cues():
        if cue.means not in AMONG_NAMES:
            tree.put_cue(words_of(phrase), cue)
    return tree


def _is_product(word: str) -> bool:
    """Return whether a word is a name without its vendor: "Flink", but not "cloud"."""
    return len(word) >= _SHORTEST_PRODUCT and word[0].isupper()


def _names(title: str, aliases: Sequence[str]) -> list[str]:
    """Return the names of a skill; beside aliases, a title of many words is none."""
    if aliases and title.count(" ") >= _SENTENCE:
        return list(aliases)
    return [title, *(each for each in aliases if each != title)]


def _key(name: str) -> str:
    return " ".join(map(folded, words_of(name)))


def _is_made_of(key: str, slug: str, owners: Mapping[str, str]) -> bool:
    """Return whether a name is the skill's own beside that of another: "Python/Django".

    Such a name would hide the other skill. "Redis caching" is neither the one nor the
    other, but a skill of its own.
    """
    words = key.split()
    if words[0] in _MAKERS:
        return False
    for cut in range(1, len(words)):
        rest = words[cut:]
        if rest[0] in _LINKS:
            rest = rest[1:]
        parts = [owners.get(" ".join(words[:cut])), owners.get(" ".join(rest))]
        if None not in parts and slug in parts:
            return True
    return False
