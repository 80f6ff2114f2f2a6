"""A commit is looked up in a repository that need not be a friend's."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tracker.domain.errors import BadInputError, NotFoundError
from tracker.interchange import git_reading
from tracker.interchange.git_reading import find_commit

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(folder: Path, *words: str) -> str:
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    done = subprocess.run(
        (str(shutil.which("git")), *names, "-C", str(folder), *words),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path) -> Path:
    folder = tmp_path / "my code #1"
    folder.mkdir()
    git(folder, "init", "-q")
    git(folder, "commit", "-q", "--allow-empty", "-m", "Write the\u202e login\n\nMore.")
    return folder


def test_a_commit_is_found_by_a_part_of_its_hash(repository):
    whole = git(repository, "rev-parse", "HEAD")
    commit = find_commit(repository, whole[:7].upper())
    assert commit.digest == whole
    assert commit.title == "Write the login"
    assert commit.folder == str(repository.resolve())


def test_one_that_is_not_there_is_told(repository):
    with pytest.raises(NotFoundError, match="no commit deadbeef"):
        find_commit(repository, "deadbeef")


def test_a_file_in_it_is_no_commit(repository):
    (repository / "a.txt").write_text("a")
    digest = git(repository, "hash-object", "-w", "a.txt")
    with pytest.raises(NotFoundError, match="no commit"):
        find_commit(repository, digest)


@pytest.mark.parametrize(
    "name", ["", "HEAD", "--output=/tmp/x", "main", "12", "a" * 65, "1a2b;rm", "@{-1}"]
)
def test_only_a_hash_is_taken(repository, name):
    with pytest.raises(BadInputError, match="no name of a commit"):
        find_commit(repository, name)


def test_a_folder_without_a_repository_is_told(tmp_path):
    with pytest.raises(NotFoundError, match="no Git repository"):
        find_commit(tmp_path, "deadbeef")
    with pytest.raises(NotFoundError, match="no folder"):
        find_commit(tmp_path / "gone", "deadbeef")


def test_nothing_of_the_repository_runs(repository, tmp_path):
    ran = tmp_path / "ran"
    script = tmp_path / "evil.sh"
    script.write_text(f"#!/bin/sh\ntouch {ran}\n")
    script.chmod(0o700)
    for setting in (
        "core.fsmonitor",
        "core.sshCommand",
        "core.pager",
        "alias.rev-parse",
    ):
        git(repository, "config", setting, str(script))
    git(repository, "config", "remote.origin.url", f"ext::{script}")
    git(repository, "config", "remote.origin.promisor", "true")
    git(repository, "config", "extensions.partialClone", "origin")
    with pytest.raises(NotFoundError, match="no commit"):
        find_commit(repository, "deadbeef" * 5)
    find_commit(repository, git(repository, "rev-parse", "HEAD"))
    assert not ran.exists()


def test_the_surroundings_do_not_lead_it_elsewhere(repository, tmp_path, monkeypatch):
    whole = git(repository, "rev-parse", "HEAD")
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    assert find_commit(repository, whole).digest == whole


@pytest.mark.skipif(os.name == "nt", reason="no pipes there")
def test_a_repository_that_never_answers_is_given_up(repository, monkeypatch):
    monkeypatch.setattr(git_reading, "PATIENCE", 0.3)
    (repository / ".git" / "HEAD").unlink()
    os.mkfifo(repository / ".git" / "HEAD")
    with pytest.raises(NotFoundError, match="no Git repository"):
        find_commit(repository, "deadbeef")


def test_without_git_a_link_is_proposed(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NotFoundError, match="as a link instead"):
        find_commit(repository, "deadbeef")
