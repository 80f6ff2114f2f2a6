"""Adverts on the terminal: kept, listed, shown, removed; words taught."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

ADVERT = "Systems developer\n\nC99 is a must.\n"


@pytest.fixture
def advert(tmp_path) -> Path:
    path = tmp_path / "advert.txt"
    path.write_text(ADVERT, encoding="utf-8")
    return path


@pytest.fixture
def kept(milepost, advert):
    """Return the terminal after an advert was kept."""
    assert milepost("postings", "add", str(advert)) == (
        "Advert “Systems developer” kept.\n"
    )
    return milepost


def the_id(milepost) -> str:
    return milepost("postings").split()[1]


def test_nothing_kept_says_how_to_begin(milepost):
    assert "milepost postings add FILE" in milepost("postings")
    assert json.loads(milepost("postings", "--json"))["postings"] == []


def test_an_advert_is_listed_with_fit_and_day(kept):
    line = kept("postings")
    assert line.startswith("   0%  ")
    assert line.rstrip().endswith("Systems developer")
    (found,) = json.loads(kept("postings", "--json"))["postings"]
    assert (found["title"], found["fit"], found["missing"]) == (
        "Systems developer",
        0,
        ["c"],
    )
    assert found["id"].startswith("posting:")


def test_the_best_fit_comes_first_and_no_fit_last(kept, tmp_path):
    for name, text in (("b", "Git job\n\nGit für alle"), ("c", "Gardener\n\nPlants")):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        kept("postings", "add", str(path))
    kept("done", "git")
    titles = [line[:5].strip() for line in kept("postings").splitlines()]
    assert titles == ["80%", "0%", "–"]


def test_the_same_advert_is_kept_once(kept, advert):
    assert kept("postings", "add", str(advert)) == "1 was kept already.\n"


def test_good_files_are_kept_beside_bad_ones(milepost, advert, tmp_path):
    bad = tmp_path / "empty.txt"
    bad.write_text("", encoding="utf-8")
    out = milepost("postings", "add", str(bad), str(advert), code=1)
    assert out == "Advert “Systems developer” kept.\n"
    assert "empty.txt" in milepost.err
    assert "Traceback" not in milepost.err


def test_one_is_shown_with_its_sum(kept):
    out = kept("postings", "show", the_id(kept))
    assert "Fit: 0%" in out
    assert "3 × 0" in out
    assert "“C99”" in out


def test_one_is_removed_and_comes_back(kept):
    out = kept("postings", "remove", the_id(kept))
    assert out == "Advert “Systems developer” removed.\n"
    assert "No advert is kept" in kept("postings")
    kept("undo")
    assert "Systems developer" in kept("postings")
    assert "No advert is called zzz" in kept.refused("postings", "remove", "zzz")


def test_a_word_that_is_taught_counts_in_every_advert(kept, tmp_path):
    assert kept("teach", "version control", "git").startswith(
        "“version control” means “Git für alle ✓”"
    )
    path = tmp_path / "b.txt"
    path.write_text("Other\n\nVersion control is a must", encoding="utf-8")
    kept("postings", "add", str(path))
    found = json.loads(kept("postings", "--json"))["postings"]
    assert ["git"] in [each["missing"] for each in found]
    assert "“version control” means Git für alle ✓ (git)" in kept("teach")
    assert kept("teach", "version control", "git") == (
        "It was so already; nothing was changed.\n"
    )


def test_a_word_that_is_refused_no_longer_counts(kept):
    out = kept("teach", "C99", "C", "--not")
    assert out == "“C99” no longer means “c”.\n"
    (found,) = json.loads(kept("postings", "--json"))["postings"]
    assert found["fit"] is None
    kept("teach", "c99", "--forget")
    (found,) = json.loads(kept("postings", "--json"))["postings"]
    assert found["fit"] == 0
    assert "Nothing was taught" in kept("teach")


def test_what_is_no_skill_or_was_not_taught_is_told(milepost):
    assert "Did you mean “git”?" in milepost.refused("teach", "word", "gti")
    assert "by its slug or title" in milepost.refused("teach", "word", "")
    assert "Nothing was taught about" in milepost.refused("teach", "w", "--forget")
    assert "at least one letter" in milepost.refused("teach", "--", "!!", "git")


@pytest.mark.parametrize(
    "words",
    [("C99", "C", "--not"), ("C99", "--not", "C"), ("--not", "C99", "C")],
)
def test_not_stands_before_between_or_behind_word_and_skill(kept, words):
    assert "no longer means" in kept("teach", *words)
    assert "“C99” does not mean" in kept("teach")


def test_not_with_three_names_is_refused(milepost):
    assert "one word and one skill" in milepost.refused("teach", "a", "c", "--not", "d")


@pytest.mark.parametrize("words", [("zap",), ("zap", "--not"), ("--not", "zap")])
def test_a_word_without_a_skill_asks_for_one(milepost, words):
    assert "one word and one skill" in milepost.refused("teach", *words)


@pytest.mark.parametrize("word", ["must", "Nice to have", "the", "a", "und", "bonus"])
def test_a_word_of_every_advert_can_be_no_skill(milepost, word):
    assert "can be no skill" in milepost.refused("teach", word, "git")


def test_an_advert_is_kept_from_the_input(milepost, monkeypatch):
    data = io.BytesIO(b"A job\n\nYou must know Git")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(data))
    milepost("postings", "add", "-")
    assert "A job" in milepost("postings")


def test_an_empty_name_is_told_as_one(milepost):
    assert milepost.refused("postings", "show", "").startswith("milepost: Name an")


def test_a_file_that_breaks_a_reader_does_not_stop_the_others(milepost, tmp_path):
    bad, good = tmp_path / "bad.html", tmp_path / "good.txt"
    bad.write_bytes(b'<meta charset="undefined"><p>\xff')
    good.write_text("A job\n\nYou must know Git")
    (tmp_path / "worse.txt").write_bytes("必須経験".encode("shift_jis") * 20)
    for command in (("fit",), ("postings", "add")):
        milepost(*command, str(tmp_path / "worse.txt"), str(good), code=1)
        assert "an encoding" in milepost.err
        assert "Traceback" not in milepost.err + milepost.out
    assert "A job" in milepost("postings")
    milepost("fit", str(bad), str(good))
