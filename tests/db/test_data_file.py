"""The data file: opened where it says, made whole or not at all, refused untouched."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import GIT, Desk, a_roadmap
from tests.conftest import NOON, a_data_folder
from tracker.db import data_file
from tracker.db.backup import list_backups, make_backup
from tracker.db.connection import APPLICATION_ID, SCHEMA_VERSION, look_at
from tracker.db.data_file import NAME, DataFile, make_anew
from tracker.domain.edit import State
from tracker.domain.errors import StorageError
from tracker.services.doctor import examine

AWKWARD = [
    "a#b",
    "a?b",
    "a%20b",
    "ü é",
    "e\u0301 \u200b",
    "with spaces ",
    'it\'s "quoted"',
    "file:x?mode=memory",
    ":memory:",
    "-rf",
    "a&b;c$HOME`id`",
    "back\\slash",
    "x" * 200,
    os.fsdecode(b"latin-\xe9"),
]


def tree(folder: Path) -> dict[str, str]:
    """Return what is in a folder: the digest of every file by its name."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def refused(folder: Path) -> StorageError:
    """Return the refusal to open a folder, which leaves all that is in it."""
    before = tree(folder)
    with pytest.raises(StorageError) as caught:
        DataFile(folder)
    assert tree(folder) == before
    message = str(caught.value)
    assert str(folder / NAME) in message
    assert message.endswith(".")
    return caught.value


class TestPlace:
    @pytest.mark.parametrize("name", AWKWARD)
    def test_the_file_is_where_it_says_and_nowhere_else(
        self, tmp_path, monkeypatch, name
    ):
        here = tmp_path / "here"
        here.mkdir()
        monkeypatch.chdir(here)
        folder = tmp_path / "there" / name
        with Desk(folder, now=lambda: NOON) as desk:
            desk.roadmaps.add(a_roadmap(), "1")
            desk.learning.set_state(GIT, State.DONE)
            make_backup(desk.store.path, NOON)
        assert list(here.iterdir()) == []
        assert list((tmp_path / "there").iterdir()) == [folder]
        assert sorted(p.name for p in folder.iterdir()) == ["backups", NAME]
        with Desk(folder, now=lambda: NOON) as desk:
            assert desk.state(GIT) == "done"

    def test_two_leading_slashes_are_no_host_name(self, tmp_path):
        folder = Path(f"/{tmp_path}/data")
        assert str(folder).startswith("//")
        DataFile(folder).close()
        assert (tmp_path / "data" / NAME).is_file()

    def test_a_relative_folder_is_that_of_the_current_directory(
        self, tmp_path, monkeypatch
    ):
        monkeypatch.chdir(tmp_path)
        DataFile(Path("data")).close()
        assert (tmp_path / "data" / NAME).is_file()

    def test_a_path_too_long_for_sqlite_is_refused_and_leaves_no_file(self, tmp_path):
        folder = tmp_path.joinpath(*("x" * 200 for _ in range(3)))
        with pytest.raises(StorageError):
            DataFile(folder)
        assert tree(tmp_path) == {}

    def test_a_file_where_the_folder_should_be_is_told(self, tmp_path):
        (tmp_path / "data").write_text("mine")
        with pytest.raises(StorageError):
            DataFile(tmp_path / "data")
        assert (tmp_path / "data").read_text() == "mine"


class TestSettings:
    @pytest.mark.parametrize(
        ("pragma", "value"),
        [
            ("journal_mode", "delete"),
            ("synchronous", 3),
            ("foreign_keys", 1),
            ("cell_size_check", 1),
            ("mmap_size", 0),
            ("application_id", APPLICATION_ID),
            ("user_version", SCHEMA_VERSION),
        ],
    )
    def test_are_really_in_force_also_after_writing(self, desk, pragma, value):
        asked = desk.store.connection.execute(f"PRAGMA {pragma}").fetchone()
        assert asked == (value,)

    def test_the_application_id_spells_mpst(self):
        assert APPLICATION_ID.to_bytes(4, "big") == b"MPST"

    def test_a_new_file_is_its_owners_alone(self, tmp_path):
        umask = os.umask(0)
        try:
            with Desk(tmp_path / "a" / "data", now=lambda: NOON) as desk:
                backup = make_backup(desk.store.path, NOON)
                folder = desk.store.path.parent
                modes = [mode(p) for p in (folder, folder / "backups")]
                files = [mode(desk.store.path), mode(backup.path)]
        finally:
            os.umask(umask)
        assert modes == [0o700, 0o700]
        assert files == [0o600, 0o600]

    def test_a_new_file_has_a_learner_and_a_device_of_its_own(self, tmp_path):
        names = set()
        for folder in ("one", "two"):
            with Desk(tmp_path / folder, now=lambda: NOON) as desk:
                names |= {desk.reader.learner, desk.reader.device}
                assert examine(desk.reader) == []
        assert len(names) == 4
        assert all(len(name) == 36 for name in names)


class TestMaking:
    def test_a_failure_leaves_nothing_behind(self, tmp_path, monkeypatch):
        def fail(*_: object) -> None:
            raise StorageError("no", "full")

        monkeypatch.setattr("tracker.db.migrate._run", fail)
        with pytest.raises(StorageError):
            DataFile(tmp_path)
        assert list(tmp_path.iterdir()) == []
        monkeypatch.undo()
        DataFile(tmp_path).close()

    def test_works_where_there_are_no_hard_links(self, tmp_path, monkeypatch):
        def no_links(*_: object) -> None:
            raise PermissionError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr("os.link", no_links)
        DataFile(tmp_path).close()
        assert sorted(p.name for p in tmp_path.iterdir()) == ["backups", NAME]

    def test_one_made_by_another_program_in_the_meantime_is_used(
        self, tmp_path, monkeypatch, new_data_file
    ):
        make = data_file._make

        def slower(path: Path) -> None:
            shutil.copy(new_data_file, path)
            make(path)

        monkeypatch.setattr(data_file, "_make", slower)
        before = tree(new_data_file.parent)[NAME]
        DataFile(tmp_path).close()
        assert tree(tmp_path) == {NAME: before}

    def test_one_that_appears_while_its_traces_are_looked_at_is_used(
        self, tmp_path, monkeypatch, new_data_file
    ):
        """Another program makes the file just after this one missed it."""
        path = tmp_path / NAME
        really = Path.exists
        answers = [False]

        def late(self: Path) -> bool:
            if self == path and answers:
                a_data_folder(tmp_path / "x", new_data_file)
                for each in (tmp_path / "x").iterdir():
                    each.rename(tmp_path / each.name)
                return answers.pop()
            return really(self)

        monkeypatch.setattr(Path, "exists", late)
        DataFile(tmp_path).close()

    def test_two_programs_at_once_make_one_file(self, tmp_path):
        program = (
            "import sys, pathlib; from tracker.db.data_file import DataFile;"
            "sys.stdin.readline();"
            "f = DataFile(pathlib.Path(sys.argv[1])); print(f.reader.learner)"
        )
        both = [
            subprocess.Popen(
                [sys.executable, "-c", program, str(tmp_path / "data")],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for _ in range(3)
        ]
        for process in both:
            process.stdin.write("\n")
            process.stdin.flush()
        learners = {process.communicate(timeout=30)[0] for process in both}
        assert len(learners) == 1
        assert len(learners.pop().strip()) == 36
        names = sorted(p.name for p in (tmp_path / "data").iterdir())
        assert names == ["backups", NAME]

    def test_nothing_is_made_where_a_file_is_gone(self, folder):
        (folder / NAME).unlink()
        assert refused(folder).kind == "missing"
        assert [p.name for p in folder.iterdir()] == ["backups"]

    def test_nothing_is_made_beside_a_lonely_journal(self, tmp_path):
        (tmp_path / f"{NAME}-journal").write_bytes(b"left")
        assert refused(tmp_path).kind == "missing"

    def test_anew_keeps_what_was_there(self, folder):
        (folder / NAME).write_bytes(b"first")
        make_anew(folder)
        (folder / NAME).write_bytes(b"second")
        (folder / f"{NAME}-journal").write_bytes(b"journal")
        make_anew(folder)
        kept = sorted(p.read_bytes() for p in folder.glob("*.kept-*"))
        assert kept == [b"first", b"journal", b"second"]
        DataFile(folder).close()


class TestRefusal:
    def test_an_empty_file(self, folder):
        (folder / NAME).write_bytes(b"")
        assert refused(folder).kind == "empty"

    @pytest.mark.parametrize(
        "content",
        [b"hello", b"PK\x03\x04" + bytes(2000), b"SQLite format 3\0" + bytes(4080)],
        ids=["text", "zip", "header only"],
    )
    def test_garbage(self, folder, content):
        (folder / NAME).write_bytes(content)
        assert refused(folder).kind in {"damaged", "foreign"}

    @pytest.mark.parametrize("part", [0.999, 0.7, 0.5, 0.2, 0.05, 0.01])
    def test_a_truncated_file(self, desk, part):
        desk.store.close()
        path = desk.store.path
        os.truncate(path, int(path.stat().st_size * part))
        assert refused(path.parent).kind == "damaged"

    def test_a_file_that_lost_its_header(self, desk):
        desk.store.close()
        data = bytearray(desk.store.path.read_bytes())
        data[:50] = os.urandom(50)
        desk.store.path.write_bytes(data)
        assert refused(desk.store.path.parent).kind == "damaged"

    def test_a_directory_in_its_place(self, folder):
        (folder / NAME).unlink()
        (folder / NAME).mkdir()
        assert refused(folder).kind == "foreign"

    def test_a_pipe_in_its_place_does_not_hang(self, folder):
        (folder / NAME).unlink()
        os.mkfifo(folder / NAME)
        with pytest.raises(StorageError) as caught:
            DataFile(folder)
        assert caught.value.kind == "foreign"

    def test_a_link_to_nowhere(self, tmp_path):
        (tmp_path / NAME).symlink_to(tmp_path / "nowhere")
        with pytest.raises(StorageError):
            DataFile(tmp_path)
        assert not (tmp_path / "nowhere").exists()

    @pytest.mark.parametrize("journal_mode", ["delete", "wal", "persist"])
    @pytest.mark.parametrize("version", [0, 1, 99])
    def test_another_programs_database(self, tmp_path, journal_mode, version):
        with closing(sqlite3.connect(tmp_path / NAME)) as other:
            other.execute(f"PRAGMA journal_mode = {journal_mode}")
            other.execute(f"PRAGMA user_version = {version}")
            other.execute("CREATE TABLE theirs (x)")
            other.execute("INSERT INTO theirs VALUES (1)")
            other.commit()
        assert refused(tmp_path).kind == "foreign"

    def test_another_programs_database_while_it_is_open_there(self, tmp_path):
        with closing(sqlite3.connect(tmp_path / NAME)) as other:
            other.execute("PRAGMA journal_mode = wal")
            other.execute("CREATE TABLE theirs (x)")
            other.commit()
            assert refused(tmp_path).kind == "foreign"
            other.execute("INSERT INTO theirs VALUES (1)")
            other.commit()

    @pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, 2**31 - 1])
    def test_a_newer_file(self, folder, version):
        with closing(sqlite3.connect(folder / NAME)) as newer:
            newer.execute(f"PRAGMA user_version = {version}")
        error = refused(folder)
        assert error.kind == "newer"
        assert str(version) in str(error)

    def test_a_file_of_ours_with_a_step_nobody_knows(self, folder):
        with closing(sqlite3.connect(folder / NAME)) as odd:
            odd.execute("PRAGMA user_version = 0")
            odd.execute("UPDATE alembic_version SET version_num = '9999'")
            odd.commit()
        before = tree(folder)[NAME]
        with pytest.raises(StorageError):
            DataFile(folder)
        assert tree(folder)[NAME] == before

    def test_looking_finishes_an_interrupted_write(self, folder):
        """A hot journal is taken back before the version is believed."""
        program = (
            "import os, sqlite3, sys;"
            "c = sqlite3.connect(sys.argv[1], isolation_level=None);"
            "c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN');"
            "c.execute('PRAGMA user_version = 7');"
            "c.execute('CREATE TABLE big (x)');"
            "c.executemany('INSERT INTO big VALUES (?)', [('x' * 3000,)] * 99);"
            "os.kill(os.getpid(), 9)"
        )
        path = folder / NAME
        subprocess.run([sys.executable, "-c", program, str(path)], check=False)
        assert path.with_name(f"{NAME}-journal").stat().st_size > 0
        assert look_at(path) == (APPLICATION_ID, SCHEMA_VERSION)
        DataFile(folder).close()


class TestReplacedWhileOpen:
    @pytest.mark.parametrize("how", ["deleted", "replaced", "folder moved"])
    def test_the_change_is_refused_and_everything_before_it_rescued(
        self, desk, how, new_data_file, tmp_path
    ):
        desk.learning.set_state(GIT, State.DONE)
        facts, path = desk.facts(), desk.store.path
        if how == "deleted":
            path.unlink()
        elif how == "replaced":
            shutil.copy(new_data_file, tmp_path / "cloud")
            (tmp_path / "cloud").replace(path)
        else:
            path.parent.rename(tmp_path / "moved")
        others = hashlib.sha256(path.read_bytes()).digest() if path.exists() else None
        for _ in range(2):
            with pytest.raises(StorageError) as caught:
                desk.learning.set_state("skill:sql", State.DONE)
            assert caught.value.kind == "replaced"
        if others is not None:
            assert hashlib.sha256(path.read_bytes()).digest() == others
        else:
            assert not path.exists()
        (rescued,) = path.parent.glob("*.rescued-*")
        assert str(rescued) in str(caught.value)
        assert mode(rescued) == 0o600
        desk.store.close()
        path.unlink(missing_ok=True)
        rescued.rename(path)
        with Desk(path.parent, now=lambda: NOON) as again:
            assert again.facts() == facts
            assert examine(again.reader) == []

    def test_reading_goes_on(self, desk):
        desk.learning.set_state(GIT, State.DONE)
        desk.store.path.unlink()
        assert desk.state(GIT) == "done"


class TestLocked:
    def test_a_write_is_refused_and_works_when_the_lock_is_gone(self, desk):
        with closing(sqlite3.connect(desk.store.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StorageError) as caught:
                desk.learning.set_state(GIT, State.DONE)
            assert caught.value.kind == "locked"
            assert desk.state(GIT) == "todo"
            other.execute("ROLLBACK")
            assert desk.learning.set_state(GIT, State.DONE)

    def test_a_reader_elsewhere_that_stops_the_commit_leaves_no_half(self, desk):
        with closing(sqlite3.connect(desk.store.path, isolation_level=None)) as other:
            other.execute("BEGIN")
            other.execute("SELECT count(*) FROM edit").fetchone()
            with pytest.raises(StorageError) as caught:
                desk.learning.set_state(GIT, State.DONE)
            assert caught.value.kind == "locked"
            assert (desk.state(GIT), desk.announced) == ("todo", [])
            assert not desk.store.connection.in_transaction
            other.execute("ROLLBACK")
        desk.learning.set_state(GIT, State.DONE)
        assert desk.state(GIT) == "done"

    def test_opening_is_refused(self, folder):
        with closing(sqlite3.connect(folder / NAME, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            assert refused(folder).kind == "locked"
        DataFile(folder).close()

    def test_two_desks_write_in_turn_and_see_each_other(self, desk, folder):
        with Desk(folder, now=lambda: NOON) as other:
            assert not desk.reader.changed_elsewhere()
            other.learning.set_state(GIT, State.DONE)
            assert desk.reader.changed_elsewhere()
            assert not desk.reader.changed_elsewhere()
            desk.learning.set_state("skill:sql", State.DONE)
            assert not desk.reader.changed_elsewhere()
            seqs = [edit.seq for edit in other.reader.log()]
            assert seqs == [1, 2]
            assert examine(other.reader) == []


def test_closing_twice_is_fine_and_opening_leaks_nothing(desk):
    desk.store.close()
    desk.store.close()
    assert list_backups(desk.store.path) == []
