"""The CPU time of reading a roadmap file, against json.loads and PyYAML.

Run as ``python -m benchmarks.roadmap_file``. All read the same data, and
the ratios are taken within a round, so that a slow moment weighs on both sides.
"""

from __future__ import annotations

import gc
import json
from random import Random
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

import yaml

from benchmarks.table import Row, render
from tracker.interchange.roadmap_file import Catalogue, parse_roadmap
from tracker.interchange.yaml_reader import parse

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = {"200 KB": 200_000, "5 MB": 5_000_000}
JSON_LIMIT = 14.0
YAML_LIMIT = 0.5
STAGES = 7
WORDS = """
    a an and answer ask backup before break build cache change check client
    compare connection data debug decide deploy describe design do draw encrypt
    error every explain file find follow from handle how in index into join keep key
    learn limit list lock log measure memory message migrate model monitor
    network of only or order page plan process queue read record request restore
    review route run safe schema server session sign store table test that the
    thread time to token trace trade-off tree under use user value view when where
    which why with without work write you
""".split()  # noqa: SIM905  # as a list it would fill a screen


class _Writer:
    """Writes a roadmap of about a size, whose texts are all different."""

    def __init__(self, size: int) -> None:
        self._random = Random(size)  # noqa: S311  # the same file every time
        self._size = size
        self._lines: list[str] = []
        self._written = 0
        self._number = 0
        self._last_skill = ""

    def file(self) -> bytes:
        """Return the file, in the form in which people write one."""
        self._put(0, "format: milepost-roadmap/1", "slug: measured-road")
        self._put(0, "title: A road to measure", 'version: "2026.11"')
        self._put(0, f"summary: {self._text(16)}", "stages:")
        for number in range(1, STAGES + 1):
            self._stage(number, self._size * number // STAGES)
        return "\n".join([*self._lines, ""]).encode()

    def _put(self, indent: int, *lines: str) -> None:
        for line in lines:
            self._lines.append(" " * indent + line)
            self._written += indent + len(line.encode()) + 1

    def _text(self, words: int) -> str:
        self._number += 1
        chosen = " ".join(self._random.choices(WORDS, k=words))
        return f"{chosen.capitalize()} {self._number}"

    def _slug(self) -> str:
        self._number += 1
        word = self._random.choice(("query", "server", "route", "schema", "thread"))
        return f"{word}-{self._number}"

    def _stage(self, number: int, end: int) -> None:
        self._put(2, f"- slug: stage-{number}")
        self._put(4, f"title: {self._text(3)}", "icon: code")
        self._put(4, f"summary: {self._text(15)}", "level: Before the first job")
        self._put(4, "guide: |")
        self._put(6, *(self._text(14) for _ in range(8)))
        self._put(4, "groups:")
        projects = self._size // STAGES // 10
        while self._written < end - projects:
            self._put(6, f"- title: {self._text(2)}", "  skills:")
            for _ in range(6):
                self._skill()
        self._put(4, "projects:")
        self._project()
        while self._written < end:
            self._project()

    def _skill(self) -> None:
        slug, low = self._slug(), self._random.randint(1, 9)
        self._put(10, f"- slug: {slug}", f"  title: {self._text(3)}")
        self._put(12, f"summary: {self._text(13)}", f"hours: {low}-{low * 2}")
        if self._last_skill and self._random.random() < 0.6:
            self._put(12, f"needs: [{self._last_skill}]")
        self._put(12, "outcomes:")
        for _ in range(self._random.choice((2, 3, 3, 4))):
            self._put(14, f"- slug: {self._slug()}", f"  text: I can {self._text(8)}")
        self._last_skill = slug

    def _project(self) -> None:
        self._put(6, f"- slug: {self._slug()}", f"  title: {self._text(4)}")
        self._put(8, f"brief: {self._text(45)}", "hours: 10-20")
        self._put(8, f"skills: [{self._last_skill}]", "milestones:")
        for _ in range(5):
            self._put(10, f"- slug: {self._slug()}", f"  title: {self._text(6)}")


def generate(size: int) -> bytes:
    """Return a valid roadmap file of about ``size`` bytes, the same every time."""
    return _Writer(size).file()


def measure(rounds: int = 9) -> list[Row]:
    """Return how many times the CPU of others it takes to read and check a file."""
    rows = []
    for name, size in SIZES.items():
        data = generate(size)
        ratios = _ratios(data, rounds)
        rows += [
            _row(f"read {name} / json.loads", JSON_LIMIT, ratios["json"]),
            _row(f"read {name} / CSafeLoader", YAML_LIMIT, ratios["yaml"]),
            _row(
                f"libyaml's events alone, {name} / json.loads", None, ratios["events"]
            ),
        ]
    return rows


def _ratios(data: bytes, rounds: int) -> dict[str, list[float]]:
    """Return the ratios of each round, after one that only warms up."""
    as_json = json.dumps(parse(data, "")).encode()
    ratios: dict[str, list[float]] = {"json": [], "yaml": [], "events": []}
    for _ in range(rounds + 1):
        floor = _cpu(lambda: json.loads(as_json))
        events = _cpu(lambda: _only_events(data))
        ours = _cpu(lambda: parse_roadmap(data, "", Catalogue.EMPTY, lambda _: None))
        theirs = _cpu(lambda: yaml.load(data, yaml.CSafeLoader))
        ratios["json"].append(ours / floor)
        ratios["yaml"].append(ours / theirs)
        ratios["events"].append(events / floor)
    return {name: each[1:] for name, each in ratios.items()}


def _only_events(data: bytes) -> None:
    for _ in yaml.parse(data, yaml.CSafeLoader):
        pass


def _cpu(work: Callable[[], object]) -> float:
    """Return the CPU time that some work takes; what it returns is freed outside."""
    gc.collect()
    start = process_time()
    result = work()
    taken = process_time() - start
    del result
    return taken


def _row(name: str, limit: float | None, ratios: list[float]) -> Row:
    return Row(name, limit, median(ratios), min(ratios), max(ratios), "×")


if __name__ == "__main__":
    print(render(measure()))
