"""How well skills are found in job adverts, and how long that takes.

Run as ``python -m benchmarks.fit``. The adverts of ``benchmarks/postings`` were written
for it, with labels, before the engine read any of them. It was tuned on one half; the
other half only measures. A start of the app is timed as ``benchmarks/start.py`` does.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import yaml

from benchmarks import start
from benchmarks.table import Row, render
from tracker.domain.fit.reader import read_posting
from tracker.domain.fit.reading import Need
from tracker.domain.fit.vocabulary import Vocabulary
from tracker.interchange.posting_files import read_posting_file
from tracker.workspace import bundled_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

POSTINGS = Path(__file__).parent / "postings"
HALVES = ("tuning", "measured")
SIZE = 20_000  # characters of the long advert
ADVERTS = 6  # of the tuning half that stand in it, one after another
READS = 5  # of which the median counts, in each round
LEAST_F1, MOST_FALSE_MUST, MOST_OF_START = 0.92, 0.05, 0.01


@dataclass
class Counted:
    """What was found in one half, against its labels."""

    right: int = 0
    wrong: int = 0
    overlooked: int = 0
    musts: int = 0
    false_musts: int = 0

    @property
    def precision(self) -> float:
        """Return how much of what was found is asked for."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Return how much of what is asked for was found."""
        return self.right / (self.right + self.overlooked)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    @property
    def false_must(self) -> float:
        """Return the share of all musts said that the label does not call a must."""
        return self.false_musts / self.musts


def vocabulary() -> Vocabulary:
    """Return the names of all bundled skills."""
    skills = bundled_catalogue().skills.values()
    return Vocabulary.of([(s.slug, s.title, s.aliases) for s in skills])


def count(half: str, names: Vocabulary) -> Counted:
    """Read every advert of a half and compare it with its label."""
    folder, counted = POSTINGS / half, Counted()
    labels = yaml.safe_load((folder / "labels.yaml").read_text(encoding="utf-8"))
    for file, label in labels.items():
        [posting] = read_posting_file(folder / file)
        needs: dict[str, Need] = {}
        for hit in read_posting(posting.text, names).hits:
            needs[hit.skill] = max(hit.need, needs.get(hit.skill, hit.need))
        asked = {*label["must"], *label["other"]}
        for skill in {*label.get("either", ())}:  # people may well disagree on these
            needs.pop(skill, None)
        musts = {skill for skill, need in needs.items() if need is Need.MUST}
        counted.right += len(asked & needs.keys())
        counted.wrong += len(needs.keys() - asked)
        counted.overlooked += len(asked - needs.keys())
        counted.musts += len(musts)
        counted.false_musts += len(musts - {*label["must"]})
    return counted


def long_advert() -> str:
    """Return a page of 20 KB: adverts, and what a firm says of itself."""
    prose = (POSTINGS / "page.txt").read_text(encoding="utf-8")
    files = sorted((POSTINGS / "tuning").glob("*.txt"))[:ADVERTS]
    adverts = "\n\n".join(file.read_text(encoding="utf-8") for file in files)
    return (adverts + "\n\n" + prose * 10)[:SIZE]


def dense_advert() -> str:
    """Return 20 KB of adverts and nothing else, as no single advert is."""
    files = sorted(POSTINGS.glob("*/*.txt"))
    return "\n\n".join(file.read_text(encoding="utf-8") for file in files)[:SIZE]


def measure(rounds: int = 9) -> list[Row]:
    """Return precision, recall, F1, false musts, and the time against a start."""
    names = vocabulary()
    rows = []
    for half in HALVES:
        counted = count(half, names)
        # The table has limits from above only, so F1 stands there as what it lacks.
        rows += [
            _exact(f"adverts, {half}: precision", counted.precision),
            _exact(f"adverts, {half}: recall", counted.recall),
            _exact(f"adverts, {half}: F1", counted.f1),
        ]
        if half == "measured":
            text = f"adverts, {half}: false must, of {counted.musts} said"
            rows += [
                _exact(f"adverts, {half}: what F1 lacks", 1 - counted.f1, 1 - LEAST_F1),
                _exact(text, counted.false_must, MOST_FALSE_MUST),
            ]
    return rows + _times(names, rounds)


def _times(names: Vocabulary, rounds: int) -> list[Row]:
    """Return the time of 20 KB, in each round against a start of the app beside it."""
    kinds = ("done", "painted")
    shares: dict[str, list[float]] = {kind: [] for kind in kinds}
    dense: list[float] = []
    page, full = long_advert(), dense_advert()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start._prepare(folder)
        for number in range(rounds + 1):
            begun = {kind: start._run(kind, folder)[0] for kind in kinds}
            taken = _taken(lambda: read_posting(page, names))
            most = _taken(lambda: read_posting(full, names))
            if number:  # the first round warms the caches up
                for kind in kinds:
                    shares[kind].append(taken / begun[kind])
                dense.append(most / begun["done"])
    found = len(read_posting(page, names).hits)
    most_found = len(read_posting(full, names).hits)
    text = f"read an advert of 20 KB, {found} hits / start to the first check-off"
    rows = [
        _row(text, MOST_OF_START, shares["done"]),
        _row("the same / start to the road painted", None, shares["painted"]),
        _row(
            f"read 20 KB of adverts, {most_found} hits / start to the first check-off",
            None,
            dense,
        ),
    ]
    built = [_taken(vocabulary_from(names), 1) * 1000 for _ in range(rounds)]
    ms = Row("make the vocabulary", None, median(built), min(built), max(built), "ms")
    return [*rows, ms]


def vocabulary_from(names: Vocabulary) -> Callable[[], object]:
    """Return the work of making the vocabulary anew, without reading the catalogue."""
    found = bundled_catalogue().skills.values()
    skills = [(s.slug, s.title, s.aliases) for s in found]
    return lambda: type(names).of(skills)


def _taken(work: Callable[[], object], times: int = READS) -> float:
    taken = []
    for _ in range(times):
        begun = perf_counter()
        work()
        taken.append(perf_counter() - begun)
    return median(taken)


def _exact(name: str, value: float, limit: float | None = None) -> Row:
    return _row(name, limit, [value])


def _row(name: str, limit: float | None, figures: list[float]) -> Row:
    """Return a row of shares, in percent."""
    percent = [100 * figure for figure in figures]
    most = None if limit is None else round(100 * limit, 6)
    return Row(name, most, median(percent), min(percent), max(percent), "%")


if __name__ == "__main__":
    print(render(measure()))
