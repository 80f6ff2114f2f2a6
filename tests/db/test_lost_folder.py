"""A chosen data folder that is not there, and what kills leave behind."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pytest

from tracker import paths
from tracker.db.backup import sweep
from tracker.domain.errors import StorageError
from tracker.workspace import Workspace


def test_nothing_is_made_in_the_place_of_a_chosen_folder(tmp_path, monkeypatch):
    monkeypatch.delenv(paths.VARIABLE, raising=False)
    folder = tmp_path / "usb stick"
    folder.mkdir()
    paths.remember_folder(folder)
    folder.rmdir()
    assert paths.data_folder() == folder
    with pytest.raises(StorageError) as refused:
        Workspace(folder, lambda _stored: None)
    assert refused.value.kind == "missing"
    assert not folder.exists()


def test_a_folder_named_on_the_command_line_is_made(tmp_path):
    folder = tmp_path / "new" / "deep"
    Workspace(folder, lambda _stored: None).close()
    assert folder.is_dir()


def test_what_a_kill_left_unfinished_goes_after_an_hour_and_nothing_else(tmp_path):
    workspace = Workspace(tmp_path, lambda _stored: None)
    workspace.close()
    data_file = workspace.store.path
    old, fresh = tmp_path / "backups" / "a.tmp", tmp_path / "backups" / "b.tmp"
    kept = tmp_path / "milepost.db.damaged-20260101T000000Z"
    for path in (old, fresh, kept, tmp_path / "milepost.db.new-77"):
        path.write_text("x", encoding="utf-8")
    now = datetime.now(UTC)
    long_ago = (now - timedelta(hours=2)).timestamp()
    for path in (old, kept, tmp_path / "milepost.db.new-77"):
        os.utime(path, (long_ago, long_ago))
    sweep(data_file, now)
    assert not old.exists()
    assert not (tmp_path / "milepost.db.new-77").exists()
    assert fresh.exists()
    assert kept.exists()
    assert data_file.exists()
