"""Use cases of the interview: keep an answer and how it went; what is asked, of whom.

What a learner types is kept before it is judged, so nothing is lost when they leave;
such an answer waits at its question for the next time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.edit import (
    DAY,
    QUESTION,
    RESULT,
    TARGET,
    TEXT,
    Change,
    Edit,
    Label,
)
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import ANSWER, POSTING, SKILL, kind_of, skill_subject, slug_of
from tracker.domain.interview import (
    FIELDS,
    Answer,
    Answers,
    SkillQuestion,
    Verdict,
    answers_from,
    questions_of,
)
from tracker.domain.limits import TEXT_LENGTH
from tracker.domain.readiness import asked_by, readiness
from tracker.domain.reference import LEVEL, ROLE
from tracker.domain.texts import cleaned
from tracker.services.editing import Editing, changed, removal
from tracker.services.grades import grades_of
from tracker.services.stamps import stamp
from tracker.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from tracker.domain.edit import StoredEdit
    from tracker.domain.ladder import Requirement
    from tracker.domain.skill import Skill
    from tracker.services.grades import Grounds
    from tracker.services.ports import Reader, UnitOfWork

WEAK = "weak"  # stands for everything that did not go well the last time


class Interviews(Editing):
    """The answers that a learner gives to the questions of skills."""

    def write(self, asked: SkillQuestion, text: str) -> StoredEdit | None:
        """Keep what was typed as an answer that is not judged yet.

        Raises:
            BadInputError: It is too long.
            NotFoundError: The skill is on no roadmap any more.
        """
        return self._keep(asked, good_answer(text), None)

    def judge(
        self, asked: SkillQuestion, result: Verdict, text: str | None = None
    ) -> StoredEdit | None:
        """Keep how it went, and the answer with it.

        Args:
            asked: The question.
            result: How it went.
            text: The learner's own answer; ``None`` leaves what was kept.

        Raises:
            BadInputError: The answer is too long.
            NotFoundError: The skill is on no roadmap any more.
        """
        kept = None if text is None else good_answer(text)
        return self._keep(asked, kept, result)

    def judge_again(
        self, subject: str, result: Verdict, text: str | None = None
    ) -> StoredEdit | None:
        """Change how an answer went, and its text if one is given.

        Raises:
            BadInputError: The answer is too long.
            NotFoundError: It is no longer there.
        """
        wanted: dict[str, str | None] = {RESULT: result}
        if text is not None:
            wanted[TEXT] = good_answer(text)

        def changes_in(work: UnitOfWork) -> list[Change]:
            if not work.values((subject,), TARGET):
                raise _not_there()
            return changed(work, subject, wanted)

        return self._store_changes(Label.ANSWER, changes_in)

    def remove(self, subject: str) -> StoredEdit | None:
        """Take an answer away; undo brings it back.

        Raises:
            NotFoundError: It is no longer there.
        """
        self.answer(subject)
        return self._store_changes(
            Label.UNANSWER, lambda work: removal(work, subject, FIELDS)
        )

    def answer(self, subject: str) -> Answer:
        """Return one answer.

        Raises:
            NotFoundError: It is no longer there.
        """
        found = (a for a in self.history().answers if a.subject == subject)
        answer = next(found, None)
        if answer is None:
            raise _not_there()
        return answer

    def history(self) -> Answers:
        """Return every answer."""
        return read_history(self._store.reader)

    def _keep(
        self, asked: SkillQuestion, text: str | None, result: Verdict | None
    ) -> StoredEdit | None:
        """Store an answer in place of the unjudged one to this question, if any."""
        now = self._now()
        mark = stamp(now)

        def edit_in(_work: UnitOfWork) -> Edit:
            # What is read here cannot change before the edit is stored.
            if not self._store.reader.knows(asked.skill):
                sentence = tr("Nothing on your roadmaps is called {name}.")
                raise NotFoundError(sentence.format(name=slug_of(asked.skill)))
            old = self.history().unjudged(asked)
            subject = f"{ANSWER}:{mark.id}" if old is None else old.subject
            return _edit(asked, old, subject, (text, result, now.date()))

        return self._store_edit(edit_in, mark)


def _edit(
    asked: SkillQuestion,
    old: Answer | None,
    subject: str,
    given: tuple[str | None, Verdict | None, date],
) -> Edit:
    """Return an answer as an edit; an empty one if there is nothing to keep.

    Args:
        asked: The question.
        old: The answer to it that is not judged yet, if there is one.
        subject: What the answer is called.
        given: The text, ``None`` for that of ``old``; how it went; the day.
    """
    text, result, day = given
    before = _values(old)
    after: dict[str, str | None] = {
        TARGET: asked.skill,
        QUESTION: asked.ask if old is None else old.question,
        TEXT: before[TEXT] if text is None else text or None,
        RESULT: result,
        DAY: day.isoformat(),
    }
    label = Label.ANSWER
    if result is None and not after[TEXT]:  # nothing there, or taken back again
        label, after = Label.UNANSWER, dict.fromkeys(FIELDS)
    changes = tuple(
        Change(subject, field, before[field], after[field])
        for field in FIELDS
        if before[field] != after[field]
    )
    return Edit(label, changes if any(c.field != DAY for c in changes) else ())


def good_answer(text: str) -> str:
    """Return an answer as it is kept.

    Raises:
        BadInputError: It is too long.
    """
    whole = cleaned(text)
    if len(whole) > TEXT_LENGTH:
        sentence = tr(
            "An answer can have {n} characters; this one has {m}. What was kept "
            "before is still there."
        )
        raise BadInputError(sentence.format(n=TEXT_LENGTH, m=len(whole)))
    return whole if whole.strip() else ""


def _not_there() -> NotFoundError:
    return NotFoundError(tr("This answer is no longer there."))


def read_history(reader: Reader) -> Answers:
    """Return every answer that is stored."""
    targets = reader.all_values(TARGET)
    if not any(kind_of(subject) == ANSWER for subject in targets):
        return Answers()  # without reading every text there is
    facts = {f: reader.all_values(f) for f in FIELDS if f != TARGET}
    return Answers(answers_from({TARGET: targets, **facts}))


def skills_for(
    reader: Reader,
    subject: str,
    grounds: Grounds,
    posting_skills: Callable[[str], Sequence[str]],
) -> list[str]:
    """Return the slugs of the skills that something asks for, the weightiest first.

    Where one of several skills is enough, it is the one that the learner has most of,
    else the first.

    Args:
        reader: The data file.
        subject: A level, a role, an advert or a skill; or `WEAK`.
        grounds: What grades follow from.
        posting_skills: Returns the slugs that an advert asks for.

    Raises:
        NotFoundError: There is nothing of that name.
    """
    kind, slug = kind_of(subject), slug_of(subject)
    if subject == WEAK:
        return [slug_of(each) for each in read_history(reader).weak()]
    if kind == SKILL:
        return [slug]
    if kind == POSTING:
        return list(dict.fromkeys(posting_skills(subject)))
    ladder = reader.ladder()
    asked: Sequence[Requirement] | None = None
    if kind == LEVEL:
        asked = next((x.required for x in ladder.levels if x.slug == slug), None)
    elif kind == ROLE:
        asked = next((x.skills for x in ladder.roles if x.slug == slug), None)
    if asked is None:
        raise NotFoundError(tr("There is no level or role “{name}”.", name=slug))
    return best_of(asked, grounds)


def best_of(asked: Iterable[Requirement], grounds: Grounds) -> list[str]:
    """Return one skill for each requirement; see `skills_for`."""
    ready = readiness(asked_by(asked), *grades_of(*grounds))
    return list(dict.fromkeys(term.best for term in ready.terms))


class Questions:
    """The questions of skills; each stage is read once."""

    def __init__(self, reader: Reader) -> None:
        """Read from a data file, when it is wanted."""
        self._reader = reader
        self._skills: dict[str, Skill] = {}
        self._read: set[tuple[str, int]] = set()

    def of(self, slugs: Iterable[str]) -> list[SkillQuestion]:
        """Return every question of some skills; what is on no roadmap has none."""
        return questions_of(filter(None, map(self._skill, slugs)))

    def _skill(self, slug: str) -> Skill | None:
        if slug not in self._skills:
            places = self._reader.places(skill_subject(slug))
            for place in places[:1]:
                if place not in self._read:
                    self._read.add(place)
                    for each in self._reader.stage(*place).skills:
                        self._skills.setdefault(each.slug, each)
        return self._skills.get(slug)


def _values(answer: Answer | None) -> dict[str, str | None]:
    if answer is None:
        return dict.fromkeys(FIELDS)
    return {
        TARGET: answer.target,
        QUESTION: answer.question,
        TEXT: answer.text or None,
        RESULT: answer.result,
        DAY: answer.day.isoformat(),
    }
