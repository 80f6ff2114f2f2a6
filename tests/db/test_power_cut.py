"""Power cuts: the disk is rebuilt as it may stand after each write of a burst.

A kill proves nothing about a power cut: the system still writes what it was given. So a
real burst of check-offs is recorded with strace, and at every point of it the disk is
put together from what was synced and from none, all or some of the rest: a sector of
512 bytes, a new length, a new name or a deletion each by itself. The model assumes that
the drive honours a sync and that a sync of a new file makes its name durable, too.
"""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders import Desk, a_roadmap, a_skill, a_stage
from tests.conftest import NOON, a_data_folder
from tests.db.burst_child import EDITS, SKILLS
from tracker.db.data_file import NAME
from tracker.domain.edit import DONE_ON, STATE
from tracker.domain.errors import StorageError
from tracker.services.doctor import examine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.domain.edit import StoredEdit

pytestmark = pytest.mark.slow

SECTOR = 512
CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,?unlink,unlinkat,?rename"


@dataclass(frozen=True)
class Step:
    """One thing a program did to the folder, or ``told`` it did."""

    what: str
    name: str = ""
    data: bytes = b""
    at: int = 0


@dataclass
class File:
    """The bytes that are durable, and what was done to them since."""

    durable: bytes = b""
    since: list[Step] = field(default_factory=list)

    def rebuilt(self, stays: Callable[[], bool]) -> bytes:
        data = bytearray(self.durable)
        for step in self.since:
            if not stays():
                continue
            end = step.at + len(step.data)
            if len(data) < end:
                data.extend(bytes(end - len(data)))
            if step.what == "cut":
                del data[end:]
            else:
                data[step.at : end] = step.data
        return bytes(data)


def _sectors(write: Step) -> Iterator[Step]:
    start, end = write.at, write.at + len(write.data)
    while start < end:
        stop = min(end, start - start % SECTOR + SECTOR)
        piece = write.data[start - write.at : stop - write.at]
        yield Step("write", write.name, piece, start)
        start = stop


class Disk:
    """One folder: what is durable there, and what the running system believes."""

    def __init__(self, **files: bytes) -> None:
        self.durable = {name: File(data) for name, data in files.items()}
        self.seen = dict(self.durable)
        self.since: list[tuple[str, File | None]] = []  # names given and taken

    def do(self, step: Step) -> None:
        match step.what:
            case "open":
                if step.name not in self.seen:
                    self._name(step.name, File())
            case "unlink":
                self._name(step.name, None)
            case "write":
                self.seen[step.name].since += _sectors(step)
            case "cut":
                self.seen[step.name].since.append(step)
            case "sync" if step.name:
                self._sync(step.name)
            case "sync":
                self.durable, self.since = dict(self.seen), []

    def _name(self, name: str, file: File | None) -> None:
        self.since.append((name, file))
        _put(self.seen, name, file)

    def _sync(self, name: str) -> None:
        file = self.seen[name]
        file.durable, file.since = file.rebuilt(lambda: True), []
        self.durable[name] = file
        self.since = [given for given in self.since if given[0] != name]

    def rebuilt(self, stays: Callable[[], bool]) -> dict[str, bytes]:
        """Return the folder after a power cut, asking of each part whether it stays."""
        names = dict(self.durable)
        for name, file in self.since:
            if stays():
                _put(names, name, file)
        return {name: file.rebuilt(stays) for name, file in names.items()}


def _put(names: dict[str, File], name: str, file: File | None) -> None:
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file


_CALL = re.compile(r"\d+ +(\w+)\((.*)\) += (\d+)")  # a failed one returns -1
_TEXT = re.compile(r'[<"]((?:\\x[0-9a-f]{2})*)[>"]')


def steps_of(trace: Path, folder: Path) -> Iterator[Step]:
    """Read what strace recorded of one folder."""
    for line in trace.read_text("ascii").splitlines():
        if found := _CALL.match(line):
            call, said, result = found.groups()
            texts = [
                bytes.fromhex(text.replace(r"\x", "")) for text in _TEXT.findall(said)
            ]
            step = _step(call, said, texts, int(result))
            path = Path(step.name)
            if step.what == "told":
                yield step
            elif path == folder:
                yield Step(step.what)
            elif path.parent == folder:
                yield Step(step.what, path.name, step.data, step.at)


def _step(call: str, said: str, texts: list[bytes], result: int) -> Step:
    number = said.rpartition(",")[2]
    match call:
        case "write" if said.startswith("1<"):
            step = Step("told", data=texts[1])
        case "pwrite64":
            data = texts[1][:result]
            step = Step("write", texts[0].decode(), data, int(number))
        case "ftruncate":
            step = Step("cut", texts[0].decode(), at=int(number))
        case "fsync" | "fdatasync":
            step = Step("sync", texts[0].decode())
        case "unlink" | "unlinkat":
            step = Step("unlink", texts[-1].decode())
        case "openat":
            what = "open" if "O_CREAT" in said else "look"
            step = Step(what, texts[-1].decode())
        case _:  # not how SQLite writes here; the disk would end otherwise than it did
            step = Step(call, texts[0].decode())
    return step


@dataclass
class Recording:
    """A burst as it was recorded, and what it left behind."""

    before: bytes
    steps: list[Step]
    log: list[StoredEdit]
    scratch: Path  # a data folder to rebuild disks in

    def facts(self, count: int) -> dict[str, dict[str, str]]:
        """Return what holds after a number of edits, by the log alone."""
        held: dict[str, dict[str, str]] = {STATE: {}, DONE_ON: {}}
        for stored in self.log[:count]:
            for change in stored.edit.changes:
                held[change.field].pop(change.subject, None)
                if change.after is not None:
                    held[change.field][change.subject] = change.after
        return held


@dataclass
class Verdict:
    """How many points the power was cut at, and what became of the disks."""

    points: int = 0
    disks: Counter[str] = field(default_factory=Counter)

    @property
    def states(self) -> int:
        return self.disks.total()


@pytest.fixture
def record(tmp_path, new_data_file) -> Callable[..., Recording]:
    """Return a function that records a burst, or skip where nothing can be traced."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    trace = tmp_path / "trace"
    options = ["-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-o", trace]
    trial = subprocess.run(
        [strace, *options, sys.executable, "-c", ""],
        capture_output=True,
        text=True,
        check=False,
    )
    if trial.returncode:
        pytest.skip(f"strace may not trace here: {trial.stderr.strip()}")
    folder = a_data_folder(tmp_path.resolve() / "data", new_data_file)
    scratch = a_data_folder(tmp_path / "scratch", new_data_file)
    stage = a_stage("basics", *map(a_skill, SKILLS))
    with Desk(folder, now=lambda: NOON) as desk:
        desk.roadmaps.add(a_roadmap(stage), "1")
        desk.roadmaps.choose("road")
    before = (folder / NAME).read_bytes()

    def record(*synchronous: str) -> Recording:
        child = [sys.executable, "-m", "tests.db.burst_child", folder, *synchronous]
        told = subprocess.run(
            [strace, *options, *child],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        steps = list(steps_of(trace, folder))
        # The trace says all there is to know: it ends at the disk as it really is.
        disk = Disk(**{NAME: before})
        for step in steps:
            disk.do(step)
        assert disk.rebuilt(lambda: True) == {NAME: (folder / NAME).read_bytes()}
        assert b"".join(s.data for s in steps if s.what == "told") == told
        with Desk(folder, now=lambda: NOON) as desk:
            log = desk.reader.log()
        assert [edit.id for edit in log] == told.decode().split()
        assert len(log) == EDITS
        return Recording(before, steps, log, scratch)

    return record


def cut_everywhere(recording: Recording, torn: int) -> Verdict:
    """Cut the power before the first step and after each, and look at every disk.

    Each time nothing stays of what was not synced, then all, then ``torn`` times some.
    """
    lots = random.Random(20261121)  # noqa: S311  # the same disks in every run
    rests = [lambda: False, lambda: True, *[lambda: lots.random() < 0.5] * torn]
    verdict, looked_at = Verdict(), set()
    disk, told = Disk(**{NAME: recording.before}), 0
    for step in (Step("begin"), *recording.steps):
        disk.do(step)
        told += step.what == "told"
        verdict.points += 1
        for files in map(disk.rebuilt, rests):
            same = hash((told, *sorted(files.items())))
            if same not in looked_at:
                looked_at.add(same)
                verdict.disks[judge(recording, files, told)] += 1
    return verdict


def judge(recording: Recording, files: dict[str, bytes], told: int) -> str:
    """Open a disk as Milepost does and say what became of all that was told."""
    for name in (NAME, f"{NAME}-journal"):
        (recording.scratch / name).unlink(missing_ok=True)
    for name, data in files.items():
        (recording.scratch / name).write_bytes(data)
    try:
        with Desk(recording.scratch, now=lambda: NOON) as desk:
            check = desk.store.connection.execute("PRAGMA integrity_check").fetchall()
            if check != [("ok",)]:
                return "corrupt"
            log, findings = desk.reader.log(), examine(desk.reader)
            facts = {name: desk.reader.all_values(name) for name in (STATE, DONE_ON)}
    except StorageError as error:
        return f"refused as {error.kind}"
    except sqlite3.DatabaseError:  # from the check itself
        return "corrupt"
    if len(log) < told:
        return "lost"
    # The edit that was being made may be there whole or not at all.
    right = len(log) <= told + 1 and log == recording.log[: len(log)]
    right = right and facts == recording.facts(len(log)) and not findings
    return "whole" if right else "wrong"


def test_nothing_acknowledged_is_lost_in_a_power_cut(record):
    verdict = cut_everywhere(record(), torn=2)
    print(verdict)
    assert verdict.disks == {"whole": verdict.states}
    assert verdict.points > 20 * EDITS
    assert verdict.states > verdict.points


@pytest.mark.parametrize(
    ("synchronous", "fates"), [("FULL", {"lost"}), ("OFF", {"lost", "corrupt"})]
)
def test_the_same_test_tells_that_less_is_not_enough(record, synchronous, fates):
    """FULL does not sync the deletion of the journal, OFF syncs nothing."""
    verdict = cut_everywhere(record(synchronous), torn=1)
    print(verdict)
    assert fates <= set(verdict.disks)
