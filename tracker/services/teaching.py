"""Use cases of teaching: what a word in adverts means, and what it does not.

A name that was taught is a fact of its skill, so that it can be undone, and so that
every later reading of any advert knows it. The newest word about a name counts: what is
taught is no longer refused, and a name means one skill.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.edit import ALIASES, NO_ALIASES, Change, Edit, Label
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import SKILL, kind_of, skill_subject, slug_of
from tracker.domain.texts import cleaned
from tracker.services.editing import Editing
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.edit import StoredEdit
    from tracker.services.ports import Reader

LONGEST_NAME = 80  # characters; a name, not a sentence
_SMALL = frozenset(
    """
    a an and any are as at be but by can do for from have if in is it its more most no
    nor not of on or our so such than that the their them these they this to up us was
    we were what when which who will with you your yours auf aus bei das dein deine dem
    den der des die du ein eine einem einen einer es für ich ihr ihre im ist kein keine
    mit nicht oder sie sind und unser unsere vom von vor wer wie wir zu zum zur über
    """.split()  # noqa: SIM905  # as a list it would fill a screen
)
FIELDS = (ALIASES, NO_ALIASES)


class Taught(NamedTuple):
    """One thing that was taught: a name, a skill (by slug), and whether it means it."""

    name: str
    skill: str
    means: bool


class Teaching(Editing):
    """Corrects what words in adverts mean."""

    def teach(
        self, name: str, skill: str, *, instead_of: str = ""
    ) -> StoredEdit | None:
        """Let a name mean a skill from now on; nothing where it is so already.

        Args:
            name: As it stands in an advert.
            skill: The slug of the skill.
            instead_of: The slug of a skill that it does not mean.

        Raises:
            BadInputError: That is no name, or too long for one.
            NotFoundError: No skill is called that.
        """
        name = self._checked(name, skill)
        if _says_no_skill(name):
            sentence = tr(
                "“{name}” is a word of every advert and can be no skill; choose others."
            )
            raise BadInputError(sentence.format(name=name))
        taught = [Taught(name, skill, means=True)]
        if instead_of and instead_of != skill:
            taught.append(Taught(name, instead_of, means=False))
        return self._store_all(name, taught)

    def refuse(self, name: str, skill: str) -> StoredEdit | None:
        """Let a name not mean a skill; nothing where it is so already.

        Raises:
            BadInputError: That is no name, or too long for one.
            NotFoundError: No skill is called that.
        """
        name = self._checked(name, skill)
        return self._store_all(name, [Taught(name, skill, means=False)])

    def forget(self, *taught: Taught) -> StoredEdit | None:
        """Take back what was taught; nothing where it is gone already."""
        after = _values(self._store.reader)
        for name, skill, means in taught:
            field = ALIASES if means else NO_ALIASES
            _drop(after, skill_subject(skill), field, name)
        return self._change(after, [skill_subject(each.skill) for each in taught])

    def _checked(self, name: str, skill: str) -> str:
        name = " ".join(cleaned(name).split())
        if not any(c.isalnum() for c in name):
            raise BadInputError(tr("A name has at least one letter or digit."))
        if len(name) > LONGEST_NAME:
            sentence = tr("A name has at most {n} characters; choose fewer words.")
            raise BadInputError(sentence.format(n=LONGEST_NAME))
        if skill not in self._store.reader.names():
            raise NotFoundError(tr("No skill is called {slug}.", slug=skill))
        return name

    def _store_all(self, name: str, taught: Iterable[Taught]) -> StoredEdit | None:
        after = _values(self._store.reader)
        wanted = list(taught)
        for each in wanted:
            subject = skill_subject(each.skill)
            if each.means:  # a name means one skill
                for other in list(after[ALIASES]):
                    if other != subject:
                        _drop(after, other, ALIASES, name)
            field, opposite = FIELDS if each.means else FIELDS[::-1]
            _drop(after, subject, opposite, name)
            names = after[field][subject].splitlines()
            if name.casefold() not in map(str.casefold, names):
                after[field][subject] = "\n".join([*names, name])
        return self._change(after, [skill_subject(each.skill) for each in wanted])

    def _change(
        self, after: dict[str, dict[str, str]], first: Iterable[str]
    ) -> StoredEdit | None:
        before = _values(self._store.reader)
        order = [*dict.fromkeys([*first, *sorted(after[ALIASES] | after[NO_ALIASES])])]
        changes = tuple(
            Change(subject, field, old or None, new or None)
            for subject in order
            for field in FIELDS
            if (old := before[field][subject]) != (new := after[field][subject])
        )
        return self._append(Edit(Label.TEACH, changes)) if changes else None


def _says_no_skill(name: str) -> bool:
    """Return whether a name is a small word, or one that says how much is asked."""
    small = name.casefold()
    if small in _SMALL:
        return True
    from tracker.domain.fit.cue_words import (  # noqa: PLC0415  # only to teach
        AMONG_NAMES,
        all_cues,
    )

    return any(
        small == phrase for phrase, cue in all_cues() if cue.means not in AMONG_NAMES
    )


def read_taught(reader: Reader) -> list[Taught]:
    """Return everything that was taught, by name."""
    found = [
        Taught(name, slug_of(subject), field == ALIASES)
        for field, values in _values(reader).items()
        for subject, text in values.items()
        for name in text.splitlines()
        if name
    ]
    return sorted(found, key=lambda each: (each.name.casefold(), each.skill))


def learned_names(reader: Reader) -> dict[str, tuple[str, ...]]:
    """Return the names that were taught, by the slug of their skill."""
    learned: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for each in read_taught(reader):
        if each.means:
            learned[each.skill] += (each.name,)
    return dict(learned)


def refused_names(reader: Reader) -> frozenset[tuple[str, str]]:
    """Return (slug of a skill, a name that does not mean it)."""
    taught = read_taught(reader)
    return frozenset((each.skill, each.name) for each in taught if not each.means)


def _values(reader: Reader) -> dict[str, dict[str, str]]:
    found = {}
    for field in FIELDS:
        values = reader.all_values(field).items()
        of_skills = {s: text for s, text in values if kind_of(s) == SKILL}
        found[field] = defaultdict(str, of_skills)
    return {**found}


def _drop(
    after: dict[str, dict[str, str]], subject: str, field: str, name: str
) -> None:
    names = after[field].get(subject, "").splitlines()
    kept = [each for each in names if each.casefold() != name.casefold()]
    if len(kept) < len(names):
        after[field][subject] = "\n".join(kept)
