"""``milepost interview``: questions of a level, role, advert or skill, one by one."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError
from contextlib import suppress
from typing import TYPE_CHECKING

from tracker.cli.shared import journey_of, opened, say, say_json
from tracker.domain.errors import BadInputError, NotFoundError
from tracker.domain.ids import POSTING, SKILL, kind_of, slug_of
from tracker.domain.interview import Verdict, by_skill, in_order, tally
from tracker.domain.reference import LEVEL, ROLE
from tracker.domain.texts import nearest
from tracker.services.application_fit import AdvertFit
from tracker.services.grades import stored_grounds
from tracker.services.interview import WEAK, Questions, skills_for
from tracker.services.naming import resolve
from tracker.services.wording_interview import questions_text, tally_text, verdict_text
from tracker.words import tr

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from tracker.cli.shared import Add, Commands
    from tracker.domain.interview import Answers, SkillQuestion
    from tracker.services.ports import Reader
    from tracker.workspace import Workspace

_VERDICTS = {"g": Verdict.GOOD, "p": Verdict.PARTLY, "n": Verdict.AGAIN}
_STOP, _SKIP = "q", "s"


def add_command(commands: Commands, add: Add) -> None:
    """Add ``interview`` to the words of the terminal."""
    text = tr("ask what a level, a role, an advert or a skill is asked in interviews")
    ask = add(commands, "interview", run_interview, text)
    text = tr("such as junior, api-engineer, sql-queries; “weak”: what went badly")
    ask.add_argument("name", metavar="LEVEL|ROLE|SKILL|POSTING", help=text)
    text = tr("so many questions; else all")
    ask.add_argument("--number", type=_number, metavar="N", help=text)
    text = tr("only list them, with how they went the last time")
    ask.add_argument("--list", action="store_true", help=text)
    ask.add_argument("--json", action="store_true", help=tr("list them as JSON"))


def _number(text: str) -> int:
    """Return a number of questions, at least one."""
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError(tr("“{text}” is no number of questions.", text=text))
    return int(text)


def run_interview(arguments: Namespace) -> int:
    """Ask questions, list them, or print them as JSON; 1 when there is none."""
    with opened(arguments) as workspace:
        reader = workspace.store.reader
        subject = _subject(workspace, arguments.name)
        history = workspace.use_cases.interviews.history()
        questions = _questions(workspace, subject, history)
        questions = in_order(questions, history, arguments.number)
        if arguments.json:
            say_json(_as_json(subject, questions, history))
        elif not questions:
            say(tr("There is nothing to ask about {name}.", name=arguments.name))
        elif arguments.list:
            _list(questions, history)
        else:
            say(f"{_title(reader, subject)} · {questions_text(len(questions))}")
            _ask_all(workspace, questions)
    return 0 if questions else 1


def _questions(
    workspace: Workspace, subject: str, history: Answers
) -> list[SkillQuestion]:
    reader = workspace.store.reader
    of_advert = AdvertFit(reader).skills
    skills = skills_for(reader, subject, stored_grounds(reader), of_advert)
    found = Questions(reader).of(skills)
    return [q for q in found if history.is_weak(q)] if subject == WEAK else found


def _subject(workspace: Workspace, name: str) -> str:
    """Return what a name means: a level, a role, an advert, a skill, or `WEAK`.

    Raises:
        NotFoundError: Nothing is called that.
        BadInputError: Several things are, or it is none of these.
    """
    reader, wanted = workspace.store.reader, name.strip().casefold()
    if wanted == WEAK:
        return WEAK
    steps = _levels_and_roles(reader)
    adverts = [(p.subject, p.title) for p in workspace.use_cases.postings.all()]
    found = [s for s, title in steps if wanted in {s, slug_of(s), title.casefold()}][:1]
    found = found or [s for s, title in adverts if _means(wanted, s, title)]
    if len(found) > 1:
        sentence = tr("Several adverts are called “{name}”; write {all}.")
        raise BadInputError(sentence.format(name=name, all=", ".join(found)))
    return (
        found[0] if found else _skill(workspace, name, [slug_of(s) for s, _ in steps])
    )


def _skill(workspace: Workspace, name: str, others: Sequence[str]) -> str:
    """Return the skill of a name; ``others`` are names that may be meant."""
    wanted = name.strip().casefold()
    roadmap = journey_of(workspace).outline.slug
    try:
        subject = resolve(workspace.store.reader, roadmap, wanted)
    except NotFoundError:
        hint = nearest(wanted, others)
        if hint is None:
            raise
        sentence = tr("Nothing is called “{name}”. Did you mean “{hint}”?")
        raise NotFoundError(sentence.format(name=name, hint=hint)) from None
    if kind_of(subject) != SKILL:
        sentence = tr("“{name}” is no level, role, advert or skill; only these ask.")
        raise BadInputError(sentence.format(name=name))
    return subject


def _levels_and_roles(reader: Reader) -> list[tuple[str, str]]:
    """Return (subject, title) of every level and role."""
    ladder = reader.ladder()
    levels = [(f"{LEVEL}:{each.slug}", each.title) for each in ladder.levels]
    return levels + [(f"{ROLE}:{each.slug}", each.title) for each in ladder.roles]


def _means(wanted: str, subject: str, title: str) -> bool:
    last = slug_of(subject)
    is_end = len(wanted) >= 6 and last.endswith(wanted)
    return wanted in {subject, last, title.casefold()} or is_end


def _title(reader: Reader, subject: str) -> str:
    if subject == WEAK:
        return tr("What did not go well")
    named = dict(_levels_and_roles(reader))
    return named.get(subject) or reader.title(subject) or subject


def _list(questions: Sequence[SkillQuestion], history: Answers) -> None:
    for number, asked in enumerate(questions, 1):
        say(f"{number:>3}  {asked.ask}")
        say(f"     {asked.title} · {verdict_text(history.last(asked))}")


def _as_json(
    subject: str, questions: Sequence[SkillQuestion], history: Answers
) -> dict[str, object]:
    def told(asked: SkillQuestion) -> dict[str, object]:
        last = history.last(asked)
        return {
            "skill": slug_of(asked.skill),
            "title": asked.title,
            "question": asked.ask,
            "answer": asked.answer,
            "result": None if last is None else last.result,
            "day": None if last is None else last.day.isoformat(),
            "own_answer": None if last is None else last.text,
        }

    kind = WEAK if subject == WEAK else kind_of(subject)
    name = "" if kind == WEAK else slug_of(subject)
    assert kind in {LEVEL, ROLE, POSTING, SKILL, WEAK}  # noqa: S101  # see `_subject`
    return {
        "for": {"kind": kind, "name": name},
        "questions": list(map(told, questions)),
    }


def _ask_all(workspace: Workspace, questions: Sequence[SkillQuestion]) -> None:
    """Ask one question after another; the end of the input, or Ctrl+C, ends it."""
    given: list[tuple[SkillQuestion, Verdict | None]] = []
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")  # a pipe may give anything
    with suppress(EOFError, KeyboardInterrupt):
        for number, asked in enumerate(questions, 1):
            say()
            say(
                tr(
                    "{n} of {all} · {skill}",
                    n=number,
                    all=len(questions),
                    skill=asked.title,
                )
            )
            say(asked.ask)
            result = _ask(workspace, asked)
            if result is not None:
                given.append((asked, result))
    say()
    _sum_up(given)


def _ask(workspace: Workspace, asked: SkillQuestion) -> Verdict | None:
    """Ask one question; return how it went, nothing if it was skipped.

    Raises:
        EOFError: The learner stops.
    """
    use = workspace.use_cases.interviews
    begun = use.history().unjudged(asked)
    if begun is None:
        text = _read(tr("Your answer (one line; empty to only think): "))
    else:
        say(tr("You began to answer: {text}", text=begun.text))
        text = _read(tr("Your answer (one line in its place; empty keeps it): "))
    if text:
        use.write(asked, text)  # kept, whatever happens next
    say(tr("Model answer: {text}", text=asked.answer))
    while True:
        said = _read(tr("How did it go? g good, p partly, n not yet, s skip, q stop: "))
        key = said.strip().casefold()[:1]
        if key == _STOP:
            raise EOFError
        if key == _SKIP:
            return None
        if key in _VERDICTS:
            use.judge(asked, _VERDICTS[key])
            return _VERDICTS[key]
        say(tr("Write g, p, n, s or q."))


def _read(prompt: str) -> str:
    """Return a line of the input; EOFError at its end."""
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = "" if sys.stdin is None else sys.stdin.readline()
    if not line:
        raise EOFError
    text = line.rstrip("\n")
    if not sys.stdin.isatty():
        say(text)  # a pipe shows nothing of what it gives
    return text


def _sum_up(given: Sequence[tuple[SkillQuestion, Verdict | None]]) -> None:
    if not given:
        say(tr("Nothing was judged; what you wrote is kept."))
        return
    say(tally_text(tally(result for _, result in given)))
    for each in by_skill(given):
        if each.is_weak:
            say(
                tr(
                    "Repeat {skill}: {counts}",
                    skill=each.title,
                    counts=tally_text(each.tally),
                )
            )
