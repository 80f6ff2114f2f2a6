"""Proof on the terminal: prove, list, remove, undo, count; what becomes of files."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest


@pytest.fixture
def shot(tmp_path):
    path = tmp_path / "shot.png"
    path.write_bytes(b"pixels")
    return path


def kept(data):
    return sorted(path.name for path in (data / "kept").glob("*"))


def test_a_link_shows_what_is_done(milepost):
    milepost("done", "git")
    out = milepost("prove", "git", "--link", "https://example.org/1", "--title", "PR 1")
    assert "Proof “PR 1” added to “Git für alle ✓”." in out
    assert "Shown: by a link" in out
    listed = milepost("proof", "git")
    assert "PR 1" in listed
    assert "Link · https://example.org/1 · " in listed


def test_what_is_not_done_waits_for_it(milepost):
    out = milepost("prove", "git/commit", "--confirmed-by", "Ada, 21 Nov")
    assert "Counts as endorsed as soon as it is done." in out
    assert milepost.item("git")["grade"] == "none"
    milepost("done", "git")
    assert milepost.item("git")["grade"] == "endorsed"


def test_a_note_alone_shows_nothing(milepost):
    milepost("done", "git")
    assert milepost.item("git")["grade"] == "claimed"
    assert "Practised" in milepost("prove", "git", "--note", "Did it at work.")
    assert milepost.item("git")["grade"] == "practised"


def test_a_line_of_the_journal_practises(milepost):
    milepost("done", "git")
    milepost("log", "1h #git")
    assert milepost.item("git")["grade"] == "practised"
    milepost("undo")
    assert milepost.item("git")["grade"] == "claimed"


def test_a_finished_project_proves_its_skills(milepost):
    milepost("done", "git", "api")
    assert milepost.item("git")["grade"] == "claimed"  # it is only marked as done
    milepost("done", "api/form")
    assert milepost.item("git")["grade"] == "shown"
    assert milepost.item("api", of="projects")["grade"] == "claimed"
    milepost("prove", "api/form", "--link", "https://example.org/1")
    assert milepost.item("api", of="projects")["grade"] == "shown"


def test_a_file_is_kept_once_and_listed_by_its_name(milepost, data, shot):
    milepost("prove", "git", "--file", str(shot))
    milepost("prove", "api/form", "--file", str(shot), "--title", "The form")
    assert len(kept(data)) == 1
    listed = milepost("proof")
    assert "shot.png" in listed
    assert "File · shot.png · " in listed
    assert "already" in milepost.refused("prove", "git", "--file", str(shot))
    assert "Healthy" in milepost("doctor")


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_a_commit_is_looked_up(milepost, tmp_path):
    git = (str(shutil.which("git")), "-c", "user.name=A", "-c", "user.email=a@b.org")
    for words in (("init", "-q"), ("commit", "-q", "--allow-empty", "-m", "Log in")):
        subprocess.run((*git, "-C", str(tmp_path), *words), check=True)
    done = subprocess.run(
        (*git, "-C", str(tmp_path), "rev-parse", "HEAD"),
        capture_output=True,
        text=True,
        check=True,
    )
    place = ("--in", str(tmp_path))
    assert "“Log in”" in milepost("prove", "git", "--commit", done.stdout[:9], *place)
    sentence = milepost.refused("prove", "git", "--commit", "abcdef12", *place)
    assert "no commit abcdef12" in sentence


class TestRefused:
    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("git", "--link", "javascript:alert(1)"), "begins with https"),
            (("git", "--file", "/dev/zero"), "device"),
            (("git", "--file", "/nowhere"), "no file"),
            (("git", "--file", "/"), "folder"),
            (("nosuch", "--link", "https://example.org"), "Nothing is called"),
            (("stage:backend-career/basics", "--file", "/dev/zero"), "can stand on"),
            (("git", "--note", "a", "--in", "there"), "--commit"),
        ],
    )
    def test_with_a_sentence_and_nothing_stored(self, milepost, data, words, told):
        assert told in milepost.refused("prove", *words)
        assert kept(data) == []
        assert "no proof yet" in milepost("proof", code=1)

    def test_nothing_given_or_too_much(self, milepost):
        for words in ((), ("--note", "a", "--link", "b")):
            with pytest.raises(SystemExit) as ended:
                milepost("prove", "git", *words)
            assert ended.value.code == 2


def test_a_proof_is_removed_and_brought_back(milepost):
    milepost("prove", "git", "--link", "https://example.org/1")
    name = milepost("proof").split()[
        milepost.out.split().index("https://example.org/1") - 1
    ]
    assert "removed from “Git" in milepost("unprove", name)
    assert "no proof yet" in milepost("proof", code=1)
    milepost("undo")
    assert "https://example.org/1" in milepost("proof")
    assert "There is no proof zzz" in milepost.refused("unprove", "zzz")


def test_figures_of_what_is_proved(milepost):
    milepost("done", "git", "skill:sql")
    milepost("prove", "git", "--link", "https://example.org/1")
    report = milepost.status()
    assert (report["percent"], report["percent_proved"]) == (50, 25)
    assert report["stages"][0]["grades"] == {
        "claimed": 0,
        "practised": 0,
        "shown": 1,
        "endorsed": 0,
    }
    text = milepost("status", "--proved")
    assert "The career: 25 % proved" in text
    assert "Git für alle" in text
    assert "SQL {joins}" not in text


def test_the_words_of_a_note_are_found_with_what_they_are_for(milepost):
    milepost("prove", "git", "--note", "Rebased in March.")
    found = milepost("journal", "--find", "march")
    assert "Proof of “Git für alle ✓”: Rebased in March." in found


class TestKeptFiles:
    def test_a_removed_proof_leaves_its_file_to_undo(self, milepost, data, shot):
        milepost("prove", "git", "--file", str(shot))
        milepost("undo")
        assert len(kept(data)) == 1
        assert "Healthy" in milepost("doctor")
        milepost("redo")
        assert "Healthy" in milepost("doctor")

    def test_doctor_tells_what_is_missing_altered_or_nobodys(
        self, milepost, data, shot
    ):
        milepost("prove", "git", "--file", str(shot))
        (name,) = kept(data)
        file = data / "kept" / name
        file.chmod(0o600)
        file.write_bytes(b"other")
        assert "“shot.png” was altered" in milepost("doctor", code=1)
        file.unlink()
        assert "“shot.png” is missing" in milepost("doctor", code=1)
        milepost("prove", "api", "--file", str(shot))  # heals it
        assert "Healthy" in milepost("doctor")
        (data / "kept" / ("0" * 64)).write_bytes(b"nobody's")
        assert "000 belongs to no proof" in milepost("doctor", code=1)

    def test_a_backup_brings_files_back(self, milepost, data, shot):
        milepost("prove", "git", "--file", str(shot))
        milepost("backup")
        milepost("backup")
        (name,) = kept(data)
        assert [p.name for p in (data / "backups" / "kept").glob("*")] == [name]
        (data / "kept" / name).unlink()
        (backup, *_) = milepost("restore").split()
        milepost("restore", backup)
        assert kept(data) == [name]
        assert "Healthy" in milepost("doctor")

    @pytest.mark.skipif(
        os.name == "nt" or os.geteuid() == 0, reason="the administrator may write"
    )
    def test_a_folder_that_may_not_be_written_to(self, milepost, data, shot):
        milepost("status")
        data.chmod(0o500)
        try:
            assert "may not write" in milepost.refused("prove", "git", "--file", shot)
        finally:
            data.chmod(0o700)


def test_the_doctor_tells_what_to_do_with_a_file_whose_adding_was_cut_short(
    milepost, data, shot
):
    milepost("prove", "git", "--file", str(shot))
    orphan = "ab" * 32
    (data / "kept" / orphan).write_bytes(b"half a proof")
    assert "milepost doctor --tidy" in milepost("doctor", code=1)
    said = milepost("doctor", "--tidy")
    assert f"1 file was moved to {data / 'kept-unused'}" in said
    assert "Healthy" in said
    assert (data / "kept-unused" / orphan).exists()
    assert len(kept(data)) == 1
    assert "nothing to tidy" in milepost("doctor", "--tidy")


def test_nothing_is_tidied_under_an_open_window(milepost, data, monkeypatch):
    milepost("done", "git")
    (data / "kept").mkdir()
    (data / "kept" / ("ab" * 32)).write_bytes(b"x")
    monkeypatch.setattr("tracker.cli.content.running_window", lambda _folder: 1)
    milepost("doctor", "--tidy", code=1)
    assert "Close the window first" in milepost.err
    assert len(kept(data)) == 1
