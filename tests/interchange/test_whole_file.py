"""A file is whole or not there, and what a killed writer left does not stay."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from tracker.interchange.whole_file import part_of, whole_file


@pytest.fixture
def dead() -> int:
    """Return the number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def write(path, text="new") -> None:
    with whole_file(path, force=True) as filling:
        filling.write_text(text)


def left(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def aged(path, seconds: int) -> None:
    path.write_text("half")
    then = time.time() - seconds
    os.utime(path, (then, then))


@pytest.mark.skipif(os.name == "nt", reason="no process can be asked for there")
def test_what_a_killed_writer_of_the_same_file_left_goes_at_once(tmp_path, dead):
    target = tmp_path / "book.pdf"
    aged(part_of(target, dead), 0)
    write(target)
    assert left(tmp_path) == ["book.pdf"]


def test_what_a_killed_writer_of_another_file_left_goes_after_an_hour(tmp_path, dead):
    old, fresh = (part_of(tmp_path / f"{name}.pdf", dead) for name in "ab")
    aged(old, 4000)
    aged(fresh, 60)
    write(tmp_path / "book.pdf")
    assert left(tmp_path) == [fresh.name, "book.pdf"]


@pytest.mark.parametrize("name", [".film.part", "film.1.part", ".film.mp4.part"])
def test_what_others_call_nearly_so_stays(tmp_path, name):
    aged(tmp_path / name, 4000)
    write(tmp_path / "film")
    assert left(tmp_path) == sorted([name, "film"])


@pytest.mark.skipif(os.name == "nt", reason="no process can be asked for there")
def test_what_another_writer_is_filling_stays(tmp_path):
    code = "import sys; print('here', flush=True); sys.stdin.read()"
    words = [sys.executable, "-c", code, "milepost"]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe) as other:
        assert other.stdout.readline().strip() == b"here"  # else it has no name yet
        part = part_of(tmp_path / "book.pdf", other.pid)
        aged(part, 0)
        write(tmp_path / "book.pdf")
        assert part.exists()
