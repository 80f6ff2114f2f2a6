"""What ``milepost fit`` does: how well the learner fits adverts, with the whole sum."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from tracker import __version__
from tracker.cli.advert_files import postings_of
from tracker.cli.fit_text import advert_lines, table_lines
from tracker.cli.shared import opened, say, say_json
from tracker.domain.errors import UnreadableFileError
from tracker.domain.fit.reader import read_posting
from tracker.domain.fit.scoring import fit_of, need_of
from tracker.domain.fit.vocabulary import Vocabulary
from tracker.domain.readiness import FULL
from tracker.domain.texts import harmless
from tracker.services.grades import grades_of, stored_grounds
from tracker.services.skill_names import vocabulary_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable

    from tracker.domain.fit.reading import Hit, Reading
    from tracker.domain.readiness import Readiness, Term
    from tracker.interchange.posting_values import PostingText

    # object: a JSON document; its shape is in docs/fit.md.
    Json = dict[str, object]
    TitleOf = Callable[[str], str]


class ScoredFile(NamedTuple):
    """An advert with what was read in it and how well the learner fits."""

    file: str
    posting: PostingText
    reading: Reading
    fit: Readiness | None


def run_fit(arguments: Namespace) -> int:
    """Score every advert; a file that cannot be read is told, the others count."""
    read, bad = _read_all(arguments.files)
    scored: list[ScoredFile] = []
    vocabulary = Vocabulary()
    if read:
        with opened(arguments) as workspace:
            reader = workspace.store.reader
            vocabulary, grades = (
                vocabulary_of(reader),
                grades_of(*stored_grounds(reader)),
            )
        for file, posting in read:
            reading = read_posting(posting.text, vocabulary)
            fit = fit_of(reading, vocabulary.title_of, *grades)
            scored.append(ScoredFile(file, posting, reading, fit))
    if arguments.json:
        _say_json(scored, vocabulary.title_of)
    else:
        _say_text(scored, vocabulary.title_of)
    for error in bad:
        print(harmless(str(error)), file=sys.stderr)  # noqa: T201  # the terminal is the interface
    return 1 if bad else 0


def _read_all(
    files: Iterable[str],
) -> tuple[list[tuple[str, PostingText]], list[UnreadableFileError]]:
    read: list[tuple[str, PostingText]] = []
    bad: list[UnreadableFileError] = []
    for file in files:
        try:
            postings = postings_of(file)
        except UnreadableFileError as error:
            bad.append(error)
        else:
            read += [(file, posting) for posting in postings]
    return read, bad


def _say_text(scored: list[ScoredFile], title_of: TitleOf) -> None:
    for each in scored:
        for line in advert_lines(each.posting, each.reading, each.fit, title_of):
            say(line)
        say()
    if len(scored) > 1:
        for line in table_lines([(e.file, e.posting.title, e.fit) for e in scored]):
            say(line)


def _say_json(scored: list[ScoredFile], title_of: TitleOf) -> None:
    document = {
        "milepost": __version__,
        "postings": [_posting(each, title_of) for each in scored],
    }
    say_json(document)


def _posting(scored: ScoredFile, title_of: TitleOf) -> Json:
    posting, reading, fit = scored.posting, scored.reading, scored.fit
    return {
        "file": scored.file,
        "source": posting.source,
        "title": posting.title,
        "company": posting.company,
        "place": posting.place,
        "url": posting.url,
        "language": reading.language or None,
        "phrases_read": reading.phrases_were_read,
        "left_out": posting.left_out,
        "fit": None if fit is None else fit.percent,
        "points": 0.0 if fit is None else fit.points / FULL,
        "most": 0 if fit is None else fit.most // FULL,
        "terms": [] if fit is None else [_term(term) for term in fit.terms],
        "have": [] if fit is None else [t.best for t in fit.have],
        "in_progress": [] if fit is None else [t.best for t in fit.in_progress],
        "missing": [] if fit is None else [t.best for t in fit.missing],
        "hits": [
            {**_hit(hit, posting.text, title_of), "need": hit.need.word}
            for hit in reading.hits
        ],
        "ignored": [
            {**_hit(each.hit, posting.text, title_of), "reason": each.reason.value}
            for each in reading.ignored
        ],
        "years": [
            {
                "least": each.least,
                "most": each.most,
                "start": each.start,
                "end": each.end,
                "skills": list(each.skills),
            }
            for each in reading.years
        ],
        "text": posting.text,
    }


def _term(term: Term) -> Json:
    return {
        "title": term.asked.title,
        "skills": list(term.asked.any),
        "best": term.best,
        "need": need_of(term).word,
        "weight": term.asked.weight,
        "grade": term.grade.name.lower(),
        "learning": term.learning,
        "credit": term.credit / FULL,
        "points": term.points / FULL,
    }


def _hit(hit: Hit, text: str, title_of: TitleOf) -> Json:
    return {
        "skill": hit.skill,
        "title": title_of(hit.skill),
        "words": hit.words,
        "start": hit.start,
        "end": hit.end,
        "group": hit.group,
        "sentence": text[hit.sentence_start : hit.sentence_end],
        "sentence_start": hit.sentence_start,
        "sentence_end": hit.sentence_end,
    }
