"""Disk full, no rights, killed: nothing that was acknowledged is lost."""

from __future__ import annotations

import errno
import hashlib
import os
import resource
import shutil
import sqlite3
import tempfile
from itertools import count
from pathlib import Path

import pytest

from tests.builders import Desk, a_roadmap
from tests.conftest import NOON, a_data_folder
from tests.db.children import begin, in_a_child
from tracker.db.backup import list_backups, make_backup
from tracker.db.connection import explained
from tracker.db.data_file import NAME, DataFile
from tracker.domain.errors import StorageError
from tracker.services.doctor import examine

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs POSIX")


class _OwnError(sqlite3.OperationalError):
    def __init__(self, code: int) -> None:
        super().__init__("said SQLite")
        self.sqlite_errorcode = code


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (_OwnError(sqlite3.SQLITE_BUSY), "locked"),
        (_OwnError(sqlite3.SQLITE_BUSY_SNAPSHOT), "locked"),
        (_OwnError(sqlite3.SQLITE_LOCKED), "locked"),
        (_OwnError(sqlite3.SQLITE_FULL), "full"),
        (_OwnError(sqlite3.SQLITE_IOERR_WRITE), "full"),
        (_OwnError(sqlite3.SQLITE_IOERR_READ), "failed"),
        (_OwnError(sqlite3.SQLITE_READONLY_DIRECTORY), "read-only"),
        (_OwnError(sqlite3.SQLITE_CANTOPEN_ISDIR), "missing"),
        (_OwnError(sqlite3.SQLITE_CORRUPT_INDEX), "damaged"),
        (_OwnError(sqlite3.SQLITE_NOTADB), "damaged"),
        (OSError(errno.ENOSPC, "No space left on device"), "full"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "full"),
        (OSError(errno.EROFS, "Read-only file system"), "read-only"),
        (PermissionError(errno.EACCES, "Permission denied"), "read-only"),
        (FileNotFoundError(errno.ENOENT, "No such file"), "missing"),
        (OSError(errno.EIO, "Input/output error"), "failed"),
        (OSError("without a number"), "failed"),
    ],
)
def test_every_fault_has_its_kind_a_sentence_and_the_details(error, kind):
    told = explained(error, Path("/data/{odd}"))
    assert told.kind == kind
    assert "/data/{odd}" in str(told)
    assert str(told).endswith(".")
    assert told.details == str(error)


def limited_to(size: int):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def test_a_full_disk_refuses_the_change_and_keeps_all_before(folder):
    def fill() -> str:
        with Desk(folder, now=lambda: NOON) as desk:
            desk.roadmaps.add(a_roadmap(), "1")
            desk.learning.write_note("skill:git", "kept")
            limited_to(desk.store.path.stat().st_size + 4096)
            kinds = set()
            for letter in "abc":
                try:
                    desk.learning.write_note("skill:git", letter * 50_000)
                except StorageError as error:
                    kinds.add(error.kind)
            state = desk.reader.note("skill:git"), len(desk.announced)
            limited_to(resource.RLIM_INFINITY)
            desk.learning.write_note("skill:sql", "works again")
            return f"{kinds} {state} {desk.reader.note('skill:sql')}"

    assert in_a_child(fill) == "{'full'} ('kept', 1) works again"
    with Desk(folder, now=lambda: NOON) as desk:
        assert examine(desk.reader) == []


@pytest.mark.parametrize("size", [0, 4096, 20_000, 40_000])
def test_a_full_disk_leaves_no_half_new_file(tmp_path, size):
    def make() -> str:
        limited_to(size)
        try:
            DataFile(tmp_path / "data")
        except StorageError as error:
            return error.kind
        return "made"

    assert in_a_child(make) == "full"
    assert [p for p in (tmp_path / "data").rglob("*") if p.is_file()] == []
    DataFile(tmp_path / "data").close()


def test_a_full_disk_leaves_no_half_backup(desk):
    desk.store.close()

    def back_up() -> str:
        limited_to(8192)
        try:
            make_backup(desk.store.path, NOON)
        except StorageError as error:
            return error.kind
        return "made"

    assert in_a_child(back_up) == "full"
    assert list_backups(desk.store.path) == []
    assert list((desk.store.path.parent / "backups").iterdir()) == []


def as_nobody(what):
    """Run as a user with no rights; who runs the tests may be root."""

    def act() -> str:
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        return what()

    return act


@pytest.fixture
def reachable(new_data_file):
    """Return a folder that another user can come to, which pytest's own are not.

    By then everything is imported; that user may not be able to.
    """
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def used(reachable, new_data_file):
    """Return a closed data file with a roadmap in a folder that can be reached."""
    folder = a_data_folder(reachable / "data", new_data_file)
    with Desk(folder, now=lambda: NOON) as desk:
        desk.roadmaps.add(a_roadmap(), "1")
        desk.roadmaps.choose("road")
    return folder / NAME


def test_a_read_only_folder_can_be_read_but_not_written(used):
    folder, path = used.parent, used
    path.chmod(0o444)
    folder.chmod(0o555)
    before = hashlib.sha256(path.read_bytes()).hexdigest()

    def look() -> str:
        with Desk(folder, now=lambda: NOON) as here:
            shown = here.journey().standing.percent, here.store.read_only
            try:
                here.learning.write_note("skill:git", "x")
            except StorageError as error:
                return f"{shown} {error.kind}"
        return "written"

    try:
        assert in_a_child(as_nobody(look)) == "(0, True) read-only"
    finally:
        folder.chmod(0o700)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert sorted(p.name for p in folder.iterdir()) == ["backups", NAME]


def test_a_folder_that_may_not_be_written_gets_no_new_file(reachable):
    folder = reachable / "data"
    folder.mkdir(mode=0o555)

    def make() -> str:
        try:
            DataFile(folder)
        except StorageError as error:
            return error.kind
        return "made"

    assert in_a_child(as_nobody(make)) == "read-only"
    assert list(folder.iterdir()) == []


def test_a_folder_that_may_not_be_read_is_told(used):
    folder = used.parent

    def look() -> str:
        try:
            DataFile(folder)
        except StorageError as error:
            return error.kind
        return "opened"

    if os.geteuid() == 0:  # owned by root, 0700
        assert in_a_child(as_nobody(look)) == "read-only"


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_by_kill_9(folder):
    """Thirty bursts of changes, each killed at another point of a commit."""
    with Desk(folder, now=lambda: NOON) as desk:
        desk.roadmaps.add(a_roadmap(), "1")

    def burst(tell):
        with Desk(folder, now=lambda: NOON) as desk:
            for number in count(desk.reader.last_seq()):
                text = f"text {number} " + "x" * 9000
                tell(desk.learning.write_note("skill:git", text).id)

    acknowledged: list[str] = []
    for number in range(30):
        child = begin(burst)
        acknowledged += [child.says.readline().strip() for _ in range(number % 7 + 1)]
        acknowledged += child.kill().split()
        with Desk(folder, now=lambda: NOON) as desk:
            stored = {edit.id for edit in desk.reader.log()}
            assert not set(acknowledged) - stored
            whole = desk.store.connection.execute("PRAGMA integrity_check").fetchall()
            assert whole == [("ok",)]
            assert examine(desk.reader) == []
    assert len(acknowledged) == len(set(acknowledged)) >= 30


def test_two_programs_that_write_at_once_lose_nothing(folder):
    """Each writes what the other does not; every edit gets a number of its own."""
    with Desk(folder, now=lambda: NOON) as desk:
        desk.roadmaps.add(a_roadmap(), "1")

    def writer(name: str):
        def write(tell) -> None:
            with Desk(folder, now=lambda: NOON, patience=60) as desk:
                for number in range(40):
                    assert desk.learning.write_note(name, str(number))
            tell("all")

        return write

    both = [begin(writer(name)) for name in ("skill:git", "skill:sql")]
    assert [child.finish() for child in both] == ["all\n", "all\n"]
    with Desk(folder, now=lambda: NOON) as desk:
        assert [edit.seq for edit in desk.reader.log()] == list(range(1, 81))
        assert examine(desk.reader) == []
