"""Where data is kept, and how text reaches a user."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tracker.paths import (
    data_folder,
    log_folder,
    preferences_file,
    remember_folder,
)
from tracker.words import install_translator, tr, tr_n


@pytest.fixture
def unset(monkeypatch):
    monkeypatch.delenv("MILEPOST_DATA")


class TestDataFolder:
    def test_the_command_line_goes_before_the_environment(self, tmp_path):
        assert data_folder(str(tmp_path)) == tmp_path
        assert data_folder("") == Path(os.environ["MILEPOST_DATA"])

    def test_without_both_it_is_the_systems_own_place(self, unset):
        folder = data_folder()
        assert folder.is_absolute()
        assert folder.name == "Milepost"
        assert folder.is_relative_to(Path.home())

    def test_an_empty_variable_is_none(self, unset, monkeypatch):
        expected = data_folder()
        monkeypatch.setenv("MILEPOST_DATA", "")
        assert data_folder() == expected

    @pytest.mark.skipif(os.name == "nt", reason="XDG")
    def test_a_relative_xdg_folder_is_ignored(self, unset, monkeypatch, tmp_path):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("XDG_DATA_HOME", "relative")
        assert data_folder() == Path.home() / ".local" / "share" / "Milepost"

    def test_a_relative_folder_is_meant_from_here(self, monkeypatch, tmp_path):
        monkeypatch.chdir(tmp_path)
        assert data_folder("a/../b") == tmp_path / "a" / ".." / "b"

    def test_a_tilde_is_the_home(self):
        assert data_folder("~/x") == Path.home() / "x"

    def test_the_home_of_nobody_is_an_ordinary_name(self, monkeypatch, tmp_path):
        monkeypatch.chdir(tmp_path)
        assert data_folder("~no-such-user/x") == tmp_path / "~no-such-user" / "x"

    def test_everything_else_lies_inside(self, tmp_path):
        assert log_folder(tmp_path).parent == tmp_path
        assert preferences_file(tmp_path).parent == tmp_path


class TestChosenFolder:
    @pytest.mark.parametrize(
        "name", ["plain", "ü é", "ends with a blank ", "a\nb", os.fsdecode(b"caf\xe9")]
    )
    def test_is_remembered_whatever_its_name(self, unset, tmp_path, name):
        remember_folder(tmp_path / name)
        assert data_folder() == tmp_path / name

    def test_gives_way_to_what_is_named(self, unset, tmp_path, monkeypatch):
        remember_folder(tmp_path / "chosen")
        assert data_folder(str(tmp_path)) == tmp_path
        monkeypatch.setenv("MILEPOST_DATA", str(tmp_path / "named"))
        assert data_folder() == tmp_path / "named"

    @pytest.mark.parametrize("text", [b"", b"\n", b"relative", b"/a\0b", b"\xff"])
    def test_an_odd_memory_is_ignored(self, unset, tmp_path, text):
        usual = data_folder()
        remember_folder(tmp_path)
        (pointer,) = usual.iterdir()
        pointer.write_bytes(text)
        assert data_folder() == usual


class TestWords:
    @pytest.fixture(autouse=True)
    def _english_again(self):
        yield
        install_translator(None)

    def test_names_are_filled_in_after_translating(self):
        install_translator({"{a} of {b}": "{b} von {a}"}.get)
        assert tr("{a} of {b}", a="{b}", b="%s") == "%s von {b}"

    def test_text_without_names_may_have_braces(self):
        assert tr("{not a name}") == "{not a name}"

    @pytest.mark.parametrize(
        ("n", "text"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (-1, "-1 days")]
    )
    def test_numbers_choose_their_form(self, n, text):
        assert tr_n("1 day", "{n} days", n) == text
