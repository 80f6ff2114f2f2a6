"""Backups are whole or absent, and the way back never costs the only copy."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from tests.builders import GIT, SQL, Desk
from tests.conftest import NOON
from tracker.db.backup import (
    KEPT,
    check_whole,
    list_backups,
    make_backup,
    restore_backup,
)
from tracker.db.connection import connect
from tracker.domain.edit import State
from tracker.domain.errors import StorageError
from tracker.services.doctor import examine


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def closed(desk):
    """Return a data file with one tick, which nobody has open."""
    desk.learning.set_state(GIT, State.DONE)
    desk.store.close()
    return desk.store.path


def test_a_backup_is_restored_to_what_it_held(closed):
    backup = make_backup(closed, NOON)
    with Desk(closed.parent, now=lambda: NOON) as desk:
        facts = desk.facts()
        desk.learning.set_state(SQL, State.DONE)
    after = digest(closed)
    kept = restore_backup(closed, backup, NOON)
    assert digest(kept) == after
    with Desk(closed.parent, now=lambda: NOON) as desk:
        assert desk.facts() == facts
        assert examine(desk.reader) == []
    assert digest(backup.path)


def test_a_backup_can_be_made_while_the_file_is_open_and_in_use(desk):
    desk.learning.set_state(GIT, State.DONE)
    backup = make_backup(desk.store.path, NOON)
    desk.learning.set_state(SQL, State.DONE)
    assert not desk.store.connection.in_transaction
    with closing(sqlite3.connect(backup.path)) as copy:
        assert copy.execute("SELECT count(*) FROM edit").fetchone() == (1,)


def test_the_damaged_original_is_kept_byte_for_byte(closed):
    backup = make_backup(closed, NOON)
    closed.write_bytes(b"damaged")
    kept = restore_backup(closed, backup, NOON)
    assert kept.read_bytes() == b"damaged"
    closed.write_bytes(b"damaged again")
    again = restore_backup(closed, backup, NOON)  # in the same second
    assert kept.read_bytes() == b"damaged"
    assert again.read_bytes() == b"damaged again"


def test_a_journal_goes_with_the_file_it_belongs_to(closed):
    backup = make_backup(closed, NOON)
    journal = closed.with_name(closed.name + "-journal")
    journal.write_bytes(b"journal of the damaged file")
    kept = restore_backup(closed, backup, NOON)
    assert not journal.exists()
    moved = kept.with_name(kept.name + "-journal")
    assert moved.read_bytes() == b"journal of the damaged file"
    Desk(closed.parent, now=lambda: NOON).store.close()


def test_a_file_that_is_gone_is_restored(closed):
    backup = make_backup(closed, NOON)
    closed.unlink()
    assert restore_backup(closed, backup, NOON) is None
    with Desk(closed.parent, now=lambda: NOON) as desk:
        assert desk.state(GIT) == "done"


@pytest.mark.parametrize("content", [b"", b"no database", None])
def test_a_backup_that_is_not_whole_changes_nothing(closed, content):
    backup = make_backup(closed, NOON)
    if content is None:
        os.truncate(backup.path, backup.path.stat().st_size - 100)
    else:
        backup.path.write_bytes(content)
    before, names = digest(closed), sorted(closed.parent.iterdir())
    with pytest.raises(StorageError):
        restore_backup(closed, backup, NOON)
    assert digest(closed) == before
    assert sorted(closed.parent.iterdir()) == names


def test_a_foreign_database_is_no_backup(closed):
    backup = make_backup(closed, NOON)
    backup.path.unlink()
    with closing(sqlite3.connect(backup.path)) as foreign:
        foreign.execute("CREATE TABLE theirs (x)")
    before = digest(closed)
    with pytest.raises(StorageError):
        restore_backup(closed, backup, NOON)
    assert digest(closed) == before


@pytest.mark.parametrize("content", [b"", b"no database"])
def test_no_backup_of_a_damaged_file_takes_a_place(closed, content):
    good = make_backup(closed, NOON)
    closed.write_bytes(content)
    with pytest.raises(StorageError):
        make_backup(closed, NOON + timedelta(days=1))
    assert [b.path for b in list_backups(closed)] == [good.path]
    assert [p.name for p in good.path.parent.iterdir()] == [good.path.name]


def test_damage_inside_is_found_before_a_backup_counts(closed):
    data = bytearray(closed.read_bytes())
    for start in range(4096 * 2, len(data), 4096):
        data[start : start + 100] = b"\xff" * 100
    closed.write_bytes(data)
    with pytest.raises(StorageError) as caught:
        make_backup(closed, NOON)
    assert caught.value.kind == "damaged"
    assert list_backups(closed) == []


def test_the_ten_newest_are_kept(closed):
    made = [make_backup(closed, NOON + timedelta(hours=n)) for n in range(KEPT + 3)]
    assert KEPT == 10
    kept = [backup.path for backup in list_backups(closed)]
    assert kept == [backup.path for backup in reversed(made[3:])]
    assert sorted(closed.parent.joinpath("backups").iterdir()) == sorted(kept)


def test_backups_of_one_second_are_kept_apart_and_in_order(closed):
    made = [make_backup(closed, NOON).path for _ in range(KEPT)]
    assert len(set(made)) == KEPT
    assert [backup.path for backup in list_backups(closed)] == made[::-1]
    assert make_backup(closed, NOON).path.exists()


def test_with_the_clock_set_back_the_new_backup_is_not_the_one_thrown_away(closed):
    for hours in range(KEPT):
        make_backup(closed, NOON + timedelta(hours=hours))
    early = make_backup(closed, NOON - timedelta(days=400))
    assert early.path.exists()
    assert len(list_backups(closed)) == KEPT


def test_what_else_lies_in_the_folder_is_left_alone(closed):
    make_backup(closed, NOON)
    folder = closed.parent / "backups"
    for name in ("milepost-mine.db", "notes.txt", "milepost-2026.db", "milepost-.db"):
        (folder / name).write_text("mine")
    for hours in range(KEPT + 1):
        make_backup(closed, NOON + timedelta(hours=hours))
    assert len(list_backups(closed)) == KEPT
    assert len([p for p in folder.iterdir() if p.read_bytes() == b"mine"]) == 4


def test_a_backup_knows_its_moment_in_utc(closed):
    make_backup(closed, NOON)
    (backup,) = list_backups(closed)
    assert backup.at == NOON.replace(microsecond=0)
    assert backup.path.name == "milepost-20261121T063000Z.db"


def test_two_programs_that_back_up_at_once_do_not_take_each_others_copy(closed):
    """What the other one is writing has another name, and stays."""
    folder = closed.parent / "backups"
    theirs = folder / "milepost-20261121T063000Z.1.tmp"
    theirs.write_bytes(b"half")
    make_backup(closed, NOON)
    assert theirs.read_bytes() == b"half"


def test_every_kept_backup_is_whole(closed):
    for hours in range(3):
        make_backup(closed, NOON + timedelta(hours=hours))
    for backup in list_backups(closed):
        with closing(connect(backup.path)) as connection:
            check_whole(connection)


def test_there_are_none_in_a_new_folder(tmp_path):
    assert list_backups(tmp_path / "milepost.db") == []
