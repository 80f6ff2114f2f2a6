"""Files given as proof are kept whole or not at all, whatever is handed over."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import threading
from pathlib import Path

import pytest

from tracker.domain.errors import BadInputError, NotFoundError, StorageError
from tracker.interchange import kept_files
from tracker.interchange.kept_files import MOST_BYTES, KeptFiles, file_name

ROOT = os.name != "nt" and os.geteuid() == 0


@pytest.fixture
def data(tmp_path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def shelf(data) -> KeptFiles:
    return KeptFiles(data)


def a_file(folder, name="shot.png", content=b"pixels") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def left(shelf) -> list[str]:
    """Return everything on the shelf, unfinished copies too."""
    return sorted(path.name for path in shelf.folder.glob("*"))


def test_a_file_is_kept_by_what_is_in_it(shelf, tmp_path):
    kept = shelf.keep(a_file(tmp_path))
    assert kept.digest == hashlib.sha256(b"pixels").hexdigest()
    assert (kept.name, kept.size) == ("shot.png", 6)
    assert left(shelf) == [kept.digest]
    assert (shelf.folder / kept.digest).read_bytes() == b"pixels"
    assert shelf.is_whole(kept.digest)


def test_only_its_owner_can_read_it(shelf, tmp_path):
    kept = shelf.keep(a_file(tmp_path))
    assert stat.S_IMODE((shelf.folder / kept.digest).stat().st_mode) == 0o400
    assert stat.S_IMODE(shelf.folder.stat().st_mode) == 0o700


def test_the_same_content_is_stored_once(shelf, tmp_path):
    first = shelf.keep(a_file(tmp_path, "a.txt"))
    second = shelf.keep(a_file(tmp_path, "b.txt"))
    assert (first.digest, second.name) == (second.digest, "b.txt")
    assert len(left(shelf)) == 1


def test_an_altered_copy_is_told_and_healed_by_the_original(shelf, tmp_path):
    path = a_file(tmp_path)
    digest = shelf.keep(path).digest
    (shelf.folder / digest).chmod(0o600)
    (shelf.folder / digest).write_bytes(b"other")
    assert not shelf.is_whole(digest)
    with pytest.raises(NotFoundError, match="altered"):
        shelf.copy_out(digest, "shot.png")
    shelf.keep(path)
    assert shelf.is_whole(digest)


class TestRefused:
    def refused(self, shelf, path, told, error=BadInputError):
        with pytest.raises(error, match=told):
            shelf.keep(path)
        assert left(shelf) == []

    def test_50_megabytes(self, shelf, tmp_path):
        path = tmp_path / "film.mp4"
        with path.open("wb") as file:
            file.truncate(50_000_000)
        self.refused(shelf, path, r"50\.0 MB.* 25 MB.* link")

    def test_one_byte_too_many(self, shelf, tmp_path):
        path = tmp_path / "film.mp4"
        with path.open("wb") as file:
            file.truncate(MOST_BYTES + 1)
        self.refused(shelf, path, "25 MB")

    def test_a_folder(self, shelf, tmp_path):
        self.refused(shelf, tmp_path, "is a folder")

    def test_nothing(self, shelf, tmp_path):
        self.refused(shelf, tmp_path / "gone", "no file", NotFoundError)
        self.refused(shelf, Path("a\0b"), "leads nowhere")

    def test_an_empty_file(self, shelf, tmp_path):
        self.refused(shelf, a_file(tmp_path, content=b""), "is empty")

    @pytest.mark.skipif(os.name == "nt", reason="no such files there")
    def test_a_device_without_end(self, shelf):
        self.refused(shelf, Path("/dev/zero"), "device or a pipe")

    @pytest.mark.skipif(os.name == "nt", reason="no such files there")
    def test_a_pipe_that_nobody_writes_to(self, shelf, tmp_path):
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        self.refused(shelf, pipe, "device or a pipe")

    @pytest.mark.skipif(os.name == "nt", reason="needs rights there")
    def test_links_in_a_circle(self, shelf, tmp_path):
        (tmp_path / "a").symlink_to(tmp_path / "b")
        (tmp_path / "b").symlink_to(tmp_path / "a")
        self.refused(shelf, tmp_path / "a", "leads nowhere")

    @pytest.mark.skipif(os.name == "nt", reason="needs rights there")
    def test_a_link_to_a_device(self, shelf, tmp_path):
        (tmp_path / "a").symlink_to("/dev/zero")
        self.refused(shelf, tmp_path / "a", "device or a pipe")

    @pytest.mark.parametrize("link", [False, True])
    def test_the_data_file(self, shelf, data, tmp_path, link):
        """Closing a second handle on it would drop SQLite's locks."""
        own = a_file(data, "milepost.db")
        if link:
            os.link(own, tmp_path / "innocent.pdf")
            own = tmp_path / "innocent.pdf"
        self.refused(shelf, own, "own data file")

    @pytest.mark.skipif(ROOT, reason="the administrator may read everything")
    def test_an_unreadable_file(self, shelf, tmp_path):
        path = a_file(tmp_path)
        path.chmod(0)
        self.refused(shelf, path, "cannot be read", StorageError)

    def test_a_file_that_the_system_will_not_read(self, shelf, tmp_path, monkeypatch):
        def fail(*_):
            raise PermissionError(errno.EACCES, "no")

        path = a_file(tmp_path)
        monkeypatch.setattr(kept_files.os, "open", fail)
        self.refused(shelf, path, "cannot be read", StorageError)

    def test_a_file_cut_while_it_is_copied(self, shelf, tmp_path):
        path = a_file(tmp_path, content=bytes(3_000_000))
        with pytest.raises(BadInputError, match="changed while"):
            shelf.keep(path, lambda done, _all: os.truncate(path, min(done, 1_500_000)))
        assert left(shelf) == []

    def test_a_copy_that_is_cancelled(self, shelf, tmp_path):
        def stop(*_):
            raise InterruptedError

        with pytest.raises(InterruptedError):
            shelf.keep(a_file(tmp_path), stop)
        assert left(shelf) == []


def test_a_file_that_vanishes_while_it_is_copied_is_kept_whole(shelf, tmp_path):
    path = a_file(tmp_path, content=bytes(3_000_000))
    kept = shelf.keep(path, lambda *_: path.unlink(missing_ok=True))
    assert kept.size == 3_000_000
    assert shelf.is_whole(kept.digest)


@pytest.mark.skipif(os.name == "nt", reason="needs rights there")
def test_a_link_is_followed_and_keeps_its_own_name(shelf, tmp_path):
    path = a_file(tmp_path)
    (tmp_path / "latest.png").symlink_to(path)
    kept = shelf.keep(tmp_path / "latest.png")
    assert kept.name == "latest.png"
    assert (shelf.folder / kept.digest).read_bytes() == b"pixels"
    assert not (shelf.folder / kept.digest).is_symlink()


@pytest.mark.parametrize(
    ("number", "kind", "told"),
    [(errno.ENOSPC, "full", "disk is full"), (errno.EACCES, "read-only", "may not")],
)
def test_a_disk_that_takes_no_more_leaves_nothing(
    shelf, tmp_path, monkeypatch, number, kind, told
):
    def fail(_handle):
        raise OSError(number, "no")

    path = a_file(tmp_path)
    monkeypatch.setattr(kept_files.os, "fsync", fail)
    with pytest.raises(StorageError, match=told) as raised:
        shelf.keep(path)
    assert raised.value.kind == kind
    assert left(shelf) == []


def test_a_folder_that_cannot_be_made_is_told(data, tmp_path):
    (data / "kept").write_text("in the way")
    with pytest.raises(StorageError, match="may not write"):
        KeptFiles(data).keep(a_file(tmp_path))
    assert (data / "kept").read_text() == "in the way"


@pytest.mark.skipif(os.name == "nt", reason="not a name there")
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("two\nlines.txt", "two lines.txt"),
        ("\u202egnp.exe", "gnp.exe"),
        ("x" * 240 + ".txt", "x" * 115 + "….txt"),
        ("x" * 240, "x" * 119 + "…"),
        ("\x07\x1b[2Ja.txt", "a.txt"),
        (os.fsdecode(b"\xff.txt"), "\ufffd.txt"),
        ("\u200e", "A file"),
    ],
)
def test_odd_names_can_be_shown(shelf, tmp_path, name, shown):
    assert shelf.keep(a_file(tmp_path, name)).name == shown


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("shot.png", "shot.png"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a/b\\c:d.txt", "a_b_c_d.txt"),
        ("", "file"),
        ("...", "file"),
        ("-rf", "-rf"),
        ("ä" * 300 + ".pdf", "ä" * 58 + ".pdf"),
    ],
)
def test_a_copy_to_open_has_a_name_that_leads_nowhere(name, safe):
    assert file_name(name) == safe


def test_a_copy_to_open_is_apart_from_the_kept_file(shelf, tmp_path):
    digest = shelf.keep(a_file(tmp_path)).digest
    copy = shelf.copy_out(digest, "shot.png")
    copy.write_bytes(b"scribbled")
    assert copy.name == "shot.png"
    assert shelf.is_whole(digest)


def test_a_digest_cannot_lead_out_of_the_shelf(shelf, tmp_path):
    a_file(tmp_path / "data", "secret")
    assert not shelf.is_whole("../secret")
    with pytest.raises(NotFoundError):
        shelf.copy_out("../secret", "secret")


def test_two_copies_at_once_end_in_one_file(shelf, tmp_path):
    path = a_file(tmp_path, content=bytes(2_000_000))
    threads = [threading.Thread(target=shelf.keep, args=(path,)) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(left(shelf)) == 1


def test_another_shelf_takes_over_what_it_misses(shelf, tmp_path):
    other = KeptFiles(tmp_path / "backups")
    digests = {shelf.keep(a_file(tmp_path, content=c)).digest for c in (b"a", b"b")}
    assert other.copy_missing(shelf) == []
    assert other.digests() == digests
    (bad, good) = sorted(digests)
    (shelf.folder / bad).unlink()
    (shelf.folder / good).chmod(0o600)
    (shelf.folder / good).write_bytes(b"!")
    assert shelf.copy_missing(other) == []
    assert all(map(shelf.is_whole, digests))


def test_damage_is_not_taken_over(shelf, tmp_path):
    digest = shelf.keep(a_file(tmp_path)).digest
    (shelf.folder / digest).chmod(0o600)
    (shelf.folder / digest).write_bytes(b"!")
    other = KeptFiles(tmp_path / "backups")
    assert other.copy_missing(shelf) == [digest]
    assert other.digests() == frozenset()


def test_what_a_killed_copy_left_is_removed_after_an_hour(shelf, tmp_path):
    shelf.keep(a_file(tmp_path))
    unfinished = a_file(shelf.folder, ".abc.tmp")
    moment = unfinished.stat().st_mtime
    shelf.sweep(moment + 60)
    assert unfinished.exists()
    shelf.sweep(moment + 4000)
    assert not unfinished.exists()
    assert len(left(shelf)) == 1


def test_what_nothing_names_is_put_aside_and_not_deleted(shelf, data, tmp_path):
    kept = shelf.keep(a_file(tmp_path))
    other = shelf.keep(a_file(tmp_path, content=b"other"))
    folder = shelf.put_aside([kept.digest])
    assert left(shelf) == [other.digest]
    assert folder == data / "kept-unused"
    assert (folder / kept.digest).read_bytes() == b"pixels"
