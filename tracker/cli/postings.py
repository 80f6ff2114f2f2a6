"""Commands of kept adverts: list, add, show, remove; what words in adverts mean."""

from __future__ import annotations

from argparse import Action
from typing import TYPE_CHECKING, NamedTuple

from tracker import __version__
from tracker.cli.advert_files import postings_of
from tracker.cli.fit_text import advert_lines
from tracker.cli.shared import endings, opened, say, say_edit, say_json
from tracker.domain.errors import BadInputError, NotFoundError, UnreadableFileError
from tracker.domain.fit.reader import read_posting
from tracker.domain.fit.scoring import fit_of
from tracker.domain.texts import nearest
from tracker.interchange.posting_values import PostingText, advert_of
from tracker.services.grades import grades_of, stored_grounds
from tracker.services.postings import LEFT_OUT
from tracker.services.scores import corrected
from tracker.services.skill_names import vocabulary_of
from tracker.services.teaching import Taught, read_taught
from tracker.typing_tools import override
from tracker.words import tr, tr_n

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Mapping

    from tracker.cli.shared import Add, Commands
    from tracker.domain.fit.reading import Reading
    from tracker.domain.fit.vocabulary import Vocabulary
    from tracker.domain.posting import Posting
    from tracker.domain.readiness import Readiness
    from tracker.services.ports import Reader
    from tracker.services.postings import NewPosting


class _Not(Action):
    """``--not``, before the word, between word and skill, or behind both."""

    @override
    def __call__(
        self,
        parser: ArgumentParser,  # as argparse calls it
        namespace: Namespace,
        values: object,
        option_string: str | None = None,  # as above
    ) -> None:
        """Note that the word does not mean the skill, and what was taken along."""
        namespace.refused = True
        namespace.along = str(values or "")
        namespace.is_first = namespace.word is None


class ScoredPosting(NamedTuple):
    """A kept advert with what was read in it, as the learner put it right."""

    posting: Posting
    reading: Reading
    fit: Readiness | None


def add_commands(commands: Commands, add: Add) -> None:
    """Add ``postings`` and ``teach`` to the parser of all commands."""
    text = tr("list the job adverts you keep, the best fit first; add or remove some")
    parser = add(commands, "postings", run_list, text)
    parser.add_argument("--json", action="store_true", help=tr("as JSON"))
    acts = parser.add_subparsers(metavar=tr("ACT"))
    keep = add(acts, "add", run_add, tr("keep adverts: text, HTML, PDF or JSON"))
    text = tr("a job advert; “-” reads one from the input")
    keep.add_argument("files", nargs="+", metavar="FILE", help=text)
    show = add(acts, "show", run_show, tr("print how well one fits, and why"))
    show.add_argument("id", metavar="ID", help=tr("as “milepost postings” shows it"))
    text = tr("remove some; “milepost undo” brings them back")
    remove = add(acts, "remove", run_remove, text)
    remove.add_argument("ids", nargs="+", metavar="ID")
    text = tr("say what a word in adverts means, or does not; alone, list it")
    teach = add(commands, "teach", run_teach, text)
    teach.add_argument("word", nargs="?", metavar="WORD")
    teach.add_argument("skill", nargs="?", metavar="SKILL", help=tr("slug or title"))
    how = teach.add_mutually_exclusive_group()
    text = tr("it does not mean this skill")
    how.add_argument(
        "--not", action=_Not, nargs="?", const="", metavar="SKILL", help=text
    )
    teach.set_defaults(refused=False, along="")
    text = tr("forget what was taught about this word")
    how.add_argument("--forget", action="store_true", help=text)


def run_list(arguments: Namespace) -> int:
    """List the kept adverts, the best fit first."""
    with opened(arguments) as workspace:
        reader, kept = workspace.store.reader, workspace.use_cases.postings.all()
        found = sorted(_scored(reader, vocabulary_of(reader), kept), key=_order)
    ends = endings(each.posting.subject for each in found)
    if arguments.json:
        document = {
            "milepost": __version__,
            "postings": [_json(each) for each in found],
        }
        say_json(document)
        return 0
    for each in found:
        posting = each.posting
        percent = "  –  " if each.fit is None else f"{each.fit.percent:4d}%"
        day = posting.added_on.isoformat()
        about = " · ".join(
            filter(None, (posting.title, posting.company, posting.place))
        )
        say(f"{percent}  {ends[posting.subject]}  {day}  {about}")
    if not found:
        say(tr("No advert is kept. “milepost postings add FILE” keeps one."))
    return 0


def run_add(arguments: Namespace) -> int:
    """Keep the adverts of files; a file that cannot be read is told, 1 then."""
    adverts: list[NewPosting] = []
    bad: list[UnreadableFileError] = []
    for file in arguments.files:
        try:
            adverts += map(advert_of, postings_of(file))
        except UnreadableFileError as error:
            bad.append(error)
    if adverts:
        with opened(arguments) as workspace:
            kept = workspace.use_cases.postings.add_all(adverts)
            if kept.stored is not None:
                say_edit(workspace, kept.stored)
            if kept.known:
                one, many = "1 was kept already.", "{n} were kept already."
                say(tr_n(one, many, kept.known))
    if bad:
        problems = [problem for error in bad for problem in error.problems]
        raise UnreadableFileError(problems)
    return 0


def run_show(arguments: Namespace) -> int:
    """Print an advert's score with the whole sum."""
    with opened(arguments) as workspace:
        posting = workspace.use_cases.postings.named(arguments.id)
        vocabulary = vocabulary_of(workspace.store.reader)
        (found,) = _scored(workspace.store.reader, vocabulary, [posting])
    text = PostingText(
        title=posting.title,
        company=posting.company,
        place=posting.place,
        url=posting.address,
        text=posting.text,
        source="text",
    )
    for line in advert_lines(text, found.reading, found.fit, vocabulary.title_of):
        say(line)
    if posting.text.endswith(LEFT_OUT):
        say(tr("The end of this advert was too much and is left out."))
    return 0


def run_remove(arguments: Namespace) -> int:
    """Remove adverts."""
    with opened(arguments) as workspace:
        postings = workspace.use_cases.postings
        subjects = [postings.named(each).subject for each in arguments.ids]
        say_edit(workspace, postings.remove(*dict.fromkeys(subjects)))
    return 0


def run_teach(arguments: Namespace) -> int:
    """Teach what a word means, forget it, or list all that was taught."""
    if arguments.refused and arguments.along:
        _put_in_order(arguments)
    with opened(arguments) as workspace:
        reader, teaching = workspace.store.reader, workspace.use_cases.teaching
        if arguments.word is None:
            _say_taught(read_taught(reader), reader.names())
            return 0
        if arguments.forget:
            stored = teaching.forget(*_taught_about(reader, arguments))
        else:
            if arguments.skill is None:
                raise BadInputError(_one_and_one())
            skill = _skill(reader, arguments.skill)
            act = teaching.refuse if arguments.refused else teaching.teach
            stored = act(arguments.word, skill)
        say_edit(workspace, stored)
    return 0


def _put_in_order(arguments: Namespace) -> None:
    """Give back what ``--not`` took along: the skill, or the word where it was first.

    Raises:
        BadInputError: There are three names.
    """
    if arguments.skill is not None:
        raise BadInputError(_one_and_one())
    if arguments.is_first:
        arguments.word, arguments.skill = arguments.along, arguments.word
    else:
        arguments.skill = arguments.along


def _one_and_one() -> str:
    return tr("Name one word and one skill, such as: teach go git")


def _say_taught(taught: Iterable[Taught], names: Mapping[str, tuple[str, ...]]) -> None:
    found = list(taught)
    for name, skill, means in found:
        title = next(iter(names.get(skill, ())), skill)
        sentence = tr("“{name}” means {title} ({skill})")
        if not means:
            sentence = tr("“{name}” does not mean {title} ({skill})")
        say(sentence.format(name=name, title=title, skill=skill))
    if not found:
        say(tr("Nothing was taught. “milepost teach WORD SKILL” says what it means."))


def _taught_about(reader: Reader, arguments: Namespace) -> list[Taught]:
    word = " ".join(arguments.word.split()).casefold()
    found = [each for each in read_taught(reader) if each.name.casefold() == word]
    if arguments.skill is not None:
        skill = _skill(reader, arguments.skill)
        found = [each for each in found if each.skill == skill]
    if not found:
        sentence = tr("Nothing was taught about “{word}”.", word=arguments.word)
        raise NotFoundError(sentence)
    return found


def _skill(reader: Reader, name: str) -> str:
    """Return the slug of a skill that is named by its slug or title.

    Raises:
        NotFoundError: No skill is called that.
    """
    names = reader.names()
    slug = name.removeprefix("skill:")
    if slug in names:
        return slug
    titles = {known[0].casefold(): each for each, known in names.items() if known}
    found = titles.get(name.casefold())
    if found is not None:
        return found
    hint = nearest(slug, [*names, *(known[0] for known in names.values() if known)])
    if not name or hint is None:
        sentence = tr("Name a skill by its slug or title; “{name}” is none.")
        raise NotFoundError(sentence.format(name=name))
    sentence = tr("No skill is called “{name}”. Did you mean “{hint}”?")
    raise NotFoundError(sentence.format(name=name, hint=hint))


def _scored(
    reader: Reader, vocabulary: Vocabulary, postings: Iterable[Posting]
) -> list[ScoredPosting]:
    grades = grades_of(*stored_grounds(reader))
    found = []
    for each in postings:
        reading = corrected(read_posting(each.text, vocabulary), each.needs)
        fit = fit_of(reading, vocabulary.title_of, *grades)
        found.append(ScoredPosting(each, reading, fit))
    return found


def _order(scored: ScoredPosting) -> int:
    return 1 if scored.fit is None else -scored.fit.percent


def _json(scored: ScoredPosting) -> dict[str, object]:
    posting, fit = scored.posting, scored.fit
    return {
        "id": posting.subject,
        "title": posting.title,
        "company": posting.company,
        "place": posting.place,
        "url": posting.address,
        "added_on": posting.added_on.isoformat(),
        "fit": None if fit is None else fit.percent,
        "missing": [] if fit is None else [term.best for term in fit.missing],
    }
