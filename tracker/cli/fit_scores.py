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
from tracker.domain.fit.scoring import Fit, need_of
from tracker.domain.readiness import FULL
from tracker.domain.texts import harmless
from tracker.services.evidence import read_evidence
from tracker.services.fitting import score, vocabulary_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Mapping

    from tracker.domain.fit.reading import Hit, Reading
    from tracker.domain.readiness import Term
    from tracker.interchange.posting_values import PostingText

    # object: a JSON document; its shape is in docs/fit.md.
    Json = dict[str, object]


class Scored(NamedTuple):
    """An advert with what was read in it and how well the learner fits."""

    file: str
    posting: PostingText
    reading: Reading
    fit: Fit | None


def run_fit(arguments: Namespace) -> int:
    """Score every advert; a file that cannot be read is told, the others count."""
    read, bad = _read_all(arguments.files)
    scored: list[Scored] = []
    titles: Mapping[str, str] = {}
    if read:
        with opened(arguments) as workspace:
            reader = workspace.store.reader
            vocabulary, progress = vocabulary_of(reader), reader.progress()
            evidence = read_evidence(reader, progress)
        titles = vocabulary.titles
        for file, posting in read:
            reading = read_posting(posting.text, vocabulary)
            fit = score(reading, titles, evidence, progress)
            scored.append(Scored(file, posting, reading, fit))
    if arguments.json:
        _say_json(scored, titles)
    else:
        _say_text(scored, titles)
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


def _say_text(scored: list[Scored], titles: Mapping[str, str]) -> None:
    for each in scored:
        for line in advert_lines(each.posting, each.reading, each.fit, titles):
            say(line)
        say()
    if len(scored) > 1:
        for line in table_lines([(e.file, e.posting.title, e.fit) for e in scored]):
            say(line)


def _say_json(scored: list[Scored], titles: Mapping[str, str]) -> None:
    document = {
        "milepost": __version__,
        "postings": [_posting(each, titles) for each in scored],
    }
    say_json(document)


def _posting(scored: Scored, titles: Mapping[str, str]) -> Json:
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
        "points": 0.0 if fit is None else fit.sum.points / FULL,
        "most": 0 if fit is None else fit.sum.most // FULL,
        "terms": [] if fit is None else [_term(term) for term in fit.terms],
        "have": [] if fit is None else [t.best for t in fit.terms if t.has],
        "in_progress": [] if fit is None else [t.best for t in fit.in_progress],
        "missing": [] if fit is None else [t.best for t in fit.missing],
        "hits": [
            {**_hit(hit, posting.text, titles), "need": hit.need.word}
            for hit in reading.hits
        ],
        "ignored": [
            {**_hit(each.hit, posting.text, titles), "reason": each.reason.value}
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


def _hit(hit: Hit, text: str, titles: Mapping[str, str]) -> Json:
    return {
        "skill": hit.skill,
        "title": titles.get(hit.skill, hit.skill),
        "words": hit.words,
        "start": hit.start,
        "end": hit.end,
        "group": hit.group,
        "sentence": text[hit.sentence_start : hit.sentence_end],
        "sentence_start": hit.sentence_start,
        "sentence_end": hit.sentence_end,
    }
